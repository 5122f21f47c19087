/** Days of the calendar as hours are written of them: plain numbers, no clock and no time zone. */

/** A day somewhere. Months and days count from 1. */
export interface Day {
  year: number
  month: number
  day: number
}

const DAY_MS = 86_400_000

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (new Date(millisecondsOf(day)).getUTCDay() + 6) % 7
}

export function dayAfter(day: Day, days: number): Day {
  const then = new Date(millisecondsOf(day) + days * DAY_MS)
  return { year: then.getUTCFullYear(), month: then.getUTCMonth() + 1, day: then.getUTCDate() }
}

function daysInMonth({ year, month }: Day): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** From 1 on 1 January. */
export function dayOfYear(day: Day): number {
  return Math.round((millisecondsOf(day) - Date.UTC(day.year, 0, 1)) / DAY_MS) + 1
}

/** ISO 8601: the week that has the Thursday. */
export function weekOf(day: Day): number {
  const thursday = dayAfter(day, 3 - weekdayOf(day))
  return Math.ceil(dayOfYear(thursday) / 7)
}

/** Whether a day is the n-th of its weekday in its month; from the end where n is below zero. */
export function isNth(day: Day, n: number): boolean {
  if (n > 0) return Math.ceil(day.day / 7) === n
  return Math.ceil((daysInMonth(day) - day.day + 1) / 7) === -n
}

function millisecondsOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day)
}
