/** The functions as deployed: real bundles, real events, each in a process of its own. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BundleSize, FUNCTIONS, type FunctionName, bundleFunction } from '../../scripts/bundle.ts'
import { type Cloud, openCloud } from '../support/cloud.ts'
import { suburb } from '../support/osm-worlds.ts'
import { worldRegion } from '../support/regions.ts'
import { type Receiver, openReceiver, status } from '../support/receiver.ts'
import { type Lambda, httpEvent, sqsEvent, startLambda } from '../support/lambda.ts'

const KEY = 'dw_operator-key-of-the-tests-0123456789'
/** Lambda runs Node 24: `npm run check:lambda` sets this to one. */
const LAMBDA_NODE = process.env['DOORWALK_LAMBDA_NODE']
const NODE = LAMBDA_NODE ?? process.execPath
const REGION = 'paris-9e-10e'
/** A small plan: a corner of the bundled region. */
const BODY = {
  region: REGION,
  area: {
    type: 'Polygon',
    coordinates: [
      [
        [2.344, 48.876],
        [2.348, 48.876],
        [2.348, 48.879],
        [2.344, 48.879],
        [2.344, 48.876],
      ],
    ],
  },
  volunteers: 2,
  minutes: 60,
  iterations: 200,
}

const BODY_TIME = '2026-03-14T14:00:00+01:00'

let cloud: Cloud
let receiver: Receiver
const sizes = new Map<FunctionName, BundleSize>()
const lambdas = new Map<FunctionName, Lambda>()
const lambda = (name: FunctionName): Lambda => lambdas.get(name)!

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-bundles-'))
  receiver = await openReceiver()
  cloud = await openCloud({
    regionRoots: [resolve(import.meta.dirname, '../../data'), dirname((await worldRegion(suburb())).folder)],
    operatorKey: KEY,
  })
  for (const name of FUNCTIONS) {
    sizes.set(name, await bundleFunction(name, join(folder, name)))
    lambdas.set(
      name,
      await startLambda({
        folder: join(folder, name),
        env: { ...cloud.env, DOORWALK_WEBHOOK_ALLOW: receiver.origin },
        node: NODE,
      }),
    )
  }
})
afterAll(async () => {
  for (const each of lambdas.values()) each.stop()
  await cloud.close()
  await receiver.kill()
})

interface Answer {
  status: number
  headers: Record<string, string>
  json: Record<string, unknown>
}

async function call(
  name: FunctionName,
  http: Parameters<typeof httpEvent>[0],
  milliseconds?: number,
): Promise<Answer> {
  const answer = await lambda(name).invoke(httpEvent({ key: KEY, ...http }), milliseconds)
  const text = String(answer['body'])
  const body = answer['isBase64Encoded'] === true ? Buffer.from(text, 'base64').toString() : text
  return {
    status: Number(answer['statusCode']),
    headers: answer['headers'] as Record<string, string>,
    json: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>),
  }
}

describe('bundles', () => {
  /** Bytes at the start of an instance, minified: DESIGN.md §10 for the first two; the others are a guard. */
  it.each([
    ['api', 1_300_000],
    ['planner', 3_000_000],
    ['jobs', 3_000_000],
    ['deliveries', 1_300_000],
    ['sweep', 1_300_000],
  ] as const)('%s starts with at most %i bytes', (name, ceiling) => {
    expect(sizes.get(name)!.bytes).toBeLessThanOrEqual(ceiling)
    expect(sizes.get(name)!.bytes).toBeGreaterThan(100_000)
  })

  it.each(['api', 'deliveries', 'sweep'] as const)(
    '%s starts without H3, turf, streets or the solver',
    (name) => {
      const heavy = sizes
        .get(name)!
        .sources.filter((source) => /h3-js|@turf|osrm-text|core\/src\/(solver|matrix)\//.test(source))
      expect(heavy).toEqual([])
      const streets = sizes
        .get('planner')!
        .sources.filter((source) => /h3-js|osrm-text|core\/src\/(solver|matrix)\//.test(source))
      expect(streets.length).toBeGreaterThan(5)
    },
  )
})

it('runs on the Node that was asked for', () => {
  const expected = LAMBDA_NODE === undefined ? process.version : 'v24.'
  for (const name of FUNCTIONS) expect(lambda(name).version).toContain(expected)
})

describe('the API function', () => {
  it('answers an event of the HTTP API, and logs neither path nor address', async () => {
    const answer = await call('api', { path: '/healthz' })
    expect(answer).toMatchObject({ status: 200, json: { status: 'ok' } })
    const line = lambda('api').log.find((each) => each.includes('"event":"request"'))
    expect(line).toContain('"route":"/healthz"')
    expect(lambda('api').log.join('\n')).not.toContain('203.0.113.7')
  })

  it('answers an event of a Function URL', async () => {
    const { status, json } = await call('api', { path: '/v1/regions', functionUrl: true })
    expect(status).toBe(200)
    expect(json['regions']).toMatchObject([{ name: REGION }, { name: 'world' }])
  })

  it('reads a body in base64, as the HTTP API sends what it takes for binary', async () => {
    const body = { label: 'Nord', region: REGION, area: BODY.area }
    const made = await call('api', { method: 'POST', path: '/v1/areas', body, base64: true })
    expect(made.status).toBe(201)
    const list = await call('api', { path: '/v1/areas', query: 'limit=1' })
    expect(JSON.stringify(list.json)).toContain('Nord')
  })

  it('answers errors as problems', async () => {
    const answer = await call('api', { path: '/v1/plans', key: 'dw_unknown-key-0123456789abcdef' })
    expect(answer.status).toBe(401)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect((await call('api', { path: '/nowhere' })).status).toBe(404)
  })

  it('draws a map although it started without street code', async () => {
    const answer = await call('api', {
      path: `/v1/regions/${REGION}/map.geojson`,
      query: 'bbox=2.344,48.876,2.346,48.878',
    })
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.json)).toContain('"kind":"street"')
  })

  it('refuses what leaves the region bucket', async () => {
    expect((await call('api', { path: '/v1/regions/..%2Fplans/precincts' })).status).toBe(404)
  })
})

describe('planning', () => {
  it('plans while the caller waits', async () => {
    const { status, json, headers } = await call('planner', { method: 'POST', path: '/v1/plans', body: BODY })
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
    expect(cloud.messages('jobs')).toEqual([])
  })

  it('returns the best plan so far when the time is about to run out', async () => {
    const body = { ...BODY, iterations: 100_000_000 }
    const from = Date.now()
    const { status, json } = await call('planner', { method: 'POST', path: '/v1/plans', body }, 7_000)
    expect(status).toBe(201)
    expect(json['stoppedBy']).toBe('deadline')
    expect(Date.now() - from).toBeLessThan(7_000)
  })

  it.each([
    ['fr', /"instruction":"(Tourner|Continuer|Se diriger|Aller)/],
    ['en', /"instruction":"(Turn|Continue|Head|Go)/],
  ])('gives directions in %s, although the bundle has left other languages out', async (language, words) => {
    const body = { ...BODY, start: [2.3505, 48.8805], closed: true, language }
    const { json } = await call('planner', { method: 'POST', path: '/v1/plans', body })
    expect(JSON.stringify(json['walks'])).toMatch(words)
  })

  it('ends a job in time, too', async () => {
    const body = { ...BODY, iterations: 100_000_000 }
    const asked = await call('api', { method: 'POST', path: '/v1/plans', body })
    const message = cloud.messages('jobs').at(-1) ?? ''
    const from = Date.now()
    expect(await lambda('jobs').invoke(sqsEvent(message), 7_000)).toEqual({ batchItemFailures: [] })
    expect(Date.now() - from).toBeLessThan(7_000)
    const plan = await call('api', { path: asked.headers['location'] ?? '' })
    expect(plan.json['stoppedBy']).toBe('deadline')
  })

  it('hands a large plan over; the worker takes it from the queue, twice does no harm', async () => {
    const headers = { prefer: 'respond-async' }
    const asked = await call('planner', { method: 'POST', path: '/v1/plans', body: BODY, headers })

    expect(asked.status).toBe(202)
    const message = cloud.messages('jobs').at(-1) ?? ''
    expect(JSON.parse(message)).toMatchObject({ planId: asked.json['id'] })

    expect(await lambda('jobs').invoke(sqsEvent(message))).toEqual({ batchItemFailures: [] })
    const path = asked.headers['location'] ?? ''
    const plan = await call('api', { path })
    expect(plan).toMatchObject({ status: 200, json: { id: asked.json['id'] } })

    expect(await lambda('jobs').invoke(sqsEvent(message, message))).toEqual({ batchItemFailures: [] })
    expect(await call('api', { path })).toMatchObject({ status: 200, json: plan.json })
  })

  it('cuts what is too large for one run into messages; the last piece has them joined, twice does no harm', async () => {
    // Walks of two hours in a suburb of 2,400 houses: more than one matrix holds.
    const body = { region: 'world', volunteers: 60, minutes: 120, iterations: 200, startAt: BODY_TIME }
    const headers = { prefer: 'respond-async' }
    const asked = await call('planner', { method: 'POST', path: '/v1/plans', body, headers })
    expect(asked.status).toBe(202)
    const id = String(asked.json['id'])
    const waiting = (): string[] => cloud.messages('jobs').filter((message) => message.includes(id))
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
    const asked = await call('api', { method: 'POST', path: '/v1/plans', body: BODY })
    expect(asked.status).toBe(202)
    const message = cloud.messages('jobs').at(-1) ?? ''
    const gone = JSON.stringify({ campaign: 'main', planId: 'pln_01JD0000000000000000000000' })
    const answer = await lambda('jobs').invoke(sqsEvent('no json', message, '{"planId":7}', gone))
    expect(answer).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-3' }],
    })
    expect((await call('api', { path: asked.headers['location'] ?? '' })).status).toBe(200)
  })

  it('tells the caller what to mend', async () => {
    const body = { ...BODY, area: { precincts: ['nowhere'] } }
    const answer = await call('planner', { method: 'POST', path: '/v1/plans', body })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it('rings again for a job whose worker died, once', async () => {
    const asked = await call('api', { method: 'POST', path: '/v1/plans', body: BODY })
    const key = { pk: 'QUEUE#plan', sk: String(asked.json['id']) }
    const item = (await cloud.store.get(key))!
    const before = cloud.messages('jobs').length
    expect(await lambda('sweep').invoke({})).toMatchObject({ jobs: 0 })

    await cloud.store.replace(
      { ...key, data: { ...item.data, owner: 'run_dead', attempts: 1, until: 1 } },
      item.version,
    )
    expect(await lambda('sweep').invoke({})).toMatchObject({ jobs: 1 })
    expect(await lambda('sweep').invoke({})).toMatchObject({ jobs: 0 })
    const messages = cloud.messages('jobs')
    expect(messages).toHaveLength(before + 1)
    await lambda('jobs').invoke(sqsEvent(messages.at(-1) ?? ''))
    expect((await call('api', { path: asked.headers['location'] ?? '' })).status).toBe(200)
  })

  it.each([
    ['ended in an error three times', { breaks: 3 }],
    ['was begun ten times, and its worker vanished each time', { attempts: 10 }],
  ])('gives up a job that %s', async (_, history) => {
    const asked = await call('api', { method: 'POST', path: '/v1/plans', body: BODY })
    const key = { pk: 'QUEUE#plan', sk: String(asked.json['id']) }
    const item = (await cloud.store.get(key))!
    await cloud.store.replace({ ...key, data: { ...item.data, ...history } }, item.version)
    await lambda('jobs').invoke(sqsEvent(JSON.stringify({ campaign: 'main', planId: asked.json['id'] })))
    const answer = await call('api', { path: asked.headers['location'] ?? '' })
    expect(answer).toMatchObject({ status: 422, json: { code: 'plan.gave_up' } })
    expect(await cloud.store.get(key)).toBeUndefined()
  })
})

describe('webhooks', () => {
  it('go from the planner by queue to their receiver, signed; what cannot be read comes back', async () => {
    const wish = { url: `${receiver.origin}/hook`, label: 'crm', events: ['plan.completed'] }
    const hook = await call('api', { method: 'POST', path: '/v1/webhooks', body: wish })
    expect(hook.status).toBe(201)
    const plan = await call('planner', { method: 'POST', path: '/v1/plans', body: BODY })
    const message = cloud.messages('deliveries').at(-1) ?? ''
    expect(receiver.received).toEqual([])

    const answer = await lambda('deliveries').invoke(sqsEvent('{}', message, message))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] })
    expect(receiver.received).toHaveLength(1)
    const { body, headers } = receiver.received[0]!
    expect(new Webhook(String(hook.json['secret'])).verify(body, headers)).toMatchObject({
      type: 'plan.completed',
      data: { planId: plan.json['id'] },
    })
    await lambda('deliveries').invoke(sqsEvent(message))
    expect(receiver.received).toHaveLength(1)
  })

  it('come back by the sweep when their retry is due', async () => {
    receiver.answer = status(500)
    const hooks = await call('api', { path: '/v1/webhooks' })
    const [{ id } = { id: '' }] = hooks.json['webhooks'] as { id: string }[]
    await call('api', { method: 'POST', path: `/v1/webhooks/${id}/test` })
    const message = cloud.messages('deliveries').at(-1) ?? ''
    await lambda('deliveries').invoke(sqsEvent(message))
    receiver.answer = status(200)
    await new Promise((done) => setTimeout(done, 6_500))
    const before = cloud.messages('deliveries').length
    expect(await lambda('sweep').invoke({})).toMatchObject({ deliveries: 1 })
    expect(cloud.messages('deliveries')).toHaveLength(before + 1)
    await lambda('deliveries').invoke(sqsEvent(message))
    const path = `/v1/webhooks/${id}/deliveries`
    const [latest] = (await call('api', { path })).json['deliveries'] as {
      state: string
      attempts: unknown[]
    }[]
    expect(latest).toMatchObject({ state: 'delivered', attempts: [{ status: 500 }, { status: 200 }] })
  })
})
