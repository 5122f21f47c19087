/** Public benchmark instances as solver problems: what is common to all formats. */
import { VisibleError } from '@doorwalk/core/error'
import type { DurationFunction, Problem, Walker, Weights } from '@doorwalk/core/solver/problem/problem'

/** Up to so many locations a matrix is built; above, distances are computed when asked for. */
const MATRIX_LOCATIONS = 2_000
/** Scaled durations and budgets stay below this; see LONGEST_BUDGET of the solver. */
const SCALED_LIMIT = 100_000_000
/** No finer than a millionth: the tolerance of the published lengths. */
const FINEST_SCALE = 1_000_000

export interface Instance {
  name: string
  problem: Problem
  weights: Partial<Weights>
  /** Number of each stop in the file; the depot, or the first point, is 0. */
  customer: Int32Array
  /**
   * Recomputes the objective from the file's own numbers, for routes of customer numbers in walker order.
   * @throws Error naming the broken rule: unknown or doubled customer, capacity, length, missing customer
   */
  evaluate(routes: number[][]): number
}

export interface Point {
  x: number
  y: number
}

export function euclidean(a: Point, b: Point): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  return Math.sqrt(dx * dx + dy * dy)
}

/** Largest power of ten, at most 10⁶, that keeps the largest length below the solver's bound. */
export function scaleFor(largest: number): number {
  let scale = FINEST_SCALE
  while (scale > 1 && largest * scale > SCALED_LIMIT) scale /= 10
  return scale
}

/** Rounded up, so that a walk within its scaled budget is within its real one; a hair below a whole number is whole. */
export function scaledUp(length: number, scale: number): number {
  const scaled = length * scale
  const nearest = Math.round(scaled)
  return Math.abs(scaled - nearest) < 1e-7 * Math.max(1, scaled / SCALED_LIMIT) ? nearest : Math.ceil(scaled)
}

export function durationsFor(locations: number, duration: DurationFunction): Int32Array | DurationFunction {
  if (locations > MATRIX_LOCATIONS) return duration
  const cells = new Int32Array(locations * locations)
  for (let from = 0; from < locations; from++)
    for (let to = 0; to < locations; to++) cells[from * locations + to] = duration(from, to)
  return cells
}

export interface PlainStops {
  points: Point[]
  /** Location of each stop. */
  at: number[]
  service: number[]
  prize: number[]
  doors: number[]
  mandatory: boolean
  durations: Int32Array | DurationFunction
  walkers: Walker[]
  /** Points are metres already; otherwise they are spread over a grid fine enough to tell them apart. */
  isMetres?: boolean
}

/** A problem whose stops are single points without blocks or street doors. */
export function plainProblem(stops: PlainStops): Problem {
  const n = stops.at.length
  const at = Int32Array.from(stops.at)
  const grid = stops.isMetres === true ? 1 : planarGrid(stops.points)
  return {
    locations: stops.points.length,
    durations: stops.durations,
    x: Int32Array.from(stops.points, (p) => Math.round(p.x * grid)),
    y: Int32Array.from(stops.points, (p) => Math.round(p.y * grid)),
    first: at,
    last: at.slice(),
    service: Int32Array.from(stops.service),
    prize: Int32Array.from(stops.prize),
    doors: Int32Array.from(stops.doors),
    mandatory: new Uint8Array(n).fill(stops.mandatory ? 1 : 0),
    block: new Int32Array(n).fill(-1),
    streetDoor: new Int32Array(n).fill(-1),
    walkers: stops.walkers,
  }
}

function planarGrid(points: Point[]): number {
  const extent = points.reduce((largest, p) => Math.max(largest, Math.abs(p.x), Math.abs(p.y)), 1)
  return 10_000_000 / extent
}

export function malformed(detail: string): VisibleError {
  return new VisibleError('input', 'solve.format', `the instance file cannot be read: ${detail}`)
}

/** Customers must be known and come once. */
export function assertOnce(routes: number[][], known: (customer: number) => boolean): void {
  const seen = new Set<number>()
  for (const customer of routes.flat()) {
    if (!known(customer)) throw new Error(`customer ${customer} is not in the file`)
    if (seen.has(customer)) throw new Error(`customer ${customer} is served twice`)
    seen.add(customer)
  }
}
