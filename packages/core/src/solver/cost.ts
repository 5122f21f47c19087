/**
 * The objective, and nothing else knows it. The search minimises one integer:
 *
 *     cost = Σ_k W·t_k − Σ_k Σ_i g_i·y_ik
 *
 * t_k walking of walk k in deciseconds, y_ik = 1 where walk k serves stop i, W units per decisecond of walking,
 * g_i what stop i is worth in the same units; g_i / W = p_i · 10 / λ with the prize p_i (1/100 door) and λ prize points
 * per second of walking. A mandatory stop is worth more than all optional stops and any detour together.
 * Subject to: walking + service of walk k ≤ B_k, its doors ≤ D_k. All terms are integers below 2⁵³, so that a delta is
 * exactly the difference of two full computations.
 */
import type { Problem, Weights } from './problem.ts'
import { LONGEST_BUDGET } from './problem.ts'

/** Units of cost per decisecond of walking; leaves room for terms finer than a decisecond. */
const UNITS_PER_DECISECOND = 16
/** λ by default: so many mean budgets of walking weigh as much as one mean prize. Small enough to be a tie-break. */
const BUDGETS_PER_MEAN_PRIZE = 5
/** Bound of Σ g_i over optional stops, far enough below 2⁵³ for mandatory stops to be above it. */
const MOST_OPTIONAL_GAIN = 1e11
/** A mandatory stop outweighs this many of the longest there-and-back walks. */
const MANDATORY_DETOURS = 10

export interface Objective {
  /** W: units per decisecond of walking. */
  walking: number
  /** g_i: units per stop, integers. */
  gain: Float64Array
  /** Mean gain of optional stops with a prize; 0 when there are none. */
  meanGain: number
}

/**
 * @param servable  stops that some walker can serve; all others gain nothing
 * @param longest   longest there-and-back walk from a start to a stop and to the end, deciseconds
 */
export function objectiveOf(
  problem: Problem,
  weights: Partial<Weights>,
  { servable, longest }: { servable: number[]; longest: number },
): Objective {
  const n = problem.prize.length
  let total = 0
  let priced = 0
  for (const i of servable) {
    if (problem.mandatory[i] === 1 || problem.prize[i]! <= 0) continue
    total += problem.prize[i]!
    priced++
  }
  const mean = priced === 0 ? 1 : total / priced
  const lambda = weights.walking ?? (10 * mean) / (BUDGETS_PER_MEAN_PRIZE * meanBudget(problem))
  const walking = lambda === 0 ? 0 : UNITS_PER_DECISECOND
  const wanted = lambda === 0 ? UNITS_PER_DECISECOND : (10 * UNITS_PER_DECISECOND) / lambda
  const perPoint = Math.min(wanted, MOST_OPTIONAL_GAIN / Math.max(1, total))
  const gain = new Float64Array(n)
  let optionalGain = 0
  for (const i of servable) {
    gain[i] = Math.round(Math.max(0, problem.prize[i]!) * perPoint)
    if (problem.mandatory[i] !== 1) optionalGain += gain[i]
  }
  const mandatory = optionalGain + MANDATORY_DETOURS * UNITS_PER_DECISECOND * longest + 1
  for (let i = 0; i < n; i++) if (problem.mandatory[i] === 1) gain[i] = mandatory
  return { walking, gain, meanGain: priced === 0 ? 0 : optionalGain / priced }
}

/** Deciseconds, at least 1. */
function meanBudget({ walkers }: Problem): number {
  const sum = walkers.reduce(
    (total, walker) => total + Math.max(0, Math.min(walker.budget, LONGEST_BUDGET)),
    0,
  )
  return Math.max(1, sum / Math.max(1, walkers.length))
}
