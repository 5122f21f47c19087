/** Doors per street door, from the best source there is. Pure: the same function estimates with a source withheld. */
import type { DoorSource } from '@doorwalk/core/building/building'
import type { Counted } from '../homes/dwellings.ts'
import { groupBy } from '../lists/group-by.ts'
import type { HouseholdCell, Households } from './households.ts'
import { clipToConvex, signedArea } from '../geometry/plane.ts'
import type { StreetDoor } from '../homes/street-doors.ts'
import { takeListed } from './listed.ts'
import { wholeShares } from './whole-shares.ts'

export interface Estimate {
  doors: number
  low: number
  high: number
  source: DoorSource
}

export interface DoorSources {
  /** By street door id. */
  dwellings?: Map<string, Counted>
  households?: Households
}

export interface DoorEstimates {
  byDoor: Map<string, Estimate>
  /** Households of the grid that found no home in their cell. */
  unplaced: number
}

/**
 * Gross floor area per household where nothing else is known, m². In a centre (shops all around) offices, practices and
 * large flats are mixed in: Paris 9e/10e has 166 by its grid. In an estate the register of Bondy has 84 to 129, mean
 * 90.
 */
const M2_PER_HOUSEHOLD = { centre: 165, estate: 90 }
/** Shops within 100 m that make a centre. */
const CENTRE_SHOPS = 5

/**
 * Interval of an estimate as factors of it: about the 10 % and 90 % points of counted ÷ estimated at the register
 * entrances of Bondy nord with the register withheld (docs/decisions/0010). `prepare` prints them anew for every
 * register.
 */
const INTERVAL: Record<'grid' | 'floor_area', [low: number, high: number]> = {
  grid: [0.5, 3],
  floor_area: [0.6, 2.5],
}

/** Every street door of a home where somebody may live gets an estimate; 0 doors is one. */
export function estimateDoors(doors: StreetDoor[], sources: DoorSources): DoorEstimates {
  const byDoor = new Map<string, Estimate>()
  const inhabited = doors.filter((door) => !door.home.noDoors)
  const possible = doors.filter((door) => !door.home.noDoors || door.home.noDoors === 'no_address')
  for (const door of inhabited) {
    const counted = sources.dwellings?.get(door.id)
    if (counted) byDoor.set(door.id, exactly(counted.dwellings, 'dwellings'))
  }
  takeListed(inhabited, byDoor)
  const unplaced = sources.households
    ? spreadHouseholds(possible, { byDoor, households: sources.households })
    : 0
  for (const door of inhabited) {
    if (!byDoor.has(door.id)) byDoor.set(door.id, byFloorArea(door))
  }
  return { byDoor, unplaced }
}

function exactly(doors: number, source: DoorSource): Estimate {
  return { doors, low: doors, high: doors, source }
}

function byFloorArea(door: StreetDoor): Estimate {
  const { kind, floorArea } = door.home
  if (floorArea === 0) return { doors: 1, low: 0, high: 1, source: 'default' }
  // A house holds one household per address, whatever its size.
  if (kind === 'house') return { doors: 1, low: 1, high: 2, source: 'floor_area' }
  const each = door.home.shopsAround >= CENTRE_SHOPS ? M2_PER_HOUSEHOLD.centre : M2_PER_HOUSEHOLD.estate
  const doors = Math.max(1, Math.round((floorArea * door.share) / each))
  return withInterval(doors, 'floor_area')
}

function withInterval(doors: number, source: 'grid' | 'floor_area'): Estimate {
  const [low, high] = INTERVAL[source]
  return { doors, low: Math.floor(doors * low), high: Math.ceil(doors * high), source }
}

/**
 * Spreads each cell's households over the homes in it, as far as they have room; what is left goes to buildings without
 * an address. Returns how many found no place.
 */
function spreadHouseholds(
  doors: StreetDoor[],
  { byDoor, households }: { byDoor: Map<string, Estimate>; households: Households },
): number {
  const inCell = doorsByCell(doors, households)
  const values = new Map<string, number>()
  let unplaced = 0
  for (const cell of households.cells) {
    const here = inCell.get(cell) ?? []
    const open = here.filter(({ door }) => !byDoor.has(door.id))
    const known = here.reduce((sum, { door, part }) => sum + (byDoor.get(door.id)?.doors ?? 0) * part, 0)
    let left = 0
    for (const pool of poolsOf(cell, { open, known }))
      left = pour(pool.households + left, { into: pool.doors, values })
    unplaced += left
  }
  // Somebody lives behind an address, even where the grid counts fewer households than there are addresses.
  const shares = wholeShares(
    doors
      .filter(({ id }) => values.has(id))
      .map(({ id, address }) => ({ key: id, value: values.get(id) ?? 0, least: address ? 1 : 0 })),
  )
  for (const door of doors) {
    const share = shares.get(door.id)
    if (share !== undefined) byDoor.set(door.id, withInterval(share, 'grid'))
    else if (!byDoor.has(door.id) && households.emptyAt(door.home.structure.centre)) {
      byDoor.set(door.id, exactly(0, 'grid'))
    }
  }
  return unplaced
}

/** Adds households to doors by weight, none beyond its room; returns what did not fit. */
function pour(
  households: number,
  { into, values }: { into: WeightedDoor[]; values: Map<string, number> },
): number {
  // A home in a covered cell is the grid's to count, also when nothing is left for it.
  for (const { door } of into) if (!door.home.noDoors && !values.has(door.id)) values.set(door.id, 0)
  let left = households
  let open = into.filter(({ weight, room }) => weight > 0 && room > 0).map((item) => ({ ...item }))
  while (left > 1e-9 && open.length > 0) {
    const weight = open.reduce((sum, item) => sum + item.weight, 0)
    let poured = 0
    for (const item of open) {
      const own = Math.min(item.room, (left * item.weight) / weight)
      values.set(item.door.id, (values.get(item.door.id) ?? 0) + own)
      item.room -= own
      poured += own
    }
    left -= poured
    open = open.filter(({ room }) => room > 1e-9)
  }
  return left
}

interface DoorInCell {
  door: StreetDoor
  /** Of the home's footprint, in this cell. */
  part: number
}

function doorsByCell(doors: StreetDoor[], households: Households): Map<HouseholdCell, DoorInCell[]> {
  const inCell = new Map<HouseholdCell, DoorInCell[]>()
  for (const [home, own] of groupBy(doors, (door) => door.home)) {
    const outline = home.structure.rings[0] ?? []
    const whole = Math.abs(signedArea(outline))
    for (const cell of households.near(home.structure.box)) {
      const part = Math.abs(signedArea(clipToConvex(outline, cell.ring))) / whole
      if (part < 1e-6) continue
      const list = inCell.get(cell) ?? []
      inCell.set(cell, list)
      for (const door of own) list.push({ door, part })
    }
  }
  return inCell
}

interface WeightedDoor {
  door: StreetDoor
  weight: number
  /** Most households that fit. */
  room: number
}

interface Pool {
  households: number
  doors: WeightedDoor[]
}

/** A cell with fewer houses than this has none: what looks like one is a small block of flats, and the reverse. */
const MINORITY = 0.05
/** Gross floor area of the smallest flats, m²: more households than that allows live elsewhere. */
const TIGHTEST_M2 = 45

/**
 * What is left of a cell's households after the counted doors, pool by pool: flats by floor area, houses one by one,
 * apart where the source tells them apart and both stand there. What a pool has no room for goes to the next one; the
 * last holds the buildings without an address.
 */
function poolsOf(cell: HouseholdCell, { open, known }: { open: DoorInCell[]; known: number }): Pool[] {
  const roomOf = ({ door, part }: DoorInCell) => (door.home.floorArea * door.share * part) / TIGHTEST_M2
  const byFloorArea = (item: DoorInCell) => ({ door: item.door, weight: roomOf(item), room: roomOf(item) })
  const oneEach = (item: DoorInCell) => ({
    door: item.door,
    weight: item.part,
    room: Math.max(item.part, roomOf(item)),
  })
  const total = cell.households * cell.shareInside
  const houseShare =
    cell.houses === undefined ? undefined : cell.houses / (cell.houses + (cell.flats ?? 0) || 1)
  const homes = open.filter(({ door }) => !door.home.noDoors)
  const flats = homes.filter(({ door }) => door.home.kind === 'flats')
  const houses = homes.filter(({ door }) => door.home.kind === 'house')
  const rest = { households: 0, doors: open.filter(({ door }) => door.home.noDoors).map(byFloorArea) }
  if (houseShare !== undefined && houseShare > 1 - MINORITY && known === 0) {
    return [{ households: total, doors: homes.map(oneEach) }, rest]
  }
  if (houseShare === undefined || houseShare < MINORITY || flats.length === 0 || houses.length === 0) {
    return [{ households: Math.max(0, total - known), doors: homes.map(byFloorArea) }, rest]
  }
  return [
    { households: Math.max(0, total * (1 - houseShare) - known), doors: flats.map(byFloorArea) },
    { households: total * houseShare, doors: houses.map(oneEach) },
    rest,
  ]
}
