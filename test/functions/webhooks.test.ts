/** Webhooks from the event to a receiver that fails, hangs, goes away and comes back; signatures read by another library. */
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import type { PlanTask, Planner } from '@doorwalk/functions/planner'
import { type Delivery, MAX_TRIES } from '@doorwalk/functions/webhook-deliveries'
import { emit, takeDue } from '@doorwalk/functions/webhook-events'
import { makeSend } from '@doorwalk/functions/webhook-send'
import { type TestApi, openTestApi } from '../support/api.ts'
import { fixturePlan } from '../support/plan-fixture.ts'
import { type Received, type Receiver, openReceiver, status } from '../support/receiver.ts'

const HOUR = 3_600_000

interface Scene {
  api: TestApi
  key: string
  receiver: Receiver
  hook: { id: string; secret: string }
  /** Moves the clock and waits until the delivery has had its attempt. */
  attempt: (eventId: string, milliseconds?: number) => Promise<Delivery>
  deliveries: () => Promise<Delivery[]>
  post: (path: string, body?: unknown) => Promise<Record<string, unknown>>
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const planner: Planner = {
  plan: async ({ planId, request }: PlanTask) => {
    if (request.seed === 99) throw new VisibleError('unprocessable', 'area.empty', 'nothing stands there')
    return { ...fixturePlan({ walks: 1, stops: 1 }), id: planId }
  },
  close: async () => undefined,
}

async function open(): Promise<Scene> {
  const receiver = await openReceiver()
  const api = await openTestApi({ planner, webhookAllow: [receiver.origin] })
  closing.push(async () => {
    await api.close()
    await receiver.kill().catch(() => undefined)
  })
  // The other library compares with the time of the machine.
  api.clock.time = Date.now()
  const key = await api.key('alpha', 'organiser')
  const post = async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await api.call(path, { key, method: 'POST', ...(body !== undefined && { body }) })
    expect(answer.status).toBeLessThan(300)
    return (await answer.json()) as Record<string, unknown>
  }
  const made = await post('/v1/webhooks', { url: `${receiver.origin}/hook`, label: 'crm' })
  const hook = { id: String(made['id']), secret: String(made['secret']) }
  const deliveries = async (): Promise<Delivery[]> => {
    const answer = await api.call(`/v1/webhooks/${hook.id}/deliveries`, { key })
    return ((await answer.json()) as { deliveries: Delivery[] }).deliveries
  }
  const find = async (eventId: string): Promise<Delivery> => {
    const found = (await deliveries()).find((each) => each.eventId === eventId)
    if (!found) throw new Error(`no delivery of ${eventId}`)
    return found
  }
  return {
    api,
    key,
    receiver,
    hook,
    deliveries,
    post,
    async attempt(eventId, milliseconds = 0) {
      const before = (await find(eventId)).attempts.length
      api.clock.time += milliseconds
      return until(async () => {
        const now = await find(eventId)
        return now.attempts.length > before || now.state === 'delivered' ? now : undefined
      })
    },
  }
}

async function until<Value>(check: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 800; tries++) {
    const value = await check()
    if (value !== undefined) return value
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error('it did not happen in time')
}

const arrived = (receiver: Receiver, count: number): Promise<Received[]> =>
  until(async () => (receiver.received.length >= count ? receiver.received : undefined))

const verify = ({ body, headers }: Received, secret: string): unknown =>
  new Webhook(secret).verify(body, headers)

async function test({ post, hook }: Scene): Promise<string> {
  return String((await post(`/v1/webhooks/${hook.id}/test`))['eventId'])
}

describe('an event', () => {
  it('tells of a plan, signed so that another library accepts it', async () => {
    const { receiver, hook, post, deliveries } = await open()
    const plan = await post('/v1/plans', { region: 'tiny', volunteers: 1, minutes: 60 })
    const [received] = await arrived(receiver, 1)
    expect(verify(received!, hook.secret)).toMatchObject({
      type: 'plan.completed',
      data: {
        planId: plan['id'],
        region: 'tiny',
        href: `/v1/plans/${String(plan['id'])}`,
        summary: { walks: 1 },
      },
    })
    const [delivery] = await until(async () => {
      const all = await deliveries()
      return all[0]?.state === 'delivered' ? all : undefined
    })
    expect(delivery).toMatchObject({ type: 'plan.completed', attempts: [{ status: 204 }] })
    expect(() => verify({ ...received!, body: `${received!.body} ` }, hook.secret)).toThrow()
    expect(() => verify(received!, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow()
  })

  it('tells of a plan that failed as a job, but not of one whose caller was told', async () => {
    const { api, key, receiver, hook } = await open()
    const body = { region: 'tiny', volunteers: 1, minutes: 60, seed: 99 }
    expect((await api.call('/v1/plans', { key, method: 'POST', body })).status).toBe(422)
    const headers = { Prefer: 'respond-async' }
    expect((await api.call('/v1/plans', { key, method: 'POST', body, headers })).status).toBe(202)
    const received = await arrived(receiver, 1)
    expect(verify(received[0]!, hook.secret)).toMatchObject({
      type: 'plan.failed',
      data: { error: { code: 'area.empty' } },
    })
    expect(received).toHaveLength(1)
  })

  it('is delivered once, however often it is emitted, and only to who wants it', async () => {
    const { api, receiver, deliveries } = await open()
    const event = { id: 'evt_1', type: 'plan.completed' as const, data: {} }
    for (let i = 0; i < 3; i++)
      await emit(api.world, { campaign: 'alpha', event, ring: api.world.ringDelivery })
    await emit(api.world, {
      campaign: 'beta',
      event: { ...event, id: 'evt_2' },
      ring: api.world.ringDelivery,
    })
    await arrived(receiver, 1)
    api.clock.time += HOUR
    await new Promise((done) => setTimeout(done, 1_500))
    expect(receiver.received).toHaveLength(1)
    expect(await deliveries()).toHaveLength(1)
  })

  it('carries two signatures while the secret is replaced', async () => {
    const scene = await open()
    const { post, hook, receiver, api } = scene
    const secret = String((await post(`/v1/webhooks/${hook.id}/rotate`))['secret'])
    expect(secret).not.toBe(hook.secret)
    await test(scene)
    const [first] = await arrived(receiver, 1)
    verify(first!, hook.secret)
    verify(first!, secret)
    api.clock.time += 25 * HOUR
    await test(scene)
    const received = await arrived(receiver, 2)
    const signatures = received[1]!.headers['webhook-signature'] ?? ''
    expect(signatures.split(' ')).toHaveLength(1)
  })

  it('keeps the secret to itself', async () => {
    const { api, key, hook } = await open()
    for (const path of ['/v1/webhooks', `/v1/webhooks/${hook.id}`]) {
      const text = await (await api.call(path, { key })).text()
      expect(text).toContain(hook.id)
      expect(text).not.toContain('whsec_')
    }
    const stranger = await api.key('beta', 'organiser')
    expect((await api.call(`/v1/webhooks/${hook.id}`, { key: stranger })).status).toBe(404)
    const reader = await api.key('alpha', 'read')
    expect((await api.call('/v1/webhooks', { key: reader })).status).toBe(403)
  })
})

describe('what was sent', () => {
  const left = async (api: TestApi, id: string): Promise<number> =>
    (await api.world.store.query({ pk: `C#alpha#HOOK#${id}`, prefix: '', limit: 10 })).items.length

  it('goes with its webhook, and with its campaign', async () => {
    const scene = await open()
    const { api, key, hook, receiver } = scene
    await test(scene)
    await arrived(receiver, 1)
    expect(await left(api, hook.id)).toBe(1)
    await api.call(`/v1/webhooks/${hook.id}`, { key, method: 'DELETE' })
    expect(await left(api, hook.id)).toBe(0)

    const again = await scene.post('/v1/webhooks', { url: `${receiver.origin}/again`, label: 'again' })
    await scene.post(`/v1/webhooks/${String(again['id'])}/test`)
    await arrived(receiver, 2)
    expect(await left(api, String(again['id']))).toBe(1)
    expect((await api.call('/v1/campaigns/alpha', { key, method: 'DELETE' })).status).toBe(204)
    expect(await left(api, String(again['id']))).toBe(0)
  })
})

describe('the calls', () => {
  it('say what is wrong by a code', async () => {
    const { api, key, hook, receiver } = await open()
    const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
      const answer = await api.call(path, { key, method, ...(body !== undefined && { body }) })
      return ((await answer.json()) as { code?: string }).code
    }
    const wish = { url: `${receiver.origin}/more`, label: 'more' }
    expect(await ask('POST', '/v1/webhooks', { ...wish, url: 'https://10.0.0.1/' })).toBe('webhook.url')
    expect(await ask('GET', '/v1/webhooks/whk_none')).toBe('webhook.unknown')
    expect(await ask('POST', '/v1/webhooks/whk_none/test')).toBe('webhook.unknown')
    expect(await ask('POST', `/v1/webhooks/${hook.id}/deliveries/evt_none/replay`)).toBe('delivery.unknown')
    for (let count = 1; count < 20; count++) await ask('POST', '/v1/webhooks', wish)
    expect(await ask('POST', '/v1/webhooks', wish)).toBe('webhook.too_many')
    expect((await api.call(`/v1/webhooks/${hook.id}`, { key, method: 'DELETE' })).status).toBe(204)
    expect(await ask('GET', `/v1/webhooks/${hook.id}`)).toBe('webhook.unknown')
  })
})

describe('a receiver', () => {
  it('that fails twice gets the same event a third time', async () => {
    const scene = await open()
    const { receiver, attempt } = scene
    receiver.answer = status(500)
    const id = await test(scene)
    await arrived(receiver, 1)
    const first = await until(async () =>
      (await scene.deliveries()).find((each) => each.attempts.length === 1),
    )
    const pause = Date.parse(first.nextAt ?? '') - scene.api.clock.time
    expect(pause).toBeGreaterThanOrEqual(4_000)
    expect(pause).toBeLessThanOrEqual(6_000)
    await attempt(id, 6_000)
    receiver.answer = status(200)
    const last = await attempt(id, 360_000)
    expect(last).toMatchObject({ state: 'delivered', nextAt: null })
    expect(last.attempts.map((each) => each.status)).toEqual([500, 500, 200])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]))
  })

  it('that asks for patience gets it', async () => {
    const scene = await open()
    scene.receiver.answer = status(503, { 'Retry-After': '600' })
    await test(scene)
    const delivery = await until(async () =>
      (await scene.deliveries()).find((each) => each.attempts.length === 1),
    )
    expect(Date.parse(delivery.nextAt ?? '') - scene.api.clock.time).toBe(600_000)
  })

  it('that closes early, is killed and restarted gets everything', async () => {
    const scene = await open()
    const { receiver, attempt } = scene
    receiver.answer = (response) => void response.socket?.destroy()
    const id = await test(scene)
    await arrived(receiver, 1)
    const first = await until(async () =>
      (await scene.deliveries()).find((each) => each.attempts.length === 1),
    )
    expect(first.attempts[0]).toMatchObject({ status: null })
    await receiver.kill()
    const second = await attempt(id, 6_000)
    expect(second.attempts[1]).toMatchObject({ status: null })
    expect(second.attempts[1]?.error).toContain('ECONNREFUSED')
    receiver.answer = status(200)
    await receiver.restart()
    expect(await attempt(id, 360_000)).toMatchObject({ state: 'delivered' })
  })

  it('that hangs is let go', async () => {
    const { receiver } = await open()
    receiver.answer = () => undefined
    const send = makeSend({ allow: [receiver.origin], milliseconds: 150 })
    const sent = await send({ url: `${receiver.origin}/`, body: '{}', headers: {} })
    expect(sent).toEqual({ status: null, error: 'no answer within 150 ms', retryAfter: null })
    receiver.answer = (response) => {
      response.writeHead(200)
      response.write('first, and then nothing')
    }
    expect((await send({ url: `${receiver.origin}/`, body: '{}', headers: {} })).status).toBeNull()
  })

  it('that answers without end is read no further than needed', async () => {
    const { receiver } = await open()
    receiver.answer = (response) => {
      response.writeHead(200)
      const more = (): void => void (response.write('x'.repeat(10_000)) && setImmediate(more))
      response.on('drain', more)
      more()
    }
    const send = makeSend({ allow: [receiver.origin], milliseconds: 5_000 })
    expect((await send({ url: `${receiver.origin}/`, body: '{}', headers: {} })).status).toBe(200)
  })

  it('that is gone is switched off at once, and the others are told', async () => {
    const scene = await open()
    const { receiver, post, api, key, hook } = scene
    const other = await post('/v1/webhooks', {
      url: `${receiver.origin}/other`,
      label: 'chat',
      events: ['webhook.disabled'],
    })
    receiver.answer = status(410)
    await test(scene)
    await arrived(receiver, 1)
    receiver.answer = status(200)
    const received = await arrived(receiver, 2)
    expect(received[1]?.path).toBe('/other')
    expect(verify(received[1]!, String(other['secret']))).toMatchObject({
      type: 'webhook.disabled',
      data: { webhookId: hook.id, reason: 'the receiver answered 410 Gone' },
    })
    const shown = (await (await api.call(`/v1/webhooks/${hook.id}`, { key })).json()) as Record<
      string,
      unknown
    >
    expect(shown['disabled']).toMatchObject({ reason: 'the receiver answered 410 Gone' })
    expect(await scene.deliveries()).toMatchObject([{ state: 'parked' }])
    await emit(api.world, {
      campaign: 'alpha',
      event: { id: 'evt_9', type: 'plan.completed', data: {} },
      ring: api.world.ringDelivery,
    })
    expect(await scene.deliveries()).toHaveLength(1)
  })

  it('that never answers well sees every attempt, then the event is parked; enabled, it is replayed with its id', async () => {
    const scene = await open()
    const { receiver, attempt, post, hook, api } = scene
    receiver.answer = status(302, { Location: 'http://127.0.0.1/' })
    const id = await test(scene)
    await until(async () => (await scene.deliveries()).find((each) => each.attempts.length === 1))
    for (let tries = 2; tries <= MAX_TRIES; tries++) await attempt(id, 13 * HOUR)
    const [parked] = await scene.deliveries()
    expect(parked).toMatchObject({ state: 'parked', nextAt: null })
    expect(parked?.attempts).toHaveLength(MAX_TRIES)
    expect(api.lines.some(({ event }) => event === 'webhook.disabled')).toBe(true)

    receiver.answer = status(200)
    await post(`/v1/webhooks/${hook.id}/enable`)
    const count = receiver.received.length
    await post(`/v1/webhooks/${hook.id}/deliveries/${id}/replay`)
    const received = await arrived(receiver, count + 1)
    expect(received.at(-1)?.headers['webhook-id']).toBe(id)
    await until(async () => ((await scene.deliveries())[0]?.state === 'delivered' ? true : undefined))
  })
})

describe('a sender', () => {
  it('that dies before it sends is replaced: the event waits in the table', async () => {
    const { api, receiver } = await open()
    const dead = async (): Promise<void> => undefined
    const event = { id: 'evt_1', type: 'plan.completed' as const, data: {} }
    await emit(api.world, { campaign: 'alpha', event, ring: dead })
    expect(receiver.received).toHaveLength(0)
    api.clock.time += 121_000
    await arrived(receiver, 1)
  })

  it('hands each due delivery to one worker', async () => {
    const { api } = await open()
    const dead = async (): Promise<void> => undefined
    for (const id of ['evt_1', 'evt_2', 'evt_3']) {
      await emit(api.world, {
        campaign: 'alpha',
        event: { id, type: 'plan.completed', data: {} },
        ring: dead,
      })
    }
    const taken: string[] = []
    expect(await takeDue(api.world, async ({ eventId }) => void taken.push(eventId))).toBe(0)
    // Not the clock of the loop: only this call sees what is due.
    const later = { ...api.world, clock: { now: () => api.clock.time + 121_000 } }
    await takeDue(later, async ({ eventId }) => void taken.push(eventId))
    expect(await takeDue(later, async ({ eventId }) => void taken.push(eventId))).toBe(0)
    expect(taken.sort()).toEqual(['evt_1', 'evt_2', 'evt_3'])
  })
})
