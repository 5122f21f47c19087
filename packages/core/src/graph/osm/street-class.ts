/** Kinds of street: what a way is, not who may walk on it. */
import type { StreetTags } from './tags.ts'

/** Kinds of street, quiet to busy from `living` to `trunk`; the numbers are stored in tiles and never change. */
export const CLASSES = [
  'path', // highway=path, track, bridleway: unpaved or unclear
  'footway', // highway=footway that is neither sidewalk nor crossing
  'sidewalk', // footway=sidewalk drawn beside its street
  'crossing', // footway=crossing drawn across a street
  'steps', // highway=steps
  'pedestrian', // highway=pedestrian: a street or square without cars
  'cycleway', // highway=cycleway open to people on foot
  'corridor', // highway=corridor, indoor=yes: inside buildings
  'driveway', // service=driveway, parking_aisle
  'service', // highway=service
  'living', // highway=living_street: walking speed for cars
  'residential', // highway=residential, unclassified, road
  'tertiary',
  'secondary',
  'primary',
  'trunk',
  'open', // platforms, piers, parking areas, running tracks: walkable, not streets
  'ferry',
  'elevator', // highway=elevator drawn as a way or an area
] as const
export type StreetClass = (typeof CLASSES)[number]

/** By `highway`; ways with another value are nobody's in `canvass`. */
const HIGHWAY: Readonly<Record<string, StreetClass>> = {
  path: 'path',
  track: 'path',
  bridleway: 'path',
  footway: 'footway',
  steps: 'steps',
  pedestrian: 'pedestrian',
  cycleway: 'cycleway',
  corridor: 'corridor',
  service: 'service',
  living_street: 'living',
  residential: 'residential',
  unclassified: 'residential',
  road: 'residential',
  tertiary: 'tertiary',
  tertiary_link: 'tertiary',
  secondary: 'secondary',
  secondary_link: 'secondary',
  primary: 'primary',
  primary_link: 'primary',
  trunk: 'trunk',
  trunk_link: 'trunk',
  platform: 'open',
  elevator: 'elevator',
  pier: 'open',
}

/** Kind of a way that somebody walks on. */
export function classOf(tags: StreetTags): StreetClass {
  if (tags['route'] === 'ferry') return 'ferry'
  const street = HIGHWAY[tags['highway'] ?? ''] ?? 'open'
  if (street === 'footway' || street === 'path' || street === 'cycleway') {
    const kind = tags['footway'] ?? tags['path'] ?? tags['cycleway']
    if (kind === 'crossing') return 'crossing'
    if (kind === 'sidewalk' || kind === 'traffic_island' || tags['is_sidepath'] === 'yes') return 'sidewalk'
  }
  if (
    street === 'service' &&
    ['driveway', 'parking_aisle', 'drive-through'].includes(tags['service'] ?? '')
  ) {
    return 'driveway'
  }
  return street
}

/** Whether `highway` has a value that is a kind of street. */
export function isHighway(value: string): boolean {
  return HIGHWAY[value] !== undefined
}
