/** Addresses of an OpenStreetMap extract: from nodes, from buildings, with the street of associatedStreet relations. */
import type { OsmExtract, Tags } from '../osm/extract.ts'
import type { Structure } from '../structures/structures.ts'
import type { AddressPoint } from './address.ts'
import { flatListOf, isBusiness } from './flat-lists.ts'
import { houseNumbers, streetOf } from './house-numbers.ts'
import { interpolatedAddresses } from './interpolation.ts'
import { plainNumber } from '@doorwalk/core/matching/street-name'

export interface OsmAddresses {
  list: AddressPoint[]
  counts: { withNumber: number; withStreet: number; streetFromRelation: number; interpolated: number }
}

/** Every object with a house number (or a house name), nodes first, a list of numbers as so many addresses. */
export function osmAddresses(extract: OsmExtract, structures: Structure[]): OsmAddresses {
  const streets = streetsOfRelations(extract)
  const counts = { withNumber: 0, withStreet: 0, streetFromRelation: 0, interpolated: 0 }
  const list: AddressPoint[] = []
  const read = (key: string, tags: Tags): AddressPoint[] => {
    const numbers = houseNumbers(tags)
    if (numbers.length === 0) return unnumbered(key, tags)
    const related = streets.get(key)
    const street = streetOf(tags, related)
    counts.withNumber++
    if (street) counts.withStreet++
    if (street && street === related && !tags['addr:street']) counts.streetFromRelation++
    const common = {
      source: 'osm' as const,
      ...(tags['addr:postcode'] ? { postcode: tags['addr:postcode'] } : {}),
      ...(tags['addr:city'] ? { city: tags['addr:city'] } : {}),
      ...countryOf(tags),
      ...(isBusiness(tags) ? { business: true } : {}),
    }
    const corner = cornerAddress(tags['addr:housenumber'], street)
    if (corner) return [{ ...common, ...corner, key }]
    if (numbers.length > 1)
      return numbers.map((number, i) => ({ ...common, key: keyInList(key, { numbers, i }), number, street }))
    return [{ ...common, key, number: numbers[0]!, street, ...listOf(key, tags) }]
  }
  for (const node of extract.nodes.values())
    for (const address of read(`n${node.id}`, node.tags)) list.push({ ...address, location: node.location })
  for (const { key, tags } of structures) {
    // One of a node has been read as a node.
    if (key.startsWith('n')) continue
    for (const { lists: _, ...address } of read(key, tags)) list.push({ ...address, structure: key })
  }
  const between = interpolatedAddresses(extract, streets)
  counts.interpolated = between.length
  return { list: [...list, ...between], counts }
}

/** Flats inside a building whose number is elsewhere; those of an entrance are read with it. */
function unnumbered(key: string, tags: Tags): AddressPoint[] {
  const list = key.startsWith('n') && tags.entrance === undefined ? flatListOf(key, tags) : undefined
  return list ? [{ source: 'osm', key, number: '', street: tags['addr:street'] ?? '', lists: [list] }] : []
}

/** `w123.7` of number 7, so that it stays when the list grows. */
function keyInList(key: string, { numbers, i }: { numbers: string[]; i: number }): string {
  const plain = numbers.map((number) =>
    plainNumber(number)
      .replace(/[^\p{L}\p{M}\p{N}]/gu, '-')
      .slice(0, 20),
  )
  return `${key}.${new Set(plain).size < plain.length ? i + 1 : plain[i]!}`
}

/** Flats that the object names; those of a building are counted with the building. */
function listOf(key: string, tags: Tags): Pick<AddressPoint, 'lists'> {
  const list = flatListOf(key, tags)
  return list ? { lists: [list] } : {}
}

/** Two letters; some write a name instead, which nobody reads. */
function countryOf(tags: Tags): { country?: string } {
  const country = tags['addr:country']?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(country) ? { country } : {}
}

/** A corner house with as many numbers as streets, "2;7" of "Rue A;Rue B", is known by the first of both. */
function cornerAddress(
  written: string | undefined,
  street: string,
): Pick<AddressPoint, 'number' | 'street'> | undefined {
  const [numbers, streets] = [written?.split(';') ?? [], street.split(';')]
  if (streets.length < 2 || numbers.length !== streets.length) return undefined
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
