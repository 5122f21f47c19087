/** Whose clocks the hours of gates are written by. */
import type { Manifest } from '@doorwalk/core/region/region'
import type { StreetTiles } from './tiles.ts'

/** The time zone of the middle of a region; none where nothing there is open at certain hours only. */
export async function zoneOf(
  [west, south, east, north]: Manifest['bbox'],
  { schedules }: Pick<StreetTiles, 'schedules'>,
): Promise<Pick<Manifest, 'timeZone'>> {
  if (schedules.size === 0) return {}
  // a table of the whole earth: read where it is needed
  const { default: zoneAt } = await import('@photostructure/tz-lookup')
  const middle = west <= east ? (west + east) / 2 : (west + east) / 2 + 180
  return { timeZone: zoneAt((south + north) / 2, middle > 180 ? middle - 360 : middle) }
}
