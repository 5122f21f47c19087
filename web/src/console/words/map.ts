/** What the map of a plan says. */
import { en } from './en/map.ts'
import { fr } from './fr/map.ts'
import { inLanguage } from '../../words/language.ts'

export const mapWords = inLanguage({ en, fr })
