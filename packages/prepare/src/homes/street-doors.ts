/**
 * The street doors of homes: entrances drawn on the outline, addresses inside or in front, else the side to the street.
 */
import type { DoorAccess, Address } from '@doorwalk/core/building/building'
import type { LngLat, Metres } from '@doorwalk/core/units'
import { plainAddress } from '../addresses/address.ts'
import { flatListOf } from '../addresses/flat-lists.ts'
import type { Home } from './homes.ts'
import { listedDoors, type DoorPair, type ListedDoors } from './listed-doors.ts'
import type { JoinedAddress } from '../addresses/join.ts'
import type { OsmExtract, OsmNode, Tags } from '../osm/extract.ts'
import { distance, roundPlace, type Plane } from '../geometry/plane.ts'
import type { StreetFronts } from './street-fronts.ts'

export interface StreetDoor {
  id: string
  home: Home
  entrance?: { id: string; label?: string }
  address?: Address
  /** BAN id or OSM key of the address, to meet registers that use it. */
  addressKey?: string
  location: LngLat
  access: DoorAccess
  /** Doors with the same value are behind one street door. */
  streetDoor: string
  /** Of the home's floor area: 1 ÷ number of its street doors. */
  share: number
  /** Where the source names the doors behind it. */
  listed?: ListedDoors
}

/** An address node and an entrance this near are the same door. */
const SAME_DOOR: Metres = 6
const STREET_ENTRANCES = new Set(['main', 'home', 'staircase', 'yes'])

export function streetDoorsOf(
  home: Home,
  context: { extract: OsmExtract; plane: Plane; fronts: StreetFronts },
): StreetDoor[] {
  const base = home.id
  const entrances = home.structure.nodes
    .map((ref) => context.extract.nodes.get(ref))
    .filter((node) => node !== undefined)
    .filter(({ tags }) => isStreetEntrance(tags) && tags.railway === undefined)
  const pairs = pairUp(home.addresses, { entrances: withoutBackDoors(entrances), plane: context.plane })
  const listed = listedDoors(home, pairs)
  const places = placesOf(home, { pairs, fronts: context.fronts })
  return pairs.map(({ address, entrance, inherited }, i): StreetDoor => {
    const suffix = entrance ? `e${entrance.id}` : (address?.key ?? '')
    const alone = pairs.length === 1
    const id = doorId(base, { address: inherited ? undefined : address, suffix, alone })
    return {
      id,
      home,
      location: roundPlace(places[i]!),
      access: accessOf(home, entrance?.tags ?? {}),
      streetDoor: inherited ? base : id,
      share: 1 / pairs.length,
      ...(listed[i] ? { listed: listed[i] } : {}),
      ...(entrance ? { entrance: { id: `e${entrance.id}`, ...labelOf(entrance.tags) } } : {}),
      ...(address?.number || address?.street
        ? { address: plainAddress(address), addressKey: address.key }
        : {}),
    }
  })
}

/**
 * Without doors that lead to the same flats as another one of the building, by what they say. Staircases and doors with
 * a number or a name of their own count from one again.
 */
function withoutBackDoors(entrances: OsmNode[]): OsmNode[] {
  const flatsOf = ({ id, tags }: OsmNode) => flatListOf(`n${id}`, tags)?.flats?.join() ?? ''
  const isNamed = ({ tags }: OsmNode) =>
    tags.entrance === 'staircase' ||
    tags['addr:housenumber'] !== undefined ||
    labelOf(tags).label !== undefined
  const first = (list: OsmNode[]) => list.find(({ tags }) => tags.entrance === 'main') ?? list[0]
  return entrances.filter((entrance) => {
    const flats = flatsOf(entrance)
    if (flats === '' || isNamed(entrance)) return true
    return first(entrances.filter((other) => !isNamed(other) && flatsOf(other) === flats)) === entrance
  })
}

function isStreetEntrance({ entrance, 'addr:flats': flats }: Tags): boolean {
  return STREET_ENTRANCES.has(entrance ?? '') || (entrance !== undefined && flats !== undefined)
}

/**
 * Of each pair: its entrance, the place of its address, else its share of the front; numbers of one row side by side.
 */
function placesOf(home: Home, { pairs, fronts }: { pairs: DoorPair[]; fronts: StreetFronts }): LngLat[] {
  const known = pairs.map(({ entrance, address }) => entrance?.location ?? address?.location)
  const without = pairs.flatMap((_, i) => (known[i] ? [] : [i]))
  const [first] = without
  if (first === undefined) return known.filter((place) => place !== undefined)
  const street = pairs[first]!.address?.street ?? ''
  const front = fronts.along(home.structure, { street, count: without.length })
  return known.map((place, i) => place ?? front[without.indexOf(i)]!)
}

/** RNB, else BAN, else OSM; the only door of a building needs no entrance in its id. */
function doorId(
  base: string,
  { address, suffix, alone }: { address: JoinedAddress | undefined; suffix: string; alone: boolean },
): string {
  if (base.startsWith('osm:') && address?.source === 'ban') return `ban:${address.key}`
  return alone ? base : `${base}!${suffix}`
}

/**
 * Each address once, with the entrance nearest to it. Entrances without an address count where they must be street
 * doors: on a building without addresses, or `main`, `home` and `staircase` ones behind the only address.
 */
function pairUp(
  addresses: JoinedAddress[],
  { entrances, plane }: { entrances: OsmNode[]; plane: Plane },
): DoorPair[] {
  const free = new Set(entrances)
  const pairs = addresses.map((address): DoorPair => {
    const entrance = entranceFor(address, { free, plane })
    if (!entrance) return { address }
    free.delete(entrance)
    return { address, entrance }
  })
  const [only] = addresses
  if (pairs.length === 0) {
    return free.size > 0 ? [...free].map((entrance) => ({ entrance })) : [{}]
  }
  if (pairs.length > 1 || !only) return withListed(pairs, { free, plane })
  const certain = [...free].filter((entrance) => entrance.tags.entrance !== 'yes' || namesFlats(entrance))
  if (pairs[0]!.entrance === undefined && certain.length === 0 && free.size === 1) {
    return [{ address: only, entrance: [...free][0]! }]
  }
  if (certain.length === 0) return pairs
  const all = pairs[0]!.entrance ? [pairs[0]!.entrance, ...certain] : certain
  if (all.length === 1) return [{ address: only, entrance: all[0]! }]
  return all.map((entrance) => ({ address: only, entrance, inherited: true }))
}

/**
 * Entrances that name flats belong to the addresses that have none yet, nearest first; others are doors of their own at
 * the nearest address.
 */
function withListed(pairs: DoorPair[], { free, plane }: { free: Set<OsmNode>; plane: Plane }): DoorPair[] {
  const all = [...pairs]
  for (const entrance of [...free].filter(namesFlats)) {
    const at = plane.toXY(entrance.location)
    const away = ({ address }: DoorPair) =>
      address?.location ? distance(at, plane.toXY(address.location)) : 0
    const byDistance = all.filter(({ inherited }) => !inherited).sort((a, b) => away(a) - away(b))
    const bare = byDistance.find((pair) => pair.entrance === undefined)
    if (bare) all[all.indexOf(bare)] = { ...bare, entrance }
    else all.push({ ...byDistance[0], entrance, inherited: true })
  }
  return all
}

function namesFlats({ id, tags }: OsmNode): boolean {
  return flatListOf(`n${id}`, tags) !== undefined
}

function entranceFor(
  address: JoinedAddress,
  { free, plane }: { free: Set<OsmNode>; plane: Plane },
): OsmNode | undefined {
  let best: OsmNode | undefined
  let least = SAME_DOOR
  for (const entrance of free) {
    if (`n${entrance.id}` === address.key) return entrance
    if (!address.location) continue
    const away = distance(plane.toXY(address.location), plane.toXY(entrance.location))
    if (away < least) [best, least] = [entrance, away]
  }
  return best
}

function labelOf(tags: Tags): { label?: string } {
  const label = tags.ref ?? tags['addr:unit'] ?? tags['addr:door'] ?? tags.name
  return label ? { label } : {}
}

/** What tags say about the lock; a house is open to its own door. */
function accessOf(home: Home, tags: Tags): DoorAccess {
  if (tags.intercom === 'yes' || tags['door:intercom'] === 'yes' || tags.entry_phone === 'yes')
    return 'intercom'
  if (tags.keypad === 'yes' || tags['access:code'] || tags.access === 'code') return 'code'
  if (tags.concierge === 'yes' || tags.guard === 'yes') return 'guard'
  return home.kind === 'house' ? 'open' : 'unknown'
}
