/** What a caller may ask: the one schema behind the HTTP body, `doorwalk plan --request` and the OpenAPI document. */
import { z } from 'zod'
import { DEFAULT_LANGUAGE, LANGUAGES } from '../words/languages.ts'
import { PROFILES } from '../graph/osm/profile.ts'
import { AreaRequest, Cell, MOST_CELLS } from './area-request.ts'
import { listOf } from './list.ts'
import { GivenMoment } from './moment.ts'
import { Position } from './position.ts'
import { PriorityKept, PriorityRequest } from './priority.ts'
import { twinIn } from './walker-ids.ts'

export const LIMITS = {
  volunteers: 10_000,
  minutesMin: 10,
  minutesMax: 600,
  doorsMax: 10_000,
  polygonVertices: 10_000,
  targets: 100_000,
  iterations: 100_000_000,
  secondsMax: 600,
} as const

const TargetId = z.string().min(1).max(120)

const Minutes = z.number().min(LIMITS.minutesMin).max(LIMITS.minutesMax)
const DoorLimit = z.number().int().min(1).max(LIMITS.doorsMax)
export const Start = z.union([Position, z.literal('anywhere')])

export const VolunteerRequest = z.strictObject({
  id: z.string().min(1).max(64).optional().describe('opaque; never a name'),
  start: Start.optional().describe('own start; kept to about 100 m; default: the start of the request'),
  end: Position.optional().describe('where the walk ends; default: back at the start when `closed`'),
  minutes: Minutes.optional().describe('length of the walk, from leaving the start to returning'),
  doors: DoorLimit.optional().describe('most doors of the walk'),
  people: z.number().int().min(1).max(6).optional().describe('who walk together'),
  split: z
    .boolean()
    .optional()
    .describe('the people knock at different doors at the same time; default false'),
  avoidStairs: z
    .boolean()
    .optional()
    .describe('nothing above a ground floor but in houses, as stop or as reserve'),
  language: z.enum(LANGUAGES).optional().describe('of instructions and paper'),
})
export type VolunteerRequest = z.infer<typeof VolunteerRequest>

export const TargetAddress = z.strictObject({
  number: z.string().max(16).describe('such as "12 bis"'),
  street: z.string().max(120).describe('such as "rue Condorcet"'),
})

/** Two with one id would be one at roll-call. */
export function refuseTwins(
  volunteers: readonly { id?: string | undefined }[],
  context: z.RefinementCtx,
): void {
  const twin = twinIn(volunteers)
  if (!twin) return
  const { id } = volunteers[twin.index]!
  const message = `volunteer ${twin.earlier} has this id already; give every walker one of his own`
  context.addIssue({ code: 'custom', path: [twin.index, 'id'], message, input: id })
}

export const TargetOverride = z.strictObject({
  id: TargetId.describe(
    'of the region (`osm:w123`, `osm:w123!e987`, `osm:w123#2`), or your own with a location',
  ),
  doors: z
    .number()
    .int()
    .min(0)
    .max(2_000)
    .optional()
    .describe('households; comes before every other source'),
  priority: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe(
      `what a door counts: 0 never, 50 as a door of which nothing is said, 100 twice; comes before the precinct's`,
    ),
  key: z
    .boolean()
    .optional()
    .describe('a key building: as many as the budgets allow are on walks before anything else counts'),
  /** With a location an unknown id adds a target. */
  location: Position.optional().describe('with it an unknown id adds a target'),
  address: TargetAddress.optional().describe('as walks tell it'),
  floors: z
    .number()
    .int()
    .min(1)
    .max(60)
    .optional()
    .describe(
      'ground floor included; of a building in parts they are shared out, of a part counted from its lowest floor',
    ),
  exclude: z.boolean().optional().describe('never on a walk (`excluded`)'),
})
export type TargetOverride = z.infer<typeof TargetOverride>

export const SkipRequest = z.strictObject({
  cells: listOf(Cell).max(MOST_CELLS).optional().describe('H3 indexes: nothing in them'),
  targets: listOf(TargetId).max(LIMITS.targets).optional().describe('ids: none of them'),
  visitedSince: GivenMoment.optional().describe('nothing that was visited since'),
})

export const PlanRequest = z.strictObject({
  region: z.string().min(1).max(64).describe('name of a prepared region'),
  /** Default: the current version. */
  version: z.string().min(1).max(64).optional().describe('of the region; default: the current one'),
  area: AreaRequest.optional().describe('what to canvass; default: the whole region'),
  volunteers: z
    .union([
      z.number().int().min(1).max(LIMITS.volunteers),
      listOf(VolunteerRequest).min(1).max(LIMITS.volunteers).superRefine(refuseTwins),
    ])
    .describe('how many walks, or one entry per walk'),
  teamSize: z
    .number()
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe('people per walk when `volunteers` is a count'),
  minutes: Minutes.default(120).describe('length of one walk, from leaving the start to returning'),
  doors: DoorLimit.optional().describe('most doors of one walk'),
  start: Start.optional().describe('meeting point; default: the plan proposes one (`meetingPoint`)'),
  closed: z.boolean().default(true).describe('walks return to their start'),
  startAt: GivenMoment.optional().describe('when the walks start; default: now'),
  priority: PriorityRequest.optional().describe(
    'a field is scaled to 0–100 over the region, a ranking over its areas, where 50 counts once and 100 twice; default: every door counts the same',
  ),
  targets: listOf(TargetOverride).max(LIMITS.targets).optional().describe('what you know better'),
  keyShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'where no target has `key`: the part of the prize of the area that the key buildings together hold which the plan chooses; default 0.15',
    ),
  skip: SkipRequest.optional().describe('what not to visit'),
  reserves: z.boolean().default(true).describe('add reserve stops to each walk, for doors that stay shut'),
  language: z.enum(LANGUAGES).default(DEFAULT_LANGUAGE).describe('of instructions and paper'),
  seed: z
    .number()
    .int()
    .min(0)
    .max(4_294_967_295)
    .default(1)
    .describe('same request, region version, seed and iterations: same walks'),
  iterations: z
    .number()
    .int()
    .min(0)
    .max(LIMITS.iterations)
    .optional()
    .describe(
      'of the search; default: by the number of stops; at most 20,000,000, and 120 s, with a key of the scope `service`',
    ),
  seconds: z
    .number()
    .min(0.05)
    .max(LIMITS.secondsMax)
    .optional()
    .describe(
      'a cap on top of the iterations, `stoppedBy` says when it bit; at most 120 with a key of the scope `service`',
    ),
  profile: z
    .enum(PROFILES)
    .default('canvass')
    .describe("`osrm-compat` walks as OSRM's stock foot profile does"),
  commit: z
    .boolean()
    .default(false)
    .describe(
      'lease the targets and reserves for these walks; 409 `plan.conflict` when another took them meanwhile',
    ),
  calibrate: z
    .boolean()
    .optional()
    .describe(
      'learn from the visits of the area how many doors open and street doors let in, where the campaign has not set it; default: as the campaign says, which is true',
    ),
})
/** Of a request that became longer when it was kept: stored areas and rankings as they were named. */
const AskedShort = z.object({
  version: PlanRequest.shape.version,
  area: AreaRequest.optional(),
  priority: PriorityRequest.optional(),
  label: z.string().optional().describe('of the area'),
})
/** As it is kept and planned: a ranking that was named stands in it with its weights. */
export const KeptPlanRequest = PlanRequest.extend({
  priority: PriorityKept.optional(),
  keysLater: z.literal(true).optional().describe('key buildings that it misses are left to a later plan'),
  asked: AskedShort.optional().describe(
    'what its caller put more shortly; absent in plans of versions before',
  ),
})
export type KeptPlanRequest = z.infer<typeof KeptPlanRequest>
export type PlanRequest = KeptPlanRequest
/** What a caller writes: defaults not yet filled in. */
export type PlanRequestInput = z.input<typeof PlanRequest>

export const KEEP = ['walks', 'least'] as const

const WalkerId = z.string().min(1).max(64)

export const LateWalker = z.strictObject({
  walker: WalkerId.describe('id of the walker'),
  minutes: z.number().min(1).max(LIMITS.minutesMax).describe('after the others'),
})

export const Newcomer = VolunteerRequest.extend({ id: WalkerId.describe('opaque; never a name') })

export const ReplanRequest = z.strictObject({
  present: z
    .union([z.number().int().min(0).max(LIMITS.volunteers), listOf(WalkerId).max(LIMITS.volunteers)])
    .optional()
    .describe(
      'ids of walkers, of which unknown ones are newcomers; or how many are there (who has begun, then the best ranks); default: all who are not `gone`',
    ),
  newcomers: listOf(Newcomer)
    .max(LIMITS.volunteers)
    .superRefine(refuseTwins)
    .optional()
    .describe(
      'who is there beside them and has no walk of this plan, with what they wish: they take over no walk that is longer, fuller or steeper, or starts elsewhere',
    ),
  late: listOf(LateWalker).max(LIMITS.volunteers).optional().describe('who sets out later'),
  gone: listOf(WalkerId).max(LIMITS.volunteers).optional().describe('ids of walkers who are not there'),
  keep: z
    .enum(KEEP)
    .default('walks')
    .describe(
      '`walks`: no walk of anybody present changes, orphaned ones are handed over whole; `least`: walks change as little as possible to take over what matters most',
    ),
  startAt: GivenMoment.optional().describe(
    'of walks not begun yet; default: as planned, or now when that is past',
  ),
  seed: PlanRequest.shape.seed.unwrap().optional().describe('default: that of the plan'),
  iterations: PlanRequest.shape.iterations,
  commit: z
    .boolean()
    .optional()
    .describe('lease the walks; default: as the plan was. What replaces a committed plan is committed'),
})
export type ReplanRequest = z.infer<typeof ReplanRequest>

const about = PlanRequest.omit({
  volunteers: true,
  keyShare: true,
  reserves: true,
  iterations: true,
  seconds: true,
  commit: true,
})

export const EstimateRequest = about.extend({
  minutes: z
    .union([Minutes, listOf(Minutes).min(1).max(3)])
    .default(120)
    .describe('length of one walk; a list gives a curve for each'),
  upTo: z.number().int().min(1).max(300).default(120).describe('walkers at the end of the curve'),
  goal: z.number().min(0.01).max(1).default(0.8).describe('share of the doors'),
  volunteers: z
    .number()
    .int()
    .min(1)
    .max(LIMITS.volunteers)
    .optional()
    .describe('who come on one evening; `evenings` then says how many the goal takes'),
})
export type EstimateRequest = Omit<z.infer<typeof EstimateRequest>, 'priority'> &
  Pick<PlanRequest, 'priority'>
