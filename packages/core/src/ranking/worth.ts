/** From a score to what a door counts: a ranking as those read it who plan by it. */
import type { Polygonal } from '../area/polygon.ts'
import type { Precinct } from '../region/region.ts'
import type { AreaRequest } from '../request/area-request.ts'
import type { RankedArea } from './ranked-area.ts'
import { positiveWeights } from './ranked-priority.ts'
import type { Ranking } from './ranking.ts'

/** A ranked area with its shape. */
export interface ShapedArea {
  code: string
  rank: number
  /** What a door counts, 0–100. */
  worth: number
  geometry: Polygonal
  /** As a request names it. */
  area: AreaRequest
}

/**
 * What a door of each area counts, best rank first: the score where it is a share in per cent, else its weight among
 * all scores, the highest 100, as for a plan that follows the ranking. Areas where there is nowhere to go, and those
 * without a shape, are left out.
 *
 * @param isOfRegion  the region knows them by their codes; others are drawn
 */
export function scoredAreas(
  { areas, formula }: Ranking,
  shapes: readonly Precinct[],
  { isOfRegion }: { isOfRegion: boolean },
): ShapedArea[] {
  const byCode = new Map(shapes.toReversed().map(({ code, geometry }) => [code, geometry]))
  const scores = areas.map(({ score }) => score)
  const isShare = formula.name !== 'own'
  const weightOf = positiveWeights(scores)
  const worthOf = ({ score }: RankedArea) =>
    isShare ? Math.min(100, Math.max(0, score)) : 100 * weightOf(score)
  return areas.flatMap((area) => {
    const geometry = byCode.get(area.code)
    if (!geometry || area.noPlace) return []
    const { code, rank } = area
    return [
      {
        ...{ code, rank, worth: worthOf(area), geometry },
        area: isOfRegion ? { precincts: [code] } : (geometry as AreaRequest),
      },
    ]
  })
}
