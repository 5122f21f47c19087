/** What walks look like without a solver: four ways in which canvassers and their apps choose doors today. */
import type { Problem } from '@doorwalk/core/solver/problem/problem'
import { UNREACHABLE } from '@doorwalk/core/units'

/** Rounds of k-means; it has settled long before. */
const ROUNDS = 50

type Walks = number[][]

function leg(problem: Problem, from: number, to: number): number {
  if (from < 0 || to < 0) return 0
  if (typeof problem.durations === 'function') throw new Error('a matrix is needed')
  return problem.durations[from * problem.locations + to]!
}

/** Walking and service of one walker's stops in order, deciseconds. */
export function used(problem: Problem, w: number, stops: number[]): { walking: number; total: number } {
  const walker = problem.walkers[w]!
  if (stops.length === 0) return { walking: 0, total: 0 }
  const path = [walker.start, ...stops.map((stop) => problem.first[stop]!), walker.end]
  const walking = path.slice(1).reduce((sum, to, i) => sum + leg(problem, path[i]!, to), 0)
  return { walking, total: walking + stops.reduce((sum, stop) => sum + problem.service[stop]!, 0) }
}

function fits(problem: Problem, w: number, stops: number[]): boolean {
  return used(problem, w, stops).total <= problem.walkers[w]!.budget
}

/** Each walker in turn goes on to the stop of the best score until none fits. */
function greedy(problem: Problem, score: (walking: number, stop: number) => number): Walks {
  const free = new Set(problem.first.keys())
  return problem.walkers.map((walker, w) => {
    const stops: number[] = []
    for (;;) {
      const at = stops.length === 0 ? walker.start : problem.first[stops.at(-1)!]!
      let best = -1
      let bestScore = -Infinity
      for (const stop of free) {
        const walking = leg(problem, at, problem.first[stop]!)
        const value = score(walking, stop)
        if (value <= bestScore || walking >= UNREACHABLE || !fits(problem, w, [...stops, stop])) continue
        best = stop
        bestScore = value
      }
      if (best < 0) return stops
      free.delete(best)
      stops.push(best)
    }
  })
}

export function nearestNeighbour(problem: Problem): Walks {
  return greedy(problem, (walking) => -walking)
}

export function bestPrizePerMinuteNext(problem: Problem): Walks {
  return greedy(problem, (walking, stop) => problem.prize[stop]! / (walking + problem.service[stop]! + 1))
}

/** Turfs with equally many stops in the order of the list, each walked in that order for as long as the time lasts. */
export function equalTurfs(problem: Problem, order: number[]): Walks {
  const size = Math.ceil(order.length / problem.walkers.length)
  return problem.walkers.map((_, w) => {
    const stops: number[] = []
    for (const stop of order.slice(w * size, (w + 1) * size))
      if (fits(problem, w, [...stops, stop])) stops.push(stop)
    return stops
  })
}

/** Stops row by row, 200 m high, as an address list sorted by street reads; the files hold no addresses. */
export function rowOrder(problem: Problem): number[] {
  const row = (stop: number): number => Math.floor(problem.y[problem.first[stop]!]! / 200)
  const column = (stop: number): number => problem.x[problem.first[stop]!]! * (row(stop) % 2 === 0 ? 1 : -1)
  return Array.from(problem.first.keys()).sort((a, b) => row(a) - row(b) || column(a) - column(b))
}

/** Clusters by place, one for each walker, each as a 2-opt tour from which the least prize per minute is dropped. */
export function clusterAndTwoOpt(problem: Problem): Walks {
  return clusters(problem).map((cluster, w) => {
    const start = problem.walkers[w]!.start
    const reachable = cluster.filter((stop) => leg(problem, start, problem.first[stop]!) < UNREACHABLE)
    const rate = (stop: number): number => problem.prize[stop]! / (problem.service[stop]! + 600)
    let tour = twoOpt(problem, w, reachable)
    while (!fits(problem, w, tour)) {
      const worst = tour.reduce((a, b) => (rate(b) < rate(a) ? b : a))
      tour = twoOpt(
        problem,
        w,
        tour.filter((stop) => stop !== worst),
      )
    }
    return tour
  })
}

function clusters(problem: Problem): number[][] {
  const k = problem.walkers.length
  const stops = Array.from(problem.first.keys())
  const x = (stop: number): number => problem.x[problem.first[stop]!]!
  const y = (stop: number): number => problem.y[problem.first[stop]!]!
  let centres = Array.from({ length: k }, (_, c) => stops[Math.floor((c * stops.length) / k)]!).map(
    (s) => [x(s), y(s)] as const,
  )
  let groups: number[][] = []
  for (let round = 0; round < ROUNDS; round++) {
    groups = centres.map(() => [])
    for (const stop of stops) {
      const distance = centres.map(([cx, cy]) => (cx - x(stop)) ** 2 + (cy - y(stop)) ** 2)
      groups[distance.indexOf(Math.min(...distance))]!.push(stop)
    }
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
    centres = groups.map((group, c) =>
      group.length === 0 ? centres[c]! : ([mean(group.map(x)), mean(group.map(y))] as const),
    )
  }
  return groups
}

function twoOpt(problem: Problem, w: number, stops: number[]): number[] {
  const walker = problem.walkers[w]!
  const at = (tour: number[], i: number): number =>
    i < 0 ? walker.start : i >= tour.length ? walker.end : problem.first[tour[i]!]!
  const tour = [...stops]
  for (let improved = true; improved;) {
    improved = false
    for (let i = 0; i < tour.length - 1; i++) {
      for (let j = i + 1; j < tour.length; j++) {
        const before = leg(problem, at(tour, i - 1), at(tour, i)) + leg(problem, at(tour, j), at(tour, j + 1))
        const after = leg(problem, at(tour, i - 1), at(tour, j)) + leg(problem, at(tour, i), at(tour, j + 1))
        if (after >= before) continue
        tour.splice(i, j - i + 1, ...tour.slice(i, j + 1).reverse())
        improved = true
      }
    }
  }
  return tour
}
