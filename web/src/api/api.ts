/** Calls to the API of this very origin: the key, files, problem details. */
import type { FieldProblem, ProblemAnswer } from './answers.ts'

const KEY_SLOT = 'doorwalk-key'
/** Browsers need the address of a saved file for a moment longer than the click. */
const SAVED_MILLISECONDS = 60_000

let key: string | null = null

interface ProblemFacts {
  /** 0: no answer came. */
  status: number
  code?: string | undefined
  fields?: FieldProblem[] | undefined
  requestId?: string | undefined
}

/** What the server answered when it could not do as asked; `fields` point into the request. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly fields: FieldProblem[]
  readonly requestId: string

  constructor(message: string, { status, code = '', fields = [], requestId = '' }: ProblemFacts) {
    super(message)
    this.status = status
    this.code = code
    this.fields = fields
    this.requestId = requestId
  }
}

/** The demo campaign's key on loopback, or the one of this tab. False: the person has to type one. */
export async function findKey(): Promise<boolean> {
  key = sessionStorage.getItem(KEY_SLOT)
  if (key !== null) return true
  const answer = await fetch('/demo-key.json', { headers: { Accept: 'application/json' } }).catch(() => null)
  if (!answer?.ok) return false
  key = ((await answer.json()) as { key?: string }).key ?? null
  return key !== null
}

export function useKey(typed: string): void {
  key = typed.trim()
  sessionStorage.setItem(KEY_SLOT, key)
}

export function forgetKey(): void {
  key = null
  sessionStorage.removeItem(KEY_SLOT)
}

/**
 * One call with the key.
 *
 * @throws ProblemError when the server refuses, fails or is not there; the signal's reason when that one aborts
 */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (key !== null) headers.set('Authorization', `Bearer ${key}`)
  let answer: Response
  try {
    answer = await fetch(path, { ...init, headers })
  } catch (error) {
    if (init.signal?.aborted === true) throw error
    throw new ProblemError('network', { status: 0, code: 'network' })
  }
  if (!answer.ok) throw await readProblem(answer)
  return answer
}

async function readProblem(answer: Response): Promise<ProblemError> {
  // A proxy in between may answer with a page of its own.
  const body = (await answer.json().catch(() => null)) as Partial<ProblemAnswer> | null
  return new ProblemError(body?.detail ?? `${answer.status} ${answer.statusText}`, {
    status: answer.status,
    code: body?.code,
    fields: body?.errors,
    requestId: body?.requestId ?? answer.headers.get('X-Request-Id') ?? '',
  })
}

/** The caller names what this address of the API answers; it is not checked again here. */
export async function fetchJson<T>(path: string): Promise<T> {
  const headers = { Accept: 'application/geo+json, application/json;q=0.9' }
  return (await (await call(path, { headers })).json()) as T
}

export async function fetchText(path: string): Promise<string> {
  return (await call(path)).text()
}

/** Saves a file of the API under its own name; a link could not carry the key. */
export async function download(path: string): Promise<void> {
  const blob = await (await call(path)).blob()
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = path.slice(path.lastIndexOf('/') + 1)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED_MILLISECONDS)
}
