/**
 * Does a ring cross or touch itself? The sweep of Shamos and Hoey (Geometric intersection problems, 1976,
 * https://doi.org/10.1109/SFCS.1976.16), which stops at the first place, with orientations whose sign is exact
 * (Shewchuk, https://doi.org/10.1007/PL00009321).
 */
import { orient2d } from 'robust-predicates/umd/orient2d.js'
import type { LngLat } from '../units.ts'
import { SweepOrder } from './sweep-order.ts'

export interface Crossing {
  /** `spike`: it runs out and back on one line; `touch`: it comes back to a place where it has been. */
  kind: 'cross' | 'touch' | 'spike'
  at: LngLat
}

/**
 * A place where two edges meet that do not follow each other, or where the ring turns back on its own line; null:
 * there is none. A position that is repeated at once counts once, and a ring that lies on one line never crosses:
 * it covers nothing.
 *
 * @param ring  closed
 * Time O(n log n).
 */
export function ringCrossing(ring: readonly LngLat[]): Crossing | null {
  const corners = withoutRepeats(ring)
  if (corners.length < 3 || isOnOneLine(corners)) return null
  const order = corners.map((_, index) => index).sort((a, b) => compare(corners[a]!, corners[b]!))
  return spike(corners) ?? repeatedCorner(corners, order) ?? sweep(corners, order)
}

/** The corners of a ring once each: no position follows itself, nor closes the ring. */
function withoutRepeats(ring: readonly LngLat[]): LngLat[] {
  const corners = ring.filter((corner, index) => index === 0 || compare(corner, ring[index - 1]!) !== 0)
  while (corners.length > 1 && compare(corners[0]!, corners.at(-1)!) === 0) corners.pop()
  return corners
}

function isOnOneLine(corners: LngLat[]): boolean {
  return corners.every((corner) => turn(corners[0]!, corners[1]!, corner) === 0)
}

function repeatedCorner(corners: LngLat[], order: number[]): Crossing | null {
  const found = order.find(
    (corner, place) => place > 0 && compare(corners[corner]!, corners[order[place - 1]!]!) === 0,
  )
  return found === undefined ? null : { kind: 'touch', at: corners[found]! }
}

function spike(corners: LngLat[]): Crossing | null {
  const found = corners.find((corner, index) => {
    const [before, after] = [corners.at(index - 1)!, corners[(index + 1) % corners.length]!]
    return turn(before, corner, after) === 0 && compare(before, corner) === compare(after, corner)
  })
  return found ? { kind: 'spike', at: found } : null
}

/**
 * Edge i leads from corner i to the next. All corners differ, and edges that follow each other have one point in
 * common: so each event is one corner, where its two edges begin, end, or follow each other.
 */
function sweep(corners: LngLat[], order: number[]): Crossing | null {
  const count = corners.length
  const isBefore = (a: number, b: number): boolean => compare(corners[a]!, corners[b]!) < 0
  const endsOf = (edge: number): [LngLat, LngLat] => {
    const next = (edge + 1) % count
    return isBefore(edge, next) ? [corners[edge]!, corners[next]!] : [corners[next]!, corners[edge]!]
  }
  const met = new SweepOrder(count)
  /** Edges that have become neighbours on the sweep line. */
  const check = (a: number, b: number): Crossing | null => {
    if (a < 0 || b < 0 || (a + 1) % count === b || (b + 1) % count === a) return null
    return meeting(endsOf(a), endsOf(b))
  }
  for (const corner of order) {
    const [arriving, leaving] = [(corner + count - 1) % count, corner]
    const next = (corner + 1) % count
    const [arrivingEnds, leavingEnds] = [isBefore(arriving, corner), isBefore(next, corner)]
    let crossing: Crossing | null
    if (arrivingEnds && leavingEnds) {
      met.takeAway(arriving)
      const [below, above] = [met.below(leaving), met.above(leaving)]
      met.takeAway(leaving)
      crossing = check(below, above)
    } else if (arrivingEnds || leavingEnds) {
      const [old, fresh] = arrivingEnds ? [arriving, leaving] : [leaving, arriving]
      const below = met.below(old)
      met.takeAway(old)
      met.putAbove(below, fresh)
      crossing = check(below, fresh) ?? check(fresh, met.above(fresh))
    } else {
      const point = corners[corner]!
      const place = met.locate((edge) => turn(...endsOf(edge), point))
      if ('touched' in place) return { kind: 'touch', at: point }
      const isArrivingLower = turn(point, corners[arriving]!, corners[next]!) > 0
      const [lower, upper] = isArrivingLower ? [arriving, leaving] : [leaving, arriving]
      met.putAbove(place.below, lower)
      met.putAbove(lower, upper)
      crossing = check(place.below, lower) ?? check(upper, met.above(upper))
    }
    if (crossing) return crossing
  }
  return null
}

/** Where two edges meet, ends included. */
function meeting([a, b]: [LngLat, LngLat], [c, d]: [LngLat, LngLat]): Crossing | null {
  const [fromC, fromD] = [turn(a, b, c), turn(a, b, d)]
  const [fromA, fromB] = [turn(c, d, a), turn(c, d, b)]
  if (fromC === 0 && isBetween(c, a, b)) return { kind: 'touch', at: c }
  if (fromD === 0 && isBetween(d, a, b)) return { kind: 'touch', at: d }
  if (fromA === 0 && isBetween(a, c, d)) return { kind: 'touch', at: a }
  if (fromB === 0 && isBetween(b, c, d)) return { kind: 'touch', at: b }
  if (fromC > 0 === fromD > 0 || fromA > 0 === fromB > 0) return null
  if (fromC === 0 || fromD === 0 || fromA === 0 || fromB === 0) return null
  const share = fromA / (fromA - fromB)
  return { kind: 'cross', at: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])] }
}

/** Of three positions on one line. */
function isBetween(point: LngLat, a: LngLat, b: LngLat): boolean {
  return compare(a, point) <= 0 && compare(point, b) <= 0
}

/** Positive where c lies to the left of the way from a to b, 0 on its line. */
function turn(a: LngLat, b: LngLat, c: LngLat): number {
  return -orient2d(a[0], a[1], b[0], b[1], c[0], c[1])
}

/** From west to east, and from south to north on one meridian: the order in which the line sweeps. */
function compare(a: LngLat, b: LngLat): -1 | 0 | 1 {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1
  return 0
}
