/** What went wrong, sorted for a view: what belongs beside a field, and what concerns all. */
import { type FieldProblem, NoAnswerError, ProblemError } from '@doorwalk/client'

/** Something the person can mend, said in the language of the console; `pointer` names the field as the API does. */
export class FormError extends Error {
  readonly fields: readonly FieldProblem[]

  constructor(message: string, pointer = '') {
    super(message)
    this.fields = pointer === '' ? [] : [{ pointer, detail: message }]
  }
}

/** Several fields at once. */
class FieldsError extends FormError {
  override readonly fields: readonly FieldProblem[]

  constructor(fields: readonly FieldProblem[]) {
    super('')
    this.fields = fields
  }
}

/** @throws FieldsError where something is wrong: all of it at once */
export function refuseFields(fields: readonly FieldProblem[]): void {
  if (fields.length > 0) throw new FieldsError(fields)
}

/** What no waiting mends. */
const BROKEN = /^(region|streets|storage|osrm)\./

type ProblemKind = 'form' | 'network' | 'key' | 'busy' | 'gone' | 'request' | 'conflict' | 'bug'

/** What somebody else did meanwhile; other conflicts are with what is there. */
const MEANWHILE: readonly string[] = [
  'campaign.erased',
  'edit.gone',
  'ledger.busy',
  'plan.commit_running',
  'plan.conflict',
  'plan.gone',
  'plan.replaced',
  'plan.replan_running',
  'request.changed',
  'walk.busy',
]

export interface Problem {
  kind: ProblemKind
  /** Sentence for the whole; empty where the fields say it all. */
  detail: string
  /** Beside a field: JSON pointers such as `/minutes`. */
  fields: readonly FieldProblem[]
  /** Empty: the server has none for it. */
  requestId: string
  /** Of the API, to lead on; a view shows none. */
  code?: string
}

/** Null for what the person cancelled. */
export function sortProblem(error: unknown): Problem | null {
  if (error instanceof DOMException && error.name === 'AbortError') return null
  if (error instanceof FormError) {
    const { fields, message } = error
    return { kind: 'form', detail: fields.length > 0 ? '' : message, fields, requestId: '' }
  }
  if (error instanceof NoAnswerError) return { kind: 'network', detail: '', fields: [], requestId: '' }
  if (!(error instanceof ProblemError)) {
    return {
      kind: 'bug',
      detail: error instanceof Error ? error.message : String(error),
      fields: [],
      requestId: '',
    }
  }
  const { fields, requestId, message, code } = error
  return { kind: kindOf(error), detail: fields.length > 0 ? '' : message, fields, requestId, code }
}

function kindOf({ status, code }: ProblemError): ProblemKind {
  if (MEANWHILE.includes(code)) return 'conflict'
  if (status === 401) return 'key'
  if (status === 429 || (status === 503 && !BROKEN.test(code))) return 'busy'
  // Something in between answers, and the server does not.
  if (code === '' && (status === 502 || status === 504)) return 'busy'
  if (status >= 500) return 'bug'
  return status === 404 || status === 410 ? 'gone' : 'request'
}

/** Sentences about a field and what lies in it: `/volunteers` has those of `/volunteers/3/minutes`, too. */
export function problemsAt(problem: Problem | null, pointer: string): string[] {
  return (problem?.fields ?? []).filter((one) => isWithin(one.pointer, pointer)).map(({ detail }) => detail)
}

/** Sentences about fields that the form does not have. */
export function problemsElsewhere(problem: Problem, pointers: readonly string[]): FieldProblem[] {
  return problem.fields.filter((one) => !pointers.some((pointer) => isWithin(one.pointer, pointer)))
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`)
}
