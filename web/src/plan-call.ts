/** The call that makes a plan: posted once, then asked for again until the plan is there. */
import type { PlanAnswer, Progress } from './api/answers.ts'
import { ProblemError, call } from './api/api.ts'

/** Waits between questions for a plan, ms: quick at first, then what the server asks for. */
const FIRST_WAITS = [250, 500, 1000]
const LONGEST_WAIT = 5000

export interface PlanCall {
  /** `/v1/plans`, or another address that makes a plan. */
  path: string
  body: object
  signal: AbortSignal
  /** null: begun, nothing known yet */
  onProgress: (progress: Progress | null) => void
}

/**
 * The plan, however long it takes. Aborting deletes the job.
 *
 * @throws ProblemError; the signal's reason when it aborts
 */
export async function makePlan({ path, body, signal, onProgress }: PlanCall): Promise<PlanAnswer> {
  const init: RequestInit = {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      // The same key on a repeated attempt: a lost answer does not make a second plan.
      'Idempotency-Key': newId(),
    },
    body: JSON.stringify(body),
    signal,
  }
  let answer = await call(path, init).catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 0) return call(path, init)
    throw error
  })
  const location = answer.headers.get('Location')
  for (let asked = 0; answer.status === 202; asked++) {
    if (location === null) throw new ProblemError('202 without Location', { status: 202 })
    onProgress(((await answer.json()) as { progress: Progress | null }).progress)
    const wanted = Number(answer.headers.get('Retry-After') ?? 2) * 1000
    await pause(Math.min(FIRST_WAITS[asked] ?? wanted, LONGEST_WAIT), signal).catch(
      async (error: unknown) => {
        await call(location, { method: 'DELETE' }).catch(() => undefined)
        throw error
      },
    )
    answer = await call(location, { headers: { Accept: 'application/json' }, signal })
  }
  return (await answer.json()) as PlanAnswer
}

/** @throws the signal's reason as soon as it aborts */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
  })
}

function newId(): string {
  // `randomUUID` exists on https and loopback only.
  if ('randomUUID' in crypto) return crypto.randomUUID()
  const bytes = [...(crypto as Crypto).getRandomValues(new Uint8Array(16))]
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
