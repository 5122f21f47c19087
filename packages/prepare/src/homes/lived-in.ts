/**
 * Whether people live in a building, as a share from 0 to 1. Each rule gives a share of its own and the least
 * counts; each falls as a power of what it looks at, so that a little more ground is never suddenly a hall.
 */
import type { NoDoorsReason } from '@doorwalk/core/building/building'
import type { Metres } from '@doorwalk/core/units'
import { fading, mix, ramp } from '../geometry/ramp.ts'
import { groundUse } from '../osm/ground.ts'
import type { Structure } from '../structures/structures.ts'
import { isGroundFloorUse } from '../structures/tenants.ts'
import { isResidentialTag, noDoorsByTags } from '../structures/use.ts'
import type { Storeys } from './storeys.ts'
import type { Around } from './surroundings.ts'

export interface LivedIn {
  /** 0 nobody … 1 as far as one can tell. */
  share: number
  /** What speaks most against it; said of the building where no door is left. */
  doubt: NoDoorsReason
  /** Nobody, for sure or next to it. */
  noDoors?: NoDoorsReason
}

export interface Seen {
  structure: Pick<Structure, 'tags' | 'areaM2'>
  /** Of the outline, courtyards left out. */
  perimeter: Metres
  addresses: number
  hotel: boolean
  /** A school, church, town hall … is inside. */
  institution: boolean
  /** Flats are listed here: somebody lives in them, whatever else is inside. */
  lists: boolean
  storeys: Storeys
  around: Around
  /** Ground of a typical house of the region, m². */
  houseM2: number
}

/**
 * A dwelling needs this much ground, m²; without an address or a tag it takes more, or this part of a typical house.
 */
const LEAST_M2 = { any: 20, unaddressed: 40, ofHouse: 0.35 }
/** A hotel has the whole of a small building, and only some of one with more ground than that, m². */
const HOTEL = { wholeM2: 600, power: 0.8, least: 0.3 }
/**
 * Twice area by perimeter, about the depth from window to window for a long building and half of it for a square one.
 * Register entrances of Bondy reach 14.4 m; halls and superstores begin at 15.4 m.
 */
const DEPTH: Record<'elsewhere' | 'residential', Metres> = { elsewhere: 14, residential: 16 }
/** So many storeys, where tagged, may be a hall yet, and are surely none. */
const HALL_LEVELS = { from: 3, to: 4.5 }
/**
 * More typical houses than that on one outline are rather a school, shop or plant: in the open with one address or
 * on residential land a little; without either more, and most where all around have an address; then in closed
 * blocks, too.
 */
const LARGE = {
  some: { full: 3.5, power: 1 },
  none: { full: 2.5, power: 3 },
  missing: { full: 1.5, power: 4 },
  denseNone: { full: 8, power: 1 },
  denseMissing: { full: 2, power: 3 },
}
/** On industrial land up to so many typical houses: the caretaker's. On land of shops and offices. */
const PLANT_HOUSES = 1.2
const TRADE_HOUSES = 2.5
/** A barn or stable beside the farmhouse has more typical houses of ground than that. */
const FARM_HOUSES = 1.8
/** Of an unaddressed building on land of shops and offices in the open. */
const ON_TRADE_LEFT = 0.1
/** As that, of what is too tall for a hall: in the open offices, in closed blocks homes. */
const TALL_ON_TRADE = { a: 0.05, b: 1 }
/** Of a shop, bank or restaurant that has an outline of its own: homes in the open, and in closed blocks. */
const OWN_SHOP = { a: 0.02, b: 1 }
/** As that, where a node inside is a school, a church or a town hall; up to the density of an open block. */
const WITH_INSTITUTION = { least: 0.005, blocks: { from: 0, to: 0.5 } }
/** Where a share falls below that, the building counts as empty. */
const NOBODY = 1e-5

export function livedIn(seen: Seen): LivedIn {
  const { structure, hotel, addresses } = seen
  const { tags, areaM2 } = structure
  if (seen.lists) return { share: 1, doubt: 'no_households' }
  const byTags = noDoorsByTags(tags)
  if (byTags) return nobody(byTags)
  const shares: [share: number, doubt: NoDoorsReason][] = [[(areaM2 / LEAST_M2.any) ** 3, 'too_small']]
  if (!isResidentialTag(tags)) {
    if (addresses === 0) shares.push([(areaM2 / leastUnaddressed(seen.houseM2)) ** 3, 'too_small'])
    if (hotel) shares.push([Math.max(HOTEL.least, (areaM2 / HOTEL.wholeM2) ** HOTEL.power), 'commercial'])
    if (isGroundFloorUse(tags)) shares.push([ownShop(seen), 'commercial'])
    if (seen.institution) shares.push([aroundInstitution(seen), 'public'])
    shares.push(...onGround(seen), [notTooDeep(seen), 'commercial'], [notTooLarge(seen), 'commercial'])
  }
  const [share, doubt] = shares.reduce((least, other) => (other[0] < least[0] ? other : least))
  if (share < NOBODY) return nobody(doubt)
  return { share: Math.min(1, share), doubt: share < 1 ? doubt : 'no_households' }
}

function nobody(noDoors: NoDoorsReason): LivedIn {
  return { share: 0, doubt: noDoors, noDoors }
}

function leastUnaddressed(houseM2: number): number {
  return Math.max(LEAST_M2.unaddressed, LEAST_M2.ofHouse * houseM2)
}

/** 0 what may be a hall by its storeys … 1 what is too tall for one; only tagged storeys tell. */
function tall({ storeys }: Seen): number {
  return storeys.source === 'tag' ? ramp(storeys.levels, HALL_LEVELS) : 0
}

/** In a shop with an outline of its own there are homes above where it has floors above, in closed blocks mostly. */
function ownShop(seen: Seen): number {
  return Math.max(tall(seen), mix(seen.around.density, OWN_SHOP))
}

/** Several addresses are stairs of a house that has the institution below. */
function aroundInstitution(seen: Seen): number {
  if (seen.addresses > 1) return 1
  const { least, blocks } = WITH_INSTITUTION
  return Math.max(least, tall(seen), ramp(seen.around.density, blocks))
}

function onGround(seen: Seen): [number, NoDoorsReason][] {
  const { structure, addresses, around, houseM2 } = seen
  const houses = structure.areaM2 / houseM2
  const addressed = addresses > 0
  switch (groundUse(around.ground)) {
    case 'public':
      return [[0, 'public']]
    case 'industry':
      return [[addressed ? fading(houses, { full: PLANT_HOUSES, power: 4 }) : 0, 'commercial']]
    case 'trade': {
      const left = mix(around.density, { a: addressed ? 1 : ON_TRADE_LEFT, b: 1 })
      const fades = fading(houses, { full: TRADE_HOUSES, power: 4 * (1 - around.density) })
      const above = tall(seen) * mix(around.density, TALL_ON_TRADE)
      return [[Math.max(above, Math.min(left, fades)), 'commercial']]
    }
    case 'empty':
      return addressed ? [] : [[0, 'outbuilding']]
    case 'farm':
      return [[fading(houses, { full: FARM_HOUSES, power: addressed ? 2 : 5 }), 'outbuilding']]
    default:
      return []
  }
}

function notTooDeep(seen: Seen): number {
  const full = groundUse(seen.around.ground) === 'residential' ? DEPTH.residential : DEPTH.elsewhere
  const depth = (2 * seen.structure.areaM2) / (seen.perimeter || 1)
  return Math.max(tall(seen), fading(depth, { full, power: 8 }))
}

/** Several addresses are stairs: no doubt. */
function notTooLarge(seen: Seen): number {
  const { addresses, around, structure, houseM2 } = seen
  if (addresses > 1) return 1
  const some = addresses > 0 || groundUse(around.ground) === 'residential'
  const houses = structure.areaM2 / houseM2
  if (some) return Math.max(tall(seen), mix(around.density, { a: fading(houses, LARGE.some), b: 1 }))
  const open = mix(around.addressed, { a: fading(houses, LARGE.none), b: fading(houses, LARGE.missing) })
  const dense = mix(around.addressed, {
    a: fading(houses, LARGE.denseNone),
    b: fading(houses, LARGE.denseMissing),
  })
  return Math.max(tall(seen), mix(around.density, { a: open, b: dense }))
}
