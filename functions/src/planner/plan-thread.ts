/** A planning thread: a planner of its own, with progress and measures told on the way. */
import { workerData } from 'node:worker_threads'
import { z } from '@hono/zod-openapi'
import type { Clock } from '@doorwalk/core/ports'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { inlinePlanner } from './inline.ts'
import { received } from './posted.ts'
import type { PlanningNote, PlanningTasks } from './tasks.ts'
import { warmUp } from './warm-up.ts'
import { serveTasks } from '../threads/serve.ts'
import { steadyClock, steadyNow } from '../threads/steady-clock.ts'
import type { PlanHooks } from '../ports/planner.ts'

const { regionRoots, osrm } = z
  .object({ regionRoots: z.array(z.string()), osrm: z.string().optional() })
  .parse(workerData)
/** No search ends early or late because somebody sets the clock of the machine. */
let steady = steadyClock()
const clock: Clock = { now: () => steady.now() }
const regions = diskRegions(regionRoots)
const planner = inlinePlanner({ regions, clock, osrm })

interface Side {
  note: (note: PlanningNote) => void
  signal: AbortSignal
}

/** At the start of each task. @param milliseconds  of the search at most */
function begin({ note, signal }: Side, milliseconds?: number): PlanHooks {
  steady = steadyClock()
  return {
    onProgress(progress) {
      if (signal.aborted) throw new Error('nobody waits for it any more')
      note({ progress })
    },
    onMeasured: (measures) => note({ measures }),
    signal,
    ...(milliseconds !== undefined && { deadline: clock.now() + milliseconds }),
  }
}

serveTasks<PlanningTasks, PlanningNote>({
  plan: ({ searchMilliseconds, ...task }, note, signal) =>
    planner.plan(received(task), begin({ note, signal }, searchMilliseconds)),
  cut: (task, note, signal) => planner.cut(received(task), begin({ note, signal })),
  draft: ({ searchMilliseconds, ...task }, note, signal) =>
    planner.draft(received(task), begin({ note, signal }, searchMilliseconds)),
  join: (task, note, signal) => planner.join(task, begin({ note, signal })),
  // Somebody else's OSRM is asked for nothing that nobody wants.
  warmUp: async () => (osrm === undefined ? warmUp(planner, regions) : undefined),
  propose({ until, ...task }, note, signal) {
    begin({ note, signal })
    return planner.propose(received(task), { signal, milliseconds: Math.max(0, until - steadyNow()) })
  },
  price({ until, ...task }, note, signal) {
    begin({ note, signal })
    return planner.price(received(task), { signal, milliseconds: Math.max(0, until - steadyNow()) })
  },
  suggest(task, note, signal) {
    begin({ note, signal })
    return planner.suggest(received(task), { signal })
  },
  estimate({ until, ...task }, note, signal) {
    begin({ note, signal })
    return planner.estimate(received(task), { signal, milliseconds: Math.max(0, until - steadyNow()) })
  },
})
