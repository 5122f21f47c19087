/**
 * Homes that no map draws: an address or a register entry where no building stands. New blocks are in the address base
 * years before they are in the cadastre.
 */
import type { BuildingKind } from '@doorwalk/core/building/building'
import type { LngLat, Metres } from '@doorwalk/core/units'
import type { AddressPoint } from '../addresses/address.ts'
import type { MatchedDwellings } from './dwellings.ts'
import type { Home } from './homes.ts'
import type { Joined, JoinedAddress } from '../addresses/join.ts'
import { boxOf, type Plane, type XY } from '../geometry/plane.ts'
import { plainStreet } from '../addresses/street-name.ts'

/** An address this near to an outline belongs to it; BAN places entrances on the wall. */
const AT_WALL: Metres = 3
/** Stands for the unknown footprint: a small house. */
const SIDE: Metres = 8
const HOUSE_LEVELS = 2

/**
 * Takes addresses away from buildings they only stand near: when a building has addresses inside or at its wall, one of
 * another street farther off belongs to a neighbour that is not drawn.
 */
export function takeLooseAddresses(joined: Joined): AddressPoint[] {
  const loose = joined.unjoined.map(({ address }) => address).filter(({ source }) => source === 'ban')
  for (const [key, addresses] of joined.byStructure) {
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

/** One house for each address. */
export function loneHomes(addresses: AddressPoint[], plane: Plane): Home[] {
  return addresses.flatMap((address) => {
    const { location, key } = address
    if (!location) return []
    const place = { plane, location, levels: HOUSE_LEVELS, kind: 'house' as const }
    return [{ ...loneHome(`ban:${key}`, place), addresses: [{ ...address, metres: 0 }] }]
  })
}

/** One block of flats for each register entry that met no street door; its count is added to the matched ones. */
export function registeredHomes(matched: MatchedDwellings, plane: Plane): Home[] {
  return matched.unmatched.map(({ entry }) => {
    const words = plainStreet(entry.address).replaceAll(' ', '-')
    const id = `dwellings:${words || entry.location.join('-')}`
    const levels = (entry.upperFloors ?? 0) + 1
    matched.byDoor.set(id, { dwellings: entry.dwellings, entries: [entry] })
    return loneHome(id, { plane, location: entry.location, levels, kind: 'flats' })
  })
}

function loneHome(
  id: string,
  { plane, location, levels, kind }: { plane: Plane; location: LngLat; levels: number; kind: BuildingKind },
): Home {
  const [x, y] = plane.toXY(location)
  const half = SIDE / 2
  const ring: XY[] = [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ]
  const areaM2 = SIDE * SIDE
  return {
    id,
    drawn: false,
    structure: { key: id, tags: {}, rings: [ring], nodes: [], box: boxOf(ring), centre: [x, y], areaM2 },
    addresses: [],
    levels,
    levelsSource: 'default',
    kind,
    floorArea: areaM2 * levels,
    shops: 0,
    shopsAround: 0,
  }
}
