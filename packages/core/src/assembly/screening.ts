/** What no walker could ever do alone, found before the solver runs, with the reason that can be proved. */
import type { Matrix } from '../matrix/matrix.ts'
import { durationBetween } from '../matrix/matrix.ts'
import type { Problem, Walker } from '../solver/problem/problem.ts'
import type { Deciseconds } from '../units.ts'
import { UNREACHABLE } from '../units.ts'
import type { LeftOut } from '../walk/answer.ts'

/**
 * Stops that no walker could ever do alone, with the provable reason; the others are feasible.
 * Cost: stops × distinct walkers.
 *
 * @param done  stops that are out of play, neither feasible nor refused
 */
export function screen(
  problem: Problem,
  { matrix, done }: { matrix: Matrix; done: ReadonlySet<number> },
): { feasible: number[]; refused: Map<number, LeftOut['reason']> } {
  const services = [...new Set(problem.walkers.map((walker) => walker.service))]
  const keyOf = ({ start, end, budget, doors, service }: Walker) =>
    [start, end, budget, doors, services.indexOf(service)].join()
  const walkers = [...new Map(problem.walkers.map((walker) => [keyOf(walker), walker])).values()]
  const feasible: number[] = []
  const refused = new Map<number, LeftOut['reason']>()
  problem.first.forEach((_, stop) => {
    if (done.has(stop)) return
    const times = walkers.map((walker) => aloneTime(stop, walker, problem, matrix))
    if (times.every((time) => time >= UNREACHABLE)) refused.set(stop, 'unreachable')
    else if (
      walkers.some((walker, index) => holds(walker, { time: times[index]!, doors: problem.doors[stop]! }))
    )
      feasible.push(stop)
    else refused.set(stop, 'exceeds_budget_alone')
  })
  return { feasible, refused }
}

function holds(walker: Walker, alone: { time: Deciseconds; doors: number }): boolean {
  return alone.time <= walker.budget && alone.doors <= walker.doors
}

/** Whether a walker could and would do a stop if he did nothing else: time, doors and stairs. */
export function mightDo(stop: number, walker: Walker, problem: Problem, matrix: Matrix): boolean {
  const time = aloneTime(stop, walker, problem, matrix)
  return walker.forbidden?.[stop] !== 1 && holds(walker, { time, doors: problem.doors[stop]! })
}

/**
 * The problem in which a street door ties its stops to one walk only where one walker could take them all if he did
 * nothing else; elsewhere they are shared out. Cost: stops × walkers.
 */
export function withDivisibleDoors(problem: Problem, matrix: Matrix): Problem {
  const stopsOf = new Map<number, number[]>()
  problem.streetDoor.forEach((door, stop) => {
    if (door >= 0) stopsOf.set(door, [...(stopsOf.get(door) ?? []), stop])
  })
  const divisible = problem.divisible?.slice() ?? new Uint8Array(problem.streetDoor.length)
  for (const stops of stopsOf.values()) {
    const doors = stops.reduce((sum, stop) => sum + problem.doors[stop]!, 0)
    const entry = Math.min(...stops.map((stop) => problem.entry?.[stop] ?? 0))
    const takesAll = (walker: Walker) => {
      const [longest, ...others] = stops
        .map((stop) => ({ stop, time: aloneTime(stop, walker, problem, matrix) }))
        .sort((a, b) => b.time - a.time)
      const service = walker.service ?? problem.service
      const time = others.reduce((sum, { stop }) => sum + service[stop]! - entry, longest!.time)
      return stops.every((stop) => walker.forbidden?.[stop] !== 1) && holds(walker, { time, doors })
    }
    if (!problem.walkers.some(takesAll)) for (const stop of stops) divisible[stop] = 1
  }
  return divisible.includes(1) ? { ...problem, divisible } : problem
}

/** Of a walk to this stop alone; UNREACHABLE where there is no way. */
export function aloneTime(stop: number, walker: Walker, problem: Problem, matrix: Matrix): Deciseconds {
  const [a, b] = [problem.first[stop]!, problem.last[stop]!]
  const through = (enter: number, leave: number) => {
    const there = walker.start < 0 ? 0 : durationBetween(matrix, walker.start, enter)
    const back = walker.end < 0 ? 0 : durationBetween(matrix, leave, walker.end)
    return Math.min(UNREACHABLE, there + (walker.service ?? problem.service)[stop]! + back)
  }
  return Math.min(through(a, b), through(b, a))
}
