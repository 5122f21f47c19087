/** Problems of what was chosen: they stand until something else is chosen. */
import { useRef } from 'preact/hooks'
import type { Problem } from '../model/problem.ts'

/** `problem` while `value` is as it was when it came; null: that was changed since. */
export function useStanding(problem: Problem | null, value: unknown): Problem | null {
  const came = useRef({ problem, value })
  if (came.current.problem !== problem) came.current = { problem, value }
  return came.current.value === value ? problem : null
}
