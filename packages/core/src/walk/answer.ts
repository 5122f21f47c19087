/**
 * What a plan looks like from outside: one schema for the HTTP answer, `plan.json` and the OpenAPI document.
 * Seconds and metres are whole numbers; totals are sums of the rounded parts.
 */
import { z } from 'zod'
import { DOOR_ACCESS, DOOR_SOURCES } from '../building/building.ts'
import { Assumptions } from '../building/door-time.ts'
import { BUSY_CLASSES } from '../graph/osm/crossing.ts'
import { PROFILES } from '../graph/osm/profile.ts'
import { Moment } from '../request/moment.ts'
import { KEEP, Position } from '../request/request.ts'
import { LANGUAGES } from '../words/languages.ts'

const Count = z.number().int().min(0)
const WholeSeconds = z.number().int().min(0).describe('seconds')
const WholeMetres = z.number().int().min(0).describe('metres')

export const LEFT_OUT_REASONS = [
  'visited',
  'leased',
  'hold_out',
  'excluded',
  'unreachable',
  'no_doors',
  'exceeds_budget_alone',
  'not_selected',
  // Last: what changed on a walk is told by the numbers of these.
  'key_not_reached',
] as const
export const LeftOutReason = z.enum(LEFT_OUT_REASONS)
export type LeftOutReason = z.infer<typeof LeftOutReason>

export const TargetEntrance = z.object({ id: z.string(), label: z.string().optional() })

export const TargetPart = z.object({
  number: Count,
  of: Count,
  fromFloor: z.number().int(),
  toFloor: z.number().int(),
  firstDoor: Count.optional().describe('of a floor that several parts share: its doors, counted from 1'),
  lastDoor: Count.optional(),
})

export const WalkTarget = z.object({
  id: z.string(),
  building: z.string(),
  entrance: TargetEntrance.optional(),
  part: TargetPart.optional().describe('a long entrance is cut by floors; walked top down'),
  address: z
    .string()
    .describe('"12 bis rue Condorcet", "Maderbräustraße 3": in the order of the country; empty when unknown'),
  seen: z
    .string()
    .optional()
    .describe('what one sees of a door without a number, in the language of the walk'),
  location: Position,
  doors: Count,
  doorsSource: z.enum(DOOR_SOURCES),
  floors: Count,
  access: z.enum(DOOR_ACCESS),
  minutes: z.number().describe('expected time at the target, one decimal'),
  prize: z.number(),
  key: z.boolean().optional(),
  why: z.string().optional().describe('why this one matters, in the language of the walk'),
})
export type WalkTarget = z.infer<typeof WalkTarget>

export const WalkDetour = z.object({
  seconds: WholeSeconds.describe('of walking that is saved by leaving them out'),
  stops: z.number().int().min(1).describe('from this one on'),
})

export const WalkStop = z.object({
  stopId: z.string().describe('id of the first target of the stop'),
  block: z.string().describe('H3 cell, resolution 10'),
  street: z.string(),
  side: z
    .enum(['left', 'right'])
    .nullable()
    .describe('of its street, the same all along one pavement: left of who walks north, or east'),
  arrive: WholeSeconds.describe('seconds after leaving the start'),
  arriveAt: Moment,
  seconds: WholeSeconds.describe('at the stop, walking between its doors included'),
  location: Position.describe('on the street, where the leg ends'),
  confidence: z.number().describe('of the place on the street, 0–1'),
  targets: z.array(WalkTarget).min(1),
  detour: WalkDetour.optional().describe(
    'out of the way: more walking than the doors are worth at the rate of the walk',
  ),
  done: z.literal(true).optional().describe('was done before the plan was made again'),
})
export type WalkStop = z.infer<typeof WalkStop>

export const WalkStep = z.object({
  type: z.string(),
  modifier: z.string().optional(),
  name: z.string(),
  instruction: z.string(),
  location: Position,
  metres: WholeMetres,
  seconds: WholeSeconds,
})
export type WalkStep = z.infer<typeof WalkStep>

export const LineString = z.object({ type: z.literal('LineString'), coordinates: z.array(Position) })

export const Leg = z.object({
  seconds: WholeSeconds,
  metres: WholeMetres,
  geometry: LineString,
  steps: z
    .array(WalkStep)
    .describe(
      'empty where the next door is in sight, within 40 m on the same side of the street, or behind the same street door; never on the first leg',
    ),
})
export type Leg = z.infer<typeof Leg>

export const Walk = z.object({
  walkId: z.string(),
  number: z.number().int().min(1),
  rank: z.number().int().min(1).describe('handing out ranks 1…k is close to planning for k walkers'),
  walker: z.string().describe('opaque id'),
  people: z.number().int().min(2).optional().describe('who walk together, where more than one'),
  language: z.enum(LANGUAGES),
  budget: WholeSeconds,
  seconds: WholeSeconds.describe('legs + stops'),
  metres: WholeMetres,
  crossings: z
    .partialRecord(z.enum(BUSY_CLASSES), Count)
    .describe('busy streets crossed on the legs, by class; a class that is not crossed is absent'),
  doors: Count,
  prize: z.number(),
  start: Position.nullable().describe('null: begins at the first stop'),
  end: Position.nullable().describe('null: ends at the last stop'),
  startAt: Moment,
  endAt: Moment,
  stops: z.array(WalkStop),
  reserves: z.array(WalkTarget).describe('nearby targets to fall back on, nearest first'),
  legs: z.array(Leg).describe('stops + 1 with both ends fixed, stops with one, stops − 1 with none'),
})
export type Walk = z.infer<typeof Walk>

/** Each alone would do; only what can be proved. */
export const KeyNeeds = z
  .object({
    minutes: z.number().int().min(1).describe('length of a walk'),
    doors: Count.describe('door limit of a walk'),
    walkers: z.number().int().min(1).describe('so many more, with the start and minutes of one who walks'),
    startWithin: z
      .number()
      .int()
      .min(1)
      .describe('minutes of walking from a start, instead of those there are'),
    stairs: z.boolean().describe('one more walker who climbs stairs'),
  })
  .partial()
export type KeyNeeds = z.infer<typeof KeyNeeds>

export const LeftOut = z.object({
  target: z.string(),
  reason: LeftOutReason,
  key: z.literal(true).optional().describe('named as key building by the request'),
  address: z.string().optional().describe('of a key building'),
  needs: KeyNeeds.optional().describe('of `key_not_reached`: what would do, each alone'),
})
export type LeftOut = z.infer<typeof LeftOut>

export const KeySummary = z.object({
  by: z.enum(['request', 'plan']).describe('who named them'),
  reached: Count.describe('on walks'),
  of: Count,
})

export const PlanSummary = z.object({
  walks: Count,
  targets: Count,
  doors: Count,
  prize: z.number(),
  seconds: WholeSeconds,
  metres: WholeMetres,
  balance: z
    .number()
    .describe('longest share of budget used ÷ mean share; 1 = perfectly even; 0 when nothing is walked'),
  doorsPerHour: z.number().describe('expected, per walker: street doors that stay shut are not counted'),
  leftOut: z.record(z.string(), Count).describe('number of targets by reason'),
  keys: KeySummary.optional().describe(
    'key buildings, counted in targets; absent in plans of versions before',
  ),
})
export type PlanSummary = z.infer<typeof PlanSummary>

const WALK_CHANGES = ['unchanged', 'changed', 'handed_over', 'new', 'cancelled'] as const

export const WalkLoss = z.object({
  target: z.string(),
  to: z.string().nullable().describe('the walk that has it now'),
  reason: LeftOutReason.nullable().describe('why it is on no walk'),
})

/** What became of one walk when its plan was made again; counts and lists are of targets. */
export const WalkChange = z.object({
  walkId: z.string(),
  number: z.number().int().min(1),
  walker: z.string().nullable().describe('who has it now; null: nobody'),
  before: z.string().nullable().describe('who had it; null: it is new'),
  change: z.enum(WALK_CHANGES),
  done: Count.describe('had nothing left to do'),
  kept: Count.describe('still to do, and still on this walk'),
  got: z.array(z.string()),
  lost: z.array(WalkLoss),
})
export type WalkChange = z.infer<typeof WalkChange>

export const Replan = z.object({
  of: z.string().describe('the plan that this one replaces'),
  keep: z.enum(KEEP),
  stayed: z
    .number()
    .describe('share of the targets still to do of those present that stay on their walks, 0 to 1'),
  changes: z.array(WalkChange).describe('every walk of either plan, by number'),
})
export type Replan = z.infer<typeof Replan>

export const PlanRegion = z.object({
  name: z.string(),
  version: z.string(),
  attribution: z.array(z.string()),
})

export const Plan = z.object({
  id: z.string(),
  version: z.literal(1).describe('of this format'),
  region: PlanRegion,
  seed: Count,
  iterations: Count,
  stoppedBy: z.enum(['iterations', 'deadline', 'no_improvement', 'aborted']),
  profile: z.enum(PROFILES),
  startAt: Moment,
  meetingPoint: Position.nullable(),
  assumptions: Assumptions,
  warnings: z.array(z.string()),
  summary: PlanSummary,
  walks: z.array(Walk),
  leftOut: z.array(LeftOut),
  replan: Replan.optional().describe('how it differs from the plan it replaces'),
})
export type Plan = z.infer<typeof Plan>
