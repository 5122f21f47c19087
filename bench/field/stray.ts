/** Stray stops: the way to them costs a walk more time than it would need elsewhere for as much prize. */
import type { Problem, SolverRoute } from '@doorwalk/core/solver/problem/problem'
import { leg } from './leg.ts'

/**
 * Stops, given key targets excepted, whose detour (the walking that the walk would save without them) takes longer than
 * their prize at the walk's own prize per time.
 */
export function strayStops(problem: Problem, routes: readonly SolverRoute[]): number {
  return routes.reduce((sum, route, w) => sum + strayOn(problem, w, route), 0)
}

function strayOn(problem: Problem, w: number, { stops, reversed, duration, prize }: SolverRoute): number {
  const { start, end } = problem.walkers[w]!
  const { first, last } = problem
  const enter = (i: number): number => (i >= stops.length ? end : (reversed[i] ? last : first)[stops[i]!]!)
  const leave = (i: number): number => (i < 0 ? start : (reversed[i] ? first : last)[stops[i]!]!)
  return stops.filter((stop, i) => {
    if ((problem.keys?.[stop] ?? 0) > 0) return false
    const detour =
      leg(problem, leave(i - 1), enter(i)) +
      leg(problem, leave(i), enter(i + 1)) -
      leg(problem, leave(i - 1), enter(i + 1))
    return detour * prize > problem.prize[stop]! * duration
  }).length
}
