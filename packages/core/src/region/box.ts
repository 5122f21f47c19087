/** Boxes in degrees. One that crosses the antimeridian has its west in the east: `[179, -17, -179, -16]`. */
import type { LngLat } from '../units.ts'

export type DegreeBox = readonly [west: number, south: number, east: number, north: number]

/** Degrees from west to east: 0…360. */
export function widthOf([west, , east]: DegreeBox): number {
  return east >= west ? east - west : east - west + 360
}

export function middleOf(box: DegreeBox): LngLat {
  const lng = box[0] + widthOf(box) / 2
  return [lng > 180 ? lng - 360 : lng, (box[1] + box[3]) / 2]
}

/** Its edge counts as inside. */
export function boxHolds([west, south, east, north]: DegreeBox, [lng, lat]: Readonly<LngLat>): boolean {
  if (!(lat >= south && lat <= north)) return false
  return west <= east ? lng >= west && lng <= east : lng >= west || lng <= east
}

/** Of places that do not lie on both sides of the antimeridian. Of none: one that nothing overlaps. */
export function boxAround(places: Iterable<Readonly<LngLat>>): DegreeBox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of places) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

/** Whether they share a place; edges that touch do. */
export function boxesOverlap(a: DegreeBox, b: DegreeBox): boolean {
  if (!(a[1] <= b[3] && b[1] <= a[3])) return false
  if (a[0] <= a[2] && b[0] <= b[2]) return a[0] <= b[2] && b[0] <= a[2]
  return eastward(a[0], b[0]) <= widthOf(a) || eastward(b[0], a[0]) <= widthOf(b)
}

export function boxWithin(inner: DegreeBox, outer: DegreeBox): boolean {
  if (!(inner[1] >= outer[1] && inner[3] <= outer[3])) return false
  if (inner[0] <= inner[2] && outer[0] <= outer[2]) return inner[0] >= outer[0] && inner[2] <= outer[2]
  return widthOf(outer) === 360 || eastward(outer[0], inner[0]) + widthOf(inner) <= widthOf(outer)
}

function eastward(from: number, to: number): number {
  return (((to - from) % 360) + 360) % 360
}
