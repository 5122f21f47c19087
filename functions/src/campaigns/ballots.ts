/** Local time of a campaign: the hour that decides about dayparts, and when a day begins and ends. */
const HOUR = 3_600_000
const MINUTE = 60_000

/** A tenth of a millisecond to make, and every call asks for its campaign's. */
const formats = new Map<string, Intl.DateTimeFormat>()
/** The zones there are, in about all spellings that people use. */
const MAX_FORMATS = 1_000

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  if (formats.size >= MAX_FORMATS) formats.clear()
  formats.set(timeZone, format)
  return format
}

/** RFC 3339 with the offset that the zone has at that moment. */
export function localTime(milliseconds: number, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(milliseconds)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '00'
  const text = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
  const offset = Math.round((Date.parse(`${text}Z`) - milliseconds) / MINUTE)
  const pad = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(offset)
  return `${text}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** Milliseconds of the beginning of a day in a time zone, also where its clocks are changed on that day. */
export function midnight(day: string, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`)
  const offset = (at: number): number => Date.parse(`${localTime(at, timeZone).slice(0, 19)}Z`) - at
  return wall - offset(wall - offset(wall))
}

/** The beginning of the next day: a day may have 23 or 25 hours. */
export function dayEnd(day: string, timeZone: string): number {
  return midnight(new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10), timeZone)
}
