/** What of a register is left out; where all of it is, the reason in words, with what to do. */
import type { DegreeBox } from '@doorwalk/core/region/box'
import { VisibleError } from '@doorwalk/core/error'
import { inDegrees, SYSTEMS_READ } from '../tables/coordinate-systems.ts'
import { refusedLine, type ImportCounts } from '../tables/refused.ts'
import type { Mapping } from './mapping.ts'
import type { Position } from './position.ts'

export interface RegisterCounts extends ImportCounts {
  /** Rows that say nothing of how many. */
  countless: number
  /** Rows of what the preset leaves out, such as planned buildings. */
  other: number
  /** Rows of one key that say different counts, in words. */
  contradictory: string[]
}

/** What lay elsewhere, for a message when everything does. */
export interface Elsewhere {
  first?: Position['at']
  /** Rows that would lie in the region were they turned round. */
  swapped: number
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
  if (outside > 0) return fail('elsewhere', elsewhereWords(name, { outside, elsewhere, bbox }))
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

function elsewhereWords(
  name: string,
  {
    outside,
    elsewhere: { first, swapped },
    bbox,
  }: { outside: number; elsewhere: Elsewhere; bbox: DegreeBox },
): string {
  const expected = 'Expected the table of the place that --osm holds'
  if (!first) return `none of ${outside} rows has an id or an address that the region has. ${expected}.`
  const [x, y] = first
  const here = `none of ${outside} rows lies in the region (west, south, east, north ${bbox.join(', ')}): the first is at ${x}, ${y}`
  if (swapped > 0) return `${here}. Turned round it would: expected the longitude as x, the latitude as y.`
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return `${here}. ${expected}, with longitude and latitude.`
  return `${here}. ${expected}, in ${SYSTEMS_READ}. Where it is in another system, write it in degrees: ${inDegrees(name)}`
}
