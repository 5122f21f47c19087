/** Answers that are given in time, or not at all. */
import type { VisibleError } from '@doorwalk/core/error'

interface Limits {
  milliseconds: number
  /** Who waits has gone. */
  caller: AbortSignal
  /** What he is told when the time is over. */
  late: () => VisibleError
}

/**
 * In time, whatever the work does; it is told when nobody waits any more.
 *
 * @throws what `late` makes when the time is over; Error of the name `AbortError` when the caller has gone
 */
export async function within<Made>(
  { milliseconds, caller, late }: Limits,
  work: (signal: AbortSignal, left: () => number) => Promise<Made>,
): Promise<Made> {
  if (caller.aborted) throw callerGone()
  const end = performance.now() + milliseconds
  const stop = new AbortController()
  let leave = (): void => undefined
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_done, failed) => {
    leave = () => failed(callerGone())
    timer = setTimeout(() => failed(late()), milliseconds)
  })
  caller.addEventListener('abort', leave)
  try {
    return await Promise.race([over, work(stop.signal, () => Math.max(0, end - performance.now()))])
  } finally {
    stop.abort()
    clearTimeout(timer)
    caller.removeEventListener('abort', leave)
  }
}

/** What stops the work for a caller who has gone: 499 in the log. */
export function callerGone(): Error {
  return Object.assign(new Error('the caller has gone'), { name: 'AbortError' })
}
