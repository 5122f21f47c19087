/** Whole numbers from shares, so that totals stay. */
import { compareStrings } from './compare-strings.ts'

/**
 * Whole numbers that keep the total of the values, each raised to its `least`, by largest remainder.
 * Ties go by key, so that the order of the input does not matter.
 */
export function wholeShares(items: { key: string; value: number; least: number }[]): Map<string, number> {
  const raised = items.map(({ key, value, least }) => ({ key, value: Math.max(value, least) }))
  const shares = raised.map(({ key, value }) => ({
    key,
    whole: Math.floor(value),
    rest: value - Math.floor(value),
  }))
  const total = Math.round(raised.reduce((sum, { value }) => sum + value, 0))
  let missing = total - shares.reduce((sum, { whole }) => sum + whole, 0)
  for (const share of shares.sort((a, b) => b.rest - a.rest || compareStrings(a.key, b.key))) {
    if (missing-- <= 0) break
    share.whole++
  }
  return new Map(shares.map(({ key, whole }) => [key, whole]))
}
