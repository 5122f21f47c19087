/** A planning thread: takes one task after the other from its parent, sends progress and the plan. */
import { parentPort, workerData } from 'node:worker_threads'
import { z } from '@hono/zod-openapi'
import { type ErrorKind, type FieldError, VisibleError } from '@doorwalk/core/error'
import type { Plan } from '@doorwalk/core/walk/answer'
import { diskRegions } from '@doorwalk/prepare/disk-regions'
import { inlinePlanner } from './planner-inline.ts'
import type { Measures, PlanTask, Progress } from './planner.ts'

export type FromThread =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'plan'; plan: Plan; measures: Measures | undefined }
  | { kind: 'refused'; error: { kind: ErrorKind; code: string; detail: string; errors: FieldError[] } }
  | { kind: 'broke'; stack: string }

const { regionRoots, osrm } = z
  .object({ regionRoots: z.array(z.string()), osrm: z.string().optional() })
  .parse(workerData)
const planner = inlinePlanner({ regions: diskRegions(regionRoots), clock: { now: () => Date.now() }, osrm })

function send(message: FromThread): void {
  parentPort?.postMessage(message)
}

async function answer(task: PlanTask): Promise<FromThread> {
  try {
    let measures: Measures | undefined
    const plan = await planner.plan(task, {
      onProgress: (progress) => send({ kind: 'progress', progress }),
      onMeasured: (all) => (measures = all),
    })
    return { kind: 'plan', plan, measures }
  } catch (error) {
    if (error instanceof VisibleError) {
      const { kind, code, message: detail, errors } = error
      return { kind: 'refused', error: { kind, code, detail, errors } }
    }
    return { kind: 'broke', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (task: PlanTask) => {
  void answer(task).then(send)
})
