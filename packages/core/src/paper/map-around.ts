/** The part of a region around walks: what a map of them shows, on paper and on a phone. */
import type { Bbox } from '../area/polygon.ts'
import { noneIfUnknown } from '../error.ts'
import type { Regions } from '../ports.ts'
import type { Manifest } from '../region/region.ts'
import { type LngLat, metresPerDegree } from '../units.ts'
import type { Plan, Walk } from '../walk/answer.ts'
import type { MapFeatures } from './map-svg.ts'

/** Drawn around a walk on paper. */
const MARGIN_METRES = 400

export interface WalksOfRegion {
  walks: Walk[]
  /** Of the plan that the walks are of. */
  region: Plan['region']
}

const NOTHING: MapFeatures = { streets: [], footprints: [] }

/**
 * What a printed map of these walks shows below them, their reserves included. Nothing when there is no walk, or no
 * such region any more. Cost: decodes the tiles of the box, about 20 ms each.
 */
export async function mapAround(regions: Regions, { walks, region }: WalksOfRegion): Promise<MapFeatures> {
  const bbox = boxAround(walks.flatMap(pointsOf), MARGIN_METRES)
  const manifest = bbox && (await manifestIfThere(regions, region))
  if (!manifest) return NOTHING
  // Street code, loaded when a map is drawn: who writes other forms starts without it.
  const { mapFeatures } = await import('./map-features.ts')
  return mapFeatures(regions, { manifest, bbox })
}

/**
 * Of the version that a plan was made with, while it is there; of today's streets once it is not.
 *
 * @throws VisibleError not_found when the region is gone
 */
export async function manifestOf(
  regions: Pick<Regions, 'manifest'>,
  { name, version }: Pick<Manifest, 'name' | 'version'>,
): Promise<Manifest> {
  return (await regions.manifest(name, version).catch(noneIfUnknown)) ?? regions.manifest(name)
}

/** Undefined: there is no such region any more. */
export function manifestIfThere(
  regions: Pick<Regions, 'manifest'>,
  region: Pick<Manifest, 'name' | 'version'>,
): Promise<Manifest | undefined> {
  return manifestOf(regions, region).catch(noneIfUnknown)
}

/** The box of some points and so many metres around; undefined of none. */
export function boxAround(points: LngLat[], metres: number): Bbox | undefined {
  const [first] = points
  if (!first) return undefined
  const box: Bbox = [first[0], first[1], first[0], first[1]]
  for (const [lng, lat] of points) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  const degree = metresPerDegree(first[1])
  const [dx, dy] = [metres / degree.lng, metres / degree.lat]
  return [box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy]
}

/** Its way and all doors. */
function pointsOf(walk: Walk): LngLat[] {
  return [
    ...walk.legs.flatMap(({ geometry }) => geometry.coordinates),
    ...walk.stops.flatMap(({ targets }) => targets.map(({ location }) => location)),
    ...walk.reserves.map(({ location }) => location),
  ]
}
