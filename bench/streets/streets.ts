/**
 * Figures of docs/streets.md: preparing, size, cold start, matrix, agreement with OSRM, snapping, switches.
 * `npm run bench:streets [-- EXTRACT …]`, or `-- --crossings [EXTRACT …]` for plans along main roads with and without
 * the cost of crossing. Data and recorded OSRM answers as in docs/streets.md. Times are processor milliseconds of this
 * process, all its threads.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { buildGraph } from '@doorwalk/core/graph/network/build'
import { CANVASS, type Switches } from '@doorwalk/core/graph/network/switches'
import type { Profile } from '@doorwalk/core/graph/osm/profile'
import type { Snap, SnapQuery } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { buildHierarchy } from '@doorwalk/core/matrix/hierarchy'
import { boxHolds } from '@doorwalk/core/region/box'
import { metresPerDegree, UNREACHABLE } from '@doorwalk/core/units'
import { osmAddresses } from '@doorwalk/prepare/addresses/osm-addresses'
import { readBan } from '@doorwalk/prepare/addresses/ban'
import type { OsmExtract } from '@doorwalk/prepare/osm/extract'
import { readOsm } from '@doorwalk/prepare/osm/read-osm'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { buildStreetTiles } from '@doorwalk/prepare/streets/tiles'
import { compareCrossings, type CrossingSums } from './crossings.ts'
import { compareWithOsrm, readGolden } from './golden.ts'
import { reportSnaps } from './snap.ts'

const SHARED = process.env['DOORWALK_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
const EXTRACTS = ['paris-9e-10e', 'bondy-nord', 'geneve-centre']
const COLD_RUNS = 15

const [first, ...rest] = process.argv.slice(2)
if (first === '--crossings')
  for (const name of rest.length > 0 ? rest : EXTRACTS) await measureCrossings(name)
else for (const name of first === undefined ? EXTRACTS : [first, ...rest]) await measure(name)

async function measure(name: string): Promise<void> {
  say(`\n## ${name}`)
  const extract = await readOsm(join(SHARED, 'data', name, `${name}.osm.pbf`))
  const before = cpu()
  const { tiles, report } = buildStreetTiles(extract)
  const bytes = [...tiles.values()]
  const packed = bytes.map((tile) => brotliCompressSync(tile))
  const kb = (list: Uint8Array[]) => Math.round(list.reduce((sum, { length }) => sum + length, 0) / 1000)
  const memory = Math.round(process.memoryUsage.rss() / 1e6)
  say(
    `tiles: ${report.ways} ways, ${report.vertices} vertices, ${report.edges} edges, ${report.kilometres.toFixed(0)} km`,
  )
  say(
    `prepare streets: ${(cpu() - before).toFixed(0)} ms, ${memory} MB resident; ${tiles.size} tiles, ${kb(bytes)} kB, ${kb(packed)} kB brotli`,
  )
  await measureCold(packed, extract)
  for (const profile of ['osrm-compat', 'canvass'] as const) measureMatrix(bytes, { profile, extract })
  await measureAccuracy(name, bytes)
  await measureSnaps(name, { bytes, extract })
  measureSwitches(bytes, extract)
}

/** Each run is a fresh process with nothing else in it: nothing is compiled, nothing is warm. */
async function measureCold(packed: Uint8Array[], extract: OsmExtract): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-streets-'))
  const files = packed.map((_, i) => join(folder, `${i}.br`))
  await Promise.all(packed.map((tile, i) => writeFile(files[i]!, tile)))
  const script = join(folder, 'cold.mjs')
  const esbuild = await import('esbuild')
  await esbuild.build({
    ...{
      entryPoints: [join(import.meta.dirname, 'cold.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script,
    },
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  const runs = Array.from({ length: COLD_RUNS }, () =>
    execFileSync(process.execPath, [script, ...files], { encoding: 'utf8' })
      .trim()
      .split(' ')
      .map(Number),
  ).sort((a, b) => a[0]! - b[0]!)
  const [load, hierarchy, clock] = runs[Math.floor(COLD_RUNS / 2)]!
  say(
    `cold load of ${km2(extract).toFixed(1)} km² in a fresh process, median of ${COLD_RUNS}: ${load} ms (${clock} on the clock) to read, unpack, check, decode, join and index; ` +
      `${hierarchy} ms more for the hierarchy (lazy)`,
  )
  await rm(folder, { recursive: true })
}

function measureMatrix(
  bytes: Uint8Array[],
  { profile, extract }: { profile: Profile; extract: OsmExtract },
): void {
  for (const count of [100, 300, 1000]) {
    const queries = doors(extract, count)
    const times = [0, 1, 2].map(() => {
      const start = cpu()
      const graph = buildGraph(bytes, profile)
      const built = cpu()
      const hierarchy = buildHierarchy(graph)
      const ready = cpu()
      const snaps = found(snapAll(graph, queries))
      const snapped = cpu()
      const matrix = buildMatrix(graph, snaps, hierarchy)
      const done = cpu()
      return {
        all: done - start,
        build: built - start,
        order: ready - built,
        snap: snapped - ready,
        search: done - snapped,
        graph,
        snaps,
        matrix,
      }
    })
    const { all, build, order, snap, search, graph, snaps, matrix } = times.sort((a, b) => a.all - b.all)[1]!
    const plainStart = cpu()
    const plain = buildMatrix(graph, snaps)
    const plainTime = cpu() - plainStart
    const different = plain.durations.reduce(
      (sum, time, i) => sum + (time === matrix.durations[i] ? 0 : 1),
      0,
    )
    say(
      `matrix ${profile} ${snaps.length}²: cached ${(snap + search).toFixed(0)} ms (snap ${snap.toFixed(0)}, search ${search.toFixed(0)}), ` +
        `from tiles ${all.toFixed(0)} ms (graph ${build.toFixed(0)}, hierarchy ${order.toFixed(0)}); ` +
        `plain Dijkstra ${plainTime.toFixed(0)} ms, ${different} entries differ`,
    )
  }
}

async function measureAccuracy(name: string, bytes: Uint8Array[]): Promise<void> {
  const path = join(SHARED, 'golden', `osrm-${name}.json`)
  if (!existsSync(path)) return say('no recorded OSRM answers')
  const golden = await readGolden(path)
  const accuracy = compareWithOsrm(bytes, golden)
  const percent = (value: number) => `${(100 * value).toFixed(3)} %`
  const { duration, distance } = accuracy
  say(`OSRM table for ${golden.osrmTableCpuMs.stops} stops: ${golden.osrmTableCpuMs.runs.join(', ')} ms`)
  say(
    `OSRM: ${accuracy.sameSnap} of ${accuracy.points} snaps within 1 m, reachability equal on ${percent(accuracy.sameReachability / accuracy.pairs)}; ` +
      `durations of ${accuracy.compared} pairs differ by ${percent(duration.median)} (median), ${percent(duration.p95)} (95th), ${percent(duration.p99)} (99th), ${percent(duration.max)} (most); ` +
      `distances by ${percent(distance.median)}, ${percent(distance.p95)}, ${percent(distance.p99)}, ${percent(distance.max)}`,
  )
  say(
    `histogram of |difference|: ${accuracy.histogram.map(({ upTo, pairs }) => `≤ ${upTo} %: ${pairs}`).join(', ')}`,
  )
  for (const { from, to, osrm, ours, metresApart } of accuracy.worst)
    say(`  worst: ${from} → ${to}, OSRM ${osrm} s, ours ${ours} s, snaps ${metresApart.toFixed(2)} m apart`)
  for (const { point, osrm, ours, metresApart } of accuracy.otherSnaps) {
    say(`  other snap: point ${point}, OSRM ${osrm}, ours ${ours}, ${metresApart.toFixed(1)} m apart`)
  }
}

async function measureSnaps(
  name: string,
  { bytes, extract }: { bytes: Uint8Array[]; extract: OsmExtract },
): Promise<void> {
  const ban = join(SHARED, 'data', name, 'adresses-ban.csv')
  const near = extract.bbox ?? [-180, -90, 180, 90]
  const isNear = (point: [number, number]) => boxHolds(near, point)
  const list = existsSync(ban) ? (await readBan(ban, { near, isNear })).list : osmAddresses(extract, []).list
  const queries = list.flatMap(({ location, street }) => (location && street ? [{ location, street }] : []))
  const report = reportSnaps(buildGraph(bytes, 'canvass'), queries)
  say(
    `addresses: ${report.addresses}, own street within 100 m for ${report.withStreet}, put on it ${report.ownStreet} ` +
      `(${((100 * report.ownStreet) / report.withStreet).toFixed(2)} %); rules ${JSON.stringify(report.byRule)}, ` +
      `${report.none} on none; ${report.metres.median.toFixed(1)} m away (median), ${report.metres.p95.toFixed(1)} m (95th)`,
  )
  for (const { query, street, metresAway } of report.wrong.slice(0, 20)) {
    say(
      `  elsewhere: ${query.street} at ${query.location.join(', ')} → ${street || 'unnamed'}, ${metresAway.toFixed(0)} m`,
    )
  }
  say(
    `  not in the graph: ${report.missing
      .slice(0, 20)
      .map(({ street, addresses }) => `${street} (${addresses})`)
      .join(', ')}`,
  )
}

/** Mean walking time between doors with one deliberate difference taken back at a time. */
function measureSwitches(bytes: Uint8Array[], extract: OsmExtract): void {
  const queries = doors(extract, 300)
  const mean = (switches: Switches) => {
    const graph = buildGraph(bytes, 'canvass', switches)
    const { durations } = buildMatrix(graph, found(snapAll(graph, queries)))
    const walks = durations.filter((time) => time > 0 && time < UNREACHABLE)
    return { seconds: walks.reduce((sum, time) => sum + time, 0) / walks.length / 10, walks: walks.length }
  }
  const all = mean(CANVASS)
  say(`switches: canvass ${all.seconds.toFixed(1)} s on average over ${all.walks} walks`)
  const without: [string, Switches][] = [
    ['crossing free (sides off)', { ...CANVASS, sides: false }],
    ['private streets open', { ...CANVASS, privateEnds: false }],
    ['stairs as fast as streets', { ...CANVASS, stairs: 'level' }],
    ['stairs avoided', { ...CANVASS, stairs: 'avoid' }],
    ['squares by their outline', { ...CANVASS, squares: false }],
  ]
  for (const [what, switches] of without) {
    const { seconds, walks } = mean(switches)
    say(
      `  ${what}: ${seconds.toFixed(1)} s (${(100 * (seconds / all.seconds - 1)).toFixed(2)} %), ${walks - all.walks} walks more`,
    )
  }
}

/** Crossings of main roads and prize of plans that know what crossing costs, against plans that do not. */
async function measureCrossings(name: string): Promise<void> {
  say(`\n## crossings in ${name}: planned knowing what they cost / not knowing`)
  const data = join(SHARED, 'data', name)
  const out = join(await mkdtemp(join(tmpdir(), 'doorwalk-crossings-')), name)
  const households = ['filosofi-200m-2021.geojson', 'filosofi-200m.geojson'].find((file) =>
    existsSync(join(data, file)),
  )
  const addresses = join(data, 'adresses-ban.csv')
  await prepareRegion({
    osm: join(data, `${name}.osm.pbf`),
    out,
    ...(households ? { households: join(data, households) } : {}),
    ...(existsSync(addresses) ? { addresses } : {}),
  })
  const none: CrossingSums = { mainRoads: 0, tertiary: 0, prize: 0, seconds: 0 }
  const total = { known: { ...none }, blind: { ...none } }
  const compare = (road: string, known: CrossingSums, blind: CrossingSums) =>
    say(
      `${road}: main roads ${known.mainRoads} / ${blind.mainRoads} (${change(known.mainRoads, blind.mainRoads)}), ` +
        `tertiary ${known.tertiary} / ${blind.tertiary}, prize ${change(known.prize, blind.prize)}`,
    )
  for await (const { box, known, blind } of compareCrossings(diskRegions([out]), name)) {
    compare(box.road, known, blind)
    for (const key of ['mainRoads', 'tertiary', 'prize', 'seconds'] as const) {
      total.known[key] += known[key]
      total.blind[key] += blind[key]
    }
  }
  compare('all boxes', total.known, total.blind)
  await rm(out, { recursive: true })
}

function change(value: number, base: number): string {
  return base === 0 ? '–' : `${(100 * (value / base - 1)).toFixed(1)} %`
}

/** A door per building, spread evenly over the file. */
function doors(extract: OsmExtract, count: number): SnapQuery[] {
  const places = extract.buildingWays.flatMap(({ refs }) => {
    const place = extract.locate(refs[0]!)
    return place ? [{ location: place }] : []
  })
  return Array.from(
    { length: Math.min(count, places.length) },
    (_, i) => places[Math.floor((i * places.length) / count)] ?? places[i]!,
  )
}

/** Ground of the extract's box. */
function km2({ bbox }: OsmExtract): number {
  if (!bbox) return NaN
  const [west, south, east, north] = bbox
  const scale = metresPerDegree((south + north) / 2)
  return ((east - west) * scale.lng * (north - south) * scale.lat) / 1e6
}

function found(snaps: (Snap | null)[]): Snap[] {
  return snaps.filter((snap): snap is Snap => snap !== null)
}

function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
