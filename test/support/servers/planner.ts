/** Planners for tests of what stands around planning. */
import type { Plan } from '@doorwalk/core/walk/answer'
import { writtenPlan } from '@doorwalk/functions/planner/written-plan'
import type { PlanHooks, PlanTask, Planner } from '@doorwalk/functions/ports/planner'

export type MakePlan = (task: PlanTask, hooks?: PlanHooks) => Promise<Plan>

/** Plans every request as one, by the function given. */
export function planOnly(plan: MakePlan): Planner {
  return {
    plan: async (task, hooks) => writtenPlan(await plan(task, hooks)),
    cut: async () => null,
    draft: () => Promise.reject(new Error('nothing was cut')),
    join: () => Promise.reject(new Error('nothing was cut')),
    close: async () => undefined,
  }
}
