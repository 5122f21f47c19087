/**
 * A real `doorwalk serve` under everything at once: plans, walks now, visits, estimates, imports, maps, packs, replans,
 * batches, and callers who go away; from a seed. Prints what was answered and what it holds, and at the end whether it
 * holds on: no 5xx but 503 with `Retry-After`, and memory that stops growing. Then plans of 50 targets by ten clients.
 *
 *     npm run bench:mixed [-- --minutes 20 --seed 1 --callers 8]
 */
import { mkdtemp, readFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Random } from '@doorwalk/core/solver/chance/random'
import { startServerProcess } from '../../test/support/servers/serve.ts'
import { type Caller, PLAN, actOnce } from './mix.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    callers: { type: 'string', default: '8' },
  },
})
const MINUTES = Number(values.minutes)
const CAMPAIGNS = 4
const OPERATOR = 'dw_operator-key-of-the-bench-0123456789'
/** Between two acts of a caller: people think, and the machine is not the limit all the time. */
const PAUSE_MILLISECONDS = 250
const SAMPLE_MILLISECONDS = 5_000
/** Collecting stops the server for some 50 ms. */
const COLLECT_MILLISECONDS = 30_000
/** The last quarter holds at most this much more than the second. */
const MAY_GROW = 1.1
const CLIENTS = 10
const PLANS_A_CLIENT = 6

interface Sample {
  minutes: number
  bytes: number
}

const folder = await mkdtemp(join(tmpdir(), 'doorwalk-mixed-'))
const heapFile = join(folder, 'heap')
const probe = new URL('./heap-probe.mjs', import.meta.url).href
const server = await startServerProcess(join(folder, 'data'), {
  env: {
    DOORWALK_OPERATOR_KEY: OPERATOR,
    DOORWALK_RATE: '10000000',
    HEAP_FILE: heapFile,
    NODE_OPTIONS: `--import ${probe}`,
  },
})
const keys = await Promise.all(
  Array.from({ length: CAMPAIGNS }, (_, index) => openCampaign(`mix-${index + 1}`)),
)

const counts = new Map<string, Map<number, number>>()
const wrong: string[] = []
const resident: Sample[] = []
const heap: Sample[] = []
const startedAt = performance.now()
const minutesNow = (): number => (performance.now() - startedAt) / 60_000

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`)
console.log(`${MINUTES} minutes, seed ${values.seed}, ${values.callers} callers of ${CAMPAIGNS} campaigns`)
const timers = [
  setInterval(() => void sampleResident(), SAMPLE_MILLISECONDS),
  setInterval(() => process.kill(server.pid, 'SIGUSR2'), COLLECT_MILLISECONDS),
  setInterval(() => void report(), Math.min(5, MINUTES / 4) * 60_000),
]
await Promise.all(Array.from({ length: Number(values.callers) }, (_, index) => beCaller(index)))
timers.forEach(clearInterval)
await report()
const isFlat = [verdict('resident memory', resident), verdict('heap after collection', heap)].every(Boolean)
console.log(await planTogether())
for (const line of wrong.slice(0, 20)) console.log(line)
const isRight = wrong.length === 0
console.log(isRight ? 'no 5xx but 503 with Retry-After' : `${wrong.length} wrong answers`)
const errors = server
  .log()
  .split('\n')
  .filter((line) => line.includes('"level":"error"'))
for (const line of errors.slice(0, 5)) console.log(line)
await server.stop()
process.exitCode = isFlat && isRight ? 0 : 1

async function beCaller(index: number): Promise<void> {
  const caller: Caller = {
    url: server.url,
    key: keys[index % keys.length]!,
    chance: new Random(Number(values.seed) * 1_000 + index),
    heard: ({ what, status, retryAfter, text }) => {
      const of = counts.get(what) ?? new Map<number, number>()
      counts.set(what, of.set(status, (of.get(status) ?? 0) + 1))
      if (status >= 500 && !(status === 503 && retryAfter !== null))
        wrong.push(`${what}: ${status} ${text.slice(0, 300)}`)
    },
    plans: [],
    walks: [],
  }
  while (minutesNow() < MINUTES) {
    await actOnce(caller).catch((error: unknown) => wrong.push(`caller ${index}: ${String(error)}`))
    await new Promise((done) => setTimeout(done, PAUSE_MILLISECONDS))
  }
}

async function openCampaign(campaign: string): Promise<string> {
  const headers = { Authorization: `Bearer ${OPERATOR}`, 'Content-Type': 'application/json' }
  const wish = { campaign, scopes: ['organiser'], label: 'bench' }
  const made = await fetch(`${server.url}/v1/keys`, { method: 'POST', headers, body: JSON.stringify(wish) })
  const { key } = (await made.json()) as { key: string }
  await fetch(`${server.url}/v1/campaigns/${campaign}`, {
    method: 'PUT',
    headers: { ...headers, Authorization: `Bearer ${key}` },
    body: JSON.stringify({ firstKnock: '00:00', lastKnock: '23:59' }),
  })
  return key
}

async function sampleResident(): Promise<void> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '')
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])
  if (kilobytes > 0) resident.push({ minutes: minutesNow(), bytes: kilobytes * 1024 })
  const lines = (await readFile(heapFile, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')
  for (const line of lines.slice(heap.length)) {
    const { heapUsed, external } = JSON.parse(line) as { heapUsed: number; external: number }
    heap.push({ minutes: minutesNow(), bytes: heapUsed + external })
  }
}

async function report(): Promise<void> {
  await sampleResident()
  const megabytes = (samples: Sample[]) => Math.round((samples.at(-1)?.bytes ?? 0) / 1e6)
  console.log(
    `\nminute ${minutesNow().toFixed(1)}: resident ${megabytes(resident)} MB, heap after collection ${megabytes(heap)} MB`,
  )
  for (const [what, of] of [...counts].sort()) {
    const statuses = [...of].sort().map(([status, count]) => `${count} × ${status}`)
    console.log(`  ${what.padEnd(12)} ${statuses.join(', ')}`)
  }
}

function verdict(what: string, samples: Sample[]): boolean {
  const quarter = MINUTES / 4
  const early = median(samples, { from: quarter, to: 2 * quarter })
  const late = median(samples, { from: 3 * quarter, to: Infinity })
  const isFlat = late <= MAY_GROW * early
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  console.log(
    `${what}: median of the second quarter ${megabytes(early)}, of the last ${megabytes(late)}, ` +
      `${(late / early).toFixed(2)} times as much: ${isFlat ? 'flat' : 'GROWS'}`,
  )
  return isFlat
}

function median(samples: Sample[], { from, to }: { from: number; to: number }): number {
  const bytes = samples.filter(({ minutes }) => minutes >= from && minutes < to).map((each) => each.bytes)
  return bytes.sort((a, b) => a - b)[Math.floor(bytes.length / 2)] ?? NaN
}

/** From asking to having the plan, also where it became a job. */
async function planTogether(): Promise<string> {
  const times: number[] = []
  const headers = { Authorization: `Bearer ${keys[0]}`, 'Content-Type': 'application/json' }
  const client = async (index: number): Promise<void> => {
    for (let turn = 0; turn < PLANS_A_CLIENT; turn++) {
      const from = performance.now()
      const body = JSON.stringify({ ...PLAN, seed: index * PLANS_A_CLIENT + turn })
      let answer = await fetch(`${server.url}/v1/plans`, { method: 'POST', headers, body })
      const path = answer.headers.get('Location') ?? ''
      while (answer.status === 202) {
        await answer.text()
        await new Promise((done) => setTimeout(done, 200))
        answer = await fetch(server.url + path, { headers })
      }
      await answer.text()
      if (!answer.ok) wrong.push(`plan of ten clients: ${answer.status}`)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)))
  times.sort((a, b) => a - b)
  const at = (share: number): string =>
    `${((times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN) / 1000).toFixed(1)} s`
  return `\n${times.length} plans of about 50 targets by ${CLIENTS} clients: p50 ${at(0.5)}, p99 ${at(0.99)}`
}
