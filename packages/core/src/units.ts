/** The words for quantities, and the only conversions between them. Coordinates are `[lng, lat]` everywhere. */

/** WGS 84 degrees, longitude first, as in GeoJSON. */
export type LngLat = [lng: number, lat: number]

/** Phantom brands: a plain number passes, a swapped unit does not. */
export type Seconds = number & { readonly __unit?: 'second' }
export type Metres = number & { readonly __unit?: 'metre' }
/** Integer tenths of a second: the unit of graph, matrix and solver. */
export type Deciseconds = number & { readonly __unit?: 'decisecond' }

/** Marks a pair without a walk in integer decisecond arrays; far above any real walk, far below int32 overflow when summed. */
export const UNREACHABLE = 500_000_000

/** Metres in one degree of latitude and of longitude at a latitude (series of the WGS 84 ellipsoid; FCC 47 CFR 73.208). */
export function metresPerDegree(lat: number): { lng: number; lat: number } {
  const phi = (lat * Math.PI) / 180
  return {
    lat: 1000 * (111.13209 - 0.56605 * Math.cos(2 * phi) + 0.0012 * Math.cos(4 * phi)),
    lng: 1000 * (111.41513 * Math.cos(phi) - 0.09455 * Math.cos(3 * phi) + 0.00012 * Math.cos(5 * phi)),
  }
}

/** Straight distance between two points, good to a few millimetres per kilometre at city scale. */
export function metresBetween(a: LngLat, b: LngLat): Metres {
  const scale = metresPerDegree((a[1] + b[1]) / 2)
  const dx = (b[0] - a[0]) * scale.lng
  const dy = (b[1] - a[1]) * scale.lat
  return Math.sqrt(dx * dx + dy * dy)
}

export function toSeconds(value: Deciseconds): Seconds {
  return Math.round(value / 10)
}

export function toDeciseconds(value: Seconds): Deciseconds {
  return Math.round(value * 10)
}
