/** Who may walk where as a canvasser, and how fast: what OpenStreetMap's tags mean for someone with a clipboard. */
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
])
/** Access values that close a way to a canvasser, and those that leave it open for the last metres only. */
const CLOSED = new Set([
  'no',
  'agricultural',
  'forestry',
  'delivery',
  'military',
  'emergency',
  'use_sidepath',
])
const PRIVATE = new Set(['private', 'permit', 'residents', 'employees'])
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

export function canvassRule(tags: StreetTags, street: StreetClass): ProfileRule {
  if (street === 'ferry' || tags['proposed'] !== undefined || tags['impassable'] === 'yes')
    return NOT_WALKABLE
  if (tags['motorroad'] === 'yes') return NOT_WALKABLE
  if (tags['highway'] === undefined && !isStreet(tags)) return NOT_WALKABLE
  if (tags['highway'] !== undefined && !isHighway(tags['highway'])) return NOT_WALKABLE
  const access = tags['foot'] ?? tags['access']
  if (access !== undefined && CLOSED.has(access)) return NOT_WALKABLE
  const isPrivate = access !== undefined && PRIVATE.has(access)
  const hasSidewalk = ['both', 'left', 'right', 'yes'].includes(tags['sidewalk'] ?? '')
  const isNamedOpen = tags['foot'] !== undefined || (street === 'trunk' && hasSidewalk)
  if (!OPEN.has(street) && !isNamedOpen && access !== 'yes' && access !== 'permissive') return NOT_WALKABLE
  const oneway = tags['oneway:foot']
  const forward = oneway !== '-1' && tags['conveying'] !== 'backward'
  const backward = !['yes', '1', 'true'].includes(oneway ?? '') && tags['conveying'] !== 'forward'
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

/** Barriers that stop people; a bollard or lift gate stops cars, whatever its access tag says. */
const STOPS_PEOPLE = new Set([
  'gate',
  'door',
  'wall',
  'fence',
  'yes',
  'turnstile',
  'kissing_gate',
  'swing_gate',
  'hampshire_gate',
])
/** Of these, nobody gets through without a tag that says so. */
const SOLID = new Set(['wall', 'fence', 'yes'])

/** A locked gate or door, one for others only, a wall; `foot` says more than `access`. */
export function isCanvassBarrier(tags: StreetTags): boolean {
  const barrier = tags['barrier'] ?? ''
  if (!STOPS_PEOPLE.has(barrier) || tags['bollard'] === 'rising') return false
  const access = tags['foot'] ?? tags['access']
  if (access === undefined) return SOLID.has(barrier) || tags['locked'] === 'yes'
  return CLOSED.has(access) || PRIVATE.has(access) || (tags['locked'] === 'yes' && access !== 'yes')
}
