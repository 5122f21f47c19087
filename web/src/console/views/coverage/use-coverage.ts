/** Coverage of a region or a stored area, with the days and walks that say how fast the campaign is. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../../api/api.ts'
import { type Days, dayOf } from '../../model/pace.ts'

/** Visits that are read for the days, at most: the newest campaigns have fewer. */
const MOST_VISITS = 20_000
const PAGE = 1_000

export interface CoverageRead {
  coverage: Schemas['Coverage']
  /** Corners of each block. */
  cells: { ring: number[][]; block: string }[]
  days: Days
  /** Walks that were begun. */
  begun: number
}

interface Asked {
  region: string
  /** Id of a stored area; undefined: the whole region. */
  area: string | undefined
  signal: AbortSignal
}

export async function readCoverage({ region, area, signal }: Asked): Promise<CoverageRead> {
  const params = { query: { region, ...(area === undefined ? {} : { area }) } }
  const [coverage, drawn, days, begun] = await Promise.all([
    doorwalk.GET('/v1/coverage', { params, signal, as: 'application/json' }),
    doorwalk.GET('/v1/coverage', { params, signal, as: 'application/geo+json' }),
    readDays(region, signal),
    countBegun(region, signal),
  ])
  const features = drawn.features as unknown as GeoJSON.Feature<GeoJSON.Polygon, { block: string }>[]
  const cells = features.map(({ geometry, properties }) => ({
    ring: geometry.coordinates[0] ?? [],
    block: properties.block,
  }))
  return { coverage, cells, days, begun }
}

async function readDays(region: string, signal: AbortSignal): Promise<Days> {
  const days = new Map<string, number>()
  let count = 0
  for await (const { at, knocked } of doorwalk.each('/v1/visits', {
    params: { query: { region, limit: PAGE } },
    signal,
  })) {
    const day = dayOf(Date.parse(at))
    days.set(day, (days.get(day) ?? 0) + (knocked ?? 0))
    if (++count >= MOST_VISITS) break
  }
  return days
}

async function countBegun(region: string, signal: AbortSignal): Promise<number> {
  let count = 0
  for await (const walk of doorwalk.each('/v1/walks', { params: { query: { limit: PAGE } }, signal }))
    if (walk.region === region && walk.startedAt !== null) count++
  return count
}
