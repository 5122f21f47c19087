/**
 * The two shapes by which a rule sets in little by little: what is a little larger is never suddenly something else.
 */

/** 0 up to `from`, 1 from `to` on, a straight line between. */
export function ramp(value: number, { from, to }: { from: number; to: number }): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

/** A value between two others: `a` at 0, `b` at 1. */
export function mix(share: number, { a, b }: { a: number; b: number }): number {
  return (1 - share) * a + share * b
}

/**
 * 1 up to `full`, then falling as a power of value ÷ full, so that it falls by the same factor wherever the value
 * grows by the same factor: at twice `full` it is 2^-power.
 */
export function fading(value: number, { full, power }: { full: number; power: number }): number {
  return value <= full ? 1 : (full / value) ** power
}
