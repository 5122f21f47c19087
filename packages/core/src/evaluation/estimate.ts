/** A difference with its interval, and the smallest effect that a design of this precision shows. */
import { studentQuantile } from './student.ts'

/** Share of all draws whose interval holds the effect. */
const CONFIDENCE = 0.95
/** Share of all draws in which an effect of the smallest size that is told would have been told from none. */
const POWER = 0.8

/** In points of the share: canvassed less held out. */
export interface Difference {
  points: number
  standardError: number
  /** Degrees of freedom: a whole number ≥ 1. */
  degrees: number
}

/** Both ends of the interval. */
export function intervalOf({ points, standardError, degrees }: Difference): [low: number, high: number] {
  const reach = studentQuantile((1 + CONFIDENCE) / 2, degrees) * standardError
  return [points - reach, points + reach]
}

/**
 * (t at 97.5 % + t at 80 %) × standard error. Source: Bloom, "Minimum detectable effects", Evaluation Review 19(5),
 * 1995, doi:10.1177/0193841X9501900504.
 */
export function smallestEffect({ standardError, degrees }: Difference): number {
  return (studentQuantile((1 + CONFIDENCE) / 2, degrees) + studentQuantile(POWER, degrees)) * standardError
}
