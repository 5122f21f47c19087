/** A running server with more to plan than it has processors: who waits for whom, and what its death costs. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { IS_LONG } from '../../support/length.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

const REGION = 'paris-9e-10e'
const SMALL = { region: REGION, area: { precincts: ['0925'] }, volunteers: 2, minutes: 60, iterations: 500 }
const WALK = { region: REGION, start: [2.3475, 48.8791], minutes: 20 }
/** Ends after ten minutes: long after the test. */
const LONG = { ...SMALL, iterations: 100_000_000, seconds: 600 }
const OPERATOR = 'dw_operator-key-of-the-tests-0123456789'
const env = { ...PATIENT, DOORWALK_OPERATOR_KEY: OPERATOR, DOORWALK_RATE: '10000000' }
/** More than any machine's lane of long plans holds. */
const CROWD = 6

let data: string
let server: ServerProcess
let crowd: string
let other: string
let gone: string

beforeAll(async () => {
  data = join(await mkdtemp(join(tmpdir(), 'doorwalk-turns-')), 'data')
  server = await startServerProcess(data, { env })
  ;[crowd, other, gone] = [await makeKey('crowd'), await makeKey('other'), await makeKey('gone')]
  const body = { firstKnock: '00:00', lastKnock: '23:59' }
  await call('/v1/campaigns/other', { key: other, method: 'PUT', body })
  await call('/v1/campaigns/gone', { key: gone, method: 'PUT', body })
})
afterAll(() => server.kill())

interface Call {
  key: string
  body?: object
  method?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

function call(path: string, { key, body, method, headers, signal }: Call): Promise<Response> {
  return fetch(server.url + path, {
    method: method ?? (body ? 'POST' : 'GET'),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  })
}

/** Asks again when the machine has no time, as `Retry-After` says. */
const insist = (path: string, asked: Call): Promise<Response> =>
  until(
    async () => {
      const answer = await call(path, asked)
      return answer.status !== 503 && answer
    },
    { pause: 1_000 },
  )

async function makeKey(campaign: string): Promise<string> {
  const body = { campaign, scopes: ['organiser'], label: campaign }
  const answer = await call('/v1/keys', { key: OPERATOR, body })
  return ((await answer.json()) as { key: string }).key
}

async function submitLong(key: string): Promise<string> {
  const answer = await call('/v1/plans', { key, body: LONG, headers: { Prefer: 'respond-async' } })
  expect(answer.status).toBe(202)
  return String(answer.headers.get('Location'))
}

interface Job {
  status?: string
  progress?: { stage: string; share: number } | null
  code?: string
}
const jobAt = async (path: string, key: string): Promise<Job> =>
  (await (await call(path, { key })).json()) as Job

async function statusOf(path: string, key: string): Promise<string> {
  const { status = 'done', code } = await jobAt(path, key)
  return code ?? status
}
const statuses = (paths: string[]): Promise<string[]> =>
  Promise.all(paths.map((path) => statusOf(path, crowd)))
const running = async (paths: string[]): Promise<string[]> => {
  const all = await statuses(paths)
  return paths.filter((_, index) => all[index] === 'running')
}

/** Until one of them gets on. */
async function seenToGetOn(paths: string[], key: string): Promise<void> {
  const shares = () => Promise.all(paths.map(async (path) => (await jobAt(path, key)).progress?.share))
  const before = await shares()
  await until(async () => (await shares()).some((share, index) => share !== before[index]), { pause: 100 })
}

let plans: string[] = []

it('answers others, and the same campaign’s small plans, while long plans of one campaign fill its processors', async () => {
  for (let count = 0; count < CROWD; count++) plans.push(await submitLong(crowd))
  const atOnce = await until(async () => {
    const now = await running(plans)
    return now.length > 0 && now.length
  })
  const others = [
    insist('/v1/plans', { key: other, body: SMALL }),
    insist('/v1/plans', { key: crowd, body: SMALL }),
    insist('/v1/walks', { key: other, body: WALK }),
    insist('/v1/plans/estimate', { key: other, body: { ...SMALL, volunteers: 2, iterations: undefined } }),
  ]
  const answers = await Promise.all(others)
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 200])
  // And the long plan of another campaign begins, although some of the first wait.
  const long = await submitLong(other)
  await until(async () => (await statusOf(long, other)) === 'running')
  const after = await statuses(plans)
  expect(after.filter((status) => status === 'running').length).toBeGreaterThanOrEqual(atOnce)
  expect(new Set(after)).toEqual(new Set(['running', 'queued']))
  plans = [...plans, long]
})

it('stops planning for who has closed the connection, and leases nothing', async () => {
  const read = async <Answer>(path: string): Promise<Answer> =>
    (await (await call(path, { key: gone })).json()) as Answer
  const plansNow = async () => (await read<{ plans: object[] }>('/v1/plans')).plans
  const calls = [
    ['/v1/walks', WALK],
    ['/v1/plans', { ...LONG, seconds: 300, commit: true }],
  ] as const
  for (const [path, body] of calls) {
    const caller = new AbortController()
    const asked = call(path, { key: gone, body, signal: caller.signal }).catch((error: unknown) => error)
    await until(async () => (await plansNow()).length === 1)
    caller.abort()
    expect(await asked).toMatchObject({ name: 'AbortError' })
    await until(async () => (await plansNow()).length === 0)
  }
  const { total } = await read<{ total: { leased: number } }>(`/v1/coverage?region=${REGION}`)
  expect(total.leased).toBe(0)
})

it.runIf(IS_LONG)('gives up what has seen two deaths, and nothing for a clean restart', async () => {
  const ofCrowd = plans.slice(0, CROWD)
  const [suspect = ''] = await running(ofCrowd)
  await server.kill()
  server = await startServerProcess(data, { env })
  // Of those that have seen the death the oldest is taken up, alone: it is seen to get on.
  await seenToGetOn([suspect], crowd)
  await server.kill()

  server = await startServerProcess(data, { env })
  await until(async () => (await statusOf(suspect, crowd)) === 'plan.gave_up')
  const answer = await call(suspect, { key: crowd })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('died 2 times')
  for (let restarts = 0; restarts < 3; restarts++) {
    await seenToGetOn(ofCrowd, crowd)
    expect(await server.stop()).toBe(0)
    server = await startServerProcess(data, { env })
  }
  const gaveUp = (await statuses(ofCrowd)).filter((status) => status === 'plan.gave_up')
  expect(gaveUp).toHaveLength(1)
})
