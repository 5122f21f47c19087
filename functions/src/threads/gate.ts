/**
 * Lets in a few at a time, in the order in which they came: of a hundred who ask at one moment, each step of each would
 * else stand before the answer to everybody.
 */
import { aborted } from './aborted.ts'

export type Gate = <Value>(work: () => Promise<Value>, signal?: AbortSignal) => Promise<Value>

/** Work is done when it is its turn; for who has gone by then it is not, and an `AbortError` is thrown. */
export function openGate(most: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0
  return async (work, signal) => {
    if (inside >= most) await new Promise<void>((done) => waiting.push(done))
    else inside++
    try {
      if (signal?.aborted) throw aborted()
      return await work()
    } finally {
      // Whoever is next takes this place.
      const next = waiting.shift()
      if (next) next()
      else inside--
    }
  }
}
