/** What the solver is asked and answers, in integers. `assembly/problem.ts` makes a problem of stops and walkers. */
import type { Deciseconds } from '../../units.ts'

/**
 * Deciseconds (386 days): larger budgets mean the same as this one. Keeps every sum of three durations inside 32 bits.
 */
export const LONGEST_BUDGET = 333_000_000

/** Exact duration between two locations, for problems too large for a matrix. Pure, and 0 from a location to itself. */
export type DurationFunction = (from: number, to: number) => Deciseconds

/**
 * Team orienteering with service times and a second capacity.
 *
 * Locations are rows of the duration matrix; a stop has two ends (a row of houses walked in either direction), equal
 * for a single door. Walked forward it is entered at `first` and left at `last`, otherwise the other way round.
 * Several stops may share a location.
 */
export interface Problem {
  /** Number of locations L. */
  locations: number
  /**
   * Row-major L × L deciseconds, `from * L + to`; diagonal 0; UNREACHABLE where there is no walk; may be asymmetric.
   * Above about 2,000 stops a symmetric function of two locations instead (then `x` and `y` choose the neighbours).
   */
  durations: Int32Array | DurationFunction
  /** Planar metres of each location (for compactness and neighbourhoods only). */
  x: Int32Array
  y: Int32Array
  /** Per stop, length n. */
  first: Int32Array
  last: Int32Array
  /** For every walker without service times of its own. */
  service: Int32Array
  /** round(100 · prize) */
  prize: Int32Array
  doors: Int32Array
  /**
   * Targets of a stop that are given as key; none where it is absent. As many of them as fit are served before anything
   * else counts, mandatory stops excepted.
   */
  keys?: Int32Array
  /** 1 = must be served; such a problem may be infeasible and then says so by listing the stop in `unserved`. */
  mandatory: Uint8Array
  /** Stops with the same value ≥ 0 belong together (one H3 block); -1 = none. */
  block: Int32Array
  /** Stops with the same value ≥ 0 stand in one building; none where it is absent. */
  building?: Int32Array
  /**
   * Stops with the same value ≥ 0 stand in one row: on one side of one street between two corners; none where it is
   * absent. `along` says in which order, in any unit; ties by index.
   */
  side?: Int32Array
  along?: Int32Array
  /**
   * Stops with the same value ≥ 0 stand behind one street door and share one walk; -1 = none. Where buildings have a
   * weight that holds them together, they share it only as long as no stop is left out and no walk too long for it.
   */
  streetDoor: Int32Array
  /**
   * Deciseconds of the service of a stop, on any walk, that are the entry of its street door. A walk pays them for the
   * first of its stops behind one door, its head counted, and is spared them for every other; where stops behind one
   * door differ, it is spared the least of them. None where it is absent.
   */
  entry?: Int32Array
  /** 1 = what stands behind the street door of this stop may be shared out between walks; none where it is absent. */
  divisible?: Uint8Array
  walkers: Walker[]
}

export interface Walker {
  /** Location, or -1: anywhere (free). */
  start: number
  /** Location, or -1: the walk is open. */
  end: number
  budget: Deciseconds
  /** Door limit; Number.MAX_SAFE_INTEGER = none. */
  doors: number
  /** Stops this walker does not take (1 = forbidden), or null. Share one array between walkers with the same rule. */
  forbidden: Uint8Array | null
  /**
   * Own service times, or null for those of the problem: two who knock at different doors are done sooner. Share one
   * array between walkers with the same times.
   */
  service: Int32Array | null
  /** Stops already walked, in order, kept as the beginning of the route; walked in the direction that is shorter. */
  head: number[]
}

export interface SolverRoute {
  stops: number[]
  /** Same length: true where the stop is walked from `last` to `first`. */
  reversed: boolean[]
  /** Walking + service. 0 for an empty route: who has no stop stays at home. */
  duration: Deciseconds
  walking: Deciseconds
  prize: number
  doors: number
}

export type StoppedBy = 'iterations' | 'deadline' | 'no_improvement' | 'aborted'

export interface Solution {
  /** One per walker, in the order of `walkers`; may be empty. */
  routes: SolverRoute[]
  /** Ascending. */
  unserved: number[]
  prize: number
  walking: Deciseconds
  iterations: number
  stoppedBy: StoppedBy
}

export interface SolveOptions {
  seed: number
  /** Default: a budget that depends on the number of stops only. */
  iterations?: number
  /** Milliseconds on the clock of `now`; a cap on top of the iterations. */
  deadline?: number
  now?: () => number
  /**
   * What the cooling follows. `iterations` (default): a share of the iterations, so that the answer depends on the seed
   * alone. `clock`: the time left until `deadline`; the best use of a time limit, but not repeatable. `cap`: the
   * iterations, unless the first of them show that the deadline will cut them short; then the clock.
   */
  pace?: 'iterations' | 'clock' | 'cap'
  /** Stop after so many iterations without a better solution. */
  noImprovement?: number
  signal?: AbortSignal
  onProgress?: (progress: {
    iteration: number
    iterations: number
    prize: number
    walking: Deciseconds
  }) => void
  /** Solution to start from and, with a stability weight, to stay close to: stop lists per walker. */
  previous?: number[][]
  weights?: Partial<Weights>
}

/** Weights of walk quality, in prize points (1/100 door); all but `walking` default to none. Formulas in cost.ts. */
export interface Weights {
  /** λ: points lost per second of walking. Default: a mean prize for one mean budget of walking. */
  walking: number
  /**
   * Points per second of the mean use a walk makes of its time, u²/B. Not needed for even walks: where everything
   * fits, budgets are shrunk until max ÷ mean is about 1.06. 0 (unlike no value) switches that off.
   */
  balance: number
  /** Points per stop and metre from the middle of its walk (root mean square). 0.2 % of a mean prize is strong. */
  compactness: number
  /** Points lost for each stop of `previous` that is no longer on its walk, whether moved or dropped. */
  stability: number
  /** Points for each walk beyond the first that enters a block. */
  block: number
  /**
   * Points for each change of walk between served neighbours of one side of a street, beyond those that so many walks
   * need. Half a mean prize is strong.
   */
  side: number
  /**
   * Points for each visit to a building beyond the first, by the same walk or by another. A mean prize is strong. With
   * it, street doors are shared out where somebody would be left out for them.
   */
  building: number
}
