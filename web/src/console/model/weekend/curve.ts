/** What more people would bring, read off the curve of an estimate. */
import type { Schemas } from '@doorwalk/client'

type Point = Schemas['EstimatePoint']

/** Shares that people ask for. */
const GOALS = [0.5, 0.8, 0.9, 1]

export interface CurveStep {
  /** People beyond those who are there. */
  more: number
  share: number
}

/** What so many reach, from 0 to 1: between two points of the curve on the straight line; null: beyond the curve. */
export function shareAt(points: readonly Point[], walkers: number): number | null {
  const after = points.findIndex((point) => point.walkers >= walkers)
  if (after < 0) return null
  const [high, low] = [points[after]!, points[after - 1] ?? { walkers: 0, share: 0 }]
  const part = (walkers - low.walkers) / (high.walkers - low.walkers)
  return low.share + (high.share - low.share) * (Number.isNaN(part) ? 1 : part)
}

/** The next two goals not reached yet, with how many more people reach them; none: all is reached, or too far. */
export function nextGoals(points: readonly Point[], walkers: number): CurveStep[] {
  const now = shareAt(points, walkers) ?? 0
  return GOALS.filter((goal) => goal > now + 0.005)
    .flatMap((goal) => {
      const point = points.find(({ share }) => share >= goal - 0.0005)
      return point && point.walkers > walkers ? [{ more: point.walkers - walkers, share: goal }] : []
    })
    .slice(0, 2)
}
