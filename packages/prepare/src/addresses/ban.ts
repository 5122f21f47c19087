/**
 * Addresses from a CSV in the layout of the French national address base, or any table with number, street and place.
 */
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { metresPerDegree, type LngLat, type Metres } from '@doorwalk/core/units'
import { degreesOf, tableRows, type TableOptions } from '../tables/csv.ts'
import { cp1252Byte } from '../tables/encoding.ts'
import { noRows, refusedLine, type ImportCounts } from '../tables/refused.ts'
import { addressKey, type AddressPoint } from './address.ts'
import { unitsIn } from './flat-lists.ts'
import { isHouseNumber, plainNumber, plainStreet } from '@doorwalk/core/matching/street-name'

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
  lng: ['lon', 'long', 'lng', 'longitude'],
  lat: ['lat', 'latitude'],
}

export interface AddressCounts extends ImportCounts {
  /** Rows of a street or place without a house number. */
  numberless: number
}

export interface BanAddresses {
  list: AddressPoint[]
  counts: AddressCounts
}

/**
 * Addresses inside a box. The first row of each id or address holds; rows of one address that differ by their unit are
 * one address with so many units. Rows without a number are no address of a house.
 *
 * @param keep whether a place is near enough to be wanted
 * @throws VisibleError `table.missing`, `table.columns`, `table.damaged`, `addresses.nothing` for a table that says
 * nothing of the region
 */
export async function readBan(file: string, keep: (point: LngLat) => boolean): Promise<BanAddresses> {
  const counts: AddressCounts = { ...noRows(), numberless: 0 }
  const table = new AddressTable()
  let first: LngLat | undefined
  const options: TableOptions<keyof typeof COLUMNS> = {
    option: '--addresses',
    columns: COLUMNS,
    required: ['number', 'street', 'lng', 'lat'],
  }
  for await (const { line, value } of tableRows(file, options)) {
    counts.read++
    const refuse = (field: string, came: string | undefined, expected: string) =>
      counts.refused.push({ line, field, came: came ?? '', expected })
    const lng = degreesOf(value.lng, 180)
    const lat = degreesOf(value.lat, 90)
    if (lng === undefined) refuse('lon', value.lng, 'a longitude in degrees')
    else if (lat === undefined) refuse('lat', value.lat, 'a latitude in degrees')
    else if (!value.street && !value.place) refuse('nom_voie', value.street, 'a street name')
    else if (!keep([lng, lat])) {
      counts.outside++
      first ??= [lng, lat]
    } else if (!isHouseNumber(value.number ?? '')) counts.numberless++
    else {
      const written = value.street ?? value.place ?? ''
      const street = unscrambled(written)
      const address: AddressPoint = {
        source: 'ban',
        key: value.id ?? plainKey(value),
        number: [value.number ?? '', value.suffix ?? ''].join(' ').trim(),
        street,
        ...(value.postcode ? { postcode: value.postcode } : {}),
        ...(value.city ? { city: value.city } : {}),
        location: [lng, lat],
      }
      if (!table.add(address, { hasId: value.id !== undefined, units: unitsIn(value.unit) }))
        counts.repeated++
      else {
        if (street !== written) counts.repaired++
        counts.accepted++
      }
    }
  }
  if (table.list.length === 0) throw nothingRead(file, { counts, first })
  return { list: table.list, counts }
}

/** Why a table has no address of the region. */
function nothingRead(
  file: string,
  { counts, first }: { counts: AddressCounts; first: LngLat | undefined },
): VisibleError {
  const { read, outside, numberless, refused } = counts
  const [row] = refused
  const why =
    read === 0
      ? 'it has no rows; expected one for each address'
      : first
        ? `none of ${read} rows is an address of the region: ${outside} lie outside, the first at ${first.join(', ')}. Expected the table of the place that --osm holds, with longitude and latitude in degrees`
        : row
          ? `none of ${read} rows can be used (${refused.length} are refused): ${refusedLine(row)}`
          : `none of ${read} rows has a house number (${numberless} without); expected one in the column "numero"`
  return new VisibleError('input', 'addresses.nothing', `--addresses ${basename(file)}: ${why}.`)
}

/** Two rows of one address this near are one place: a unit, or the same said twice. */
const SAME_PLACE: Metres = 30

/** Addresses by id and by what they say. */
class AddressTable {
  readonly list: AddressPoint[] = []
  private readonly byKey = new Map<string, AddressPoint>()
  private readonly byText = new Map<string, AddressPoint[]>()

  /** Whether the row says something new. */
  add(address: AddressPoint, { hasId, units }: { hasId: boolean; units: string[] | undefined }): boolean {
    const text = `${addressKey(address)}|${address.postcode ?? ''}`
    const same = this.byText.get(text) ?? []
    this.byText.set(text, same)
    const known = this.byKey.get(address.key)
    const isKnown = known !== undefined && same.includes(known)
    const at =
      (!hasId || units ? same.find((other) => isSamePlace(address, other)) : undefined) ??
      (isKnown && hasId ? known : undefined)
    if (at) return addUnits(at, units)
    const placed = known ? { ...address, key: placedKey(address) } : address
    if (this.byKey.has(placed.key)) return false
    addUnits(placed, units)
    this.byKey.set(placed.key, placed)
    same.push(placed)
    this.list.push(placed)
    return true
  }
}

function isSamePlace({ location: a }: AddressPoint, { location: b }: AddressPoint): boolean {
  if (!a || !b) return false
  const scale = metresPerDegree(a[1])
  return Math.hypot((a[0] - b[0]) * scale.lng, (a[1] - b[1]) * scale.lat) <= SAME_PLACE
}

/** Whether one of them is new. */
function addUnits(address: AddressPoint, units: string[] = []): boolean {
  const list = address.lists?.[0]
  const fresh = units.filter((unit) => !list?.units?.includes(unit))
  if (fresh.length === 0) return false
  address.lists = [{ key: address.key, units: [...(list?.units ?? []), ...fresh] }]
  return true
}

/** Where another place has the key already: by where it lies, so that it stays when rows move. */
function placedKey({ key, number, location }: AddressPoint): string {
  const [lng, lat] = (location ?? [0, 0]).map((degrees) => Math.round(degrees * 1e5))
  return `${key}-${glued(number)}-at-${lng}-${lat}`
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

/** A number as part of an id, which may stand in an address of the web. */
function glued(number: string): string {
  return plainNumber(number).replace(/[/;,.]/g, '-')
}
