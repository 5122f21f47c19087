/** The effect by groups in which one unit was held out: pairs, or one against its neighbours. */
import type { Difference } from './estimate.ts'
import type { Group } from './groups.ts'
import { mean } from './mean.ts'

/** Below them the scatter between groups says nothing. */
export const FEWEST_PAIRS = 3

/** There are enough groups, and none has half of all units: its scatter would be nobody else's. */
export function areEnough(groups: readonly Group[]): boolean {
  const sizes = groups.map(sizeOf)
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return groups.length >= FEWEST_PAIRS && sizes.every((size) => 2 * size < all)
}

function sizeOf({ heldOut, canvassed }: Group): number {
  return heldOut.length + canvassed.length
}

/** A group whose difference is known: it has a result for the one held out and for one other at least. */
export function isWhole({ heldOut, canvassed }: Group): boolean {
  return heldOut.length > 0 && canvassed.length > 0
}

/**
 * Mean of the differences within the groups, each weighing as many units as it has; the standard error is that of the
 * scatter between them, and so rather too large than too small where the effect is not the same everywhere.
 *
 * Sources: Imai, King & Nall, "The essential role of pair matching in cluster-randomized experiments", Statistical
 * Science 24(1), 2009, doi:10.1214/08-STS274; for groups of unequal size Pashley & Miratrix, "Insights on variance
 * estimation for blocked and matched pairs designs", Journal of Educational and Behavioral Statistics 46(3), 2021,
 * doi:10.3102/1076998620946272: with the weight w of each,
 * Σ w² ÷ (1 − 2w) × (difference − mean)² ÷ (1 + Σ w² ÷ (1 − 2w)).
 *
 * @param groups  whole ones that {@link areEnough}
 */
export function pairedDifference(groups: readonly Group[]): Difference {
  const sizes = groups.map(sizeOf)
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const differences = groups.map(({ heldOut, canvassed }) => mean(canvassed) - mean(heldOut))
  const points = differences.reduce((sum, difference, at) => sum + (difference * sizes[at]!) / all, 0)
  let scatter = 0
  let correction = 1
  differences.forEach((difference, at) => {
    const weight = sizes[at]! / all
    const factor = weight ** 2 / (1 - 2 * weight)
    scatter += factor * (difference - points) ** 2
    correction += factor
  })
  return { points, standardError: Math.sqrt(scatter / correction), degrees: groups.length - 1 }
}
