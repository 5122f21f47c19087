/**
 * What the tags of a way or node mean for someone on foot: the one table behind both profiles.
 * `compat` repeats OSRM's stock `foot.lua`; `canvass` is ours. Does not look at geometry.
 */

/** Tag table as OpenStreetMap writes it. */
export type StreetTags = Readonly<Record<string, string>>

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
] as const
export type StreetClass = (typeof CLASSES)[number]

/** Bits of an edge. Stored in tiles: never renumber. */
export const FLAG = {
  compatForward: 1,
  compatBackward: 2,
  compatStart: 4, // OSRM may snap to it (not a ferry)
  canvassForward: 8,
  canvassBackward: 16,
  private: 32, // canvass: first or last edge of a walk only
  bridge: 64,
  tunnel: 128,
  indoor: 256,
  oneway: 512, // for cars: half of a dual carriageway is crossed in half the time
  up: 1024, // incline=up along the way
  down: 2048,
  area: 4096, // outline of a square
  chord: 8192, // made by prepare: straight across a square
  covered: 16384, // covered=yes, tunnel=building_passage: a passage through a building
  nameFromStreet: 32768, // a sidewalk or crossing named after its street
} as const

/** How a street may be crossed at a node. Stored in tiles: never renumber. */
export const CROSSINGS = ['none', 'unmarked', 'marked', 'signals'] as const
export type Crossing = (typeof CROSSINGS)[number]

/** Bits of a node. Stored in tiles: never renumber. */
export const NODE_FLAG = {
  compatBarrier: 1,
  canvassBarrier: 2,
  signals: 4, // highway=traffic_signals: OSRM waits two seconds
  crossingShift: 3, // two bits: index in CROSSINGS
  crossingMask: 24,
} as const

export interface WayRule {
  class: StreetClass
  flags: number
  /** Per cent of walking speed. */
  compatSpeed: number
  canvassSpeed: number
  /** OSM layer, −5…5. */
  layer: number
}

type Table = Readonly<Record<string, StreetClass>>

const HIGHWAY: Table = {
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
  pier: 'open',
}

/** foot.lua `speeds.highway`: walkable without any access tag. */
const COMPAT_HIGHWAY = new Set(
  (
    'primary primary_link secondary secondary_link tertiary tertiary_link unclassified residential road ' +
    'living_street service track path steps pedestrian platform footway pier'
  ).split(' '),
)
/** foot.lua: one of these keys must be there before a way is looked at. */
const COMPAT_KEYS = 'highway bridge route leisure man_made railway platform amenity public_transport'.split(
  ' ',
)
/** foot.lua `access_tag_blacklist`. */
const COMPAT_BLOCKED = new Set(['no', 'agricultural', 'forestry', 'private', 'delivery'])
/** foot.lua `surface_speeds`, per cent. */
const COMPAT_SURFACE: Readonly<Record<string, number>> = {
  fine_gravel: 75,
  gravel: 75,
  pebblestone: 75,
  mud: 50,
  sand: 50,
}

/** Open to everyone unless an access tag says otherwise. Cycleways, corridors and trunk roads need a foot tag. */
const CANVASS_OPEN = new Set<StreetClass>([
  'path',
  'footway',
  'sidewalk',
  'crossing',
  'steps',
  'pedestrian',
  'driveway',
  'service',
  'living',
  'residential',
  'tertiary',
  'secondary',
  'primary',
  'open',
])
/** Access values that close a way to a canvasser, and those that leave it open for the last metres only. */
const CANVASS_CLOSED = new Set([
  'no',
  'agricultural',
  'forestry',
  'delivery',
  'military',
  'emergency',
  'use_sidepath',
])
const CANVASS_PRIVATE = new Set(['private', 'permit', 'residents', 'employees'])
/** Per cent of walking speed: rough ground (as OSRM), and stairs (a storey of 17 steps takes about twice its length). */
const CANVASS_SURFACE: Readonly<Record<string, number>> = {
  ...COMPAT_SURFACE,
  ground: 85,
  grass: 80,
  dirt: 85,
}
/**
 * Slopes from so many per cent, steepest first: up and down again on the mean, by Tobler's hiking function (1993); below
 * eight per cent what is lost going up is won going down.
 */
const SLOPE_SPEEDS = [
  { from: 13, speed: 70 },
  { from: 8, speed: 85 },
] as const
const STEPS_SPEED = 50
/** Escalators and lifts-like conveyors move by themselves. */
const CONVEYED_SPEED = 70
/** Going through a car park or round a track is possible, never nice. */
const OPEN_SPEED = 80

/** Rules of a way, or null when nobody can walk on it in either profile. */
export function wayRule(tags: StreetTags): WayRule | null {
  const compat = compatRule(tags)
  const street = classOf(tags)
  const canvass = canvassRule(tags, street)
  if (compat.flags === 0 && canvass.flags === 0) return null
  let flags = compat.flags | canvass.flags
  if (tags['bridge'] !== undefined && tags['bridge'] !== 'no') flags |= FLAG.bridge
  if (tags['tunnel'] === 'building_passage' || tags['covered'] === 'yes' || tags['covered'] === 'arcade') {
    flags |= FLAG.covered
  } else if (tags['tunnel'] !== undefined && tags['tunnel'] !== 'no') flags |= FLAG.tunnel
  if (tags['indoor'] === 'yes' || street === 'corridor') flags |= FLAG.indoor
  if (['yes', '1', 'true', '-1'].includes(tags['oneway'] ?? '') || tags['junction'] === 'roundabout') {
    flags |= FLAG.oneway
  }
  if (tags['incline']?.startsWith('-') === true || tags['incline'] === 'down') flags |= FLAG.down
  else if (tags['incline'] === 'up' || /^[0-9]/.test(tags['incline'] ?? '')) flags |= FLAG.up
  if (tags['area'] === 'yes') flags |= FLAG.area
  const layer = Number.parseInt(tags['layer'] ?? '', 10)
  return {
    class: street,
    flags,
    compatSpeed: compat.speed,
    canvassSpeed: canvass.speed,
    layer: Number.isFinite(layer) ? Math.max(-5, Math.min(5, layer)) : 0,
  }
}

/** Bits of a node: barriers of both profiles, traffic signals, crossings. */
export function nodeFlags(tags: StreetTags): number {
  let flags = 0
  const access = tags['foot'] ?? tags['access']
  const barrier = tags['barrier']
  // foot.lua: an access tag decides alone; without one only these barriers block
  if (access !== undefined) {
    if (COMPAT_BLOCKED.has(access)) flags |= NODE_FLAG.compatBarrier
  } else if (['yes', 'wall', 'fence'].includes(barrier ?? '') && tags['bollard'] !== 'rising') {
    flags |= NODE_FLAG.compatBarrier
  }
  // ours: a bollard or lift gate marked private is for cars; a locked gate or door is for people too
  const stopsPeople = [
    'gate',
    'door',
    'wall',
    'fence',
    'yes',
    'turnstile',
    'kissing_gate',
    'swing_gate',
    'hampshire_gate',
  ]
  if (barrier !== undefined && stopsPeople.includes(barrier)) {
    const closed = access !== undefined && (CANVASS_CLOSED.has(access) || CANVASS_PRIVATE.has(access))
    const solid = access === undefined && ['wall', 'fence', 'yes'].includes(barrier)
    if (closed || solid || (tags['locked'] === 'yes' && access !== 'yes')) flags |= NODE_FLAG.canvassBarrier
  }
  if (tags['highway'] === 'traffic_signals') flags |= NODE_FLAG.signals
  return flags | (CROSSINGS.indexOf(nodeCrossing(tags)) << NODE_FLAG.crossingShift)
}

/** Signals at a junction let people cross there too. */
function nodeCrossing(tags: StreetTags): Crossing {
  if (tags['highway'] === 'traffic_signals') return tags['crossing'] === 'no' ? 'none' : 'signals'
  return tags['highway'] === 'crossing' ? crossingKind(tags) : 'none'
}

/** How a crossing, drawn as a node or as a way, may be crossed: `crossing`, `crossing:signals`, `crossing:markings`. */
export function crossingKind(tags: StreetTags): Crossing {
  const kind = tags['crossing']
  if (kind === 'no') return 'none'
  if (kind === 'traffic_signals' || tags['crossing:signals'] === 'yes') return 'signals'
  if (kind === 'unmarked' || tags['crossing:markings'] === 'no') return 'unmarked'
  if (['marked', 'zebra', 'uncontrolled', 'island'].includes(kind ?? '')) return 'marked'
  return tags['crossing:markings'] !== undefined || tags['crossing_ref'] !== undefined ? 'marked' : 'unmarked'
}

function classOf(tags: StreetTags): StreetClass {
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

interface ProfileRule {
  flags: number
  speed: number
}

const NOT_WALKABLE: ProfileRule = { flags: 0, speed: 0 }

/** OSRM 6 `foot.lua`, in its own order: avoid, access, oneway, ferry, speed, surface, start point. */
function compatRule(tags: StreetTags): ProfileRule {
  if (!COMPAT_KEYS.some((key) => tags[key] !== undefined)) return NOT_WALKABLE
  if (tags['proposed'] !== undefined || tags['impassable'] === 'yes' || tags['status'] === 'impassable') {
    return NOT_WALKABLE
  }
  const access = {
    forward: tags['foot:forward'] ?? tags['foot'] ?? tags['access:forward'] ?? tags['access'],
    backward: tags['foot:backward'] ?? tags['foot'] ?? tags['access:backward'] ?? tags['access'],
  }
  let forward = access.forward === undefined || !COMPAT_BLOCKED.has(access.forward)
  let backward = access.backward === undefined || !COMPAT_BLOCKED.has(access.backward)
  const oneway = tags['oneway:foot']
  if (oneway === '-1') forward = false
  if (oneway === 'yes' || oneway === '1' || oneway === 'true') backward = false
  const ferry = tags['route'] === 'ferry'
  if (!ferry && !isCompatStreet(tags)) {
    // any access value that is not blocked opens an otherwise unlisted way
    forward = forward && access.forward !== undefined
    backward = backward && access.backward !== undefined
  }
  if (!forward && !backward) return NOT_WALKABLE
  return {
    flags:
      (forward ? FLAG.compatForward : 0) |
      (backward ? FLAG.compatBackward : 0) |
      (ferry ? 0 : FLAG.compatStart),
    speed: ferry ? 100 : (COMPAT_SURFACE[tags['surface'] ?? ''] ?? 100),
  }
}

function isCompatStreet(tags: StreetTags): boolean {
  return (
    COMPAT_HIGHWAY.has(tags['highway'] ?? '') ||
    tags['railway'] === 'platform' ||
    tags['amenity'] === 'parking' ||
    tags['amenity'] === 'parking_entrance' ||
    tags['man_made'] === 'pier' ||
    tags['leisure'] === 'track'
  )
}

function canvassRule(tags: StreetTags, street: StreetClass): ProfileRule {
  if (street === 'ferry' || tags['proposed'] !== undefined || tags['impassable'] === 'yes')
    return NOT_WALKABLE
  if (tags['highway'] === undefined && !isCompatStreet(tags)) return NOT_WALKABLE
  if (tags['highway'] !== undefined && HIGHWAY[tags['highway']] === undefined) return NOT_WALKABLE
  const access = tags['foot'] ?? tags['access']
  if (access !== undefined && CANVASS_CLOSED.has(access)) return NOT_WALKABLE
  const isPrivate = access !== undefined && CANVASS_PRIVATE.has(access)
  const hasSidewalk = ['both', 'left', 'right', 'yes'].includes(tags['sidewalk'] ?? '')
  const isNamedOpen = tags['foot'] !== undefined || (street === 'trunk' && hasSidewalk)
  if (!CANVASS_OPEN.has(street) && !isNamedOpen && access !== 'yes' && access !== 'permissive')
    return NOT_WALKABLE
  const oneway = tags['oneway:foot']
  const forward = oneway !== '-1'
  const backward = !['yes', '1', 'true'].includes(oneway ?? '')
  return {
    flags:
      (forward ? FLAG.canvassForward : 0) |
      (backward ? FLAG.canvassBackward : 0) |
      (isPrivate ? FLAG.private : 0),
    speed: canvassSpeed(tags, street),
  }
}

function canvassSpeed(tags: StreetTags, street: StreetClass): number {
  if (street === 'steps')
    return tags['conveying'] !== undefined && tags['conveying'] !== 'no' ? CONVEYED_SPEED : STEPS_SPEED
  const surface = Math.min(CANVASS_SURFACE[tags['surface'] ?? ''] ?? 100, slopeSpeed(tags['incline']))
  return street === 'open' && tags['highway'] === undefined ? Math.min(OPEN_SPEED, surface) : surface
}

/** Per cent of walking speed for an `incline` in per cent ("12%", "-8 %") or degrees ("7°"); up, down and others say too little. */
function slopeSpeed(incline: string | undefined): number {
  const match = /^-?(\d+(?:\.\d+)?)\s*(%|°)?$/.exec(incline?.trim() ?? '')
  if (!match) return 100
  const percent = Number(match[1]) * (match[2] === '°' ? PERCENT_PER_DEGREE : 1)
  return SLOPE_SPEEDS.find(({ from }) => percent >= from)?.speed ?? 100
}

/** Of slopes that people walk on: 100 · tan 1°. */
const PERCENT_PER_DEGREE = 1.75
