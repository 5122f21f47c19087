/** Flats and units that the map or a table names one by one: `addr:flats`, `addr:unit`, UNIT columns. */
import { plainLetters } from '@doorwalk/core/letters'
import type { Tags } from '../osm/extract.ts'
import type { FlatList } from './address.ts'
import { rangeOf } from './number-range.ts'

/** More behind one door is a slip of the pen. */
const MOST_FLATS = 2000

/** Words before the name of a flat, which some write and some do not. */
const FLAT_WORDS =
  /^(?:(?:apts?|apartments?|app|appt|appartement|apartamento|apto|dpto|depto|departamento|flats?|units?|no|nr|whg|wohnung|lgh|int|interno|piso|кв|квартира|διαμ)(?:\.?\s+|\.?(?=\d))|#\s*)/u

/** What else a table has units of: https://pe.usps.com/text/pub28/28apc_003.htm */
const NO_DWELLING =
  /^(?:ste|suite|ofc|office|shop|store|dept|hngr|hangar|garage|gar|kiosk|storage|parking|pkg|bldg|building|lobby|pier|slip|stop|common|house)\b/

/**
 * Names of flats: "1-4;6;8-10" are eight, "A-D" four, "101-408" those of four floors with eight each. Undefined when
 * the text names none, or more than 2,000. Source: https://wiki.openstreetmap.org/wiki/Key:addr:flats
 */
export function flatsIn(text: string | undefined): string[] | undefined {
  const flats = new Set<string>()
  for (const part of (text ?? '').split(/[;,&+、，；،]|\s(?:and|und|et|y|e|и)\s/)) {
    const name = plainFlat(part)
    if (name === '') continue
    for (const flat of byFloors(name) ?? rangeOf(name) ?? [name]) flats.add(flat)
    if (flats.size > MOST_FLATS) return undefined
  }
  return flats.size > 0 ? [...flats] : undefined
}

/** Undefined for offices, shops and garages. */
export function unitsIn(text: string | undefined): string[] | undefined {
  return NO_DWELLING.test(plainLetters(text ?? '').trim()) ? undefined : flatsIn(text)
}

/**
 * What `addr:flats` and `addr:unit` of an address or entrance name; undefined when they name nothing. Letters on an
 * entrance are the staircase, unless it is the door of a single home.
 */
export function flatListOf(key: string, tags: Tags): FlatList | undefined {
  const [named, unit, door] = [tags['addr:flats'], tags['addr:unit'], tags['addr:door']]
  if (named === undefined && unit === undefined && door === undefined) return undefined
  const flats = flatsIn(named)
  const stairs = !door && tags.entrance !== undefined && tags.entrance !== 'home' && isStaircase(unit ?? '')
  const units =
    stairs || isBusiness(tags) ? undefined : unitsIn(unit && door ? `${unit}/${door}` : (door ?? unit))
  return flats || units ? { key, ...(flats ? { flats } : {}), ...(units ? { units } : {}) } : undefined
}

/** "A", "B": on an entrance these are staircases, not flats. */
function isStaircase(unit: string): boolean {
  return isLettered(plainFlat(unit))
}

/** Of a plain name. */
export function isLettered(name: string): boolean {
  return /^\p{L}+$/u.test(name)
}

/** What has an address without being a home. */
const BUSINESS_KEYS = 'shop office amenity tourism craft healthcare leisure club industrial'.split(' ')

export function isBusiness(tags: Tags): boolean {
  return BUSINESS_KEYS.some((key) => tags[key] !== undefined && tags[key] !== 'vacant' && tags[key] !== 'no')
}

/** "Apt. 12 B" → "12b". */
function plainFlat(text: string): string {
  const name = plainLetters(text).trim().replace(FLAT_WORDS, '')
  return name.replace(/\s+(?:to|thru|through)\s+/, '-').replace(/\s+/g, '')
}

/** Flats on a floor at most, where hundreds count floors. */
const FLATS_A_FLOOR = 40

/** "101-408" counts floors in hundreds when each has a first flat "01". */
function byFloors(range: string): string[] | undefined {
  const [, first = '', last = ''] = /^(\d{1,2}01)[-\u2013](\d{3,4})$/.exec(range) ?? []
  const [from, to] = [Math.floor(Number(first) / 100), Math.floor(Number(last) / 100)]
  const each = Number(last) % 100
  if (first === '' || to <= from || each < 1 || each > FLATS_A_FLOOR) return undefined
  return Array.from({ length: to - from + 1 }, (_, floor) =>
    Array.from({ length: each }, (_, flat) => String((from + floor) * 100 + flat + 1)),
  ).flat()
}
