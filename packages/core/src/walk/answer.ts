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
import { Position } from '../request/position.ts'
import { RankingRef } from '../request/priority.ts'
import { PlanEdit } from '../request/edit-request.ts'
import { KEEP } from '../request/request.ts'
import { LANGUAGES } from '../words/languages.ts'

const Count = z.number().int().min(0)
const WholeSeconds = z.number().int().min(0).describe('seconds')
const WholeMetres = z.number().int().min(0).describe('metres')

const LEFT_OUT_REASONS = [
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
  'outside_area',
  'outside_region',
] as const
export const LeftOutReason = z.enum(LEFT_OUT_REASONS)
export type LeftOutReason = z.infer<typeof LeftOutReason>

export const TargetEntrance = z.object({
  id: z.string().describe('of the entrance'),
  label: z.string().optional().describe('such as "B", "hall 3"'),
})

export const TargetPart = z.object({
  number: Count.describe('1, 2, … of the entrance'),
  of: Count.describe('parts of the entrance'),
  fromFloor: z.number().int().describe('lowest floor; 0 is the ground floor'),
  toFloor: z.number().int().describe('highest floor'),
  firstDoor: Count.optional().describe('of a floor that several parts share: its doors, counted from 1'),
  lastDoor: Count.optional().describe('of the floor that is shared'),
})

export const WalkTarget = z.object({
  id: z.string().describe('source key + entrance + part'),
  building: z.string().describe('id of the building'),
  entrance: TargetEntrance.optional().describe('the way in, where there are several'),
  part: TargetPart.optional().describe('of the entrance'),
  address: z.string().describe('"12 bis rue Condorcet", in the order of the country; empty when unknown'),
  seen: z
    .string()
    .optional()
    .describe('what one sees of a door without a number, in the language of the walk'),
  location: Position.describe('in front of the street door'),
  doors: Count.describe('households to knock on'),
  doorsSource: z.enum(DOOR_SOURCES).describe('how many they are, told by whom'),
  floors: Count.describe('to walk'),
  access: z.enum(DOOR_ACCESS).describe('how the street door opens'),
  minutes: z.number().describe('expected time at the target, one decimal'),
  prize: z.number().describe('doors × priority ÷ 50 × chance to get in'),
  key: z.boolean().optional().describe('a key building'),
  why: z.string().optional().describe('why it matters, in the language of the walk'),
})
export type WalkTarget = z.infer<typeof WalkTarget>

export const WalkDetour = z.object({
  seconds: WholeSeconds.describe('of walking that is saved by leaving them out'),
  stops: z.number().int().min(1).describe('from this one on'),
})

export const WalkStop = z.object({
  stopId: z.string().describe('id of its first target'),
  block: z.string().describe('H3 cell, resolution 10'),
  street: z.string().describe('walked on'),
  side: z
    .enum(['left', 'right'])
    .nullable()
    .describe('of its street, the same all along one pavement: left of who walks north, or east'),
  arrive: WholeSeconds.describe('seconds after leaving the start'),
  arriveAt: Moment.describe('moment'),
  seconds: WholeSeconds.describe('at the stop, walking between its doors included'),
  location: Position.describe('on the street, where the leg ends'),
  confidence: z.number().describe('of the place on the street, 0–1'),
  targets: z.array(WalkTarget).min(1).describe('in order'),
  detour: WalkDetour.optional().describe(
    'out of the way: more walking than the doors are worth at the rate of the walk',
  ),
  access: z
    .literal('gate')
    .optional()
    .describe('behind a gate that is locked or private: ring, or ask to be let in'),
  done: z.literal(true).optional().describe('was done before the plan was made again'),
})
export type WalkStop = z.infer<typeof WalkStop>

export const WalkStep = z.object({
  type: z.string().describe('as OSRM says it, and `cross`, `steps`, `passage`'),
  modifier: z.string().optional().describe('`left`, `slight right`, …'),
  name: z.string().describe('of the street'),
  instruction: z.string().describe('a sentence in the language of the walk'),
  location: Position.describe('of the manoeuvre'),
  metres: WholeMetres.describe('to the next one'),
  seconds: WholeSeconds.describe('to the next one'),
})
export type WalkStep = z.infer<typeof WalkStep>

export const LineString = z.object({
  type: z.literal('LineString').describe('of GeoJSON'),
  coordinates: z.array(Position).describe('in walking order; the same position twice from floor to floor'),
})

export const Leg = z.object({
  seconds: WholeSeconds.describe('walking'),
  metres: WholeMetres.describe('walked'),
  geometry: LineString.describe('where it leads'),
  steps: z
    .array(WalkStep)
    .describe(
      'empty where the next door is in sight, within 40 m on the same side of the street, or behind the same street door; never on the first leg',
    ),
})
export type Leg = z.infer<typeof Leg>

export const Crossings = z.partialRecord(z.enum(BUSY_CLASSES), Count.describe('of this class'))

export const Walk = z.object({
  walkId: z.string().describe('unique everywhere'),
  number: z.number().int().min(1).describe('1, 2, … in the plan'),
  rank: z.number().int().min(1).describe('handing out ranks 1…k is close to planning for k walkers'),
  walker: z.string().describe('id of the volunteer'),
  people: z.number().int().min(2).optional().describe('how many walk together, where more than one'),
  language: z.enum(LANGUAGES).describe('of instructions and paper'),
  budget: WholeSeconds.describe('seconds there are, what is kept free included: minutes × 60'),
  seconds: WholeSeconds.describe('legs + stops'),
  metres: WholeMetres.describe('walked'),
  crossings: Crossings.describe(
    'busy streets crossed on the legs, by class; a class that is not crossed is absent',
  ),
  doors: Count.describe('on the walk'),
  prize: z.number().describe('of its targets'),
  start: Position.nullable().describe('null: begins at the first stop'),
  end: Position.nullable().describe('null: ends at the last stop'),
  startAt: Moment.describe('moment'),
  endAt: Moment.describe('moment'),
  stops: z.array(WalkStop).describe('in walking order'),
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
  target: z.string().describe('its id'),
  reason: LeftOutReason.describe('only what can be proved'),
  key: z.literal(true).optional().describe('named as key building by the request'),
  address: z.string().optional().describe('of a key building'),
  needs: KeyNeeds.optional().describe('of `key_not_reached`: what would do, each alone'),
})
export type LeftOut = z.infer<typeof LeftOut>

export const KeySummary = z.object({
  by: z.enum(['request', 'plan']).describe('who named them'),
  reached: Count.describe('on walks'),
  of: Count.describe('so many'),
})

export const PlanSummary = z.object({
  walks: Count.describe('number of walks'),
  targets: Count.describe('on walks, reserves not counted'),
  reserves: Count.optional().describe(
    'in reserve and not in `leftOut`: with `targets` and `leftOut` all targets of the area; absent in plans of versions before',
  ),
  doors: Count.describe('on walks'),
  prize: z.number().describe('doors × priority ÷ 50 × chance to get in, summed'),
  seconds: WholeSeconds.describe('of all walks'),
  metres: WholeMetres.describe('walked'),
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

const WALK_CHANGES = ['unchanged', 'changed', 'handed_over', 'new', 'finished', 'cancelled'] as const

export const WalkLoss = z.object({
  target: z.string().describe('its id'),
  to: z.string().nullable().describe('the walk that has it now'),
  reason: LeftOutReason.nullable().describe('why it is on no walk'),
})

/** What became of one walk when its plan was made again; counts and lists are of targets. */
export const WalkChange = z.object({
  walkId: z.string().describe('of the walk'),
  number: z.number().int().min(1).describe('of the walk'),
  walker: z.string().nullable().describe('who has it now, or has walked it; null: nobody'),
  before: z.string().nullable().describe('who had it; null: it is new'),
  change: z
    .enum(WALK_CHANGES)
    .describe(
      '`unchanged`: the same doors in the same order, later perhaps; `finished`: it was walked to its end before; `cancelled`: it was given back',
    ),
  done: Count.describe('had nothing left to do'),
  kept: Count.describe('still to do, and still on this walk'),
  got: z.array(z.string()).describe('ids of targets that came'),
  lost: z.array(WalkLoss).describe('targets that left'),
})
export type WalkChange = z.infer<typeof WalkChange>

export const Replan = z.object({
  of: z.string().describe('the plan that this one replaces'),
  keep: z.enum(KEEP).describe('as asked'),
  stayed: z
    .number()
    .describe('share of the targets still to do of those present that stay on their walks, 0 to 1'),
  changes: z.array(WalkChange).describe('every walk of either plan, by number'),
})
export type Replan = z.infer<typeof Replan>

/** Of a whole plan. */
export const EditFigures = z.object({
  walks: Count.describe('number of walks'),
  targets: Count.describe('on walks, reserves not counted'),
  doors: Count.describe('on walks'),
  prize: z.number().describe('doors × priority ÷ 50 × chance to get in, summed'),
  seconds: WholeSeconds.describe('of all walks'),
  walkingSeconds: WholeSeconds.describe('of them on the way'),
  metres: WholeMetres.describe('walked'),
})
export type EditFigures = z.infer<typeof EditFigures>

/** What edits of one request made of the plan. */
export const EditCost = z.object({
  before: EditFigures.describe('the plan that was edited'),
  after: EditFigures.describe('this plan'),
})

/** A target that belongs to a walk, whatever else changes. */
export const EditPin = z.object({
  target: z.string().describe('its id'),
  walk: z.string().describe('id of the walk'),
})
export type EditPin = z.infer<typeof EditPin>

const EDIT_GONE_REASONS = [...LEFT_OUT_REASONS, 'no_walk', 'late'] as const

/** A pin or a lock that an earlier edit set, and that cannot be kept any more. */
export const EditGone = z.object({
  type: z.enum(['pin', 'lock']).describe('what was set'),
  target: z.string().optional().describe('that was pinned'),
  walk: z.string().describe('id of the walk'),
  reason: z
    .enum(EDIT_GONE_REASONS)
    .describe('why it is on no walk; `no_walk`: the walk was given up; `late`: its walker sets out later'),
})
export type EditGone = z.infer<typeof EditGone>

/** Edits of one request. */
export const EditStep = z.object({
  of: z.string().describe('the plan that they changed'),
  plan: z.string().describe('the plan that came of it'),
  edits: z.array(PlanEdit).min(1).describe('in their order'),
})
export type EditStep = z.infer<typeof EditStep>

export const PlanEdits = z.object({
  of: z.string().describe('the plan that was edited, or replanned'),
  steps: z.array(EditStep).describe('all that holds, oldest first, since the plan was made or replanned'),
  undone: z.array(EditStep).describe('taken back, next of `redo` first'),
  pins: z.array(EditPin).describe('that hold'),
  locks: z.array(z.string()).describe('ids of walks that are locked'),
  gone: z.array(EditGone).describe('of earlier edits, what cannot be kept any more'),
  cost: EditCost.optional().describe(
    'what this request changed; which walks, see `replan`; absent after a roll-call',
  ),
})
export type PlanEdits = z.infer<typeof PlanEdits>

export const PlanRegion = z.object({
  name: z.string().describe('of the region'),
  version: z.string().describe('of the region'),
  attribution: z.array(z.string()).describe('to be shown wherever the data is shown'),
})

export const Plan = z.object({
  id: z.string().describe('of the plan'),
  version: z.literal(1).describe('of this format'),
  region: PlanRegion.describe('what it was made of'),
  seed: Count.describe('as asked'),
  iterations: Count.describe('made'),
  stoppedBy: z
    .enum(['iterations', 'deadline', 'no_improvement', 'aborted'])
    .describe('what ended the search'),
  profile: z.enum(PROFILES).describe('as asked'),
  ranking: RankingRef.optional().describe('by which its doors count, in the version that was the newest'),
  startAt: Moment.describe('as asked, or the moment of planning'),
  meetingPoint: Position.nullable().describe('common start; null: there is none'),
  assumptions: Assumptions.describe('what the walking model took for granted'),
  warnings: z.array(z.string()).describe('sentences worth reading'),
  summary: PlanSummary.describe('in numbers'),
  walks: z.array(Walk).describe('one per walker'),
  leftOut: z.array(LeftOut).describe('targets on no walk, each with its reason'),
  replan: Replan.optional().describe('how it differs from the plan it replaces'),
  edits: PlanEdits.optional().describe('what was changed by hand, and what it cost'),
})
export type Plan = z.infer<typeof Plan>
