/**
 * From the extract and the tables of addresses to homes and their street doors. The extract, its nodes and ways, is the
 * largest thing that `prepare` holds: it lives in here and is forgotten before doors are counted and targets made.
 */
import type { Cell } from '@doorwalk/core/h3'
import { respellStreets, type AddressPoint } from './addresses/address.ts'
import { osmAddresses, type OsmAddresses } from './addresses/osm-addresses.ts'
import { behindOf } from './addresses/behind.ts'
import type { AddressCounts, BanAddresses } from './addresses/ban.ts'
import { extentOf, type Extent } from './osm/extent.ts'
import { footprintTiles } from './region/footprints.ts'
import { homesOf, type Home } from './homes/homes.ts'
import { joinAddresses, type Joined } from './addresses/join.ts'
import { loneHomes, takeLooseAddresses } from './homes/lone-homes.ts'
import type { Matched } from './registers/match.ts'
import type { CountedHomes, Uncounted } from './registers/counted.ts'
import type { ToldRegister } from './registers/lines.ts'
import type { OsmExtract } from './osm/extract.ts'
import type { PrepareOptions } from './options.ts'
import { readOsm, type ReadProgress } from './osm/read-osm.ts'
import { streetDoorsOf, type StreetDoor } from './homes/street-doors.ts'
import { streetFronts } from './homes/street-fronts.ts'
import { buildStreetTiles, type StreetTiles } from './streets/tiles.ts'
import { nodeStructures } from './structures/building-nodes.ts'
import { addFlatsOfParts } from './structures/flat-count.ts'
import { placesOf, type Place } from './structures/places.ts'
import { groundsOf, structuresOf, type Structures } from './structures/structures.ts'
import { structureIndex } from './structures/structure-index.ts'

export interface ReadHomes {
  extent: Extent
  /** Of the extract, when it says one. */
  date: string | undefined
  streets: StreetTiles
  /** Outlines for drawing, also of buildings that reach over the box. */
  footprints: Map<Cell, Uint8Array>
  /** Inside the box, without the ones that only the register knows. */
  homes: Home[]
  doors: StreetDoor[]
  /** Homes that only the register of dwellings knows, and their doors. */
  registered: { homes: Home[]; doors: StreetDoor[] }
  matched: Matched | undefined
  /** Of OpenStreetMap, with their people, smallest first. */
  places: Place[]
  counts: ReadCounts
}

/** What was read, for the report. */
export interface ReadCounts {
  osm: OsmExtract['counts']
  structures: {
    read: number
    broken: number
    twins: number
    outside: number
    multipolygons: number
    nodes: number
  }
  addresses: OsmAddresses['counts']
  joined: Pick<Joined, 'joined' | 'inside'> & {
    /** In the box, of OpenStreetMap. */
    unjoined: Joined['unjoined']
    /** Of these, homes by themselves. */
    alone: number
  }
  ban?: {
    counts: AddressCounts
    inBox: number
    joined: number
    unjoined: Joined['unjoined']
    alone: number
    credit: BanAddresses['credit']
  }
  dwellings?: ToldRegister
}

interface ReadListener {
  /** Gets the name of each step as it begins. */
  step: (name: string) => void
  onProgress: (progress: ReadProgress) => void
}

/** @throws VisibleError `osm.*`, `table.*`, `addresses.nothing`, `dwellings.*` */
export async function readHomes(
  options: PrepareOptions,
  { step, onProgress }: ReadListener,
): Promise<ReadHomes> {
  const extract = await readOsm(options.osm, { onProgress })
  const extent = extentOf(extract)
  const { plane, isInside } = extent

  step('streets')
  const streets = buildStreetTiles(extract)

  step('buildings and addresses')
  const structures = structuresOf(extract, plane)
  addFlatsOfParts(structures.list, { extract, plane })
  const nodes = nodeStructures(extract, { plane, drawn: structures.list })
  const standing = [...structures.list, ...nodes]
  const osm = osmAddresses(extract, standing)
  const ban = await readTable(options, extent)
  const addresses: AddressPoint[] = [...osm.list, ...respellStreets(ban?.list ?? [], extract)]
  const joined = joinAddresses(addresses, {
    structures: standing,
    index: structureIndex(standing),
    plane,
    behind: behindOf(extract, plane),
  })

  step('homes and their street doors')
  const loose = takeLooseAddresses(joined)
  const fronts = streetFronts(extract, plane)
  const all = [
    ...homesOf(standing, {
      extract,
      plane,
      grounds: groundsOf(extract, plane),
      addresses: joined.byStructure,
      fronts,
    }),
    ...loneHomes(loose, plane),
  ]
  const homes = all.filter((home) => isInside(plane.toLngLat(home.structure.centre)))
  const context = { extract, plane, fronts }
  const doors = homes.flatMap((home) => streetDoorsOf(home, context))

  const counted = await readCounted(options, { doors, extent })
  const known = counted?.homes ?? []
  return {
    extent,
    date: extract.date,
    streets,
    homes,
    doors,
    matched: counted?.matched,
    places: placesOf(extract, extent),
    footprints: footprintTiles(
      all.filter(({ drawn }) => drawn),
      plane,
    ),
    registered: { homes: known, doors: known.flatMap((home) => streetDoorsOf(home, context)) },
    counts: {
      osm: extract.counts,
      structures: { ...countStructures(structures, homes), nodes: nodes.length },
      addresses: osm.counts,
      joined: countJoined({ joined, loose, extent }),
      ...(ban ? { ban: countBan(ban, { joined, loose, extent }) } : {}),
      ...(counted ? { dwellings: counted.told } : {}),
    },
  }
}

/** What reads tables is loaded with the first table: most of `prepare`'s modules. */
async function readTable({ addresses }: PrepareOptions, extent: Extent): Promise<BanAddresses | undefined> {
  if (!addresses) return undefined
  const { readBan } = await import('./addresses/ban.ts')
  return readBan(addresses, extent)
}

async function readCounted(
  { dwellings, dwellingsAs, withhold = [] }: PrepareOptions,
  homes: Pick<Uncounted, 'doors' | 'extent'>,
): Promise<CountedHomes | undefined> {
  if (!dwellings) return undefined
  const { countedBy } = await import('./registers/counted.ts')
  return countedBy(dwellings, { as: dwellingsAs, isWithheld: withhold.includes('dwellings'), ...homes })
}

function countStructures(
  { list, broken, twins }: Structures,
  homes: Home[],
): Omit<ReadCounts['structures'], 'nodes'> {
  return {
    read: list.length,
    broken,
    twins,
    outside: list.length - homes.filter(({ drawn }) => drawn).length,
    multipolygons: list.filter(({ key }) => key.startsWith('r')).length,
  }
}

function countJoined({ joined, loose, extent }: Found): ReadCounts['joined'] {
  const ofMap = (address: AddressPoint) => address.source === 'osm' && isInBox(address, extent)
  return {
    joined: joined.joined,
    inside: joined.inside,
    unjoined: joined.unjoined.filter(({ address }) => ofMap(address)),
    alone: loose.filter(ofMap).length,
  }
}

interface Found {
  joined: Joined
  loose: AddressPoint[]
  extent: Extent
}

function isInBox({ location }: AddressPoint, extent: Extent): boolean {
  return location !== undefined && extent.isInside(location)
}

/** Of the address table, only what lies in the box counts: a building outside is no building of this region. */
function countBan(ban: BanAddresses, { joined, loose, extent }: Found): NonNullable<ReadCounts['ban']> {
  const inBox = (address: AddressPoint) => isInBox(address, extent)
  const unjoined = joined.unjoined.filter(({ address }) => address.source === 'ban' && inBox(address))
  const total = ban.list.filter(inBox).length
  return {
    counts: ban.counts,
    credit: ban.credit,
    inBox: total,
    joined: total - unjoined.length,
    unjoined,
    alone: loose.filter((address) => address.source === 'ban' && inBox(address)).length,
  }
}
