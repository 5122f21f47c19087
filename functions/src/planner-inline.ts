/** Plans in this thread: for Lambda, where one instance serves one request, and inside planning threads. */
import { snapshotView } from '@doorwalk/core/ledger/snapshot'
import { keepRouters, type MakeRouter } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import type { Clock, Regions } from '@doorwalk/core/ports'
import { osrmRouter } from './osrm-router.ts'
import type { Planner } from './planner.ts'

/** @param osrm  address of an OSRM server to route with; without it our own streets, kept warm between plans */
export function inlinePlanner({
  regions,
  clock,
  osrm,
}: {
  regions: Regions
  clock: Clock
  osrm?: string | undefined
}): Planner {
  const router: MakeRouter = osrm === undefined ? keepRouters() : async () => osrmRouter({ url: osrm })
  return {
    plan({ planId, request, ledger }, { onProgress, signal, deadline } = {}) {
      return planWalks(
        request,
        // The plan's own id is the only one minted; its walks are named after it, so a second run names them alike.
        { regions, clock, router, id: () => planId, ledger: () => snapshotView(ledger) },
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
