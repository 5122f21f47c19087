/** An address as map and tables give it, and when two of them are the same. */
import type { Address } from '@doorwalk/core/building/building'
import type { LngLat, Metres } from '@doorwalk/core/units'
import type { OsmExtract } from '../osm/extract.ts'
import { plainNumber, plainStreet } from '@doorwalk/core/matching/street-name'

export interface AddressPoint extends Address {
  source: 'osm' | 'ban'
  /** `n123`, `w123`, `r123`, `w123.7` for number 7 of a list, or the BAN id. */
  key: string
  /** Absent when the address stands on a building as a whole. */
  location?: LngLat
  /** Key of the structure that carries the address. */
  structure?: string
  /** Of each object with this address that names flats. */
  lists?: FlatList[]
  /** Of a shop, an office, a school: no home by itself. */
  business?: boolean
  /** Between two numbers of a line; nobody saw it. Metres to the next number of its line. */
  interpolated?: Metres
}

/** Flats that one object names. */
export interface FlatList {
  /** Of the object, as in `AddressPoint`. */
  key: string
  /** All behind its door. */
  flats?: string[]
  /** Some of those at its number. */
  units?: string[]
}

/** Equal for two spellings of one address. */
export function addressKey(address: Address): string {
  return `${plainNumber(address.number)}|${plainOnce(address.street)}`
}

/** Streets whose plain name is remembered. */
const REMEMBERED_MOST = 50_000
const remembered = new Map<string, string>()

/** The plain name of a street, reckoned once: thousands of addresses share it. */
export function plainOnce(street: string): string {
  const known = remembered.get(street)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED_MOST) remembered.clear()
  const plain = plainStreet(street)
  remembered.set(street, plain)
  return plain
}

/** The address as targets carry it. */
export function plainAddress({ number, street, postcode, city, country }: Address): Address {
  return {
    number,
    street,
    ...(postcode ? { postcode } : {}),
    ...(city ? { city } : {}),
    ...(country ? { country } : {}),
  }
}

/**
 * Spells BAN streets as OpenStreetMap does where both name the same street: "Allee Hannah Arendt" → "Allée Hannah
 * Arendt". Only accents, case and punctuation change.
 */
export function respellStreets(addresses: AddressPoint[], extract: OsmExtract): AddressPoint[] {
  const spelling = new Map<string, string>()
  for (const way of extract.streets) if (way.tags.name) spelling.set(plainOnce(way.tags.name), way.tags.name)
  return addresses.map((address) => ({
    ...address,
    street: spelling.get(plainOnce(address.street)) ?? address.street,
  }))
}
