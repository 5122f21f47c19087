/** Planning as deployed: from the caller to the planner, by queue to the worker, and back when a worker dies. */
import { dirname, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Installation, SMALL_PLAN, openInstallation } from '../../support/servers/installation.ts'
import { sqsEvent } from '../../support/servers/lambda.ts'
import { suburb } from '../../support/worlds/osm-worlds.ts'
import { worldRegion } from '../../support/worlds/regions.ts'

let installation: Installation
const lambda: Installation['lambda'] = (name) => installation.lambda(name)
const call: Installation['call'] = (...asked) => installation.call(...asked)

beforeAll(async () => {
  installation = await openInstallation({
    functions: ['api', 'planner', 'jobs', 'sweep'],
    regionRoots: [
      resolve(import.meta.dirname, '../../../data'),
      dirname((await worldRegion(suburb())).folder),
    ],
  })
})
afterAll(() => installation.close())

it('plans while the caller waits', async () => {
  const { status, json, headers } = await call('planner', {
    method: 'POST',
    path: '/v1/plans',
    body: SMALL_PLAN,
  })
  expect(status).toBe(201)
  expect(json['walks']).toHaveLength(2)
  const again = await call('api', { path: headers['location'] ?? '' })
  expect(again.json).toEqual(json)
  const line = lambda('planner').log.find((each) => each.includes('"event":"plan.done"')) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({
    stage: 'test',
    planId: json['id'],
    solverMilliseconds: expect.any(Number) as number,
    _aws: { CloudWatchMetrics: [{ Namespace: 'Doorwalk', Dimensions: [['stage']] }] },
  })
  expect(installation.cloud.messages('jobs')).toEqual([])
})

it('returns the best plan so far when the time is about to run out', async () => {
  const body = { ...SMALL_PLAN, iterations: 100_000_000 }
  const { status, json } = await call('planner', { method: 'POST', path: '/v1/plans', body }, 6_000)
  expect(status).toBe(201)
  expect(json['stoppedBy']).toBe('deadline')
  expect(lambda('planner').took()).toBeLessThan(6_000)
})

it.each([
  ['fr', /"instruction":"(Tourner|Continuer|Se diriger|Aller)/],
  ['en', /"instruction":"(Turn|Continue|Head|Go)/],
])('gives directions in %s, although the bundle has left other languages out', async (language, words) => {
  const body = { ...SMALL_PLAN, start: [2.3505, 48.8805], closed: true, language }
  const { json } = await call('planner', { method: 'POST', path: '/v1/plans', body })
  expect(JSON.stringify(json['walks'])).toMatch(words)
})

it('ends a job in time, too', async () => {
  const body = { ...SMALL_PLAN, iterations: 100_000_000 }
  const asked = await call('api', { method: 'POST', path: '/v1/plans', body })
  const message = installation.cloud.messages('jobs').at(-1) ?? ''
  expect(await lambda('jobs').invoke(sqsEvent(message), 6_000)).toEqual({ batchItemFailures: [] })
  expect(lambda('jobs').took()).toBeLessThan(6_000)
  const plan = await call('api', { path: asked.headers['location'] ?? '' })
  expect(plan.json['stoppedBy']).toBe('deadline')
})

it('hands a large plan over; the worker takes it from the queue, twice does no harm', async () => {
  const headers = { prefer: 'respond-async' }
  const asked = await call('planner', { method: 'POST', path: '/v1/plans', body: SMALL_PLAN, headers })

  expect(asked.status).toBe(202)
  const message = installation.cloud.messages('jobs').at(-1) ?? ''
  expect(JSON.parse(message)).toMatchObject({ planId: asked.json['id'] })

  expect(await lambda('jobs').invoke(sqsEvent(message))).toEqual({ batchItemFailures: [] })
  const path = asked.headers['location'] ?? ''
  const plan = await call('api', { path })
  expect(plan).toMatchObject({ status: 200, json: { id: asked.json['id'] } })

  expect(await lambda('jobs').invoke(sqsEvent(message, message))).toEqual({ batchItemFailures: [] })
  expect(await call('api', { path })).toMatchObject({ status: 200, json: plan.json })
})

it('leaves a plan to the worker where its caller waits shortly, and waits for it when asked again', async () => {
  const headers = { prefer: 'wait=1' }
  const asked = await call('planner', { method: 'POST', path: '/v1/plans', body: SMALL_PLAN, headers })
  expect(asked).toMatchObject({ status: 202, headers: { 'preference-applied': 'wait=1' } })
  const path = asked.headers['location'] ?? ''
  const waiting = call('api', { path, headers: { prefer: 'wait=25' } })
  const message = installation.cloud.messages('jobs').at(-1) ?? ''
  expect(await lambda('jobs').invoke(sqsEvent(message))).toEqual({ batchItemFailures: [] })
  // Not cut short.
  expect(await waiting).toMatchObject({
    status: 200,
    json: { id: asked.json['id'], stoppedBy: 'iterations' },
  })
})

it('cuts what is too large for one run into messages; the last piece has them joined, twice does no harm', async () => {
  // Walks of two hours in a suburb of 2,400 houses: more than one matrix holds.
  const body = {
    region: 'world',
    volunteers: 60,
    minutes: 120,
    iterations: 200,
    startAt: '2026-03-14T14:00:00+01:00',
  }
  const headers = { prefer: 'respond-async' }
  const asked = await call('planner', { method: 'POST', path: '/v1/plans', body, headers })
  expect(asked.status).toBe(202)
  const id = String(asked.json['id'])
  const waiting = (): string[] =>
    installation.cloud.messages('jobs').filter((message) => message.includes(id))
  const run = async (...messages: string[]): Promise<void> =>
    expect(await lambda('jobs').invoke(sqsEvent(...messages), 60_000)).toEqual({ batchItemFailures: [] })
  const [first = ''] = waiting()
  await run(first)
  const pieces = waiting().slice(1)
  expect(pieces.length).toBe(2)
  const path = asked.headers['location'] ?? ''
  expect((await call('api', { path })).status).toBe(202)
  await run(pieces[0]!, pieces[0]!)
  expect((await call('api', { path })).json['progress']).toEqual({ stage: 'pieces', share: 0.5 })
  await run(pieces[1]!)
  const [join = ''] = waiting().slice(3)
  expect(JSON.parse(join)).toMatchObject({ planId: id, part: 'join' })
  await run(join, join, first, ...pieces)
  const plan = await call('api', { path })
  expect(plan.status).toBe(200)
  expect((plan.json['walks'] as unknown[]).length).toBe(60)
})

it('returns only the messages that failed', async () => {
  const asked = await call('api', { method: 'POST', path: '/v1/plans', body: SMALL_PLAN })
  expect(asked.status).toBe(202)
  const message = installation.cloud.messages('jobs').at(-1) ?? ''
  const gone = JSON.stringify({ campaign: 'main', planId: 'pln_01JD0000000000000000000000' })
  const answer = await lambda('jobs').invoke(sqsEvent('no json', message, '{"planId":7}', gone))
  expect(answer).toEqual({
    batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-3' }],
  })
  expect((await call('api', { path: asked.headers['location'] ?? '' })).status).toBe(200)
})

it('tells the caller what to mend', async () => {
  const body = { ...SMALL_PLAN, area: { precincts: ['nowhere'] } }
  const answer = await call('planner', { method: 'POST', path: '/v1/plans', body })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
})

it('rings again for a job whose worker died, once', async () => {
  const asked = await call('api', { method: 'POST', path: '/v1/plans', body: SMALL_PLAN })
  const key = { pk: 'QUEUE#plan', sk: String(asked.json['id']) }
  const item = (await installation.cloud.store.get(key))!
  const before = installation.cloud.messages('jobs').length
  expect(await lambda('sweep').invoke({})).toMatchObject({ jobs: 0 })

  await installation.cloud.store.replace(
    { ...key, data: { ...item.data, owner: 'run_dead', attempts: 1, until: 1 } },
    item.version,
  )
  expect(await lambda('sweep').invoke({})).toMatchObject({ jobs: 1 })
  expect(await lambda('sweep').invoke({})).toMatchObject({ jobs: 0 })
  const messages = installation.cloud.messages('jobs')
  expect(messages).toHaveLength(before + 1)
  await lambda('jobs').invoke(sqsEvent(messages.at(-1) ?? ''))
  expect((await call('api', { path: asked.headers['location'] ?? '' })).status).toBe(200)
})

it.each([
  ['ended in an error three times', { breaks: 3 }],
  ['was begun twice, and its worker vanished both times', { deaths: 1, owner: 'run_dead', until: 1 }],
])('gives up a job that %s', async (_, history) => {
  const asked = await call('api', { method: 'POST', path: '/v1/plans', body: SMALL_PLAN })
  const key = { pk: 'QUEUE#plan', sk: String(asked.json['id']) }
  const item = (await installation.cloud.store.get(key))!
  await installation.cloud.store.replace({ ...key, data: { ...item.data, ...history } }, item.version)
  await lambda('jobs').invoke(sqsEvent(JSON.stringify({ campaign: 'main', planId: asked.json['id'] })))
  const answer = await call('api', { path: asked.headers['location'] ?? '' })
  expect(answer).toMatchObject({ status: 422, json: { code: 'plan.gave_up' } })
  expect(await installation.cloud.store.get(key)).toBeUndefined()
})
