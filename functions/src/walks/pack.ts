/**
 * What a phone needs to walk without a network: the walk, its reserves, and the map around, small enough for a bad
 * line.
 */
import { gzipSync } from 'node:zlib'
import { type LngLat, metresPerDegree } from '@doorwalk/core/units'
import type { Walk } from '@doorwalk/core/walk/answer'
import { boxAround, manifestOf } from '@doorwalk/core/paper/map-around'
import type { MapFeatures } from '@doorwalk/core/paper/map-svg'
import type { StoredWalk } from '../store/stored-walk.ts'
import { featureCollection } from '../regions/map.ts'
import type { World } from '../world.ts'

/** Of the whole pack, compressed. */
const PACK_BYTES = 150_000
/** Around the way and the doors, metres; the next smaller one where the pack would be too large. */
const REACH_METRES = [150, 100, 60, 30]
/** 1e-5 degrees are about a metre: a map on a phone shows no less. */
const MAP_SCALE = 1e5

export interface PackMap {
  reachMetres: number
  map: ReturnType<typeof featureCollection>
}

/** Cost: decodes the tiles around the walk (about 20 ms each), and compresses once per reach that is tried. */
export async function packMap(
  { regions }: Pick<World, 'regions'>,
  { walk, plan }: StoredWalk,
): Promise<PackMap> {
  const [widest = 0] = REACH_METRES
  const line = waypoints(walk)
  const bbox = boxAround(line, widest)
  const manifest = await manifestOf(regions, plan.region)
  // Street code, loaded when a map is drawn: the thin API function starts without it.
  const { mapFeatures } = await import('@doorwalk/core/paper/map-features')
  const all: MapFeatures = bbox
    ? await mapFeatures(regions, { manifest, bbox })
    : { streets: [], footprints: [] }
  const base = gzipSync(JSON.stringify(walk)).length
  const fits = ({ map }: PackMap): boolean => base + gzipSync(JSON.stringify(map)).length <= PACK_BYTES
  for (const reachMetres of REACH_METRES) {
    const pack = { reachMetres, map: featureCollection(within(all, line, reachMetres), MAP_SCALE) }
    if (fits(pack)) return pack
  }
  return { reachMetres: 0, map: featureCollection({ streets: [], footprints: [] }, MAP_SCALE) }
}

/** The way and all doors, at most 25 m apart. */
function waypoints(walk: Walk): LngLat[] {
  const doors = [
    ...walk.stops.flatMap(({ targets }) => targets.map(({ location }) => location)),
    ...walk.reserves.map(({ location }) => location),
  ]
  return [...walk.legs.flatMap(({ geometry }) => dense(geometry.coordinates)), ...doors]
}

const APART_METRES = 25

function dense(line: LngLat[]): LngLat[] {
  return line.flatMap((point, index): LngLat[] => {
    const before = line[index - 1]
    if (!before) return [point]
    const pieces = Math.max(1, Math.ceil(metresBetween(before, point) / APART_METRES))
    return Array.from({ length: pieces }, (_, piece): LngLat => {
      const share = (piece + 1) / pieces
      return [before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share]
    })
  })
}

function metresBetween(a: LngLat, b: LngLat): number {
  const degree = metresPerDegree(a[1])
  return Math.sqrt(((b[0] - a[0]) * degree.lng) ** 2 + ((b[1] - a[1]) * degree.lat) ** 2)
}

/** Streets and buildings with a corner that near. */
function within({ streets, footprints }: MapFeatures, line: LngLat[], metres: number): MapFeatures {
  const isNear = nearness(line, metres)
  return {
    streets: streets.filter(({ coordinates }) => dense(coordinates).some(isNear)),
    footprints: footprints.filter(({ rings }) => (rings[0] ?? []).some(isNear)),
  }
}

/** Asks only the waypoints of the squares around: linear in the map, not in map × way. */
function nearness(line: LngLat[], metres: number): (point: LngLat) => boolean {
  const degree = metresPerDegree(line[0]?.[1] ?? 0)
  const square = ([lng, lat]: LngLat): [number, number] => [
    Math.floor((lng * degree.lng) / metres),
    Math.floor((lat * degree.lat) / metres),
  ]
  const squares = new Map<string, LngLat[]>()
  for (const point of line) {
    const key = square(point).join()
    squares.set(key, [...(squares.get(key) ?? []), point])
  }
  return (point) => {
    const [x, y] = square(point)
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        if (squares.get(`${x + dx},${y + dy}`)?.some((other) => metresBetween(point, other) <= metres))
          return true
    return false
  }
}
