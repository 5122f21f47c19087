/**
 * Which precincts first: abstainers to win back, if wanted weighed by an own share of past votes. Counts, never
 * persons.
 */
import { VisibleError } from '../error.ts'
import type { Precinct } from '../region/region.ts'

export interface RankedPrecinct {
  code: string
  registered: number
  /** Per cent. */
  abstention: number
  /** Per cent; 100 when no share is asked for. */
  share: number
  score: number
}

export interface RankingFields {
  registered: string
  /** Property in per cent. */
  abstention: string
  /** Property in per cent: share of votes of the own side, which the campaign chooses. */
  share?: string
  /** Leaves out precincts that lie mostly elsewhere. */
  inside?: { field: string; least: number }
}

/**
 * score = registered × abstention ÷ 100 × share ÷ 100, best first, ties by code.
 *
 * Precincts without one of the values are left out.
 * @returns the formula as text beside the list
 * @throws VisibleError ranking.nothing when no precinct has all values
 */
export function rankPrecincts(
  precincts: Precinct[],
  fields: RankingFields,
): { formula: string; precincts: RankedPrecinct[] } {
  const ranked = precincts.flatMap(({ code, properties }): RankedPrecinct[] => {
    const registered = properties[fields.registered]
    const abstention = properties[fields.abstention]
    const share = fields.share === undefined ? 100 : properties[fields.share]
    const inside = fields.inside === undefined ? null : properties[fields.inside.field]
    if (typeof registered !== 'number' || typeof abstention !== 'number' || typeof share !== 'number')
      return []
    if (fields.inside && (typeof inside !== 'number' || inside < fields.inside.least)) return []
    return [{ code, registered, abstention, share, score: (registered * abstention * share) / 10_000 }]
  })
  if (ranked.length === 0)
    throw new VisibleError(
      'input',
      'ranking.nothing',
      `none of ${precincts.length} precincts has numbers for ${Object.values(fields)
        .filter((f) => typeof f === 'string')
        .join(', ')}`,
    )
  const formula = `${fields.registered} × ${fields.abstention}${fields.share === undefined ? '' : ` × ${fields.share}`}`
  return { formula, precincts: ranked.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)) }
}
