/** Moments: as answers write them, and as requests may name them. */
import { z } from 'zod'

/** In answers. The document tells their format; nobody checks them again. */
export const Moment = z.string().meta({ format: 'date-time' })

/** What a request may name. Outside is a slip, and beyond the year 9999 a moment has no form that others read. */
const FIRST_YEAR = 2000
const LAST_YEAR = 2099

/** Of a request, with its offset; any year. */
export const AnyMoment = z.iso.datetime({
  offset: true,
  error: 'expected a date and time with their offset from UTC, such as "2026-03-14T14:00:00+01:00" or "…Z"',
})

/** Of a request, when something shall begin or end. */
export const GivenMoment = AnyMoment.refine(isNear, {
  error: `expected a date from ${FIRST_YEAR} to ${LAST_YEAR}`,
})

function isNear(moment: string): boolean {
  const year = new Date(moment).getUTCFullYear()
  return year >= FIRST_YEAR && year <= LAST_YEAR
}
