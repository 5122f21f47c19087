/** Which streets a profile may walk, and how fast. */
import { FLAG } from '../osm/flags.ts'
import type { Profile } from '../osm/profile.ts'
import { CLASSES } from '../osm/street-class.ts'
import type { StreetTile } from '../tile/tile.ts'
import { AVOIDED_STAIRS, WALKING_SPEED, type Switches } from './switches.ts'

interface DirectionBits {
  forwardBit: number
  backwardBit: number
}

/** Bits of an edge that may be walked along, and against its direction. */
export const DIRECTIONS: Readonly<Record<Profile, DirectionBits>> = {
  'osrm-compat': { forwardBit: FLAG.compatForward, backwardBit: FLAG.compatBackward },
  canvass: { forwardBit: FLAG.canvassForward, backwardBit: FLAG.canvassBackward },
}

const STEPS = CLASSES.indexOf('steps')

/** Deciseconds per metre of each rule of a tile; 0 where the profile may not walk. */
export function pacesOf(
  rules: StreetTile['rules'],
  { profile, switches }: { profile: Profile; switches: Switches },
): Float64Array {
  const { forwardBit, backwardBit } = DIRECTIONS[profile]
  const open = forwardBit | backwardBit
  const paces = new Float64Array(rules.class.length)
  for (let row = 0; row < paces.length; row++) {
    const flags = rules.flags[row]!
    if ((flags & open) === 0 || ((flags & FLAG.chord) !== 0 && !switches.squares)) continue
    const speed = profile === 'osrm-compat' ? rules.compatSpeed[row]! : canvassSpeed(rules, { row, switches })
    paces[row] = (10 / WALKING_SPEED[profile]) * (100 / speed)
  }
  return paces
}

/** Per cent of walking speed. */
function canvassSpeed(
  rules: StreetTile['rules'],
  { row, switches }: { row: number; switches: Switches },
): number {
  const speed = rules.canvassSpeed[row]!
  if (rules.class[row] !== STEPS || switches.stairs === 'slow') return speed
  return switches.stairs === 'level' ? 100 : 100 / AVOIDED_STAIRS
}
