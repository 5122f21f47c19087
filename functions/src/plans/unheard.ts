/** A caller who goes away before the answer has gone out: what was made for him alone is taken back. */
import { callerGone } from '../waiting/within.ts'
import type { Call } from '../http/env.ts'
import type { Log } from '../ports/log.ts'

export interface Telling<Answer> {
  log: Log
  /** Takes back what was made. */
  undo: () => Promise<unknown>
  answer: () => Answer | Promise<Answer>
}

/**
 * Tells a caller what was made for him. It is taken back where the answer fails, and where he goes before the whole of
 * it has gone out. An answer that is kept for the next request with the same `Idempotency-Key` counts as told.
 *
 * @throws Error of the name `AbortError` when he has gone already; what `answer` throws
 */
export async function tell<Answer>(c: Call, { log, undo, answer }: Telling<Answer>): Promise<Answer> {
  const { signal } = c.req.raw
  const takeBack = (): void => {
    if (c.get('isKept') || c.get('undone')) return
    const undone = undo().then(
      () => true,
      (error: unknown) => {
        log({ level: 'error', event: 'undo.failed', requestId: c.get('requestId'), error: String(error) })
        return false
      },
    )
    c.set('undone', undone)
  }
  signal.addEventListener('abort', takeBack, { once: true })
  // Node keeps a request for as long as somebody listens to its signal.
  c.env?.outgoing?.once('close', () => signal.removeEventListener('abort', takeBack))
  try {
    if (signal.aborted) throw callerGone()
    return await answer()
  } catch (error) {
    takeBack()
    await c.get('undone')
    throw error
  }
}

/** When all of several callers have gone; `release` ends the listening, which holds what they asked for in memory. */
interface AllGone {
  signal: AbortSignal
  release: () => void
}

/** As long as one is there, the work is for him. */
export function allGone(signals: AbortSignal[]): AllGone {
  const gone = new AbortController()
  const look = (): void => {
    if (signals.every(({ aborted }) => aborted)) gone.abort()
  }
  for (const signal of signals) signal.addEventListener('abort', look, { once: true })
  look()
  return {
    signal: gone.signal,
    release: () => signals.forEach((signal) => signal.removeEventListener('abort', look)),
  }
}
