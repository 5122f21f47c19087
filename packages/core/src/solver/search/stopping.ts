/** The stopping criterion: rules that compose; the first that holds names the reason. */
import type { SolveOptions, StoppedBy } from '../problem/problem.ts'

/** Iterations between two looks at the clock: at most some ten milliseconds, and a clock that costs 10 µs costs 1 %. */
const ITERATIONS_PER_LOOK = 256
/**
 * Default budget: so many iterations, plus so many per stop. Under a second up to 1,000 stops. Where time is scarce a
 * third more would bring a thousandth of the prize; where it may suffice for all stops they make the walks even.
 */
const DEFAULT_ITERATIONS = { scarce: 12_000, ample: 20_000 }
const DEFAULT_ITERATIONS_PER_STOP = { scarce: 50, ample: 60 }

/** Whether the time of all walks may suffice for all stops, or they must be served anyhow. */
export type Time = keyof typeof DEFAULT_ITERATIONS

/** `pace: 'cap'` judges the machine's speed after this share of the iterations … */
const PROBE_SHARE = 0.02
/** … and follows the clock when the rest would need more than this share of the time. */
const TIGHT_SHARE = 0.9
/**
 * Iterations that a millisecond is taken for where only the clock ends the search. Not measured: the first iterations
 * are many times slower than the rest, because the engine still compiles.
 */
const ITERATIONS_PER_MS = 100

function defaultIterations(stops: number, time: Time): number {
  return DEFAULT_ITERATIONS[time] + DEFAULT_ITERATIONS_PER_STOP[time] * stops
}

export class StoppingCriterion {
  readonly iterations: number
  reason: StoppedBy | null = null
  private readonly options: SolveOptions
  private readonly startedAt: number
  private lastImproved = 0
  private followsClock: boolean
  private isJudged: boolean
  /** When the clock was last looked at. */
  private lookedAt: number

  constructor(stops: number, options: SolveOptions, time: Time = 'ample') {
    this.followsClock = options.pace === 'clock' && options.deadline !== undefined
    this.isJudged = options.pace !== 'cap' || options.deadline === undefined
    this.options = options
    this.iterations = options.iterations ?? (this.followsClock ? Infinity : defaultIterations(stops, time))
    this.startedAt = options.now?.() ?? 0
    this.lookedAt = this.startedAt
  }

  /** About how many iterations there will be. */
  get expected(): number {
    const { deadline } = this.options
    if (Number.isFinite(this.iterations) || deadline === undefined) return this.iterations
    return Math.max(0, deadline - this.startedAt) * ITERATIONS_PER_MS
  }

  improved(iteration: number): void {
    this.lastImproved = iteration
  }

  /** True when the search must end before this iteration; `reason` then says why. */
  holds(iteration: number): boolean {
    if (iteration >= this.iterations) this.reason = 'iterations'
    else if (iteration - this.lastImproved >= (this.options.noImprovement ?? Infinity))
      this.reason = 'no_improvement'
    else if (iteration % ITERATIONS_PER_LOOK === 0) this.look()
    return this.reason !== null
  }

  /** Looks at the clock and the signal whatever the iteration. */
  look(): boolean {
    const { deadline, now, signal } = this.options
    if (deadline !== undefined && now !== undefined) this.lookedAt = now()
    if (signal?.aborted === true) this.reason = 'aborted'
    else if (deadline !== undefined && this.lookedAt >= deadline) this.reason = 'deadline'
    return this.reason !== null
  }

  /** How much of the search is over, 0 to 1: by iterations, or by the clock when that was asked for or is scarce. */
  progress(iteration: number): number {
    const { deadline, now } = this.options
    if (deadline === undefined || now === undefined) return iteration / this.iterations
    if (!this.isJudged && iteration >= this.iterations * PROBE_SHARE) this.judge(iteration, deadline)
    if (!this.followsClock) return iteration / this.iterations
    return Math.min(1, (this.lookedAt - this.startedAt) / Math.max(1, deadline - this.startedAt))
  }

  private judge(iteration: number, deadline: number): void {
    this.isJudged = true
    this.look()
    const needed = ((this.lookedAt - this.startedAt) / Math.max(1, iteration)) * this.iterations
    this.followsClock = needed > (deadline - this.startedAt) * TIGHT_SHARE
  }
}
