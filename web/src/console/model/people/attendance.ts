/** Who of a list comes to a shift, and for how long: what is written of days and times is held against it. */
import type { Part } from './time-words.ts'
import type { Term, When } from './when.ts'

export interface Moment {
  start: Date
  /** Null: as long as one likes. */
  minutes: number | null
  /** Of the form, from 1. */
  number: number
}

interface Comer {
  minutes: number | null
  when: When | null
}

export interface Attendance {
  /** Of the walk; null: as the shift. */
  minutes: number | null
  /** Minutes after midnight; null: as the shift begins. */
  comesAt: number | null
}

/** Bound of the API. */
const SHORTEST_MINUTES = 10
/** By the middle of a shift, in hours. */
const PARTS: Readonly<Record<Part, readonly [from: number, to: number]>> = {
  morning: [0, 13],
  noon: [11.5, 14.5],
  afternoon: [13, 18],
  evening: [17.5, 24],
}

/** Null: he does not come then. */
export function attendanceOf({ minutes, when }: Comer, moment: Moment): Attendance | null {
  if (when === null) return { minutes, comesAt: null }
  if (when.not.some((term) => isThen(term, moment))) return null
  const begins = moment.start.getHours() * 60 + moment.start.getMinutes()
  const clauses = when.comes.length > 0 ? when.comes : [{ terms: [], from: null, until: null }]
  let best: (Attendance & { length: number }) | null = null
  for (const { terms, from, until } of clauses) {
    if (terms.length > 0 && !terms.some((term) => isThen(term, moment))) continue
    const ends = moment.minutes === null ? Number.POSITIVE_INFINITY : begins + moment.minutes
    const length = Math.min(ends, until ?? ends) - Math.max(begins, from ?? begins)
    if (length < SHORTEST_MINUTES || (best !== null && best.length >= length)) continue
    const isCut = length < ends - begins
    best = {
      length,
      minutes: isCut ? Math.min(minutes ?? length, length) : minutes,
      comesAt: from !== null && from > begins ? from : null,
    }
  }
  return best && { minutes: best.minutes, comesAt: best.comesAt }
}

function isThen({ day, part, dates, shifts }: Term, { start, minutes, number }: Moment): boolean {
  const middle = start.getHours() + (start.getMinutes() + (minutes ?? 0) / 2) / 60
  return (
    (day === undefined || day === start.getDay()) &&
    (part === undefined || (middle >= PARTS[part][0] && middle < PARTS[part][1])) &&
    (dates === undefined ||
      dates.some((date) => date.day === start.getDate() && date.month === start.getMonth() + 1)) &&
    (shifts === undefined || shifts.includes(number))
  )
}

/** Those of a list who come, with their minutes then. */
export function whoComes<Person extends Comer>(people: readonly Person[], moment: Moment): Person[] {
  return people.flatMap((person) => {
    const there = attendanceOf(person, moment)
    return there === null ? [] : [{ ...person, minutes: there.minutes }]
  })
}
