/** Turns the best walks of a search into the answer: heads put back in front, every figure computed afresh. */
import type { Model } from './problem/model.ts'
import type { Problem, Solution, SolverRoute } from './problem/problem.ts'
import type { Search } from './search/search.ts'

export function solutionOf(search: Search): Solution {
  const { problem, durations, headReversed } = search.model
  const served = new Uint8Array(problem.first.length)
  const routes = search.best.walks().map((walk, w): SolverRoute => {
    const walker = problem.walkers[w]!
    const stops = [...walker.head, ...walk.stops]
    const reversed = [...walker.head.map((stop) => headReversed[stop] === 1), ...walk.reversed]
    let walking = 0
    let at = walker.start
    stops.forEach((stop, i) => {
      if (at >= 0) walking += durations.between(at, (reversed[i] ? problem.last : problem.first)[stop]!)
      at = (reversed[i] ? problem.first : problem.last)[stop]!
      served[stop] = 1
    })
    if (stops.length > 0 && walker.end >= 0) walking += durations.between(at, walker.end)
    const service = sumOver(stops, walker.service ?? problem.service) - sparedOn(stops, search.model)
    const duration = walking + service
    const prize = sumOver(stops, problem.prize)
    return { stops, reversed, duration, walking, prize, doors: sumOver(stops, problem.doors) }
  })
  return {
    routes,
    unserved: unservedOf(problem, served),
    prize: routes.reduce((sum, route) => sum + route.prize, 0),
    walking: routes.reduce((sum, route) => sum + route.walking, 0),
    iterations: search.iteration,
    stoppedBy: search.stopping.reason ?? 'iterations',
  }
}

/** Deciseconds of the entries of street doors that were passed before. */
function sparedOn(stops: number[], { entryDoor, spares }: Model): number {
  const passed = new Set<number>()
  return stops.reduce((sum, stop) => {
    const isPassed = passed.has(entryDoor[stop]!)
    passed.add(entryDoor[stop]!)
    return isPassed ? sum + spares[stop]! : sum
  }, 0)
}

function unservedOf(problem: Problem, served: Uint8Array): number[] {
  return Array.from(problem.first.keys()).filter((stop) => served[stop] === 0)
}

function sumOver(stops: number[], values: Int32Array): number {
  return stops.reduce((sum, stop) => sum + values[stop]!, 0)
}
