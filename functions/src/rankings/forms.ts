/** A ranking as a table and as a map, and what is kept of one that was made. */
import type { Polygonal } from '@doorwalk/core/area/polygon'
import { loadPrecincts } from '@doorwalk/core/building/load'
import type { Regions } from '@doorwalk/core/ports'
import { makeRanking, type RankingOrder } from '@doorwalk/core/ranking/make-ranking'
import { rankingCsv } from '@doorwalk/core/ranking/ranking-csv'
import { rankingFeatures } from '@doorwalk/core/ranking/ranking-geojson'
import type { Ranking } from '@doorwalk/core/ranking/ranking'
import { encodeJson } from '../store/json.ts'
import type { KeptRanking, RankingToWrite, Written } from '../ports/desk.ts'

/** Bytes of it, ready to be kept. */
export async function keptRanking(regions: Regions, order: RankingOrder): Promise<KeptRanking> {
  const { precincts, squares, notes, priority } = await makeRanking(regions, order)
  const count = (ranking: Ranking | null): number => ranking?.areas.length ?? 0
  return {
    body: encodeJson({ precincts, squares }),
    priority: encodeJson(priority),
    formula: (precincts ?? squares)?.formula.text ?? '',
    counts: { precincts: count(precincts), squares: count(squares) },
    notes,
  }
}

/** @param body  as it is kept */
export async function rankingForm(
  regions: Regions,
  { id, region, regionVersion, form, body }: RankingToWrite & { body: Uint8Array },
): Promise<Written> {
  const { precincts, squares } = JSON.parse(new TextDecoder().decode(body)) as Record<
    'precincts' | 'squares',
    Ranking | null
  >
  const all = [
    ...(precincts ? [{ kind: 'precinct', ranking: precincts }] : []),
    ...(squares ? [{ kind: 'square', ranking: squares }] : []),
  ]
  if (form === 'csv') return written(rankingCsv(all), `${id}.csv`, 'text/csv')
  const manifest = await regions.manifest(region, regionVersion)
  const shapes = await loadPrecincts(regions, manifest)
  const outlines = new Map<string, Polygonal>(shapes.map(({ code, geometry }) => [code, geometry]))
  const features = rankingFeatures(
    all.map((each) => ({
      ...each,
      outlines: each.kind === 'precinct' ? outlines : new Map<string, Polygonal>(),
    })),
  )
  const map = JSON.stringify({ type: 'FeatureCollection', features })
  return written(map, `${id}.geojson`, 'application/geo+json')
}

function written(text: string, name: string, type: string): Written {
  const headers = { 'Content-Type': type, 'Content-Disposition': `inline; filename="${name}"` }
  return { body: new TextEncoder().encode(text), headers }
}
