/** The outline of what can be walked to, to be drawn on a map: of cells where something stands that is reached. */
import { type Cell, cellAt, disk, mergedCells } from '../h3.ts'
import type { LngLat } from '../units.ts'

/** About 50 m across. */
const RESOLUTION = 11
/** Yards and streets up to about 100 m wide between what is reached belong to it. */
const GAP_RINGS = 2

/** Coordinates of a MultiPolygon: every place is in it; none: there is no place. */
export function outlineOf(places: readonly LngLat[]): LngLat[][][] {
  const reached = new Set(places.map((place) => cellAt(place, RESOLUTION)))
  const wide = new Set([...reached].flatMap((cell) => disk(cell, GAP_RINGS)))
  const isDeep = (cell: Cell): boolean => disk(cell, GAP_RINGS).every((near) => wide.has(near))
  return mergedCells([...wide].filter((cell) => reached.has(cell) || isDeep(cell)).sort())
}
