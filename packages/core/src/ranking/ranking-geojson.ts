/** A ranking as GeoJSON: a feature per area, best first, with its parts as properties; those not ranked come last. */
import type { Polygonal } from '../area/polygon.ts'
import type { RankedArea } from './ranked-area.ts'
import type { Ranking } from './ranking.ts'

export interface RankingFeature {
  type: 'Feature'
  id: string
  properties: Record<string, unknown>
  geometry: Polygonal
}

interface DrawnRanking {
  kind: string
  ranking: Ranking
  /** By code; an area without an outline is not drawn. */
  outlines: ReadonlyMap<string, Polygonal>
}

/** @param rankings  all by one formula */
export function rankingFeatures(rankings: readonly DrawnRanking[]): RankingFeature[] {
  return rankings.flatMap(({ kind, ranking, outlines }) => {
    const feature = (
      code: string,
      properties: Record<string, unknown>,
      own?: Polygonal,
    ): RankingFeature[] => {
      const geometry = own ?? outlines.get(code)
      return geometry ? [{ type: 'Feature', id: `${kind}/${code}`, properties, geometry }] : []
    }
    return [
      ...ranking.areas.flatMap(({ geometry, ...area }) =>
        feature(area.code, { kind, ...propertiesOf(area) }, geometry),
      ),
      ...ranking.unranked.flatMap(({ code, missing, why }) =>
        feature(code, { kind, code, rank: null, missing: missing.join(' '), why }),
      ),
    ]
  })
}

function propertiesOf({ rankRange, parts, missing, ...area }: Omit<RankedArea, 'geometry'>) {
  const [bestRank, worstRank] = rankRange
  return {
    ...area,
    ...{ bestRank, worstRank },
    ...Object.fromEntries(parts.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(parts.map(({ name, source }) => [`${name} source`, source])),
    missing: missing.join(' '),
  }
}
