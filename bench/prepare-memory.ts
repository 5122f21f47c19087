/**
 * Memory and time of `prepare` as the extract grows: an extract is laid side by side n × n times and each is prepared in a
 * process of its own. `node --import tsx bench/prepare-memory.ts FILE.osm.pbf [n …]`, by default 1 2 4.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { metresPerDegree } from '@doorwalk/core/units'
import { osmBatches, type PbfItem } from '@doorwalk/prepare/osm-stream'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { pbf, World } from '../test/support/osm-fixture.ts'

/** Larger than any id of OpenStreetMap, so that copies do not meet. */
const COPY = 1e11

type Box = [west: number, south: number, east: number, north: number]

async function tiled(file: string, n: number): Promise<{ world: World; km2: number }> {
  const world = new World('tiled')
  let box: Box | undefined
  for await (const batch of osmBatches(file)) {
    for (const item of batch) {
      if (item.type === undefined && item.bbox) {
        const { left, bottom, right, top } = item.bbox
        box ??= [left / 1e9, bottom / 1e9, right / 1e9, top / 1e9]
      }
      if (!box) throw new Error(`${file} has no box in its header`)
      for (let copy = 0; copy < n * n; copy++) copyInto(world, { item, copy, n, box })
    }
  }
  if (!box) throw new Error(`${file} is empty`)
  const [west, south, east, north] = box
  world.bbox = [west, south, west + n * (east - west), south + n * (north - south)]
  // The file must stay sorted by type and id.
  for (const list of [world.nodes, world.ways, world.relations]) list.sort((a, b) => a.id - b.id)
  const scale = metresPerDegree((south + north) / 2)
  return { world, km2: (n * n * (east - west) * scale.lng * (north - south) * scale.lat) / 1e6 }
}

function copyInto(
  world: World,
  { item, copy, n, box: [west, south, east, north] }: { item: PbfItem; copy: number; n: number; box: Box },
): void {
  const moved = (id: number) => id + copy * COPY
  if (item.type === 'node') {
    const lng = item.lon + (copy % n) * (east - west)
    const lat = item.lat + Math.floor(copy / n) * (north - south)
    world.nodes.push({ id: moved(item.id), location: [lng, lat], tags: item.tags ?? {} })
  } else if (item.type === 'way') {
    world.ways.push({ id: moved(item.id), refs: item.refs.map(moved), tags: item.tags ?? {} })
  } else if (item.type === 'relation') {
    const members = item.members.map((member) => ({ ...member, ref: moved(member.ref) }))
    world.relations.push({ id: moved(item.id), members, tags: item.tags ?? {} })
  }
}

async function measured(file: string): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
  const steps: Record<string, number> = {}
  let [name, since] = ['start', process.cpuUsage()]
  await prepareRegion({ osm: file, out: join(out, 'region') }, (event) => {
    const next = event.type === 'progress' ? event.step : 'end'
    if (next === name) return
    const { user, system } = process.cpuUsage(since)
    steps[name] = (steps[name] ?? 0) + Math.round((user + system) / 1000)
    ;[name, since] = [next, process.cpuUsage()]
  })
  await rm(out, { recursive: true })
  const { user, system } = process.cpuUsage()
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ peakMB, cpuMs: Math.round((user + system) / 1000), steps }))
}

async function compared(file: string, sizes: number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
  for (const n of sizes) {
    const path = join(folder, `${n}.osm.pbf`)
    const { world, km2 } = await tiled(file, n)
    await writeFile(path, pbf(world))
    const args = ['--import', 'tsx', fileURLToPath(import.meta.url), '--one', path]
    const said = execFileSync(process.execPath, args, { encoding: 'utf8' })
    const megabytes = ((await stat(path)).size / 1e6).toFixed(1)
    console.log(`${n} × ${n}: ${km2.toFixed(1)} km², file ${megabytes} MB: ${said.trim()}`)
  }
  await rm(folder, { recursive: true })
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--one') await measured(rest[0]!)
else if (first) await compared(first, rest.length > 0 ? rest.map(Number) : [1, 2, 4])
else console.error('usage: bench/prepare-memory.ts FILE.osm.pbf [n …]')
