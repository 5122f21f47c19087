/** Around a walk from a place: the circle that it never leaves, whatever the streets are like. */
import type { WalkFrom } from '../request/area-request.ts'
import { type LngLat, type Metres, metresBetween, metresPerDegree } from '../units.ts'
import type { Bbox } from './polygon.ts'

/** Faster than every profile walks: OSRM's 5 km/h is 1.39. */
const FASTEST_METRES_PER_SECOND = 1.4
/** From the street to the start and to the last door, which not every profile counts. */
const OFF_STREET: Metres = 500

export function mayBeWalked(walk: WalkFrom, place: LngLat): boolean {
  return metresBetween(walk.start, place) <= radiusOf(walk)
}

export function walkBox(walk: WalkFrom): Bbox {
  const { start } = walk
  const [lng, lat] = start
  const scale = metresPerDegree(lat)
  const radius = radiusOf(walk)
  const [east, north] = [Math.min(180, radius / Math.max(1, scale.lng)), radius / scale.lat]
  return [lng - east, Math.max(-90, lat - north), lng + east, Math.min(90, lat + north)]
}

function radiusOf({ minutes }: WalkFrom): Metres {
  return minutes * 60 * FASTEST_METRES_PER_SECOND + OFF_STREET
}
