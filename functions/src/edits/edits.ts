/**
 * Edits by hand: what is asked is stored as a plan of its own, which takes the place of the one that is edited when it
 * is ready. Undo and redo bring the walks of a plan of before back, as they were.
 */
import { z } from '@hono/zod-openapi'
import { fieldError, VisibleError } from '@doorwalk/core/error'
import type { EditRequest, PlanEdit } from '@doorwalk/core/request/edit-request'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { EditStep, Plan } from '@doorwalk/core/walk/answer'
import { nearWalks, outlineOf } from '@doorwalk/core/walk/outline'
import { censusAbout } from '../ledger/census.ts'
import { isCommitted } from '../ledger/holds.ts'
import { type FoundPlan, type Patience, finishedPlan, isDone } from '../plans/calls.ts'
import {
  type ReplanOrder,
  createPlan,
  donePlan,
  firstOf,
  readHead,
  readOrder,
  readPlan,
  readRequest,
  writeOrder,
} from '../plans/plans.ts'
import { takePlace } from '../replans/replans.ts'
import { refuseReplaced } from '../replans/turn.ts'
import { type Errand, rememberedId } from '../errands/errand.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { World } from '../world.ts'
import { walksToEdit } from './walks.ts'

interface Wish extends Patience {
  /** The plan that is edited. */
  ref: PlanRef
  wish: EditRequest
  errand: Errand | undefined
}

type Ordered = { request: PlanRequest; edit: NonNullable<ReplanOrder['edit']> } & Pick<ReplanOrder, 'absent'>

/**
 * @param input.errand  of the request: gives the same plan when it is taken up again
 * @throws VisibleError `edit.…`, `plan.replaced`, `plan.replan_running`
 */
export async function submitEdits(
  world: World,
  { ref, wish, errand, ...patience }: Wish,
): Promise<FoundPlan> {
  const { campaign, planId } = ref
  const begun = z.string().optional().parse(errand?.remembered)
  if (begun !== undefined && (await readHead(world, { campaign, planId: begun })))
    return takePlace(world, { ref, next: { campaign, planId: begun }, ...patience })
  const old = await finishedPlan(world, ref)
  if (!isDone(old)) return old
  await refuseReplaced(world, ref)
  const plan = await donePlan(world, ref)
  const { edits, undo, redo, seed } = wish
  const next: PlanRef = { campaign, planId: await rememberedId(errand, world, 'pln') }
  const about = { campaign, plan, next: next.planId }
  const { request, edit, absent } = edits
    ? await ordered(world, { ...about, edits })
    : await broughtBack(world, { ...about, ...(undo === undefined ? { redo: redo! } : { undo }) })
  const first = await firstOf(world, ref)
  const order: ReplanOrder = { of: planId, first, keep: 'walks', roll: [], absent, edit }
  await writeOrder(world, { ref: next, order })
  const commit = await isCommitted(world, ref)
  await createPlan(world, { ref: next, request: { ...request, ...(seed !== undefined && { seed }), commit } })
  return takePlace(world, { ref, next, ...patience })
}

interface About {
  campaign: string
  plan: Plan
  /** Id of the plan that is made. */
  next: string
}

async function ordered(
  world: World,
  { campaign, plan, next, edits }: About & { edits: PlanEdit[] },
): Promise<Ordered> {
  const [{ orderEdits }, { isNamedBy }, { roundedEdits }, { wishesIn }] = await Promise.all([
    import('@doorwalk/core/edit/order-edits'),
    import('@doorwalk/core/edit/board'),
    import('@doorwalk/core/edit/rounded-edits'),
    import('@doorwalk/core/replan/wishes'),
  ])
  const ref = { campaign, planId: plan.id }
  const { name: region, version } = plan.region
  // Where those stand that are on no walk is asked of the census.
  const named = edits.flatMap((each) => ('target' in each ? [each.target] : []))
  const ids = plan.leftOut
    .map(({ target }) => target)
    .filter((target) => named.some((name) => isNamedBy(name, target)))
  const near = nearWalks(outlineOf(plan)) ?? []
  const [asked, walks, before, census] = await Promise.all([
    readRequest(world, ref),
    walksToEdit(world, { campaign, plan }),
    readOrder(world, ref),
    censusAbout(world, { campaign, region, version, ids, near }),
  ])
  const wishes = wishesIn(asked, { walks: plan.walks, absent: before?.absent })
  const locate = (id: string) => census.find(id)?.location
  const start = asked.start ?? plan.meetingPoint ?? undefined
  const kept = roundedEdits(edits, { ...asked, ...(start === undefined ? {} : { start }) })
  const { order, request } = orderEdits({ plan, walks, asked, wishes, locate }, kept)
  const step: EditStep = { of: plan.id, plan: next, edits: kept }
  return {
    edit: { order, walksOf: null, steps: [...(plan.edits?.steps ?? []), step], undone: [] },
    absent: wishes.others(order.walks.map(({ walker }) => walker)),
    request: { ...request, ...(start === undefined ? {} : { start }), startAt: plan.startAt },
  }
}

/** @throws VisibleError `edit.nothing_to_undo`, `edit.gone`, `edit.walk_begun` */
async function broughtBack(
  world: World,
  { campaign, plan, undo, redo }: About & { undo?: number; redo?: number },
): Promise<Ordered> {
  const { steps = [], undone = [] } = plan.edits ?? {}
  if (undo !== undefined && undo > steps.length)
    throw fieldError(
      'edit.nothing_to_undo',
      '/undo',
      `got ${undo}; expected at most ${steps.length}: so many steps were made since the plan was planned or replanned`,
    )
  if (redo !== undefined && redo > undone.length)
    throw fieldError(
      'edit.nothing_to_redo',
      '/redo',
      `got ${redo}; expected at most ${undone.length}: so many steps were taken back`,
    )
  const split = steps.length - (undo ?? 0)
  const walksOf = undo === undefined ? undone[redo! - 1]!.plan : steps[split]!.of
  const edit: Ordered['edit'] =
    undo === undefined
      ? { order: null, walksOf, steps: [...steps, ...undone.slice(0, redo)], undone: undone.slice(redo) }
      : { order: null, walksOf, steps: steps.slice(0, split), undone: [...steps.slice(split), ...undone] }
  const ref = { campaign, planId: walksOf }
  const back = await readPlan(world, ref)
  if (!back)
    throw new VisibleError(
      'conflict',
      'edit.gone',
      `plan "${walksOf}", whose walks would come back, was removed; edit plan "${plan.id}" instead`,
    )
  await refuseBegun(world, { campaign, plan, back, pointer: undo === undefined ? '/redo' : '/undo' })
  const [request, order] = await Promise.all([readRequest(world, ref), readOrder(world, ref)])
  return { edit, absent: order?.absent, request: { ...request, startAt: back.startAt } }
}

/** A walk that has begun is not taken from under the feet of who walks it. */
async function refuseBegun(
  world: World,
  { campaign, plan, back, pointer }: { campaign: string; plan: Plan; back: Plan; pointer: string },
): Promise<void> {
  const walks = await walksToEdit(world, { campaign, plan })
  const then = new Map(back.walks.map((walk) => [walk.walkId, JSON.stringify(walk)]))
  const standing = new Map(walks.map((now) => [now.walk.walkId, now]))
  for (const { walkId, number } of plan.walks) {
    const now = standing.get(walkId)
    const hasBegun = now === undefined || now.begunAt !== null
    if (hasBegun && then.get(walkId) !== JSON.stringify(plan.walks.find((walk) => walk.walkId === walkId)))
      throw fieldError(
        'edit.walk_begun',
        pointer,
        `walk ${number} ("${walkId}") has begun or is over, and was another one then; edit the plan instead`,
      )
  }
}
