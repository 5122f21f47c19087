/** Turns structures into homes: who lives there, how many storeys, how much floor area people can live on. */
import type { BuildingKind, NoDoorsReason } from '@doorwalk/core/building/building'
import type { Metres } from '@doorwalk/core/units'
import type { JoinedAddress } from '../addresses/join.ts'
import { listsFlats } from './listed-doors.ts'
import type { StreetFronts } from './street-fronts.ts'
import { numberingOf } from './numbering.ts'
import { boxOf, distance, isInside, type Plane, type XY } from '../geometry/plane.ts'
import type { OsmExtract, Tags } from '../osm/extract.ts'
import { isDrawn } from '../structures/building-nodes.ts'
import type { Structure } from '../structures/structures.ts'
import { isGroundFloorUse, isHotel, isInstitution } from '../structures/tenants.ts'
import { isResidentialTag, kindByTags } from '../structures/use.ts'
import { houseOrFlats, type HouseOrFlats } from './house-or-flats.ts'
import { livedIn, type LivedIn } from './lived-in.ts'
import { storeysOf, type Storeys } from './storeys.ts'
import { surroundingsOf, type Around } from './surroundings.ts'
import { structureIndex } from '../structures/structure-index.ts'

export interface Home {
  /** RNB, else OSM key; BAN id or register key for one that no map draws. */
  id: string
  drawn: boolean
  structure: Structure
  addresses: JoinedAddress[]
  noDoors?: NoDoorsReason
  levels: number
  levelsSource: 'tag' | 'register' | 'neighbours' | 'default'
  kind: BuildingKind
  /** House or flats as a share, and how many houses it would be. */
  mixture: HouseOrFlats
  lived: LivedIn
  /**
   * Gross floor area people can live on, m², were it all lived in; 0 when nobody does. Kept for `no_address`: the grid
   * may still need it.
   */
  floorArea: number
  /** Shops, restaurants, banks and practices take (some of) the ground floor. */
  shops: number
  around: Around
  /** Storeys before rounding. */
  storeys: number
}

/** Metres from a window to where nobody lives any more: the middle of a deep building has no homes. */
const LIVE_DEPTH: Metres = 7.5
/** An attic holds about half of a full storey. */
const ROOF_LEVEL_SHARE = 0.5
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
  const { grounds, addresses: joined } = context
  const found = tenantsOf(structures, context)
  const numbering = numberingOf(structures, context)
  const shopsIn = ({ key }: Structure) => found.get(key)?.shops ?? 0
  const surroundings = surroundingsOf(structures, {
    grounds,
    shopsIn,
    isAddressed: ({ key }) => (joined.get(key)?.length ?? 0) > 0,
  })
  const { houseM2 } = surroundings
  const levelsOf = storeysOf(structures, surroundings)
  return structures.map((structure) => {
    const around = surroundings.of(structure)
    const { shops = 0, hotel = false, institution = false } = found.get(structure.key) ?? {}
    const storeys = levelsOf(structure, around)
    const addresses = joined.get(structure.key) ?? []
    const lists = listsFlats(structure, { addresses, extract: context.extract })
    const isNumbered = () => numbering.isNumbered(structure)
    const tenants = { shops, hotel, institution }
    return homeOf(structure, { addresses, around, storeys, houseM2, ...tenants, lists, isNumbered })
  })
}

interface Seen extends Tenants {
  addresses: JoinedAddress[]
  around: Around
  storeys: Storeys
  /** Ground of a typical house of the region, m². */
  houseM2: number
  /** Flats are listed here: somebody lives in them, whatever else is inside. */
  lists: boolean
  /** Whether a missing address says something here. */
  isNumbered: () => boolean
}

/** One structure as a home, from all that is seen of it. */
export function homeOf(structure: Structure, seen: Seen): Home {
  const { tags, areaM2 } = structure
  const { around, storeys, houseM2, shops, hotel, institution, lists } = seen
  const perimeter = perimeterOf(structure)
  const addresses = seen.addresses.length
  const inside = { hotel, institution, lists }
  const lived = livedIn({ structure, perimeter, addresses, ...inside, storeys, around, houseM2 })
  const { levels, source } = storeys
  const mixture = houseOrFlats({ tags, areaM2, addresses, lists, levels, houseM2 })
  const unmarked = addresses === 0 && !lists && source !== 'tag' && !isResidentialTag(tags)
  const missing = lived.noDoors === undefined && unmarked && seen.isNumbered()
  const whyMissing = lived.share >= 0.5 ? 'no_address' : lived.doubt
  const noDoors = lived.noDoors ?? (missing ? whyMissing : undefined)
  return {
    id: idOf(structure),
    drawn: isDrawn(structure),
    structure,
    addresses: seen.addresses,
    levels: Math.max(1, Math.round(levels)),
    levelsSource: source,
    kind: (lists ? 'flats' : kindByTags(tags)) ?? (mixture.flats >= 0.5 ? 'flats' : 'house'),
    mixture,
    lived,
    floorArea: lived.noDoors ? 0 : habitable({ tags, areaM2, perimeter, levels, shops }),
    shops,
    around,
    storeys: levels,
    ...(noDoors ? { noDoors } : {}),
  }
}

/** Of all rings: a courtyard has windows, too. */
function perimeterOf({ rings }: Structure): Metres {
  const length = (ring: XY[]) =>
    ring.reduce((sum, point, i) => sum + distance(point, ring[i + 1] ?? point), 0)
  return rings.reduce((sum, ring) => sum + length(ring), 0)
}

interface Tenants {
  shops: number
  hotel: boolean
  /** A school, church, town hall … is here, as far as a node inside says. */
  institution: boolean
}

/** Shops, hotels and institutions, from nodes inside and from the structure's own tags. */
function tenantsOf(
  structures: Structure[],
  { extract, plane }: { extract: OsmExtract; plane: Plane },
): Map<string, Tenants> {
  const index = structureIndex(structures)
  const found = new Map<string, Tenants>()
  const count = (key: string, tags: Tags) => {
    const tenants = found.get(key) ?? { shops: 0, hotel: false, institution: false }
    if (isGroundFloorUse(tags)) tenants.shops++
    if (isHotel(tags)) tenants.hotel = true
    if (isInstitution(tags)) tenants.institution = true
    if (tenants.shops > 0 || tenants.hotel || tenants.institution) found.set(key, tenants)
  }
  for (const structure of structures) count(structure.key, structure.tags)
  for (const node of extract.nodes.values()) {
    if (!isGroundFloorUse(node.tags) && !isHotel(node.tags) && !isInstitution(node.tags)) continue
    const point = plane.toXY(node.location)
    for (const structure of index.near(boxOf([point]))) {
      if (isInside(point, structure.rings)) count(structure.key, node.tags)
    }
  }
  return found
}

function idOf({ key, tags }: Structure): string {
  const rnb = tags['ref:FR:RNB']
  return rnb && /^[A-Z0-9]{4,20}$/i.test(rnb) ? `rnb:${rnb}` : `osm:${key}`
}

interface Room {
  tags: Tags
  areaM2: number
  perimeter: Metres
  levels: number
  shops: number
}

/** Gross floor area people can live on, m²: what is near a window on each storey, less shops on the ground floor. */
function habitable({ tags, areaM2, perimeter, levels, shops }: Room): number {
  const floor = Math.min(areaM2, LIVE_DEPTH * perimeter)
  const roof = Number.parseFloat(tags['roof:levels'] ?? '') || 0
  const lost = levels > 1 ? Math.min(floor, shops * SHOP_M2) : 0
  return floor * (levels + ROOF_LEVEL_SHARE * Math.min(roof, 2)) - lost
}

/** Lowest storey people live on: 1 above a ground floor full of shops. */
export function lowestFloor(home: Home): number {
  return home.levels > 1 && home.shops * SHOP_M2 >= home.structure.areaM2 ? 1 : 0
}
