/** Polygons by themselves: is a drawn area usable, and what is around it. What lies inside many of them: shape.ts. */
import { area as areaOf, bbox as bboxOf, booleanPointInPolygon } from '@turf/turf'
import { fieldError } from '../error.ts'
import { type AreaRequest, leavesOf } from '../request/area-request.ts'
import { LIMITS } from '../request/request.ts'
import type { LngLat } from '../units.ts'
import { type Crossing, ringCrossing } from './ring-crossing.ts'

export type Polygonal = GeoJSON.Polygon | GeoJSON.MultiPolygon
/** west, south, east, north */
export type Bbox = [number, number, number, number]

/** Largest drawn area, km²: a metropolis; beyond, plan by precincts. */
const MAX_AREA_KM2 = 2_000
/** Below this, m², a ring is a slip of the finger. */
const MIN_AREA_M2 = 1

/**
 * Refuses what would give a silently wrong area. Each ring is judged for itself: parts may lie over each other, and a
 * hole may reach out of its outline.
 *
 * Time O(n log n) in the vertices; what has too many is refused before.
 *
 * @throws VisibleError area.too_many_vertices, area.ring_open, area.self_crossing, area.empty, area.too_large
 */
export function checkPolygon(geometry: Polygonal, pointer: string): void {
  const rings = ringsOf(geometry)
  checkVertices([geometry], pointer)
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

/** @throws VisibleError area.too_many_vertices, of all of them together */
function checkVertices(geometries: readonly Polygonal[], pointer: string): void {
  const rings = geometries.flatMap(ringsOf)
  const vertices = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (vertices > LIMITS.polygonVertices)
    throw fieldError(
      'area.too_many_vertices',
      pointer,
      `got ${vertices} vertices, at most ${LIMITS.polygonVertices}; simplify it`,
    )
}

/**
 * Refuses an area of which something drawn is refused, or all that is drawn together has too many vertices.
 *
 * @throws VisibleError as {@link checkPolygon}
 */
export function checkDrawn(area: AreaRequest, pointer: string): void {
  const drawn = leavesOf(area, pointer).flatMap(({ part, pointer: at }) =>
    'type' in part ? [{ geometry: part, at }] : [],
  )
  checkVertices(
    drawn.map(({ geometry }) => geometry),
    pointer,
  )
  for (const { geometry, at } of drawn) checkPolygon(geometry, at)
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
  const crossing = ringCrossing(ring)
  if (crossing) throw fieldError('area.self_crossing', pointer, saidOf(crossing))
}

function saidOf({ kind, at }: Crossing): string {
  const place = `[${at.map((value) => value.toFixed(6)).join(', ')}]`
  if (kind === 'spike') return `the ring runs out to ${place} and straight back; take that position out`
  if (kind === 'touch')
    return `the ring comes back to ${place}, where it has been; redraw it, or make two polygons of it`
  return `the ring crosses itself at ${place}; redraw it`
}

function ringsOf(geometry: Polygonal): LngLat[][] {
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

/** The smallest box around these; of none, one that holds nothing. */
export function joinBboxes(boxes: readonly Bbox[]): Bbox {
  const all: Bbox = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [west, south, east, north] of boxes) {
    if (west < all[0]) all[0] = west
    if (south < all[1]) all[1] = south
    if (east > all[2]) all[2] = east
    if (north > all[3]) all[3] = north
  }
  return all
}
