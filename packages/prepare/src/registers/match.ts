/**
 * How entries of a register meet street doors: by id, else by address, else by place. What meets none is told with
 * where it lies.
 */
import type { Metres } from '@doorwalk/core/units'
import { wholeShares } from '../lists/whole-shares.ts'
import { compareStrings } from '../lists/compare-strings.ts'
import { metresOutside, type XY } from '../geometry/plane.ts'
import type { Home } from '../homes/homes.ts'
import type { StreetDoor } from '../homes/street-doors.ts'
import type { Bounds } from './counts.ts'
import type { DoorIndex } from './door-index.ts'
import { placeOf } from './entries.ts'
import type { RegisterEntry } from './entry.ts'

/** A register's place is geocoded from its address: usually exact, sometimes at the next gate. */
const SAME_ADDRESS_REACH: Metres = 80
const NEAREST_REACH: Metres = 25
/** An id that stands farther from where the row lies is a slip. */
const SAME_ID_REACH: Metres = 300
/** Doors of one address farther apart are those of two towns. */
const ONE_ADDRESS: Metres = 100
/** How far is looked for what is nearest, to tell. */
const LOOK_REACH: Metres = 100

/** Behind one street door; `high` may be Infinity. */
export interface Counted extends Bounds {
  upperFloors?: number
}

const WAYS = ['id', 'address', 'position'] as const
type Way = (typeof WAYS)[number]

export interface Lost {
  entry: RegisterEntry
  why: string
}

export interface Matched {
  byDoor: Map<string, Counted>
  /** Entries by how they met. */
  by: Record<Way, number>
  /** With a place, but without a building: each is a home by itself. */
  alone: Lost[]
  /** Without a place: nobody knows where they are. */
  lost: Lost[]
  /** Rows of no dwelling that met no building. */
  empty: number
  /** Ids that lie elsewhere than their rows, in words. */
  slips: string[]
}

export function matchRegister(entries: RegisterEntry[], index: DoorIndex): Matched {
  const matching = new Matching(index)
  // All of one way before the next, so that the order of rows matters as little as may be.
  let left = entries
  for (const way of WAYS) left = left.filter((entry) => !matching.take(entry, way))
  for (const entry of left) matching.leave(entry)
  return matching.result
}

interface Found {
  doors: StreetDoor[]
  /** All of the buildings, to be shared out; else the first door alone. */
  isWhole: boolean
}

class Matching {
  readonly result: Matched = {
    byDoor: new Map(),
    by: { id: 0, address: 0, position: 0 },
    alone: [],
    lost: [],
    empty: 0,
    slips: [],
  }
  private readonly index: DoorIndex
  private readonly unclear = new Set<RegisterEntry>()
  /** By what rows name, the door they met by position. */
  private readonly places = new Map<string, StreetDoor>()
  /** Homes that a row counted as a whole. */
  private readonly whole = new Set<Home>()

  constructor(index: DoorIndex) {
    this.index = index
  }

  take(entry: RegisterEntry, way: Way): boolean {
    const found =
      way === 'id' ? this.byId(entry) : way === 'address' ? this.byAddress(entry) : this.byPosition(entry)
    if (!found || found.doors.length === 0) return false
    this.result.by[way]++
    if (found.isWhole) this.share(entry, found.doors)
    else this.count(found.doors[0]!, entry)
    return true
  }

  leave(entry: RegisterEntry): void {
    const { alone, lost } = this.result
    if (entry.high === 0) {
      this.result.empty++
      return
    }
    if (!entry.location) {
      const why = this.unclear.has(entry) ? 'its address stands in several places' : 'no street door'
      lost.push({ entry, why })
      return
    }
    const at = this.index.plane.toXY(entry.location)
    const metres = this.index.nearestBuilding(at, LOOK_REACH)
    const nearest =
      metres === undefined
        ? `no building within ${LOOK_REACH} m`
        : `${Math.round(metres)} m to the nearest building`
    alone.push({ entry, why: `no street door; ${nearest}` })
  }

  private byId(entry: RegisterEntry): Found | undefined {
    const { index } = this
    const at = entry.location && index.plane.toXY(entry.location)
    const doors = new Set<StreetDoor>()
    for (const id of entry.ids) {
      const named = index.byId(id).filter(({ home }) => couldCount(entry, home))
      const away = at
        ? Math.min(...named.map((door) => Math.min(index.away(at, door), outside(at, door.home))))
        : 0
      if (named.length > 0 && away > SAME_ID_REACH) {
        this.result.slips.push(
          `line ${entry.line}: ${id} stands ${Math.round(away)} m from where the row lies`,
        )
      } else for (const door of named) doors.add(door)
    }
    const found = [...doors]
    if (found.length === 0) return undefined
    if (entry.whole) return { doors: this.allOf(found), isWhole: true }
    const own = this.addressedIn(found, entry)
    return own ? { doors: [own], isWhole: false } : { doors: found, isWhole: true }
  }

  /** Of the doors of a building, the one of the row's address. */
  private addressedIn(doors: StreetDoor[], { address }: RegisterEntry): StreetDoor | undefined {
    if (!address || doors.length === 1) return undefined
    const named = new Map(
      this.index.byAddress(address, undefined).map(({ door, reading }) => [door, reading]),
    )
    const [best] = doors
      .filter((door) => named.has(door))
      .sort((a, b) => named.get(a)! - named.get(b)! || compareStrings(a.id, b.id))
    return best
  }

  private byAddress(entry: RegisterEntry): Found | undefined {
    const { address, location } = entry
    if (!address) return undefined
    const at = location && this.index.plane.toXY(location)
    const all = this.index.byAddress(address, at && { at, reach: SAME_ADDRESS_REACH })
    const found = all.filter(({ door: { home } }) => couldCount(entry, home))
    if (found.length === 0) return undefined
    if (!at && this.isApart(found.map(({ door }) => door))) {
      this.unclear.add(entry)
      return undefined
    }
    const cost = ({ door, reading }: (typeof found)[number]) =>
      100 * reading + (door.home.noDoors ? 1000 : 0) + (at ? this.index.away(at, door) : 0)
    found.sort((a, b) => cost(a) - cost(b) || compareStrings(a.door.id, b.door.id))
    const doors = found.map(({ door }) => door)
    if (!entry.whole) return { doors, isWhole: false }
    return { doors: this.allOf(this.placedAt(entry, doors)), isWhole: true }
  }

  /** Of a building with several of its kind at one address: the ones where it lies. */
  private placedAt(entry: RegisterEntry, doors: StreetDoor[]): StreetDoor[] {
    const addressed = new Set(doors.map(({ home }) => home))
    const held = this.held(entry)
    const own = held.filter((home) => addressed.has(home) || home.addresses.length === 0)
    if (own.length === 0) return [doors[0]!]
    return own.flatMap((home) => this.index.doorsOf.get(home) ?? [])
  }

  /** Homes where a row lies: of which the outline holds the middle, else the one around its point. */
  private held(entry: RegisterEntry): Home[] {
    if (!entry.location) return []
    const within = entry.shape ? this.index.within(entry.shape) : []
    const found = within.length > 0 ? within : this.index.holding(this.index.plane.toXY(entry.location))
    const sure = found.filter((home) => couldCount(entry, home) && !isMinor(home))
    const lived = sure.filter(({ noDoors }) => !noDoors)
    return lived.length > 0 ? lived : sure
  }

  private byPosition(entry: RegisterEntry): Found | undefined {
    if (!entry.location) return undefined
    const at = this.index.plane.toXY(entry.location)
    const held = entry.whole || entry.high === 0 ? this.held(entry) : []
    if (held.length > 0) {
      const doors = held.flatMap((home) => this.index.doorsOf.get(home) ?? [])
      if (entry.whole) return { doors, isWhole: true }
      doors.sort((a, b) => this.index.away(at, a) - this.index.away(at, b) || compareStrings(a.id, b.id))
      return { doors, isWhole: false }
    }
    // A building without dwellings that is not drawn says nothing of its neighbour.
    if (entry.high === 0) return undefined
    const { byDoor } = this.result
    const free = this.index
      .near(at, NEAREST_REACH)
      .filter(({ home }) => !home.noDoors && !(entry.whole && this.whole.has(home)))
    // Rows that name the same stand at one door, others rather at one that has no count.
    const before = this.places.get(placeOf(entry))
    const cost = (door: StreetDoor) =>
      (byDoor.has(door.id) ? 500 : 0) + (door === before ? -1000 : 0) + this.index.away(at, door)
    free.sort((a, b) => cost(a) - cost(b) || compareStrings(a.id, b.id))
    const [nearest] = free
    if (!nearest) return undefined
    this.places.set(placeOf(entry), nearest)
    return entry.whole
      ? { doors: this.allOf([nearest]), isWhole: true }
      : { doors: [nearest], isWhole: false }
  }

  private allOf(doors: StreetDoor[]): StreetDoor[] {
    const homes = new Set(doors.map(({ home }) => home))
    return [...homes].flatMap((home) => this.index.doorsOf.get(home) ?? [])
  }

  private isApart(doors: StreetDoor[]): boolean {
    const [first] = doors
    const at = first && this.index.plane.toXY(first.location)
    return at !== undefined && doors.some((door) => this.index.away(at, door) > ONE_ADDRESS)
  }

  /** Over the doors of one building evenly, over several buildings by the floor area in them. */
  private share(entry: RegisterEntry, doors: StreetDoor[]): void {
    for (const { home } of doors) if (entry.whole) this.whole.add(home)
    const areas = new Map(doors.map(({ home }) => [home, home.floorArea || home.structure.areaM2]))
    const total = [...areas.values()].reduce((sum, area) => sum + area, 0)
    const count = (home: Home) => doors.filter((door) => door.home === home).length
    const weights = doors.map((door) => areas.get(door.home)! / total / count(door.home))
    const spread = (all: number) =>
      oneEach(wholeShares(doors.map(({ id }, i) => ({ key: id, value: all * weights[i]!, least: 0 }))), all)
    const low = spread(entry.low)
    const high = entry.high === entry.low || entry.high === Infinity ? low : spread(entry.high)
    for (const door of doors) {
      const least = low.get(door.id) ?? 0
      const most = entry.high === Infinity ? Infinity : Math.max(least, high.get(door.id) ?? 0)
      this.count(door, { ...entry, low: least, high: most })
    }
  }

  private count({ id }: StreetDoor, { low, high, upperFloors }: RegisterEntry): void {
    const before: Counted = this.result.byDoor.get(id) ?? { low: 0, high: 0 }
    const floors = Math.max(before.upperFloors ?? 0, upperFloors ?? 0)
    const counted = { low: before.low + low, high: before.high + high }
    const isTold = upperFloors !== undefined || before.upperFloors !== undefined
    this.result.byDoor.set(id, { ...counted, ...(isTold ? { upperFloors: floors } : {}) })
  }
}

/** Takes from the largest until each has one, where there are as many. */
function oneEach(shares: Map<string, number>, all: number): Map<string, number> {
  if (all < shares.size) return shares
  for (const [id, share] of shares) {
    if (share > 0) continue
    const [largest, most] = [...shares].reduce((best, each) => (each[1] > best[1] ? each : best))
    shares.set(largest, most - 1).set(id, 1)
  }
  return shares
}

/** Where nobody is said to live, a register must count somebody to be believed. */
function couldCount({ high }: RegisterEntry, { noDoors }: Home): boolean {
  return !noDoors || high > 0
}

/** A place in a garage or shed is that of the house beside it. */
function isMinor({ noDoors }: Home): boolean {
  return noDoors === 'outbuilding' || noDoors === 'too_small'
}

function outside(at: XY, { structure }: Home): Metres {
  return metresOutside(at, structure.rings)
}
