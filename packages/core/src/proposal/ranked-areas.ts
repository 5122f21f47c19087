/** The areas of a ranking that was kept, with their shapes, as a proposal takes them. */
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { loadPrecincts } from '../building/load.ts'
import type { Ranking } from '../ranking/ranking.ts'
import { scoredAreas, type ShapedArea } from '../ranking/worth.ts'

/** As a ranking is kept. */
export interface KeptRankings {
  precincts: Ranking | null
  squares: Ranking | null
}

/** Precincts where they are ranked, as the region draws them in this version; else squares. */
export async function rankedAreas(
  { regions }: Pick<PlanningPorts, 'regions'>,
  {
    region,
    version,
    kept: { precincts, squares },
  }: { region: string; version?: string | undefined; kept: KeptRankings },
): Promise<ShapedArea[]> {
  if (precincts) {
    const shapes = await loadPrecincts(regions, await regions.manifest(region, version))
    return scoredAreas(precincts, shapes, { isOfRegion: true })
  }
  if (!squares) return []
  const shapes = squares.areas.flatMap(({ code, geometry }) =>
    geometry ? [{ code, geometry, properties: {} }] : [],
  )
  return scoredAreas(squares, shapes, { isOfRegion: false })
}
