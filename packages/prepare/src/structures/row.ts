/** Rows of houses that are drawn as one outline. */
import type { Tags } from '../osm/extract.ts'
import { kindsOf } from './use.ts'

/** `building=terrace` stands for the whole row: https://wiki.openstreetmap.org/wiki/Tag:building=terrace */
const ROWS = new Set(['terrace', 'terraced_house', 'row_house', 'rowhouse', 'townhouses'])

export function isRowOfHouses({ building }: Tags): boolean {
  return kindsOf(building).some((kind) => ROWS.has(kind))
}
