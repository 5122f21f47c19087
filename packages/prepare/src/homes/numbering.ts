/**
 * Whether a missing house number says something: where the others have one, what has none is no home. A matter of the
 * street, else of the block: a village or a street without numbers lies beside one that has them.
 */
import type { Metres } from '@doorwalk/core/units'
import { GridIndex } from '../geometry/grid-index.ts'
import { boxOf, distance, grownBox, type XY } from '../geometry/plane.ts'
import type { Structure } from '../structures/structures.ts'
import { noDoorsByTags } from '../structures/use.ts'
import type { AddressPoint } from '../addresses/address.ts'
import type { StreetFronts } from './street-fronts.ts'
import { squareKey } from '../geometry/point-index.ts'

/** What could be a home by its size, m². */
const COULD_BE_HOME_M2 = 60
/** How far around tells: squares with this side, two to each side of the building's own. */
const STREET: Metres = 100
const QUARTER: Metres = 160
const SQUARES = 2
/** Where the street tells nothing: the nearest buildings, so many within that. */
const BLOCK = { most: 12, reach: 120 as Metres }
/** So many on the same street, or around, tell about it. */
const LEAST_ON_STREET = 3
const LEAST_IN_BLOCK = 2
/** Share with a number from which on a missing one says something. */
const WELL_ADDRESSED = 0.5
/**
 * As much of a street is enough in a quarter with numbers, where a school takes up the rest; and as much of the quarter
 * on a street with numbers, where others are not mapped yet.
 */
const PARTLY_ADDRESSED = 0.25

export interface Numbering {
  /** Whether the other buildings on its street, or around it, have numbers. */
  isNumbered(structure: Structure): boolean
}

interface Found {
  addresses: ReadonlyMap<string, readonly Pick<AddressPoint, 'source'>[]>
  fronts: StreetFronts
}

/** Cost: the street of each structure that could be a home is looked up once. */
export function numberingOf(structures: Structure[], { addresses, fronts }: Found): Numbering {
  const couldBe = structures.filter(({ areaM2, tags }) => areaM2 >= COULD_BE_HOME_M2 && !noDoorsByTags(tags))
  const sourcesOf = ({ key }: Structure) => addresses.get(key)?.map(({ source }) => source) ?? []
  if (!couldBe.some((structure) => sourcesOf(structure).length > 0)) return { isNumbered: () => false }
  const index = new GridIndex<Structure>()
  const streets = new Tally(STREET)
  const quarters = new Tally(QUARTER)
  const streetOf = new Map<Structure, string>()
  for (const structure of couldBe) {
    const sources = sourcesOf(structure)
    const street = fronts.streetOf(structure)
    streetOf.set(structure, street)
    index.add(boxOf([structure.centre]), structure)
    if (street !== '') streets.add(structure.centre, { name: street, sources })
    quarters.add(structure.centre, { name: '', sources })
  }
  const blockShare = (structure: Structure) => {
    const around = [...index.near(grownBox(boxOf([structure.centre]), BLOCK.reach))]
      .filter((other) => other !== structure)
      .map((other) => ({ other, metres: distance(other.centre, structure.centre) }))
      .filter(({ metres }) => metres <= BLOCK.reach)
      .sort((a, b) => a.metres - b.metres)
      .slice(0, BLOCK.most)
    const numbered = around.filter(({ other }) => sourcesOf(other).length > 0).length
    return around.length < LEAST_IN_BLOCK ? 0 : numbered / around.length
  }
  return {
    isNumbered(structure) {
      // It counts itself, if at all, as one without a number: it is the others that tell.
      const self = streetOf.has(structure) ? 1 : 0
      const street = streetOf.get(structure) ?? fronts.streetOf(structure)
      const quarter = quarters.around(structure.centre, '')
      const others = Math.max(1, quarter.all - self)
      // A table has whole towns: it leaves no street out, as people who map by hand do.
      if (quarter.inTable >= WELL_ADDRESSED * others) return true
      const along = street === '' ? NONE : streets.around(structure.centre, street)
      const peers = along.all - self
      if (peers < LEAST_ON_STREET) return blockShare(structure) >= WELL_ADDRESSED
      const share = along.numbered / peers
      if (share < PARTLY_ADDRESSED) return false
      return quarter.numbered >= (share >= WELL_ADDRESSED ? PARTLY_ADDRESSED : WELL_ADDRESSED) * others
    },
  }
}

interface Count {
  all: number
  numbered: number
  /** With a number from a table. */
  inTable: number
}

const NONE: Count = { all: 0, numbered: 0, inTable: 0 }

/** Counts by name in squares. */
class Tally {
  private readonly side: Metres
  /** By name, then by square. */
  private readonly squares = new Map<string, Map<number, Count>>()

  constructor(side: Metres) {
    this.side = side
  }

  add([x, y]: XY, { name, sources }: { name: string; sources: AddressPoint['source'][] }): void {
    const own = this.squares.get(name) ?? new Map<number, Count>()
    this.squares.set(name, own)
    const key = squareKey(Math.floor(x / this.side), Math.floor(y / this.side))
    const { all, numbered, inTable } = own.get(key) ?? NONE
    own.set(key, {
      all: all + 1,
      numbered: numbered + (sources.length > 0 ? 1 : 0),
      inTable: inTable + (sources.includes('ban') ? 1 : 0),
    })
  }

  /** In the square of a point and those two to each side of it. */
  around([x, y]: XY, name: string): Count {
    const own = this.squares.get(name)
    if (!own) return NONE
    const [column, row] = [Math.floor(x / this.side), Math.floor(y / this.side)]
    const sum = { ...NONE }
    for (let dx = -SQUARES; dx <= SQUARES; dx++) {
      for (let dy = -SQUARES; dy <= SQUARES; dy++) {
        const count = own.get(squareKey(column + dx, row + dy))
        if (!count) continue
        sum.all += count.all
        sum.numbered += count.numbered
        sum.inTable += count.inTable
      }
    }
    return sum
  }
}
