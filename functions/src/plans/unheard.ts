/** A caller who goes away before the answer has gone out: what was made for him alone is taken back. */
import type { Call } from '../http/env.ts'
import type { Log } from '../world.ts'

/** What stops the work for a caller who has gone: 499 in the log. */
export function callerGone(): Error {
  return Object.assign(new Error('the caller has gone'), { name: 'AbortError' })
}

export interface Undoing {
  log: Log
  undo: () => Promise<unknown>
}

/**
 * Takes back what a call has made, at once where the caller has gone, else when he goes before the whole answer has.
 * An answer that is kept for the next request with the same `Idempotency-Key` counts as told.
 */
export function undoUnheard(c: Call, { log, undo }: Undoing): void {
  const { signal } = c.req.raw
  const leave = (): void => {
    if (c.get('isKept')) return
    const undone = undo().catch((error: unknown) => {
      log({ level: 'error', event: 'undo.failed', requestId: c.get('requestId'), error: String(error) })
    })
    c.set('undone', undone)
  }
  if (signal.aborted) leave()
  else signal.addEventListener('abort', leave, { once: true })
}
