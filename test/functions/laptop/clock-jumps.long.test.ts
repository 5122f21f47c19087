/** A real server whose machine has a wrong clock for a while: at its next start with the right one nothing is gone. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { openReceiver, status } from '../../support/servers/receiver.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

const DAY = 86_400_000
const OPERATOR = 'dw_operator-key-of-this-test-0123456789'
const MOVED = pathToFileURL(join(import.meta.dirname, '../../support/servers/moved-clock.mjs')).href
const PLAN = {
  ...{ region: 'paris-9e-10e', area: { precincts: ['0925'] }, volunteers: 2, minutes: 60 },
  ...{ iterations: 200, commit: true },
}

interface Call {
  key: string
  method?: string
  body?: object
  headers?: Record<string, string>
}

const call = ({ url }: ServerProcess, path: string, { key, method, body, headers }: Call) =>
  fetch(url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

it.each([
  ['a year ahead', 365 * DAY],
  ['a year behind', -365 * DAY],
  ['at the beginning of time', -Date.now()],
])(
  'keeps, holds and sends all there was when the clock was %s',
  async (_, milliseconds) => {
    const receiver = await openReceiver()
    const data = join(await mkdtemp(join(tmpdir(), 'doorwalk-clock-')), 'data')
    const env = { ...PATIENT, DOORWALK_OPERATOR_KEY: OPERATOR, DOORWALK_WEBHOOK_ALLOW: receiver.origin }
    const wrong = { ...env, NODE_OPTIONS: `--import=${MOVED}`, MOVED_CLOCK: String(milliseconds) }
    let server = await startServerProcess(data, { env })
    onTestFinished(async () => {
      await server.kill()
      await receiver.kill()
    })
    const made = await call(server, '/v1/keys', {
      key: OPERATOR,
      body: {
        ...{ campaign: 'alpha', scopes: ['organiser'], label: 'a month' },
        expiresAt: new Date(Date.now() + 30 * DAY).toISOString(),
      },
    })
    const { key } = (await made.json()) as { key: string }
    const open = { timeZone: 'UTC', firstKnock: '00:00', lastKnock: '23:59' }
    const ballots = [new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10)]
    const body = { ...open, ballots }
    expect((await call(server, '/v1/campaigns/alpha', { key, method: 'PUT', body })).status).toBe(200)
    receiver.answer = status(500)
    await call(server, '/v1/webhooks', { key, body: { url: receiver.origin, label: 'down' } })
    const once = { key, body: { ...PLAN, startAt: morning() }, headers: { 'Idempotency-Key': 'saturday' } }
    const first = await call(server, '/v1/plans', once)
    expect(first.status, await first.clone().text()).toBe(201)
    const plan = (await first.json()) as Plan
    await until(() => receiver.received.length > 0)
    expect(await server.stop()).toBe(0)

    server = await startServerProcess(data, { env: wrong })
    expect((await call(server, '/healthz', { key })).status).toBe(200)
    expect(milliseconds > 0 === server.log().includes('"event":"clock.jumped"')).toBe(true)
    const { key: other } = (await (
      await call(server, '/v1/keys', {
        key: OPERATOR,
        body: { campaign: 'beta', scopes: ['organiser'], label: 'b' },
      })
    ).json()) as { key: string }
    await call(server, '/v1/campaigns/beta', { key: other, method: 'PUT', body: open })
    await call(server, '/v1/webhooks', { key: other, body: { url: receiver.origin, label: 'down' } })
    const queued = await call(server, '/v1/plans', {
      key: other,
      body: { ...PLAN, minutes: 10, commit: false },
    })
    expect(queued.status, await queued.clone().text()).toBe(201)
    const sent = receiver.received.length
    await server.kill()

    receiver.answer = status(204)
    server = await startServerProcess(data, { env })
    const read = await call(server, `/v1/plans/${plan.id}`, { key })
    expect(read.status, await read.clone().text()).toBe(200)
    expect(await (await call(server, '/v1/plans', once)).json()).toMatchObject({ id: plan.id })
    for (const { walkId } of plan.walks)
      expect(await (await call(server, `/v1/walks/${walkId}/state`, { key })).json()).toMatchObject({
        state: 'leased',
      })
    // What was to be sent before and while it was wrong.
    const ids = () => new Set(receiver.received.slice(sent).map(({ headers }) => headers['webhook-id']))
    await until(() => ids().size === 2)
  },
  300_000,
)

/** Of the day after tomorrow. */
function morning(): string {
  return `${new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10)}T10:00:00Z`
}
