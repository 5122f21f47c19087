/** The time of a plan as the hours of ways are written: local days and minutes. */
import type { LngLat } from '../../units.ts'
import type { Day } from './calendar.ts'

/** From when and how long somebody walks, by the clocks of the place. Plain data. */
export interface When {
  day: Day
  /** After midnight, 0…1439. */
  minute: number
  /** How long, at least 1. */
  minutes: number
  /** Of local clocks against UTC, minutes. */
  offset: number
  /** For the sun, and which half of the year is summer. */
  place: LngLat
}

interface Asked {
  /** RFC 3339. */
  startAt: string
  minutes: number
  /** IANA name; without it, or where it is not known here, the clock is the one that `startAt` is written in. */
  timeZone?: string | undefined
  place: LngLat
}

export function whenOf({ startAt, minutes, timeZone, place }: Asked): When {
  const instant = Date.parse(startAt)
  const offset = (timeZone === undefined ? undefined : offsetIn(timeZone, instant)) ?? writtenOffset(startAt)
  const local = new Date(instant + offset * 60_000)
  return {
    day: { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() },
    minute: 60 * local.getUTCHours() + local.getUTCMinutes(),
    minutes: Math.max(1, Math.ceil(minutes)),
    offset,
    place,
  }
}

/** "+01:00" is 60. */
function writtenOffset(time: string): number {
  const match = /([+-])(\d\d):?(\d\d)$/.exec(time)
  if (!match) return 0
  const minutes = 60 * Number(match[2]) + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

/** Undefined where the zone has no such name. */
function offsetIn(timeZone: string, instant: number): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric' },
    })
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
    return Math.round((local - Math.floor(instant / 60_000) * 60_000) / 60_000)
  } catch {
    return undefined
  }
}
