/** How fast a campaign has been, and when it is done if it goes on so. */

/** Doors that were knocked on, by day. */
export type Days = ReadonlyMap<string, number>

export interface Pace {
  /** Days on which doors were knocked on. */
  outings: number
  doorsAnOuting: number
  /** Over all days since the first. */
  doorsADay: number
}

const DAY_MILLISECONDS = 86_400_000

/** A moment as the day of this device: "2026-03-14". */
export function dayOf(at: number): string {
  const date = new Date(at)
  const part = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

/**
 * @param knocked  doors of the campaign in all; `days` may know of the larger buildings only, and is scaled to it
 * @returns null: nobody has knocked yet
 */
export function paceOf(days: Days, { knocked, today }: { knocked: number; today: string }): Pace | null {
  const own = [...days].filter(([, doors]) => doors > 0).map(([day]) => day)
  const first = own.toSorted()[0]
  if (first === undefined || knocked <= 0) return null
  const span = Math.max(1, 1 + (Date.parse(today) - Date.parse(first)) / DAY_MILLISECONDS)
  return { outings: own.length, doorsAnOuting: knocked / own.length, doorsADay: knocked / span }
}

/** The day on which so many doors are knocked on, at this pace. */
export function doneOn(left: number, { doorsADay }: Pace, today: string): string {
  return addDays(today, Math.ceil(left / doorsADay))
}

/** Outings that are missing to have knocked on `left` doors within so many days; 0: it will do. */
export function outingsShort(left: number, days: number, { doorsADay, doorsAnOuting }: Pace): number {
  return Math.max(0, Math.ceil((left - doorsADay * days) / doorsAnOuting))
}
