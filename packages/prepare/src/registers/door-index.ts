/** Street doors and homes of a region by what a register may call them: ids, addresses, places. */
import type { LngLat, Metres } from '@doorwalk/core/units'
import { GridIndex } from '../geometry/grid-index.ts'
import { boxOf, distance, grownBox, isInside, metresOutside, type Plane, type XY } from '../geometry/plane.ts'
import type { Home } from '../homes/homes.ts'
import type { StreetDoor } from '../homes/street-doors.ts'
import { groupBy } from '../lists/group-by.ts'
import { plainOf, readingOf, type PlainAddress, type WrittenAddress } from './written-address.ts'

/** References of buildings in OpenStreetMap: https://wiki.openstreetmap.org/wiki/Key:ref */
const REFERENCE = /^ref:|^osak:|^cadastre:|^bag:|^egid$/i
/** A shorter reference may be a number within a street or an estate. */
const SHORTEST_REFERENCE = 5

export interface AddressedDoor {
  door: StreetDoor
  /** 0: the likeliest reading of what the register writes. */
  reading: number
}

export class DoorIndex {
  readonly plane: Plane
  readonly doorsOf: Map<Home, StreetDoor[]>
  private readonly ids = new Map<string, Set<StreetDoor>>()
  private readonly numbers = new Map<string, { door: StreetDoor; plain: PlainAddress }[]>()
  private readonly homes = new GridIndex<Home>()
  private readonly places = new GridIndex<{ door: StreetDoor; at: XY }>()

  constructor(doors: StreetDoor[], plane: Plane) {
    this.plane = plane
    this.doorsOf = groupBy(doors, ({ home }) => home)
    for (const [home, own] of this.doorsOf) {
      this.homes.add(home.structure.box, home)
      for (const id of namesOf(home)) for (const door of own) this.addId(id, door)
    }
    for (const door of doors) {
      this.addId(door.id, door)
      if (door.addressKey) this.addId(door.addressKey, door)
      const at = plane.toXY(door.location)
      this.places.add(boxOf([at]), { door, at })
      if (!door.address) continue
      const plain = plainOf(door.address)
      const list = this.numbers.get(plain.number) ?? []
      this.numbers.set(plain.number, list)
      list.push({ door, plain })
    }
  }

  hasId(id: string): boolean {
    return this.ids.has(plainId(id))
  }

  /** All doors of a building, one of an address. */
  byId(id: string): StreetDoor[] {
    return [...(this.ids.get(plainId(id)) ?? [])]
  }

  hasAddress(address: WrittenAddress): boolean {
    return this.byAddress(address, undefined).length > 0
  }

  /** Around a place also where the register cuts or glues words; without one exactly, postcode and town too. */
  byAddress(address: WrittenAddress, around: { at: XY; reach: Metres } | undefined): AddressedDoor[] {
    const numbers = new Set(address.readings.map(({ number }) => number))
    const found: AddressedDoor[] = []
    for (const number of numbers) {
      for (const { door, plain } of this.numbers.get(number) ?? []) {
        if (around && this.away(around.at, door) > around.reach) continue
        if (!around && !isSameTown(address, door)) continue
        const reading = readingOf(address, plain, around !== undefined)
        if (reading >= 0) found.push({ door, reading })
      }
    }
    return found
  }

  /** From a place to a door; 0 inside its building. */
  away(at: XY, door: StreetDoor): Metres {
    return distance(at, this.plane.toXY(door.location))
  }

  holding(at: XY): Home[] {
    return [...this.homes.near(boxOf([at]))].filter(({ structure }) => isInside(at, structure.rings))
  }

  /** Of which the middle lies in an outline. */
  within(rings: LngLat[][]): Home[] {
    const plain = rings.map((ring) => ring.map((point) => this.plane.toXY(point)))
    const near = this.homes.near(boxOf(plain.flat()))
    return [...near].filter(({ structure }) => isInside(structure.centre, plain))
  }

  /** Doors that stand, or whose building stands, this near. */
  near(at: XY, reach: Metres): StreetDoor[] {
    const box = grownBox(boxOf([at]), reach)
    const found = new Set<StreetDoor>()
    for (const home of this.homes.near(box)) {
      if (metresOutside(at, home.structure.rings) > reach) continue
      for (const door of this.doorsOf.get(home) ?? []) found.add(door)
    }
    for (const { door, at: place } of this.places.near(box)) if (distance(at, place) <= reach) found.add(door)
    return [...found]
  }

  /** 0 inside; undefined for none within reach. */
  nearestBuilding(at: XY, reach: Metres): Metres | undefined {
    let nearest: Metres | undefined
    for (const { structure } of this.homes.near(grownBox(boxOf([at]), reach))) {
      const metres = metresOutside(at, structure.rings)
      if (metres <= (nearest ?? reach)) nearest = metres
    }
    return nearest
  }

  private addId(id: string, door: StreetDoor): void {
    const plain = plainId(id)
    const doors = this.ids.get(plain) ?? new Set()
    this.ids.set(plain, doors.add(door))
  }
}

/** `osm:w12`, `rnb:…` and what the map calls a building elsewhere. */
function namesOf({ id, structure: { key, tags } }: Home): string[] {
  const references = Object.entries(tags)
    .filter(([name]) => REFERENCE.test(name))
    .flatMap(([, value]) => value.split(/[;,]/))
    .filter((value) => value.trim().length >= SHORTEST_REFERENCE)
  return [id, `osm:${key}`, ...references]
}

const OSM_TYPES: Readonly<Record<string, string>> = { NODE: 'N', WAY: 'W', RELATION: 'R' }

/** `way/12`, `osm:w12` and `W12` are one, so are `AB12-CD34-EF56`, `rnb:AB12CD34EF56` and `ab12cd34ef56`. */
function plainId(id: string): string {
  const text = id
    .trim()
    .toUpperCase()
    .replace(/^(?:OSM|RNB|BAN|EGID|BAG)[:/]/, '')
  const [, type = '', number = ''] = /^(NODE|WAY|RELATION)\/(\d+)$/.exec(text) ?? []
  if (type !== '') return `${OSM_TYPES[type]}${number}`
  return /^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}$/.test(text) ? text.replaceAll('-', '') : text
}

function isSameTown({ postcode, city }: WrittenAddress, { address }: StreetDoor): boolean {
  const differs = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a.trim().toLowerCase() !== b.trim().toLowerCase()
  return !differs(postcode, address?.postcode) && !(postcode === undefined && differs(city, address?.city))
}
