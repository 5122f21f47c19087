/**
 * The objective, and nothing else knows it. The search minimises one integer:
 *
 *     cost = Σ_k W·t_k − Σ_k Σ_i g_i·y_ik + Σ_k Q_k + Σ_b R_b + Σ_i S_i
 *
 * t_k walking of walk k in deciseconds, y_ik = 1 where walk k serves stop i, W units per decisecond of walking,
 * g_i what stop i is worth in the same units; g_i / W = p_i · 10 / λ with the prize p_i (1/100 door) and λ prize points
 * per second of walking. A key target is worth more than all optional stops, any detour and any quality together, so
 * that first the most key targets are served, then the most prize, then the least is walked; a mandatory stop is worth
 * more than all of these.
 * Subject to: walking + service of walk k ≤ B_k, its doors ≤ D_k.
 *
 * Walk quality, in prize points and 0 unless weighted:
 *     Q_k = compactness · n_k·r_k + balance · u_k² / B_k   n_k stops, r_k metres from their middle (root mean square),
 *                                                          u_k walking + service in seconds, B_k in seconds
 *     R_b = block · (walks that serve block b − 1)         0 for a block nobody serves
 *     S_i = −stability where stop i is on the walk it was on before: dropping it costs as much as moving it. In
 *           the code such a stop gains that much more on every walk and costs that much on every other, so that no
 *           term is below 0.
 *
 * Each term is rounded to an integer below 2⁵³, so that a delta is exactly the difference of two full computations.
 */
import type { Problem, Weights } from './problem.ts'
import { LONGEST_BUDGET } from './problem.ts'

/** Units of cost per decisecond of walking; leaves room for terms finer than a decisecond. */
const UNITS_PER_DECISECOND = 16
/** λ by default: so many mean budgets of walking weigh as much as one mean prize. Mostly a tie-break. */
const BUDGETS_PER_MEAN_PRIZE = 1
/** λ = 0 means as good as nothing, so that of two equal places the nearer one is still taken. */
const LEAST_LAMBDA = 1e-9
/** Bound of Σ g_i over optional stops, far enough below 2⁵³ for mandatory stops to be above it. */
const MOST_OPTIONAL_GAIN = 1e11
/** Bound of Σ g_i where there are key targets: the last bits below 2⁵³ are for what is added on the way. */
const MOST_GAIN = 2 ** 52
/** A mandatory stop outweighs this many of the longest there-and-back walks. */
const MANDATORY_DETOURS = 10

export interface Objective {
  /** W: units per decisecond of walking. */
  walking: number
  /** g_i: units per stop, integers. */
  gain: Float64Array
  /** Of that, what is gained for the prize of an optional stop, and for staying on its walk. */
  prizeGain: Float64Array
  /** Units per prize point. */
  perPoint: number
  /** Mean gain of optional stops with a prize; 0 when there are none. */
  meanGain: number
}

interface ObjectiveInput {
  /** Stops that some walker can serve; all others gain nothing. */
  servable: number[]
  /** Longest there-and-back walk from a start to a stop and to the end, deciseconds. */
  longest: number
  /** Per stop, the walk it was on; -1: none. */
  previousWalk: Int32Array
}

export function objectiveOf(
  problem: Problem,
  weights: Partial<Weights>,
  { servable, longest, previousWalk }: ObjectiveInput,
): Objective {
  const n = problem.prize.length
  const { keys } = problem
  let total = 0
  let priced = 0
  let keyTargets = 0
  let mandatoryStops = 0
  for (const i of servable) {
    if (problem.mandatory[i] === 1) mandatoryStops++
    else keyTargets += keys?.[i] ?? 0
    if (problem.mandatory[i] === 1 || problem.prize[i]! <= 0) continue
    total += problem.prize[i]!
    priced++
  }
  const mean = priced === 0 ? 1 : total / priced
  const lambda = weights.walking ?? (10 * mean) / (BUDGETS_PER_MEAN_PRIZE * meanBudget(problem))
  const walking = UNITS_PER_DECISECOND
  const wanted = (10 * walking) / Math.max(lambda, LEAST_LAMBDA)
  // What one key target may be worth.
  const most = MOST_GAIN / (keyTargets + 1) / (mandatoryStops + 1)
  const mostOptional = keyTargets === 0 ? MOST_OPTIONAL_GAIN : Math.min(MOST_OPTIONAL_GAIN, most / 4)
  const perPoint = Math.min(wanted, mostOptional / Math.max(1, total))
  const staying = Math.round((weights.stability ?? 0) * perPoint)
  const gain = new Float64Array(n)
  let optionalGain = 0
  let bonus = 0
  for (const i of servable) {
    // However small beside the others, a prize is worth something.
    if (problem.prize[i]! > 0) gain[i] = Math.max(1, Math.round(problem.prize[i]! * perPoint))
    if (problem.mandatory[i] === 1) continue
    optionalGain += gain[i]!
    if (previousWalk[i]! < 0 || gain[i] === 0) continue
    gain[i]! += staying
    bonus += staying
  }
  const prizeGain = gain.map((each, i) => (problem.mandatory[i] === 1 ? 0 : each))
  let above = optionalGain + bonus
  if (keys !== undefined && keyTargets > 0) {
    const key = Math.floor(
      Math.min(most, above + 1 + detours(problem) + qualities(problem, weights, perPoint)),
    )
    for (const i of servable) gain[i]! += keys[i]! * key
    above += keyTargets * key
  }
  const mandatory = above + MANDATORY_DETOURS * UNITS_PER_DECISECOND * longest + 1
  for (let i = 0; i < n; i++) if (problem.mandatory[i] === 1) gain[i] = mandatory
  return { walking, gain, prizeGain, perPoint, meanGain: priced === 0 ? 0 : optionalGain / priced }
}

/** Units: all walking that the budgets allow. */
function detours({ walkers }: Problem): number {
  return walkers.reduce(
    (sum, { budget }) => sum + UNITS_PER_DECISECOND * Math.max(0, Math.min(budget, LONGEST_BUDGET)),
    0,
  )
}

/** Units: more than the terms of quality can come to; those for staying are among the gains. */
function qualities(problem: Problem, weights: Partial<Weights>, perPoint: number): number {
  const { compactness = 0, balance = 0, block = 0, stability = 0 } = weights
  const n = problem.first.length
  const across = extent(problem.x) + extent(problem.y)
  const perStop = compactness * across + block + stability + 1
  const seconds = detours(problem) / UNITS_PER_DECISECOND / 10
  return Math.ceil(perPoint * (n * perStop + balance * seconds))
}

function extent(values: Int32Array): number {
  if (values.length === 0) return 0
  return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b))
}

/** Makes every stop worth more than any detour: from now on all must stay served. Changes the objective in place. */
export function insistOnAll(objective: Objective, longest: number): void {
  const most = objective.prizeGain.reduce((a, b) => Math.max(a, b), 0)
  objective.gain.fill(most + MANDATORY_DETOURS * objective.walking * longest + 1)
}

/** Deciseconds, at least 1. */
function meanBudget({ walkers }: Problem): number {
  const sum = walkers.reduce(
    (total, walker) => total + Math.max(0, Math.min(walker.budget, LONGEST_BUDGET)),
    0,
  )
  return Math.max(1, sum / Math.max(1, walkers.length))
}

/** What the quality terms need to know beside the problem. */
interface QualityInput {
  problem: Problem
  objective: Objective
  weights: Partial<Weights>
  /** Per stop, the walk it was on before; -1 = none. */
  previousWalk: Int32Array
}

/** A stop is put into a walk (1) or taken out (-1), which then lasts `used` deciseconds. */
interface WalkChange {
  walk: number
  sign: 1 | -1
  used: number
}

/** Running sums behind Q, R and S. Putting a stop in never lowers them, which the bounds of recreate.ts rely on. */
export class Quality {
  private readonly compactness: number
  private readonly balance: number
  private readonly block: number
  private readonly stability: number
  private readonly previousWalk: Int32Array
  /** Per stop, metres from the middle of all stops, whole, so that the sums below are exact. */
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly budget: Float64Array
  private readonly blockOf: Int32Array
  private readonly walkers: number
  /** Per walk: stops, Σx, Σy, Σ(x² + y²), and the two terms of Q as they stand. */
  private readonly stops: Int32Array
  private readonly sumX: Float64Array
  private readonly sumY: Float64Array
  private readonly sumSquares: Float64Array
  private readonly spread: Float64Array
  private readonly load: Float64Array
  /** Stops of each block on each walk, and walks per block. */
  private readonly blockStops: Int32Array
  private readonly blockWalks: Int32Array

  constructor({ problem, objective, weights, previousWalk }: QualityInput) {
    const points = (weight: number | undefined): number => (weight ?? 0) * objective.perPoint
    this.compactness = points(weights.compactness)
    this.balance = points(weights.balance)
    this.block = Math.round(points(weights.block))
    this.stability = Math.round(points(weights.stability))
    this.previousWalk = previousWalk
    this.x = centred(problem.x, problem.first)
    this.y = centred(problem.y, problem.first)
    this.walkers = problem.walkers.length
    this.budget = Float64Array.from(problem.walkers, (walker) =>
      Math.max(1, Math.min(walker.budget, LONGEST_BUDGET)),
    )
    this.stops = new Int32Array(this.walkers)
    this.sumX = new Float64Array(this.walkers)
    this.sumY = new Float64Array(this.walkers)
    this.sumSquares = new Float64Array(this.walkers)
    this.spread = new Float64Array(this.walkers)
    this.load = new Float64Array(this.walkers)
    const blocks = new Map<number, number>()
    this.blockOf = problem.block.map((block) => {
      if (block < 0 || this.block === 0) return -1
      if (!blocks.has(block)) blocks.set(block, blocks.size)
      return blocks.get(block)!
    })
    this.blockStops = new Int32Array(blocks.size * this.walkers)
    this.blockWalks = new Int32Array(blocks.size)
  }

  /** What the terms would rise by if a walk took one more stop; the change of its length is left out. */
  rise(stop: number, walk: number): number {
    let rise = this.previousWalk[stop]! >= 0 && this.previousWalk[stop] !== walk ? this.stability : 0
    if (this.compactness > 0) rise += this.spreadWith(walk, stop, 1) - this.spread[walk]!
    const block = this.blockOf[stop]!
    const isNew =
      block >= 0 && this.blockWalks[block]! > 0 && this.blockStops[block * this.walkers + walk] === 0
    return isNew ? rise + this.block : rise
  }

  /** A stop came (`sign` 1) or went (-1) and the walk now lasts `used` deciseconds; returns the change in units. */
  changed(stop: number, { walk, sign, used }: WalkChange): number {
    let change = this.previousWalk[stop]! >= 0 && this.previousWalk[stop] !== walk ? sign * this.stability : 0
    if (this.compactness > 0) {
      const spread = this.spreadWith(walk, stop, sign)
      change += spread - this.spread[walk]!
      this.spread[walk] = spread
      this.stops[walk]! += sign
      this.sumX[walk]! += sign * this.x[stop]!
      this.sumY[walk]! += sign * this.y[stop]!
      this.sumSquares[walk]! += sign * this.square(stop)
    }
    return change + this.lasts(walk, used) + this.blockChange(stop, walk, sign)
  }

  /** A walk now lasts `used` deciseconds; returns the change in units. */
  lasts(walk: number, used: number): number {
    const load = Math.round((this.balance * used * used) / this.budget[walk]! / 10)
    const change = load - this.load[walk]!
    this.load[walk] = load
    return change
  }

  private blockChange(stop: number, walk: number, sign: 1 | -1): number {
    const block = this.blockOf[stop]!
    if (block < 0) return 0
    const at = block * this.walkers + walk
    const before = this.blockWalks[block]!
    if (sign === 1 && this.blockStops[at] === 0) this.blockWalks[block]!++
    this.blockStops[at]! += sign
    if (sign === -1 && this.blockStops[at] === 0) this.blockWalks[block]!--
    return this.block * (Math.max(0, this.blockWalks[block]! - 1) - Math.max(0, before - 1))
  }

  /** compactness · n·r of a walk with one stop more or less; n·r = √(n · Σ squared distances from the middle). */
  private spreadWith(walk: number, stop: number, sign: 1 | -1): number {
    const n = this.stops[walk]! + sign
    if (n < 2) return 0
    const x = this.sumX[walk]! + sign * this.x[stop]!
    const y = this.sumY[walk]! + sign * this.y[stop]!
    const squares = this.sumSquares[walk]! + sign * this.square(stop)
    return Math.round(this.compactness * Math.sqrt(Math.max(0, n * squares - x * x - y * y)))
  }

  private square(stop: number): number {
    return this.x[stop]! * this.x[stop]! + this.y[stop]! * this.y[stop]!
  }
}

function centred(values: Int32Array, at: Int32Array): Float64Array {
  const mean = Math.round(at.reduce((sum, location) => sum + values[location]!, 0) / Math.max(1, at.length))
  return Float64Array.from(at, (location) => values[location]! - mean)
}
