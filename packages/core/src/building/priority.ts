/**
 * How much a door counts, from 0 (not at all) to 100: said of a target itself, or by one numeric property of the
 * precincts, scaled over the region.
 */
import type { VisibleError } from '../error.ts'
import { fieldError } from '../error.ts'
import type { Precinct } from '../region/region.ts'

/** Of a door of which nothing else is said: it counts once. */
export const PLAIN_PRIORITY = 50
/** Twice a plain door. Key buildings of which nothing else is said have it. */
export const TOP_PRIORITY = 100

export interface PriorityScale {
  field: string
  byPrecinct: Map<string, number>
  raw: Map<string, number>
  /** For buildings without a precinct or value: the mean of the others. */
  fallback: number
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
