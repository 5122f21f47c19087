/** How far so many people get, and how many more reach a goal: read off the curve of an estimate. */
import type { Schemas } from '@doorwalk/client'

/** So many people, one walk each, reach this share of the doors, from 0 to 1. */
export interface CurvePoint {
  walkers: number
  share: number
}

export interface CurveStep {
  /** People beyond those who are there. */
  more: number
  share: number
}

/** Shares that people ask for; the whole only once there is little else to ask. */
const GOALS = [0.5, 0.75, 0.9]
const ALL = 1
/** Less than this beyond what is reached is no goal. */
const NEAR = 0.005

/** What so many reach, from 0 to 1: between two points of the curve on the straight line; null: beyond the curve. */
export function shareAt(points: readonly CurvePoint[], walkers: number): number | null {
  const after = points.findIndex((point) => point.walkers >= walkers)
  if (after < 0) return null
  const [high, low] = [points[after]!, points[after - 1] ?? { walkers: 0, share: 0 }]
  const part = (walkers - low.walkers) / (high.walkers - low.walkers)
  return low.share + (high.share - low.share) * (Number.isNaN(part) ? 1 : part)
}

/** Fewest who reach the share, on the straight line between two points; null: it lies beyond the curve. */
export function walkersFor(points: readonly CurvePoint[], share: number): number | null {
  const wanted = share - 0.0005
  const after = points.findIndex((point) => point.share >= wanted)
  if (after < 0) return null
  const [high, low] = [points[after]!, points[after - 1] ?? { walkers: 0, share: 0 }]
  const part = (wanted - low.share) / (high.share - low.share)
  return Math.ceil(low.walkers + (high.walkers - low.walkers) * part - 1e-9)
}

/** Goals that are not reached yet, with how many more people reach them; none: all is reached, or too far. */
export function nextGoals(points: readonly CurvePoint[], walkers: number): CurveStep[] {
  const now = shareAt(points, walkers) ?? 0
  const open = GOALS.filter((goal) => goal > now + NEAR)
  const goals = open.length > 1 || now + NEAR >= ALL ? open : [...open, ALL]
  return goals.flatMap((share) => {
    const needed = walkersFor(points, share)
    return needed !== null && needed > walkers ? [{ more: needed - walkers, share }] : []
  })
}

/** A plan on the curve of its area. */
export interface PlannedWalks {
  /** Doors of each of its walks. */
  doors: readonly number[]
  /** Its doors are leased, so that the estimate is of what is left beside them. */
  isHandedOut: boolean
}

/**
 * Around a plan: up to its own walks what they reach, those with the most doors first; beyond them what the estimate
 * adds. The plan knows more than the estimate, so the curve passes through it.
 */
export function curveAround(
  { doors: counted, curves }: Pick<Schemas['Estimate'], 'doors' | 'curves'>,
  { doors, isHandedOut }: PlannedWalks,
): CurvePoint[] {
  const points = curves[0]?.points ?? []
  const onWalks = doors.reduce((sum, count) => sum + count, 0)
  const total = Math.max(1, isHandedOut ? onWalks + counted : Math.max(onWalks, counted))
  let reached = 0
  const own = doors
    .toSorted((a, b) => b - a)
    .map((count, index) => ({ walkers: index + 1, share: (reached += count) / total }))
  const now = onWalks / total
  const begun = isHandedOut ? 0 : (shareAt(points, doors.length) ?? 1)
  const beyond = isHandedOut
    ? points.map(({ walkers, share }) => ({ walkers: doors.length + walkers, share }))
    : points.filter(({ walkers }) => walkers > doors.length)
  const added = beyond.map(({ walkers, share }) => ({
    walkers,
    share: begun >= 1 ? 1 : now + ((1 - now) * (share - begun)) / (1 - begun),
  }))
  return [...own, ...added]
}
