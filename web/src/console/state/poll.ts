/** Reads again and again while somebody looks at the page, and rests while it lies in the background. */
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { KeyRound } from './session.ts'

export interface Polled<T> {
  value: T | undefined
  /** Of the last attempt; undefined: it went well. */
  error: unknown
  /** Of `value`, in milliseconds since 1970. */
  at: number
  /** At once, not at the next turn. */
  again: () => void
}

interface Settings {
  everyMilliseconds: number
}

/**
 * Begins anew whenever `key` changes. Between two readings lies at least the time that is said; a page that comes back
 * into view is read at once. What was read stays when a later reading fails.
 */
export function usePoll<T>(
  key: string,
  read: (signal: AbortSignal) => Promise<T>,
  { everyMilliseconds }: Settings,
): Polled<T> {
  const [state, setState] = useState<{ key: string; value?: T; error?: unknown; at: number }>({ key, at: 0 })
  const keyRound = useContext(KeyRound)
  const kick = useRef<() => void>(() => undefined)
  useEffect(() => {
    const gone = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isReading = false
    async function turn(): Promise<void> {
      if (isReading || gone.signal.aborted) return
      isReading = true
      clearTimeout(timer)
      try {
        const value = await read(gone.signal)
        if (!gone.signal.aborted) setState({ key, value, at: Date.now() })
      } catch (error) {
        if (!gone.signal.aborted)
          setState((before) => (before.key === key ? { ...before, error } : { key, error, at: 0 }))
      }
      isReading = false
      if (!gone.signal.aborted && !document.hidden) timer = setTimeout(() => void turn(), everyMilliseconds)
    }
    function follow(): void {
      if (document.hidden) clearTimeout(timer)
      else void turn()
    }
    kick.current = () => void turn()
    document.addEventListener('visibilitychange', follow)
    void turn()
    return () => {
      gone.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', follow)
    }
    // The key says what is read.
  }, [key, keyRound])
  const isCurrent = state.key === key
  return {
    value: isCurrent ? state.value : undefined,
    error: isCurrent ? state.error : undefined,
    at: state.at,
    again: () => kick.current(),
  }
}
