/** What the map of a plan says, and how a place is called beside it. */
import { type Within, sayWithin } from '@doorwalk/core/words/say'
import { en } from './en/map.ts'
import { fr } from './fr/map.ts'
import { currentLanguage, inLanguage } from '../../words/language.ts'

export const mapWords = inLanguage({ en, fr })

/** "20 rue Pétrelle, étages 6 à 4". @param of.address  empty: none is known */
export function sayPlace({ address, within = {} }: { address: string; within?: Within }): string {
  return [address || mapWords().noAddress, ...sayWithin(within, currentLanguage())].join(', ')
}
