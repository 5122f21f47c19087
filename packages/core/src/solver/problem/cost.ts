/**
 * The objective, and nothing else knows it. The search minimises one integer:
 *
 *     cost = Σ_k W·t_k − Σ_k Σ_i g_i·y_ik + Σ_k Q_k + Σ_b R_b + Σ_i S_i + Σ_s T_s + Σ_h U_h
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
 *     T_s = side · (changes of walk between served neighbours of side s − (walks there − 1))
 *           0 where each walk has its houses together
 *     U_h = building · (runs of building h − 1)   a run: stops of h one after another on a walk
 *           0 where it is one visit
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
  const { compactness = 0, balance = 0, block = 0, stability = 0, side = 0, building = 0 } = weights
  const n = problem.first.length
  const across = extent(problem.x) + extent(problem.y)
  const perStop = compactness * across + block + stability + 2 * (side + building) + 1
  const seconds = detours(problem) / UNITS_PER_DECISECOND / 10
  return Math.ceil(perPoint * (n * perStop + balance * seconds))
}

function extent(values: Int32Array): number {
  if (values.length === 0) return 0
  return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b))
}

/**
 * Makes these stops worth more than any detour and any looks: from now on they must stay served. Changes the objective
 * in place.
 */
export function insistOn(
  stops: number[],
  objective: Objective,
  { longest, looks }: { longest: number; looks: number },
): void {
  const { prizeGain, gain, walking } = objective
  const most = prizeGain.reduce((a, b) => Math.max(a, b), 0)
  for (const stop of stops) gain[stop] = most + MANDATORY_DETOURS * walking * longest + looks + 1
}

/** Deciseconds, at least 1. */
function meanBudget({ walkers }: Problem): number {
  const sum = walkers.reduce(
    (total, walker) => total + Math.max(0, Math.min(walker.budget, LONGEST_BUDGET)),
    0,
  )
  return Math.max(1, sum / Math.max(1, walkers.length))
}
