/** The cases of `npm run bench:silence`, in the order in which one leaves what the next needs. */
import type { ServerProcess } from '../../test/support/servers/serve.ts'
import { until } from '../../test/support/until.ts'
import {
  REGION,
  ROWS,
  STAR_VERTICES,
  comb,
  csv,
  estimateWith,
  holdout,
  ownTargets,
  smallRequest,
  starRequest,
  visits,
  weekend,
  wholeRegion,
  wrong,
} from './silence-bodies.ts'

export interface Case {
  name: string
  /** What it needs; not measured. */
  prepare?: () => Promise<void>
  /** Status and size of the answers. */
  run: () => Promise<string>
}

const ABANDONED = 100
const rows = `/v1/buildings?region=${REGION}`

let server: Pick<ServerProcess, 'url' | 'key'>
let plan = ''
let batch = ''

/** Of one server. */
export function casesOn(one: typeof server): Case[] {
  server = one
  return CASES
}

/** A plan for those cases that are asked for without the one that makes it. */
export async function makeFirstPlan(): Promise<void> {
  if (plan === '') await makePlan(40)
}

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
  { name: `CSV of ${ROWS} rows`, run: () => ask(rows, csv(ROWS)) },
  { name: 'the same again', run: () => ask(rows, csv(ROWS)) },
  { name: 'a small plan beside these rows', run: () => ask('/v1/plans', smallRequest()) },
  {
    name: 'coverage beside these rows × 4',
    run: () => together(4, () => ask(`/v1/coverage?region=${REGION}`)),
  },
  { name: 'page of 1,000 of these rows × 8', run: () => together(8, () => ask(`${rows}&limit=1000`)) },
  { name: '500 visits of these rows × 20', run: () => together(20, () => ask('/v1/visits', visits(500))) },
  {
    name: 'coverage beside rows and visits × 4',
    run: () => together(4, () => ask(`/v1/coverage?region=${REGION}`)),
  },
  { name: 'removing the rows', run: () => ask(rows, undefined, 'DELETE') },
  { name: 'a plan with 40,000 own targets', run: () => ask('/v1/plans', ownTargets(40_000)) },
  {
    name: 'plans with 60,000 own targets × 4',
    run: () => together(4, () => ask('/v1/plans', ownTargets(60_000))),
  },
  {
    name: 'estimates with 60,000 own targets × 4',
    run: () => together(4, () => ask('/v1/plans/estimate', estimateWith(60_000))),
  },
  { name: 'a body of 5 MB that is refused × 8', run: () => together(8, () => ask('/v1/plans', wrong())) },
  { name: 'a batch of 60 plans, 20,000 targets', run: () => ask('/v1/batches', weekend(20_000)) },
  { name: 'roll-call of 10,000 names', prepare: async () => void (await makePlan(40)), run: () => roll() },
  {
    name: 'a page of 40 areas of 290 kB',
    prepare: async () => void (await storeAreas(40)),
    run: () => ask('/v1/areas?limit=1000'),
  },
  { name: 'the same page × 4', run: () => together(4, () => ask('/v1/areas?limit=1000')) },
  { name: 'regions × 50', run: () => together(50, () => ask('/v1/regions')) },
  { name: 'precincts × 20', run: () => together(20, () => ask(`/v1/regions/${REGION}/precincts`)) },
  { name: 'a hold-out × 8', run: () => together(8, () => ask('/v1/holdouts', holdout())) },
  { name: 'openapi.json × 20', run: () => together(20, () => ask('/openapi.json')) },
]

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

function roll(): Promise<string> {
  const present = Array.from({ length: 10_000 }, (_, index) => `name-${index}`)
  return ask(`/v1/plans/${plan}/replan`, { present, iterations: 1 })
}

async function storeAreas(many: number): Promise<void> {
  for (let index = 0; index < many; index++) {
    const answer = await ask('/v1/areas', comb(String(index)))
    if (!answer.startsWith('201')) throw new Error(`an area: ${answer}`)
  }
}

export function rest(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
