/** Who may walk where as a canvasser, and how fast: what OpenStreetMap's tags mean for someone with a clipboard. */
import type { Level } from '../hours/schedule.ts'
import { levelOfValue, timedAccess, type TimedAccess } from './access.ts'
import { FLAG } from './flags.ts'
import { isStreet, SURFACE_SPEEDS } from './osrm-foot.ts'
import { NOT_WALKABLE, type ProfileRule } from './profile-rule.ts'
import { isHighway, type StreetClass } from './street-class.ts'
import type { StreetTags } from './tags.ts'

/** Open to everyone unless an access tag says otherwise. Cycleways, corridors and trunk roads need a foot tag. */
const OPEN = new Set<StreetClass>([
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
  'elevator',
])
/** Made for people: whoever delivers there comes in a vehicle. */
const FOR_PEOPLE = new Set<StreetClass>(['footway', 'sidewalk', 'crossing', 'steps', 'pedestrian', 'living'])
/**
 * Per cent of walking speed: rough ground (as OSRM), and stairs (a storey of 17 steps takes about twice its length).
 */
const SURFACE: Readonly<Record<string, number>> = {
  ...SURFACE_SPEEDS,
  ground: 85,
  grass: 80,
  dirt: 85,
}
/**
 * Slopes from so many per cent, steepest first: up and down again on the mean, by Tobler's hiking function (1993);
 * below eight per cent what is lost going up is won going down.
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

export interface CanvassRule extends ProfileRule {
  /** Who may pass at which time; absent where time changes nothing. Then `flags` are those of an open way. */
  schedule?: string
  /** Where its sidewalk is drawn as a way of its own, people walk there and not here. */
  besideSidepath?: true
  /** Conditions that nobody here understands. */
  unread: string[]
}

const NOBODY: CanvassRule = { ...NOT_WALKABLE, unread: [] }

export function canvassRule(tags: StreetTags, street: StreetClass): CanvassRule {
  if (street === 'ferry' || tags['proposed'] !== undefined || tags['impassable'] === 'yes') return NOBODY
  if (tags['motorroad'] === 'yes') return NOBODY
  if (tags['highway'] === undefined && !isStreet(tags)) return NOBODY
  if (tags['highway'] !== undefined && !isHighway(tags['highway'])) return NOBODY
  const { level, schedule, unread } = timedAccess(tags, (said) => wayLevel(said, street))
  if (schedule === undefined && level === 'closed') return { ...NOBODY, unread }
  const oneway = tags['oneway:foot']
  const forward = oneway !== '-1' && tags['conveying'] !== 'backward'
  const backward = !['yes', '1', 'true'].includes(oneway ?? '') && tags['conveying'] !== 'forward'
  return {
    flags:
      (forward ? FLAG.canvassForward : 0) |
      (backward ? FLAG.canvassBackward : 0) |
      (schedule === undefined && level === 'private' ? FLAG.private : 0),
    speed: canvassSpeed(tags, street),
    ...(schedule === undefined ? {} : { schedule }),
    ...(tags['foot'] === 'use_sidepath' && !hasOwnSidewalk(tags) ? { besideSidepath: true as const } : {}),
    unread,
  }
}

/** Who may walk there, whatever the time. */
function wayLevel(tags: StreetTags, street: StreetClass): Level {
  const { foot, access } = tags
  if (foot !== undefined) return levelOfValue(foot)
  if (access !== undefined && speaksOfVehicles(tags, street)) return 'open'
  if (!OPEN.has(street) && !(street === 'trunk' && hasOwnSidewalk(tags)) && !isWelcome(access))
    return 'closed'
  return access === undefined ? 'open' : levelOfValue(access)
}

function isWelcome(access: string | undefined): boolean {
  return access === 'yes' || access === 'permissive'
}

/** Vehicles that an `access` of `no` makes exceptions for. */
const VEHICLES = [
  'bus',
  'psv',
  'taxi',
  'vehicle',
  'motor_vehicle',
  'motorcar',
  'bicycle',
  'goods',
  'hgv',
  'agricultural',
]

/**
 * Whether `access` can only mean those who drive: a street with sidewalks that needs a permit, a bus lane that has one,
 * deliveries to a street of pedestrians.
 */
function speaksOfVehicles(tags: StreetTags, street: StreetClass): boolean {
  const access = tags['access']!
  if (access === 'delivery' && FOR_PEOPLE.has(street)) return true
  if (!hasOwnSidewalk(tags) && !hasDrawnSidewalk(tags)) return false
  if (levelOfValue(access) === 'private') return true
  return access === 'no' && VEHICLES.some((vehicle) => !['no', undefined].includes(tags[vehicle]))
}

const SIDEWALK_KEYS = ['sidewalk', 'sidewalk:both', 'sidewalk:left', 'sidewalk:right']

/** A sidewalk that is part of the street. */
function hasOwnSidewalk(tags: StreetTags): boolean {
  return SIDEWALK_KEYS.some((key) => ['both', 'left', 'right', 'yes'].includes(tags[key] ?? ''))
}

/** A sidewalk that is said to be a way of its own. */
function hasDrawnSidewalk(tags: StreetTags): boolean {
  return SIDEWALK_KEYS.some((key) => tags[key] === 'separate')
}

function canvassSpeed(tags: StreetTags, street: StreetClass): number {
  if (street === 'steps')
    return tags['conveying'] !== undefined && tags['conveying'] !== 'no' ? CONVEYED_SPEED : STEPS_SPEED
  const surface = Math.min(SURFACE[tags['surface'] ?? ''] ?? 100, slopeSpeed(tags['incline']))
  return street === 'open' && tags['highway'] === undefined ? Math.min(OPEN_SPEED, surface) : surface
}

/**
 * Per cent of walking speed for an `incline` in per cent ("12%", "-8 %") or degrees ("7°"); up, down and others say too
 * little.
 */
function slopeSpeed(incline: string | undefined): number {
  const match = /^-?(\d+(?:\.\d+)?)\s*(%|°)?$/.exec(incline?.trim() ?? '')
  if (!match) return 100
  const percent = Number(match[1]) * (match[2] === '°' ? PERCENT_PER_DEGREE : 1)
  return SLOPE_SPEEDS.find(({ from }) => percent >= from)?.speed ?? 100
}

/** Of slopes that people walk on: 100 · tan 1°. */
const PERCENT_PER_DEGREE = 1.75

/** Barriers that stop people; a bollard or lift gate stops cars, whatever its `access` says. */
const STOPS_PEOPLE = new Set(
  (
    'gate door wall fence yes turnstile full-height_turnstile kissing_gate swing_gate hampshire_gate wicket_gate ' +
    'sliding_gate'
  ).split(' '),
)
/** Of these, nobody gets through without a tag that says so. */
const SOLID = new Set(['wall', 'fence', 'yes'])

/** Whether and when somebody gets through at a node: `private` is a gate or door that is locked or for others. */
export function barrierAccess(tags: StreetTags): TimedAccess {
  if (tags['barrier'] === undefined || tags['bollard'] === 'rising') return { level: 'open', unread: [] }
  return timedAccess(tags, barrierLevel)
}

/** `foot` says more than `access`, and counts at any barrier. */
function barrierLevel(tags: StreetTags): Level {
  const barrier = tags['barrier']!
  const stops = STOPS_PEOPLE.has(barrier)
  const said = tags['foot'] ?? (stops ? tags['access'] : undefined)
  const isLocked = stops && tags['locked'] === 'yes'
  if (said === undefined) return SOLID.has(barrier) ? 'closed' : isLocked ? 'private' : 'open'
  const level = levelOfValue(said)
  if (isLocked && said !== 'yes' && level === 'open') return 'private'
  // whoever may bring in hay or an ambulance was given a key: those who live behind it have one, too
  return level === 'closed' && !['no', 'military'].includes(said) ? 'private' : level
}
