/** The words for quantities, and the only conversions between them. Coordinates are `[lng, lat]` everywhere. */

/** WGS 84 degrees, longitude first, as in GeoJSON. */
export type LngLat = [lng: number, lat: number]

/** Phantom brands: a plain number passes, a swapped unit does not. */
export type Seconds = number & { readonly __unit?: 'second' }
export type Metres = number & { readonly __unit?: 'metre' }
/** Integer tenths of a second: the unit of graph, matrix and solver. */
export type Deciseconds = number & { readonly __unit?: 'decisecond' }

/**
 * Marks a pair without a walk in integer decisecond arrays; far above any real walk, far below int32 overflow when
 * summed.
 */
export const UNREACHABLE = 500_000_000

/**
 * Metres in one degree of latitude and of longitude at a latitude (series of the WGS 84 ellipsoid; FCC 47 CFR
 * 73.208).
 */
export function metresPerDegree(lat: number): { lng: number; lat: number } {
  // cosines of multiples by Chebyshev's recurrence: cos(kφ) = 2·cos φ·cos((k−1)φ) − cos((k−2)φ)
  const c1 = cosine((lat * Math.PI) / 180)
  const c2 = 2 * c1 * c1 - 1
  const c3 = 2 * c1 * c2 - c1
  const c4 = 2 * c1 * c3 - c2
  const c5 = 2 * c1 * c4 - c3
  return {
    lat: 1000 * (111.13209 - 0.56605 * c2 + 0.0012 * c4),
    lng: 1000 * (111.41513 * c1 - 0.09455 * c3 + 0.00012 * c5),
  }
}

/** Cosine of −π/2…π/2 to 1e-13 by its series: Math.cos may differ in the last digit between machines. */
function cosine(radians: number): number {
  const square = radians * radians
  let term = 1
  let sum = 1
  for (let k = 1; k <= COSINE_TERMS; k++) {
    term *= -square / (2 * k * (2 * k - 1))
    sum += term
  }
  return sum
}

/** (π/2)^24 / 24! < 1e-17 */
const COSINE_TERMS = 12

/** From one longitude to another the short way round: −180…180. */
export function degreesEast(from: number, to: number): number {
  const turn = to - from
  return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
}

/** Straight distance between two points, good to a few millimetres per kilometre at city scale. */
export function metresBetween(a: LngLat, b: LngLat): Metres {
  const scale = metresPerDegree((a[1] + b[1]) / 2)
  const dx = degreesEast(a[0], b[0]) * scale.lng
  const dy = (b[1] - a[1]) * scale.lat
  return Math.sqrt(dx * dx + dy * dy)
}

export function toSeconds(value: Deciseconds): Seconds {
  return Math.round(value / 10)
}

export function toDeciseconds(value: Seconds): Deciseconds {
  return Math.round(value * 10)
}
