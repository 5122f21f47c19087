/** The effect by regression on the last results, which knows nothing of pairs and strata: a check on the difference. */
import type { Difference } from './estimate.ts'

/** On each side: a line through two points has no scatter. */
const FEWEST_ON_A_SIDE = 3

/** Of a leverage: what rounding leaves. */
const NOTHING = 1e-9

/** A precinct whose last result is known. */
export interface WithLast {
  share: number
  last: number
}

/** A side of the draw as the regression sees it at the mean of all last results. */
interface Side {
  /** Share that is expected there. */
  level: number
  /** Of that share. */
  variance: number
}

/**
 * Difference of the two lines share ~ last, one through the canvassed and one through those held out, at the mean of
 * all last results; standard error HC2. Null with fewer than three on a side.
 *
 * Sources: Lin, "Agnostic notes on regression adjustments to experimental data", Annals of Applied Statistics 7(1),
 * 2013, doi:10.1214/12-AOAS583; HC2: MacKinnon & White, Journal of Econometrics 29(3), 1985,
 * doi:10.1016/0304-4076(85)90158-7.
 */
export function regressionDifference(sides: {
  canvassed: readonly WithLast[]
  heldOut: readonly WithLast[]
}): Difference | null {
  const { canvassed, heldOut } = sides
  if (Math.min(canvassed.length, heldOut.length) < FEWEST_ON_A_SIDE) return null
  const all = [...canvassed, ...heldOut]
  const middle = all.reduce((sum, { last }) => sum + last, 0) / all.length
  const [with_, without] = [sideAt(middle, canvassed), sideAt(middle, heldOut)]
  return {
    points: with_.level - without.level,
    standardError: Math.sqrt(with_.variance + without.variance),
    degrees: all.length - 4,
  }
}

function sideAt(place: number, side: readonly WithLast[]): Side {
  const count = side.length
  const last = side.reduce((sum, each) => sum + each.last, 0) / count
  const share = side.reduce((sum, each) => sum + each.share, 0) / count
  const width = side.reduce((sum, each) => sum + (each.last - last) ** 2, 0)
  const joint = side.reduce((sum, each) => sum + (each.last - last) * (each.share - share), 0)
  // Where all had the same last result there is nothing to adjust for.
  const slope = width === 0 ? 0 : joint / width
  const of = (offset: number): number => (width === 0 ? 0 : offset / width)
  let variance = 0
  for (const each of side) {
    const offset = each.last - last
    const left = each.share - share - slope * offset
    const leverage = 1 / count + of(offset * offset)
    const weight = 1 / count + of((place - last) * offset)
    // A point that holds the line by itself leaves nothing over.
    if (1 - leverage > NOTHING) variance += (weight * left) ** 2 / (1 - leverage)
  }
  return { level: share + slope * (place - last), variance }
}
