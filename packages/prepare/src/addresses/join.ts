/**
 * Which structure an address belongs to: the one it lies in, else the nearest within reach, else the house behind its
 * gate, else the building that has the same address already.
 */
import type { Metres } from '@doorwalk/core/units'
import type { AddressPoint } from './address.ts'
import { addressKey } from './address.ts'
import { mayBeOneStreet, plainNumber } from '@doorwalk/core/matching/street-name'
import { houseBehind, type Behind } from './behind.ts'
import type { GridIndex } from '../geometry/grid-index.ts'
import {
  distance,
  grownBox,
  metresOutside,
  metresOutsideBox,
  nearestOnRings,
  type Plane,
  type XY,
} from '../geometry/plane.ts'
import { compareStrings } from '../lists/compare-strings.ts'
import { isRowOfHouses } from '../structures/row.ts'
import type { Structure } from '../structures/structures.ts'
import { kindByTags, noDoorsByTags } from '../structures/use.ts'

/** OSM puts address nodes into or onto their building; BAN points stand on the street side of the plot. */
const REACH: Record<AddressPoint['source'], Metres> = { osm: 10, ban: 25 }
/** A garage or shed on the way is passed over unless the house behind it is this much farther. */
const OUTBUILDING_PENALTY: Metres = 15
const SMALL_M2 = 30
/** On or at the wall: drawn a little beside it. */
const AT_WALL: Metres = 3
/** A second point of an address that a building has already. */
const SAME_ADDRESS_REACH: Metres = 100
/** Least footprint for each number of a line: a house of a narrow row. */
const INTERPOLATED_M2 = 35

export interface JoinedAddress extends AddressPoint {
  /** 0 inside. */
  metres: Metres
}

export interface Joined {
  /** Addresses of each structure, nearest first; two spellings of one address are one. */
  byStructure: Map<string, JoinedAddress[]>
  unjoined: Unjoined[]
  inside: number
  joined: number
}

export interface Unjoined {
  address: AddressPoint
  nearest?: Metres
}

export interface JoinContext {
  structures: Structure[]
  index: GridIndex<Structure>
  plane: Plane
  /** What parts the plots: streets to cross, and which points stand on fences and gates. */
  behind: Behind
}

/** Cost: a look around each address; what stands at gates and between numbers of a line is joined last. */
export function joinAddresses(addresses: AddressPoint[], context: JoinContext): Joined {
  const result: Joined = { byStructure: new Map(), unjoined: [], inside: 0, joined: 0 }
  const { plane, behind, structures } = context
  const later: Unjoined[] = []
  const flats: AddressPoint[] = []
  for (const address of addresses) {
    if (!address.location) {
      if (address.structure) join(result, address, { key: address.structure, metres: 0 })
      continue
    }
    if (address.number === '') {
      flats.push(address)
      continue
    }
    const found = nearest(address, context)
    const atGate = found.metres > AT_WALL && behind.isGate(address)
    if (!found.key || atGate || address.interpolated !== undefined) {
      later.push({ address, ...(Number.isFinite(found.metres) ? { nearest: found.metres } : {}) })
    } else join(result, address, { key: found.key, metres: found.metres })
  }
  const real = later.filter(({ address }) => address.interpolated === undefined)
  const lost = joinBehind(joinByName(real, { result, plane, structures }), { result, context })
  const between = later.filter(({ address }) => address.interpolated !== undefined)
  result.unjoined.push(...lost, ...joinBetween(between, { result, context, known: addresses }))
  for (const address of flats) joinFlats(address, { result, context })
  for (const list of result.byStructure.values())
    list.sort((a, b) => a.metres - b.metres || compareStrings(a.key, b.key))
  return result
}

/**
 * Nearest structure; without a key when it is out of reach, or across the street from what the map has. A garage
 * takes what stands in it or at its wall.
 */
function nearest(
  { location, source }: AddressPoint,
  { index, plane, behind }: JoinContext,
): { key?: string; metres: Metres } {
  let best: { structure?: Structure; metres: Metres; cost: number } = { metres: Infinity, cost: Infinity }
  if (!location) return best
  const point = plane.toXY(location)
  const reach = REACH[source]
  for (const structure of index.near(grownBox([...point, ...point], 2 * reach))) {
    const outbuilding = noDoorsByTags(structure.tags) === 'outbuilding'
    const minor = structure.areaM2 < SMALL_M2 || outbuilding
    // Most lie inside one of them: what is farther by its box alone is not looked at.
    const least = metresOutsideBox(point, structure.box) + (minor ? OUTBUILDING_PENALTY : 0)
    if (least >= best.cost) continue
    const metres = metresOutside(point, structure.rings)
    const far = metres > (outbuilding ? AT_WALL : reach)
    const cost = metres + (minor ? OUTBUILDING_PENALTY : 0) + (far ? 1000 : 0)
    if (cost < best.cost) best = { ...(far ? {} : { structure }), metres, cost }
  }
  const { structure, metres } = best
  if (!structure) return { metres }
  const isAcross =
    source === 'osm' && metres > AT_WALL && behind.isParted(point, nearestOnRings(point, structure.rings).at)
  return isAcross ? { metres } : { key: structure.key, metres }
}

interface Later {
  result: Joined
  context: JoinContext
}

/** Nearest pairs first, each house once: the house behind a gate has no other number. Returns what found none. */
function joinBehind(waiting: Unjoined[], { result, context }: Later): Unjoined[] {
  const pairs = waiting.flatMap((item) =>
    houseBehind(item.address, { ...context, isFree: (key) => !result.byStructure.has(key) }).map((house) => ({
      item,
      ...house,
    })),
  )
  pairs.sort(
    (a, b) =>
      a.metres - b.metres ||
      compareStrings(a.item.address.key, b.item.address.key) ||
      compareStrings(a.key, b.key),
  )
  const taken = new Map<string, string>()
  const done = new Set<Unjoined>()
  for (const { item, key, metres } of pairs) {
    const address = addressKey(item.address)
    if (done.has(item) || (taken.has(key) && taken.get(key) !== address)) continue
    taken.set(key, address)
    done.add(item)
    join(result, item.address, { key, metres })
  }
  return joinGates(
    waiting.filter((item) => !done.has(item)),
    { result, context },
  )
}

/** A gate whose house has numbers already belongs to the nearest building, as any address does. */
function joinGates(waiting: Unjoined[], { result, context }: Later): Unjoined[] {
  return waiting.filter(({ address }) => {
    const found = nearest(address, context)
    if (found.key) join(result, address, { key: found.key, metres: found.metres })
    return !found.key
  })
}

/** What says again where a building is known to be: a point at the street, a shop. Returns what says a new address. */
function joinByName(
  waiting: Unjoined[],
  { result, plane, structures }: { result: Joined; plane: Plane; structures: Structure[] },
): Unjoined[] {
  if (waiting.length === 0) return waiting
  const centres = new Map(structures.map(({ key, centre }) => [key, centre]))
  const known = new Map<string, { key: string; at: XY }[]>()
  const wanted = new Set(waiting.map(({ address }) => addressKey(address)))
  for (const [key, list] of result.byStructure) {
    for (const address of list) {
      const text = addressKey(address)
      const at = address.location ? plane.toXY(address.location) : centres.get(key)
      if (wanted.has(text) && at) known.set(text, [...(known.get(text) ?? []), { key, at }])
    }
  }
  return waiting.filter(({ address }) => {
    if (!address.location || !/\p{Nd}/u.test(address.number) || address.street === '') return true
    const at = plane.toXY(address.location)
    const near = (known.get(addressKey(address)) ?? [])
      .map(({ key, at: other }) => ({ key, metres: distance(at, other) }))
      .filter(({ metres }) => metres <= SAME_ADDRESS_REACH)
      .sort((a, b) => a.metres - b.metres || compareStrings(a.key, b.key))[0]
    if (near) join(result, address, near)
    return !near
  })
}

/**
 * Numbers of a line that no object has: to buildings beside it without a number, as many as there is room for. Those
 * that the map has elsewhere are dropped. Returns the others.
 */
function joinBetween(
  waiting: Unjoined[],
  { result, context, known }: Later & { known: AddressPoint[] },
): Unjoined[] {
  if (waiting.length === 0) return []
  const seen = new Set(known.filter(({ interpolated }) => interpolated === undefined).map(addressKey))
  const numbered = new Set(result.byStructure.keys())
  const room = new Map<string, number>()
  return waiting.filter(({ address, nearest }) => {
    if (seen.has(addressKey(address))) return false
    seen.add(addressKey(address))
    const houses = houseBehind(address, {
      ...context,
      isFree: (key) => !numbered.has(key) && (room.get(key) ?? 1) > 0,
    })
    const house = houses.sort((a, b) => a.metres - b.metres || compareStrings(a.key, b.key))[0]
    // Beside a building that has its number, or all there is room for, nothing says that it exists.
    if (!house) return nearest === undefined
    room.set(house.key, (room.get(house.key) ?? roomOf(house.structure)) - 1)
    join(result, address, house)
    return false
  })
}

/** Flats without a number go to the nearest address of the building they are in; elsewhere they say nothing. */
function joinFlats(address: AddressPoint, { result, context }: Later): void {
  const { key, metres } = nearest(address, context)
  if (key === undefined || metres > AT_WALL || !address.location) return
  const at = context.plane.toXY(address.location)
  const own = result.byStructure.get(key) ?? []
  const away = ({ location }: JoinedAddress) => (location ? distance(at, context.plane.toXY(location)) : 0)
  const [whole] = [...own].sort((a, b) => away(a) - away(b) || compareStrings(a.key, b.key))
  if (whole) whole.lists = [...(whole.lists ?? []), ...(address.lists ?? [])]
  else result.byStructure.set(key, [{ ...address, metres }])
}

/** How many numbers a structure may have by its size. */
function roomOf({ tags, areaM2 }: Structure): number {
  if (kindByTags(tags) === 'house' && !isRowOfHouses(tags)) return 1
  return Math.max(1, Math.floor(areaM2 / INTERPOLATED_M2))
}

function join(result: Joined, address: AddressPoint, { key, metres }: { key: string; metres: Metres }): void {
  result.joined++
  if (metres === 0) result.inside++
  addTo(result.byStructure, key, { ...address, metres })
}

/** A table writes the street in another way than the map. */
function isSpelledAnew(a: AddressPoint, b: AddressPoint): boolean {
  const sameNumber = a.source !== b.source && plainNumber(a.number) === plainNumber(b.number)
  return sameNumber && mayBeOneStreet(a.street, b.street)
}

/** The same address from two sources is one; BAN's id and OSM's place are kept, and the flats that either names. */
function addTo(byStructure: Map<string, JoinedAddress[]>, key: string, address: JoinedAddress): void {
  const list = byStructure.get(key) ?? []
  byStructure.set(key, list)
  const same =
    list.find((known) => addressKey(known) === addressKey(address)) ??
    list.find((known) => isSpelledAnew(known, address))
  if (!same) {
    list.push(address)
    return
  }
  if (address.location) same.location ??= address.location
  if (address.lists) same.lists = [...(same.lists ?? []), ...address.lists]
  if (!address.business) delete same.business
  if (address.source === 'ban' && same.source === 'osm') {
    same.source = 'ban'
    same.key = address.key
  }
}
