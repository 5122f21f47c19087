/** Calls to the API of this very origin: key, problem details, plans that take a while. */

/**
 * @typedef {{ pointer: string, detail: string }} FieldProblem
 * @typedef {{ number: number, walkId: string, walker: string, seconds: number, metres: number, doors: number, stopCount?: number,
 *   stops?: unknown[] }} WalkHead
 * @typedef {{ id: string, detail: 'full' | 'summary', startAt: string, warnings: string[],
 *   region: { name: string, attribution: string[] }, assumptions: Record<string, any>,
 *   summary: Record<string, any>, walks: WalkHead[],
 *   replan?: { changes: { change: string }[] }, links: { geojson: string } }} PlanAnswer
 */

const KEY_SLOT = 'doorwalk-key'
/** Waits between questions for a plan, ms: quick at first, then what the server asks for. */
const FIRST_WAITS = [250, 500, 1000]
const LONGEST_WAIT = 5000

/** @type {string | null} */
let key = null

/** What the server answered when it could not do as asked; `fields` point into the request. */
export class ProblemError extends Error {
  /**
   * @param {string} message
   * @param {{ status: number, code?: string, fields?: FieldProblem[], requestId?: string }} about
   */
  constructor(message, { status, code = '', fields = [], requestId = '' }) {
    super(message)
    this.status = status
    this.code = code
    this.fields = fields
    this.requestId = requestId
  }
}

/** The demo campaign's key on loopback, or the one of this tab. False: the person has to type one. */
export async function findKey() {
  key = sessionStorage.getItem(KEY_SLOT)
  if (key !== null) return true
  const answer = await fetch('/demo-key.json', { headers: { Accept: 'application/json' } }).catch(() => null)
  if (!answer?.ok) return false
  key = (await answer.json()).key
  return typeof key === 'string'
}

/** @param {string} typed */
export function useKey(typed) {
  key = typed.trim()
  sessionStorage.setItem(KEY_SLOT, key)
}

export function forgetKey() {
  key = null
  sessionStorage.removeItem(KEY_SLOT)
}

/** @param {string} path @param {RequestInit} [init] */
async function call(path, init = {}) {
  const headers = new Headers(init.headers)
  if (key !== null) headers.set('Authorization', `Bearer ${key}`)
  let answer
  try {
    answer = await fetch(path, { ...init, headers })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError('network', { status: 0, code: 'network' })
  }
  if (!answer.ok) throw await readProblem(answer)
  return answer
}

/** @param {Response} answer */
async function readProblem(answer) {
  const body = await answer.json().catch(() => null)
  const requestId = body?.requestId ?? answer.headers.get('X-Request-Id') ?? ''
  return new ProblemError(body?.detail ?? `${answer.status} ${answer.statusText}`, {
    status: answer.status,
    code: body?.code,
    fields: body?.errors,
    requestId,
  })
}

/** @param {string} path @returns {Promise<any>} */
export async function fetchJson(path) {
  return (await call(path, { headers: { Accept: 'application/geo+json, application/json;q=0.9' } })).json()
}

/** @param {string} path */
export async function fetchText(path) {
  return (await call(path)).text()
}

/** Saves a file of the API under its own name; a link could not carry the key. @param {string} path */
export async function download(path) {
  const blob = await (await call(path)).blob()
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = path.slice(path.lastIndexOf('/') + 1)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/**
 * Plans walks; a plan that takes longer is asked for again until it is there.
 *
 * @param {object} request body of POST /v1/plans, or of another call that makes a plan
 * @param {{ path?: string, signal: AbortSignal, onProgress: (progress: { stage: string, share: number } | null) => void }} options
 * @returns {Promise<PlanAnswer>}
 */
export async function plan(request, { path = '/v1/plans', signal, onProgress }) {
  // The same key on a repeated attempt: a lost answer does not make a second plan.
  const idempotency = newId()
  const post = () =>
    call(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'Idempotency-Key': idempotency,
      },
      body: JSON.stringify(request),
      signal,
    })
  let answer = await post().catch((error) => {
    if (error instanceof ProblemError && error.status === 0) return post()
    throw error
  })
  const location = answer.headers.get('Location')
  for (let asked = 0; answer.status === 202; asked++) {
    if (location === null) throw new ProblemError('202 without Location', { status: 202 })
    onProgress((await answer.json()).progress)
    const wanted = Number(answer.headers.get('Retry-After') ?? 2) * 1000
    await pause(Math.min(FIRST_WAITS[asked] ?? wanted, LONGEST_WAIT), signal).catch(async (error) => {
      await call(location, { method: 'DELETE' }).catch(() => undefined)
      throw error
    })
    answer = await call(location, { headers: { Accept: 'application/json' }, signal })
  }
  return answer.json()
}

/** @param {number} milliseconds @param {AbortSignal} signal @returns {Promise<void>} */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

/** randomUUID exists on https and loopback only. */
function newId() {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
