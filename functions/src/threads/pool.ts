/**
 * Threads that do what takes a processor for long, so that the thread that answers goes on answering. One chore at a
 * time each; what a thread has loaded it keeps for the next.
 */
import { Worker } from 'node:worker_threads'
import { aborted } from './aborted.ts'
import type { LoadCode, ThreadCode } from './code.ts'
import { type Failure, type FromThread, type Task, type ToThread, errorOf } from './message.ts'
import type { Turns } from './turns.ts'
import type { Turn } from '../ports/jobs.ts'

/** Threads beyond the usual number are for a crowd: they give their memory back when it has gone. */
const IDLE_MILLISECONDS = 30_000
/** Of a heap that is bounded: what is made and forgotten at once. Node's own is four times as much. */
const YOUNG_MEGABYTES = 12

export interface ThreadsOptions {
  /** First file of a thread. Node runs no TypeScript: it is JavaScript that loads the rest. */
  entry: URL
  /** Its program, asked for once; default, and where there is none: what `entry` loads. */
  code?: LoadCode
  /** `workerData` of each thread. */
  settings: unknown
  /** Threads at once; each is made when it is needed. With `turns`: how many stay when they have nothing to do. */
  most: number
  /** Says who may begin, in place of `most` and `isLong`. */
  turns?: Turns
  /**
   * A chore that nobody waits for any more is told so, and gets so long to end by itself before its thread is ended;
   * default: 0.
   */
  graceMilliseconds?: number
  /** Of the heap of each thread, megabytes; default: Node's. One that needs more ends with an error. */
  heapMegabytes?: number
}

/** Of one chore. */
interface Asking<Note> {
  /** Nobody waits for it any more. */
  signal?: AbortSignal | undefined
  /** Hears what the thread tells on the way. */
  onNote?: (note: Note) => void
  /** Takes long: one thread is always left to what does not. */
  isLong?: boolean
  /** For `turns`; default: whoever asks is alone, and it takes long. */
  turn?: Turn
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

interface Chore {
  message: ToThread
  turn: Turn
  /** Asked earlier, first in turn. */
  order: number
  asking: Asking<unknown>
  done: (answer: unknown) => void
  failed: (error: Error) => void
}

interface Thread {
  worker: Worker
  /** Undefined: idle. */
  chore: Chore | undefined
  /** Ends the thread when it does not stop, or has had nothing to do for long. */
  timer: NodeJS.Timeout | undefined
}

export function openThreads<Tasks extends { [Name in keyof Tasks]: Task<unknown, unknown> }, Note = never>(
  options: ThreadsOptions,
): Threads<Tasks, Note> {
  const { entry, settings, most, turns, graceMilliseconds = 0, heapMegabytes } = options
  const mostLong = Math.max(1, most - 1)
  const pool = new Set<Thread>()
  const queue: Chore[] = []
  let asked = 0
  let isClosed = false
  /** Undefined: not known yet. */
  let code: ThreadCode | null | undefined = options.code ? undefined : null
  let loading: Promise<void> | undefined

  function next(): void {
    if (code === undefined) loading ??= load()
    while (code !== undefined) {
      const chore = isClosed ? undefined : turns ? turns.next(queue) : firstThatFits()
      if (!chore) return
      queue.splice(queue.indexOf(chore), 1)
      turns?.begin(chore.turn)
      const thread = [...pool].find((each) => each.chore === undefined) ?? spawn()
      clearTimeout(thread.timer)
      thread.chore = chore
      thread.worker.postMessage(chore.message)
    }
  }

  async function load(): Promise<void> {
    code = (await options.code?.()) ?? null
    next()
  }

  function firstThatFits(): Chore | undefined {
    const busy = [...pool].flatMap(({ chore }) => chore ?? [])
    if (busy.length >= most) return undefined
    const long = busy.filter(({ asking }) => asking.isLong).length
    return queue.find(({ asking }) => !asking.isLong || long < mostLong)
  }

  function spawn(): Thread {
    const started = {
      workerData: settings,
      ...(heapMegabytes && {
        resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      }),
    }
    const worker = code ? new Worker(code.text, { eval: true, ...started }) : new Worker(entry, started)
    const thread: Thread = { worker, chore: undefined, timer: undefined }
    worker.on('message', (message: FromThread) => hear(thread, message))
    worker.on('error', (error) => drop(thread, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => drop(thread, new Error(`a thread ended with code ${code}`)))
    pool.add(thread)
    return thread
  }

  function hear(thread: Thread, message: FromThread): void {
    const { chore } = thread
    if (!chore) return
    if (message.kind === 'note') return chore.asking.onNote?.(message.note)
    turns?.end(chore.turn)
    thread.chore = undefined
    clearTimeout(thread.timer)
    if (pool.size > most)
      thread.timer = after(IDLE_MILLISECONDS, () => pool.size > most && drop(thread, aborted()))
    if (message.kind === 'answer') chore.done(message.answer)
    else chore.failed(errorOf(placed(message)))
    next()
  }

  /** With places in the sources. */
  function placed(message: Failure): Failure {
    if (message.kind === 'refused' || !code) return message
    return { ...message, stack: code.withSources(message.stack) }
  }

  /** The thread is lost, with what it was doing; the next chore gets a new one. */
  function drop(thread: Thread, why: Error): void {
    if (!pool.delete(thread)) return
    clearTimeout(thread.timer)
    if (thread.chore) {
      turns?.end(thread.chore.turn)
      thread.chore.failed(why)
    }
    void thread.worker.terminate()
    next()
  }

  function abort(chore: Chore): void {
    chore.failed(aborted())
    const at = queue.indexOf(chore)
    if (at >= 0) queue.splice(at, 1)
    const thread = [...pool].find((each) => each.chore === chore)
    if (!thread) return
    Atomics.store(chore.message.stop, 0, 1)
    // Nothing stops a computation that does not listen but the end of its thread.
    if (graceMilliseconds > 0) thread.timer = after(graceMilliseconds, () => drop(thread, aborted()))
    else drop(thread, aborted())
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
        const stop = (): void => abort(chore)
        const last =
          <Value>(tell: (value: Value) => void) =>
          (value: Value): void => {
            signal?.removeEventListener('abort', stop)
            tell(value)
          }
        const chore: Chore = {
          message: { task, input, stop: new Int32Array(new SharedArrayBuffer(4)) },
          turn: asking.turn ?? { campaign: '', lane: 'long' },
          order: asked++,
          asking: asking as Asking<unknown>,
          done: last(done),
          failed: last(failed),
        }
        signal?.addEventListener('abort', stop, { once: true })
        queue.push(chore)
        next()
      })
    },
    async close() {
      isClosed = true
      for (const chore of queue.splice(0)) chore.failed(aborted())
      const workers = [...pool].map(({ worker }) => worker)
      for (const thread of pool) drop(thread, aborted())
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** A timer that keeps no process alive. */
function after(milliseconds: number, then: () => unknown): NodeJS.Timeout {
  return setTimeout(then, milliseconds).unref()
}
