/**
 * Which OpenStreetMap objects `prepare` keeps, and as what. Liberal: who reads an extract decides, this only drops what
 * nobody reads.
 */
import type { Tags } from './extract.ts'
import { groundUse } from './ground.ts'

/** Keys that make a way a candidate for walking when it also says who may pass. */
const PASSABLE_KEYS = ['leisure', 'man_made', 'railway', 'amenity', 'route', 'bridge', 'place']

/** Highways and other walkable things, unfiltered by access: OSRM's foot profile and ours read different ones. */
export function isStreet(tags: Tags): boolean {
  if (tags.highway || tags['area:highway'] || tags.public_transport || tags.platform || tags.footway)
    return true
  if (tags.railway === 'platform' || tags.route === 'ferry' || tags.leisure === 'track' || tags.bridge)
    return true
  if (tags.amenity === 'parking' || tags.amenity === 'parking_entrance') return true
  if (tags.man_made === 'pier' || tags.man_made === 'bridge' || tags.place === 'square') return true
  return (tags.foot !== undefined || tags.access !== undefined) && PASSABLE_KEYS.some((key) => tags[key])
}

export function isBuilding(tags: Tags): boolean {
  return tags.building !== undefined && tags.building !== 'no' && tags.building !== 'entrance'
}

/** A line along which house numbers count up: https://wiki.openstreetmap.org/wiki/Addresses#Interpolation */
export function isInterpolation(tags: Tags): boolean {
  return tags['addr:interpolation'] !== undefined && !isBuilding(tags) && !tags['addr:housenumber']
}

/** A part of a building that says how many flats it holds: https://wiki.openstreetmap.org/wiki/Key:building:part */
export function isCountedPart(tags: Tags): boolean {
  const part = tags['building:part'] !== undefined && tags['building:part'] !== 'no'
  return part && !isBuilding(tags) && (tags['building:flats'] ?? tags['addr:flats']) !== undefined
}

const RAILS = new Set(['rail', 'light_rail', 'narrow_gauge', 'subway', 'construction'])
/** Barrier lines one cannot step over; kerbs, cable barriers and the like are no obstacle. */
const WALLS = new Set(['wall', 'fence', 'retaining_wall', 'city_wall', 'hedge', 'guard_rail', 'ditch', 'yes'])

/** Water, rails and walls that lie on the ground: what nobody walks across. */
export function isBarrier(tags: Tags): boolean {
  if (tags.tunnel && tags.tunnel !== 'no') return false
  if (tags.waterway && tags.waterway !== 'dam' && tags.waterway !== 'lock_gate') return true
  if (tags.natural === 'water' || tags.natural === 'coastline') return true
  if (tags.railway && RAILS.has(tags.railway)) return true
  return tags.barrier !== undefined && WALLS.has(tags.barrier)
}

/** A plot that tells of the unmarked buildings on it: school grounds, railway land, an estate of houses. */
export function isGround(tags: Tags): boolean {
  return groundUse(tags) !== undefined
}

/** A pedestrian area drawn as a multipolygon. */
export function isSquare(tags: Tags): boolean {
  return tags.type === 'multipolygon' && (tags.highway === 'pedestrian' || tags.highway === 'footway')
}

/** A municipality, quarter or small country, for its people. */
export function isPlaceBoundary(tags: Tags): boolean {
  return tags.type === 'boundary' && tags.boundary === 'administrative'
}

export type RelationUse = 'building' | 'street_addresses' | 'water' | 'ground' | 'square' | 'place'

/** What a relation is read for; undefined: nothing. */
export function relationUse(tags: Tags): RelationUse | undefined {
  if (tags.type === 'associatedStreet' || tags.type === 'street') return 'street_addresses'
  if (isPlaceBoundary(tags)) return 'place'
  if (tags.type !== 'multipolygon') return undefined
  if (isBuilding(tags)) return 'building'
  if (isSquare(tags)) return 'square'
  if (tags.natural === 'water' || tags.waterway) return 'water'
  return isGround(tags) ? 'ground' : undefined
}

const NODE_KEYS = new Set(
  'entrance door highway barrier crossing railway foot access kerb bollard impassable building shop office craft healthcare amenity tourism club'.split(
    ' ',
  ),
)

/** Addresses, entrances, crossings, gates and shops; not trees, posts and memorials. */
export function isKeptNode(tags: Tags): boolean {
  for (const key in tags) if (NODE_KEYS.has(key) || key.startsWith('addr:')) return true
  return false
}
