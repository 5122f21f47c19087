/** What a caller may ask: the one schema behind the HTTP body, `doorwalk plan --request` and the OpenAPI document. */
import { z } from 'zod'
import { DEFAULT_LANGUAGE, LANGUAGES } from '../words/languages.ts'
import { PROFILES } from '../graph/osm/profile.ts'
import { DrawnCollection, DrawnFeature, DrawnMultiPolygon, DrawnPolygon } from './drawn-area.ts'
import { listOf } from './list.ts'
import { GivenMoment } from './moment.ts'

export const LIMITS = {
  volunteers: 10_000,
  minutesMin: 10,
  minutesMax: 600,
  doorsMax: 10_000,
  precincts: 1_000,
  cells: 10_000,
  polygonVertices: 10_000,
  targets: 100_000,
  iterations: 100_000_000,
  secondsMax: 600,
} as const

export const Position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .describe('[lng, lat] in WGS 84 degrees')

const Ring = listOf(Position).min(4)
export const Polygon = z.strictObject({ type: z.literal('Polygon'), coordinates: listOf(Ring).min(1) })
export const MultiPolygon = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: listOf(listOf(Ring).min(1)).min(1),
})

const Cell = z.string().regex(/^[0-9a-f]{15}$/, 'an H3 index of 15 hexadecimal digits')
const TargetId = z.string().min(1).max(120)

export const PrecinctArea = z.strictObject({
  precincts: listOf(z.string().min(1).max(64)).min(1).max(LIMITS.precincts),
})
export const CellArea = z.strictObject({ cells: listOf(Cell).min(1).max(LIMITS.cells) })
export const StoredAreaName = z.strictObject({ id: z.string().min(1).max(64) }).describe('a stored area')

export const AreaRequest = z.union([
  DrawnPolygon,
  DrawnMultiPolygon,
  DrawnFeature,
  DrawnCollection,
  PrecinctArea,
  CellArea,
  StoredAreaName,
])
/** As it is kept, and told: what was drawn is a polygon. */
export const AreaKept = z.union([Polygon, MultiPolygon, PrecinctArea, CellArea, StoredAreaName])
export type AreaRequest = z.infer<typeof AreaRequest>

const Minutes = z.number().min(LIMITS.minutesMin).max(LIMITS.minutesMax)
const DoorLimit = z.number().int().min(1).max(LIMITS.doorsMax)
export const Start = z.union([Position, z.literal('anywhere')])

export const VolunteerRequest = z.strictObject({
  id: z.string().min(1).max(64).optional().describe('opaque; never a name'),
  start: Start.optional().describe('own start; default: the start of the request'),
  end: Position.optional().describe('where the walk ends; default: back at the start on a closed walk'),
  minutes: Minutes.optional(),
  doors: DoorLimit.optional(),
  people: z.number().int().min(1).max(6).optional(),
  split: z.boolean().optional().describe('people of one walker knock at different doors at the same time'),
  avoidStairs: z.boolean().optional(),
  language: z.enum(LANGUAGES).optional(),
})
export type VolunteerRequest = z.infer<typeof VolunteerRequest>

export const TargetAddress = z.strictObject({ number: z.string().max(16), street: z.string().max(120) })

export const TargetOverride = z.strictObject({
  id: TargetId,
  doors: z.number().int().min(0).max(2_000).optional(),
  priority: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe('what a door counts: 0 never, 50 as every other, 100 twice; comes before the precinct’s'),
  key: z
    .boolean()
    .optional()
    .describe('a key building: as many as the budgets allow are on walks before anything else counts'),
  /** With a location an unknown id adds a target. */
  location: Position.optional(),
  address: TargetAddress.optional(),
  floors: z.number().int().min(1).max(60).optional(),
  exclude: z.boolean().optional(),
})
export type TargetOverride = z.infer<typeof TargetOverride>

export const PriorityRequest = z.strictObject({ field: z.string().min(1).max(64) })

export const SkipRequest = z.strictObject({
  cells: listOf(Cell).max(LIMITS.cells).optional(),
  targets: listOf(TargetId).max(LIMITS.targets).optional(),
  visitedSince: GivenMoment.optional(),
})

export const PlanRequest = z.strictObject({
  region: z.string().min(1).max(64),
  /** Default: the current version. */
  version: z.string().min(1).max(64).optional(),
  area: AreaRequest.optional().describe('default: the whole region'),
  volunteers: z
    .union([
      z.number().int().min(1).max(LIMITS.volunteers),
      listOf(VolunteerRequest).min(1).max(LIMITS.volunteers),
    ])
    .describe('how many walks, or one entry per walker'),
  teamSize: z.number().int().min(1).max(6).optional().describe('people per walk when volunteers is a count'),
  minutes: Minutes.default(120),
  doors: DoorLimit.optional().describe('door limit of one walk'),
  start: Start.optional().describe('meeting point; default: proposed by the plan'),
  closed: z.boolean().default(true).describe('walks return to their start'),
  startAt: GivenMoment.optional().describe('default: now'),
  priority: PriorityRequest.optional().describe(
    'a numeric property of the precincts; scaled to 0–100 over the region, where 50 is what a door counts without one',
  ),
  targets: listOf(TargetOverride).max(LIMITS.targets).optional(),
  keyShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'where no target has `key`: the plan marks as key buildings those with the most prize per minute that together hold this share of the prize of the area; default 0.15',
    ),
  skip: SkipRequest.optional(),
  reserves: z.boolean().default(true).describe('add reserve stops to each walk'),
  language: z.enum(LANGUAGES).default(DEFAULT_LANGUAGE),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  iterations: z
    .number()
    .int()
    .min(0)
    .max(LIMITS.iterations)
    .optional()
    .describe('of the search; at most 20,000,000, and 120 s, with a key of the scope `service`'),
  seconds: z
    .number()
    .min(0.05)
    .max(LIMITS.secondsMax)
    .optional()
    .describe(
      'a cap on top of the iterations, `stoppedBy` says when it bit; at most 120 with a key of the scope `service`',
    ),
  profile: z.enum(PROFILES).default('canvass'),
  commit: z.boolean().default(false),
  calibrate: z.boolean().optional().describe('learn from visits how many doors open; default true'),
})
export type PlanRequest = z.infer<typeof PlanRequest>
/** What a caller writes: defaults not yet filled in. */
export type PlanRequestInput = z.input<typeof PlanRequest>

export const KEEP = ['walks', 'least'] as const

const WalkerId = z.string().min(1).max(64)

export const LateWalker = z.strictObject({
  walker: WalkerId,
  minutes: z.number().min(1).max(LIMITS.minutesMax),
})

export const ReplanRequest = z.strictObject({
  present: z
    .union([z.number().int().min(0).max(LIMITS.volunteers), listOf(WalkerId).max(LIMITS.volunteers)])
    .optional()
    .describe(
      'who is there: walker ids (unknown ones are newcomers), or how many; default: all who are not gone',
    ),
  late: listOf(LateWalker)
    .max(LIMITS.volunteers)
    .optional()
    .describe('who sets out so many minutes after the others; their walks end when they would have ended'),
  gone: listOf(WalkerId).max(LIMITS.volunteers).optional(),
  keep: z
    .enum(KEEP)
    .default('walks')
    .describe(
      '`walks`: no walk of anybody present changes, orphaned ones are handed over whole; `least`: walks change as little as possible to take over what matters most',
    ),
  startAt: GivenMoment.optional().describe('of walks not begun yet; default: as planned, or now'),
  seed: PlanRequest.shape.seed.unwrap().optional().describe('default: that of the plan'),
  iterations: PlanRequest.shape.iterations,
  commit: z
    .boolean()
    .optional()
    .describe('lease the walks; default: as the plan was. A committed plan cannot be replaced by a draft'),
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
  goal: z.number().min(0.01).max(1).default(0.8).describe('share of the doors to be knocked on'),
  volunteers: z
    .number()
    .int()
    .min(1)
    .max(LIMITS.volunteers)
    .optional()
    .describe('who come on one evening; tells how many evenings the goal takes'),
})
export type EstimateRequest = z.infer<typeof EstimateRequest>
