/** The inner side of a thread: does one task after the other for its parent. */
import { parentPort } from 'node:worker_threads'
import { type FromThread, type Task, type ToThread, failed } from './message.ts'

/**
 * How each task is done; `note` tells the parent something on the way, and `signal` is to be looked at: it is aborted
 * when nobody waits any more, and rings no bell, because a thread that computes hears none.
 */
export type Doing<Tasks extends { [Name in keyof Tasks]: Task<unknown, unknown> }, Note> = {
  [Name in keyof Tasks]: (
    input: Tasks[Name]['input'],
    note: (note: Note) => void,
    signal: AbortSignal,
  ) => Promise<Tasks[Name]['answer']>
}

/** Bytes in an answer, also in fields of it, are handed over to the parent instead of being copied. */
export function serveTasks<Tasks extends { [Name in keyof Tasks]: Task<unknown, unknown> }, Note>(
  doing: Doing<Tasks, Note>,
): void {
  const send = (message: FromThread, buffers: ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, buffers)
  type Work = (input: never, note: (note: Note) => void, signal: AbortSignal) => Promise<unknown>
  const tasks = new Map<string, Work>(Object.entries(doing))
  parentPort?.on('message', ({ task, input, stop }: ToThread) => {
    const work = tasks.get(task)
    if (!work) throw new Error(`this thread knows no task "${task}"`)
    const { signal } = new AbortController()
    Object.defineProperty(signal, 'aborted', { get: () => Atomics.load(stop, 0) === 1 })
    work(input as never, (note) => send({ kind: 'note', note }), signal).then(
      (answer) => send({ kind: 'answer', answer }, buffersIn(answer)),
      (error: unknown) => send(failed(error)),
    )
  })
}

/** Fields of fields, or of lists, are looked at so deep. */
const DEPTH = 2

/** Those that nobody else has a part of. */
function buffersIn(value: unknown, depth = DEPTH): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    const { buffer } = value
    return buffer instanceof ArrayBuffer && value.byteLength === buffer.byteLength ? [buffer] : []
  }
  if (depth === 0 || typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((field) => buffersIn(field, depth - 1))
}
