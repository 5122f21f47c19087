/**
 * Hours as OpenStreetMap writes them, a part of https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification:
 * what gates, parks and passages have. Read by read-hours.ts, judged here.
 */
import { dayAfter, isNth, weekdayOf, weekOf, type Day } from './calendar.ts'
import { sunTime, type SunEvent } from './sun.ts'
import type { When } from './when.ts'

/** Minutes after midnight, or so many after something of the sun. */
export interface HourMark {
  minutes: number
  event?: SunEvent
}

/** From one mark to another, over midnight where the second comes first. */
export interface HourSpan {
  from: HourMark
  to: HourMark
}

/** Days of each year, as `100 × month + day`, over New Year where the last comes first; or between two certain days. */
export interface DateSpan {
  from: number
  to: number
  /** Then both ends are `10,000 × year + 100 × month + day`. */
  certain?: true
}

export interface Weekday {
  /** 0 is Monday. */
  day: number
  /** Only the n-th of the month, from its end below zero; empty: all. */
  nth: number[]
}

/** One rule; each list is empty where it says nothing of it. */
export interface HoursRule {
  years: { from: number; to: number }[]
  dates: DateSpan[]
  weeks: { from: number; to: number }[]
  weekdays: Weekday[]
  /** Public or school holidays alone: nobody here knows when these are, so it never holds. */
  holidaysOnly: boolean
  /** Empty: the whole day. */
  spans: HourSpan[]
  isOpen: boolean
  /** `replaces` what earlier rules say of its days, is added to it, or counts where nothing else is open. */
  joins: 'replaces' | 'adds' | 'fallback'
}

const DAY = 1440

/** A minute of a day, 0…1439. */
export interface Minute {
  day: Day
  minute: number
}

/** Tells of minutes whether they are open; works out each day once. */
export function openHours(rules: HoursRule[], when: When): (at: Minute) => boolean {
  const days = new Map<string, Interval[]>()
  const openOn = (day: Day): Interval[] => {
    const key = `${day.year} ${day.month} ${day.day}`
    const known = days.get(key)
    if (known) return known
    // what began the day before may go on over midnight
    const late = intervalsOn(rules, dayAfter(day, -1), when).map(([from, to]): Interval => [
      from - DAY,
      to - DAY,
    ])
    const open = [...intervalsOn(rules, day, when), ...late]
    days.set(key, open)
    return open
  }
  return ({ day, minute }) => openOn(day).some(([from, to]) => minute >= from && minute < to)
}

/** Minutes after midnight, may end after the day does. */
type Interval = [from: number, to: number]

function intervalsOn(rules: HoursRule[], day: Day, when: When): Interval[] {
  let open: Interval[] = []
  for (const rule of rules) {
    if (!isDayOf(rule, day) || (rule.joins === 'fallback' && open.length > 0)) continue
    const spans = intervalsOf(rule, day, when)
    if (!rule.isOpen) open = open.flatMap((each) => without(each, spans))
    else open = rule.joins === 'replaces' ? spans : [...open, ...spans]
  }
  return open
}

function intervalsOf({ spans }: HoursRule, day: Day, when: When): Interval[] {
  if (spans.length === 0) return [[0, DAY]]
  return spans.map(({ from, to }): Interval => {
    const [begin, end] = [minuteOf(from, day, when), minuteOf(to, day, when)]
    return [begin, end > begin ? end : end + DAY]
  })
}

function minuteOf({ minutes, event }: HourMark, day: Day, { place, offset }: When): number {
  return event === undefined ? minutes : sunTime(event, day, place) + offset + minutes
}

function without(interval: Interval, holes: Interval[]): Interval[] {
  return holes.reduce<Interval[]>(
    (left, [from, to]) =>
      left.flatMap(([begin, end]): Interval[] => {
        const parts: Interval[] = [
          [begin, Math.min(end, from)],
          [Math.max(begin, to), end],
        ]
        return parts.filter(([first, last]) => first < last)
      }),
    [interval],
  )
}

function isDayOf(rule: HoursRule, day: Day): boolean {
  const { years, dates, weeks, weekdays } = rule
  if (rule.holidaysOnly) return false
  if (years.length > 0 && !years.some(({ from, to }) => day.year >= from && day.year <= to)) return false
  if (dates.length > 0 && !dates.some((span) => isInDates(span, day))) return false
  if (weeks.length > 0 && !weeks.some(({ from, to }) => weekOf(day) >= from && weekOf(day) <= to))
    return false
  return weekdays.length === 0 || weekdays.some((each) => isWeekday(each, day))
}

function isInDates({ from, to, certain }: DateSpan, { year, month, day }: Day): boolean {
  const at = 100 * month + day + (certain ? 10_000 * year : 0)
  return from <= to ? at >= from && at <= to : at >= from || at <= to
}

function isWeekday({ day: weekday, nth }: Weekday, day: Day): boolean {
  return weekdayOf(day) === weekday && (nth.length === 0 || nth.some((n) => isNth(day, n)))
}
