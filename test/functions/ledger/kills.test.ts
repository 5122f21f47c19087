/** The ledger of the running server: who asks together, what is reported again and again, and what survives kill -9. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Walk } from '@doorwalk/core/walk/answer'
import { handedOut } from '../../support/scenes/handed-out.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

const REGION = 'paris-9e-10e'
const STARTS = [
  [2.3488, 48.8793],
  [2.3502, 48.8788],
]

let data: string
let server: ServerProcess

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'doorwalk-ledger-'))
  server = await startServerProcess(data, { env: PATIENT })
  await call('/v1/campaigns/demo', { firstKnock: '00:00', lastKnock: '23:59' }, 'PUT')
})
afterAll(() => server.stop())

function call(path: string, body?: unknown, method = 'POST', headers = {}): Promise<Response> {
  return fetch(server.url + path, {
    method,
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

const ask = (index: number): Promise<Response> =>
  call('/v1/walks', { region: REGION, start: STARTS[index % STARTS.length], minutes: 20 })

/** Walks that were answered; what was refused must be as documented. */
async function walksOf(answers: (Response | undefined)[]): Promise<Walk[]> {
  const walks: Walk[] = []
  for (const answer of answers) {
    if (!answer) continue
    if (answer.status === 201) walks.push((await answer.json()) as Walk)
    else expect([409, 429], await answer.clone().text()).toContain(answer.status)
  }
  return walks
}

it('hands no target out twice to many who ask at once, before and after kill -9', async () => {
  const first = await walksOf(await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index))))
  expect(first.length).toBeGreaterThan(10)
  const dying = Array.from({ length: 10 }, (_, index) =>
    ask(index)
      .then(async (answer) => new Response(await answer.text(), answer))
      .catch(() => undefined),
  )
  await new Promise((done) => setTimeout(done, 700))
  await server.kill()
  const second = await walksOf(await Promise.all(dying))
  server = await startServerProcess(data, { env: PATIENT })
  const third = await walksOf(await Promise.all(Array.from({ length: 10 }, (_, index) => ask(index))))
  const all = handedOut([...first, ...second, ...third])
  expect(new Set(all).size).toBe(all.length)
})

it('answers a keyed request with the plan it was killed for, leased once, as soon as it is back', async () => {
  const heads = async (): Promise<{ id: string }[]> =>
    ((await (await call('/v1/plans?limit=1000', undefined, 'GET')).json()) as { plans: { id: string }[] })
      .plans
  const before = (await heads()).length
  const area = { precincts: ['0919'] }
  const body = { region: REGION, area, volunteers: 2, minutes: 30, commit: true, iterations: 30_000 }
  const ask = () => call('/v1/plans', body, 'POST', { 'Idempotency-Key': 'saturday' })
  const dying = ask().catch(() => undefined)
  await until(async () => (await heads()).length > before)
  await server.kill()
  expect(await dying).toBeUndefined()
  server = await startServerProcess(data, { env: PATIENT })
  const answer = await ask()
  const plan = (await answer.json()) as { id: string; walks: Walk[] }
  expect(answer.status, JSON.stringify(plan)).toBe(201)
  expect(await heads()).toHaveLength(before + 1)
  expect(handedOut(plan.walks).length).toBeGreaterThan(0)
  for (const { walkId } of plan.walks) {
    const state = await (await call(`/v1/walks/${walkId}/state`, undefined, 'GET')).json()
    expect(state).toMatchObject({ planId: plan.id, state: 'leased' })
  }
})

it('keeps every acknowledged visit exactly once, sent three times by many clients with a kill in between', async () => {
  const answer = await call('/v1/plans', { region: REGION, volunteers: 8, minutes: 120, iterations: 2_000 })
  const { walks } = (await answer.json()) as { walks: Walk[] }
  const targets = walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets))
  const large = targets.filter(({ doors }) => doors >= 11)
  expect(large.length).toBeGreaterThan(5)
  const at = new Date().toISOString()
  const visits = Array.from({ length: 600 }, (_, index) => ({
    id: `visit-${String(index).padStart(6, '0')}`,
    target: large[index % large.length]!.id,
    at,
    knocked: 1,
    opened: index % 3 === 0 ? 1 : 0,
  }))
  const batches = [0, 1, 2].flatMap((round) =>
    Array.from({ length: 20 }, (_, batch) =>
      visits.filter((__, index) => (index * 7 + round) % 20 === batch),
    ),
  )
  const acknowledged = new Set<string>()
  const send = async (batch: object[]): Promise<void> => {
    const ask = async (): Promise<false | Record<'accepted' | 'duplicate', string[]>> => {
      const answer = await call('/v1/visits', { region: REGION, visits: batch })
      return answer.status === 200 && ((await answer.json()) as never)
    }
    // The server may die between the head of an answer and its body, too.
    const { accepted, duplicate } = await until(() => ask().catch(() => false as const), { pause: 300 })
    for (const id of [...accepted, ...duplicate]) acknowledged.add(id)
  }
  const sending = Promise.all(batches.map(send))
  await until(() => acknowledged.size > 0)
  await server.kill()
  server = await startServerProcess(data, { env: PATIENT })
  await sending
  expect(acknowledged.size).toBe(visits.length)
  const coverage = (await (await call(`/v1/coverage?region=${REGION}`, undefined, 'GET')).json()) as {
    total: { counts: { knocked: number; opened: number } }
  }
  expect(coverage.total.counts).toMatchObject({ knocked: 600, opened: 200 })
})
