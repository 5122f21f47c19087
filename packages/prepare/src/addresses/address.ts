/** Addresses of an OpenStreetMap extract: from nodes, from buildings, with the street of associatedStreet relations. */
import type { Address } from '@doorwalk/core/building/building'
import type { LngLat } from '@doorwalk/core/units'
import type { OsmExtract, Tags } from '../osm/extract.ts'
import { plainNumber, plainStreet } from './street-name.ts'
import type { Structure } from '../structures/structures.ts'

export interface AddressPoint extends Address {
  source: 'osm' | 'ban'
  /** `n123`, `w123`, `r123`, or the BAN id. */
  key: string
  /** Absent when the address stands on a building as a whole. */
  location?: LngLat
  /** Key of the structure that carries the address. */
  structure?: string
}

export interface OsmAddresses {
  list: AddressPoint[]
  counts: { withNumber: number; withStreet: number; streetFromRelation: number }
}

/** Every object with a house number (or a house name), nodes first. */
export function osmAddresses(extract: OsmExtract, structures: Structure[]): OsmAddresses {
  const streets = streetsOfRelations(extract)
  const counts = { withNumber: 0, withStreet: 0, streetFromRelation: 0 }
  const list: AddressPoint[] = []
  const read = (key: string, tags: Tags): AddressPoint | undefined => {
    const number = tags['addr:housenumber'] ?? tags['addr:housename']
    if (!number) return undefined
    const own = tags['addr:street'] ?? tags['addr:place']
    const street = own ?? streets.get(key) ?? ''
    counts.withNumber++
    if (street) counts.withStreet++
    if (street && !own) counts.streetFromRelation++
    return {
      source: 'osm',
      key,
      ...cornerAddress(number.trim(), street),
      ...(tags['addr:postcode'] ? { postcode: tags['addr:postcode'] } : {}),
      ...(tags['addr:city'] ? { city: tags['addr:city'] } : {}),
      ...countryOf(tags),
    }
  }
  for (const node of extract.nodes.values()) {
    const address = read(`n${node.id}`, node.tags)
    if (address) list.push({ ...address, location: node.location })
  }
  for (const structure of structures) {
    const address = read(structure.key, structure.tags)
    if (address) list.push({ ...address, structure: structure.key })
  }
  return { list, counts }
}

/** Two letters; some write a name instead, which nobody reads. */
function countryOf(tags: Tags): { country?: string } {
  const country = tags['addr:country']?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(country) ? { country } : {}
}

/** A corner house with as many numbers as streets, "2;7" of "Rue A;Rue B", is known by the first of both. */
function cornerAddress(number: string, street: string): { number: string; street: string } {
  const [numbers, streets] = [number.split(';'), street.split(';')]
  if (streets.length < 2 || numbers.length !== streets.length) return { number, street }
  return { number: numbers[0]!.trim(), street: streets[0]!.trim() }
}

/** Street of each member of a relation, by member key. The relation's name, else that of its street member. */
function streetsOfRelations(extract: OsmExtract): Map<string, string> {
  const wayNames = new Map(extract.streets.map((way) => [way.id, way.tags.name]))
  const streets = new Map<string, string>()
  for (const relation of extract.relations) {
    if (relation.tags.type !== 'associatedStreet' && relation.tags.type !== 'street') continue
    const member = relation.members.find(({ type, role }) => type === 'way' && role === 'street')
    const name = relation.tags.name ?? relation.tags['addr:street'] ?? wayNames.get(member?.ref ?? -1)
    if (!name) continue
    for (const { type, ref, role } of relation.members)
      if (role !== 'street') streets.set(`${type[0]}${ref}`, name)
  }
  return streets
}

/** Equal for two spellings of one address. */
export function addressKey(address: Address): string {
  return `${plainNumber(address.number)}|${plainStreet(address.street)}`
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
  for (const way of extract.streets)
    if (way.tags.name) spelling.set(plainStreet(way.tags.name), way.tags.name)
  return addresses.map((address) => ({
    ...address,
    street: spelling.get(plainStreet(address.street)) ?? address.street,
  }))
}
