/**
 * Threads that do what takes a processor for long, so that the thread that answers goes on answering. One errand at a
 * time each; what a thread has loaded it keeps for the next.
 */
import { Worker } from 'node:worker_threads'
import { type FromThread, type Task, type ToThread, errorOf } from './message.ts'

export interface ThreadsOptions {
  /** First file of a thread. Node runs no TypeScript: it is JavaScript that loads the rest. */
  entry: URL
  /** `workerData` of each thread. */
  settings: unknown
  /** Threads at once; each is made when it is needed. */
  most: number
  /** An errand that nobody waits for any more gets so long to end by itself before its thread is ended; default: 0. */
  graceMilliseconds?: number
}

/** Of one errand. */
export interface Asking<Note> {
  /** Nobody waits for it any more. */
  signal?: AbortSignal | undefined
  /** Hears what the thread tells on the way. */
  onNote?: (note: Note) => void
  /** Takes long: one thread is always left to what does not. */
  isLong?: boolean
}

export interface Threads<Tasks extends { [Name in keyof Tasks]: Task<unknown, unknown> }, Note = never> {
  /**
   * @throws what the task throws, with code and fields where it is a VisibleError
   * @throws Error of the name `AbortError` when the signal rings, or the pool closes
   */
  ask<Name extends keyof Tasks & string>(
    task: Name,
    input: Tasks[Name]['input'],
    asking?: Asking<Note>,
  ): Promise<Tasks[Name]['answer']>
  close(): Promise<void>
}

interface Errand {
  message: ToThread
  asking: Asking<unknown>
  done: (answer: unknown) => void
  failed: (error: Error) => void
}

interface Thread {
  worker: Worker
  /** Undefined: idle. */
  errand: Errand | undefined
}

export function openThreads<Tasks extends { [Name in keyof Tasks]: Task<unknown, unknown> }, Note = never>(
  options: ThreadsOptions,
): Threads<Tasks, Note> {
  const { entry, settings, most, graceMilliseconds = 0 } = options
  const mostLong = Math.max(1, most - 1)
  const pool = new Set<Thread>()
  const queue: Errand[] = []
  let isClosed = false

  function next(): void {
    if (isClosed) return
    const idle = [...pool].find(({ errand }) => errand === undefined)
    if (!idle && pool.size >= most) return
    const long = [...pool].filter(({ errand }) => errand?.asking.isLong).length
    const at = queue.findIndex(({ asking }) => !asking.isLong || long < mostLong)
    const [errand] = at < 0 ? [] : queue.splice(at, 1)
    if (!errand) return
    const thread = idle ?? spawn()
    thread.errand = errand
    thread.worker.postMessage(errand.message)
  }

  function spawn(): Thread {
    const worker = new Worker(entry, { workerData: settings })
    const thread: Thread = { worker, errand: undefined }
    worker.on('message', (message: FromThread) => hear(thread, message))
    worker.on('error', (error) => drop(thread, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => drop(thread, new Error(`a thread ended with code ${code}`)))
    pool.add(thread)
    return thread
  }

  function hear(thread: Thread, message: FromThread): void {
    const { errand } = thread
    if (!errand) return
    if (message.kind === 'note') return errand.asking.onNote?.(message.note)
    thread.errand = undefined
    if (message.kind === 'answer') errand.done(message.answer)
    else errand.failed(errorOf(message))
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
    errand.failed(aborted())
    const at = queue.indexOf(errand)
    if (at >= 0) queue.splice(at, 1)
    const thread = [...pool].find((each) => each.errand === errand)
    if (!thread) return
    // Nothing stops a computation that does not listen but the end of its thread.
    const end = (): void => void (thread.errand === errand && drop(thread, aborted()))
    if (graceMilliseconds > 0) setTimeout(end, graceMilliseconds).unref()
    else end()
  }

  return {
    ask<Name extends keyof Tasks & string>(
      task: Name,
      input: Tasks[Name]['input'],
      asking: Asking<Note> = {},
    ): Promise<Tasks[Name]['answer']> {
      const { signal } = asking
      return new Promise<unknown>((done, failed) => {
        if (isClosed || signal?.aborted) return failed(aborted())
        const stop = (): void => abort(errand)
        const last =
          <Value>(tell: (value: Value) => void) =>
          (value: Value): void => {
            signal?.removeEventListener('abort', stop)
            tell(value)
          }
        const errand: Errand = {
          message: { task, input },
          asking: asking as Asking<unknown>,
          done: last(done),
          failed: last(failed),
        }
        signal?.addEventListener('abort', stop, { once: true })
        queue.push(errand)
        next()
      })
    },
    async close() {
      isClosed = true
      for (const errand of queue.splice(0)) errand.failed(aborted())
      const workers = [...pool].map(({ worker }) => worker)
      for (const thread of pool) drop(thread, aborted())
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function aborted(): Error {
  return Object.assign(new Error('nobody waits for it any more'), { name: 'AbortError' })
}
