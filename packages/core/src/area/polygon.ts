/** Polygon work by @turf: is a drawn area usable, and what lies inside it. */
import { area as areaOf, bbox as bboxOf, booleanPointInPolygon, kinks, polygon } from '@turf/turf'
import { fieldError } from '../error.ts'
import { LIMITS } from '../request/request.ts'
import type { LngLat } from '../units.ts'

export type Polygonal = GeoJSON.Polygon | GeoJSON.MultiPolygon
/** west, south, east, north */
export type Bbox = [number, number, number, number]

/** Largest drawn area, km²: a metropolis; beyond, plan by precincts. */
const MAX_AREA_KM2 = 2_000
/** Below this, m², a ring is a slip of the finger. */
const MIN_AREA_M2 = 1

/**
 * Refuses what would give a silently wrong area.
 *
 * @throws VisibleError area.too_many_vertices, area.ring_open, area.self_crossing, area.empty, area.too_large
 */
export function checkPolygon(geometry: Polygonal, pointer: string): void {
  const rings = ringsOf(geometry)
  const vertices = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (vertices > LIMITS.polygonVertices)
    throw fieldError(
      'area.too_many_vertices',
      pointer,
      `got ${vertices} vertices, at most ${LIMITS.polygonVertices}; simplify it`,
    )
  for (const ring of rings) checkRing(ring, pointer)
  const squareMetres = areaOf(geometry)
  if (squareMetres < MIN_AREA_M2)
    throw fieldError('area.empty', pointer, 'the polygon covers nothing; draw an area with an inside')
  if (squareMetres > MAX_AREA_KM2 * 1e6)
    throw fieldError(
      'area.too_large',
      pointer,
      `got ${Math.round(squareMetres / 1e6)} km², at most ${MAX_AREA_KM2} km²; plan it in pieces`,
    )
}

function checkRing(ring: LngLat[], pointer: string): void {
  const first = ring[0]!
  const last = ring.at(-1)!
  if (first[0] !== last[0] || first[1] !== last[1])
    throw fieldError(
      'area.ring_open',
      pointer,
      `a ring begins at [${first.join(', ')}] and ends at [${last.join(', ')}]; repeat the first position at the end`,
    )
  const crossing = kinks(polygon([ring])).features[0]
  if (crossing)
    throw fieldError(
      'area.self_crossing',
      pointer,
      `the ring crosses itself at [${crossing.geometry.coordinates.map((c) => c.toFixed(6)).join(', ')}]; redraw it`,
    )
}

export function ringsOf(geometry: Polygonal): LngLat[][] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  return rings.map((ring) => ring.map(([lng, lat]): LngLat => [lng!, lat!]))
}

export function isInside(point: LngLat, geometry: Polygonal): boolean {
  return booleanPointInPolygon(point, geometry)
}

export function bboxOfGeometry(geometry: Polygonal): Bbox {
  const [west, south, east, north] = bboxOf(geometry)
  return [west, south, east, north]
}

export function overlaps(a: Bbox, b: Bbox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

export function joinBboxes(boxes: Bbox[]): Bbox {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ]
}
