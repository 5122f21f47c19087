/** Doors that the map or a table names one by one, street door by street door. */
import type { BuildingKind } from '@doorwalk/core/building/building'
import type { JoinedAddress } from '../addresses/join.ts'
import { flatListOf, isLettered } from '../addresses/flat-lists.ts'
import type { FlatList } from '../addresses/address.ts'
import { groupBy } from '../lists/group-by.ts'
import type { OsmExtract, OsmNode } from '../osm/extract.ts'
import { isRowOfHouses } from '../structures/row.ts'
import type { Structure } from '../structures/structures.ts'
import { kindByTags } from '../structures/use.ts'

export interface ListedDoors {
  doors: number
  /** All units are letters: those of a small house, or the stairs of a large one. */
  lettered?: boolean
  /** Flats in a list for this door, units at its number, or the number of a house in a row. */
  by: 'flats' | 'units' | 'numbers'
}

/** What a street door has: an address, an entrance, or both. */
export interface DoorPair {
  address?: JoinedAddress
  entrance?: OsmNode
  /** The address is that of the whole building, reached by one gate. */
  inherited?: boolean
}

/** What of a home tells a row of houses from a block. */
export interface RowOrBlock {
  structure: Structure
  kind: BuildingKind
}

/** Names behind one street door. */
interface Names {
  flats: Set<string>
  units: Set<string>
}

/** For each pair, in their order; undefined where nothing names the doors. */
export function listedDoors(home: RowOrBlock, pairs: DoorPair[]): (ListedDoors | undefined)[] {
  const own = pairs.map(({ entrance, address, inherited }): Names => {
    const names: Names = { flats: new Set(), units: new Set() }
    if (entrance) addNames(names, flatListOf(`n${entrance.id}`, entrance.tags))
    if (!inherited) for (const list of address?.lists ?? []) addNames(names, list)
    return names
  })
  shareOut(pairs, own)
  return pairs.map(({ address, entrance }, i) => {
    const { flats, units } = own[i]!
    if (flats.size > 1 || (flats.size === 1 && entrance)) return { doors: flats.size, by: 'flats' }
    const all = new Set([...flats, ...units])
    if (all.size > 1 || (all.size === 1 && entrance?.tags.entrance === 'home')) {
      const lettered = entrance?.tags.entrance !== 'home' && [...all].every(isLettered)
      return { doors: all.size, by: 'units', ...(lettered ? { lettered } : {}) }
    }
    return address && isHouseInRow(home, pairs) ? { doors: 1, by: 'numbers' } : undefined
  })
}

/** Whether an entrance or an address of the structure lists flats: then people live there, whatever else it is. */
export function listsFlats(
  { nodes }: Structure,
  { addresses, extract }: { addresses: JoinedAddress[]; extract: OsmExtract },
): boolean {
  if (addresses.some(({ lists }) => lists?.some(({ flats }) => flats !== undefined))) return true
  return nodes.some((ref) => {
    const tags = extract.nodes.get(ref)?.tags
    return tags?.entrance !== undefined && tags['addr:flats'] !== undefined
  })
}

/**
 * Of the names at an address that several entrances share, each entrance keeps its own; the others are the address's,
 * or are shared out among the entrances that name nothing.
 */
function shareOut(pairs: DoorPair[], own: Names[]): void {
  for (const [key, heirs] of groupBy(
    pairs.flatMap(({ address, inherited }, i) => (inherited && address ? [{ address, names: own[i]! }] : [])),
    ({ address }) => address.key,
  )) {
    const known = new Set(heirs.flatMap(({ names }) => [...names.flats, ...names.units]))
    const holder = pairs.findIndex(({ address, inherited }) => !inherited && address?.key === key)
    if (holder >= 0) {
      for (const kind of KINDS) for (const name of known) own[holder]![kind].delete(name)
      continue
    }
    const whole: Names = { flats: new Set(), units: new Set() }
    for (const list of heirs[0]?.address.lists ?? []) addNames(whole, list)
    const bare = heirs.filter(({ names: { flats, units } }) => flats.size + units.size === 0)
    if (bare.length === 0) continue
    for (const kind of KINDS) {
      const left = [...whole[kind]].filter((name) => !known.has(name))
      left.forEach((name, i) => bare[Math.floor((i * bare.length) / left.length)]!.names[kind].add(name))
    }
  }
}

const KINDS = ['flats', 'units'] as const

function addNames({ flats, units }: Names, list: FlatList | undefined): void {
  for (const name of list?.flats ?? []) flats.add(name)
  for (const name of list?.units ?? []) units.add(name)
}

/** Houses side by side, each with a number: one door each, whatever their size. */
function isHouseInRow({ structure: { tags, areaM2 }, kind }: RowOrBlock, pairs: DoorPair[]): boolean {
  const numbers = pairs.filter(({ address }) => address !== undefined).length
  if (numbers < 2) return false
  if (isRowOfHouses(tags)) return numbers >= MOST_NUMBERED * Math.round(areaM2 / ROW_HOUSE_M2)
  if (kindByTags(tags) === 'house') return true
  // What no tag calls houses is a row where it looks like one and lists its numbers itself.
  const listed = pairs.every(({ address }) => address?.structure !== undefined)
  return listed && kind === 'house' && areaM2 <= ROW_HOUSE_M2 * numbers
}

/** Ground of a house in a row at most, m²: 5 to 6 m wide, 8 to 12 m deep (Baltimore, Bondy, Amsterdam, Leeds). */
const ROW_HOUSE_M2 = 75
/** With numbers on fewer of the houses of a row, some are missing. */
const MOST_NUMBERED = 0.75
