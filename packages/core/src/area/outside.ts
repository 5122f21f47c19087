/** How much of a shape lies outside of a box: what a region leaves of an area that reaches over its rim. */
import type { Bbox, Polygonal } from './polygon.ts'

type Ring = readonly GeoJSON.Position[]

/**
 * Share of the area of all shapes together, 0 to 1; 0 for shapes without an inside. In degrees: within one region their
 * ratio is that of square metres to a thousandth. Cost: linear in the corners.
 */
export function shareOutside(shapes: readonly Polygonal[], box: Bbox): number {
  let [whole, inside] = [0, 0]
  for (const shape of shapes) {
    for (const [outer, ...holes] of shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) {
      if (!outer) continue
      const rest = (of: (ring: Ring) => number): number =>
        of(outer) - holes.reduce((sum, hole) => sum + of(hole), 0)
      whole += rest(sizeOf)
      inside += rest((ring) => sizeOf(clipped(ring, box)))
    }
  }
  return whole > 0 ? Math.min(1, Math.max(0, 1 - inside / whole)) : 0
}

/**
 * What of a ring lies in the box; parts of it may lie on its sides, where they have no inside.
 *
 * Source: Sutherland and Hodgman, Reentrant polygon clipping, CACM 17 (1974), doi:10.1145/360767.360802.
 */
function clipped(ring: Ring, [west, south, east, north]: Bbox): Ring {
  const sides = [
    { axis: 0, at: west, sign: 1 },
    { axis: 1, at: south, sign: 1 },
    { axis: 0, at: east, sign: -1 },
    { axis: 1, at: north, sign: -1 },
  ]
  let corners: Ring = ring
  for (const { axis, at, sign } of sides) {
    const kept: GeoJSON.Position[] = []
    for (const [index, corner] of corners.entries()) {
      const before = corners.at(index - 1)!
      const [to, from] = [sign * (corner[axis]! - at), sign * (before[axis]! - at)]
      if (to < 0 !== from < 0) {
        const share = from / (from - to)
        kept.push([0, 1].map((each) => before[each]! + share * (corner[each]! - before[each]!)))
      }
      if (to >= 0) kept.push(corner)
    }
    corners = kept
  }
  return corners
}

/** The shoelace formula, from the first corner: far from zero, products of whole coordinates would eat the digits. */
function sizeOf(ring: Ring): number {
  const [x, y] = ring[0] ?? [0, 0]
  let twice = 0
  for (const [index, corner] of ring.entries()) {
    const next = ring[(index + 1) % ring.length]!
    twice += (corner[0]! - x!) * (next[1]! - y!) - (next[0]! - x!) * (corner[1]! - y!)
  }
  return Math.abs(twice) / 2
}
