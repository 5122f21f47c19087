/** What `prepare` tells the person at the terminal: read, kept, dropped and why, and how far to trust the doors. */
import type { Orphan } from '@doorwalk/core/building/alias'
import type { Target } from '@doorwalk/core/building/building'
import { WARN_ABOVE, type PlaceCheck } from './doors/places-check.ts'
import type { Unjoined } from './addresses/join.ts'
import { listed } from './lists/listed.ts'
import { registerLines } from './registers/lines.ts'
import { refusedLine } from './tables/refused.ts'
import type { LargeEstimate, PrepareReport } from './summary.ts'

/** Enough to see of which kind they are. */
const CONDITIONS_MAX = 10
/** The whole list is in the region. */
const ORPHANS_MAX = 20
/** Of fewer households a percentage says nothing. */
const WARN_FROM = 50

export function reportLines(report: PrepareReport): string[] {
  return [
    ...streetLines(report),
    ...buildingLines(report),
    ...addressLines(report),
    ...doorLines(report),
    ...placeLines(report),
    ...largestLines(report),
    ...precinctLines(report),
    ...idLines(report),
    ...report.manifest.warnings.map((warning) => `Warning: ${warning}`),
  ]
}

function streetLines({ osm, streets, manifest, extent: { by } }: PrepareReport): string[] {
  const missing = osm.missingNodes + osm.missingWays
  const lines = [
    `Read ${count(osm.nodes, 'node')}, ${count(osm.ways, 'way')}, ${count(osm.relations, 'relation')}` +
      (missing ? `; ${osm.missingNodes} nodes and ${osm.missingWays} ways lie outside the extract` : '') +
      (osm.repeated
        ? `; ${osm.repeated} are in the file more than once, of which the newest version was read once`
        : ''),
    `Region: west, south, east, north ${manifest.bbox.join(', ')}, by the ${by === 'header' ? 'header of the extract' : 'objects of the extract'}`,
  ]
  const [largest = 0, ...others] = streets.components
  return [
    ...lines,
    `Streets: ${streets.ways} walkable ways, ${streets.kilometres.toFixed(1)} km in ${streets.edges} edges, ${streets.tiles} tiles; ` +
      `largest of ${streets.components.length} connected pieces has ${largest} of ${streets.vertices} junctions` +
      (others.length ? `, the next ${others.slice(0, 5).join(', ')}` : ''),
    ...hourLines(streets.hours),
  ]
}

function hourLines({ ways, nodes, unread }: PrepareReport['streets']['hours']): string[] {
  const lines =
    ways + nodes > 0
      ? [`  open at certain hours only: ${count(ways, 'stretch', 'es')} of street, ${count(nodes, 'gate')}`]
      : []
  if (unread.length > 0) {
    lines.push(
      `  ${count(unread.length, 'condition')} of access not understood, as if not there:`,
      ...listed(unread, CONDITIONS_MAX),
    )
  }
  return lines
}

function buildingLines({ structures, buildings, gates }: PrepareReport): string[] {
  const reasons = tally(buildings.flatMap((building) => building.noDoors ?? []))
  const levels = tally(
    buildings.filter((building) => !building.noDoors).map((building) => building.levelsSource),
  )
  const targets = buildings.flatMap((building) => building.targets)
  return [
    `Buildings: ${structures.read} read (${structures.multipolygons} multipolygons), ${structures.read - structures.outside} inside the box kept, ` +
      `${structures.outside} outside and ${structures.broken} with a broken outline dropped` +
      (structures.twins ? `; ${structures.twins} drawn a second time, each read once` : '') +
      (structures.nodes ? `; ${structures.nodes} more are nodes without an outline` : ''),
    `  without doors: ${words(reasons) || 'none'}`,
    `  storeys of the others by: ${words(levels)}`,
    `Targets: ${targets.length} at ${new Set(targets.map((target) => target.streetDoor)).size} street doors; ` +
      `${targets.filter((target) => target.part).length} are parts of entrances of many doors`,
    ...(gates.targets > 0
      ? [
          `  behind a gate that is locked or private (access: gate): ${count(gates.buildings, 'building')}, ${count(gates.doors, 'door')}`,
        ]
      : []),
  ]
}

function addressLines({ addresses, joined, ban, dwellings }: PrepareReport): string[] {
  const lines = [
    `Addresses in OpenStreetMap: ${addresses.withNumber} objects, ${percent(addresses.withStreet, addresses.withNumber)} with a street ` +
      `(${addresses.streetFromRelation} by associatedStreet relations)` +
      (addresses.interpolated ? `; ${addresses.interpolated} more between the ends of lines of numbers` : ''),
    `  joined to buildings, with those of --addresses: ${joined.joined} (${joined.inside} inside one); of OpenStreetMap ${joined.unjoined.length} not joined` +
      (joined.alone ? `, ${joined.alone} of them homes by themselves` : '') +
      (joined.unjoined.length ? ':' : ''),
    ...listed(joined.unjoined.map(unjoinedWords)),
  ]
  if (ban) {
    const { counts } = ban
    lines.push(
      `--addresses: ${counts.read} rows, ${counts.accepted} near the box, ${counts.repaired} with a mended encoding, ${counts.repeated} repeated, ${counts.outside} outside, ` +
        `${counts.numberless} without a house number, ${counts.refused.length} refused`,
      ...listed(counts.refused.map(refusedLine)),
      `  in the box ${ban.inBox}, joined within 25 m ${ban.joined} (${percent(ban.joined, ban.inBox)}); not joined:`,
      ...listed(ban.unjoined.map(unjoinedWords)),
    )
  }
  if (ban?.alone) {
    lines.push(
      `  ${ban.alone} addresses stand where no building of theirs is drawn; each is a home by itself`,
    )
  }
  if (dwellings) lines.push(...registerLines(dwellings))
  return lines
}

function doorLines({ manifest, doors, register }: PrepareReport): string[] {
  const lines = [`Doors: ${manifest.doors.total} (${words(manifest.doors.bySource)})`]
  if (doors) {
    lines.push(
      `  households of the grid over the box: ${Math.round(doors.households)}; difference ${signed(doors.total / doors.households - 1)}` +
        (doors.unplaced >= 0.5
          ? `; ${Math.round(doors.unplaced)} households stand in cells without a home`
          : ''),
      `  the same total with the grid withheld: ${doors.withheld}; difference ${signed(doors.withheld / doors.households - 1)}`,
    )
  }
  for (const check of register ?? []) {
    lines.push(
      `  with the register withheld, ${check.entrances} register entrances by ${check.method}: ${check.estimated} doors for ${check.counted} counted ` +
        `(${signed(check.estimated / check.counted - 1)}); error of one entrance: median ${percent(check.medianError, 1)}, mean ${check.meanError.toFixed(1)} doors; ` +
        `${percent(check.inInterval, check.entrances)} of the counts lie in the interval`,
    )
  }
  return lines
}

function placeLines({ places }: PrepareReport): string[] {
  if (places.length === 0) return []
  return ['Doors by place, against its people and its grid:', ...listed(places.map(placeWords))]
}

function placeWords({ name, people, date, households, doors, before, grid }: PlaceCheck): string {
  const dated = date ? ` of ${date}` : ''
  const used = before === undefined ? '' : `, ${Math.round(before)} before they were used`
  const cells = grid
    ? `; households of the grid ${Math.round(grid)}, difference ${signed(doors / grid - 1)}`
    : ''
  return (
    `${name}: ${doors} doors; ${people} people${dated} are ${Math.round(households)} households, ` +
    `difference ${signed(doors / households - 1)}${used}${cells}`
  )
}

/** Totals that are farther than ± 35 % from the people or the grid of their place. */
export function placeWarnings({ places, doors: grid }: Pick<PrepareReport, 'places' | 'doors'>): string[] {
  const far = (doors: number, households: number | undefined) =>
    households !== undefined && households >= WARN_FROM && Math.abs(doors / households - 1) > WARN_ABOVE
  const words = (name: string, doors: number, [households, by]: [households: number, by: string]) =>
    `${name}: ${doors} doors, but about ${Math.round(households)} households by ${by} (${signed(doors / households - 1)}); look at doors.geojson (--explain) or give counts (--dwellings)`
  return [
    ...(grid && far(grid.total, grid.households)
      ? [words('The region', grid.total, [grid.households, 'the grid'])]
      : []),
    ...places.flatMap(({ name, doors, households, grid: cells }) => [
      ...(far(doors, households) ? [words(name, doors, [households, 'its people'])] : []),
      ...(cells !== undefined && far(doors, cells) ? [words(name, doors, [cells, 'the grid'])] : []),
    ]),
  ]
}

function largestLines({ largest }: PrepareReport): string[] {
  if (largest.length === 0) return []
  return [`The ${largest.length} largest estimates that no source counts:`, ...largest.map(largeWords)]
}

function largeWords({ building, why }: LargeEstimate): string {
  const { id, doors, targets, levels } = building
  const sum = (of: (target: Target) => number) => targets.reduce((total, target) => total + of(target), 0)
  const address = targets.find((target) => target.address)?.address
  const tags = Object.entries(why.tags).map(([key, value]) => `${key}=${value}`)
  return (
    `    ${id}${address ? `, ${`${address.number} ${address.street}`.trim()}` : ''}: ${doors} doors ` +
    `(${sum(({ doorsLow }) => doorsLow)} to ${sum(({ doorsHigh }) => doorsHigh)}), ${building.areaM2} m² on ${levels} storeys by ${why.storeysBy}; ${tags.join(', ')}`
  )
}

function precinctLines({ precincts }: PrepareReport): string[] {
  if (!precincts) return []
  return [
    `Precincts: ${precincts.kept} of ${precincts.read} overlap the box, named by "${precincts.codeField}"` +
      (precincts.buildingsWithout ? `; ${precincts.buildingsWithout} buildings lie in none` : ''),
    ...listed(precincts.notes),
  ]
}

function idLines({ ids }: PrepareReport): string[] {
  if (!ids) return []
  if ('warning' in ids) return [`Warning: ${ids.warning}`]
  const { version, kept, renamed, fresh, orphans } = ids
  return [
    `Ids since version ${version}: ${kept} kept, ${renamed} renamed, ${fresh} new, ${count(orphans.length, 'orphan')}` +
      (orphans.length ? '; nothing continues:' : ''),
    ...listed(orphans.map(orphanWords), ORPHANS_MAX),
  ]
}

function orphanWords({ id, address, location, doors }: Orphan): string {
  const place = address ? `${address.number} ${address.street}`.trim() : location.join(', ')
  return `${id}, ${place}, ${count(doors, 'door')}`
}

function unjoinedWords({ address, nearest }: Unjoined): string {
  const { number, street, key, location } = address
  const why = address.business ? 'a business; ' : address.interpolated === undefined ? '' : 'between others; '
  const at = location ? ` at ${location.map((degrees) => degrees.toFixed(6)).join(', ')}` : ''
  return `${`${number} ${street}`.trim()} (${key})${at}: ${why}${nearestWords(nearest)}`
}

function nearestWords(metres: number | undefined): string {
  if (metres === undefined || !Number.isFinite(metres)) return 'no building near'
  return `${Math.round(metres)} m to the nearest building`
}

function count(number: number, what: string, plural = 's'): string {
  return `${number} ${what}${number === 1 ? '' : plural}`
}

function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function words(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')
}

function percent(part: number, whole: number): string {
  return whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : 'none'
}

function signed(share: number): string {
  return `${share >= 0 ? '+' : ''}${(100 * share).toFixed(1)} %`
}
