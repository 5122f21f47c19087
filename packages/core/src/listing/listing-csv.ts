/** A list of targets as CSV (RFC 4180, UTF-8, CRLF), safe in spreadsheets. */
import { csvCell } from '../words/escape.ts'
import type { ListedTarget } from './listed-target.ts'

/** Names as in JSON; storeys and place have a column for each end. */
const LISTING_COLUMNS = [
  ...['target', 'building', 'address', 'postcode', 'city', 'entrance', 'fromFloor', 'toFloor'],
  ...[
    'doors',
    'doorsLow',
    'doorsHigh',
    'doorsSource',
    'floors',
    'score',
    'key',
    'state',
    'precinct',
    'block',
  ],
  ...['lng', 'lat'],
] as const

/** @param hasHeader  false: it goes on where another page ended */
export function listingCsv(targets: readonly ListedTarget[], hasHeader = true): string {
  const rows = targets.map(cellsOf).map((cells) => cells.map((cell) => csvCell(cell ?? undefined)).join(','))
  return [...(hasHeader ? [LISTING_COLUMNS.join(',')] : []), ...rows].map((line) => `${line}\r\n`).join('')
}

function cellsOf(target: ListedTarget): (string | number | boolean | null | undefined)[] {
  const { storeys, location, key } = target
  return [
    ...[target.target, target.building, target.address, target.postcode, target.city, target.entrance],
    ...[storeys?.from, storeys?.to, target.doors, target.doorsLow, target.doorsHigh, target.doorsSource],
    ...[target.floors, target.score, key, target.state, target.precinct, target.block, ...location],
  ]
}
