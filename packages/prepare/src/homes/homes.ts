/** Turns structures into homes: who lives there, how many storeys, how much floor area people can live on. */
import type { BuildingKind, NoDoorsReason } from '@doorwalk/core/building/building'
import type { Metres } from '@doorwalk/core/units'
import { GridIndex } from '../geometry/grid-index.ts'
import { structureIndex, type JoinedAddress } from '../addresses/join.ts'
import { listsFlats } from './listed-doors.ts'
import type { StreetFronts } from './street-fronts.ts'
import { numberingOf, type Numbering } from './numbering.ts'
import type { OsmExtract, Tags } from '../osm/extract.ts'
import { boxOf, distance, grownBox, isInside, type Plane } from '../geometry/plane.ts'
import { isDrawn } from '../structures/building-nodes.ts'
import { metresOf } from '../structures/length.ts'
import type { Structure } from '../structures/structures.ts'
import {
  isGroundFloorUse,
  isResidentialTag,
  kindByTags,
  noDoorsByTags,
  WHOLE_HOTEL_MAX_M2,
} from '../structures/use.ts'

export interface Home {
  /** RNB, else OSM key; BAN id or register key for one that no map draws. */
  id: string
  drawn: boolean
  structure: Structure
  addresses: JoinedAddress[]
  noDoors?: NoDoorsReason
  levels: number
  levelsSource: 'tag' | 'neighbours' | 'default'
  kind: BuildingKind
  /** Gross floor area people can live on, m²; 0 when nobody does. Kept for `no_address`: the grid may still need it. */
  floorArea: number
  /** Shops, restaurants, banks and practices take (some of) the ground floor. */
  shops: number
  /** Shops within 100 m: what tells a centre from a housing estate. */
  shopsAround: number
}

/** A dwelling needs this much footprint; a smaller structure holds none, whatever else is known. */
const MIN_FOOTPRINT_M2 = 15
/**
 * Without an address, structures below this are annexes: in Paris the tagged ones have 1 storey among 7-storey
 * neighbours.
 */
const MIN_UNADDRESSED_M2 = 40
/** Storeys of unaddressed structures up to this footprint: median 3 in Paris, whatever stands around. */
const SMALL_UNADDRESSED = { m2: 80, levels: 3 }
const NEIGHBOURS = { reach: [60, 150] as Metres[], atLeast: 3 }
/**
 * Storeys where nothing is known: a house with an upper floor, a French post-war block (RPLS Bondy: median 5 with the
 * ground floor).
 */
const DEFAULT_LEVELS: Record<BuildingKind, number> = { house: 2, flats: 5 }
/**
 * Footprints above this are blocks of flats, where tags and storeys say nothing (Bondy: 9 of 10 register entrances).
 */
const FLATS_MIN_M2 = 220
const FLATS_MIN_LEVELS = 4
/**
 * Less footprint per address is a row of houses drawn as one (Bondy: rows 32–50 m², register entrances 77 m² and more).
 */
const ROW_HOUSE_MAX_M2 = 70
/**
 * Twice area by perimeter, about the depth from window to window for a long building and half of it for a square one.
 * Register entrances of Bondy reach 14.4 m; halls and superstores begin at 15.4 m.
 */
const HALL_MIN_DEPTH: Metres = 15
const MAX_LEVELS = 60
const METRES_PER_LEVEL: Metres = 3
/** An attic holds about half of a full storey. */
const ROOF_LEVEL_SHARE = 0.5
const SHOPS_REACH: Metres = 100
/** Room that one shop takes from the ground floor at most. */
const SHOP_M2 = 150

export function homesOf(
  structures: Structure[],
  context: {
    extract: OsmExtract
    plane: Plane
    addresses: Map<string, JoinedAddress[]>
    fronts: StreetFronts
    grounds: Structure[]
  },
): Home[] {
  const found = tenantsOf(structures, context)
  const numbering = numberingOf(structures, context)
  const index = structureIndex(structures)
  const grounds = new GridIndex<Structure>()
  for (const ground of context.grounds) grounds.add(ground.box, ground)
  const neighbours = new GridIndex<{ structure: Structure; levels: number }>()
  for (const structure of structures) {
    const levels = taggedLevels(structure.tags)
    if (levels === undefined || noDoorsByTags(structure.tags)) continue
    neighbours.add(boxOf([structure.centre]), { structure, levels })
  }
  return structures.map((structure) => {
    const addresses = context.addresses.get(structure.key) ?? []
    const tenants = found.get(structure.key) ?? { shops: 0, hotel: false }
    const lists = listsFlats(structure, { addresses, extract: context.extract })
    const storeys = storeysOf(structure, { addresses: addresses.length, lists, neighbours })
    const addressed = addresses.length > 0
    const { levelsSource } = storeys
    const noDoors = noDoorsHere(structure, {
      addressed,
      hotel: tenants.hotel,
      lists,
      grounds,
      numbering,
      levelsSource,
    })
    const { shops } = tenants
    const named = { id: idOf(structure), drawn: isDrawn(structure), structure, addresses }
    const home = { ...named, ...storeys, shops, shopsAround: shopsNear(structure, { index, tenants: found }) }
    const empty = noDoors !== undefined && noDoors !== 'no_address'
    return { ...home, floorArea: empty ? 0 : floorArea(home), ...(noDoors ? { noDoors } : {}) }
  })
}

interface Seen {
  addressed: boolean
  hotel: boolean
  /** Flats are listed here: somebody lives in them, whatever else is inside. */
  lists: boolean
  grounds: GridIndex<Structure>
  numbering: Numbering
  levelsSource: Home['levelsSource']
}

function noDoorsHere(
  structure: Structure,
  { addressed, hotel, lists, grounds, numbering, levelsSource }: Seen,
): NoDoorsReason | undefined {
  if (lists) return undefined
  const byTags = noDoorsByTags(structure.tags)
  if (byTags) return byTags
  if (structure.areaM2 < MIN_FOOTPRINT_M2) return 'too_small'
  if (isResidentialTag(structure.tags)) return undefined
  if (!addressed && structure.areaM2 < MIN_UNADDRESSED_M2) return 'too_small'
  if (hotel && structure.areaM2 < WHOLE_HOTEL_MAX_M2) return 'commercial'
  for (const ground of grounds.near(boxOf([structure.centre]))) {
    if (!isInside(structure.centre, ground.rings)) continue
    const industrial = ground.tags.landuse === 'industrial' || ground.tags.amenity === 'fuel'
    if (!industrial) return 'public'
    if (!addressed) return 'commercial'
  }
  if (levelsSource === 'tag') return undefined
  const hall = depthOf(structure) > HALL_MIN_DEPTH
  if (hall && (levelsSource === 'default' || !addressed)) return 'commercial'
  return !addressed && numbering.isNumbered(structure) ? 'no_address' : undefined
}

function depthOf({ rings: [outline = []], areaM2 }: Structure): Metres {
  const perimeter = outline.reduce((sum, point, i) => sum + distance(point, outline[i + 1] ?? point), 0)
  return (2 * areaM2) / (perimeter || 1)
}

interface Tenants {
  shops: number
  hotel: boolean
}

/** Shops and hotels, from nodes inside and from the structure's own tags. */
function tenantsOf(
  structures: Structure[],
  { extract, plane }: { extract: OsmExtract; plane: Plane },
): Map<string, Tenants> {
  const index = structureIndex(structures)
  const found = new Map<string, Tenants>()
  const count = (key: string, tags: Tags) => {
    const tenants = found.get(key) ?? { shops: 0, hotel: false }
    if (isGroundFloorUse(tags)) tenants.shops++
    if (tags.tourism === 'hotel' || tags.tourism === 'hostel') tenants.hotel = true
    if (tenants.shops > 0 || tenants.hotel) found.set(key, tenants)
  }
  for (const structure of structures) count(structure.key, structure.tags)
  for (const node of extract.nodes.values()) {
    if (!isGroundFloorUse(node.tags) && node.tags.tourism === undefined) continue
    const point = plane.toXY(node.location)
    for (const structure of index.near(boxOf([point]))) {
      if (isInside(point, structure.rings)) count(structure.key, node.tags)
    }
  }
  return found
}

function shopsNear(
  structure: Structure,
  { index, tenants }: { index: GridIndex<Structure>; tenants: Map<string, Tenants> },
): number {
  let shops = 0
  for (const other of index.near(grownBox(boxOf([structure.centre]), SHOPS_REACH))) {
    if (distance(other.centre, structure.centre) <= SHOPS_REACH) shops += tenants.get(other.key)?.shops ?? 0
  }
  return shops
}

function idOf({ key, tags }: Structure): string {
  const rnb = tags['ref:FR:RNB']
  return rnb && /^[A-Z0-9]{4,20}$/i.test(rnb) ? `rnb:${rnb}` : `osm:${key}`
}

interface Around {
  /** Of the structure itself. */
  addresses: number
  lists: boolean
  neighbours: GridIndex<{ structure: Structure; levels: number }>
}

function storeysOf(
  structure: Structure,
  { addresses, lists, neighbours }: Around,
): Pick<Home, 'levels' | 'levelsSource' | 'kind'> {
  const tagKind = kindByTags(structure.tags) ?? (lists ? 'flats' : undefined)
  const row = structure.areaM2 <= ROW_HOUSE_MAX_M2 * addresses
  const kindFor = (levels: number): BuildingKind =>
    tagKind ?? (levels >= FLATS_MIN_LEVELS || (structure.areaM2 >= FLATS_MIN_M2 && !row) ? 'flats' : 'house')
  const tagged = taggedLevels(structure.tags)
  if (tagged !== undefined) return { levels: tagged, levelsSource: 'tag', kind: kindFor(tagged) }
  const around = medianAround(structure, neighbours)
  if (around !== undefined && tagKind !== 'house') {
    const small = addresses === 0 && structure.areaM2 < SMALL_UNADDRESSED.m2
    const levels = small ? Math.min(around, SMALL_UNADDRESSED.levels) : around
    // A small annex among blocks of flats holds flats, not a house.
    return { levels, levelsSource: 'neighbours', kind: kindFor(around) }
  }
  const kind = kindFor(1)
  return { levels: DEFAULT_LEVELS[kind], levelsSource: 'default', kind }
}

function medianAround(
  structure: Structure,
  neighbours: GridIndex<{ structure: Structure; levels: number }>,
): number | undefined {
  for (const reach of NEIGHBOURS.reach) {
    const levels = [...neighbours.near(grownBox(boxOf([structure.centre]), reach))]
      .filter((other) => other.structure !== structure)
      .filter((other) => distance(other.structure.centre, structure.centre) <= reach)
      .map((other) => other.levels)
      .sort((a, b) => a - b)
    if (levels.length >= NEIGHBOURS.atLeast) return levels[levels.length >> 1]
  }
  return undefined
}

/** Storeys with the ground floor, without the roof; from `building:levels`, else from the height. */
function taggedLevels(tags: Tags): number | undefined {
  const levels = Number.parseFloat(tags['building:levels'] ?? '')
  if (levels > 0) return Math.min(MAX_LEVELS, Math.max(1, Math.round(levels)))
  const height = metresOf(tags.height) ?? metresOf(tags['building:height'])
  if (height !== undefined) return Math.min(MAX_LEVELS, Math.max(1, Math.floor(height / METRES_PER_LEVEL)))
  return undefined
}

function floorArea({ structure, levels, shops }: Pick<Home, 'structure' | 'levels' | 'shops'>): number {
  const roof = Number.parseFloat(structure.tags['roof:levels'] ?? '') || 0
  const lost = levels > 1 ? Math.min(structure.areaM2, shops * SHOP_M2) : 0
  return structure.areaM2 * (levels + ROOF_LEVEL_SHARE * Math.min(roof, 2)) - lost
}

/** Lowest storey people live on: 1 above a ground floor full of shops. */
export function lowestFloor(home: Home): number {
  return home.levels > 1 && home.shops * SHOP_M2 >= home.structure.areaM2 ? 1 : 0
}
