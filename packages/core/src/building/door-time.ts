/** How long people take at a door: the walking model's numbers and the one formula that uses them. */
import type { Access, BuildingKind } from './building.ts'
import type { Seconds } from '../units.ts'

/** What the model takes for granted; every plan returns it. Sources: field studies and practice, to be calibrated from visits. */
export interface Assumptions {
  walkingMetresPerSecond: number
  /** Getting through the street door, tried once per entrance. */
  entrySeconds: { flats: Seconds; house: Seconds }
  floorSeconds: Seconds
  knockSeconds: Seconds
  openedShare: number
  talkSeconds: Seconds
  /** Chance that the street door opens, by access. */
  entryProbability: Record<Access, number>
  /** Part of the minutes kept free: few finish otherwise. */
  slackShare: number
  /** Present when something was learnt from visits. */
  calibration?: Calibration | undefined
}

/** What was learnt from: visits in the area of the plan. */
export interface Calibration {
  daypart: 'morning' | 'afternoon' | 'evening'
  /** Knocked on, in steps of 11. */
  doors: number
  /** Of these at this time of day, where that is known. */
  doorsThen: number
  /** Street doors that were tried. */
  entries: number
  /** Stops of finished walks whose time is known. */
  stops: number
  stopsThen: number
  /** Time at doors against the defaults: what entry, floor, knock and talk were multiplied by. */
  pace: number
}

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  walkingMetresPerSecond: 1.25,
  entrySeconds: { flats: 60, house: 0 },
  floorSeconds: 15,
  knockSeconds: 35,
  openedShare: 0.3,
  talkSeconds: 180,
  entryProbability: { open: 1, intercom: 0.8, code: 0.6, guard: 0.7, unknown: 0.7 },
  slackShare: 0.1,
}

/** Longest single target; longer entrances are cut by floors. */
export const LONGEST_TARGET_SECONDS = 1_200

export interface DoorWork {
  kind: BuildingKind
  access: Access
  floors: number
  doors: number
  /** People who knock at different doors at the same time; 1 when they stay together. */
  hands: number
  /** False for a further part behind a street door that was already passed. */
  paysEntry: boolean
}

/**
 * Expected seconds at a target: entry + P(entry) × (floors × floor + ⌈doors ÷ hands⌉ × (knock + P(open) × talk)).
 * A house has no street door to pass and no stairs to climb.
 */
export function doorSeconds(work: DoorWork, assumptions: Assumptions): Seconds {
  const perDoor = assumptions.knockSeconds + assumptions.openedShare * assumptions.talkSeconds
  const knocking = Math.ceil(work.doors / work.hands) * perDoor
  if (work.kind === 'house') return assumptions.entrySeconds.house + knocking
  const entry = work.paysEntry ? assumptions.entrySeconds.flats : 0
  return entry + entryProbability(work, assumptions) * (work.floors * assumptions.floorSeconds + knocking)
}

/** A house's door is on the street. */
export function entryProbability(work: Pick<DoorWork, 'kind' | 'access'>, assumptions: Assumptions): number {
  return work.kind === 'house' ? 1 : assumptions.entryProbability[work.access]
}
