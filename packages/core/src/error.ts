/** The one error a caller may see and mend. Anything else that is thrown is a bug. */

export type ErrorKind =
  | 'input'
  | 'auth'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unprocessable'
  | 'rate'
  | 'upstream'
  | 'full'

export interface FieldError {
  /** JSON pointer of the field, e.g. `/volunteers/0/start`. */
  pointer: string
  detail: string
}

/** `message` says what came, what was expected and what to do; `code` is stable, e.g. `area.outside_region`. */
export class VisibleError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly errors: FieldError[]

  constructor(kind: ErrorKind, code: string, message: string, errors: FieldError[] = []) {
    super(message)
    this.name = 'VisibleError'
    this.kind = kind
    this.code = code
    this.errors = errors
  }
}

/** Input error at one field. */
export function fieldError(code: string, pointer: string, detail: string): VisibleError {
  return new VisibleError('input', code, `${pointer}: ${detail}`, [{ pointer, detail }])
}

/** For a `catch` of what may have been taken away. @throws `error` itself where it is of any kind but `not_found` */
export function noneIfUnknown(error: unknown): undefined {
  if (!(error instanceof VisibleError) || error.kind !== 'not_found') throw error
}
