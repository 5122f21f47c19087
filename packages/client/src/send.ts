/** One request on its way: repeated where that is safe, its problems thrown. */
import { pause, waitBefore } from './pause.ts'
import { NoAnswerError, problemOf, retryAfterOf } from './problem.ts'

/** All of `fetch` that is needed. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface SendSettings {
  fetch: Fetch
  /** Attempts after the first. */
  retries: number
  /** Of each attempt, until its answer begins. */
  timeoutMilliseconds: number
}

/** Who is asked to come back later than this is told so instead, seconds. */
const LONGEST_RETRY_AFTER = 60

/**
 * The answer: a success, or 304. Repeated after 429, 5xx and when no answer came; the same request under its
 * `Idempotency-Key` also while the first is still at work (409 with `Retry-After`). A `POST` without such a key is
 * repeated after 429 only, for then nothing was done.
 *
 * @throws ProblemError, NoAnswerError; the reason of the request's signal when it aborts
 */
export async function send(request: Request, settings: SendSettings): Promise<Response> {
  const { method, headers, signal } = request
  const body = await bodyOf(request)
  const isOnce = method === 'GET' || method === 'HEAD' || headers.has('Idempotency-Key')
  // Done twice these come to the same; with `If-Match` the second of them would be told that somebody was faster.
  const isSafe = isOnce || ((method === 'PUT' || method === 'DELETE') && !headers.has('If-Match'))
  let isMaybeDone = false
  for (let attempts = 1; ; attempts++) {
    const isLast = attempts > settings.retries
    let answer: Response
    try {
      answer = await attempt(request, body, settings)
    } catch (error) {
      if (signal.aborted) throw signal.reason as Error
      if (isLast || !isSafe) throw new NoAnswerError(noAnswer(request, attempts, error), { cause: error })
      isMaybeDone = true
      await pause(waitBefore(attempts, null), signal)
      continue
    }
    const { status } = answer
    if (answer.ok || status === 304) return answer
    // Gone is what was asked for: the attempt before has done it.
    if (method === 'DELETE' && status === 404 && isMaybeDone) return new Response(null, { status: 204 })
    const retryAfter = retryAfterOf(answer)
    const isWorthwhile =
      status === 429 || (isSafe && status >= 500) || (isOnce && status === 409 && retryAfter !== null)
    if (isLast || !isWorthwhile || (retryAfter ?? 0) > LONGEST_RETRY_AFTER) throw await problemOf(answer)
    if (status >= 500) isMaybeDone = true
    // Not waited for: whoever else reads this body may take his time.
    answer.body?.cancel().catch(() => undefined)
    await pause(waitBefore(attempts, retryAfter), signal)
  }
}

/** Read once: what is a stream cannot be sent twice. React Native has no streams, and knows texts best. */
async function bodyOf(request: Request): Promise<string | ArrayBuffer | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  const isJson = /json/.test(request.headers.get('Content-Type') ?? '')
  const body = await (isJson ? request.text() : request.arrayBuffer())
  return (typeof body === 'string' ? body.length : body.byteLength) > 0 ? body : undefined
}

/** `AbortSignal.any` would say it shorter, and is not in all browsers. */
async function attempt(
  request: Request,
  body: string | ArrayBuffer | undefined,
  { fetch, timeoutMilliseconds }: SendSettings,
): Promise<Response> {
  const control = new AbortController()
  const { url, method, headers, signal, credentials, cache, redirect, keepalive } = request
  signal.addEventListener('abort', () => control.abort(signal.reason), { once: true })
  if (signal.aborted) throw signal.reason as Error
  const late = new Error(`no answer within ${timeoutMilliseconds} ms`)
  const timer = setTimeout(() => control.abort(late), timeoutMilliseconds)
  try {
    return await fetch(url, {
      ...{ method, headers, credentials, cache, redirect, keepalive, signal: control.signal },
      ...(body && { body }),
    })
  } finally {
    clearTimeout(timer)
  }
}

function noAnswer({ method, url }: Request, attempts: number, error: unknown): string {
  const times = attempts === 1 ? '' : ` after ${attempts} attempts`
  return `no answer to ${method} ${url}${times}: ${error instanceof Error ? error.message : String(error)}`
}
