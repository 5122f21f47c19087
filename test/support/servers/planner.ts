import type { Planner } from '@doorwalk/functions/world'
/** Planners for tests of what stands around planning. */

/** Plans every request as one, by the function given. */
export function planOnly(plan: Planner['plan']): Planner {
  return {
    plan,
    cut: async () => null,
    draft: () => Promise.reject(new Error('nothing was cut')),
    close: async () => undefined,
  }
}
