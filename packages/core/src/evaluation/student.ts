/** Student's t: the share of the distribution below a value, and the value below which a share lies. */

/** Halvings of the interval in which the quantile is looked for: beyond them a double holds no more. */
const HALVINGS = 80
/** Nothing that is asked for lies further out: at 1 degree of freedom 99.9 % lie below 319. */
const FURTHEST = 1_000

/**
 * Value below which `probability` of the distribution lies, to about 12 digits. Cost: O(degrees).
 *
 * @param probability  0.5 to 0.999
 * @param degrees  of freedom, a whole number ≥ 1
 */
export function studentQuantile(probability: number, degrees: number): number {
  let low = 0
  let high = FURTHEST
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (studentBelow(middle, degrees) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * Share of the distribution below `value` ≥ 0. The finite sums of Abramowitz & Stegun, Handbook of Mathematical
 * Functions (1964), 26.7.3 for odd and 26.7.4 for even degrees: both are exact.
 *
 * @param degrees  of freedom, a whole number ≥ 1
 */
export function studentBelow(value: number, degrees: number): number {
  const angle = Math.atan(value / Math.sqrt(degrees))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = degrees % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = degrees === 1 ? 0 : term
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= (cosine * cosine * (power - 1)) / power
    sum += term
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
  return (1 + within) / 2
}
