/** Reads hours as OpenStreetMap writes them into rules; what it does not know makes the whole text unread. */
import type { DateSpan, HourMark, HoursRule, HourSpan, Weekday } from './hours.ts'
import { SUN_EVENTS } from './sun.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const MONTH = `(?:${MONTHS.join('|')})[a-z]*\\.?`
const WEEKDAY = `(?:${WEEKDAYS.join('|')})(?![a-z])`
const EVENT = `(?:${SUN_EVENTS.join('|')})`
/** Compiled once: a region may have hundreds of hours. */
const YEARS = new RegExp(`^(\\d{4})(?:-(\\d{4})|(\\+)|(?!\\s*${MONTH}))(?![\\d:])`)
const DATE = new RegExp(`^(?:(\\d{4})\\s+)?(${MONTH})(?:\\s*(\\d{1,2})(?![\\d.]|:\\d))?`)
const NEXT_DATE = new RegExp(`^,(?=\\s*(?:\\d{4}\\s+)?${MONTH})`)
const LAST_DATE = new RegExp(`^-(?=\\s*(?:\\d{4}\\s+)?${MONTH})`)
const WEEKDAYS_IN_ROW = new RegExp(`^(${WEEKDAY})(?:\\s*-\\s*(${WEEKDAY}))?`)
const NEXT_WEEKDAY = new RegExp(`^,(?=\\s*(?:${WEEKDAY}|(?:ph|sh)(?![a-z])))`)
const SUN = new RegExp(`^(${EVENT})`)
const SUN_MOVED = new RegExp(`^\\(\\s*(${EVENT})\\s*([+-])\\s*(\\d{1,2}):(\\d{2})\\s*\\)`)
/** 31: as far as any month goes. */
const MONTH_END = 31

/**
 * Rules of "Mo-Fr 08:00-20:00; Sa,Su 10:00-18:00; PH off", "Apr-Sep sunrise-sunset", "24/7"; null for what is written
 * otherwise. Public and school holidays never come: no source says when they are.
 */
export function readHours(text: string): HoursRule[] | null {
  const read = new Cursor(text.toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim())
  const rules: HoursRule[] = []
  let joins: HoursRule['joins'] = 'replaces'
  while (!read.isAtEnd()) {
    if (read.takes(/^;/)) continue
    const rule = readRule(read, joins)
    if (rule === null) return null
    rules.push(rule)
    if (read.isAtEnd() || read.sees(/^;/)) joins = 'replaces'
    else if (read.takes(/^\|\|/)) joins = 'fallback'
    else if (read.takes(/^,/)) joins = 'adds'
    else return null
  }
  return rules.length > 0 ? rules : null
}

/** A text and how far it is read; spaces before what is asked for do not matter. */
class Cursor {
  private rest: string

  constructor(text: string) {
    this.rest = text
  }

  isAtEnd(): boolean {
    return this.rest.trim() === ''
  }

  sees(pattern: RegExp): boolean {
    return pattern.test(this.rest.trimStart())
  }

  takes(pattern: RegExp): RegExpExecArray | null {
    const text = this.rest.trimStart()
    const found = pattern.exec(text)
    if (found) this.rest = text.slice(found[0].length)
    return found
  }
}

function readRule(read: Cursor, joins: HoursRule['joins']): HoursRule | null {
  const rule: HoursRule = {
    ...{ years: [], dates: [], weeks: [], weekdays: [], holidaysOnly: false, spans: [] },
    isOpen: true,
    joins,
  }
  const always = read.takes(/^24\/7/) !== null
  const told = always || readDays(read, rule)
  if (rule.spans.length === 0 && !readSpans(read, rule)) return null
  const state = read.takes(/^(open|closed|off|unknown)(?![a-z])/)
  if (state) rule.isOpen = state[1] === 'open'
  const comment = read.takes(/^"[^"]*"/)
  // "by appointment": whoever walks by has none
  if (comment && !state) rule.isOpen = false
  return told || rule.spans.length > 0 || state || comment ? rule : null
}

/** Whether anything is said of days. */
function readDays(read: Cursor, rule: HoursRule): boolean {
  let told = false
  for (;;) {
    if (!(
      readYears(read, rule) ||
      readWeeks(read, rule) ||
      readDates(read, rule) ||
      readWeekdays(read, rule)
    ))
      return told
    told = true
    // one may separate days and hours
    read.takes(/^:(?=\s)/)
  }
}

function readYears(read: Cursor, { years }: HoursRule): boolean {
  const found = read.takes(YEARS)
  if (!found) return false
  const from = Number(found[1])
  years.push({ from, to: found[3] ? Infinity : Number(found[2] ?? from) })
  return true
}

function readWeeks(read: Cursor, { weeks }: HoursRule): boolean {
  if (!read.takes(/^week/)) return false
  do {
    const found = read.takes(/^(\d{1,2})(?:\s*-\s*(\d{1,2}))?(?![\d:/])/)
    if (!found) return weeks.length > 0
    weeks.push({ from: Number(found[1]), to: Number(found[2] ?? found[1]) })
  } while (read.takes(/^,(?=\s*\d{1,2}(?![\d:]))/))
  return true
}

function readDates(read: Cursor, { dates }: HoursRule): boolean {
  let told = false
  while (read.sees(DATE)) {
    dates.push(readDateSpan(read))
    told = true
    if (!read.takes(NEXT_DATE)) break
  }
  return told
}

interface DateMark {
  year?: number
  month: number
  day?: number
}

function readDateSpan(read: Cursor): DateSpan {
  const first = dateMark(read.takes(DATE)!)
  const last = lastOf(read, first)
  const from = 100 * first.month + (first.day ?? 1)
  const to = 100 * last.month + (last.day ?? MONTH_END)
  if (first.year === undefined) return { from, to }
  const endYear = last.year ?? (to < from ? first.year + 1 : first.year)
  return { from: from + 10_000 * first.year, to: to + 10_000 * endYear, certain: true }
}

/** "Apr-Sep", "Apr 15-Sep 30", "Dec 24-26"; the first itself where nothing follows. */
function lastOf(read: Cursor, first: DateMark): DateMark {
  if (read.takes(LAST_DATE)) return dateMark(read.takes(DATE)!)
  const sameMonth = first.day === undefined ? null : read.takes(/^-\s*(\d{1,2})(?![\d.]|:\d)/)
  return sameMonth ? { month: first.month, day: Number(sameMonth[1]) } : first
}

function dateMark([, year, month, day]: RegExpExecArray): DateMark {
  return {
    month: MONTHS.indexOf(month!.slice(0, 3)) + 1,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  }
}

function readWeekdays(read: Cursor, rule: HoursRule): boolean {
  let told = false
  let holidays = false
  do {
    if (read.takes(/^(?:ph|sh)(?![a-z])/)) holidays = true
    else {
      const found = read.takes(WEEKDAYS_IN_ROW)
      if (!found) break
      rule.weekdays.push(...weekdaysFrom(read, found))
    }
    told = true
  } while (read.takes(NEXT_WEEKDAY))
  // "PH,Su" is Sunday, as far as anybody here knows
  if (told) rule.holidaysOnly = holidays && rule.weekdays.length === 0
  return told
}

function weekdaysFrom(read: Cursor, [, first, last]: RegExpExecArray): Weekday[] {
  const from = WEEKDAYS.indexOf(first!)
  const to = last === undefined ? from : WEEKDAYS.indexOf(last)
  const nth = last === undefined ? (read.takes(/^\[([-\d,\s]+)\]/)?.[1] ?? '') : ''
  const numbers = nth.split(',').flatMap((part) => (part.trim() === '' ? [] : Number(part)))
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ({ day: (from + i) % 7, nth: numbers }))
}

/** False for times that are no spans. */
function readSpans(read: Cursor, { spans }: HoursRule): boolean {
  while (read.sees(/^(?:\d{1,2}[:.h]|\(|dawn|dusk|sun[rs])/)) {
    const span = readSpan(read)
    if (span === null) return false
    spans.push(span)
    if (!read.takes(/^,(?=\s*(?:\d{1,2}[:.h]|\(|dawn|dusk|sun[rs]))/)) return true
  }
  return true
}

function readSpan(read: Cursor): HourSpan | null {
  const from = readMark(read)
  if (from === null) return null
  // open end: until midnight at least
  if (read.takes(/^\+/)) return { from, to: { minutes: 1440 } }
  if (!read.takes(/^-/)) return null
  const to = readMark(read)
  if (to !== null) read.takes(/^\+/)
  return to === null ? null : { from, to }
}

function readMark(read: Cursor): HourMark | null {
  const clock = read.takes(/^(\d{1,2})[:.h](\d{2})(?!\d)/)
  if (clock) {
    const minutes = 60 * Number(clock[1]) + Number(clock[2])
    return minutes <= 2880 && Number(clock[2]) < 60 ? { minutes } : null
  }
  const plain = read.takes(SUN)
  if (plain) return { minutes: 0, event: SUN_EVENTS.find((event) => event === plain[1])! }
  const moved = read.takes(SUN_MOVED)
  if (!moved) return null
  const minutes = 60 * Number(moved[3]) + Number(moved[4])
  return {
    minutes: moved[2] === '-' ? -minutes : minutes,
    event: SUN_EVENTS.find((event) => event === moved[1])!,
  }
}
