/**
 * Memory and time of `prepare` as the extract grows: an extract is laid side by side n × n times and each is prepared
 * in a process of its own. `node --import tsx bench/scale/prepare-memory.ts FILE.osm.pbf [n …]`, by default 1 2 4.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { pbf } from '../../test/support/worlds/osm-fixture.ts'
import { tiled } from './tile.ts'

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
    const { world, km2 } = await tiled(file, { columns: n, rows: n })
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
else console.error('usage: bench/scale/prepare-memory.ts FILE.osm.pbf [n …]')
