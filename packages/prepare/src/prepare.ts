/** `doorwalk prepare`: sources → one immutable region version. The pipeline on one screen. */
import { basename, resolve } from 'node:path'
import type { AliasTable } from '@doorwalk/core/building/alias'
import type { Building } from '@doorwalk/core/building/building'
import { REGION_FORMAT, type Manifest } from '@doorwalk/core/region'
import { osmAddresses, respellStreets, type AddressPoint } from './address.ts'
import { readBan } from './ban.ts'
import { estimateDoors, type DoorSources } from './doors.ts'
import { matchDwellings, readDwellings } from './dwellings.ts'
import { extentOf } from './extent.ts'
import { groupBy } from './group-by.ts'
import { homesOf } from './homes.ts'
import { readHouseholds } from './households.ts'
import { joinAddresses, structureIndex } from './join.ts'
import { loneHomes, registeredHomes, takeLooseAddresses } from './lone-homes.ts'
import { carryIds } from './match-ids.ts'
import { readPrecincts } from './precincts.ts'
import { findPrevious, readPrevious } from './previous.ts'
import { readOsm } from './read-osm.ts'
import { attributionOf, describeSources, readAttribution } from './sources.ts'
import { streetDoorsOf } from './street-doors.ts'
import { streetFronts } from './street-fronts.ts'
import { buildStreetTiles } from './streets.ts'
import { groundsOf, structuresOf } from './structures.ts'
import { reportOf, type PrepareReport } from './summary.ts'
import { buildingOf } from './targets.ts'
import { footprintOf, writeRegion } from './write-region.ts'

export interface PrepareOptions {
  /** OpenStreetMap extract, PBF. */
  osm: string
  /** Folder of the region; its last part is the region's name. */
  out: string
  /** BAN or any address table, CSV. */
  addresses?: string
  /** INSEE 200 m grid, GeoJSON with `men`. */
  households?: string
  /** Dwellings per entrance, GeoJSON points or CSV. */
  dwellings?: string
  /** Polling-station areas, GeoJSON polygons. */
  precincts?: string
  /** Further lines of the region's attribution. */
  attribution?: string[]
  /** Region or version folder whose ids live on, or `none`; default: the current version in `out`. */
  previous?: string
  /** Sources that are read but not used for doors, to evaluate against them. */
  withhold?: ('households' | 'dwellings')[]
}

export type PrepareEvent =
  { type: 'progress'; step: string; share?: number } | { type: 'report'; report: PrepareReport }

/**
 * Reads the sources and writes `out/VERSION/…` and `out/current.json`.
 *
 * @param tell gets progress while it works, and the whole report once at the end
 * @throws VisibleError `osm.*`, `table.*`, `geojson.*`, `households.*`, `precincts.*`, `previous.*`, `attribution.wrong`
 * Cost: linear in the extract.
 */
export async function prepareRegion(
  options: PrepareOptions,
  tell: (event: PrepareEvent) => void = () => {},
): Promise<Manifest> {
  const step = (name: string) => tell({ type: 'progress', step: name })
  const attribution = readAttribution(options.attribution)
  const previous = await findPrevious(options)
  const extract = await readOsm(options.osm, {
    onProgress: ({ pass, share }) => tell({ type: 'progress', step: `reading ${pass}`, share }),
  })
  const extent = extentOf(extract)
  const { plane, isInside, isNear } = extent
  const withheld = new Set(options.withhold)

  step('streets')
  const streets = buildStreetTiles(extract)

  step('buildings and addresses')
  const structures = structuresOf(extract, plane)
  const osm = osmAddresses(extract, structures.list)
  const ban = options.addresses ? await readBan(options.addresses, isNear) : undefined
  const addresses: AddressPoint[] = [...osm.list, ...respellStreets(ban?.list ?? [], extract)]
  const joined = joinAddresses(addresses, { index: structureIndex(structures.list), plane })

  step('homes and their street doors')
  const context = { extract, plane, fronts: streetFronts(extract, plane) }
  const grounds = groundsOf(extract, plane)
  const loose = takeLooseAddresses(joined)
  const all = [
    ...homesOf(structures.list, { extract, plane, grounds, addresses: joined.byStructure }),
    ...loneHomes(loose, plane),
  ]
  const homes = all.filter((home) => isInside(plane.toLngLat(home.structure.centre)))
  const doors = homes.flatMap((home) => streetDoorsOf(home, context))

  step('doors')
  const households = options.households ? await readHouseholds(options.households, extent) : undefined
  const register = options.dwellings ? await readDwellings(options.dwellings, isInside) : undefined
  const matched = register && matchDwellings(register.list, doors, plane)
  const sources: DoorSources = {
    ...(households && !withheld.has('households') ? { households } : {}),
    ...(matched && !withheld.has('dwellings') ? { dwellings: matched.byDoor } : {}),
  }
  const registered = matched && sources.dwellings ? registeredHomes(matched, plane) : []
  const allDoors = [...doors, ...registered.flatMap((home) => streetDoorsOf(home, context))]
  const estimates = estimateDoors(allDoors, sources)

  step('targets')
  const precincts = options.precincts ? await readPrecincts(options.precincts, extent) : undefined
  const doorsOf = groupBy(allDoors, (door) => door.home)
  const made = [...homes, ...registered].map((home): Building => {
    const precinct = precincts?.at(home.structure.centre)
    return buildingOf(home, { plane, doors: doorsOf.get(home) ?? [], estimates: estimates.byDoor, precinct })
  })
  const footprints = all.filter(({ drawn }) => drawn).map((home) => footprintOf(home, plane))

  step('ids of the version before')
  const before = previous && (await readPrevious(previous, extent.bbox))
  const ids = carryIds(before, { buildings: made, footprints, plane })
  const { buildings } = ids

  step('writing')
  const used = await describeSources({ ...options }, extract.date)
  const manifest = await writeRegion(
    options.out,
    {
      format: REGION_FORMAT,
      name: basename(resolve(options.out)),
      bbox: extent.bbox,
      sources: used,
      attribution: attributionOf(used, attribution),
      ...countsOf(buildings, {
        joined: joined.joined,
        precincts: precincts?.list.length ?? 0,
        ids: ids.table,
      }),
      warnings: streets.report.warnings,
    },
    {
      streets: streets.tiles,
      buildings,
      footprints,
      precincts: precincts?.list ?? [],
      ids: ids.table,
    },
  )
  const read = { extract, extent, streets, structures, osm, ban, joined, register, precincts, loose }
  tell({
    type: 'report',
    report: reportOf({
      ...read,
      manifest,
      buildings,
      ids: ids.report,
      homes,
      doors,
      households,
      matched,
      sources,
      estimates,
    }),
  })
  return manifest
}

function countsOf(
  buildings: Building[],
  { joined, precincts, ids }: { joined: number; precincts: number; ids: AliasTable | undefined },
): Pick<Manifest, 'counts' | 'doors'> {
  const targets = buildings.flatMap((building) => building.targets)
  const bySource: Record<string, number> = {}
  for (const { doorsSource, doors } of targets) bySource[doorsSource] = (bySource[doorsSource] ?? 0) + doors
  return {
    counts: {
      buildings: buildings.length,
      buildingsWithoutDoors: buildings.filter((building) => building.noDoors).length,
      targets: targets.length,
      addresses: joined,
      precincts,
      // Absent while nothing was lost, so that a first version and its exact repetition are the same version.
      ...(ids && ids.aliases.size > 0 ? { aliases: ids.aliases.size } : {}),
      ...(ids && ids.orphans.length > 0 ? { orphans: ids.orphans.length } : {}),
    },
    doors: { total: targets.reduce((sum, target) => sum + target.doors, 0), bySource },
  }
}
