/** Coordinates as a graph stores them: 1e-7 degrees, longitudes from an origin of its own. */
import type { LngLat } from '../../units.ts'

/** 1e-7 degrees in one degree: OSM's own precision. */
export const E7 = 1e7

/** Where longitudes are counted from: a graph has one. */
interface Origin {
  originLng: number
}

/** From stored units to degrees. */
export function toLngLat({ originLng }: Origin, [x, y]: [number, number]): LngLat {
  return [wrapE7(x + originLng) / E7, y / E7]
}

/** From degrees to stored units, unrounded. */
export function fromLngLat({ originLng }: Origin, [lng, lat]: LngLat): [number, number] {
  return [wrapE7(lng * E7 - originLng), lat * E7]
}

/** Into −180…180 degrees. */
export function wrapE7(value: number): number {
  const half = 180 * E7
  if (value > half) return value - 2 * half
  if (value < -half) return value + 2 * half
  return value
}

/** In place: longitudes relative to the origin of a graph. */
export function moveOrigin(lng: Int32Array, originLng: number): void {
  for (let i = 0; i < lng.length; i++) lng[i] = wrapE7(lng[i]! - originLng)
}
