/** When somebody comes, as it is written beside a name: days, parts of a day, dates, from when and until when. */
import type { Rest } from './text.ts'
import { FILLER, NOT, type Part, SIGN, WHEN, clockOf, dateOf, dayOf, partOf } from './time-words.ts'

/** A day, a part of one, or a shift; of each that is not said, all. */
export interface Term {
  /** From Sunday, 0. */
  day?: number
  part?: Part
  /** Any of them; months from 1. */
  dates?: readonly { day: number; month: number }[]
  /** Of the form, from 1. */
  shifts?: readonly number[]
}

interface Clause {
  /** None: whenever. */
  terms: readonly Term[]
  /** Minutes after midnight; null: not said. */
  from: number | null
  until: number | null
}

export interface When {
  comes: readonly Clause[]
  not: readonly Term[]
  /** As it is written. */
  text: string
}

interface FoundWhen {
  /** Null: nothing is said of it. */
  when: When | null
  /** Of "10h-11h30"; null: no span is named. */
  minutes: number | null
  /** Times of day that may be a beginning or an end. */
  unclear: string[]
}

/** A clock of fewer hours is a length: "2h". */
const FEWEST_CLOCK_HOURS = 7
const DAY_MINUTES = 24 * 60

const ONLY_FILLER = new RegExp(
  String.raw`^(?:[.]|${SIGN}|(?<![\p{L}\d])(?:${FILLER}|${NOT})(?![\p{L}\d]))*$`,
  'iu',
)
const FILLER_BEFORE = new RegExp(String.raw`(?:${SIGN}+|(?<![\p{L}\d'’])(?:${FILLER}))$`, 'iu')
const FILLER_BEHIND = new RegExp(String.raw`^(?:[.]|${SIGN}+|(?:${FILLER})(?![\p{L}\d'’]))`, 'iu')
const NOT_BEFORE = new RegExp(String.raw`(?<![\p{L}\d'’])(?:${NOT})\s*$`, 'iu')

type Match = RegExpMatchArray & { index: number; groups: Record<string, string | undefined> }

/** Takes all of it out of a line. */
export function takeWhen(rest: Rest): FoundWhen {
  const all = [...rest.text.matchAll(WHEN)] as Match[]
  const matches = all.filter((match, index) => isTime(match, { all, index, text: rest.text }))
  const { kept, denied } = without(rest.text, matches)
  // "Sam matin": somebody is called so.
  const [first, ...others] = matches
  const isNameless = first?.groups['short'] !== undefined && first.index === 0 && !/\p{L}/u.test(kept)
  const read = isNameless ? without(rest.text, others) : { kept, denied }
  if (matches.length > 0) rest.text = read.kept
  return meaningOf(isNameless ? others : matches, read.denied)
}

/** Whether what may be a name as well is a time here. */
function isTime(match: Match, { all, index, text }: { all: Match[]; index: number; text: string }): boolean {
  const { short, part, clock, openFrom } = match.groups
  const time = clock ?? openFrom
  if (time !== undefined) return clockOf(time) >= FEWEST_CLOCK_HOURS * 60 && clockOf(time) < DAY_MINUTES
  const word = short ?? part
  if (word === undefined) return true
  const before = text.slice(0, match.index)
  const behind = text.slice(match.index + match[0].length)
  const isAlone = /(?:^|[\t;,(|])\s*$/.test(before) && /^\s*(?:$|[\t;,)|])/.test(behind)
  const hasNeighbour = [index - 1, index + 1].some((at) => {
    const other = all[at]
    if (other === undefined || other.groups['clock'] !== undefined) return false
    const [left, right] = at < index ? [other, match] : [match, other]
    return ONLY_FILLER.test(text.slice(left.index + left[0].length, right.index))
  })
  // "Sam samedi": the first word of a line is a name, unless the part of a day follows.
  if (before.trim() === '') return hasNeighbour && all[index + 1]?.groups['part'] !== undefined
  const isSmall = word === word.toLowerCase() && !/^[ap]m$/.test(word)
  return hasNeighbour || isAlone || isSmall || match[0].endsWith('.')
}

/** The text with borders of cells in place of what was found, and before which of it a word for "not" stands. */
function without(text: string, matches: readonly Match[]): { kept: string; denied: boolean[] } {
  const denied: boolean[] = []
  let kept = ''
  let from = 0
  matches.forEach((match, index) => {
    let gap = text.slice(from, match.index)
    if (index > 0) gap = stripped(gap, FILLER_BEHIND)
    gap = stripped(gap, FILLER_BEFORE)
    const isDenied = NOT_BEFORE.test(gap)
    denied.push(isDenied || (index > 0 && denied[index - 1]! && gap.trim() === ''))
    gap = stripped(gap.replace(NOT_BEFORE, ''), FILLER_BEFORE)
    kept += `${gap};`
    from = match.index + match[0].length
  })
  const tail = text.slice(from)
  return { kept: kept + (matches.length > 0 ? stripped(tail, FILLER_BEHIND) : tail), denied }
}

/** Again and again: "dispo seulement le". */
function stripped(text: string, pattern: RegExp): string {
  let left = text
  for (let next = left.replace(pattern, ''); next !== left; next = left.replace(pattern, '')) left = next
  return left
}

function meaningOf(matches: readonly Match[], denied: readonly boolean[]): FoundWhen {
  const comes: { terms: Term[]; from: number | null; until: number | null; isClosed: boolean }[] = []
  const not: Term[] = []
  const unclear: string[] = []
  let minutes: number | null = null
  const open = () => {
    const last = comes.at(-1)
    if (last !== undefined && (!last.isClosed || last.terms.length === 0)) return last
    const next = { terms: [], from: null, until: null, isClosed: false }
    comes.push(next)
    return next
  }
  const bound = (window: { from?: number; until?: number }): void => {
    // A second end or beginning belongs to what comes next.
    const clause = comes.at(-1) ?? open()
    Object.assign(clause, window, { isClosed: true })
  }
  matches.forEach(({ groups }, index) => {
    const { spanFrom = groups['openFrom'], spanTo, last, until = last, from, clock } = groups
    if (spanFrom !== undefined && spanTo !== undefined) {
      const [start, end] = [clockOf(spanFrom), clockOf(spanTo)]
      const later = end > start ? end : end + DAY_MINUTES
      minutes = later - start
      bound({ from: start, until: later })
    } else if (until !== undefined) bound({ until: clockOf(until) })
    else if (from !== undefined) bound({ from: clockOf(from) })
    else if (clock !== undefined) unclear.push(clock)
    else {
      const term = termOf(groups)
      const list = denied[index] ? not : open().terms
      const before = list.at(-1)
      // "sam. matin" is one, "matin samedi" as well.
      const joins =
        before !== undefined &&
        Object.keys(term).length === 1 &&
        ((term.part !== undefined && before.part === undefined && before.day !== undefined) ||
          (term.day !== undefined && before.day === undefined && before.part !== undefined))
      if (joins) list[list.length - 1] = { ...before, ...term }
      else list.push(term)
    }
  })
  const text = matches
    .filter(({ groups }) => groups['clock'] === undefined)
    .map(([written]) => written.trim())
    .join(' ')
  const clauses = comes.map(({ terms, from, until }) => ({ terms, from, until }))
  const isSaid = clauses.length + not.length > 0
  return { when: isSaid ? { comes: clauses, not, text } : null, minutes, unclear }
}

function termOf({ day, short, part, date, shifts }: Match['groups']): Term {
  if (day !== undefined || short !== undefined) return { day: dayOf((day ?? short)!) }
  if (part !== undefined) return { part: partOf(part) }
  if (date !== undefined) return { dates: dateOf(date) }
  if (shifts !== undefined) return { shifts: (shifts.match(/\d+/g) ?? []).map(Number) }
  return {}
}
