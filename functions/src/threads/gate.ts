/**
 * Lets in a few at a time, in the order in which they came: of a hundred who ask at one moment, each step of each would
 * else stand before the answer to everybody.
 */
import { aborted } from './aborted.ts'

export type Gate = <Value>(work: () => Promise<Value>, signal?: AbortSignal) => Promise<Value>

/** Work is done when it is its turn. Who goes before leaves the queue at once, and an `AbortError` is thrown. */
export function openGate(most: number): Gate {
  const waiting = new Set<() => void>()
  let inside = 0

  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((done, failed) => {
      const begin = (): void => {
        waiting.delete(begin)
        signal?.removeEventListener('abort', leave)
        done()
      }
      const leave = (): void => {
        waiting.delete(begin)
        failed(aborted())
      }
      waiting.add(begin)
      signal?.addEventListener('abort', leave, { once: true })
    })

  return async (work, signal) => {
    if (signal?.aborted) throw aborted()
    if (inside >= most) await turn(signal)
    else inside++
    try {
      if (signal?.aborted) throw aborted()
      return await work()
    } finally {
      // Whoever is next takes this place.
      const [next] = waiting
      if (next) next()
      else inside--
    }
  }
}
