/**
 * Plans in worker threads, so that the server answers while it plans. A thread keeps what it has loaded for the next
 * plan; a cancelled one is ended, because nothing else stops a computation that does not listen.
 */
import { Worker } from 'node:worker_threads'
import { VisibleError } from '@doorwalk/core/error'
import type { PlanHooks, PlanTask, Planner } from './planner.ts'
import type { FromThread } from './plan-thread.ts'

/** Node runs no TypeScript: the first file of the thread is JavaScript that loads the rest. */
const ENTRY = new URL('./plan-thread.mjs', import.meta.url)

interface Waiting {
  task: PlanTask
  hooks: PlanHooks
  done: (plan: Awaited<ReturnType<Planner['plan']>>) => void
  failed: (error: unknown) => void
}

export function threadPlanner({ regionRoots, threads }: { regionRoots: string[]; threads: number }): Planner {
  const idle: Worker[] = []
  const busy = new Set<Worker>()
  const queue: Waiting[] = []
  let isClosed = false

  function next(): void {
    if (isClosed || (idle.length === 0 && busy.size >= threads)) return
    const job = queue.shift()
    if (!job) return
    if (job.hooks.signal?.aborted) return job.failed(new Error('aborted'))
    const worker = idle.pop() ?? new Worker(ENTRY, { workerData: { regionRoots } })
    busy.add(worker)
    run(worker, job)
  }

  function run(worker: Worker, { task, hooks, done, failed }: Waiting): void {
    let isOver = false
    const settle = (isUsable: boolean, result: () => void): void => {
      if (isOver) return
      isOver = true
      worker.removeAllListeners()
      hooks.signal?.removeEventListener('abort', abort)
      busy.delete(worker)
      if (isUsable && !isClosed) idle.push(worker)
      else void worker.terminate()
      // An idle thread that dies must not be handed out again, nor bring the process down.
      worker.on('error', () => forget(worker))
      worker.on('exit', () => forget(worker))
      result()
      next()
    }
    const abort = (): void => settle(false, () => failed(new Error('aborted')))
    hooks.signal?.addEventListener('abort', abort)
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'progress') hooks.onProgress?.(message.progress)
      if (message.kind === 'plan') settle(true, () => done(message.plan))
      if (message.kind === 'refused') {
        const { kind, code, detail, errors } = message.error
        settle(true, () => failed(new VisibleError(kind, code, detail, errors)))
      }
      if (message.kind === 'broke') settle(false, () => failed(new Error(message.stack)))
    })
    worker.on('error', (error) => settle(false, () => failed(error)))
    worker.on('exit', (code) => settle(false, () => failed(new Error(`planning thread ended with ${code}`))))
    worker.postMessage(task)
  }

  function forget(worker: Worker): void {
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
  }

  return {
    plan(task, hooks = {}) {
      return new Promise((done, failed) => {
        queue.push({ task, hooks, done, failed })
        next()
      })
    },
    async close() {
      isClosed = true
      for (const { failed } of queue.splice(0)) failed(new Error('the planner is closed'))
      await Promise.all([...idle, ...busy].map((worker) => worker.terminate()))
    },
  }
}
