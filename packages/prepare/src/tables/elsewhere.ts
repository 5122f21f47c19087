/** Which rows of a table lie in the region, and what is said of a table that lies elsewhere. */
import type { DegreeBox } from '@doorwalk/core/region/box'
import type { LngLat } from '@doorwalk/core/units'
import { inDegrees, SYSTEMS_READ, type Reckoner } from './coordinate-systems.ts'
import type { Position } from './position.ts'

/** What lay elsewhere. */
export interface Elsewhere {
  first?: Position['at']
  /** Rows that would lie in the region were they turned round. */
  swapped: number
}

/** Where a row lies, and in which coordinate system it says so; undefined for elsewhere, which `elsewhere` learns. */
export function placeRow(
  at: Position['at'],
  {
    reckoner,
    isInside,
    elsewhere,
  }: { reckoner: Reckoner; isInside: (point: LngLat) => boolean; elsewhere: Elsewhere },
): { at: LngLat; system: string } | undefined {
  const placed = reckoner.place(at)
  if (placed && isInside(placed.at)) return placed
  elsewhere.first ??= at
  if (reckoner.isSwapped(at)) elsewhere.swapped++
  return undefined
}

/**
 * The coordinate system of most rows: a table is in one, the few rows that land here in another are wrong.
 * Undefined: no row has one.
 */
export function mainSystem(placed: readonly { system?: string }[]): string | undefined {
  const sizes = new Map<string, number>()
  for (const { system } of placed) if (system) sizes.set(system, (sizes.get(system) ?? 0) + 1)
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Where its rows lie, and what was expected. `name`: of the table, `outside`: how many rows. */
export function elsewhereWords(
  name: string,
  { outside, first: [x, y], swapped, bbox }: Required<Elsewhere> & { outside: number; bbox: DegreeBox },
): string {
  const expected = 'Expected the table of the place that --osm holds'
  const here = `none of ${outside} rows lies in the region (west, south, east, north ${bbox.join(', ')}): the first is at ${x}, ${y}`
  if (swapped > 0) return `${here}. Turned round it would: expected the longitude as x, the latitude as y.`
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return `${here}. ${expected}, with longitude and latitude.`
  return `${here}. ${expected}, in ${SYSTEMS_READ}. Where it is in another system, write it in degrees: ${inDegrees(name)}`
}
