/** What the planner is told of edits: walks that stay, walks that are planned again, and what must be on these. */
import type { ContinuedWalk, Continuation } from '../replan/continuation.ts'
import { continued, endsOf } from '../replan/continue-walks.ts'
import type { WalkNow } from '../replan/roll-call.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import type { EditFigures, EditGone, EditPin, EditStep, LeftOut, Plan, Walk } from '../walk/answer.ts'
import type { EditOrder, OrderedWalk } from './order.ts'

/** Plain data: it travels to the threads that plan. */
export interface EditTask {
  /** Per walk that is planned again, in the order of the continuation: targets, each with the edit that says so. */
  must: [target: string, by: number | null][][]
  /** Of the plan before. */
  leftOut: LeftOut[]
  /** Of the plan before, and of this one: those who go on keep their starts. */
  meetingPoint: Plan['meetingPoint']
  told: EditsTold
}

/** What the plan will say of its edits besides what comes of them. */
export interface EditsTold {
  of: string
  steps: EditStep[]
  undone: EditStep[]
  pins: EditPin[]
  locks: string[]
  gone: EditGone[]
  before: EditFigures
}

/**
 * @param input.walks    as they stand
 * @param input.request  of the plan that is made, with all its walkers
 * @param input.now      RFC 3339; walks that have begun go on from here
 * @param input.startAt  of a walk that is new
 */
export function editedWalks(input: {
  order: EditOrder
  walks: WalkNow[]
  request: PlanRequest
  now: string
  startAt: string
  lastNumber: number
}): { continuation: Continuation; request: PlanRequest; must: EditTask['must'] } {
  const { order, walks, request, now, startAt, lastNumber } = input
  const byId = new Map(walks.map((one) => [one.walk.walkId, one]))
  const volunteers = Array.isArray(request.volunteers) ? request.volunteers : []
  const again = order.walks.flatMap((walk, index) =>
    walk.again ? [{ ...walk, again: walk.again, volunteer: volunteers[index] ?? { id: walk.walker } }] : [],
  )
  const taken = new Set(again.flatMap(({ again: { stops } }) => stops.flat()))
  const off = new Set((request.targets ?? []).flatMap(({ id, exclude }) => (exclude ? [id] : [])))
  const keptWalks = order.walks.flatMap(({ walkId, walker, again: planned }): Walk[] => {
    const one = planned || walkId === null ? undefined : byId.get(walkId)
    return one ? [kept(one.walk, { walker, isGone: (id) => taken.has(id) || off.has(id) })] : []
  })
  return {
    continuation: {
      keptWalks,
      walkers: again.map((walk) =>
        walkerOf(walk, { one: byId.get(walk.walkId ?? ''), now, startAt, request }),
      ),
      lastNumber,
      lastRank: Math.max(0, ...walks.map(({ walk }) => walk.rank)),
    },
    request: { ...request, volunteers: again.map(({ volunteer }) => volunteer) },
    must: again.map(({ again: { must } }) => must),
  }
}

/** The very same where nothing of it was taken: only reserves may go to another walk, or be excluded. */
function kept(walk: Walk, { walker, isGone }: { walker: string; isGone: (id: string) => boolean }): Walk {
  const reserves = walk.reserves.filter(({ id }) => !isGone(id))
  if (reserves.length === walk.reserves.length && walk.walker === walker) return walk
  return { ...walk, walker, reserves }
}

type Again = OrderedWalk & { again: NonNullable<OrderedWalk['again']>; volunteer: VolunteerRequest }

function walkerOf(
  { again: { stops, keepsEnds, keepsBudget }, volunteer }: Again,
  {
    one,
    now,
    startAt,
    request,
  }: { one: WalkNow | undefined; now: string; startAt: string; request: PlanRequest },
): ContinuedWalk {
  if (!one)
    return { walk: null, done: [], ahead: stops, doors: new Map(), keys: new Set(), startAt, onlyOwn: false }
  const { walk, begunAt } = one
  const goesOn = continued(one, begunAt === null ? walk.startAt : now)
  const gone = begunAt === null ? 0 : Math.max(0, Date.parse(now) - Date.parse(begunAt)) / 1000
  const budget = keepsBudget ? walk.budget : (volunteer.minutes ?? request.minutes) * 60
  const plain = new Set((request.targets ?? []).flatMap(({ id, key }) => (key === false ? [id] : [])))
  return {
    ...goesOn,
    // Nothing is done of a walk that nobody has begun.
    done: begunAt === null ? [] : goesOn.done,
    ahead: stops,
    keys: new Set([...goesOn.keys].filter((id) => !plain.has(id))),
    ...(keepsEnds ? endsOf(walk) : {}),
    left: Math.max(0, Math.round(budget - gone)),
  }
}
