/** Words of the street graph that others use: what a snap, a path and a step are. */
import type { Deciseconds, LngLat, Metres } from '../units.ts'
import type { StreetClass } from './street-class.ts'

/** `osrm-compat` reproduces OSRM's stock foot profile (for tests); `canvass` is the production profile. */
export const PROFILES = ['canvass', 'osrm-compat'] as const
export type Profile = (typeof PROFILES)[number]

export interface SnapQuery {
  location: LngLat
  /** Street name of the address, as written at its source. */
  street?: string
  houseNumber?: string
}

export type Side = 'left' | 'right'
export type SnapRule = 'named_street' | 'nearest_public' | 'nearest_any'

/** A point on a street edge. */
export interface Snap {
  /** Edge of the graph; -1 for a router without edges. */
  edge: number
  /** Along the edge from its first node: 0…1 of its length. */
  position: number
  /** On the street. */
  location: LngLat
  /** The point asked for. */
  from: LngLat
  /** Between `from` and `location`; walked at walking speed. */
  metresAway: Metres
  /** Empty when the edge has no name. */
  street: string
  /** Seen in the direction of the edge; null when the point is on the line, or faces its end, and house numbers do not tell. */
  side: Side | null
  rule: SnapRule
  /** 0…1; below 0.5 worth a look. */
  confidence: number
}

/** One instruction in the vocabulary of OSRM's route steps, without words; `walk/instruction.ts` says it. */
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
  modifier?:
    'straight' | 'slight left' | 'slight right' | 'left' | 'right' | 'sharp left' | 'sharp right' | 'uturn'
  /** Street walked on after the manoeuvre, or the street crossed for `cross`. */
  name: string
  location: LngLat
  /** Degrees clockwise from north before and after the manoeuvre. */
  bearingBefore: number
  bearingAfter: number
  /** From this manoeuvre to the next. */
  metres: Metres
  deciseconds: Deciseconds
  /** For `cross`: the kind of street crossed (CLASSES in rules.ts), for counting. */
  crossed?: StreetClass
  /** For `cross`: how one crosses; for `steps`: up or down where known. */
  detail?: 'signals' | 'marked' | 'unmarked' | 'up' | 'down'
}

/** A shortest walk between two snapped points, off-street ends included. */
export interface Path {
  deciseconds: Deciseconds
  metres: Metres
  geometry: LngLat[]
  steps: Step[]
}
