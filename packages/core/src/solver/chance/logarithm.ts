/** −ln(u) as a table made of + − × ÷ only: Math.log may differ in the last bit between engines, these may not. */

const TABLE_BITS = 12
const TABLE_SIZE = 1 << TABLE_BITS
export const TABLE_MASK = TABLE_SIZE - 1
/** Terms of the series below; the 30th is under 2⁻⁵³ for 1 ≤ m < 2. */
const SERIES_TERMS = 30

/** ln of a positive number: m · 2ᵉ, ln m = 2·artanh((m−1)/(m+1)). */
function exactLog(value: number): number {
  let m = value
  let e = 0
  while (m >= 2) {
    m /= 2
    e++
  }
  while (m < 1) {
    m *= 2
    e--
  }
  return e * LN_2 + seriesLog(m)
}

function seriesLog(m: number): number {
  const z = (m - 1) / (m + 1)
  let power = z
  let sum = 0
  for (let k = 0; k < SERIES_TERMS; k++) {
    sum += power / (2 * k + 1)
    power *= z * z
  }
  return 2 * sum
}

const LN_2 = seriesLog(2)

/** −ln((i + ½) / 4096): index with `word & TABLE_MASK` for an exponential variate of mean 1. */
export const MINUS_LOG: Float64Array = Float64Array.from(
  { length: TABLE_SIZE },
  (_, i) => -exactLog((i + 0.5) / TABLE_SIZE),
)
