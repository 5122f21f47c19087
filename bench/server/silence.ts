/**
 * Whether the server on a laptop stays answerable while it does what is large: a process of its own asks `/healthz`
 * every 20 ms during each case. One case at a time, on a real server with the bundled region.
 *
 *     npm run bench:silence [-- part of a case's name]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PATIENT, startServerProcess } from '../../test/support/servers/serve.ts'
import { until } from '../../test/support/until.ts'
import type { Probes, ToProber } from './prober.ts'

const [wanted = ''] = process.argv.slice(2)
const REGION = 'paris-9e-10e'
/** The most that may be asked to stay: what a phone takes for no answer is more. */
const LIMIT_MILLISECONDS = 250
/** Probes of a server that rests, before and after a case. */
const REST_MILLISECONDS = 300
const STAR_VERTICES = 9_999
const ROWS = 50_000
const ABANDONED = 100

interface Case {
  name: string
  /** What it needs; not measured. */
  prepare?: () => Promise<void>
  run: () => Promise<string>
}

const server = await startServerProcess(await mkdtemp(join(tmpdir(), 'doorwalk-silence-')), {
  env: { ...PATIENT, DOORWALK_RATE: '10000000' },
})
const prober = fork(join(import.meta.dirname, 'prober.ts'), [server.url, String(server.pid)], {
  execArgv: ['--import', 'tsx'],
})
await until(async () => (await probesOf(prober, 'end')).answers > 0)

let plan = ''
let batch = ''
const CASES: Case[] = [
  {
    name: 'nothing',
    run: async () => {
      await rest(2_000)
      return ''
    },
  },
  {
    name: `a star of ${STAR_VERTICES} vertices × 4`,
    run: () => together(4, () => ask('/v1/plans', starRequest())),
  },
  { name: 'a plan of 1,000 targets', run: () => makePlan(40) },
  { name: 'the same, committed', run: () => makePlan(40, { commit: true, minutes: 30 }) },
  { name: 'a replan of it', run: () => replan() },
  {
    name: 'GET of a large plan × 8',
    prepare: async () => void (await makePlan(40)),
    run: () => together(8, () => ask(`/v1/plans/${plan}`)),
  },
  { name: 'plan.html of 40 walks', run: () => ask(`/v1/plans/${plan}.html`) },
  { name: '4 × plan.html of 40 walks', run: () => together(4, () => ask(`/v1/plans/${plan}.html`)) },
  { name: 'plan.geojson × 4', run: () => together(4, () => ask(`/v1/plans/${plan}.geojson`)) },
  { name: 'map.geojson of the region', run: () => ask(`/v1/regions/${REGION}/map.geojson`) },
  { name: 'the same × 4', run: () => together(4, () => ask(`/v1/regions/${REGION}/map.geojson`)) },
  {
    name: 'pack of a batch',
    prepare: async () => void (batch = await makeBatch()),
    run: () => ask(`/v1/batches/${batch}/pack`),
  },
  { name: 'packs of 20 walks', run: () => walkPacks(20) },
  { name: `${ABANDONED} abandoned estimates`, run: () => abandonEstimates(ABANDONED) },
  { name: `CSV of ${ROWS} rows`, run: () => ask(`/v1/buildings?region=${REGION}`, csv(ROWS)) },
  { name: 'the same again', run: () => ask(`/v1/buildings?region=${REGION}`, csv(ROWS)) },
  { name: 'a small plan beside these rows', run: () => ask('/v1/plans', smallRequest()) },
  {
    name: 'coverage beside these rows × 4',
    run: () => together(4, () => ask(`/v1/coverage?region=${REGION}`)),
  },
  { name: 'a plan with 40,000 own targets', run: () => ask('/v1/plans', ownTargets(40_000)) },
  { name: 'removing the rows', run: () => ask(`/v1/buildings?region=${REGION}`, undefined, 'DELETE') },
]

console.log(
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)}`,
)
console.log('case                                worst ms  p99 ms  processor ms  seconds  answers')
let isSilent = false
try {
  for (const one of CASES) if (one.name.includes(wanted) || one.name === 'nothing') await measure(one)
} finally {
  prober.disconnect()
  await server.stop()
}
if (isSilent) process.exitCode = 1

async function measure({ name, prepare, run }: Case): Promise<void> {
  if (wanted !== '' && plan === '') await makePlan(40)
  await prepare?.()
  await rest(REST_MILLISECONDS)
  await probesOf(prober, 'begin')
  const from = performance.now()
  const answers = await run()
  const seconds = (performance.now() - from) / 1000
  await rest(REST_MILLISECONDS)
  const probes = await probesOf(prober, 'end')
  if (probes.worst > LIMIT_MILLISECONDS || probes.failures > 0) isSilent = true
  console.log(rowOf(name, { seconds, answers, probes }))
}

function rowOf(
  name: string,
  { seconds, answers, probes }: { seconds: number; answers: string; probes: Probes },
): string {
  const { worst, p99, busy, failures, why } = probes
  return [
    name.padEnd(34),
    worst.toFixed(0).padStart(9),
    p99.toFixed(0).padStart(7),
    (busy?.toFixed(0) ?? '-').padStart(13),
    seconds.toFixed(1).padStart(8),
    ` ${answers}${failures > 0 ? `; ${failures} probes failed: ${why}` : ''}`,
  ].join(' ')
}

async function probesOf(child: ChildProcess, message: ToProber): Promise<Probes> {
  if (message === 'begin') {
    child.send(message)
    return { answers: 0, failures: 0, why: '', worst: 0, p99: 0, busy: undefined }
  }
  const answer = once(child, 'message')
  child.send(message)
  return ((await answer) as [Probes])[0]
}

async function send(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
  const isText = typeof body === 'string'
  return fetch(server.url + path, {
    method,
    headers: {
      Authorization: `Bearer ${server.key}`,
      ...(body !== undefined && { 'Content-Type': isText ? 'text/csv' : 'application/json' }),
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  })
}

/** Status and size of the answer. */
async function ask(path: string, body?: unknown, method?: string): Promise<string> {
  const answer = await send(path, body, method)
  const bytes = (await answer.arrayBuffer()).byteLength
  return `${answer.status}, ${Math.round(bytes / 1000)} kB`
}

async function together(many: number, one: () => Promise<string>): Promise<string> {
  const answers = await Promise.all(Array.from({ length: many }, one))
  return `${many} × ${answers[0] ?? ''}`
}

/** Own targets fill the region up: by itself it has too few for a large plan. */
function wholeRegion(walkers: number, more: object = {}) {
  const targets = Array.from({ length: 950 }, (_, index) => ({
    ...{ id: `more-${index}`, doors: 2 },
    location: place((index * 7_919) % ROWS),
  }))
  const size = { volunteers: walkers, minutes: 240, targets }
  return { region: REGION, iterations: 2_000, calibrate: false, ...size, ...more }
}

async function makePlan(walkers: number, more: object = {}): Promise<string> {
  const answer = await send('/v1/plans', wholeRegion(walkers, more))
  const text = await answer.text()
  if (answer.status !== 201) throw new Error(`the plan: ${answer.status} ${text.slice(0, 500)}`)
  const made = JSON.parse(text) as { id: string; summary: { walks: number; targets: number } }
  plan = made.id
  const { walks, targets } = made.summary
  return `${walks} walks, ${targets} targets, ${Math.round(text.length / 1000)} kB`
}

function replan(): Promise<string> {
  const present = Array.from({ length: 24 }, (_, index) => String(index + 1))
  return ask(`/v1/plans/${plan}/replan`, { present, keep: 'walks', iterations: 500 })
}

async function makeBatch(): Promise<string> {
  const answer = await send('/v1/batches', {
    region: REGION,
    shifts: [{ startAt: '2030-03-16T10:00:00+01:00', minutes: 120 }],
    volunteers: Array.from({ length: 12 }, (_, index) => ({ id: String(index) })),
    iterations: 1_000,
  })
  const { id } = (await answer.json()) as { id: string }
  await until(
    async () => ((await (await send(`/v1/batches/${id}`)).json()) as { status: string }).status === 'done',
    {
      pause: 200,
    },
  )
  return id
}

async function walkPacks(many: number): Promise<string> {
  const { walks } = (await (await send(`/v1/plans/${plan}`)).json()) as { walks: { walkId: string }[] }
  const some = walks.slice(0, many)
  const answers = await Promise.all(some.map(({ walkId }) => ask(`/v1/walks/${walkId}/pack`)))
  return `${answers.length} × ${answers[0] ?? ''}`
}

/** Every caller goes away after half a second. */
async function abandonEstimates(many: number): Promise<string> {
  const calls = Array.from({ length: many }, async (_, index) => {
    try {
      await fetch(`${server.url}/v1/plans/estimate`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ region: REGION, volunteers: 40, minutes: 120, seed: index }),
        signal: AbortSignal.timeout(500),
      })
      return 'answered'
    } catch {
      return 'abandoned'
    }
  })
  const ends = await Promise.all(calls)
  await rest(10_000)
  return `${ends.filter((end) => end === 'abandoned').length} abandoned`
}

/** A ring that crosses itself everywhere. */
function starRequest() {
  const at = (index: number): [number, number] => {
    const angle = (index * Math.floor(STAR_VERTICES / 2) * 2 * Math.PI) / STAR_VERTICES
    return [2.35 + 0.005 * Math.cos(angle), 48.876 + 0.003 * Math.sin(angle)]
  }
  const ring = Array.from({ length: STAR_VERTICES }, (_, index) => at(index))
  return {
    region: REGION,
    area: { type: 'Polygon', coordinates: [[...ring, at(0)]] },
    volunteers: 2,
    minutes: 60,
  }
}

function place(index: number): [number, number] {
  return [2.3435 + (index % 250) * 0.00004, 48.8773 + Math.floor(index / 250) * 0.0000185]
}

function csv(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `own-${index},${place(index).join(',')},${1 + (index % 30)}`,
  )
  return `id,lng,lat,doors\n${lines.join('\n')}\n`
}

function smallRequest() {
  return { region: REGION, area: { precincts: ['0925'] }, volunteers: 2, minutes: 60, iterations: 500 }
}

function ownTargets(many: number) {
  const targets = Array.from({ length: many }, (_, index) => ({
    id: `mine-${index}`,
    location: place(index),
    doors: 3,
  }))
  return { ...smallRequest(), targets }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
