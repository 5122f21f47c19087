/** Flat geometry in metres: areas, distances, clipping. */
import { degreesEast, metresPerDegree, type LngLat, type Metres } from '@doorwalk/core/units'

/** Metres east and north of the plane's origin. */
export type XY = [x: number, y: number]
export type Box = [west: number, south: number, east: number, north: number]

/** Degrees of longitude that are flattened together, as wide as a zone of UTM. */
const STRIP_DEGREES = 6
/** Of a strip at the equator, so that strips never lie over each other. */
const STRIP_METRES = STRIP_DEGREES * metresPerDegree(0).lng

/**
 * The world laid flat, in strips of 6° from pole to pole: every place has the scale of its own latitude, so that areas
 * are true wherever a building stands. Within 50 km of the origin areas and lengths are right to 0.5 %; further off
 * areas to 1 %, lengths to 3 %. Strips meet at the equator only: what lies on two sides of the edge between them seems
 * far apart. The first is centred on the origin, so that a region less than 6° wide has no edge.
 * Source: sinusoidal projection, interrupted; Snyder 1987, https://doi.org/10.3133/pp1395
 */
export class Plane {
  private readonly origin: LngLat
  private readonly metresNorth: number

  constructor(origin: LngLat) {
    this.origin = origin
    this.metresNorth = metresPerDegree(origin[1]).lat
  }

  /** @param beside  a place whose strip is taken: of an outline, one for all its corners */
  toXY([lng, lat]: LngLat, beside?: LngLat): XY {
    const near = degreesEast(this.origin[0], beside ? beside[0] : lng)
    const strip = Math.round(near / STRIP_DEGREES)
    const east = beside ? near + degreesEast(beside[0], lng) : near
    const x = strip * STRIP_METRES + (east - strip * STRIP_DEGREES) * metresPerDegree(lat).lng
    return [x, (lat - this.origin[1]) * this.metresNorth]
  }

  /** At 1e-6 degrees, about 0.1 m. */
  toLngLat([x, y]: XY): LngLat {
    const lat = this.origin[1] + y / this.metresNorth
    const strip = Math.round(x / STRIP_METRES)
    const east = strip * STRIP_DEGREES + (x - strip * STRIP_METRES) / metresPerDegree(lat).lng
    return roundPlace([degreesEast(0, this.origin[0] + east), lat])
  }
}

export function roundPlace([lng, lat]: LngLat): LngLat {
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
}

export function distance(a: XY, b: XY): Metres {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)
}

export function boxOf(points: Iterable<XY>): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

export function grownBox([west, south, east, north]: Box, metres: Metres): Box {
  return [west - metres, south - metres, east + metres, north + metres]
}

/** Square metres, positive for a counter-clockwise ring. Rings are closed or open alike. */
export function signedArea(ring: XY[]): number {
  let twice = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    twice += a[0] * b[1] - b[0] * a[1]
  }
  return twice / 2
}

/** Centre of gravity of a ring; of its corners when it has no area. */
export function centroid(ring: XY[]): XY {
  const [ox, oy] = ring[0]!
  let twice = 0
  let x = 0
  let y = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    const cross = (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy)
    twice += cross
    x += (a[0] + b[0] - 2 * ox) * cross
    y += (a[1] + b[1] - 2 * oy) * cross
  }
  if (Math.abs(twice) < 1e-6) return [ox, oy]
  return [ox + x / (3 * twice), oy + y / (3 * twice)]
}

/** Even-odd over all rings, so that courtyards are outside. */
export function isInside([x, y]: XY, rings: XY[][]): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[i]!
      const b = ring[j]!
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    }
  }
  return inside
}

export function nearestOnSegment(p: XY, a: XY, b: XY): XY {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length2 = dx * dx + dy * dy
  if (length2 === 0) return a
  const t = Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2))
  return [a[0] + t * dx, a[1] + t * dy]
}

/** Nearest point of the outline. */
export function nearestOnRings(p: XY, rings: XY[][]): { at: XY; metres: Metres } {
  let at: XY = rings[0]?.[0] ?? p
  let metres = Infinity
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const candidate = nearestOnSegment(p, ring[i]!, ring[i + 1]!)
      const away = distance(p, candidate)
      if (away < metres) [at, metres] = [candidate, away]
    }
  }
  return { at, metres }
}

/** 0 inside, else the distance to the box: no outline in it is nearer. */
export function metresOutsideBox([x, y]: XY, [west, south, east, north]: Box): Metres {
  return Math.hypot(Math.max(west - x, 0, x - east), Math.max(south - y, 0, y - north))
}

/** 0 inside, else the distance to the outline. */
export function metresOutside(p: XY, rings: XY[][]): Metres {
  return isInside(p, rings) ? 0 : nearestOnRings(p, rings).metres
}

/**
 * What of a ring lies in a convex counter-clockwise ring. Where a concave ring falls apart, the pieces stay joined by
 * edges of no area, so that areas are right.
 * Source: Sutherland and Hodgman 1974, https://doi.org/10.1145/360767.360802
 */
export function clipToConvex(ring: XY[], convex: XY[]): XY[] {
  let kept = ring
  for (let i = 0; i < convex.length && kept.length > 0; i++) {
    const a = convex[i]!
    const b = convex[(i + 1) % convex.length]!
    const side = (p: XY) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
    const next: XY[] = []
    for (let j = 0; j < kept.length; j++) {
      const from = kept[j]!
      const to = kept[(j + 1) % kept.length]!
      const [s, t] = [side(from), side(to)]
      if (s >= 0) next.push(from)
      if (s >= 0 !== t >= 0) {
        const share = s / (s - t)
        next.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])])
      }
    }
    kept = next
  }
  return kept
}

export function boxRing([west, south, east, north]: Box): XY[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}
