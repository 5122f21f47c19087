/** A planning thread: a planner of its own, with progress and measures told on the way. */
import { workerData } from 'node:worker_threads'
import { z } from '@hono/zod-openapi'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { inlinePlanner } from './inline.ts'
import type { PlanningNote, PlanningTasks } from './tasks.ts'
import { serveTasks } from '../threads/serve.ts'
import type { PlanHooks } from '../world.ts'

const { regionRoots, osrm } = z
  .object({ regionRoots: z.array(z.string()), osrm: z.string().optional() })
  .parse(workerData)
const planner = inlinePlanner({ regions: diskRegions(regionRoots), clock: { now: () => Date.now() }, osrm })

const hooksTo = (note: (note: PlanningNote) => void): PlanHooks => ({
  onProgress: (progress) => note({ progress }),
  onMeasured: (measures) => note({ measures }),
})

serveTasks<PlanningTasks, PlanningNote>({
  plan: (task, note) => planner.plan(task, hooksTo(note)),
  cut: (task) => planner.cut(task),
  draft: (task, note) => planner.draft(task, hooksTo(note)),
  join: (task, note) => planner.join(task, hooksTo(note)),
  estimate: (task) => planner.estimate(task),
})
