/** Roll-call: what is asked is stored as a plan of its own, which takes the place of the other when it is ready. */
import { z } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import type { PlanRequest, ReplanRequest } from '@doorwalk/core/request/request'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import { timeAfter } from '@doorwalk/core/walk/clock-time'
import { isCommitted } from '../ledger/holds.ts'
import { type FoundPlan, type Patience, finishedPlan, isDone, runAndWait } from '../plans/calls.ts'
import {
  type ReplanOrder,
  createPlan,
  doneOutline,
  firstOf,
  readHead,
  readOrder,
  readRequest,
  removePlan,
  writeOrder,
} from '../plans/plans.ts'
import { walksNow } from './walks.ts'
import { refuseReplaced, takeTurn } from './turn.ts'
import { type Errand, rememberedId } from '../errands/errand.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { World } from '../world.ts'

interface Roll extends Patience {
  /** The plan that is replanned. */
  ref: PlanRef
  wish: ReplanRequest
  /** The search takes no longer; undefined: than that of the plan. */
  seconds: number | undefined
  errand: Errand | undefined
}

/**
 * @param input.errand  of the request: gives the same plan when it is taken up again
 * @throws VisibleError `plan.replaced`, `plan.replan_running`, `replan.walker`, `replan.nobody`, `replan.commit`,
 * `replan.too_many`
 */
export async function submitReplan(
  world: World,
  { ref, wish, seconds, errand, ...patience }: Roll,
): Promise<FoundPlan> {
  const { campaign, planId } = ref
  const begun = z.string().optional().parse(errand?.remembered)
  if (begun !== undefined && (await readHead(world, { campaign, planId: begun })))
    return takePlace(world, { ref, next: { campaign, planId: begun }, ...patience })
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
  const { roll, absent, request } = await callTheRoll(world, { campaign, plan, wish, seconds })
  const order: ReplanOrder = { of: planId, first: await firstOf(world, ref), keep: wish.keep, roll, absent }
  const next: PlanRef = { campaign, planId: await rememberedId(errand, world, 'pln') }
  // Before the head: from then on it is a plan that goes on from another, whoever hands it over.
  await writeOrder(world, { ref: next, order })
  await createPlan(world, { ref: next, request: { ...request, commit: wish.commit ?? isLeased } })
  return takePlace(world, { ref, next, ...patience })
}

/** Takes the turn of a plan for the one that is to take its place, and waits for it. */
export async function takePlace(
  world: World,
  { ref, next, ...patience }: { ref: PlanRef; next: PlanRef } & Patience,
): Promise<FoundPlan> {
  try {
    await takeTurn(world, { ref, by: next.planId })
  } catch (error) {
    await removePlan(world, next)
    throw error
  }
  return runAndWait(world, next, patience)
}

async function callTheRoll(
  world: World,
  { campaign, plan, wish, seconds }: Pick<Roll, 'wish' | 'seconds'> & { campaign: string; plan: PlanOutline },
): Promise<{ request: PlanRequest } & Pick<ReplanOrder, 'roll' | 'absent'>> {
  const [{ callRoll, checkSize }, { wishesIn }] = await Promise.all([
    import('@doorwalk/core/replan/roll-call'),
    import('@doorwalk/core/replan/wishes'),
  ])
  const ref = { campaign, planId: plan.id }
  const [asked, walks, order] = await Promise.all([
    readRequest(world, ref),
    walksNow(world, { campaign, plan }),
    readOrder(world, ref),
  ])
  const wishes = wishesIn(asked, { walks: plan.walks, absent: order?.absent, newcomers: wish.newcomers })
  const roll = callRoll(walks, wish, wishes.suits)
  if (roll.length === 0)
    throw fieldError('replan.nobody', '/present', 'nobody is present; delete the plan, or release its walks')
  checkSize(walks, { present: roll, keep: wish.keep })
  const start = asked.start ?? plan.meetingPoint ?? undefined
  const late = Math.max(0, Math.round((world.clock.now() - Date.parse(plan.startAt)) / 1000))
  return {
    roll,
    absent: wishes.others(roll.map(({ walker }) => walker)),
    request: {
      ...asked,
      ...(start === undefined ? {} : { start }),
      ...(wish.seed === undefined ? {} : { seed: wish.seed }),
      ...(wish.iterations === undefined ? {} : { iterations: wish.iterations }),
      ...(seconds === undefined ? {} : { seconds: Math.min(seconds, asked.seconds ?? seconds) }),
      volunteers: roll.map(({ walker, walkId }) => ({ ...wishes.of(walker, walkId), id: walker })),
      startAt: wish.startAt ?? timeAfter(plan.startAt, late),
    },
  }
}
