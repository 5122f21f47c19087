/** Ranks, and how far they move when the weights of a formula do. */

/** By which part of itself each weight moves. */
export const WEIGHT_SHIFT = 0.2

/** In 1: scores that differ by less than one step are equal, as another machine may round otherwise. */
export const SCORE_STEPS = 1e9

/** 1 + how many are larger; equal values share a rank. Time O(n log n). */
export function ranksOf(values: readonly number[]): number[] {
  const rounded = values.map((value) => Math.round(value * SCORE_STEPS))
  const sorted = rounded.toSorted((a, b) => b - a)
  const first = new Map<number, number>()
  sorted.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1)
  })
  return rounded.map((value) => first.get(value)!)
}

/**
 * What each weight is multiplied by: every weight alone down and up, and all at their ends together (2^n). The first
 * row moves none.
 */
export function weightShifts(weights: number): number[][] {
  const none = Array.from({ length: weights }, () => 1)
  const ends = [1 - WEIGHT_SHIFT, 1 + WEIGHT_SHIFT]
  const alone = none.flatMap((_, at) => ends.map((end) => none.with(at, end)))
  const together = none.reduce<number[][]>(
    (rows) => rows.flatMap((row) => ends.map((end) => [...row, end])),
    [[]],
  )
  return [none, ...alone, ...together]
}

/**
 * x to the power of 0.8, 1 or 1.2 for x ≥ 0, by the fifth root. `Math.pow` may differ in the last digit between
 * machines.
 */
export function shiftedPower(value: number, shift: number): number {
  if (shift === 1 || value <= 0) return value
  return shift > 1 ? value * fifthRoot(value) : value / fifthRoot(value)
}

/** Newton's steps from above; each comes nearer until rounding stops it. */
function fifthRoot(value: number): number {
  let root = Math.max(1, value)
  for (let step = 0; step < FIFTH_ROOT_STEPS; step++) {
    const next = (4 * root + value / (root * root * root * root)) / 5
    if (next >= root) break
    root = next
  }
  return root
}

/** Enough from 1 down to the root of 1e-12, where a step is a fifth. */
const FIFTH_ROOT_STEPS = 60
