/** Searches that begin from earlier walks, and what is pinned to a walk in them. */
import type { Problem, Solution, Walker } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'

/** Orders what is pinned to one walk; a handful of stops as a rule. */
const ITERATIONS = 2_000

/**
 * A short search that begins from full walks may not find the way to one on which what is pinned has room. Where it
 * leaves something pinned out, it begins once more, with nothing but what is pinned on the walks concerned.
 */
export function withPinsServed(
  problem: Problem,
  previous: number[][],
  search: (previous: number[][]) => Solution,
): Solution {
  const found = search(previous)
  const missed = new Set(found.unserved.filter((stop) => problem.mandatory[stop] === 1))
  if (missed.size === 0) return found
  const isPinned = (stop: number, walker: Walker) =>
    problem.mandatory[stop] === 1 && walker.forbidden?.[stop] !== 1
  const pinned = problem.walkers.map((walker) =>
    [...problem.first.keys()].filter((stop) => isPinned(stop, walker)),
  )
  const again = search(
    previous.map((own, index) => {
      if (!pinned[index]!.some((stop) => missed.has(stop))) return own
      const first = inOrder(problem, { stops: pinned[index]!, walker: problem.walkers[index]! })
      const rest = new Set(first)
      return [...first, ...own.filter((stop) => !rest.has(stop))]
    }),
  )
  return count(again, missed) < count(found, missed) ? again : found
}

function count({ unserved }: Solution, missed: ReadonlySet<number>): number {
  return unserved.filter((stop) => missed.has(stop)).length
}

/** Of these as many as fit, as they are walked soonest. */
function inOrder(problem: Problem, { stops, walker }: { stops: number[]; walker: Walker }): number[] {
  const { routes } = solve(onlyStops(problem, { stops, walker }), {
    seed: 1,
    iterations: ITERATIONS,
    weights: { balance: 0 },
  })
  return routes[0]!.stops.map((index) => stops[index]!)
}

/** One walker, who must do these stops and no other. */
export function onlyStops(problem: Problem, { stops, walker }: { stops: number[]; walker: Walker }): Problem {
  const pick = (values: Int32Array) => Int32Array.from(stops, (stop) => values[stop]!)
  return {
    locations: problem.locations,
    durations: problem.durations,
    x: problem.x,
    y: problem.y,
    first: pick(problem.first),
    last: pick(problem.last),
    service: pick(walker.service ?? problem.service),
    prize: pick(problem.prize),
    doors: pick(problem.doors),
    mandatory: new Uint8Array(stops.length).fill(1),
    block: pick(problem.block),
    streetDoor: pick(problem.streetDoor),
    divisible: new Uint8Array(stops.length).fill(1),
    ...(problem.entry && { entry: pick(problem.entry) }),
    walkers: [{ ...walker, forbidden: null, service: null, head: [] }],
  }
}
