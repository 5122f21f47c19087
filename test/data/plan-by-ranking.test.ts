/**
 * A plan by a ranking goes where the score is: it collects at least 95 % of what the best of 20 random choices of as
 * many neighbouring areas collects, with the same walkers.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bboxOfGeometry } from '@doorwalk/core/area/polygon'
import { precinctFinder } from '@doorwalk/core/area/precinct-finder'
import { loadBuildings, loadPrecincts } from '@doorwalk/core/building/load'
import { cellAt, cellRing } from '@doorwalk/core/h3'
import { stableDraw } from '@doorwalk/core/id'
import { planWalks } from '@doorwalk/core/plan'
import { mobilise } from '@doorwalk/core/ranking/formula'
import { rankedPriority } from '@doorwalk/core/ranking/ranked-priority'
import { rankAreas } from '@doorwalk/core/ranking/ranking'
import { rankablePrecincts } from '@doorwalk/core/ranking/squares'
import type { AreaRequest } from '@doorwalk/core/request/area-request'
import type { RankedPriority } from '@doorwalk/core/request/priority'
import { type LngLat, metresBetween } from '@doorwalk/core/units'
import type { Plan } from '@doorwalk/core/walk/answer'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { aRequest } from '../support/worlds/builders.ts'
import { SHARED_MISSING, shared } from '../support/worlds/shared.ts'

const geneva = shared('data/geneve-centre/geneve-centre.osm.pbf')
const paris = shared('data/paris-9e-10e/paris-9e-10e.osm.pbf')
const stations = shared('data/paris-9e-10e/bureaux-de-vote-2026-paris.geojson')
const CHOICES = 20
const LEAST_SHARE = 0.95
/** About 0.1 km², as a polling station of a city. */
const CELL_RESOLUTION = 9

interface Ranked {
  code: string
  score: number
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon
}

interface Place {
  folder: string
  region: string
  areas: Ranked[]
  priority: RankedPriority
  /** A request for these of the areas. */
  areaOf: (codes: string[]) => AreaRequest
}

async function prepared(name: string, sources: Omit<Parameters<typeof prepareRegion>[0], 'out'>): Promise<string> {
  const out = join(await mkdtemp(join(tmpdir(), 'doorwalk-ranked-')), name)
  await prepareRegion({ ...sources, out })
  return out
}

const middleOf = ({ geometry }: Ranked): LngLat => {
  const [west, south, east, north] = bboxOfGeometry(geometry)
  return [(west + east) / 2, (south + north) / 2]
}

/** Of doors, by the area in which they stand. */
function scoreOf({ walks }: Plan, areas: Ranked[]): { score: number; codes: string[] } {
  const scores = new Map(areas.map(({ code, score }) => [code, score]))
  const find = precinctFinder(areas.map(({ code, geometry }) => ({ code, geometry, properties: {} })))
  const doors = walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
  const placed = doors.flatMap(({ location, doors: count }) => {
    const code = find(location)?.code
    return code === undefined ? [] : [{ code, count }]
  })
  return {
    score: placed.reduce((sum, { code, count }) => sum + count * scores.get(code)!, 0),
    codes: [...new Set(placed.map(({ code }) => code))],
  }
}

/** Shares of the best random choice: of the score, and of the prize, which knows the chance to get in. */
async function sharesOf({ folder, region, areas, priority, areaOf }: Place): Promise<{ score: number; prize: number }> {
  const plan = (area?: AreaRequest): Promise<Plan> =>
    planWalks(
      { ...aRequest({ region, volunteers: 6, minutes: 90, iterations: 4_000, ...(area && { area }) }), priority },
      {
        regions: diskRegions([folder]),
        clock: { now: () => Date.parse('2026-03-14T12:00:00Z') },
        id: (prefix) => `${prefix}_ranked`,
      },
    )
  const whole = await plan()
  const mine = scoreOf(whole, areas)
  const tried: { score: number; prize: number }[] = []
  for (let choice = 0; choice < CHOICES; choice++) {
    const from = middleOf(areas[stableDraw(`choice ${choice}`) % areas.length]!)
    const near = areas.toSorted((a, b) => metresBetween(middleOf(a), from) - metresBetween(middleOf(b), from))
    const chosen = await plan(areaOf(near.slice(0, mine.codes.length).map(({ code }) => code)))
    tried.push({ score: scoreOf(chosen, areas).score, prize: chosen.summary.prize })
  }
  const best = (of: 'score' | 'prize') => Math.max(...tried.map((each) => each[of]))
  return { score: mine.score / best('score'), prize: whole.summary.prize / best('prize') }
}

describe('a plan with a ranking collects what the best of 20 random choices does', () => {
  it.skipIf(geneva === null)(`on H3 areas of Geneva with seeded scores (${SHARED_MISSING})`, async () => {
    const folder = await prepared('geneve', { osm: geneva! })
    const regions = diskRegions([folder])
    const manifest = await regions.manifest('geneve')
    const buildings = await loadBuildings(regions, manifest, manifest.bbox)
    const cells = new Set(buildings.map(({ location }) => cellAt(location, CELL_RESOLUTION)))
    const areas = [...cells].sort().map((code) => ({
      code,
      score: 5 + (stableDraw(`geneva ${code}`) % 36),
      geometry: { type: 'Polygon' as const, coordinates: [cellRing(code)] },
    }))
    const shares = await sharesOf({
      ...{ folder, region: 'geneve', areas },
      priority: rankedPriority({ of: { name: 'seeded' }, squares: { areas }, doors: () => [] }),
      areaOf: (codes) => ({ cells: codes }),
    })
    expect(Math.min(shares.score, shares.prize)).toBeGreaterThanOrEqual(LEAST_SHARE)
  })

  it.skipIf(paris === null || stations === null)(`on polling stations of Paris by mobilise (${SHARED_MISSING})`, async () => {
    const folder = await prepared('paris', { osm: paris!, precincts: stations! })
    const regions = diskRegions([folder])
    const manifest = await regions.manifest('paris')
    const precincts = await loadPrecincts(regions, manifest)
    const formula = mobilise({ abstention: 'taux_abstention', own: 'pct_gregoire' })
    const ranking = rankAreas({ areas: rankablePrecincts(precincts, manifest.bbox), formula, people: 'inscrits' })
    const outlines = new Map(precincts.map(({ code, geometry }) => [code, geometry]))
    const buildings = await loadBuildings(regions, manifest, manifest.bbox)
    const inhabited = new Set(buildings.map(({ precinct }) => precinct))
    const areas = ranking.areas
      .filter(({ code }) => inhabited.has(code))
      .map(({ code, score }) => ({ code, score, geometry: outlines.get(code)! }))
    const shares = await sharesOf({
      ...{ folder, region: 'paris', areas },
      priority: rankedPriority({ of: { name: 'mobilise' }, precincts: ranking, doors: () => [] }),
      areaOf: (codes) => ({ precincts: codes }),
    })
    expect(Math.min(shares.score, shares.prize)).toBeGreaterThanOrEqual(LEAST_SHARE)
  })
})
