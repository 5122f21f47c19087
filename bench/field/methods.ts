/** What walks look like without a solver, four ways in which canvassers and their apps choose doors today, and ours. */
import { likedWeights } from '@doorwalk/core/assembly/problem'
import type { Problem, SolverRoute, Weights } from '@doorwalk/core/solver/problem/problem'
import { solve } from '@doorwalk/core/solver/solve'
import { UNREACHABLE } from '@doorwalk/core/units'
import { leg } from './leg.ts'

/** Rounds of k-means; it has settled long before. */
const ROUNDS = 50

/** Stops by walker, in order. */
type Walks = number[][]

export interface Effort {
  seed: number
  /** Default: as many as a plan makes. */
  iterations?: number
  /** Share of a mean prize per stop and metre from the middle of its walk. */
  compactness: number
}

/** What one way of choosing makes of a problem; whether its answer depends on the seed. */
export interface Method {
  name: string
  isSeeded: boolean
  routes: (problem: Problem, effort: Effort) => SolverRoute[]
}

export const OURS = 'doorwalk'

export const METHODS: readonly Method[] = [
  without('nearest neighbour', nearestNeighbour),
  without('best prize per minute next', bestPrizePerMinuteNext),
  without('equal turfs, row by row', (problem) => equalTurfs(problem, rowOrder(problem))),
  without('k-means + 2-opt', clusterAndTwoOpt),
  { name: OURS, isSeeded: true, routes: (problem, effort) => ours(problem, effort, {}) },
  {
    name: 'doorwalk, compact',
    isSeeded: true,
    routes: (problem, effort) => {
      const meanPrize = problem.prize.reduce((sum, prize) => sum + prize, 0) / problem.prize.length
      return ours(problem, effort, { compactness: effort.compactness * meanPrize })
    },
  },
]

function without(name: string, walks: (problem: Problem) => Walks): Method {
  const routes = (problem: Problem): SolverRoute[] =>
    walks(problem).map((stops, w) => routeOf(problem, w, stops))
  return { name, isSeeded: false, routes }
}

/** As a plan asks it: with rows and buildings, where the problem tells of them. */
function ours(problem: Problem, { seed, iterations }: Effort, more: Partial<Weights>): SolverRoute[] {
  const weights = { ...likedWeights(problem), ...more }
  return solve(problem, { seed, weights, ...(iterations !== undefined && { iterations }) }).routes
}

/** A walk that grows at its end, each row entered at its nearer end, each street door paid once. */
function openWalk(problem: Problem, w: number) {
  const walker = problem.walkers[w]!
  const passed = new Set<number>()
  const route = { stops: [] as number[], reversed: [] as boolean[] }
  let [at, walking, service, doors] = [walker.start, 0, 0, 0]

  function next(stop: number) {
    const [first, last] = [problem.first[stop]!, problem.last[stop]!]
    const isReversed = leg(problem, at, last) < leg(problem, at, first)
    const way = leg(problem, at, isReversed ? last : first)
    const leave = isReversed ? first : last
    const door = problem.streetDoor[stop]!
    const spared = door >= 0 && passed.has(door) ? leastEntry(problem, door) : 0
    const work = (walker.service ?? problem.service)[stop]! - spared
    return {
      isReversed,
      way,
      leave,
      work,
      total: walking + way + service + work + leg(problem, leave, walker.end),
    }
  }

  return {
    /** Deciseconds to the stop. */
    way: (stop: number): number => next(stop).way,
    fits(stop: number): boolean {
      const { way, total } = next(stop)
      const isOpen = way < UNREACHABLE && walker.forbidden?.[stop] !== 1
      return isOpen && total <= walker.budget && doors + problem.doors[stop]! <= walker.doors
    },
    add(stop: number): void {
      const { isReversed, way, leave, work } = next(stop)
      route.stops.push(stop)
      route.reversed.push(isReversed)
      passed.add(problem.streetDoor[stop]!)
      walking += way
      service += work
      doors += problem.doors[stop]!
      at = leave
    },
    end(): SolverRoute {
      const back = route.stops.length === 0 ? 0 : leg(problem, at, walker.end)
      const prize = route.stops.reduce((sum, stop) => sum + problem.prize[stop]!, 0)
      return { ...route, walking: walking + back, duration: walking + back + service, prize, doors }
    },
  }
}

/** Deciseconds that a walk is spared at a street door that it has passed. */
function leastEntry({ entry, streetDoor }: Problem, door: number): number {
  if (!entry) return 0
  return Math.min(...entry.filter((_, stop) => streetDoor[stop] === door))
}

/** One walker's stops in order, as they are walked. */
export function routeOf(problem: Problem, w: number, stops: number[]): SolverRoute {
  const walk = openWalk(problem, w)
  for (const stop of stops) walk.add(stop)
  return walk.end()
}

function fits(problem: Problem, w: number, stops: number[]): boolean {
  const { duration, doors } = routeOf(problem, w, stops)
  const walker = problem.walkers[w]!
  return duration <= walker.budget && doors <= walker.doors
}

/** Each walker in turn goes on to the stop of the best score until none fits. */
function greedy(problem: Problem, score: (walking: number, stop: number) => number): Walks {
  const free = new Set(problem.first.keys())
  return problem.walkers.map((_, w) => {
    const walk = openWalk(problem, w)
    for (;;) {
      let best = -1
      let bestScore = -Infinity
      for (const stop of free) {
        const value = score(walk.way(stop), stop)
        if (value <= bestScore || !walk.fits(stop)) continue
        best = stop
        bestScore = value
      }
      if (best < 0) return walk.end().stops
      free.delete(best)
      walk.add(best)
    }
  })
}

function nearestNeighbour(problem: Problem): Walks {
  return greedy(problem, (walking) => -walking)
}

function bestPrizePerMinuteNext(problem: Problem): Walks {
  return greedy(problem, (walking, stop) => problem.prize[stop]! / (walking + problem.service[stop]! + 1))
}

/** Turfs with equally many stops in the order of the list, each walked in that order for as long as the time lasts. */
function equalTurfs(problem: Problem, order: number[]): Walks {
  const size = Math.ceil(order.length / problem.walkers.length)
  return problem.walkers.map((_, w) => {
    const walk = openWalk(problem, w)
    for (const stop of order.slice(w * size, (w + 1) * size)) if (walk.fits(stop)) walk.add(stop)
    return walk.end().stops
  })
}

/** Stops row by row, 200 m high, as an address list sorted by street reads. */
function rowOrder(problem: Problem): number[] {
  const row = (stop: number): number => Math.floor(problem.y[problem.first[stop]!]! / 200)
  const column = (stop: number): number => problem.x[problem.first[stop]!]! * (row(stop) % 2 === 0 ? 1 : -1)
  return Array.from(problem.first.keys()).sort((a, b) => row(a) - row(b) || column(a) - column(b))
}

/** Clusters by place, one for each walker, each as a 2-opt tour from which the least prize per minute is dropped. */
function clusterAndTwoOpt(problem: Problem): Walks {
  return clusters(problem).map((cluster, w) => {
    const { start, forbidden } = problem.walkers[w]!
    const open = cluster.filter(
      (stop) => leg(problem, start, problem.first[stop]!) < UNREACHABLE && forbidden?.[stop] !== 1,
    )
    const rate = (stop: number): number => problem.prize[stop]! / (problem.service[stop]! + 600)
    let tour = twoOpt(problem, w, open)
    while (!fits(problem, w, tour)) {
      const worst = tour.reduce((a, b) => (rate(b) < rate(a) ? b : a))
      const rest = tour.filter((stop) => stop !== worst)
      tour = twoOpt(problem, w, rest)
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

/** By the mean of both directions: with one of them, turning a part may lengthen it, and the turning never ends. */
function twoOpt(problem: Problem, w: number, stops: number[]): number[] {
  const walker = problem.walkers[w]!
  const at = (tour: number[], i: number): number =>
    i < 0 ? walker.start : i >= tour.length ? walker.end : problem.first[tour[i]!]!
  const between = (a: number, b: number): number => leg(problem, a, b) + leg(problem, b, a)
  const tour = [...stops]
  for (let improved = true; improved;) {
    improved = false
    for (let i = 0; i < tour.length - 1; i++) {
      for (let j = i + 1; j < tour.length; j++) {
        const before = between(at(tour, i - 1), at(tour, i)) + between(at(tour, j), at(tour, j + 1))
        const after = between(at(tour, i - 1), at(tour, j)) + between(at(tour, i), at(tour, j + 1))
        if (after >= before) continue
        tour.splice(i, j - i + 1, ...tour.slice(i, j + 1).reverse())
        improved = true
      }
    }
  }
  return tour
}
