/** A walk along the streets: its way, its time, and what is said on it. */
import type { Deciseconds, LngLat, Metres } from '../../units.ts'
import type { StreetClass } from '../osm/street-class.ts'

/** One instruction in the vocabulary of OSRM's route steps, without words; `words/instruction.ts` says it. */
export interface Step {
  type:
    | 'depart'
    | 'turn'
    | 'new name'
    | 'continue'
    | 'end of road'
    | 'fork'
    | 'notification'
    | 'arrive'
    // ours: said by own templates
    | 'cross'
    | 'steps'
    | 'passage'
    | 'lift'
  modifier?:
    'straight' | 'slight left' | 'slight right' | 'left' | 'right' | 'sharp left' | 'sharp right' | 'uturn'
  /** Street walked on after the manoeuvre, or the street crossed for `cross`. */
  name: string
  /** Kind of the way walked on after the manoeuvre where it has no name. */
  way?: StreetClass
  location: LngLat
  /** Degrees clockwise from north before and after the manoeuvre. */
  bearingBefore: number
  bearingAfter: number
  /** From this manoeuvre to the next. */
  metres: Metres
  deciseconds: Deciseconds
  /** For `cross`: the kind of street crossed (CLASSES in osm/street-class.ts), for counting. */
  crossed?: StreetClass
  /** For `cross`: how one crosses; for `steps`: up or down where known. */
  detail?: 'signals' | 'marked' | 'unmarked' | 'up' | 'down'
  /** For `cross` of one's own street: the street at whose corner, where neither lights nor stripes tell where. */
  corner?: string
  /** For `cross`: the street walked on behind it, where no further step names it. */
  onto?: string
  /** For `arrive`: what lies between the street and the door. */
  door?: DoorPlace
}

/** How a door lies to the street that it is reached from. */
export interface DoorPlace {
  /** From the street. */
  metres: Metres
  /** What one sees before it: a wall, fence or hedge; a private way, whose gate may be shut; a gate that is. */
  behind?: 'wall' | 'private' | 'gate'
}

/** A shortest walk between two snapped points, off-street ends included. */
export interface Path {
  deciseconds: Deciseconds
  metres: Metres
  /** At least two points, the same twice where one stays. */
  geometry: LngLat[]
  /** Empty where one stays. */
  steps: Step[]
}

/** From a place to itself: no way, no time, no words. */
export function stayingAt(point: LngLat): Path {
  return { deciseconds: 0, metres: 0, geometry: [point, point], steps: [] }
}
