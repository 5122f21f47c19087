/**
 * How the server on a laptop answers many at once: plans of about 50 targets, reports of visits, coverage; median, 95th
 * and 99th percentile of the time to the whole answer, and everything that was no success.
 *
 *     npm run bench:load [-- seconds]
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon, { type Request } from 'autocannon'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type ServerProcess, startServerProcess } from '../../test/support/servers/serve.ts'

const [seconds = 20] = process.argv.slice(2).map(Number)
const REGION = 'paris-9e-10e'
/** Two polling stations for six volunteers: about 50 targets. */
const PLAN = { region: REGION, area: { precincts: ['0925', '0926'] }, volunteers: 6, minutes: 120 }
const VISITS_A_REPORT = 10
/** A plan takes a planning thread for itself; the caller waits 10 s at most. */
const TIMEOUT_SECONDS = 30
const MAX_ERRORS_SHOWN = 5

interface Load {
  name: string
  connections: number
  request: Request
}

const server = await startServerProcess(await mkdtemp(join(tmpdir(), 'doorwalk-load-')), {
  env: { DOORWALK_RATE: '10000000' },
})
const headers = { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' }
const plan = await planOnce(server)
const targets = plan.walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets))

let seed = 0
const LOADS: Load[] = [
  ...[1, 4].map((connections) => ({
    name: `plans of ${targets.length} targets`,
    connections,
    request: {
      method: 'POST',
      path: '/v1/plans',
      setupRequest: (request: Request) => ({ ...request, body: JSON.stringify({ ...PLAN, seed: seed++ }) }),
    },
  })),
  {
    name: `reports of ${VISITS_A_REPORT} visits`,
    connections: 20,
    request: {
      method: 'POST',
      path: '/v1/visits',
      setupRequest: (request: Request) => ({ ...request, body: JSON.stringify(report()) }),
    },
  },
  {
    name: 'coverage',
    connections: 20,
    request: { method: 'GET', path: `/v1/coverage?region=${REGION}` },
  },
]

console.log(
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${seconds} s each`,
)
console.log('what                     at once   a second   p50 ms   p95 ms   p99 ms   answers')
for (const load of LOADS) console.log(await measure(load))
const errors = server
  .log()
  .split('\n')
  .filter((line) => line.includes('"level":"error"'))
for (const line of errors.slice(0, MAX_ERRORS_SHOWN)) console.log(line)
await server.stop()

async function measure({ name, connections, request }: Load): Promise<string> {
  const times: number[] = []
  const statuses = new Map<number | string, number>()
  const count = (what: number | string, by = 1): Map<number | string, number> =>
    statuses.set(what, (statuses.get(what) ?? 0) + by)
  const run = autocannon({
    url: server.url,
    connections,
    duration: seconds,
    timeout: TIMEOUT_SECONDS,
    headers,
    requests: [request],
  })
  run.on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds)
    count(status)
  })
  const { errors, timeouts, duration } = await run
  if (errors > 0) count('errors', errors)
  if (timeouts > 0) count('timeouts', timeouts)
  times.sort((a, b) => a - b)
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN).toFixed(0).padStart(8)
  const answers = [...statuses].map(([status, many]) => `${many} × ${status}`).join(', ')
  return [
    name.padEnd(24),
    String(connections).padStart(8),
    (times.length / duration).toFixed(1).padStart(10),
    at(0.5),
    at(0.95),
    at(0.99),
    `  ${answers}`,
  ].join(' ')
}

function report(): unknown {
  const at = new Date().toISOString()
  const visits = Array.from({ length: VISITS_A_REPORT }, () => ({
    id: randomUUID(),
    target: targets[Math.floor(Math.random() * targets.length)]?.id,
    at,
    knocked: 1,
  }))
  return { region: REGION, visits }
}

async function planOnce({ url }: ServerProcess): Promise<Plan> {
  const answer = await fetch(`${url}/v1/plans`, { method: 'POST', headers, body: JSON.stringify(PLAN) })
  if (answer.status !== 201) throw new Error(`the first plan: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Plan
}
