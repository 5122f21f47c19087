/** A planning thread: takes one task after the other from its parent, sends progress and the answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { z } from '@hono/zod-openapi'
import { type ErrorKind, type FieldError, VisibleError } from '@doorwalk/core/error'
import type { Partition } from '@doorwalk/core/partition/partition'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { Estimate } from '@doorwalk/core/estimate/answer'
import type { Draft } from '@doorwalk/core/assembly/draft'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { inlinePlanner } from './inline.ts'
import type { DraftTask, EstimateTask, Measures, PlanHooks, PlanTask, Progress } from '../world.ts'

export type ToThread =
  | { kind: 'plan'; task: PlanTask }
  | { kind: 'cut'; task: PlanTask }
  | { kind: 'draft'; task: DraftTask }
  | { kind: 'estimate'; task: EstimateTask }

export type Answer =
  | { kind: 'plan'; plan: Plan }
  | { kind: 'cut'; partition: Partition | null }
  | { kind: 'draft'; draft: Draft }
  | { kind: 'estimate'; estimate: Estimate }

export type FromThread =
  | Answer
  | { kind: 'progress'; progress: Progress }
  | { kind: 'measured'; measures: Measures }
  | { kind: 'refused'; error: { kind: ErrorKind; code: string; detail: string; errors: FieldError[] } }
  | { kind: 'broke'; stack: string }

const { regionRoots, osrm } = z
  .object({ regionRoots: z.array(z.string()), osrm: z.string().optional() })
  .parse(workerData)
const planner = inlinePlanner({ regions: diskRegions(regionRoots), clock: { now: () => Date.now() }, osrm })

function send(message: FromThread): void {
  parentPort?.postMessage(message)
}

async function work(call: ToThread): Promise<Answer> {
  const hooks: PlanHooks = {
    onProgress: (progress) => send({ kind: 'progress', progress }),
    onMeasured: (measures) => send({ kind: 'measured', measures }),
  }
  switch (call.kind) {
    case 'plan':
      return { kind: 'plan', plan: await planner.plan(call.task, hooks) }
    case 'cut':
      return { kind: 'cut', partition: await planner.cut(call.task) }
    case 'draft':
      return { kind: 'draft', draft: await planner.draft(call.task, hooks) }
    case 'estimate':
      return { kind: 'estimate', estimate: await planner.estimate(call.task) }
  }
}

async function answer(call: ToThread): Promise<FromThread> {
  try {
    return await work(call)
  } catch (error) {
    if (error instanceof VisibleError) {
      const { kind, code, message: detail, errors } = error
      return { kind: 'refused', error: { kind, code, detail, errors } }
    }
    return { kind: 'broke', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (call: ToThread) => {
  void answer(call).then(send)
})
