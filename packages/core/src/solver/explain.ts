/** Explanations: what one more walker would bring, and how little was missing for each stop left out. */
import type { Deciseconds } from '../units.ts'
import { UNREACHABLE } from '../units.ts'
import { durationsOf } from './problem/durations.ts'
import type { Problem, Solution, SolveOptions, Walker } from './problem/problem.ts'
import { solve } from './solve.ts'

export interface Detour {
  stop: number
  /** The walk that could take the stop with the least extra time; -1 when no walk may or can reach it. */
  walk: number
  /** Extra walking and service there. */
  detour: Deciseconds
  /** By how much that walk would then exceed its budget; 0 when only doors are missing. */
  overtime: Deciseconds
  /** By how many doors it would exceed its limit. */
  doorsOver: number
}

/**
 * For each unserved stop, the cheapest detour that would have been needed, over every gap of every walk, empty walks
 * included. Walks that may not take the stop (stairs, another walk behind its street door) are left out.
 *
 * Cost: O(unserved · (stops + walkers)).
 */
export function cheapestDetours(problem: Problem, solution: Solution): Detour[] {
  const durations = durationsOf(problem)
  const elsewhere = problem.locations
  const place = (location: number): number => (location < 0 ? elsewhere : location)
  const doorWalk = new Map<number, number>()
  solution.routes.forEach((route, w) => {
    for (const stop of route.stops)
      if (problem.streetDoor[stop]! >= 0) doorWalk.set(problem.streetDoor[stop]!, w)
  })
  return solution.unserved.map((stop) => {
    let best: Detour = { stop, walk: -1, detour: UNREACHABLE, overtime: UNREACHABLE, doorsOver: 0 }
    const boundWalk = doorWalk.get(problem.streetDoor[stop]!)
    problem.walkers.forEach((walker, w) => {
      const route = solution.routes[w]!
      const service = (walker.service ?? problem.service)[stop]!
      if (walker.forbidden?.[stop] === 1 || (boundWalk !== undefined && boundWalk !== w)) return
      const ends = route.stops.map((at, i) =>
        route.reversed[i] ? [problem.last[at]!, problem.first[at]!] : [problem.first[at]!, problem.last[at]!],
      )
      const leaves = [place(walker.start), ...ends.map(([, leave]) => leave!)]
      const enters = [...ends.map(([enter]) => enter!), place(walker.end)]
      for (let gap = walker.head.length; gap < leaves.length; gap++) {
        const [from, to] = [leaves[gap]!, enters[gap]!]
        const link = route.stops.length === 0 ? 0 : durations.between(from, to)
        const forward =
          durations.between(from, problem.first[stop]!) + durations.between(problem.last[stop]!, to)
        const backward =
          durations.between(from, problem.last[stop]!) + durations.between(problem.first[stop]!, to)
        const detour = Math.min(forward, backward) - link + service
        if (detour >= best.detour) continue
        const overtime = Math.max(0, route.duration + detour - walker.budget)
        const doorsOver = Math.max(0, route.doors + problem.doors[stop]! - walker.doors)
        best = { stop, walk: w, detour, overtime, doorsOver }
      }
    })
    return best
  })
}

/**
 * Prize that one more walker like `walker` would add, at least 0: the problem is solved again from the given walks with
 * one more, so this is a lower bound of the true value.
 */
export function marginalPrize(
  problem: Problem,
  { solution, walker, options }: { solution: Solution; walker: Walker; options: SolveOptions },
): number {
  const walkers = [...problem.walkers, { ...walker, head: [] }]
  const previous = solution.routes.map((route) => route.stops)
  const larger = solve({ ...problem, walkers }, { ...options, previous })
  return Math.max(0, larger.prize - solution.prize)
}
