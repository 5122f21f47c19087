/** When to stop: rules that compose; the first that holds names the reason. */
import type { SolveOptions, StoppedBy } from './problem.ts'

/** Iterations between two looks at the clock: at most a few milliseconds. */
const ITERATIONS_PER_LOOK = 32
/** Default budget: so many iterations, plus so many per stop. About a second up to 1,000 stops. */
const DEFAULT_ITERATIONS = 20_000
const DEFAULT_ITERATIONS_PER_STOP = 60

export function defaultIterations(stops: number): number {
  return DEFAULT_ITERATIONS + DEFAULT_ITERATIONS_PER_STOP * stops
}

export class Stop {
  readonly iterations: number
  reason: StoppedBy | null = null
  private readonly options: SolveOptions
  private readonly startedAt: number
  private lastImproved = 0

  constructor(stops: number, options: SolveOptions) {
    const followsClock = options.pace === 'clock' && options.deadline !== undefined
    this.options = options
    this.iterations = options.iterations ?? (followsClock ? Infinity : defaultIterations(stops))
    this.startedAt = options.now?.() ?? 0
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
    if (signal?.aborted === true) this.reason = 'aborted'
    else if (deadline !== undefined && now !== undefined && now() >= deadline) this.reason = 'deadline'
    return this.reason !== null
  }

  /** How much of the search is over, 0 to 1: by iterations, or by the clock when that was asked for. */
  progress(iteration: number): number {
    const { pace, deadline, now } = this.options
    if (pace !== 'clock' || deadline === undefined || now === undefined) return iteration / this.iterations
    return Math.min(1, (now() - this.startedAt) / Math.max(1, deadline - this.startedAt))
  }
}
