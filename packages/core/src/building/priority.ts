/**
 * How much a door counts, from 0 (not at all) to 100: said of a target itself, by one numeric property of the
 * precincts, scaled over the region, or by a ranking of areas.
 */
import { precinctFinder } from '../area/precinct-finder.ts'
import type { VisibleError } from '../error.ts'
import { fieldError } from '../error.ts'
import type { Precinct } from '../region/region.ts'
import type { PriorityKept, RankedPriority } from '../request/priority.ts'
import type { LngLat } from '../units.ts'
import type { Building } from './building.ts'

/** Of a door of which nothing else is said: it counts once. */
export const PLAIN_PRIORITY = 50
/** Twice a plain door. Key buildings of which nothing else is said have it. */
export const TOP_PRIORITY = 100

export interface PriorityScale {
  field: string
  byPrecinct: Map<string, number>
  raw: Map<string, number>
  /** For buildings without a precinct or value: the mean of the others; of a ranking the lowest of all. */
  fallback: number
  /** Of a ranking. */
  ranked?: RankedScale
}

interface RankedScale {
  /** What a door there counts; undefined: it lies in no square that counts there. */
  inSquare: (building: PlacedBuilding) => number | undefined
  /** Precincts that reach out of the region. */
  partial: ReadonlySet<string>
}

type PlacedBuilding = Pick<Building, 'location' | 'precinct'>

/**
 * The scale that a request asks for; null: every door counts the same. Time O(n log n) in the areas.
 *
 * @throws VisibleError priority.no_precincts, priority.unknown_field, ranking.unknown
 */
export function scaleOf(priority: PriorityKept | undefined, precincts: Precinct[]): PriorityScale | null {
  if (!priority) return null
  if ('field' in priority) return priorityScale(priority.field, precincts)
  if ('ranking' in priority)
    throw fieldError(
      'ranking.unknown',
      '/priority/ranking',
      `got "${priority.ranking}"; stored rankings exist on a server only`,
    )
  return rankedScale(priority)
}

function rankedScale({ of, precincts, squares, lowest }: RankedPriority): PriorityScale {
  const weights = new Map(precincts.map((each) => [each.code, each]))
  const find = precinctFinder(
    squares.map(({ geometry }, at) => ({ code: String(at), geometry, properties: {} })),
  )
  const squareAt = (place: LngLat) => {
    const found = find(place)
    return found && squares[Number(found.code)]
  }
  return {
    field: of.name,
    byPrecinct: new Map(precincts.map(({ code, weight }) => [code, weight])),
    raw: new Map(precincts.map(({ code, score }) => [code, score])),
    fallback: lowest,
    ranked: {
      inSquare({ location, precinct = '' }) {
        const share = precincts.length === 0 ? 1 : weights.get(precinct)?.ofSquares
        const square = share === undefined ? undefined : squareAt(location)
        return square && share! * square.weight
      },
      partial: new Set(precincts.flatMap(({ code, isPartial }) => (isPartial ? [code] : []))),
    },
  }
}

/**
 * Value ÷ largest value × 100, so that a precinct with half the abstention counts half; where values may be
 * negative, (value − smallest) ÷ range × 100.
 *
 * @throws VisibleError priority.no_precincts, priority.unknown_field
 */
export function priorityScale(field: string, precincts: Precinct[]): PriorityScale {
  if (precincts.length === 0)
    throw fieldError('priority.no_precincts', '/priority', 'the region was prepared without precincts')
  const raw = new Map<string, number>()
  for (const precinct of precincts) {
    const value = precinct.properties[field]
    if (typeof value === 'number' && Number.isFinite(value)) raw.set(precinct.code, value)
  }
  if (raw.size === 0) throw unknownField(field, precincts)
  const values = [...raw.values()]
  const low = Math.min(0, ...values)
  const range = Math.max(...values) - low
  const byPrecinct = new Map(
    [...raw].map(([code, value]) => [code, range > 0 ? (100 * (value - low)) / range : 100]),
  )
  const scaled = [...byPrecinct.values()]
  return { field, byPrecinct, raw, fallback: scaled.reduce((sum, value) => sum + value, 0) / scaled.length }
}

/** What a door in this precinct counts; undefined: in none. */
export function priorityIn(precinct: string | undefined, scale: PriorityScale | null): number {
  if (!scale) return PLAIN_PRIORITY
  return scale.byPrecinct.get(precinct ?? '') ?? scale.fallback
}

/** What a door of this building counts by a square of a ranking; undefined: as its precinct says. */
export function priorityInSquare(building: PlacedBuilding, scale: PriorityScale | null): number | undefined {
  return scale?.ranked?.inSquare(building)
}

/** Whether a ranking says anything of where a building stands; true where there is none. */
export function isRanked(building: PlacedBuilding, scale: PriorityScale | null): boolean {
  if (!scale?.ranked) return true
  return scale.byPrecinct.has(building.precinct ?? '') || scale.ranked.inSquare(building) !== undefined
}

/** How many plain doors one door of this priority is worth: 0–2. */
export function worthOf(priority: number): number {
  return priority / PLAIN_PRIORITY
}

function unknownField(field: string, precincts: Precinct[]): VisibleError {
  const known = new Set<string>()
  for (const precinct of precincts)
    for (const [name, value] of Object.entries(precinct.properties))
      if (typeof value === 'number') known.add(name)
  return fieldError(
    'priority.unknown_field',
    '/priority/field',
    `got "${field}", expected a numeric property of the precincts: ${[...known].sort().join(', ') || 'there is none'}`,
  )
}
