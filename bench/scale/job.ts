/**
 * A large plan as a caller sees it: a real server in its own process, a job posted over HTTP, polled until it is done.
 *
 *     npx tsx bench/scale/job.ts FILE.osm.pbf DIR [--targets 10000] [--volunteers 200] [--minutes 120] [--rounds 1]
 *
 * The extract is laid side by side until it holds the targets, prepared once and kept in DIR. Prints wall time,
 * processor time of the server from the request to the stored plan, where it went, and what the walks bring.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { PlanSummary } from '@doorwalk/core/walk/answer'
import { type ServerProcess, startServerProcess } from '../../test/support/servers/serve.ts'
import { type Ground, groundOf } from './ground.ts'

const POLL_MILLISECONDS = 100
/** Ticks of a second in /proc: a constant of Linux, whatever the kernel's own clock. */
const TICKS = 100

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    targets: { type: 'string', default: '10000' },
    volunteers: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '120' },
    rounds: { type: 'string', default: '1' },
  },
})
const [file, folder] = positionals
if (file === undefined || folder === undefined) throw new Error('usage: bench/scale/job.ts FILE.osm.pbf DIR')

/** Processor seconds and peak memory (MB) of a process so far, where the system tells. */
async function usage({ pid }: ServerProcess): Promise<{ cpu: number; peak: number }> {
  const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')
  const fields = (await read('stat')).split(') ')[1]?.split(' ') ?? []
  const peak = /VmHWM:\s+(\d+) kB/.exec(await read('status'))?.[1]
  return { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS, peak: Number(peak) / 1024 }
}

async function round(ground: Ground): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
  const server = await startServerProcess(data, { regions: [ground.root] })
  const headers = { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' }
  const before = await usage(server)
  const from = performance.now()
  const answer = await fetch(`${server.url}/v1/plans`, {
    method: 'POST',
    headers: { ...headers, Prefer: 'respond-async' },
    body: JSON.stringify({
      region: basename(ground.root),
      area: { cells: ground.cells },
      volunteers: Number(values.volunteers),
      minutes: Number(values.minutes),
      startAt: '2026-03-14T14:00:00+01:00',
      seed: 1,
    }),
  })
  if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`)
  const at = `${server.url}${answer.headers.get('Location')}`
  const summary = await ended(at, headers)
  const wall = (performance.now() - from) / 1000
  const after = await usage(server)
  const line = server
    .log()
    .split('\n')
    .find((each) => each.includes('"plan.done"'))
  await server.stop()
  await rm(data, { recursive: true })
  const steps = [...(line ?? '').matchAll(/"([a-z]+)Milliseconds":(\d+)/g)].map(
    ([, step, time]) => `${step} ${(Number(time) / 1000).toFixed(1)}`,
  )
  return [
    `wall ${wall.toFixed(1)} s, CPU ${(after.cpu - before.cpu).toFixed(1)} s, peak memory ${after.peak.toFixed(0)} MB`,
    `  seconds by step, all threads: ${steps.join(', ')}`,
    `  ${summary.walks} walks, ${summary.targets} targets, ${summary.doors} doors, prize ${summary.prize}, balance ${summary.balance}`,
  ].join('\n')
}

async function ended(at: string, headers: Record<string, string>): Promise<PlanSummary> {
  for (;;) {
    const answer = await fetch(at, { headers })
    const said = (await answer.json()) as { status?: string; summary?: PlanSummary; error?: unknown }
    if (said.status === 'failed') throw new Error(JSON.stringify(said.error))
    // A plan that is done answers with itself.
    if (said.summary) return said.summary
    await new Promise((done) => setTimeout(done, POLL_MILLISECONDS))
  }
}

const ground = await groundOf(file, { kept: folder, wanted: Number(values.targets) })
console.log(
  `Node ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}: ` +
    `${ground.targets} targets in ${ground.cells.length} blocks, ${values.volunteers} volunteers × ${values.minutes} min`,
)
for (let number = 0; number < Number(values.rounds); number++) console.log(await round(ground))
