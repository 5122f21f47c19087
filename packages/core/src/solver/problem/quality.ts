/** Running sums behind the terms Q, R and S of cost.ts, and what a stop would add to them. */
import type { Objective } from './cost.ts'
import type { Problem, Weights } from './problem.ts'
import { LONGEST_BUDGET } from './problem.ts'

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
