/**
 * When it is time to stop, and who listens for that: nobody longer than the work takes. Node keeps a signal that was
 * made of others for as long as somebody listens to it, with all that the listener knows of.
 */

export interface Stop {
  signal: AbortSignal
  /** It is time. */
  stop: () => void
  /** The work is over. */
  release: () => void
}

/** @param outer  stops it, too */
export function openStop(outer: AbortSignal | undefined): Stop {
  const own = new AbortController()
  const stop = (): void => own.abort()
  outer?.addEventListener('abort', stop)
  if (outer?.aborted) stop()
  return { signal: own.signal, stop, release: () => outer?.removeEventListener('abort', stop) }
}

/** Rejects when it is time to stop: a planner that does not listen must not hold up the queue. */
export async function unlessAborted<Made>(signal: AbortSignal, making: Promise<Made>): Promise<Made> {
  let stop = (): void => undefined
  const aborted = new Promise<never>((_done, failed) => (stop = () => failed(new Error('aborted'))))
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await Promise.race([making, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
