/** The functions as deployed: real bundles, real events, each in a process of its own. */
import { resolve } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FUNCTIONS } from '../../../scripts/bundle.ts'
import {
  type Installation,
  LAMBDA_NODE,
  REGION,
  SMALL_PLAN,
  openInstallation,
} from '../../support/servers/installation.ts'
import { sqsEvent } from '../../support/servers/lambda.ts'
import { status } from '../../support/servers/receiver.ts'

let installation: Installation
const lambda: Installation['lambda'] = (name) => installation.lambda(name)
const call: Installation['call'] = (...asked) => installation.call(...asked)

beforeAll(async () => {
  installation = await openInstallation({
    functions: FUNCTIONS,
    regionRoots: [resolve(import.meta.dirname, '../../../data')],
  })
})
afterAll(() => installation.close())

describe('bundles', () => {
  /** Bytes at the start of an instance, minified: docs/operations.md for the first two; the others are a guard. */
  it.each([
    ['api', 1_300_000],
    ['planner', 3_000_000],
    ['jobs', 3_000_000],
    ['deliveries', 1_300_000],
    ['sweep', 1_300_000],
  ] as const)('%s starts with at most %i bytes', (name, ceiling) => {
    expect(installation.size(name).bytes).toBeLessThanOrEqual(ceiling)
    expect(installation.size(name).bytes).toBeGreaterThan(100_000)
  })

  it.each(['api', 'deliveries', 'sweep'] as const)(
    '%s starts without H3, turf, streets or the solver',
    (name) => {
      const heavy = installation
        .size(name)
        .sources.filter((source) => /h3-js|@turf|osrm-text|core\/src\/(solver|matrix)\//.test(source))
      expect(heavy).toEqual([])
      const streets = installation
        .size('planner')
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
    expect(json['regions']).toMatchObject([{ name: REGION }])
  })

  it('reads a body in base64, as the HTTP API sends what it takes for binary', async () => {
    const body = { label: 'Nord', region: REGION, area: SMALL_PLAN.area }
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

describe('webhooks', () => {
  it('go from the planner by queue to their receiver, signed; what cannot be read comes back', async () => {
    const wish = { url: `${installation.receiver.origin}/hook`, label: 'crm', events: ['plan.completed'] }
    const hook = await call('api', { method: 'POST', path: '/v1/webhooks', body: wish })
    expect(hook.status).toBe(201)
    const plan = await call('planner', { method: 'POST', path: '/v1/plans', body: SMALL_PLAN })
    const message = installation.cloud.messages('deliveries').at(-1) ?? ''
    expect(installation.receiver.received).toEqual([])

    const answer = await lambda('deliveries').invoke(sqsEvent('{}', message, message))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] })
    expect(installation.receiver.received).toHaveLength(1)
    const { body, headers } = installation.receiver.received[0]!
    expect(new Webhook(String(hook.json['secret'])).verify(body, headers)).toMatchObject({
      type: 'plan.completed',
      data: { planId: plan.json['id'] },
    })
    await lambda('deliveries').invoke(sqsEvent(message))
    expect(installation.receiver.received).toHaveLength(1)
  })

  it('come back by the sweep when their retry is due', async () => {
    installation.receiver.answer = status(500)
    const hooks = await call('api', { path: '/v1/webhooks' })
    const [{ id } = { id: '' }] = hooks.json['webhooks'] as { id: string }[]
    await call('api', { method: 'POST', path: `/v1/webhooks/${id}/test` })
    const message = installation.cloud.messages('deliveries').at(-1) ?? ''
    await lambda('deliveries').invoke(sqsEvent(message))
    installation.receiver.answer = status(200)
    await endPause(message)
    const before = installation.cloud.messages('deliveries').length
    expect(await lambda('sweep').invoke({})).toMatchObject({ deliveries: 1 })
    expect(installation.cloud.messages('deliveries')).toHaveLength(before + 1)
    await lambda('deliveries').invoke(sqsEvent(message))
    const path = `/v1/webhooks/${id}/deliveries`
    const [latest] = (await call('api', { path })).json['deliveries'] as {
      state: string
      attempts: unknown[]
    }[]
    expect(latest).toMatchObject({ state: 'delivered', attempts: [{ status: 500 }, { status: 200 }] })
  })
})

/** As if the pause after a failed attempt were over: in the delivery, and in the note that the sweep looks at. */
async function endPause(message: string): Promise<void> {
  const { store } = installation.cloud
  const { campaign, webhookId, eventId } = JSON.parse(message) as Record<string, string>
  const key = { pk: `C#${campaign}#HOOK#${webhookId}`, sk: `DELIVERY#${eventId}` }
  const delivery = (await store.get(key))!
  expect(delivery.data).toMatchObject({ state: 'pending', nextAt: expect.any(String) as string })
  const past = new Date(0).toISOString()
  await store.replace({ ...key, data: { ...delivery.data, nextAt: past } }, delivery.version)
  const { items } = await store.query({ pk: 'QUEUE#delivery', prefix: 'D#', limit: 100 })
  const next = items.find(({ data }) => data['eventId'] === eventId)!
  await store.remove(next)
  await store.putMany([{ pk: next.pk, sk: `D#${past}#${next.sk}`, data: { ...next.data, at: past } }])
}
