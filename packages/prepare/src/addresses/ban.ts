/**
 * Addresses from a CSV in the layout of the French national address base, or any table with number, street and place.
 */
import type { LngLat } from '@doorwalk/core/units'
import type { AddressPoint } from './address.ts'
import { noRows, type ImportCounts } from '../tables/refused.ts'
import { plainNumber, plainStreet } from './street-name.ts'
import { degreesOf, tableRows, type TableOptions } from '../tables/csv.ts'

const COLUMNS = {
  id: ['id', 'cle_interop', 'uid_adresse', 'key'],
  number: ['numero', 'number', 'housenumber', 'house_number', 'no'],
  suffix: ['rep', 'suffixe', 'suffix'],
  street: ['nom_voie', 'voie_nom', 'street', 'rue', 'voie'],
  place: ['lieudit_complement_nom', 'nom_ld'],
  postcode: ['code_postal', 'postcode', 'zip'],
  city: ['nom_commune', 'commune_nom', 'city', 'commune'],
  lng: ['lon', 'long', 'lng', 'longitude'],
  lat: ['lat', 'latitude'],
}

export interface BanAddresses {
  list: AddressPoint[]
  counts: ImportCounts
}

/**
 * Addresses inside a box; the first row of each id or address holds.
 *
 * @param keep whether a place is near enough to be wanted
 * @throws VisibleError `table.missing`, `table.columns`, `table.damaged`
 */
export async function readBan(file: string, keep: (point: LngLat) => boolean): Promise<BanAddresses> {
  const counts = noRows()
  const byKey = new Map<string, AddressPoint>()
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
    else if (!keep([lng, lat])) counts.outside++
    else {
      const street = value.street ?? value.place ?? ''
      const address: AddressPoint = {
        source: 'ban',
        key: value.id ?? plainKey(value),
        number: [value.number ?? '', value.suffix ?? ''].join(' ').trim(),
        street: unscrambled(street),
        ...(value.postcode ? { postcode: value.postcode } : {}),
        ...(value.city ? { city: value.city } : {}),
        location: [lng, lat],
      }
      if (byKey.has(address.key)) counts.repeated++
      else {
        if (address.street !== street) counts.repaired++
        byKey.set(address.key, address)
        counts.accepted++
      }
    }
  }
  return { list: [...byKey.values()], counts }
}

/**
 * Characters of the Windows-1252 bytes 0x80–0x9f; the others are those of Latin-1. (Node 20 decodes them as Latin-1.)
 */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * UTF-8 that was once read as Windows-1252 and written again ("GalliÃ©ni", "dâ€™Aulnay"): municipal files hold such
 * rows.
 */
function unscrambled(text: string): string {
  if (!/Ã|Â|â€/.test(text)) return text
  const bytes = Array.from(text, (letter) => {
    const special = CP1252.indexOf(letter)
    return special < 0 ? letter.charCodeAt(0) : 0x80 + special
  })
  if (bytes.some((byte) => byte > 255)) return text
  const again = new TextDecoder().decode(Uint8Array.from(bytes))
  return again.includes('\ufffd') ? text : again
}

/** A table without ids gets readable ones that stay the same when rows move. */
function plainKey({ number, suffix, street, place, postcode }: Record<string, string>): string {
  const words = `${plainNumber(`${number ?? ''}${suffix ?? ''}`)} ${plainStreet(street ?? place ?? '')} ${postcode ?? ''}`
  return words.trim().replaceAll(' ', '-')
}
