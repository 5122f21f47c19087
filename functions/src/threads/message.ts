/** What a thread and its parent tell each other. An error keeps what its caller may see of it. */
import { type ErrorKind, type FieldError, VisibleError } from '@doorwalk/core/error'

/** One thing that may be asked of a thread; a table of them by name is what a pool of threads can do. */
export interface Task<Input, Answer> {
  input: Input
  answer: Answer
}

export interface ToThread {
  task: string
  input: unknown
  /** Memory that both sides see: 1 when nobody waits for it any more. */
  stop: Int32Array<SharedArrayBuffer>
}

export type FromThread =
  | { kind: 'note'; note: unknown }
  | { kind: 'answer'; answer: unknown }
  | { kind: 'refused'; error: { kind: ErrorKind; code: string; detail: string; errors: FieldError[] } }
  | { kind: 'broke'; stack: string }

/** How a task may fail. */
export type Failure = Extract<FromThread, { kind: 'refused' | 'broke' }>

/** What a thrown error becomes on the way to the parent. */
export function failed(thrown: unknown): Failure {
  if (thrown instanceof VisibleError) {
    const { kind, code, message: detail, errors } = thrown
    return { kind: 'refused', error: { kind, code, detail, errors } }
  }
  return { kind: 'broke', stack: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) }
}

/** … and again an error there. */
export function errorOf(message: Failure): Error {
  if (message.kind === 'broke') return new Error(message.stack)
  const { kind, code, detail, errors } = message.error
  return new VisibleError(kind, code, detail, errors)
}
