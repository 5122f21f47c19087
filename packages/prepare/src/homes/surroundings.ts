/** What stands around a building: how dense, among what, on what ground, and how large a house is in this region. */
import type { Metres } from '@doorwalk/core/units'
import { isInside } from '../geometry/plane.ts'
import { PointIndex } from '../geometry/point-index.ts'
import { ramp } from '../geometry/ramp.ts'
import type { Tags } from '../osm/extract.ts'
import { groundUse } from '../osm/ground.ts'
import type { Structure } from '../structures/structures.ts'
import { isResidentialTag, noDoorsByTags } from '../structures/use.ts'

/** Around a building. */
const NEAR: Metres = 100
const NEAR_M2 = Math.PI * NEAR ** 2
/**
 * Share of the ground within 100 m that is built on: detached houses below, closed blocks above (maps of six
 * cities).
 */
const COVER = { from: 0.15, to: 0.4 }
/** A structure with less ground is an annex when sizes are compared, m². */
const HOUSE_LEAST_M2 = 60
/** One with more is no house when the typical house is looked for, m². */
const HOUSE_MOST_M2 = 400
/** The typical house before anything is known of the region, m², and how many mapped ones weigh as much as that. */
const TYPICAL = { m2: 120, weight: 20 }
/** However odd the region's buildings are, its typical house has so much ground, m². */
const TYPICAL_LIMITS = { least: 70, most: 160 }
/** A neighbour of so many typical houses is no block yet, and surely one. */
const AMONG_BLOCKS = { from: 2, to: 4.5 }
/** The region's part of addressed homes weighs as much as so many homes. */
const ADDRESSED_WEIGHT = 10

export interface Surroundings {
  /** Ground of a typical house of the region, m²: the median of what could be one. */
  houseM2: number
  of: (structure: Structure) => Around
}

export interface Around {
  /** 0 among detached houses … 1 in closed blocks; by the share of the ground within 100 m that is built on. */
  density: number
  /**
   * Of what others could be homes within 100 m, the part of the ground under blocks: 0 houses only … 1 blocks only.
   */
  blocks: number
  /** Of those others, the part that has an address; few of them are taken together with the region's part. */
  addressed: number
  /** Shops, restaurants, banks and practices within 100 m. */
  shops: number
  /** Tags of the smallest plot that the building stands on. */
  ground: Tags | undefined
}

/** Of what no map draws. */
export const NOWHERE: Around = { density: 0, blocks: 0, addressed: 0, shops: 0, ground: undefined }

interface Found {
  grounds: Structure[]
  shopsIn: (structure: Structure) => number
  isAddressed: (structure: Structure) => boolean
}

/** Cost: linear in structures, each with what stands within 100 m of it. */
export function surroundingsOf(
  structures: Structure[],
  { grounds, shopsIn, isAddressed }: Found,
): Surroundings {
  const index = new PointIndex(structures.map(({ centre }) => centre))
  const shops = Float64Array.from(structures, shopsIn)
  const addressed = Uint8Array.from(structures, (structure) => Number(isAddressed(structure)))
  const areas = Float64Array.from(structures, ({ areaM2 }) => areaM2)
  const plots = plotsUnder(structures, { index, grounds })
  const couldBe = structures.map((structure, place) => couldBeHome(structure, plots[place]))
  const homes = couldBe.filter(Boolean).length
  const houseM2 = typicalHouse([...areas].filter((_, i) => couldBe[i]))
  const blockM2 = areas.map((areaM2) => areaM2 * ramp(areaM2 / houseM2, AMONG_BLOCKS))
  const regional =
    addressed.filter((_, place) => couldBe[place]).reduce((sum, each) => sum + each, 0) / (homes || 1)
  const places = new Map(structures.map(({ key }, place) => [key, place]))
  const lookAround = (structure: Structure): Around => {
    const self = places.get(structure.key)
    const sum = { built: 0, homes: 0, homesM2: 0, blocksM2: 0, addressed: 0, shops: 0 }
    index.within(NEAR, structure.centre, (place) => {
      sum.built += areas[place]!
      sum.shops += shops[place]!
      if (!couldBe[place] || place === self) return
      sum.homes++
      sum.addressed += addressed[place]!
      sum.homesM2 += areas[place]!
      sum.blocksM2 += blockM2[place]!
    })
    return {
      density: ramp(sum.built / NEAR_M2, COVER),
      blocks: sum.blocksM2 / (sum.homesM2 || 1),
      addressed: (sum.addressed + ADDRESSED_WEIGHT * regional) / (sum.homes + ADDRESSED_WEIGHT),
      shops: sum.shops,
      ground: self === undefined ? undefined : plots[self]?.tags,
    }
  }
  const known = new Map<Structure, Around>()
  const around = (structure: Structure) => {
    const found = known.get(structure) ?? lookAround(structure)
    known.set(structure, found)
    return found
  }
  return { houseM2, of: around }
}

/** Nobody lives on school grounds or in a plant; what is large on a farm or on land of shops is a hall. */
function couldBeHome({ tags, areaM2 }: Structure, plot: Structure | undefined): boolean {
  if (areaM2 < HOUSE_LEAST_M2 || noDoorsByTags(tags)) return false
  const use = isResidentialTag(tags) ? undefined : groundUse(plot?.tags)
  if (use === 'farm' || use === 'trade') return areaM2 <= HOUSE_MOST_M2
  return use === undefined || use === 'residential'
}

function typicalHouse(areas: number[]): number {
  const sizes = areas.filter((areaM2) => areaM2 <= HOUSE_MOST_M2).sort((a, b) => a - b)
  const median = sizes[sizes.length >> 1] ?? TYPICAL.m2
  const mean = (median * sizes.length + TYPICAL.m2 * TYPICAL.weight) / (sizes.length + TYPICAL.weight)
  return Math.min(TYPICAL_LIMITS.most, Math.max(TYPICAL_LIMITS.least, mean))
}

/** Of each structure, the smallest plot around its middle; of two alike the first by key. */
function plotsUnder(
  structures: Structure[],
  { index, grounds }: { index: PointIndex; grounds: Structure[] },
): (Structure | undefined)[] {
  const plots: (Structure | undefined)[] = []
  for (const ground of grounds) {
    const { rings } = ground
    index.inBox(ground.box, (place) => {
      if (!isSmaller(ground, plots[place]) || !isInside(structures[place]!.centre, rings)) return
      plots[place] = ground
    })
  }
  return plots
}

function isSmaller(a: Structure, b: Structure | undefined): boolean {
  return b === undefined || a.areaM2 < b.areaM2 || (a.areaM2 === b.areaM2 && a.key < b.key)
}
