/**
 * Addresses from the French national address base, OpenAddresses, or any table with number, street and place.
 */
import { VisibleError } from '@doorwalk/core/error'
import { isHouseNumber, plainStreet } from '@doorwalk/core/matching/street-name'
import type { DegreeBox } from '@doorwalk/core/region/box'
import type { LngLat } from '@doorwalk/core/units'
import { reckonerFor } from '../tables/coordinate-systems.ts'
import { elsewhereWords, mainSystem, placeRow, type Elsewhere } from '../tables/elsewhere.ts'
import { cp1252Byte } from '../tables/encoding.ts'
import { columnNamed, namedTable, type TableRow } from '../tables/named-rows.ts'
import type { Position } from '../tables/position.ts'
import { noRows, refusedLine, type ImportCounts } from '../tables/refused.ts'
import type { AddressPoint } from './address.ts'
import { AddressTable, glued } from './address-table.ts'
import { unitsIn } from './flat-lists.ts'

/** Names of the French address bases, of OpenAddresses (https://openaddresses.io), and the usual ones. */
const COLUMNS = {
  id: ['id', 'cle_interop', 'uid_adresse', 'key'],
  number: [
    'numero',
    'number',
    'housenumber',
    'house_number',
    'no',
    'hausnummer',
    'huisnummer',
    'addr:housenumber',
  ],
  suffix: ['rep', 'suffixe', 'suffix'],
  street: ['nom_voie', 'voie_nom', 'street', 'rue', 'voie', 'strasse', 'straatnaam', 'addr:street'],
  unit: ['unit', 'apt', 'apartment', 'appartement', 'flat', 'unit_number', 'addr:unit'],
  place: ['lieudit_complement_nom', 'nom_ld', 'addr:place'],
  postcode: ['code_postal', 'postcode', 'zip', 'plz', 'addr:postcode'],
  city: ['nom_commune', 'commune_nom', 'city', 'commune', 'ort', 'addr:city'],
}
type Column = keyof typeof COLUMNS
type Cells = TableRow<Column>['value']

interface Credit {
  attribution: string
  licence: string
}

/** Publishers that are known by their columns. */
const LAYOUTS: [columns: string[], Credit][] = [
  [
    ['id', 'numero', 'rep', 'nom_voie', 'code_insee'],
    { attribution: 'Base Adresse Nationale', licence: 'Licence Ouverte 2.0' },
  ],
  [
    ['cle_interop', 'voie_nom', 'numero', 'suffixe'],
    { attribution: 'Base Adresse Locale', licence: 'Licence Ouverte 2.0' },
  ],
  [
    ['hash', 'number', 'street', 'unit'],
    { attribution: 'OpenAddresses', licence: 'licence as its sources state' },
  ],
]

export interface AddressCounts extends ImportCounts {
  /** Rows of a street or place without a house number. */
  numberless: number
}

export interface BanAddresses {
  list: AddressPoint[]
  counts: AddressCounts
  /** Whom to name, where the columns tell. */
  credit?: Credit
}

/** Where addresses are wanted. */
export interface Wanted {
  near: DegreeBox
  isNear: (point: LngLat) => boolean
}

/** A row that lies there. */
interface PlacedRow {
  line: number
  value: Cells
  at: LngLat
  system: string
}

/** A row that lies elsewhere by numbers that are no degrees. */
interface BeyondRow {
  line: number
  at: Position['at']
}

/**
 * Addresses of a region, from a table of any format and in any coordinates that are read. The first row of each id or
 * address holds; rows of one address that differ by their unit are one address with so many units. Rows without a
 * number are no address of a house.
 *
 * @throws VisibleError `table.*`, `geojson.*`, `addresses.nothing` for a table that says nothing of the region
 */
export async function readBan(file: string, { near, isNear }: Wanted): Promise<BanAddresses> {
  const { table, names, rows } = await namedTable(file, {
    option: '--addresses',
    columns: COLUMNS,
    required: ['number', 'street'],
  })
  const counts: AddressCounts = { ...noRows(), numberless: 0 }
  const elsewhere: Elsewhere = { swapped: 0 }
  const reckoner = await reckonerFor(near, { name: table.name, system: table.system })
  const placed: PlacedRow[] = []
  const beyond: BeyondRow[] = []
  const refuse = (line: number, { field, came, expected }: Refusal) =>
    counts.refused.push({ line, field: names.get(field) ?? USUAL[field], came: came ?? '', expected })
  for await (const { line, value, position } of rows()) {
    counts.read++
    const wrong = wrongIn(value, position)
    if (wrong || !position || 'expected' in position) {
      if (wrong) refuse(line, wrong)
      continue
    }
    const found = placeRow(position.at, { reckoner, isInside: isNear, elsewhere })
    if (found) placed.push({ line, value, ...found })
    else if (isInDegrees(position.at)) counts.outside++
    else beyond.push({ line, at: position.at })
  }
  const system = mainSystem(placed)
  if (system === 'degrees') for (const row of beyond) refuse(row.line, noDegrees(row))
  else counts.outside += beyond.length
  const addresses = new AddressTable()
  for (const { system: own, ...row } of placed) {
    if (own === system) addRow(row, addresses, counts)
    else
      refuse(row.line, { field: 'x', came: own, expected: `coordinates in ${system}, as in the other rows,` })
  }
  if (addresses.list.length === 0) throw nothingRead(table.name, { counts, elsewhere, near })
  counts.refused.sort((a, b) => a.line - b.line)
  const credit = LAYOUTS.find(([columns]) => columns.every((name) => columnNamed(table.columns, [name])))?.[1]
  return { list: addresses.list, counts, ...(credit ? { credit } : {}) }
}

/** Names of fields in messages, where the table has none. */
const USUAL = { x: 'lon', y: 'lat', place: 'geometry', street: 'nom_voie' }

interface Refusal {
  field: keyof typeof USUAL
  came: string | undefined
  expected: string
}

/** Why a row cannot be used wherever it lies. */
function wrongIn(value: Cells, position: TableRow<Column>['position']): Refusal | undefined {
  if (!position) return { field: 'x', came: undefined, expected: 'a longitude in degrees' }
  if ('expected' in position) return position
  if (value.street || value.place) return undefined
  return { field: 'street', came: undefined, expected: 'a street name' }
}

function isInDegrees([x, y]: Position['at']): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90
}

function noDegrees({ at: [x, y] }: BeyondRow): Refusal {
  return Math.abs(x) > 180
    ? { field: 'x', came: String(x), expected: 'a longitude in degrees' }
    : { field: 'y', came: String(y), expected: 'a latitude in degrees' }
}

function addRow({ value, at }: Omit<PlacedRow, 'system'>, table: AddressTable, counts: AddressCounts): void {
  if (!isHouseNumber(value.number ?? '')) {
    counts.numberless++
    return
  }
  const written = value.street ?? value.place ?? ''
  const street = unscrambled(written)
  const address: AddressPoint = {
    source: 'ban',
    key: value.id ?? plainKey(value),
    number: [value.number ?? '', value.suffix ?? ''].join(' ').trim(),
    street,
    ...(value.postcode ? { postcode: value.postcode } : {}),
    ...(value.city ? { city: value.city } : {}),
    location: at,
  }
  if (!table.add(address, { hasId: value.id !== undefined, units: unitsIn(value.unit) })) {
    counts.repeated++
    return
  }
  if (street !== written) counts.repaired++
  counts.accepted++
}

/** Why a table has no address of the region. */
function nothingRead(
  name: string,
  { counts, elsewhere, near }: { counts: AddressCounts; elsewhere: Elsewhere; near: DegreeBox },
): VisibleError {
  const { read, outside, numberless, refused } = counts
  const [row] = refused
  const why =
    read === 0
      ? 'it has no rows; expected one for each address'
      : elsewhere.first
        ? elsewhereWords(name, { ...elsewhere, first: elsewhere.first, outside, bbox: near })
        : row
          ? `none of ${read} rows can be used (${refused.length} are refused): ${refusedLine(row)}`
          : `none of ${read} rows has a house number (${numberless} without); expected one in the column "numero"`
  return new VisibleError('input', 'addresses.nothing', `${name}: ${why}.`)
}

/**
 * UTF-8 that was once read as Windows-1252 and written again ("GalliÃ©ni", "dâ€™Aulnay"): municipal files hold such
 * rows.
 */
function unscrambled(text: string): string {
  if (!/Ã|Â|â€/.test(text)) return text
  const bytes = Array.from(text, cp1252Byte).filter((byte) => byte !== undefined)
  if (bytes.length < Array.from(text).length) return text
  const again = new TextDecoder().decode(Uint8Array.from(bytes))
  return again.includes('\ufffd') ? text : again
}

/** A table without ids gets readable ones that stay the same when rows move. */
function plainKey({ number, suffix, street, place, postcode }: Record<string, string>): string {
  const words = `${glued(`${number ?? ''}${suffix ?? ''}`)} ${plainStreet(street ?? place ?? '')} ${postcode ?? ''}`
  return words.trim().replaceAll(' ', '-')
}
