/**
 * Whether a missing house number says something: where the others have one, what has none is no home. A matter of the
 * street, else of the block: a village or a street without numbers lies beside one that has them.
 */
import type { Metres } from '@doorwalk/core/units'
import { GridIndex } from '../geometry/grid-index.ts'
import { boxOf, distance, grownBox } from '../geometry/plane.ts'
import type { Structure } from '../structures/structures.ts'
import { noDoorsByTags } from '../structures/use.ts'
import type { StreetFronts } from './street-fronts.ts'

/** What could be a home by its size, m². */
const COULD_BE_HOME_M2 = 60
/** The nearest buildings: how many tell, and how far away. */
interface Around {
  most: number
  reach: Metres
}
const STREET: Around = { most: 40, reach: 250 }
const BLOCK: Around = { most: 12, reach: 120 }
const QUARTER: Around = { most: 60, reach: 400 }
/** So many on the same street tell about it. */
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
  /** Whether the buildings on its street, or around it, have numbers. */
  isNumbered(structure: Structure): boolean
}

interface Found {
  addresses: ReadonlyMap<string, readonly unknown[]>
  fronts: StreetFronts
}

/** Cost: a look around each structure that is asked for; the street of each is looked up once. */
export function numberingOf(structures: Structure[], { addresses, fronts }: Found): Numbering {
  const index = new GridIndex<Structure>()
  for (const structure of structures) {
    if (structure.areaM2 < COULD_BE_HOME_M2 || noDoorsByTags(structure.tags)) continue
    index.add(boxOf([structure.centre]), structure)
  }
  const streets = new Map<Structure, string>()
  const streetOf = (structure: Structure) => {
    const known = streets.get(structure) ?? fronts.streetOf(structure)
    streets.set(structure, known)
    return known
  }
  const near = (
    structure: Structure,
    { most, reach }: Around,
    isPeer: (other: Structure) => boolean = () => true,
  ) =>
    [...index.near(grownBox(boxOf([structure.centre]), reach))]
      .filter(
        (other) => other !== structure && distance(other.centre, structure.centre) <= reach && isPeer(other),
      )
      .sort((a, b) => distance(a.centre, structure.centre) - distance(b.centre, structure.centre))
      .slice(0, most)
  const shareOf = (list: Structure[]) =>
    list.filter(({ key }) => (addresses.get(key)?.length ?? 0) > 0).length / (list.length || 1)
  return {
    isNumbered(structure) {
      const street = streetOf(structure)
      const peers = street === '' ? [] : near(structure, STREET, (other) => streetOf(other) === street)
      if (peers.length >= LEAST_ON_STREET) {
        const share = shareOf(peers)
        if (share < PARTLY_ADDRESSED) return false
        const needed = share >= WELL_ADDRESSED ? PARTLY_ADDRESSED : WELL_ADDRESSED
        return shareOf(near(structure, QUARTER)) >= needed
      }
      const block = near(structure, BLOCK)
      return block.length >= LEAST_IN_BLOCK && shareOf(block) >= WELL_ADDRESSED
    },
  }
}
