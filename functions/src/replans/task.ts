/**
 * The job's side of a replan: what the planner is to go on from, what became of each walk, and the plan before stepping
 * back.
 */
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { VisibleError } from '@doorwalk/core/error'
import type { PlannedTime } from '@doorwalk/core/replan/continue-walks'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import { outlineOfWalk } from '@doorwalk/core/walk/outline'
import { timeAfter } from '@doorwalk/core/walk/clock-time'
import { type ReplanOrder, changeHead, readOutline, readRequest, writeWalks } from '../plans/plans.ts'
import { finishedBefore, walksNow } from './walks.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { PlanTask, WrittenPlan } from '../ports/planner.ts'
import type { Storage } from '../world.ts'

/** What the planner is asked for a plan that takes over from another. */
export async function continueTask(
  storage: Storage,
  { ref, request, order }: { ref: PlanRef; request: PlanRequest; order: ReplanOrder },
): Promise<Omit<PlanTask, 'planId' | 'ledger'>> {
  const { continueWalks } = await import('@doorwalk/core/replan/continue-walks')
  const { campaign } = ref
  const plan = await readOutline(storage, { campaign, planId: order.of })
  if (!plan) {
    const gone = `plan "${order.of}" was removed while it was replanned`
    throw new VisibleError('unprocessable', 'plan.gone', gone)
  }
  const [own, before, planned] = await Promise.all([
    walksNow(storage, { campaign, plan }),
    finishedBefore(storage, { campaign, plan }),
    plannedTime(storage, { campaign, plan }),
  ])
  const walks = [...own, ...before]
  const startAt = request.startAt ?? plan.startAt
  const late = Math.round((storage.clock.now() - Date.parse(plan.startAt)) / 1000)
  const now = timeAfter(plan.startAt, late)
  const { roll: present, keep } = order
  const lastNumber = Math.max(
    ...[...plan.walks, ...(plan.replan?.changes ?? [])].map(({ number }) => number),
    0,
  )
  return {
    ...continueWalks({ walks, present, keep, request, startAt, now, lastNumber, edits: plan.edits, planned }),
    assumptions: assumptionsOf(plan),
    replaces: {
      ...{ of: order.of, keep },
      walks: walks.map(({ walk, done, isFinished }) => ({ walk: outlineOfWalk(walk), done, isFinished })),
      edits: plan.edits,
    },
  }
}

/** What the plan was asked with: a walk of it may be shorter because its walker was late. */
async function plannedTime(
  storage: Storage,
  { campaign, plan }: { campaign: string; plan: PlanOutline },
): Promise<PlannedTime> {
  const [{ wishesIn }, asked] = await Promise.all([
    import('@doorwalk/core/replan/wishes'),
    readRequest(storage, { campaign, planId: plan.id }),
  ])
  const wishes = wishesIn(asked, { walks: plan.walks })
  const walkers = new Map(plan.walks.map(({ walkId, walker }) => [walkId, walker]))
  return {
    startAt: plan.startAt,
    budgetOf: (walkId) => (wishes.of(walkers.get(walkId) ?? '', walkId).minutes ?? asked.minutes) * 60,
  }
}

/** Doors take as long as they took when the plan was made: what is done stays as it is. */
export function assumptionsOf({ assumptions }: PlanOutline): NonNullable<PlanTask['assumptions']> {
  const entryProbability = { ...DEFAULT_ASSUMPTIONS.entryProbability, ...assumptions.entryProbability }
  return { ...assumptions, entryProbability }
}

/** From now on the walks are those of the new plan, and the old one says so. */
export async function replaceOld(
  storage: Pick<Storage, 'store' | 'blobs'>,
  { ref, plan, order }: { ref: PlanRef; plan: WrittenPlan; order: ReplanOrder },
): Promise<void> {
  await writeWalks(storage, { ref, plan })
  const old = { campaign: ref.campaign, planId: order.of }
  await changeHead(storage, old, (head) =>
    head && head.replacedBy !== ref.planId ? { ...head, replacedBy: ref.planId } : head,
  )
}
