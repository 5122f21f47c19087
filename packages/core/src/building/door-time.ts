/** How long people take at a door: the walking model's numbers and the one formula that uses them. */
import { z } from 'zod'
import type { Seconds } from '../units.ts'
import type { DoorAccess, BuildingKind } from './building.ts'
import { KNOCK_SECONDS, OPENED_SHARE, TALK_SECONDS } from './usual.ts'

const Count = z.number().int().min(0)

/** What was learnt from: visits in the area of the plan. */
export const Calibration = z.object({
  daypart: z.enum(['morning', 'afternoon', 'evening']).describe('of the walks'),
  doors: Count.describe('knocked on in the area, in steps of 11'),
  doorsThen: Count.describe('of these at this time of day'),
  entries: Count.describe('street doors that were tried'),
  stops: Count.describe('of finished walks, whose time is known'),
  stopsThen: Count.describe('of these at this time of day'),
  /** What entry, floor, knock and talk were multiplied by. */
  pace: z.number().describe('time at doors against the defaults'),
})

/** Outside, a record of any names: the ways in which street doors open may grow. */
const ByAccess = z.record(z.string(), z.number()) as z.ZodType<Record<DoorAccess, number>>

export const EntrySeconds = z.object({
  flats: z.number().describe('of a block of flats'),
  house: z.number().describe('of a house'),
})

/**
 * What the model takes for granted; every plan returns it. Seconds and shares of 1. Sources: field studies and
 * practice, to be calibrated from visits.
 */
export const Assumptions = z.object({
  walkingMetresPerSecond: z.number().describe('walking speed'),
  /** Getting through the street door, tried once per entrance. */
  entrySeconds: EntrySeconds.describe('at the street door, for `flats` and `house`'),
  floorSeconds: z.number().describe('per floor'),
  knockSeconds: z.number().describe('knock and wait, per door'),
  openedShare: z.number().describe('of the doors'),
  talkSeconds: z.number().describe('at a door that opens'),
  /** Chance that the street door opens, by access. */
  entryProbability: ByAccess.describe('chance to get in, by kind of access'),
  /** Few finish otherwise. */
  slackShare: z.number().describe('part of the minutes kept free'),
  calibration: Calibration.optional().describe(
    'observations that shares and seconds at doors were learnt from; absent: defaults',
  ),
  set: z.array(z.string()).optional().describe('which of these the campaign has set; absent: none'),
})
export type Assumptions = z.infer<typeof Assumptions>

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  walkingMetresPerSecond: 1.25,
  entrySeconds: { flats: 60, house: 0 },
  floorSeconds: 15,
  knockSeconds: KNOCK_SECONDS,
  openedShare: OPENED_SHARE,
  talkSeconds: TALK_SECONDS,
  entryProbability: { open: 1, intercom: 0.8, code: 0.6, guard: 0.7, unknown: 0.7, gate: 0.5 },
  slackShare: 0.1,
}

export interface DoorWork {
  kind: BuildingKind
  access: DoorAccess
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
  if (work.kind === 'house')
    return assumptions.entrySeconds.house + entryProbability(work, assumptions) * knocking
  const entry = work.paysEntry ? streetDoorSeconds(work.kind, assumptions) : 0
  return entry + entryProbability(work, assumptions) * (work.floors * assumptions.floorSeconds + knocking)
}

/** Getting through a street door, paid once by whoever passes it; 0 for a house, which has none. */
export function streetDoorSeconds(kind: BuildingKind, assumptions: Assumptions): Seconds {
  return kind === 'house' ? 0 : assumptions.entrySeconds.flats
}

/** A house's door is on the street, unless it stands behind a gate. */
export function entryProbability(work: Pick<DoorWork, 'kind' | 'access'>, assumptions: Assumptions): number {
  return work.kind === 'house' && work.access !== 'gate' ? 1 : assumptions.entryProbability[work.access]
}
