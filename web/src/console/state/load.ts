/** What a view reads from the API when it opens, and again when it is told to. */
import { NoAnswerError } from '@doorwalk/client'
import { useCallback, useContext, useEffect, useState } from 'preact/hooks'
import { KeyRound } from './session.ts'

export interface Loaded<T> {
  /** The last that came; undefined: none yet. Stays while it is read again. */
  value: T | undefined
  /** Of the last attempt; undefined: it went well or is on its way. */
  error: unknown
  isLoading: boolean
  /** Once more. */
  reload: () => void
  /** Puts an answer of another call in the place of what was read. */
  set: (value: T) => void
}

/** Reads anew whenever `key` changes, and once the network is back; an answer that comes too late is dropped. */
export function useLoad<T>(key: string, read: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value?: T; error?: unknown; isLoading: boolean }>({
    key,
    isLoading: true,
  })
  const [round, setRound] = useState(0)
  const keyRound = useContext(KeyRound)
  useEffect(() => {
    const gone = new AbortController()
    setState((before) => ({ ...(before.key === key ? before : {}), key, error: undefined, isLoading: true }))
    read(gone.signal).then(
      (value) => !gone.signal.aborted && setState({ key, value, isLoading: false }),
      (error: unknown) =>
        !gone.signal.aborted && setState((before) => ({ ...before, key, error, isLoading: false })),
    )
    return () => gone.abort()
    // The key says what is read.
  }, [key, round, keyRound])
  const reload = useCallback(() => setRound((count) => count + 1), [])
  const isUnanswered = state.error instanceof NoAnswerError
  useEffect(() => {
    if (!isUnanswered) return
    addEventListener('online', reload)
    return () => removeEventListener('online', reload)
  }, [isUnanswered])
  const set = useCallback((value: T) => setState({ key, value, isLoading: false }), [key])
  const isCurrent = state.key === key
  return {
    value: isCurrent ? state.value : undefined,
    error: isCurrent ? state.error : undefined,
    isLoading: !isCurrent || state.isLoading,
    reload,
    set,
  }
}
