/** Roll-call: what is asked is stored as a plan of its own, which takes the place of the other when it is ready. */
import { VisibleError, fieldError } from '@doorwalk/core/error'
import type { PresentWalker } from '@doorwalk/core/replan/roll-call'
import type { PlanRequest, ReplanRequest, VolunteerRequest } from '@doorwalk/core/request/request'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import { timeAfter } from '@doorwalk/core/walk/clock-time'
import { isCommitted } from '../ledger/holds.ts'
import { type FoundPlan, finishedPlan, isDone, runAndWait } from '../plans/calls.ts'
import {
  type ReplanOrder,
  createPlan,
  doneOutline,
  isEnded,
  readHead,
  readRequest,
  removePlan,
  writeOrder,
} from '../plans/plans.ts'
import { walksNow } from './walks.ts'
import { REPLAN } from '../store/keys.ts'
import type { PlanRef, World } from '../world.ts'

/**
 * @param wait  milliseconds until the answer is a job instead of a plan
 * @throws VisibleError `plan.replaced`, `plan.replan_running`, `replan.walker`, `replan.nobody`, `replan.commit`,
 * `replan.too_many`
 */
export async function submitReplan(
  world: World,
  { campaign, planId, wish, wait }: { campaign: string; planId: string; wish: ReplanRequest; wait: number },
): Promise<FoundPlan> {
  const ref: PlanRef = { campaign, planId }
  const old = await finishedPlan(world, ref)
  if (!isDone(old)) return old
  const plan = await doneOutline(world, ref)
  await refuseReplaced(world, ref)
  const isLeased = await isCommitted(world, ref)
  if (isLeased && wish.commit === false)
    throw fieldError(
      'replan.commit',
      '/commit',
      `got false; plan "${planId}" is committed, and so is what replaces it`,
    )
  const { roll, request } = await callTheRoll(world, { campaign, plan, wish })
  const order: ReplanOrder = { of: planId, keep: wish.keep, roll }
  const next: PlanRef = { campaign, planId: world.id('pln') }
  await createPlan(world, { ref: next, request: { ...request, commit: wish.commit ?? isLeased } })
  await writeOrder(world, { ref: next, order })
  try {
    await takeTurn(world, { ref, by: next.planId })
  } catch (error) {
    await removePlan(world, next)
    throw error
  }
  return runAndWait(world, next, wait)
}

async function callTheRoll(
  world: World,
  { campaign, plan, wish }: { campaign: string; plan: PlanOutline; wish: ReplanRequest },
): Promise<{ roll: PresentWalker[]; request: PlanRequest }> {
  const { callRoll, checkSize } = await import('@doorwalk/core/replan/roll-call')
  const [asked, walks] = await Promise.all([
    readRequest(world, { campaign, planId: plan.id }),
    walksNow(world, { campaign, plan }),
  ])
  const roll = callRoll(walks, wish)
  if (roll.length === 0)
    throw fieldError('replan.nobody', '/present', 'nobody is present; delete the plan, or release its walks')
  checkSize(walks, { present: roll, keep: wish.keep })
  const start = asked.start ?? plan.meetingPoint ?? undefined
  const late = Math.max(0, Math.round((world.clock.now() - Date.parse(plan.startAt)) / 1000))
  return {
    roll,
    request: {
      ...asked,
      ...(start === undefined ? {} : { start }),
      ...(wish.seed === undefined ? {} : { seed: wish.seed }),
      ...(wish.iterations === undefined ? {} : { iterations: wish.iterations }),
      volunteers: roll.map(({ walker, walkId }) => ({ ...volunteerOf(walkId, { asked, plan }), id: walker })),
      startAt: wish.startAt ?? timeAfter(plan.startAt, late),
    },
  }
}

/** What the request said of whom the walk was planned for. */
export function volunteerOf(
  walkId: string | null,
  { asked, plan }: { asked: PlanRequest; plan: PlanOutline },
): VolunteerRequest {
  const walker = plan.walks.find((walk) => walk.walkId === walkId)?.walker
  if (walker === undefined || typeof asked.volunteers === 'number') return {}
  return asked.volunteers.find(({ id }, index) => (id ?? String(index + 1)) === walker) ?? {}
}

export async function refuseReplaced(world: Pick<World, 'store'>, ref: PlanRef): Promise<void> {
  const by = (await readHead(world, ref))?.head.replacedBy
  if (!by) return
  throw new VisibleError(
    'conflict',
    'plan.replaced',
    `plan "${ref.planId}" was replaced by "${by}"; go on with that one`,
  )
}

/** One replan of a plan at a time; a turn ends with the plan it was taken for. */
async function takeTurn(
  world: Pick<World, 'store'>,
  { ref, by }: { ref: PlanRef; by: string },
): Promise<void> {
  const key = REPLAN.key(ref.campaign, ref.planId)
  const item = await world.store.get(key)
  const other = item && (await readHead(world, { ...ref, planId: String(item.data['by']) }))
  const isFree = !other || isEnded(other.head)
  const isMine =
    isFree &&
    (item
      ? await world.store.replace({ ...key, data: { by } }, item.version)
      : await world.store.create({ ...key, data: { by } }))
  // Who was faster may have finished in between.
  await refuseReplaced(world, ref)
  if (isMine) return
  throw new VisibleError(
    'conflict',
    'plan.replan_running',
    `plan "${ref.planId}" is being replanned by somebody else; read it again in a moment`,
  )
}
