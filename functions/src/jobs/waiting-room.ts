/** Callers who wait until something of a name has ended, or until they have waited long enough. */

export interface WaitingRoom {
  /** Is anybody waiting for it? */
  has(name: string): boolean
  /** From now on its end is heard. */
  enter(name: string): Caller
  /** It has ended. */
  release(name: string): void
}

interface Caller {
  /** Until the end, for so many milliseconds at most, and no longer than the signal allows. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  leave(): void
}

export function waitingRoom(): WaitingRoom {
  const waiting = new Map<string, Set<() => void>>()
  return {
    has: (name) => waiting.has(name),
    enter(name) {
      let done = (): void => undefined
      const ended = new Promise<void>((resolve) => (done = resolve))
      const callers = waiting.get(name) ?? new Set()
      waiting.set(name, callers.add(done))
      return {
        async wait(milliseconds, signal) {
          const timer = setTimeout(done, milliseconds)
          signal?.addEventListener('abort', done)
          if (signal?.aborted) done()
          await ended
          signal?.removeEventListener('abort', done)
          clearTimeout(timer)
        },
        leave() {
          callers.delete(done)
          if (callers.size === 0) waiting.delete(name)
        },
      }
    },
    release(name) {
      for (const done of waiting.get(name) ?? []) done()
    },
  }
}
