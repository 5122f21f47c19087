/** What is done once at a time: a second key or click a moment after the first begins nothing. */
import { useRef, useState } from 'preact/hooks'

export interface Once {
  isBusy: boolean
  /** Does the work, or nothing while something that it began before goes on. */
  once: (work: () => Promise<void>) => Promise<void>
}

export function useOnce(): Once {
  const [isBusy, setBusy] = useState(false)
  // A state is only known when it has been drawn.
  const isAtWork = useRef(false)
  async function once(work: () => Promise<void>): Promise<void> {
    if (isAtWork.current) return
    isAtWork.current = true
    setBusy(true)
    try {
      await work()
    } finally {
      isAtWork.current = false
      setBusy(false)
    }
  }
  return { isBusy, once }
}
