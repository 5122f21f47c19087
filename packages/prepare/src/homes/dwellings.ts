/** A register of dwellings per entrance (in France the social-housing register RPLS) and how it meets street doors. */
import { extname } from 'node:path'
import type { LngLat, Metres } from '@doorwalk/core/units'
import { readFeatures } from '../tables/geojson.ts'
import { GridIndex } from '../geometry/grid-index.ts'
import { boxOf, distance, grownBox, metresOutside, type Plane } from '../geometry/plane.ts'
import { noRows, type ImportCounts } from '../tables/refused.ts'
import type { StreetDoor } from './street-doors.ts'
import { plainNumber, plainStreet } from '../addresses/street-name.ts'
import { degreesOf, tableRows, type TableOptions } from '../tables/csv.ts'

export interface DwellingEntry {
  line: number
  address: string
  location: LngLat
  dwellings: number
  /** Above the ground floor, as the register counts. */
  upperFloors?: number
}

export interface Dwellings {
  list: DwellingEntry[]
  /** `repeated`: rows of an entrance already read (decision record 0010). */
  counts: ImportCounts
}

const COLUMNS = {
  address: ['adresse', 'address', 'libelle'],
  dwellings: ['logements', 'dwellings', 'nb_logements', 'nblog', 'flats'],
  floors: ['etages', 'floors', 'nb_etages'],
  lng: ['lon', 'long', 'lng', 'longitude'],
  lat: ['lat', 'latitude'],
}

/** More in one entrance is a slip of the pen. */
const MAX_DWELLINGS = 2000

/**
 * Entries inside a box. Rows that agree in address, place, dwellings and floors are one entrance: the register repeats
 * an entrance once per programme or year and writes the entrance's total in each row (docs/decisions/0010).
 *
 * @throws VisibleError `geojson.*`, `table.*`
 */
export async function readDwellings(file: string, keep: (point: LngLat) => boolean): Promise<Dwellings> {
  const counts = noRows()
  const seen = new Map<string, DwellingEntry>()
  for await (const { line, value } of rowsOf(file)) {
    counts.read++
    const refuse = (field: string, came: string | undefined, expected: string) =>
      counts.refused.push({ line, field, came: came ?? '', expected })
    const lng = degreesOf(value.lng, 180)
    const lat = degreesOf(value.lat, 90)
    const dwellings = Number(value.dwellings ?? NaN)
    if (lng === undefined) refuse('lon', value.lng, 'a longitude in degrees')
    else if (lat === undefined) refuse('lat', value.lat, 'a latitude in degrees')
    else if (!Number.isInteger(dwellings) || dwellings < 0 || dwellings > MAX_DWELLINGS) {
      refuse('logements', value.dwellings, `a whole number from 0 to ${MAX_DWELLINGS}`)
    } else if (!keep([lng, lat])) counts.outside++
    else {
      const floors = Number(value.floors ?? NaN)
      const address = value.address ?? ''
      const key = [plainStreet(address), lng, lat, dwellings, value.floors].join('|')
      if (seen.has(key)) counts.repeated++
      else {
        counts.accepted++
        const entry: DwellingEntry = { line, address, location: [lng, lat], dwellings }
        seen.set(key, { ...entry, ...(floors > 0 && floors <= 60 ? { upperFloors: floors } : {}) })
      }
    }
  }
  return { list: [...seen.values()], counts }
}

interface Row {
  line: number
  value: Partial<Record<keyof typeof COLUMNS, string>>
}

async function* rowsOf(file: string): AsyncGenerator<Row> {
  if (extname(file).toLowerCase() === '.csv') {
    const options: TableOptions<keyof typeof COLUMNS> = {
      option: '--dwellings',
      columns: COLUMNS,
      required: ['dwellings', 'lng', 'lat'],
    }
    yield* tableRows(file, options)
    return
  }
  for (const { number, properties, geometry } of await readFeatures(file, '--dwellings')) {
    const text = (aliases: string[]) => {
      const value = aliases
        .map((alias) => properties[alias])
        .find((found) => found !== undefined && found !== null)
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
    }
    const value: Row['value'] = {}
    for (const column of ['address', 'dwellings', 'floors'] as const) {
      const cell = text(COLUMNS[column])
      if (cell !== undefined) value[column] = cell
    }
    if (geometry?.type === 'Point') {
      value.lng = String(geometry.coordinates[0])
      value.lat = String(geometry.coordinates[1])
    }
    yield { line: number, value }
  }
}

/** A register's place is geocoded from its address: usually exact, sometimes at the next gate. */
const SAME_ADDRESS_REACH: Metres = 80
const NEAREST_REACH: Metres = 25
/** From the middle of a building to one of its entrances, and as far again as a place may be wrong. */
const HOME_REACH: Metres = 4 * SAME_ADDRESS_REACH

export interface Counted {
  dwellings: number
  entries: DwellingEntry[]
  upperFloors?: number
}

export interface MatchedDwellings {
  byDoor: Map<string, Counted>
  unmatched: { entry: DwellingEntry; nearest: Metres }[]
}

/** Street doors by their number and street within 80 m, else the nearest door or building within 25 m. */
export function matchDwellings(
  entries: DwellingEntry[],
  doors: StreetDoor[],
  plane: Plane,
): MatchedDwellings {
  const byDoor = new Map<string, Counted>()
  const unmatched: MatchedDwellings['unmatched'] = []
  const index = new GridIndex<{ door: StreetDoor; place: number }>()
  doors.forEach((door, place) => {
    if (!door.home.noDoors) index.add(boxOf([door.home.structure.centre]), { door, place })
  })
  for (const entry of entries) {
    const at = plane.toXY(entry.location)
    const around = [...index.near(grownBox(boxOf([at]), HOME_REACH))].sort((a, b) => a.place - b.place)
    let best: { id: string; cost: number } | undefined
    let nearest: Metres = Infinity
    for (const { door } of around) {
      if (distance(at, door.home.structure.centre) > HOME_REACH) continue
      const away = Math.min(
        distance(at, plane.toXY(door.location)),
        metresOutside(at, door.home.structure.rings),
      )
      nearest = Math.min(nearest, away)
      const toDoor = distance(at, plane.toXY(door.location))
      const same = door.address !== undefined && sameAddress(entry.address, door.address)
      if (!(same && toDoor <= SAME_ADDRESS_REACH) && away > NEAREST_REACH) continue
      // A door of the same address beats every nearer one; then a door nobody has claimed, then the nearest.
      const cost = (same ? 0 : 1000) + (byDoor.has(door.id) && !same ? 500 : 0) + toDoor
      if (!best || cost < best.cost) best = { id: door.id, cost }
    }
    if (!best) {
      unmatched.push({ entry, nearest })
      continue
    }
    const counted = byDoor.get(best.id) ?? { dwellings: 0, entries: [] }
    counted.dwellings += entry.dwellings
    counted.entries.push(entry)
    const floors = Math.max(counted.upperFloors ?? 0, entry.upperFloors ?? 0)
    byDoor.set(best.id, { ...counted, ...(floors > 0 ? { upperFloors: floors } : {}) })
  }
  return { byDoor, unmatched }
}

/** "12AVENUEMAX DORMOY" and 12, "Avenue Max Dormoy": registers glue words and cut short ones. */
function sameAddress(written: string, { number, street }: { number: string; street: string }): boolean {
  const [, first = '', rest = ''] = /^\s*(\d+\s?(?:bis|ter|quater)?)[\d\s,/-]*(.*)$/i.exec(written) ?? []
  if (plainNumber(first) !== plainNumber(number)) return false
  const glue = (text: string) => plainStreet(text).replaceAll(' ', '')
  const lastWord = plainStreet(street).split(' ').at(-1) ?? ''
  return glue(rest) === glue(street) || (lastWord.length > 3 && glue(rest).endsWith(lastWord))
}
