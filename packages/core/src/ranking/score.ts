/** The arithmetic of a score: parts standardised, weighed, and put together. */
import type { Formula, FormulaPart } from './formula.ts'
import { shiftedPower } from './ranks.ts'

/** How one part is spread over the ranked areas, each area counting once. */
export interface Measure {
  mean: number
  /** Of the areas as a whole (divided by their number). */
  deviation: number
  smallest: number
  largest: number
}

export function measured(values: readonly number[]): Measure {
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0)
  const mean = sum(values) / values.length
  return {
    mean,
    deviation: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length),
    smallest: values.reduce((a, b) => Math.min(a, b)),
    largest: values.reduce((a, b) => Math.max(a, b)),
  }
}

/** What is weighed of a value; 0 where every area has the same. */
export function standardisedBy(
  value: number,
  { part, measure, formula }: { part: FormulaPart; measure: Measure; formula: Formula },
): number {
  const { mean, deviation, smallest, largest } = measure
  if (formula.standardisation === 'none') return part.scaled?.(value) ?? value
  if (smallest === largest) return 0
  return formula.standardisation === 'z'
    ? (value - mean) / deviation
    : (100 * (value - smallest)) / (largest - smallest)
}

/** @param shift  what each weight is multiplied by; default: 1 */
export function scoreOf(
  parts: readonly number[],
  { formula, shift }: { formula: Formula; shift?: readonly number[] },
): number {
  const moved = (at: number) => shift?.[at] ?? 1
  if (formula.kind === 'product')
    return 100 * parts.reduce((product, part, at) => product * shiftedPower(part / 100, moved(at)), 1)
  return parts.reduce((sum, part, at) => sum + formula.parts[at]!.weight * moved(at) * part, 0)
}
