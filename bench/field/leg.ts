/** Walking between two locations of a problem. */
import type { Problem } from '@doorwalk/core/solver/problem/problem'

/** Deciseconds; 0 from or to nowhere, where a walk begins or ends with its first or last stop. */
export function leg(problem: Problem, from: number, to: number): number {
  if (from < 0 || to < 0) return 0
  const { durations, locations } = problem
  return typeof durations === 'function' ? durations(from, to) : durations[from * locations + to]!
}
