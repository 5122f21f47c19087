/** Time: how long to wait before another attempt, and the waiting. */

/** Doubled with each attempt. */
const FIRST_MILLISECONDS = 300
const LONGEST_MILLISECONDS = 10_000

/**
 * Milliseconds before the next attempt. With jitter, so that the phones of a whole team do not come back at one moment
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, "full jitter").
 *
 * @param failed  attempts so far, from 1
 * @param retryAfter  seconds that the server asks for; null: it did not say
 * @param random  0 to 1
 */
export function waitBefore(failed: number, retryAfter: number | null, random = Math.random()): number {
  if (retryAfter !== null) return retryAfter * 1000 + random * FIRST_MILLISECONDS
  return random * Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (failed - 1))
}

/** @throws the signal's reason as soon as it aborts */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal?.aborted === true) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
