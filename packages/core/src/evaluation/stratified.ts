/** The effect by strata in which several units were held out. */
import type { Difference } from './estimate.ts'
import type { Group } from './groups.ts'
import { mean, variance } from './mean.ts'

/** On each side, so that its scatter is seen. */
const FEWEST_ON_A_SIDE = 2

/** A stratum in which the scatter of both sides is seen. */
export function isBroadEnough({ heldOut, canvassed }: Group): boolean {
  return heldOut.length >= FEWEST_ON_A_SIDE && canvassed.length >= FEWEST_ON_A_SIDE
}

/**
 * Mean of the differences within the strata, each weighing as many units as it has, with Neyman's variance s² ÷ n of
 * both sides.
 *
 * Sources: Imbens & Rubin, Causal Inference (2015), chapter 9, doi:10.1017/CBO9781139025751; degrees of freedom after
 * Satterthwaite, "An approximate distribution of estimates of variance components", Biometrics Bulletin 2(6), 1946,
 * doi:10.2307/3002019, rounded down.
 *
 * @param groups  broad enough, at least one
 */
export function stratifiedDifference(groups: readonly Group[]): Difference {
  const all = groups.reduce((sum, { heldOut, canvassed }) => sum + heldOut.length + canvassed.length, 0)
  let points = 0
  let squared = 0
  let spread = 0
  for (const { heldOut, canvassed } of groups) {
    const weight = (heldOut.length + canvassed.length) / all
    points += weight * (mean(canvassed) - mean(heldOut))
    for (const side of [heldOut, canvassed]) {
      const part = (weight ** 2 * variance(side)) / side.length
      squared += part
      spread += part ** 2 / (side.length - 1)
    }
  }
  const degrees = spread === 0 ? all - 2 * groups.length : Math.max(1, Math.floor(squared ** 2 / spread))
  return { points, standardError: Math.sqrt(squared), degrees }
}
