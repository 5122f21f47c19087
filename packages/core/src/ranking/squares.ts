/** Squares of a grid as areas to rank: with numbers of their own, and those of the precincts that they lie in. */
import { precinctFinder } from '../area/precinct-finder.ts'
import { type Bbox, bboxOfGeometry, isInside, type Polygonal } from '../area/polygon.ts'
import { boxWithin } from '../region/box.ts'
import type { Precinct } from '../region/region.ts'
import { metresPerDegree, type LngLat } from '../units.ts'
import type { RankableArea } from './ranked-area.ts'

/** Places in a square that are asked for their precinct: so many rows and columns. */
const SAMPLES = 5

/** What publishers call a number that they made up: INSEE's Filosofi of 2015 on, and of 2021. */
const IMPUTED_FIELDS = ['imputed', 'i_est_200', 'i_est_1km']

/** Smaller than a house with a garden: a dot that stands for voters without an address. */
const SMALLEST_PLACE_M2 = 100

/** Precincts, each with the part of it that the region has; told from about a tenth on. */
export function rankablePrecincts(precincts: readonly Precinct[], bbox?: Bbox): RankableArea[] {
  return precincts.map((precinct) => {
    const share = bbox ? shareIn(precinct, bbox) : 1
    return { ...rankable(precinct), ...(share < 1 && { inRegion: share }) }
  })
}

/** By the places of {@link placesIn} that lie in the precinct. */
function shareIn({ geometry }: Precinct, [west, south, east, north]: Bbox): number {
  if (boxWithin(bboxOfGeometry(geometry), [west, south, east, north])) return 1
  const places = placesIn({ geometry }).filter((place) => isInside(place, geometry))
  const inside = places.filter(([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north)
  return places.length === 0 ? 1 : inside.length / places.length
}

/** With every number that it has; texts are no fields. */
export function rankable({ code, properties, geometry }: Precinct): RankableArea {
  const [west, south, east, north] = bboxOfGeometry(geometry)
  const fields = Object.entries(properties).filter(([, value]) => value === null || typeof value === 'number')
  const scale = metresPerDegree(south)
  return {
    code,
    middle: [(west + east) / 2, (south + north) / 2],
    noPlace: (east - west) * scale.lng * (north - south) * scale.lat < SMALLEST_PLACE_M2,
    fields: Object.fromEntries(fields) as Record<string, number | null>,
    imputed: IMPUTED_FIELDS.some((name) => properties[name] === 1),
  }
}

/** With their outlines. */
export function rankableSquares(squares: readonly Precinct[]): RankableArea[] {
  return squares.map((square) => ({ ...rankable(square), geometry: square.geometry }))
}

/**
 * The squares with the fields that they lack themselves from the precincts under them: the mean over 25 places of the
 * square, so a square on a border gets of each by its area. Null where no precinct lies under it or none tells.
 */
export function withPrecinctFields(
  squares: readonly Precinct[],
  { precincts, fields }: { precincts: readonly Precinct[]; fields: readonly string[] },
): RankableArea[] {
  const areas = rankableSquares(squares)
  const lacking = fields.filter((field) => !areas.some((area) => typeof area.fields[field] === 'number'))
  if (lacking.length === 0) return areas
  const find = precinctFinder(precincts)
  return areas.map((area, at) => {
    const under = placesIn(squares[at]!).flatMap((place) => find(place) ?? [])
    const taken = lacking.map(
      (field) => [field, meanOf(under.map(({ properties }) => properties[field]))] as const,
    )
    return { ...area, fields: { ...area.fields, ...Object.fromEntries(taken) }, borrowed: lacking }
  })
}

function placesIn({ geometry }: Pick<Precinct, 'geometry'>): LngLat[] {
  const [west, south, east, north] = bboxOfGeometry(geometry)
  const steps = Array.from({ length: SAMPLES }, (_, at) => (at + 0.5) / SAMPLES)
  return steps.flatMap((x) =>
    steps.map((y): LngLat => [west + x * (east - west), south + y * (north - south)]),
  )
}

function meanOf(values: readonly (number | string | null | undefined)[]): number | null {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0) / numbers.length
}

/** Properties that name a square: INSEE's grids; else its middle does. */
const SQUARE_CODES = ['idcar_200m', 'idcar_1km', 'IdINSPIRE', 'Idcar_200m', 'GRD_ID', 'code', 'id']

export function squareCode(properties: Readonly<Record<string, unknown>>, geometry: Polygonal): string {
  const key = SQUARE_CODES.find((each) => ['string', 'number'].includes(typeof properties[each]))
  if (key !== undefined) return String(properties[key])
  const [west, south, east, north] = bboxOfGeometry(geometry)
  return [(west + east) / 2, (south + north) / 2].map((degrees) => degrees.toFixed(4)).join(',')
}
