/** Which structure an address belongs to: the one it lies in, else the nearest within reach. */
import type { Metres } from '@doorwalk/core/units'
import type { AddressPoint } from './address.ts'
import { addressKey } from './address.ts'
import { GridIndex } from '../geometry/grid-index.ts'
import { grownBox, metresOutside, type Plane, type XY } from '../geometry/plane.ts'
import { compareStrings } from '../lists/compare-strings.ts'
import type { Structure } from '../structures/structures.ts'
import { noDoorsByTags } from '../structures/use.ts'

/** OSM puts address nodes into or onto their building; BAN points stand on the street side of the plot. */
const REACH: Record<AddressPoint['source'], Metres> = { osm: 10, ban: 25 }
/** A garage or shed on the way is passed over unless the house behind it is this much farther. */
const OUTBUILDING_PENALTY: Metres = 15
const SMALL_M2 = 30

export interface JoinedAddress extends AddressPoint {
  /** 0 inside. */
  metres: Metres
}

export interface Joined {
  /** Addresses of each structure, nearest first; two spellings of one address are one. */
  byStructure: Map<string, JoinedAddress[]>
  unjoined: { address: AddressPoint; nearest?: Metres }[]
  inside: number
  joined: number
}

export function structureIndex(structures: Structure[]): GridIndex<Structure> {
  const index = new GridIndex<Structure>()
  for (const structure of structures) index.add(structure.box, structure)
  return index
}

export function joinAddresses(
  addresses: AddressPoint[],
  { index, plane }: { index: GridIndex<Structure>; plane: Plane },
): Joined {
  const result: Joined = { byStructure: new Map(), unjoined: [], inside: 0, joined: 0 }
  for (const address of addresses) {
    const found = address.location
      ? nearest(plane.toXY(address.location), { index, reach: REACH[address.source] })
      : address.structure && { key: address.structure, metres: 0 }
    if (!found || !found.key) {
      result.unjoined.push({
        address,
        ...(found && Number.isFinite(found.metres) ? { nearest: found.metres } : {}),
      })
      continue
    }
    result.joined++
    if (found.metres === 0) result.inside++
    addTo(result.byStructure, found.key, { ...address, metres: found.metres })
  }
  for (const list of result.byStructure.values())
    list.sort((a, b) => a.metres - b.metres || compareStrings(a.key, b.key))
  return result
}

/** Nearest structure; without a key when it is out of reach. */
function nearest(
  point: XY,
  { index, reach }: { index: GridIndex<Structure>; reach: Metres },
): { key?: string; metres: Metres } {
  let best: { key?: string; metres: Metres; cost: number } = { metres: Infinity, cost: Infinity }
  for (const structure of index.near(grownBox([...point, ...point], 2 * reach))) {
    const metres = metresOutside(point, structure.rings)
    const minor = structure.areaM2 < SMALL_M2 || noDoorsByTags(structure.tags) === 'outbuilding'
    const cost = metres + (minor ? OUTBUILDING_PENALTY : 0) + (metres > reach ? 1000 : 0)
    if (cost < best.cost) best = { key: structure.key, metres, cost }
  }
  return best.metres <= reach ? best : { metres: best.metres }
}

/** The same address from two sources is one; BAN's id and OSM's place are kept. */
function addTo(byStructure: Map<string, JoinedAddress[]>, key: string, address: JoinedAddress): void {
  const list = byStructure.get(key) ?? []
  byStructure.set(key, list)
  const same = list.find((known) => addressKey(known) === addressKey(address))
  if (!same) {
    list.push(address)
    return
  }
  if (address.location) same.location ??= address.location
  if (address.source === 'ban' && same.source === 'osm') {
    same.source = 'ban'
    same.key = address.key
  }
}
