/**
 * Plans in worker threads, so that the server answers while it plans. A thread keeps what it has loaded for the next
 * plan; a cancelled one is ended, because nothing else stops a computation that does not listen.
 */
import { Worker } from 'node:worker_threads'
import { VisibleError } from '@doorwalk/core/error'
import { mayOutgrow } from '@doorwalk/core/partition/partition'
import type { Answer, FromThread, ToThread } from './plan-thread.ts'
import type { Estimator, PlanHooks, Planner } from '../world.ts'

/** Node runs no TypeScript: the first file of the thread is JavaScript that loads the rest. */
const ENTRY = new URL('./plan-thread.mjs', import.meta.url)

/** One call that waits for a thread, or is with one. */
interface Errand {
  call: ToThread
  hooks: PlanHooks
  done: (answer: Answer) => void
  failed: (error: Error) => void
}

interface Thread {
  worker: Worker
  /** Undefined: idle. */
  errand: Errand | undefined
}

export function threadPlanner({
  regionRoots,
  threads,
  osrm,
}: {
  regionRoots: string[]
  threads: number
  osrm?: string | undefined
}): Planner & Estimator {
  const pool = new Set<Thread>()
  const queue: Errand[] = []
  let isClosed = false

  function next(): void {
    if (queue.length === 0 || isClosed) return
    const idle = [...pool].find(({ errand }) => errand === undefined)
    if (!idle && pool.size >= threads) return
    const errand = queue.shift()
    if (!errand) return
    const thread = idle ?? spawn()
    thread.errand = errand
    thread.worker.postMessage(errand.call)
  }

  function spawn(): Thread {
    const worker = new Worker(ENTRY, { workerData: { regionRoots, osrm } })
    const thread: Thread = { worker, errand: undefined }
    worker.on('message', (message: FromThread) => hear(thread, message))
    worker.on('error', (error) => drop(thread, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => drop(thread, new Error(`a planning thread ended with code ${code}`)))
    pool.add(thread)
    return thread
  }

  function hear(thread: Thread, message: FromThread): void {
    const { errand } = thread
    if (!errand) return
    if (message.kind === 'progress') {
      errand.hooks.onProgress?.(message.progress)
      return
    }
    if (message.kind === 'measured') {
      errand.hooks.onMeasured?.(message.measures)
      return
    }
    thread.errand = undefined
    if (message.kind === 'broke') errand.failed(new Error(message.stack))
    else if (message.kind === 'refused') {
      const { kind, code, detail, errors } = message.error
      errand.failed(new VisibleError(kind, code, detail, errors))
    } else errand.done(message)
    next()
  }

  /** The thread is lost, with what it was doing; the next errand gets a new one. */
  function drop(thread: Thread, why: Error): void {
    if (!pool.delete(thread)) return
    thread.errand?.failed(why)
    void thread.worker.terminate()
    next()
  }

  function abort(errand: Errand): void {
    const at = queue.indexOf(errand)
    if (at >= 0) {
      queue.splice(at, 1)
      errand.failed(new Error('aborted'))
      return
    }
    const thread = [...pool].find((each) => each.errand === errand)
    if (thread) drop(thread, new Error('aborted'))
  }

  function ask(call: ToThread, hooks: PlanHooks = {}): Promise<Answer> {
    return new Promise((done, failed) => {
      if (isClosed || hooks.signal?.aborted) return failed(new Error('aborted'))
      const errand: Errand = { call, hooks, done, failed }
      hooks.signal?.addEventListener('abort', () => abort(errand), { once: true })
      queue.push(errand)
      next()
    })
  }

  return {
    async plan(task, hooks) {
      const answer = await ask({ kind: 'plan', task }, hooks)
      if (answer.kind === 'plan') return answer.plan
      throw wrongAnswer(answer)
    },
    async cut(task, hooks) {
      // Most plans are far from it, and need no thread to learn so.
      if (!mayOutgrow(task.request)) return null
      const answer = await ask({ kind: 'cut', task }, hooks)
      if (answer.kind === 'cut') return answer.partition
      throw wrongAnswer(answer)
    },
    async draft(task, hooks) {
      const answer = await ask({ kind: 'draft', task }, hooks)
      if (answer.kind === 'draft') return answer.draft
      throw wrongAnswer(answer)
    },
    async estimate(task) {
      const answer = await ask({ kind: 'estimate', task })
      if (answer.kind === 'estimate') return answer.estimate
      throw wrongAnswer(answer)
    },
    async close() {
      isClosed = true
      for (const errand of queue.splice(0)) errand.failed(new Error('the planner is closed'))
      const workers = [...pool].map(({ worker }) => worker)
      for (const thread of pool) drop(thread, new Error('the planner is closed'))
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function wrongAnswer({ kind }: Answer): Error {
  return new Error(`a planning thread answered with a ${kind} that nobody asked for`)
}
