/** Says lengths, times, storeys and warnings in the language of whoever reads them. */
import type { Metres, Seconds } from '../units.ts'
import { type Language, phrasesOf, wordsOf } from './languages.ts'
import { SPACE } from './phrases.ts'
import type { Warning, WarningCode } from './warning.ts'

/** "240 m" in tens from 100 m up, "1,2 km" from a kilometre up. */
export function sayMetres(metres: Metres, language: Language): string {
  if (metres < 100) return `${Math.round(metres)}${SPACE}m`
  if (metres < 995) return `${Math.round(metres / 10) * 10}${SPACE}m`
  const tenths = Math.round(metres / 100)
  const rest = tenths % 10
  return `${(tenths - rest) / 10}${phrasesOf(language).comma}${rest}${SPACE}km`
}

/** "45 min", "1 h 32". */
export function sayDuration(seconds: Seconds): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes}${SPACE}min`
  return `${Math.floor(minutes / 60)}${SPACE}h${SPACE}${String(minutes % 60).padStart(2, '0')}`
}

/** "Lift: there is one", with the space that French sets before a colon. */
export function sayOf(what: string, said: string, language: Language): string {
  return `${what}${wordsOf(language).colon} ${said}`
}

/** Clock time as the instant itself writes it: "14:05" of `2026-03-14T14:05:00+01:00`; "14 h 05" in French. */
export function sayTime(instant: string, language: Language): string {
  const match = /T(\d\d):(\d\d)/.exec(instant)
  if (!match) return ''
  return phrasesOf(language).time(match[1] ?? '', match[2] ?? '')
}

/** "samedi 14 mars 2026" of the instant's own calendar day; own tables, so that every Node says the same. */
export function sayDate(instant: string, language: Language): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(instant)
  if (!match) return ''
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return phrasesOf(language).date({ weekday, day, month: month - 1, year })
}

/** Storey as written on paper: 0 is the ground floor. */
export function sayFloor(floor: number, language: Language): string {
  return floor === 0 ? wordsOf(language).groundFloor : String(floor)
}

/** Where behind its address a target is. */
export interface Within {
  entrance?: { label?: string | undefined } | undefined
  part?: Part | undefined
}

interface Part {
  fromFloor: number
  toFloor: number
  firstDoor?: number | undefined
  lastDoor?: number | undefined
}

/**
 * Where behind its address a target is: entrance, and storeys of a part of one, top down: "étages 6 à 4". Of a floor
 * that parts share, the doors, too: "étage 3", "portes 1 à 10".
 */
export function sayWithin({ entrance, part }: Within, language: Language): string[] {
  const words = wordsOf(language)
  const said = entrance?.label === undefined ? [] : [`${words.entrance} ${entrance.label}`]
  if (part === undefined) return said
  const [top, bottom] = [Math.max(part.fromFloor, part.toFloor), Math.min(part.fromFloor, part.toFloor)]
  const { firstDoor, lastDoor } = part
  const isShared = firstDoor !== undefined && lastDoor !== undefined
  return [...said, words.storeys(top, bottom), ...(isShared ? [words.doorsFrom(firstDoor, lastDoor)] : [])]
}

/** What a plan wants its reader to know, in one sentence. */
export function sayWarning<Of extends WarningCode>(warning: Warning<Of>, language: Language): string {
  return phrasesOf(language).warnings[warning.code](warning)
}
