/**
 * Storeys of a building: what its tags say, else what buildings of its size and surroundings have, corrected by what
 * the region's own tags say, then by what its neighbours' say.
 */
import type { Metres } from '@doorwalk/core/units'
import { PointIndex } from '../geometry/point-index.ts'
import { mix, ramp } from '../geometry/ramp.ts'
import type { Tags } from '../osm/extract.ts'
import { metresOf } from '../structures/length.ts'
import type { Structure } from '../structures/structures.ts'
import { kindByTags, kindsOf, noDoorsByTags } from '../structures/use.ts'
import type { Around, Surroundings } from './surroundings.ts'

/** With the ground floor, without the roof. */
export interface Storeys {
  /** A mean where no tag says: 2.4 is possible. */
  levels: number
  source: 'tag' | 'neighbours' | 'default'
}

const MAX_LEVELS = 60
const METRES_PER_LEVEL: Metres = 3

/** Storeys with the ground floor, without the roof; from `building:levels`, else from the height. */
function taggedLevels(tags: Tags): number | undefined {
  const levels = Number.parseFloat(tags['building:levels'] ?? '')
  if (levels > 0) return Math.min(MAX_LEVELS, Math.max(1, Math.round(levels)))
  const height = metresOf(tags.height) ?? metresOf(tags['building:height'])
  if (height !== undefined) return Math.min(MAX_LEVELS, Math.max(1, Math.floor(height / METRES_PER_LEVEL)))
  return undefined
}

/** Storeys at a footprint of `m2`; each doubling of it adds `more`, within `least` and `most`. */
interface BySize {
  m2: number
  storeys: number
  more: number
  least: number
  most: number
}

/**
 * Means of the storeys that maps tag, by footprint. `open` and `dense` as in Liechtenstein, Andorra, Lorient, Porto,
 * Munich and New York; `estate`, blocks among blocks with ground between them, lies between what Liechtenstein (3),
 * Geneva (6 to 7) and Monaco (10) have there.
 */
const PRIOR: Record<'open' | 'estate' | 'dense', BySize> = {
  open: { m2: 200, storeys: 2, more: 0.8, least: 1.7, most: 4 },
  estate: { m2: 200, storeys: 4.8, more: 0.9, least: 2, most: 7 },
  dense: { m2: 120, storeys: 3, more: 1.4, least: 2, most: 6.5 },
}
/** Of `apartments`, whatever stands around. */
const APARTMENTS_LEAST = 3.5
const HOUSE_LEVELS: Record<string, number> = {
  ...Object.fromEntries(
    'house detached semidetached_house terrace villa farm'.split(' ').map((kind) => [kind, 2]),
  ),
  bungalow: 1,
}

function storeysOn(areaM2: number, { m2, storeys, more, least, most }: BySize): number {
  return Math.min(most, Math.max(least, storeys + more * Math.log2(Math.max(1, areaM2) / m2)))
}

/** What stands on footprints like this in surroundings like these. */
function priorStoreys({ tags, areaM2 }: Pick<Structure, 'tags' | 'areaM2'>, around: Around): number {
  const [kind = ''] = kindsOf(tags.building)
  const house = HOUSE_LEVELS[kind]
  if (house !== undefined) return house
  const open = mix(around.blocks, { a: storeysOn(areaM2, PRIOR.open), b: storeysOn(areaM2, PRIOR.estate) })
  const prior = mix(around.density, { a: open, b: storeysOn(areaM2, PRIOR.dense) })
  return kind === 'apartments' || kind === 'dormitory' ? Math.max(prior, APARTMENTS_LEAST) : prior
}

/** So many tagged buildings weigh as much as the prior. */
const SHRINK = { region: 20, around: 3 }
const REACH: Metres = 150
/** Standard deviation of the weight by distance. */
const NEAR: Metres = 60
/** A footprint of so many typical houses is small yet, and surely large. */
const LARGE = { from: 1.2, to: 2 }
const TAGGED_LEAST_M2 = 50
const LEARNT_MOST = 15

/** Learns from the tagged ones how much taller or lower than the prior the region is, small and large ones apart. */
export function storeysOf(
  structures: Structure[],
  { houseM2, of: aroundOf }: Surroundings,
): (structure: Structure, around: Around) => Storeys {
  const tagged = structures.flatMap((structure) => {
    const levels = taggedLevels(structure.tags)
    if (levels === undefined || structure.areaM2 < TAGGED_LEAST_M2 || noDoorsByTags(structure.tags)) return []
    const off = Math.log(levels / priorStoreys(structure, aroundOf(structure)))
    return [{ structure, off, kind: kindOf(structure), large: ramp(structure.areaM2 / houseM2, LARGE) }]
  })
  const regional = (list: typeof tagged) =>
    (median(list.map(({ off }) => off)) * list.length) / (list.length + SHRINK.region)
  const bySize = (list: typeof tagged) => ({
    a: regional(list.filter(({ large }) => large < 0.5)),
    b: regional(list.filter(({ large }) => large >= 0.5)),
  })
  const region = {
    flats: bySize(tagged.filter(({ kind }) => kind === 'flats')),
    other: bySize(tagged.filter(({ kind }) => kind === 'other')),
  }
  const index = new PointIndex(tagged.map(({ structure }) => structure.centre))
  return (structure, around) => {
    const own = taggedLevels(structure.tags)
    if (own !== undefined) return { levels: own, source: 'tag' }
    let [sum, weights] = [0, 0]
    index.within(REACH, structure.centre, (place, metres) => {
      const { structure: other, off, kind, large } = tagged[place]!
      const alike = Math.sqrt(Math.min(other.areaM2 / structure.areaM2, structure.areaM2 / other.areaM2))
      const weight = Math.exp(-(metres ** 2) / (2 * NEAR ** 2)) * alike
      sum += weight * (off - mix(large, region[kind]))
      weights += weight
    })
    const large = ramp(structure.areaM2 / houseM2, LARGE)
    const off = mix(large, region[kindOf(structure)]) + sum / (weights + SHRINK.around)
    const levels = priorStoreys(structure, around) * Math.exp(off)
    return {
      levels: Math.min(LEARNT_MOST, Math.max(1, levels)),
      source: weights >= 1 ? 'neighbours' : 'default',
    }
  }
}

/** Storeys are tagged of flats first: what those tell would make all others too tall. */
function kindOf({ tags }: Structure): 'flats' | 'other' {
  return kindByTags(tags) === 'flats' || kindsOf(tags.building).includes('residential') ? 'flats' : 'other'
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
