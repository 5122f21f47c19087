/** Mean and variance of shares. */
import type { Result } from './groups.ts'

/** Of the shares; of none NaN. */
export function mean(results: readonly Result[], value = shareOf): number {
  return results.reduce((sum, result) => sum + value(result), 0) / results.length
}

/** Of a sample of two or more: divided by one less than their number. */
export function variance(results: readonly Result[]): number {
  const middle = mean(results)
  return results.reduce((sum, { share }) => sum + (share - middle) ** 2, 0) / (results.length - 1)
}

function shareOf({ share }: Result): number {
  return share
}
