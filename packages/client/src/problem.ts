/** What goes wrong with a call: the server says no (RFC 9457), or no answer comes. */
import type { components } from './generated/openapi.ts'

type Problem = components['schemas']['Problem']

/** A code of the contract; a newer server may send others. Empty: a proxy in between answered, not the API. */
export type ProblemCode = components['schemas']['ProblemCode'] | ''

/** What is wrong with one field; `pointer` is a JSON pointer into the body, `?name` a query parameter. */
export type FieldProblem = components['schemas']['ProblemField']

/**
 * The server refused or failed. `message` says what came, what was expected and what to do; `code` is stable and meant
 * for programs.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly code: ProblemCode
  /** Which fields were wrong. */
  readonly fields: readonly FieldProblem[]
  /** Quote it when you ask for help; the log of the server has it. */
  readonly requestId: string
  /** Seconds after which the server wants to be asked again; null: it did not say. */
  readonly retryAfter: number | null

  constructor(message: string, facts: ProblemFacts) {
    super(message)
    this.status = facts.status
    this.code = facts.code ?? ''
    this.fields = facts.fields ?? []
    this.requestId = facts.requestId ?? ''
    this.retryAfter = facts.retryAfter ?? null
  }
}

export interface ProblemFacts {
  status: number
  code?: ProblemCode | undefined
  fields?: readonly FieldProblem[] | undefined
  requestId?: string | undefined
  retryAfter?: number | null | undefined
}

/** No answer came: no network, no server there, or none in time. `cause` is what `fetch` threw. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

/** Reads the body of an answer that is no success. */
export async function problemOf(answer: Response): Promise<ProblemError> {
  const body = (await answer.json().catch(() => null)) as Partial<Problem> | null
  return new ProblemError(body?.detail ?? `${answer.status} ${answer.statusText}`.trim(), {
    status: answer.status,
    code: body?.code,
    fields: body?.errors,
    requestId: body?.requestId ?? answer.headers.get('X-Request-Id') ?? '',
    retryAfter: retryAfterOf(answer),
  })
}

/** Seconds of `Retry-After`, which may be a date; null: there is none. */
export function retryAfterOf(answer: Response): number | null {
  const text = answer.headers.get('Retry-After')
  if (text === null) return null
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null
}
