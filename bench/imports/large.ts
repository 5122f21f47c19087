/**
 * A CSV of 500,000 lines with 1,000 planted faults, imported by a real server: time, memory of the whole process, how
 * the server answers before and meanwhile, whether every fault is told with its line; the plan of a precinct with and
 * without the list, which lies elsewhere, and its commit; then the same import with kill -9 half-way, which must end in
 * the same state.
 *
 *     npx tsx bench/imports/large.ts [lines] [faults] [seed]
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Random } from '@doorwalk/core/solver/chance/random'
import { type ServerProcess, startServerProcess } from '../../test/support/servers/serve.ts'

const [lines = 500_000, faults = 1_000, seed = 1] = process.argv.slice(2).map(Number)
const REGION = 'paris-9e-10e'
const ENV = { DOORWALK_RATE: '10000000' }
/** Its west end; the list lies from 300 m east of it on. */
const PLAN = { region: REGION, area: { precincts: ['0918'] }, volunteers: 4, minutes: 60, iterations: 1_000 }
const [WEST, SOUTH, WIDTH, HEIGHT] = [2.349, 48.8772, 0.005, 0.0039]

interface Told {
  id: string
  status: string
  counts: Record<'rows' | 'accepted' | 'refused' | 'doubtful', number>
  upload?: { url: string }
  error: unknown
}

const { text, planted } = writeList()
console.log(
  `${lines} lines, ${(text.length / 1e6).toFixed(0)} MB, ${planted.size} faults, seed ${seed}; load of the machine ${loadavg()[0]!.toFixed(0)}`,
)

const data = await mkdtemp(join(tmpdir(), 'doorwalk-import-'))
let server = await startServerProcess(data, { env: ENV })
const before = await plans()
const committed = await commits()
const quiet = await quietHealth()
const [id, from] = [await start(), performance.now()]
const watched = await watch(id)
const seconds = (performance.now() - from) / 1000
const { counts } = watched.told
console.log(
  `${watched.told.status} in ${seconds.toFixed(1)} s: ${counts.rows} read, ${counts.accepted} accepted, ${counts.refused} refused, ${counts.doubtful} doubtful; ${watched.steps} steps of progress`,
)
console.log(
  `memory of the process: ${watched.peak.toFixed(0)} MB at most, ${watched.rest.toFixed(0)} MB before`,
)
console.log(`/healthz before: ${quantiles(quiet)} of ${quiet.length}`)
console.log(`/healthz meanwhile: ${quantiles(watched.health)} of ${watched.health.length}`)
const told = await reportedLines(id)
const missing = [...planted].filter((line) => !told.has(line))
const extra = [...told].filter((line) => !planted.has(line))
console.log(
  `faults told by line: ${planted.size - missing.length} of ${planted.size}, ${extra.length} others`,
)
console.log(
  `plan of one precinct: ${before} before, ${await plans()} with the list elsewhere, median and quartiles; load ${loadavg()[0]!.toFixed(0)}`,
)
const beside = await freshCommit()
console.log(
  `commit of such a plan: ${committed} before, ${beside} with the list elsewhere, first and median of the next 10`,
)
const whole = await stateOf(data)
await server.stop()

const again = await mkdtemp(join(tmpdir(), 'doorwalk-import-'))
server = await startServerProcess(again, { env: ENV })
const second = await start()
const half = await untilHalf(second)
await server.kill()
server = await startServerProcess(again, { env: ENV })
const end = await watch(second)
console.log(
  `killed at ${half.counts.rows} lines (${half.status}), then ${end.told.status}: ${end.told.counts.accepted} accepted; the same state: ${(await stateOf(again)) === whole}`,
)
await server.stop()
if (missing.length > 0 || extra.length > 0 || (await stateOf(again)) !== whole) process.exitCode = 1

function writeList(): { text: string; planted: Set<number> } {
  const random = new Random(seed)
  const planted = new Set<number>()
  while (planted.size < faults) planted.add(2 + random.below(lines))
  const rows = ['id;lng;lat;logements;numero;rue']
  for (let line = 2; line <= lines + 1; line++) {
    const [lng, lat] = [WEST + random.unit() * WIDTH, SOUTH + random.unit() * HEIGHT]
    const doors = planted.has(line) ? ['many', '-3', '2.5'][line % 3]! : String(1 + random.below(40))
    rows.push(`crm-${line};${lng.toFixed(6)};${lat.toFixed(6)};${doors};;`)
  }
  return { text: `${rows.join('\n')}\n`, planted }
}

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

async function start(): Promise<string> {
  const { id, upload } = await ask<Told>('/v1/imports', {
    region: REGION,
    kind: 'targets',
    name: 'large.csv',
  })
  const put = await fetch(upload!.url, { method: 'PUT', body: text })
  if (!put.ok) throw new Error(await put.text())
  await ask(`/v1/imports/${id}/start`, {})
  return id
}

interface Watched {
  told: Told
  /** MB, as the system counts them. */
  peak: number
  rest: number
  health: number[]
  steps: number
}

async function watch(id: string): Promise<Watched> {
  const rest = await memory(server)
  const steps = new Set<number>()
  const health: number[] = []
  let peak = rest
  for (;;) {
    health.push(await askHealth())
    const told = await ask<Told>(`/v1/imports/${id}`)
    steps.add(told.counts.rows)
    peak = Math.max(peak, await memory(server))
    if (!['queued', 'running'].includes(told.status)) return { told, peak, rest, health, steps: steps.size }
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** As often as while it imports. */
async function quietHealth(): Promise<number[]> {
  const health: number[] = []
  for (let asked = 0; asked < 100; asked++) {
    health.push(await askHealth())
    await new Promise((done) => setTimeout(done, 100))
  }
  return health
}

/** Milliseconds. */
async function askHealth(): Promise<number> {
  const asked = performance.now()
  await fetch(`${server.url}/healthz`).then((answer) => answer.text())
  return performance.now() - asked
}

/** @throws Error when it ends before anybody sees it half-way */
async function untilHalf(id: string): Promise<Told> {
  for (;;) {
    const told = await ask<Told>(`/v1/imports/${id}`)
    if (told.counts.rows >= lines / 2 && told.status === 'running') return told
    if (!['queued', 'running'].includes(told.status)) throw new Error('it was over before it was half-way')
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function memory({ pid }: ServerProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024
}

function quantiles(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0)
  return `median ${at(0.5)} ms, 99 % ${at(0.99)} ms, worst ${at(1)} ms`
}

async function reportedLines(id: string): Promise<Set<number>> {
  const told = new Set<number>()
  let next: string | null = ''
  while (next !== null) {
    const page: { lines: { line: number; outcome: string }[]; next: string | null } = await ask(
      `/v1/imports/${id}/report${next === '' ? '' : `?cursor=${next}`}`,
    )
    for (const { line, outcome } of page.lines) if (outcome !== 'repaired') told.add(line)
    next = page.next
  }
  return told
}

/** Milliseconds of 20, after two to warm up. */
async function plans(): Promise<string> {
  const times: number[] = []
  for (let run = 0; run < 22; run++) {
    const asked = performance.now()
    await ask('/v1/plans', { ...PLAN, seed: run })
    times.push(performance.now() - asked)
  }
  const sorted = times.slice(2).toSorted((a, b) => a - b)
  return `${sorted[10]!.toFixed(0)} ms (${sorted[5]!.toFixed(0)}–${sorted[15]!.toFixed(0)})`
}

/** Milliseconds of the first commit and of the next ten; none of them conflicts, for each plan is removed again. */
async function commits(): Promise<string> {
  const times: number[] = []
  for (let run = 0; run < 11; run++) {
    const { id: plan } = await ask<{ id: string }>('/v1/plans', { ...PLAN, seed: run })
    const asked = performance.now()
    await ask(`/v1/plans/${plan}/commit`, {})
    times.push(performance.now() - asked)
    await remove(`/v1/plans/${plan}`)
  }
  const [first = NaN, ...next] = times
  return `${first.toFixed(0)} ms, ${next.toSorted((a, b) => a - b)[5]!.toFixed(0)} ms`
}

/** By a server that has read nothing of the list yet. */
async function freshCommit(): Promise<string> {
  await server.stop()
  server = await startServerProcess(data, { env: ENV })
  return commits()
}

async function remove(path: string): Promise<void> {
  const headers = { Authorization: `Bearer ${server.key}` }
  const answer = await fetch(server.url + path, { method: 'DELETE', headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}

/** Of what is stored of the list, whatever the id of its import. */
async function stateOf(folder: string): Promise<string> {
  const root = join(folder, 'blobs/campaigns/demo/lists')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((each) => each.isFile()).sort((a, b) => (a.name < b.name ? -1 : 1))
  const hash = createHash('sha256')
  for (const { parentPath, name } of files) hash.update(name).update(await readFile(join(parentPath, name)))
  return `${files.length} ${hash.digest('hex')}`
}
