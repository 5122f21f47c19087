/** When the sun rises and sets: hours of parks and gates are often written so. */
import type { LngLat } from '../../units.ts'
import { dayOfYear, type Day } from './calendar.ts'

export const SUN_EVENTS = ['dawn', 'sunrise', 'sunset', 'dusk'] as const
export type SunEvent = (typeof SUN_EVENTS)[number]

/** Height of the sun's centre, degrees: its upper edge on the horizon with refraction; end of civil twilight. */
const HEIGHT: Readonly<Record<SunEvent, number>> = { dawn: -6, sunrise: -0.833, sunset: -0.833, dusk: -6 }
const RADIANS = Math.PI / 180
const NOON = 720

/**
 * Minutes after midnight UTC, whole, may lie outside 0…1440: of a place far from Greenwich. Where the sun does not set
 * it rises 12 h before noon and sets 12 h after; where it does not rise both are at noon.
 *
 * Good to two minutes. Source: NOAA, General Solar Position Calculations,
 * https://gml.noaa.gov/grad/solcalc/solareqns.PDF
 */
export function sunTime(event: SunEvent, day: Day, [lng, lat]: LngLat): number {
  const year = ((2 * Math.PI) / 365) * (dayOfYear(day) - 1)
  const equation =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(year) -
      0.032077 * Math.sin(year) -
      0.014615 * Math.cos(2 * year) -
      0.040849 * Math.sin(2 * year))
  const declination =
    0.006918 -
    0.399912 * Math.cos(year) +
    0.070257 * Math.sin(year) -
    0.006758 * Math.cos(2 * year) +
    0.000907 * Math.sin(2 * year) -
    0.002697 * Math.cos(3 * year) +
    0.00148 * Math.sin(3 * year)
  const cosine =
    (Math.sin(HEIGHT[event] * RADIANS) - Math.sin(lat * RADIANS) * Math.sin(declination)) /
    (Math.cos(lat * RADIANS) * Math.cos(declination))
  const half = (4 * Math.acos(Math.max(-1, Math.min(1, cosine)))) / RADIANS
  const before = event === 'dawn' || event === 'sunrise'
  return Math.round(NOON - 4 * lng - equation + (before ? -half : half))
}
