/** Checks a solution against its problem with nothing but the contract: shares no code with the search. */
import { UNREACHABLE } from '../units.ts'
import type { Problem, Solution, Weights } from './problem/problem.ts'

/**
 * Everything wrong with a solution, as sentences; empty when it is sound. A walk whose head alone breaks its limits is
 * sound as long as nothing was added to it. Cost: O(stops).
 *
 * @param weights  with which it was solved: a weight of buildings lets street doors be shared out
 */
export function checkSolution(
  problem: Problem,
  solution: Solution,
  weights: Partial<Weights> = {},
): string[] {
  const wrong: string[] = []
  const isTied = !((weights.building ?? 0) > 0)
  const times = new Uint8Array(problem.first.length)
  const doorWalk = new Map<number, number>()
  const entry = leastEntries(problem)
  let prize = 0
  let walking = 0
  if (solution.routes.length !== problem.walkers.length) {
    return [`${solution.routes.length} routes for ${problem.walkers.length} walkers`]
  }
  solution.routes.forEach((route, w) => {
    const walker = problem.walkers[w]!
    const sums = { walking: 0, service: 0, prize: 0, doors: 0 }
    let at = walker.start
    const passed = new Set<number>()
    route.stops.forEach((stop, i) => {
      const reversed = route.reversed[i] ?? false
      sums.walking += leg(problem, at, reversed ? problem.last[stop]! : problem.first[stop]!)
      sums.service += (walker.service ?? problem.service)[stop]!
      sums.prize += problem.prize[stop]!
      sums.doors += problem.doors[stop]!
      at = reversed ? problem.first[stop]! : problem.last[stop]!
      times[stop]!++
      if (i >= walker.head.length && walker.forbidden?.[stop] === 1)
        wrong.push(`walk ${w} takes forbidden ${stop}`)
      const door = problem.streetDoor[stop]!
      if (door < 0) return
      if (passed.has(door)) sums.service -= entry.get(door) ?? 0
      passed.add(door)
      if (!isTied || problem.divisible?.[stop] === 1) return
      if ((doorWalk.get(door) ?? w) !== w)
        wrong.push(`street door ${door} is on walks ${doorWalk.get(door)} and ${w}`)
      doorWalk.set(door, w)
    })
    if (route.stops.length > 0) sums.walking += leg(problem, at, walker.end)
    const duration = sums.walking + sums.service
    const added = route.stops.length > walker.head.length
    if (walker.head.some((stop, i) => route.stops[i] !== stop))
      wrong.push(`walk ${w} does not begin with its head`)
    if (added && duration > walker.budget) wrong.push(`walk ${w} lasts ${duration}, budget ${walker.budget}`)
    if (added && sums.doors > walker.doors)
      wrong.push(`walk ${w} has ${sums.doors} doors, limit ${walker.doors}`)
    if (added && sums.walking >= UNREACHABLE) wrong.push(`walk ${w} has a leg that cannot be walked`)
    const told = [route.duration, route.walking, route.prize, route.doors].join()
    const found = [duration, sums.walking, sums.prize, sums.doors].join()
    if (told !== found) wrong.push(`walk ${w} says duration, walking, prize, doors ${told}, found ${found}`)
    if (route.reversed.length !== route.stops.length)
      wrong.push(`walk ${w}: reversed and stops differ in length`)
    prize += sums.prize
    walking += sums.walking
  })
  for (const stop of solution.unserved) times[stop]!++
  times.forEach((count, stop) => {
    if (count !== 1) wrong.push(`stop ${stop} is named ${count} times`)
  })
  if (prize !== solution.prize) wrong.push(`prize ${solution.prize}, found ${prize}`)
  if (walking !== solution.walking) wrong.push(`walking ${solution.walking}, found ${walking}`)
  return wrong
}

/** Per street door, what a walk is spared at each stop behind it but one. */
function leastEntries({ streetDoor, entry }: Problem): Map<number, number> {
  const least = new Map<number, number>()
  streetDoor.forEach((door, stop) => {
    if (entry !== undefined) least.set(door, Math.min(least.get(door) ?? Infinity, entry[stop]!))
  })
  return least
}

function leg(problem: Problem, from: number, to: number): number {
  if (from < 0 || to < 0) return 0
  return typeof problem.durations === 'function'
    ? problem.durations(from, to)
    : problem.durations[from * problem.locations + to]!
}
