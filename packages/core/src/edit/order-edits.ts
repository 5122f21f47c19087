/** From a plan and edits to what is to be planned: which walks, by whom, with what, and what stays as it is. */
import { fieldError } from '../error.ts'
import type { WalkNow } from '../replan/roll-call.ts'
import type { Wishes } from '../replan/wishes.ts'
import type { PlanEdit } from '../request/edit-request.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import { walkerIds } from '../request/walker-ids.ts'
import type { LngLat } from '../units.ts'
import type { EditGone, Plan } from '../walk/answer.ts'
import { type Board, type BoardWalk, pinsOf } from './board.ts'
import type { EditOrder, OrderedWalk } from './order.ts'
import { makeEdits } from './make-edits.ts'

/** What {@link orderEdits} must know of a plan. */
export interface EditedPlan {
  plan: Pick<Plan, 'walks' | 'leftOut' | 'meetingPoint' | 'edits'>
  /** Those of its walks that are not over. */
  walks: WalkNow[]
  asked: PlanRequest
  wishes: Wishes
  locate: (target: string) => LngLat | undefined
}

/**
 * @returns what to plan, and the request of the plan that is made
 * @throws VisibleError `edit.…` with the place of the edit that cannot be made; nothing is changed then
 */
export function orderEdits(
  { plan, walks, asked, wishes, locate }: EditedPlan,
  edits: readonly PlanEdit[],
): { order: EditOrder; request: PlanRequest } {
  const board = layOut({ plan, walks, asked, wishes, locate })
  const gone = dropGone(board)
  makeEdits(board, edits)
  if (board.walks.size === 0)
    throw fieldError('edit.nobody', '/edits', 'nobody would walk any more; delete the plan instead')
  // A pin to a walk that these edits give up.
  gone.push(...dropGone(board))
  const ordered = [...board.walks.values()].map((walk) => orderedWalk(walk, board))
  const targets = [...board.targets.values()]
  return {
    order: { walks: ordered, pins: pinsOf(board), locks: [...board.locks].sort(), gone },
    request: {
      ...asked,
      ...(targets.length > 0 && { targets }),
      volunteers: [...board.walks.values()].map(({ volunteer, walker }) => ({ ...volunteer, id: walker })),
    },
  }
}

function layOut({ plan, walks, asked, wishes, locate }: EditedPlan): Board {
  const { skip, targets = [] } = asked
  const volunteers: VolunteerRequest[] = Array.isArray(asked.volunteers) ? asked.volunteers : []
  // Walks may have been handed over since.
  const busy = [...plan.walks, ...walks.map(({ walk }) => walk)].map(({ walker }) => walker)
  return {
    walks: new Map(walks.map((now) => [now.walk.walkId, boardWalk(now, wishes)])),
    removed: new Set(),
    pins: new Map((plan.edits?.pins ?? []).map(({ target, walk }) => [target, walk])),
    locks: new Set(plan.edits?.locks),
    targets: new Map(targets.map((target) => [target.id, target])),
    skipped: new Set(skip?.targets),
    known: new Set([
      ...plan.walks.flatMap(({ stops, reserves }) =>
        [...stops.flatMap((stop) => stop.targets), ...reserves].map(({ id }) => id),
      ),
      ...plan.leftOut.map(({ target }) => target),
    ]),
    leftOut: new Map(plan.leftOut.map(({ target, reason }) => [target, reason])),
    walkers: new Set(busy),
    names: new Set([...busy, ...walkerIds(volunteers)]),
    minutes: asked.minutes,
    locate,
    said: new Map(),
  }
}

function boardWalk(now: WalkNow, wishes: Wishes): BoardWalk {
  const { walk, done } = now
  return {
    now,
    walker: walk.walker,
    volunteer: wishes.of(walk.walker, walk.walkId),
    stops: walk.stops
      .map(({ targets }) => targets.map(({ id }) => id).filter((id) => !done.has(id)))
      .filter((stop) => stop.length > 0),
    brought: new Map(),
    isTouched: false,
    keepsEnds: true,
    keepsBudget: true,
  }
}

/** Takes pins and locks of walks off the table that are no longer there. */
function dropGone({ walks, pins, locks }: Board): EditGone[] {
  const gone: EditGone[] = []
  for (const [target, walk] of pins) {
    if (walks.has(walk)) continue
    pins.delete(target)
    gone.push({ type: 'pin', target, walk, reason: 'no_walk' })
  }
  for (const walk of locks) {
    if (walks.has(walk)) continue
    locks.delete(walk)
    gone.push({ type: 'lock', walk, reason: 'no_walk' })
  }
  return gone
}

function orderedWalk(walk: BoardWalk, { pins }: Board): OrderedWalk {
  const { now, walker, stops, brought, isTouched, keepsEnds, keepsBudget } = walk
  const walkId = now?.walk.walkId ?? null
  if (!isTouched) return { walkId, walker, again: null }
  const pinned = stops.flat().filter((id) => pins.get(id) === walkId && !brought.has(id))
  const must: NonNullable<OrderedWalk['again']>['must'] = [
    ...[...brought].map(([id, by]): [string, number] => [id, by]),
    ...pinned.map((id): [string, null] => [id, null]),
  ]
  return { walkId, walker, again: { stops, must, keepsEnds, keepsBudget } }
}
