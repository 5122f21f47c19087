/**
 * Visits sent three times in shuffled batches by many clients while the server is killed and started again: each must
 * be there exactly once, and the coverage must equal a recount of what was acknowledged.
 *
 *     npx tsx bench/ledger/visits.ts [visits] [clients] [kills]
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WalkTarget } from '@doorwalk/core/walk/answer'
import { Random } from '@doorwalk/core/solver/chance/random'
import { type ServerProcess, startServerProcess } from '../../test/support/servers/serve.ts'

const [count = 10_000, clients = 20, kills = 5] = process.argv.slice(2).map(Number)
const REGION = 'paris-9e-10e'
const BATCH = 100

const random = new Random(1)
const data = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
let server: ServerProcess = await startServerProcess(data)

async function call(path: string, body?: unknown): Promise<Response> {
  return fetch(server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

type Receipt = Record<'accepted' | 'duplicate', string[]>
interface Plan {
  walks: { stops: { targets: WalkTarget[] }[] }[]
}
let plan = await call('/v1/plans', { region: REGION, volunteers: 12, minutes: 120, iterations: 1_000 })
for (const at = plan.headers.get('Location') ?? ''; plan.status === 202; plan = await call(at))
  await new Promise((done) => setTimeout(done, 500))
const targets = ((await plan.json()) as Plan).walks.flatMap(({ stops }) =>
  stops.flatMap((stop) => stop.targets),
)
const large = targets.filter(({ doors }) => doors >= 11)
const at = new Date().toISOString()
const visits = Array.from({ length: count }, (_, index) => {
  const target = large[index % large.length]!
  const knocked = 1 + random.below(3)
  const opened = random.below(knocked + 1)
  return { id: `visit-${String(index).padStart(6, '0')}`, target: target.id, at, knocked, opened }
})

function shuffled<T>(list: T[]): T[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const kept = copy[last]!
    copy[last] = copy[other]!
    copy[other] = kept
  }
  return copy
}

const batches = shuffled(
  [0, 1, 2].flatMap(() => {
    const order = shuffled(visits)
    return Array.from({ length: Math.ceil(count / BATCH) }, (_, batch) =>
      order.slice(batch * BATCH, (batch + 1) * BATCH),
    )
  }),
)
const answers = new Map<string, { accepted: number; duplicate: number }>()
let [failed, sent] = [0, 0]

async function client(): Promise<void> {
  for (let batch = batches.pop(); batch; batch = batches.pop()) {
    for (;;) {
      // A kill may come between the head of an answer and its end: then nothing was acknowledged.
      const got = await call('/v1/visits', { region: REGION, visits: batch })
        .then(async (answer) => (answer.status === 200 ? ((await answer.json()) as Receipt) : undefined))
        .catch(() => undefined)
      if (got !== undefined) {
        for (const [ids, kind] of [
          [got.accepted, 'accepted'],
          [got.duplicate, 'duplicate'],
        ] as const)
          for (const id of ids) {
            const known = answers.get(id) ?? { accepted: 0, duplicate: 0 }
            answers.set(id, { ...known, [kind]: known[kind] + 1 })
          }
        sent++
        break
      }
      failed++
      await new Promise((done) => setTimeout(done, 200))
    }
  }
}

const from = performance.now()
let isDone = false
const working = Promise.all(Array.from({ length: clients }, client)).then(() => (isDone = true))
let killed = 0
while (!isDone && killed < kills) {
  const before = sent
  while (!isDone && sent < before + (3 * count) / BATCH / (kills + 1))
    await new Promise((done) => setTimeout(done, 20))
  if (isDone) break
  await server.kill()
  killed++
  server = await startServerProcess(data)
}
await working
const seconds = (performance.now() - from) / 1000

const { total } = (await (await call(`/v1/coverage?region=${REGION}`)).json()) as {
  total: { counts: { knocked: number; opened: number } }
}
const sum = (count: (visit: (typeof visits)[number]) => number): number =>
  visits.reduce((before, visit) => before + count(visit), 0)
const recount = { knocked: sum(({ knocked }) => knocked), opened: sum(({ opened }) => opened) }
const twice = [...answers.values()].filter(({ accepted }) => accepted > 1).length
console.log(
  `${count} visits sent three times in ${(3 * count) / BATCH} batches by ${clients} clients, ${killed} × kill -9, ${seconds.toFixed(0)} s: ` +
    `${answers.size} acknowledged, ${twice} accepted twice, ${failed} sendings failed and were repeated; ` +
    `coverage ${total.counts.knocked} knocked, ${total.counts.opened} opened; recount ${recount.knocked}, ${recount.opened}`,
)
await server.stop()
process.exit(
  twice === 0 &&
    answers.size === count &&
    total.counts.knocked === recount.knocked &&
    total.counts.opened === recount.opened
    ? 0
    : 1,
)
