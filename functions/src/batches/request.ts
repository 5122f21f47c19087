/** A weekend as an organiser asks for it: shifts × areas × volunteers, and the plan requests that come of it. */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { listOf } from '@doorwalk/core/request/list'
import { fieldError } from '@doorwalk/core/error'
import type { Warning } from '@doorwalk/core/words/warning'
import { walkerIds } from '@doorwalk/core/request/walker-ids'
import { GivenMoment } from '@doorwalk/core/request/moment'
import { AreaRequest } from '@doorwalk/core/request/area-request'
import { Position } from '@doorwalk/core/request/position'
import { PlanRequest, type PlanRequestInput, VolunteerRequest } from '@doorwalk/core/request/request'

const fields = PlanRequest.shape
const MAX_SHIFTS = 20
const MAX_AREAS = 20
/** A batch is read whole each time one of its plans ends. */
const MAX_PLANS = 60

const Label = z.string().min(1).max(64)

const BatchVolunteer = VolunteerRequest.extend({
  shifts: listOf(z.number().int().min(1)).min(1).optional().describe('numbers; default: all'),
  area: Label.optional().describe('label of an area; default: shared out over the areas'),
})

/** One may be there twice, in other shifts. */
function refuseTwinsInAShift(
  volunteers: readonly { id?: string | undefined; shifts?: number[] | undefined }[],
  context: z.RefinementCtx,
): void {
  const places = new Map<string, number[]>()
  for (const [index, { id, shifts }] of volunteers.entries()) {
    if (id === undefined) continue
    const isTwin = (earlier: number): boolean => {
      const other = volunteers[earlier]!.shifts
      return shifts === undefined || other === undefined || shifts.some((shift) => other.includes(shift))
    }
    const earlier = places.get(id)?.find(isTwin)
    if (earlier !== undefined) {
      const message = `volunteer ${earlier} has this id already in the same shift; give every walker one of his own, or other \`shifts\``
      context.addIssue({ code: 'custom', path: [index, 'id'], message, input: id })
      return
    }
    places.set(id, [...(places.get(id) ?? []), index])
  }
}

const BatchArea = z.strictObject({
  label: Label.describe('to be named by volunteers and shifts'),
  area: AreaRequest.describe('the shape'),
  start: Position.optional().describe('its meeting point'),
})

const ShiftRequest = z.strictObject({
  startAt: GivenMoment.describe('when its walks start'),
  minutes: fields.minutes.describe('length of one walk'),
  label: Label.optional().describe('for your lists, e.g. "Saturday"'),
  start: Position.optional().describe('meeting point of this shift, where its areas name none'),
  areas: listOf(Label).min(1).optional().describe('labels; default: all'),
})

export const NewBatch = z.strictObject({
  label: Label.optional().describe('for your lists, e.g. "Second round"'),
  region: fields.region,
  version: fields.version,
  areas: listOf(BatchArea).min(1).max(MAX_AREAS).optional().describe('default: the whole region'),
  shifts: listOf(ShiftRequest).min(1).max(MAX_SHIFTS).describe('in the order in which they are walked'),
  volunteers: z
    .union([
      z.number().int().min(1).max(10_000),
      listOf(BatchVolunteer).min(1).max(10_000).superRefine(refuseTwinsInAShift),
    ])
    .describe(
      'how many walks in each shift, or one entry per walker, who may stand there again with other shifts',
    ),
  teamSize: fields.teamSize,
  doors: fields.doors,
  closed: fields.closed,
  priority: fields.priority,
  targets: fields.targets,
  keyShare: fields.keyShare,
  skip: fields.skip,
  reserves: fields.reserves,
  language: fields.language,
  seed: fields.seed,
  iterations: fields.iterations,
  profile: fields.profile,
  commit: fields.commit.describe('lease the walks of each shift when it has been planned'),
})
export type NewBatch = z.infer<typeof NewBatch>
nameSchemas({
  NewBatch: [NewBatch, 'a weekend: shifts × areas × volunteers'],
  BatchArea: [BatchArea, 'an area of a batch'],
  BatchVolunteer: [BatchVolunteer, 'one walker of some shifts'],
  ShiftRequest: [ShiftRequest, 'a shift of a batch'],
})
/** What a caller writes: defaults not yet filled in. */
export type NewBatchInput = z.input<typeof NewBatch>

export interface ShiftPlan {
  /** From 1. */
  shift: number
  /** Label, or empty: the whole region. */
  area: string
  request: PlanRequest
}

/**
 * One plan request per shift and area that has volunteers, in the order in which they are walked.
 *
 * @throws VisibleError batch.unknown_area, batch.unknown_shift, batch.nobody, batch.too_many_plans
 */
export function shiftPlans(wish: NewBatch): ShiftPlan[] {
  checkNames(wish)
  const { label: _label, areas: _areas, shifts: _shifts, volunteers: _volunteers, ...rest } = wish
  // Checked with the batch: of sixty plans nobody looks at 100,000 targets again.
  const { targets, skip, ...common } = rest
  const large = { ...(targets && { targets }), ...(skip && { skip }) }
  const plans = wish.shifts.flatMap((shift, index) => {
    const number = index + 1
    const areas = areasOf(wish, index)
    const crews = crewsOf(wish, { shift: number, areas: areas.map(({ label }) => label) })
    if (crews.every((crew) => sizeOf(crew) === 0))
      throw fieldError('batch.nobody', `/shifts/${index}`, `nobody is there in shift ${number}`)
    return areas.flatMap(({ label, area, start }, at): ShiftPlan[] => {
      const volunteers = crews[at]!
      if (sizeOf(volunteers) === 0) return []
      const meeting = start ?? shift.start
      const body: PlanRequestInput = {
        ...common,
        ...(meeting && { start: meeting }),
        volunteers: 1,
        startAt: shift.startAt,
        minutes: shift.minutes,
      }
      const request = { ...PlanRequest.parse(body), ...large, volunteers, ...(area && { area }) }
      return [{ shift: number, area: label, request }]
    })
  })
  if (plans.length > MAX_PLANS)
    throw fieldError(
      'batch.too_many_plans',
      '/shifts',
      `got ${plans.length} pairs of shift and area, at most ${MAX_PLANS}; send several batches`,
    )
  // What is in reserve is held: no other plan of the batch could walk to it.
  return plans.map((plan, index) =>
    index === plans.length - 1 ? plan : { ...plan, request: { ...plan.request, keysLater: true } },
  )
}

/** What of it comes to nothing: areas to which nobody is sent, volunteers who are sent nowhere. */
export function warningsOf(wish: NewBatch, plans: ShiftPlan[]): Warning[] {
  const pairs = wish.shifts.flatMap((_, index) =>
    areasOf(wish, index).map(({ label }) => ({ shift: index + 1, label })),
  )
  const isPlanned = ({ shift, label }: (typeof pairs)[number]) =>
    plans.some((plan) => plan.shift === shift && plan.area === label)
  const empty = pairs.filter((pair) => !isPlanned(pair))
  const sent = new Set(
    plans.flatMap(({ request: { volunteers } }) =>
      typeof volunteers === 'number' ? [] : volunteers.map(({ id }) => id),
    ),
  )
  const unused = Array.isArray(wish.volunteers)
    ? walkerIds(wish.volunteers).filter((id) => !sent.has(id))
    : []
  const [area] = empty
  const [volunteer] = unused
  return [
    ...(area
      ? [{ code: 'batch_areas_empty', count: empty.length, first: area.label, shift: area.shift } as const]
      : []),
    ...(volunteer === undefined
      ? []
      : [{ code: 'batch_volunteers_unused', count: unused.length, first: volunteer } as const]),
  ]
}

type Crew = number | VolunteerRequest[]

function sizeOf(crew: Crew): number {
  return typeof crew === 'number' ? crew : crew.length
}

function areasOf({ areas, shifts }: NewBatch, shift: number) {
  const wanted = shifts[shift]?.areas
  const all = areas ?? [{ label: '', area: undefined, start: undefined }]
  return wanted ? all.filter(({ label }) => wanted.includes(label)) : all
}

/** Per area, those who are there; who names no area comes where the fewest are. */
function crewsOf({ volunteers }: NewBatch, { shift, areas }: { shift: number; areas: string[] }): Crew[] {
  if (typeof volunteers === 'number')
    return areas.map(
      (_, at) => Math.floor(volunteers / areas.length) + (at < volunteers % areas.length ? 1 : 0),
    )
  const crews = areas.map((): VolunteerRequest[] => [])
  const ids = walkerIds(volunteers)
  const here = volunteers.flatMap((volunteer, index) =>
    (volunteer.shifts?.includes(shift) ?? true) ? [{ id: ids[index]!, volunteer }] : [],
  )
  const add = (at: number, { id, volunteer }: (typeof here)[number]): void => {
    const { shifts: _shifts, area: _area, ...rest } = volunteer
    crews[at]?.push({ ...rest, id })
  }
  for (const one of here) {
    const { area } = one.volunteer
    if (area !== undefined && areas.includes(area)) add(areas.indexOf(area), one)
  }
  for (const one of here) {
    if (one.volunteer.area !== undefined) continue
    const sizes = crews.map((crew) => crew.length)
    add(sizes.indexOf(Math.min(...sizes)), one)
  }
  return crews
}

function checkNames({ areas = [], shifts, volunteers }: NewBatch): void {
  const known = areas.map(({ label }) => label)
  const check = (label: string, pointer: string): void => {
    if (known.includes(label)) return
    const expected = known.length > 0 ? known.join(', ') : 'none: the batch has no areas'
    throw fieldError('batch.unknown_area', pointer, `got "${label}", expected one of ${expected}`)
  }
  areas.forEach(({ label }, index) => {
    if (known.indexOf(label) === index) return
    throw fieldError('batch.unknown_area', `/areas/${index}/label`, `"${label}" is there twice`)
  })
  shifts.forEach((shift, index) => {
    shift.areas?.forEach((label, at) => check(label, `/shifts/${index}/areas/${at}`))
  })
  if (typeof volunteers === 'number') return
  volunteers.forEach(({ area, shifts: wanted = [] }, index) => {
    if (area !== undefined) check(area, `/volunteers/${index}/area`)
    for (const number of wanted)
      if (number > shifts.length)
        throw fieldError(
          'batch.unknown_shift',
          `/volunteers/${index}/shifts`,
          `got ${number}, expected 1 to ${shifts.length}`,
        )
  })
}
