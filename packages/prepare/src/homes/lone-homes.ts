/**
 * Homes that no map draws: an address where no building stands. New blocks are in the address base years before they
 * are in the cadastre.
 */
import type { BuildingKind } from '@doorwalk/core/building/building'
import type { LngLat, Metres } from '@doorwalk/core/units'
import { addressKey, type AddressPoint } from '../addresses/address.ts'
import { NOWHERE } from './surroundings.ts'
import type { Home } from './homes.ts'
import type { Joined, JoinedAddress, Unjoined } from '../addresses/join.ts'
import { boxOf, distance, type Plane } from '../geometry/plane.ts'
import { squareAround } from '../structures/building-nodes.ts'
import { plainStreet } from '@doorwalk/core/matching/street-name'

/** An address this near to an outline belongs to it; BAN places entrances on the wall. */
const AT_WALL: Metres = 3
/** Two points of one address are one home. */
const SAME_ADDRESS_REACH: Metres = 100
/** Front of the narrowest house of a row. */
const LEAST_FRONT: Metres = 4.5
/** Stands for the unknown footprint: a small house. */
const SIDE: Metres = 8
const HOUSE_LEVELS = 2

/**
 * Takes addresses away from buildings they only stand near: when a building has addresses inside or at its wall, one of
 * another street farther off belongs to a neighbour that is not drawn. With those that met no building they are homes
 * of their own, but for shops and for numbers that lie too close to be houses.
 */
export function takeLooseAddresses(joined: Joined): AddressPoint[] {
  const loose = joined.unjoined.filter(couldBeHome).map(({ address }) => address)
  for (const [key, addresses] of joined.byStructure) {
    if (!addresses.some(({ source, metres }) => source === 'ban' && metres > AT_WALL)) continue
    const own = new Set(
      addresses.filter(({ metres }) => metres <= AT_WALL).map(({ street }) => plainStreet(street)),
    )
    const isLoose = ({ source, metres, street }: JoinedAddress) =>
      source === 'ban' && own.size > 0 && metres > AT_WALL && !own.has(plainStreet(street))
    loose.push(...addresses.filter(isLoose))
    joined.byStructure.set(
      key,
      addresses.filter((address) => !isLoose(address)),
    )
  }
  return loose
}

/**
 * Numbers between others on a line may be more than there are houses: closer than houses of a row they are no homes.
 */
function couldBeHome({ address: { business, interpolated } }: Unjoined): boolean {
  return !business && (interpolated === undefined || interpolated >= LEAST_FRONT)
}

/** One house for each address, flats where it names several; two points of one address that lie together are one. */
export function loneHomes(addresses: AddressPoint[], plane: Plane): Home[] {
  const byText = new Map<string, Placed[]>()
  const alone: Placed[] = []
  for (const address of addresses) {
    const { location } = address
    if (!location) continue
    const text = addressKey(address)
    const same = byText.get(text) ?? []
    byText.set(text, same)
    const known = same.find((other) => isTogether(address, other, plane))
    if (known) {
      if (address.lists) known.lists = [...(known.lists ?? []), ...address.lists]
      continue
    }
    const own = { ...address, location, metres: 0 }
    same.push(own)
    alone.push(own)
  }
  return alone.map((address) => {
    const { source, key, location, lists = [] } = address
    const names = new Set(lists.flatMap(({ flats = [], units = [] }) => [...flats, ...units]))
    const kind = names.size > 2 ? 'flats' : 'house'
    const home = loneHome(`${source}:${key}`, { plane, location, levels: HOUSE_LEVELS, kind })
    return { ...home, addresses: [address] }
  })
}

type Placed = JoinedAddress & { location: LngLat }

function isTogether(a: AddressPoint, b: AddressPoint, plane: Plane): boolean {
  if (!/\p{Nd}/u.test(a.number) || !a.location || !b.location) return false
  return distance(plane.toXY(a.location), plane.toXY(b.location)) <= SAME_ADDRESS_REACH
}

/** A home of a square that stands for its unknown ground. */
export function loneHome(
  id: string,
  { plane, location, levels, kind }: { plane: Plane; location: LngLat; levels: number; kind: BuildingKind },
): Home {
  const centre = plane.toXY(location)
  const ring = squareAround(centre, SIDE)
  const areaM2 = SIDE * SIDE
  return {
    id,
    drawn: false,
    structure: { key: id, tags: {}, rings: [ring], nodes: [], box: boxOf(ring), centre, areaM2 },
    addresses: [],
    levels,
    levelsSource: 'default',
    kind,
    mixture: { flats: kind === 'flats' ? 1 : 0, houses: 1 },
    lived: { share: 1, doubt: 'no_households' },
    floorArea: areaM2 * levels,
    shops: 0,
    around: NOWHERE,
    storeys: levels,
  }
}
