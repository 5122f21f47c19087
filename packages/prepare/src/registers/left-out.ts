/** What of a register is left out; where all of it is, the reason in words, with what to do. */
import type { DegreeBox } from '@doorwalk/core/region/box'
import { VisibleError } from '@doorwalk/core/error'
import { elsewhereWords, type Elsewhere } from '../tables/elsewhere.ts'
import { refusedLine, type ImportCounts } from '../tables/refused.ts'
import type { Mapping } from './mapping.ts'

export interface RegisterCounts extends ImportCounts {
  /** Rows that say nothing of how many. */
  countless: number
  /** Rows of what the preset leaves out, such as planned buildings. */
  other: number
  /** Rows of one key that say different counts, in words. */
  contradictory: string[]
}

/** The error to throw: `dwellings.empty`, `.elsewhere`, `.refused` or `.countless`. */
export function nothingRead(
  mapping: Mapping,
  { counts, elsewhere, bbox }: { counts: RegisterCounts; elsewhere: Elsewhere; bbox: DegreeBox },
): VisibleError {
  const { name } = mapping.table
  const fail = (code: string, why: string) =>
    new VisibleError('input', `dwellings.${code}`, `${name}: ${why}`)
  const { read, outside, countless, other, refused } = counts
  if (read === 0) return fail('empty', 'it has no rows; expected one for each entrance or building.')
  if (outside > 0) return fail('elsewhere', rowsElsewhere(name, { outside, elsewhere, bbox }))
  const [first] = refused
  if (first) {
    return fail(
      'refused',
      `none of ${read} rows can be used (${refused.length} are refused): ${refusedLine(first)}.`,
    )
  }
  const { only } = mapping
  const left =
    only && other > 0
      ? ` ${other} are left out, since "${only.column}" is not ${only.values.join(' or ')}.`
      : ''
  return fail('countless', `none of ${read} rows says how many dwellings: ${countless} are empty.${left}`)
}

function rowsElsewhere(
  name: string,
  { outside, elsewhere, bbox }: { outside: number; elsewhere: Elsewhere; bbox: DegreeBox },
): string {
  if (elsewhere.first)
    return elsewhereWords(name, { first: elsewhere.first, swapped: elsewhere.swapped, outside, bbox })
  return `none of ${outside} rows has an id or an address that the region has. Expected the table of the place that --osm holds.`
}
