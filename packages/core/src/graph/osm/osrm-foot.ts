/**
 * Who may walk where in OSRM 6.0.0 with its stock profile, `profiles/foot.lua`: `osrm-compat` repeats it to the letter,
 * its oddities too, since it is measured against a real OSRM.
 */
import { FLAG } from './flags.ts'
import { NOT_WALKABLE, type ProfileRule } from './profile-rule.ts'
import type { StreetTags } from './tags.ts'

/** foot.lua `speeds.highway`: walkable without any access tag. */
const HIGHWAYS = new Set(
  (
    'primary primary_link secondary secondary_link tertiary tertiary_link unclassified residential road ' +
    'living_street service track path steps pedestrian platform footway pier'
  ).split(' '),
)
/** foot.lua: one of these keys must be there before a way is looked at. */
const KEYS = 'highway bridge route leisure man_made railway platform amenity public_transport'.split(' ')
/** foot.lua `access_tag_blacklist`. */
const BLOCKED = new Set(['no', 'agricultural', 'forestry', 'private', 'delivery'])
/** foot.lua `surface_speeds`, per cent. */
export const SURFACE_SPEEDS: Readonly<Record<string, number>> = {
  fine_gravel: 75,
  gravel: 75,
  pebblestone: 75,
  mud: 50,
  sand: 50,
}

/** OSRM 6 `foot.lua`, in its own order: avoid, access, oneway, ferry, speed, surface, start point. */
export function compatRule(tags: StreetTags): ProfileRule {
  if (!KEYS.some((key) => tags[key] !== undefined)) return NOT_WALKABLE
  if (tags['proposed'] !== undefined || tags['impassable'] === 'yes' || tags['status'] === 'impassable') {
    return NOT_WALKABLE
  }
  const access = {
    forward: tags['foot:forward'] ?? tags['foot'] ?? tags['access:forward'] ?? tags['access'],
    backward: tags['foot:backward'] ?? tags['foot'] ?? tags['access:backward'] ?? tags['access'],
  }
  let forward = access.forward === undefined || !BLOCKED.has(access.forward)
  let backward = access.backward === undefined || !BLOCKED.has(access.backward)
  if (!forward && !backward) return NOT_WALKABLE
  // a ferry goes both ways, whatever else is said of one of them, and nobody starts on it
  if (tags['route'] === 'ferry') return { flags: FLAG.compatForward | FLAG.compatBackward, speed: 100 }
  const oneway = tags['oneway:foot']
  if (oneway === '-1') forward = false
  if (oneway === 'yes' || oneway === '1' || oneway === 'true') backward = false
  if (!isStreet(tags)) {
    // any access value that is not blocked opens an otherwise unlisted way
    forward = forward && access.forward !== undefined
    backward = backward && access.backward !== undefined
  }
  if (!forward && !backward) return NOT_WALKABLE
  return {
    flags: (forward ? FLAG.compatForward : 0) | (backward ? FLAG.compatBackward : 0) | FLAG.compatStart,
    speed: SURFACE_SPEEDS[tags['surface'] ?? ''] ?? 100,
  }
}

/** foot.lua `speeds`: walkable without any access tag. */
export function isStreet(tags: StreetTags): boolean {
  return (
    HIGHWAYS.has(tags['highway'] ?? '') ||
    tags['railway'] === 'platform' ||
    tags['amenity'] === 'parking' ||
    tags['amenity'] === 'parking_entrance' ||
    tags['man_made'] === 'pier' ||
    tags['leisure'] === 'track'
  )
}

/** foot.lua `process_node`: an access tag decides alone; without one only these barriers block. */
export function isCompatBarrier(tags: StreetTags): boolean {
  const access = tags['foot'] ?? tags['access']
  if (access !== undefined) return BLOCKED.has(access)
  return ['yes', 'wall', 'fence'].includes(tags['barrier'] ?? '') && tags['bollard'] !== 'rising'
}
