/** The view of a session, drawn again whenever it is another. */
import { useEffect, useReducer } from 'preact/hooks'
import type { Session, View } from '../device/session.ts'

export function useView(session: Session): View {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => session.subscribe(() => redraw(undefined)), [session])
  return session.view()
}

/** Now, ms; drawn again every so many seconds. */
export function useNow(seconds: number): number {
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const timer = setInterval(() => tick(undefined), seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds])
  return Date.now()
}
