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

/** Bytes in an answer, also in a field of it, are handed over to the parent instead of being copied. */
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

/** Those that nobody else has a part of. */
function buffersIn(answer: unknown): ArrayBuffer[] {
  const fields: unknown[] = typeof answer === 'object' && answer !== null ? Object.values(answer) : []
  return [answer, ...(answer instanceof Uint8Array ? [] : fields)].flatMap((value) =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  )
}
