/** Simulated annealing without Math: what is accepted depends on table look-ups, products and square roots only. */
import { MINUS_LOG, TABLE_MASK } from './logarithm.ts'
import type { Random } from './random.ts'

/** The temperature falls in 2¹⁰ equal ratios. */
const COOLING_BITS = 10
const COOLING_STEPS = 1 << COOLING_BITS

/** A worse solution is accepted when it is worse by less than T · −ln(u), u uniform in (0, 1). */
export class Annealing {
  private readonly random: Random
  private readonly ladder: Float64Array
  private temperature: number

  /** Cools from `hot` to `cold` units of cost, both above 0. */
  constructor(random: Random, { hot, cold }: { hot: number; cold: number }) {
    this.random = random
    let ratio = cold / hot
    for (let bit = 0; bit < COOLING_BITS; bit++) ratio = Math.sqrt(ratio)
    this.ladder = new Float64Array(COOLING_STEPS + 1)
    let t = hot
    for (let step = 0; step <= COOLING_STEPS; step++) {
      this.ladder[step] = t
      t *= ratio
    }
    this.temperature = hot
  }

  /** `progress` from 0 (hot) to 1 (cold). */
  cool(progress: number): void {
    this.temperature = this.ladder[Math.floor(Math.min(1, Math.max(0, progress)) * COOLING_STEPS)]!
  }

  /** Draws how much worse the next solution may be, > 0. */
  allowance(): number {
    return this.temperature * MINUS_LOG[this.random.word() & TABLE_MASK]!
  }
}
