/** The inner side of a thread: does one task after the other for its parent. */
import { parentPort } from 'node:worker_threads'
import { type FromThread, type Task, type ToThread, failed } from './message.ts'

/** How each task is done; `note` tells the parent something on the way. */
export type Doing<Tasks extends { [Name in keyof Tasks]: Task<unknown, unknown> }, Note> = {
  [Name in keyof Tasks]: (
    input: Tasks[Name]['input'],
    note: (note: Note) => void,
  ) => Promise<Tasks[Name]['answer']>
}

/** Bytes in an answer, also in fields of it, are handed over to the parent instead of being copied. */
export function serveTasks<Tasks extends { [Name in keyof Tasks]: Task<unknown, unknown> }, Note>(
  doing: Doing<Tasks, Note>,
): void {
  const send = (message: FromThread, buffers: ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, buffers)
  const tasks = new Map<string, (input: never, note: (note: Note) => void) => Promise<unknown>>(
    Object.entries(doing),
  )
  parentPort?.on('message', ({ task, input }: ToThread) => {
    const work = tasks.get(task)
    if (!work) throw new Error(`this thread knows no task "${task}"`)
    work(input as never, (note) => send({ kind: 'note', note })).then(
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
