/** What of an outline lies in a box of degrees, and boxes around places. */
import { middleOf, widthOf, type DegreeBox } from '@doorwalk/core/region/box'
import { degreesEast, metresPerDegree, type LngLat, type Metres } from '@doorwalk/core/units'
import { boxRing, clipToConvex, signedArea, type XY } from './plane.ts'

/** Share of a ring's area in a box, 0…1; 0 for a ring without area. */
export function shareInside(ring: readonly LngLat[], box: DegreeBox): number {
  const [first] = ring
  if (!first) return 0
  // Degrees east of the middle; a ring is not torn where these end.
  const start = degreesEast(middleOf(box)[0], first[0])
  const flat = ring.map(([lng, lat]): XY => [start + degreesEast(first[0], lng), lat])
  const half = widthOf(box) / 2
  const sides = boxRing([-half, box[1], half, box[3]])
  const area = Math.abs(signedArea(flat))
  return area === 0 ? 0 : Math.min(1, Math.abs(signedArea(clipToConvex(flat, sides))) / area)
}

/** Up to the poles and once around. */
export function grownBy(box: DegreeBox, metres: Metres): DegreeBox {
  const [west, south, east, north] = box
  const scale = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)))
  const up = metres / scale.lat
  const [low, high] = [Math.max(-90, south - up), Math.min(90, north + up)]
  const out = metres / scale.lng
  if (!(widthOf(box) + 2 * out < 360)) return [-180, low, 180, high]
  return [degreesEast(0, west - out), low, degreesEast(0, east + out), high]
}

/** The narrowest box around places, at most half the world wide or else all around it; undefined for none. */
export function boxAround(places: Iterable<LngLat>): DegreeBox | undefined {
  // Longitudes twice: from −180 to 180, and from 0 to 360, in which the antimeridian is no edge.
  let [west, east, westShifted, eastShifted] = [Infinity, -Infinity, Infinity, -Infinity]
  let [south, north] = [Infinity, -Infinity]
  for (const [lng, lat] of places) {
    const shifted = lng < 0 ? lng + 360 : lng
    if (lng < west) west = lng
    if (lng > east) east = lng
    if (shifted < westShifted) westShifted = shifted
    if (shifted > eastShifted) eastShifted = shifted
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  if (west > east) return undefined
  const crosses = eastShifted - westShifted < east - west
  if (!crosses) return [west, south, east, north]
  return [degreesEast(0, westShifted), south, degreesEast(0, eastShifted), north]
}
