/** Waiting for what is being made: asked for again until it is there. */
import { pause } from './pause.ts'
import { retryAfterOf } from './problem.ts'

/** Quick questions first: a plan of an evening takes a second or two. Milliseconds. */
const FIRST_WAITS = [250, 500, 1_000]
const LONGEST_WAIT = 5_000
const USUAL_RETRY_AFTER = 2
/** A server that can holds its answer for so long, rather than be asked again. Seconds. */
const HELD_SECONDS = 20
/** The same where somebody wants to hear how far it is. */
const TOLD_SECONDS = 2
/** A server that answers sooner than this, though it said that it waits, is not asked again at once. Milliseconds. */
const SOONEST = 1_000

export interface WaitOptions<Unfinished> {
  /** Ends the waiting; what is being made goes on. */
  signal?: AbortSignal
  /** How far it is, each time that is known anew. */
  onProgress?: (unfinished: Unfinished) => void
}

export interface Question<Unfinished, Finished> extends WaitOptions<Unfinished> {
  /** Asks with these headers. */
  ask: (headers: Record<string, string>) => Promise<Response>
  isFinished: (answer: Response, body: Unfinished | Finished) => boolean
}

/**
 * What it has become. Asks with `Prefer: wait`, and with the `ETag` of the answer before, so that what has not changed
 * is not sent again.
 *
 * @throws whatever `ask` throws; the signal's reason when it aborts
 */
export async function waitUntilFinished<Unfinished, Finished>(
  question: Question<Unfinished, Finished>,
): Promise<Finished> {
  const { ask, isFinished, onProgress, signal } = question
  let tag: string | null = null
  for (let asked = 0; ; asked++) {
    const began = Date.now()
    const answer = await ask({
      Prefer: `wait=${onProgress ? TOLD_SECONDS : HELD_SECONDS}`,
      ...(tag !== null && { 'If-None-Match': tag }),
    })
    if (answer.status !== 304) {
      const body = (await answer.json()) as Unfinished | Finished
      if (isFinished(answer, body)) return body as Finished
      tag = answer.headers.get('ETag')
      onProgress?.(body as Unfinished)
    }
    const hasWaited = answer.headers.get('Preference-Applied')?.includes('wait') === true
    if (hasWaited && Date.now() - began >= SOONEST) continue
    const wanted = (retryAfterOf(answer) ?? USUAL_RETRY_AFTER) * 1_000
    await pause(Math.min(FIRST_WAITS[asked] ?? wanted, LONGEST_WAIT), signal)
  }
}
