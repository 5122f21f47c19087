/** The job's side of edits: what the planner is told, or the walks that come back. */
import { figuresOf } from '@doorwalk/core/edit/figures'
import { changesOf } from '@doorwalk/core/replan/changes'
import { VisibleError } from '@doorwalk/core/error'
import type { PlanRequest } from '@doorwalk/core/request/request'
import { outlineOfWalk } from '@doorwalk/core/walk/outline'
import type { Plan } from '@doorwalk/core/walk/answer'
import { timeAfter } from '@doorwalk/core/walk/clock-time'
import { readPlan, type ReplanOrder } from '../plans/plans.ts'
import { assumptionsOf } from '../replans/task.ts'
import { writtenPlan } from '../planner/written-plan.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { PlanTask, WrittenPlan } from '../ports/planner.ts'
import type { Storage } from '../world.ts'
import { walksToEdit } from './walks.ts'

interface Asked {
  ref: PlanRef
  request: PlanRequest
  order: ReplanOrder
}

/** What the planner is asked for; or a plan whose walks are known. */
export async function editTask(
  storage: Storage,
  { ref, request, order: { of, keep, edit } }: Asked & { order: { edit: NonNullable<ReplanOrder['edit']> } },
): Promise<{ task: Omit<PlanTask, 'planId' | 'ledger'> } | { plan: WrittenPlan }> {
  const { campaign, planId } = ref
  const plan = await planOf(storage, { campaign, planId: of })
  const walks = await walksToEdit(storage, { campaign, plan })
  const { order, steps, undone } = edit
  const before = figuresOf(plan)
  const now = new Map(walks.map((one) => [one.walk.walkId, one]))
  // Those that are over, too: the plan tells what became of them.
  const earlier = plan.walks.map((walk) => {
    const one = now.get(walk.walkId)
    return { walk: outlineOfWalk(one?.walk ?? walk), done: one?.done ?? new Set<string>() }
  })
  if (!order) {
    const back = await planOf(storage, { campaign, planId: edit.walksOf ?? of })
    const { pins = [], locks = [], gone = [] } = back.edits ?? {}
    const { edits: _edits, replan: _replan, ...same } = back
    const next: Plan = { ...same, id: planId }
    const told = { of, steps, undone, pins, locks, gone, cost: { before, after: figuresOf(back) } }
    return {
      plan: writtenPlan({ ...next, replan: { of, keep, ...changesOf(earlier, next) }, edits: told }),
    }
  }
  const { editedWalks } = await import('@doorwalk/core/edit/edit-task')
  const late = Math.round((storage.clock.now() - Date.parse(plan.startAt)) / 1000)
  const edited = editedWalks({
    ...{ order, walks, request },
    now: timeAfter(plan.startAt, late),
    startAt: timeAfter(plan.startAt, Math.max(0, late)),
    lastNumber: Math.max(...[...plan.walks, ...(plan.replan?.changes ?? [])].map(({ number }) => number), 0),
  })
  const { pins, locks, gone } = order
  return {
    task: {
      request: edited.request,
      continuation: edited.continuation,
      assumptions: assumptionsOf(plan),
      replaces: { of, keep, walks: earlier },
      edit: {
        must: edited.must,
        leftOut: plan.leftOut,
        meetingPoint: plan.meetingPoint,
        told: { of, steps, undone, pins, locks, gone, before },
      },
    },
  }
}

async function planOf(storage: Storage, ref: PlanRef): Promise<Plan> {
  const plan = await readPlan(storage, ref)
  if (plan) return plan
  const gone = `plan "${ref.planId}" was removed while it was edited`
  throw new VisibleError('unprocessable', 'plan.gone', gone)
}
