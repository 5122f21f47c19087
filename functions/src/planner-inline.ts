/** Plans in this thread: for Lambda, where one instance serves one request, and inside planning threads. */
import { planWalks } from '@doorwalk/core/plan'
import type { Clock, Regions } from '@doorwalk/core/ports'
import type { Planner } from './planner.ts'

export function inlinePlanner({ regions, clock }: { regions: Regions; clock: Clock }): Planner {
  return {
    plan({ planId, request }, { onProgress, signal, deadline } = {}) {
      return planWalks(
        request,
        // The plan's own id is the only one minted; its walks are named after it, so a second run names them alike.
        { regions, clock, id: () => planId },
        {
          ...(onProgress && {
            onProgress: ({ step, done, of }) =>
              onProgress({ stage: step, share: of > 0 ? Math.min(1, done / of) : 0 }),
          }),
          ...(signal && { signal }),
          ...(deadline !== undefined && { deadline }),
        },
      )
    },
    close: async () => undefined,
  }
}
