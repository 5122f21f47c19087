/** What walks bring and what people see of them, in numbers that can be averaged over seeds. */
import { checkSolution } from '@doorwalk/core/solver/check'
import type { Problem } from '@doorwalk/core/solver/problem/problem'
import { qualityOf, sharesOf } from './quality.ts'
import { type Point, overlapOf } from './shape.ts'
import { strayStops } from './stray.ts'
import { type Walked, solutionOf } from './subject.ts'

export interface Figures {
  /** Per walker-hour of budget; prize in whole points of the plan. */
  prize: number
  doors: number
  /** Of all time, in percent. */
  walking: number
  /** Longest share of a budget ÷ mean share. */
  balance: number
  /** In percent, of stops and of buildings; NaN where no street or building is known. */
  interleaved: number
  /** Split buildings, and such that a walk comes back to. */
  revisited: number
  /** Of the walking, in percent. */
  floors: number
  /** Of the area of all hulls, in percent, and m². */
  overlap: number
  shared: number
  /** In percent of the stops. */
  stray: number
}

/** People share out what stands behind one street door; ours must not. */
const ALLOWED = /^street door \d+ is on walks/

/** @throws Error when the independent check finds something wrong with the walks */
export function figuresOf({ problem, routes, plan }: Walked): Figures {
  const hours = problem.walkers.reduce((sum, walker) => sum + walker.budget, 0) / 36_000
  const stops = routes.flatMap((route) => route.stops)
  const wrong = checkSolution(problem, solutionOf(problem, routes)).filter((what) => !ALLOWED.test(what))
  if (wrong.length > 0) throw new Error(wrong.join('; '))
  const used = routes.map(({ duration }, w) => duration / problem.walkers[w]!.budget)
  const overlap = overlapOf(shapesOf({ problem, routes }))
  const seen = plan && sharesOf(qualityOf(plan))
  return {
    prize: sum(routes.map(({ prize }) => prize)) / 100 / hours,
    doors: sum(routes.map(({ doors }) => doors)) / hours,
    walking: (100 * sum(routes.map(({ walking }) => walking))) / sum(routes.map(({ duration }) => duration)),
    balance: Math.max(...used) / (sum(used) / used.length),
    interleaved: seen?.interleaved ?? NaN,
    revisited: seen ? seen.split + seen.apart : NaN,
    floors: seen?.floors ?? NaN,
    overlap: 100 * overlap.share,
    shared: overlap.shared,
    stray: (100 * strayStops(problem, routes)) / Math.max(1, stops.length),
  }
}

export function meanOf(all: Figures[]): Figures {
  const mean = (of: keyof Figures): number => sum(all.map((figures) => figures[of])) / all.length
  const names = Object.keys(all[0]!) as (keyof Figures)[]
  return Object.fromEntries(names.map((of) => [of, mean(of)])) as unknown as Figures
}

/** Where the stops of each walk lie. */
export function shapesOf({ problem, routes }: Pick<Walked, 'problem' | 'routes'>): Point[][] {
  return routes.map(({ stops }) => stops.map((stop) => placeOf(problem, stop)))
}

export function placeOf(problem: Problem, stop: number): Point {
  return [problem.x[problem.first[stop]!]!, problem.y[problem.first[stop]!]!]
}

function sum(list: number[]): number {
  return list.reduce((a, b) => a + b, 0)
}
