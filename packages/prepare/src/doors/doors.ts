/** Doors per street door, from the best source there is. Pure: the same function estimates with a source withheld. */
import type { DoorSource } from '@doorwalk/core/building/building'
import { expectedDoors, MEASURES, type Expected, type Measures } from './expected.ts'
import { scaleToPeople, type Peopled, type PlaceDoors } from './population.ts'
import type { Home } from '../homes/homes.ts'
import { groupBy } from '../lists/group-by.ts'
import { wholeShares } from '../lists/whole-shares.ts'
import type { HouseholdCell, Households } from './households.ts'
import { clipToConvex, signedArea } from '../geometry/plane.ts'
import type { StreetDoor } from '../homes/street-doors.ts'
import type { Counted } from '../registers/match.ts'
import { takeListed } from './listed.ts'

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
  /** Places with their people, smallest first. */
  places?: Peopled[]
  /** Others than those of `expected.ts`, to see what they do. */
  measures?: Measures
}

export interface DoorEstimates {
  byDoor: Map<string, Estimate>
  /** Households of the grid that found no home in their cell. */
  unplaced: number
  /** Of homes that nobody counted, before rounding; of those of their street doors that are not counted. */
  expected: Map<Home, Expected>
  /** What the people of each place did. */
  places: PlaceDoors[]
}

/**
 * Interval of an estimate as factors of it: about the 10 % and 90 % points of counted ÷ estimated at the register
 * entrances of Bondy nord with the register withheld (docs/decisions/0010). `prepare` prints them anew for every
 * register.
 */
const GRID_INTERVAL = { low: 0.5, high: 3 }
/** Where addresses have less ground each, whole streets were put on one point, m² (Bondy: 99 numbers on 134 m²). */
const CROWDED_M2 = 15

/** Every street door of a home where somebody may live gets an estimate; 0 doors is one. */
export function estimateDoors(doors: StreetDoor[], sources: DoorSources): DoorEstimates {
  const byDoor = new Map<string, Estimate>()
  const measures = sources.measures ?? MEASURES
  // Whom a register counts lives there, whatever else is said.
  const isInhabited = ({ id, home }: StreetDoor) => !home.noDoors || (sources.dwellings?.has(id) ?? false)
  const inhabited = doors.filter(isInhabited)
  const possible = doors.filter((door) => isInhabited(door) || door.home.noDoors === 'no_address')
  for (const door of inhabited) {
    const counted = sources.dwellings?.get(door.id)
    if (counted) byDoor.set(door.id, byRegister(counted, expectedBehind([door], measures)))
  }
  takeListed(inhabited, byDoor)
  const unplaced = sources.households
    ? spreadHouseholds(possible, { byDoor, households: sources.households })
    : 0
  const uncounted = groupBy(
    inhabited.filter(({ id }) => !byDoor.has(id)),
    ({ home }) => home,
  )
  const expected = new Map<Home, Expected>()
  for (const [home, open] of uncounted) expected.set(home, expectedBehind(open, measures))
  const places = scaleToPeople(sources.places ?? [], { expected, counted: countedHomes(inhabited, byDoor) })
  for (const [home, open] of uncounted) {
    for (const [id, estimate] of shareOut(expected.get(home)!, open)) byDoor.set(id, estimate)
  }
  return { byDoor, unplaced, expected, places }
}

function exactly(doors: number, source: DoorSource): Estimate {
  return { doors, low: doors, high: doors, source }
}

/** The count, or what is expected within the bounds of a class; an open one has no upper bound but that. */
function byRegister(counted: Counted, expected: Expected): Estimate {
  const { low } = counted
  if (low === counted.high) return exactly(low, 'dwellings')
  const high = Math.min(counted.high, Math.max(2 * low, Math.ceil(expected.high)))
  const isOpen = counted.high === Infinity
  const doors = Math.min(isOpen ? high : counted.high, Math.max(low, Math.round(expected.doors)))
  return { doors, low, high: isOpen ? high : counted.high, source: 'dwellings' }
}

/** Of these street doors of one home. */
function expectedBehind([first, ...others]: StreetDoor[], measures: Measures): Expected {
  const share = first!.share * (1 + others.length)
  const { doors, low, high } = expectedDoors(first!.home, measures)
  return { doors: doors * share, low: low * share, high: high * share }
}

function countedHomes(doors: StreetDoor[], byDoor: Map<string, Estimate>): Map<Home, number> {
  const counted = new Map<Home, number>()
  for (const { id, home } of doors) {
    const estimate = byDoor.get(id)
    if (estimate) counted.set(home, (counted.get(home) ?? 0) + estimate.doors)
  }
  return counted
}

/**
 * What is expected of a home, over those of its street doors that nobody counted. Somebody lives behind an address,
 * unless so many stand on a small house that they must belong elsewhere.
 */
function shareOut({ doors, low, high }: Expected, open: StreetDoor[]): [id: string, Estimate][] {
  const share = 1 / open.length
  const { structure, lived } = open[0]!.home
  const sure = lived.share === 1 ? Math.max(doors, structure.areaM2 / CROWDED_M2) : 0
  const least = ({ address }: StreetDoor, i: number) => (address && i < sure ? 1 : 0)
  const shares = wholeShares(
    open.map((door, i) => ({ key: door.id, value: doors * share, least: least(door, i) })),
  )
  return open.map(({ id }) => {
    const own = shares.get(id) ?? 0
    const bounds = { low: Math.floor(low * share), high: Math.ceil(high * share) }
    return [
      id,
      { doors: own, low: Math.min(own, bounds.low), high: Math.max(own, bounds.high), source: 'floor_area' },
    ]
  })
}

function byGrid(doors: number): Estimate {
  const { low, high } = GRID_INTERVAL
  return { doors, low: Math.floor(doors * low), high: Math.ceil(doors * high), source: 'grid' }
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
      .map(({ id, address, home }) => ({
        key: id,
        value: values.get(id) ?? 0,
        least: address && home.lived.share >= 0.5 ? 1 : 0,
      })),
  )
  for (const door of doors) {
    const share = shares.get(door.id)
    if (share !== undefined) byDoor.set(door.id, byGrid(share))
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
  const roomOf = ({ door: { home, share }, part }: DoorInCell) =>
    (home.floorArea * home.lived.share * share * part) / TIGHTEST_M2
  const byFloorArea = (item: DoorInCell) => ({ door: item.door, weight: roomOf(item), room: roomOf(item) })
  const oneEach = (item: DoorInCell) => ({
    door: item.door,
    weight: item.part * item.door.home.lived.share,
    room: Math.max(item.part * item.door.home.lived.share, roomOf(item)),
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
