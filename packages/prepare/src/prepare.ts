/** `doorwalk prepare`: sources → one immutable region version. The pipeline on one screen. */
import { basename, resolve } from 'node:path'
import type { AliasTable } from '@doorwalk/core/building/alias'
import type { Building } from '@doorwalk/core/building/building'
import { fieldError } from '@doorwalk/core/error'
import { REGION_FORMAT } from '@doorwalk/core/region/format'
import type { Manifest } from '@doorwalk/core/region/region'
import { estimateDoors, type DoorSources } from './doors/doors.ts'
import { peopledPlaces, peopleWish } from './doors/people.ts'
import { groupBy } from './lists/group-by.ts'
import type { Households } from './doors/households.ts'
import { carryIds } from './versions/match-ids.ts'
import type { Precincts } from './region/precincts.ts'
import { findPrevious, readPrevious } from './versions/previous.ts'
import type { PrepareOptions } from './options.ts'
import type { Extent } from './osm/extent.ts'
import { readHomes } from './read-homes.ts'
import { attributionOf, describeSources, readAttribution } from './region/sources.ts'
import type { Explained } from './region/explain.ts'
import { placeWarnings } from './report.ts'
import { registerWarnings } from './registers/lines.ts'
import { correctedHomes } from './registers/registered-homes.ts'
import { reportOf, type PrepareReport } from './summary.ts'
import { buildingOf } from './region/targets.ts'
import { countryOf, takeCountry } from './region/country.ts'
import { tellGates } from './streets/behind-gates.ts'
import { zoneOf } from './streets/time-zone.ts'
import { writeRegion, type ManifestHead, type RegionContent } from './region/write-region.ts'

export type PrepareEvent =
  { type: 'progress'; step: string; share?: number } | { type: 'report'; report: PrepareReport }

/**
 * Reads the sources and writes `out/VERSION/…` and `out/current.json`.
 *
 * @param tell gets progress while it works, and the whole report once at the end
 * @throws VisibleError `osm.*`, `table.*`, `geojson.*`, `addresses.*`, `dwellings.*`, `households.*`, `precincts.*`,
 * `previous.*`, `attribution.wrong`
 * Cost: linear in the extract.
 */
export async function prepareRegion(
  options: PrepareOptions,
  tell: (event: PrepareEvent) => void = () => {},
): Promise<Manifest> {
  const made = await makeRegion(options, tell)
  tell({ type: 'progress', step: 'writing' })
  const manifest = await writeRegion(options.out, made.head, made.content)
  if (made.explained) {
    const { writeExplained } = await import('./region/explain.ts')
    await writeExplained(options.out, made.explained)
  }
  tell({ type: 'report', report: { ...made.report, manifest } })
  return manifest
}

interface MadeRegion {
  head: ManifestHead
  content: RegionContent
  report: Omit<PrepareReport, 'manifest'>
  /** Where it was asked for. */
  explained?: Explained
}

function byId(buildings: Building[]): Map<string, Building> {
  return new Map(buildings.map((building) => [building.id, building]))
}

/** Everything but the writing. What only this needs is forgotten before the region is compressed. */
async function makeRegion(options: PrepareOptions, tell: (event: PrepareEvent) => void): Promise<MadeRegion> {
  const step = (name: string) => tell({ type: 'progress', step: name })
  const attribution = readAttribution(options.attribution)
  checkTogether(options)
  const wish = peopleWish({ population: options.population, householdSize: options.householdSize })
  const previous = await findPrevious(options)
  const read = await readHomes(options, {
    step,
    onProgress: ({ pass, share }) => tell({ type: 'progress', step: `reading ${pass}`, share }),
  })
  const { extent, streets, footprints, registered, matched } = read
  const { plane } = extent

  step('doors')
  const withheld = new Set(options.withhold)
  const households = await householdsOf(options, extent)
  const doors = [...read.doors, ...registered.doors]
  const country = countryOf(
    doors.flatMap(({ address }) => address ?? []),
    extent.bbox,
  )
  const people = await peopledPlaces(wish, { plane, country, places: read.places })
  const sources: DoorSources = {
    ...(households && !withheld.has('households') ? { households } : {}),
    ...(matched && !withheld.has('dwellings') ? { dwellings: matched.byDoor } : {}),
    ...(withheld.has('population') ? {} : { places: people }),
  }
  const estimates = estimateDoors(doors, sources)

  step('targets')
  const precincts = await precinctsOf(options, extent)
  const doorsOf = groupBy(doors, (door) => door.home)
  const homes = [...read.homes, ...registered.homes]
  const corrected = sources.dwellings && matched ? correctedHomes(matched, read.doors) : undefined
  const made = homes.map((home): Building => {
    const precinct = precincts?.at(plane.toLngLat(home.structure.centre))
    const own = doorsOf.get(home) ?? []
    return buildingOf(corrected?.get(home) ?? home, {
      plane,
      doors: own,
      estimates: estimates.byDoor,
      precinct,
    })
  })

  const gates = tellGates(made, streets)
  const named = takeCountry(made, extent.bbox)

  step('ids of the version before')
  const before = previous && (await readPrevious(previous, extent.bbox))
  const { buildings, table: ids, report: idReport } = carryIds(before, { buildings: made, footprints, plane })

  const { population: _, ...files } = options
  const used = await describeSources(
    { ...files, ...(wish.file ? { population: wish.file } : {}) },
    {
      date: read.date,
      known: { addresses: read.counts.ban?.credit, dwellings: read.counts.dwellings?.mapping.preset.credit },
    },
  )
  const precinctList = precincts?.list ?? []
  const addresses = homes.reduce(
    (sum, home) => sum + home.addresses.filter(({ number }) => number !== '').length,
    0,
  )
  const totals = countsOf(buildings, { addresses, precincts: precinctList.length, ids })
  const report = reportOf({
    read,
    buildings,
    gates,
    ids: idReport,
    households,
    precincts,
    sources,
    estimates,
    people,
  })
  return {
    head: {
      format: REGION_FORMAT,
      name: basename(resolve(options.out)),
      bbox: extent.bbox,
      ...named,
      ...(await zoneOf(extent.bbox, streets)),
      sources: used,
      attribution: attributionOf(used, attribution),
      ...totals,
      warnings: [
        ...extent.warnings,
        ...streets.report.warnings,
        ...emptyWarning(totals),
        ...(read.counts.dwellings ? registerWarnings(read.counts.dwellings) : []),
        ...placeWarnings(report),
      ],
    },
    content: {
      streets: streets.tiles,
      schedules: streets.schedules,
      buildings,
      footprints,
      precincts: precinctList,
      ids,
    },
    report,
    ...(options.explain
      ? { explained: { plane, homes, buildings: byId(buildings), expected: estimates.expected } }
      : {}),
  }
}

/** What reads a kind of file is loaded when the first such file came. */
async function householdsOf({ households }: PrepareOptions, extent: Extent): Promise<Households | undefined> {
  if (!households) return undefined
  const { readHouseholds } = await import('./doors/households.ts')
  return readHouseholds(households, extent)
}

async function precinctsOf({ precincts }: PrepareOptions, extent: Extent): Promise<Precincts | undefined> {
  if (!precincts) return undefined
  const { readPrecincts } = await import('./region/precincts.ts')
  return readPrecincts(precincts, extent)
}

/** @throws VisibleError `dwellings.as` for an option that would have no effect */
function checkTogether({ dwellings, dwellingsAs }: PrepareOptions): void {
  if (dwellingsAs === undefined || dwellings !== undefined) return
  throw fieldError(
    'dwellings.as',
    '--dwellings-as',
    'it came without --dwellings, the table that it describes.',
  )
}

/** A region without a door is made, since a request may bring targets of its own; but nobody must take it for one. */
function emptyWarning({ counts, doors }: Pick<Manifest, 'counts' | 'doors'>): string[] {
  if (doors.total > 0) return []
  return [
    `No door was found: ${counts.buildings} buildings were read, and nobody seems to live in any of them.`,
  ]
}

function countsOf(
  buildings: Building[],
  { addresses, precincts, ids }: { addresses: number; precincts: number; ids: AliasTable | undefined },
): Pick<Manifest, 'counts' | 'doors'> {
  const targets = buildings.flatMap((building) => building.targets)
  const bySource: Record<string, number> = {}
  for (const { doorsSource, doors } of targets) bySource[doorsSource] = (bySource[doorsSource] ?? 0) + doors
  return {
    counts: {
      buildings: buildings.length,
      buildingsWithoutDoors: buildings.filter((building) => building.noDoors).length,
      targets: targets.length,
      addresses,
      precincts,
      // Absent while nothing was lost, so that a first version and its exact repetition are the same version.
      ...(ids && ids.aliases.size > 0 ? { aliases: ids.aliases.size } : {}),
      ...(ids && ids.orphans.length > 0 ? { orphans: ids.orphans.length } : {}),
    },
    doors: { total: targets.reduce((sum, target) => sum + target.doors, 0), bySource },
  }
}
