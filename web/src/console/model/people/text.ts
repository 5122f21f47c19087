/** What stands in a line that somebody pasted: times, places, wishes; each is taken out, and the rest is left. */
import type { LngLat } from '@doorwalk/core/units'

/** A line from which one thing after another is taken. */
export interface Rest {
  text: string
}

const MINUTES_PER_HOUR = 60
/** A clock of so many hours at most is taken for a length, not for a time of day. */
const LONGEST_CLOCK_HOURS = 5
/** Fewer digits are no phone number. */
const PHONE_DIGITS = 9

const HOUR = String.raw`h(?:eures?|ours?|rs?)?(?![\p{L}])`
const MINUTE = String.raw`(?:min(?:ute)?s?|mn|m|['’′])(?![\p{L}])`
const BEFORE = String.raw`(?<![\p{L}\d.,:])`

/** Ways that a number before them is a house of. */
export const STREET_WORD = String.raw`(?:rue|avenue|av|ave|boulevard|bd|bld|blvd|place|pl|quai|impasse|imp|passage|square|sq|villa|cité|chemin|route|allée|cours|faubourg|street|st|road|rd|lane)(?![\p{L}])`
/** Places that have no number. */
export const PLACE_WORD = String.raw`(?:gare|métro|metro|station|mairie|église|school|école|town hall)(?![\p{L}])`
/** What makes a number that stands apart from its hours the number of a house: "2 h 12 rue Condorcet". */
export const HOUSE = String.raw`\s*(?:(?:bis|ter|quater|[a-d])\b)?\s*(?:[-–/]\s*\d+)?,?\s+(?!${PLACE_WORD})`
/** Minutes behind hours: next to them, or apart with their unit, or apart with no street behind them. */
const PAST = String.raw`(?:(\d{1,2})(?:\s*${MINUTE})?|\s+(\d{1,2})\s*${MINUTE}|\s+(\d{2})(?!${HOUSE}\p{L})(?!\s*[-–/]\s*\d))?(?![\p{L}\d])`

const SPAN = rx(
  String.raw`${BEFORE}(?:de |from )?(\d{1,2})\s*[h:]\s*(\d{2})?\s*(?:-|–|—|à|to|until|jusqu['’]à)\s*(\d{1,2})\s*[h:]${PAST}`,
)
const DECIMAL_HOURS = rx(String.raw`${BEFORE}(\d{1,2})[.,](\d{1,2})\s*${HOUR}`)
/** At the beginning of a text: no house stands in front of a name, unless it stands in a street. */
const FIRST_HOURS = rx(
  String.raw`^\s*(\d{1,2})\s*h(?:eures?|ours?|rs?)?\s+(\d{2})(?!\s*${MINUTE})(?!${HOUSE}${STREET_WORD})(?=\s+\p{L})`,
)
const HOURS = rx(String.raw`${BEFORE}(\d{1,2})\s*h(?:eures?|ours?|rs?)?${PAST}`)
const MINUTES = rx(String.raw`${BEFORE}(\d{1,3})\s*${MINUTE}`)
const CLOCK = rx(String.raw`${BEFORE}(\d):(\d{2})(?::\d{2})?(?![\p{L}\d:])`)
const NO_STAIRS = rx(
  String.raw`(?:pas d['’]|sans |no |without |not? )(?:les |the )?(?:escaliers?|marches|stairs?|steps)|(?:rez-de-chaussée|ground floor)(?: (?:seulement|only|uniquement))?`,
)
const MAIL = rx(String.raw`<?[^\s<>;,]+@[^\s<>;,]+\.[^\s<>;,]+>?`)
const PHONE = rx(String.raw`(?<![\p{L}\d.])(?:\+|00)?\(?\d(?:[\s.\-/()]*\d){8,14}(?![\p{L}\d])`)
const POINT = rx(String.raw`(?<![\d.])(-?\d{1,3}\.\d{3,})\s*[,;\s]\s*(-?\d{1,3}\.\d{3,})(?![\d.])`)

function rx(source: string): RegExp {
  return new RegExp(source, 'iu')
}

/** Minutes, rounded; null: no length of time is named. "18h–20h" is two hours. */
export function takeMinutes(rest: Rest): number | null {
  const span = take(rest, SPAN)
  if (span) {
    const [, from, fromMinutes, to, ...past] = span
    const minutes = minutesOf(to, past.find(isSaid)) - minutesOf(from, fromMinutes)
    return minutes > 0 ? minutes : minutes + 24 * MINUTES_PER_HOUR
  }
  const decimal = take(rest, DECIMAL_HOURS)
  if (decimal) return Math.round(Number(`${decimal[1]}.${decimal[2]}`) * MINUTES_PER_HOUR)
  const hours = take(rest, FIRST_HOURS) ?? take(rest, HOURS)
  if (hours) return minutesOf(hours[1], hours.slice(2).find(isSaid))
  const minutes = take(rest, MINUTES)
  if (minutes) return Number(minutes[1])
  const clock = CLOCK.exec(rest.text)
  if (clock === null || Number(clock[1]) > LONGEST_CLOCK_HOURS) return null
  take(rest, CLOCK)
  return minutesOf(clock[1], clock[2])
}

function isSaid(part: string | undefined): boolean {
  return part !== undefined
}

function minutesOf(hours = '0', minutes = '0'): number {
  return Number(hours) * MINUTES_PER_HOUR + Number(minutes)
}

/** Whether stairs are to be avoided. */
export function takeNoStairs(rest: Rest): boolean {
  return take(rest, NO_STAIRS) !== null
}

/** Phone numbers and addresses of mail; none is kept. */
export function takeContacts(rest: Rest): string[] {
  const found: string[] = []
  for (const pattern of [MAIL, PHONE]) {
    for (let match = pattern.exec(rest.text); match !== null; match = pattern.exec(rest.text)) {
      if (pattern === PHONE && match[0].replace(/\D/g, '').length < PHONE_DIGITS) break
      found.push(match[0])
      cut(rest, match)
    }
  }
  return found
}

/** A point as maps give it for copying: latitude first. */
export function takePoint(rest: Rest): LngLat | null {
  const point = take(rest, POINT)
  if (point === null) return null
  return [Number(point[2]), Number(point[1])]
}

function take(rest: Rest, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(rest.text)
  if (match !== null) cut(rest, match)
  return match
}

/** A border of cells stays where it was. */
function cut(rest: Rest, match: RegExpExecArray): void {
  rest.text = `${rest.text.slice(0, match.index)};${rest.text.slice(match.index + match[0].length)}`
}
