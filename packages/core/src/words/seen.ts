/** Says what one sees of a door that its number does not tell: how it lies to the street, and which entrance it is. */
import type { Metres } from '../units.ts'
import { type Language, phrasesOf, wordsOf } from './languages.ts'
import type { Neighbour, SeenBuilding, SeenPhrases } from './phrases.ts'
import { sayMetres } from './say.ts'
import { writeStreet } from './street-names.ts'

export interface Seen {
  building: SeenBuilding
  /** "B", "hall 3". */
  entrance?: string
  /** From the street to the door. */
  metres?: Metres
  behind?: keyof SeenPhrases['behind']
}

/** A door farther from its street is not found by looking along the houses. */
const SET_BACK: Metres = 25
/** A fence nearer to the street is that of a front garden. */
const BEHIND_WALL: Metres = 10
/** Nobody sees a metre. */
const STEP: Metres = 5

export function isSetBack(metres: Metres): boolean {
  return metres >= SET_BACK
}

/** In parts, none where there is nothing to say: "entrance B", "about 40 m back from the street". */
export function saySeen({ entrance, metres = 0, behind }: Seen, language: Language): string[] {
  const { seen, words } = phrasesOf(language)
  const isHidden = behind !== undefined && (behind !== 'wall' || metres >= BEHIND_WALL)
  return [
    ...(entrance === undefined ? [] : [`${words.entrance} ${entrance}`]),
    ...(isHidden ? [seen.behind[behind]] : []),
    ...(!isSetBack(metres) ? [] : [seen.setBack(sayMetres(Math.round(metres / STEP) * STEP, language))]),
  ]
}

/** A door in a list, as plans have it. */
interface ListedDoor {
  address: string
  seen?: string | undefined
}

/**
 * What stands in a list for a door: its address, else the street that one stands on and what one sees there; of plans
 * made before that was said, that there is no address.
 */
export function nameDoor({ address, seen }: ListedDoor, street: string, language: Language): string {
  const parts = [address === '' ? writeStreet(street) : address, seen ?? ''].filter((part) => part !== '')
  return parts.length === 0 ? wordsOf(language).noAddress : parts.join(', ')
}

/**
 * What stands in a list in place of an address: "5-storey building without a number"; in parts, the second where its
 * neighbour has one: "the third on the left after no. 12".
 */
export function sayNumberless(building: SeenBuilding, language: Language, neighbour?: Neighbour): string[] {
  const { seen } = phrasesOf(language)
  const known = seen.numberless(seen.building(building))
  return neighbour === undefined ? [known] : [known, seen.after(neighbour, building)]
}
