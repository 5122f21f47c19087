/**
 * Receivers that fail, hang, answer without end, go away and come back: each event arrives, or is parked where all can
 * see it.
 */
import { describe, expect, it } from 'vitest'
import { MAX_TRIES } from '@doorwalk/functions/webhooks/deliveries'
import { emit } from '@doorwalk/functions/webhooks/events'
import { makeSend } from '@doorwalk/functions/webhooks/send'
import { status } from '../../support/servers/receiver.ts'
import { until } from '../../support/until.ts'
import { HOUR, arrived, openScene, sendTest, verify } from '../../support/scenes/webhook-scene.ts'

describe('a receiver', () => {
  it('that fails twice gets the same event a third time', async () => {
    const scene = await openScene()
    const { receiver, attempt } = scene
    receiver.answer = status(500)
    const id = await sendTest(scene)
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
    const scene = await openScene()
    scene.receiver.answer = status(503, { 'Retry-After': '600' })
    await sendTest(scene)
    const delivery = await until(async () =>
      (await scene.deliveries()).find((each) => each.attempts.length === 1),
    )
    expect(Date.parse(delivery.nextAt ?? '') - scene.api.clock.time).toBe(600_000)
  })

  it('that closes early, is killed and restarted gets everything', async () => {
    const scene = await openScene()
    const { receiver, attempt } = scene
    receiver.answer = (response) => void response.socket?.destroy()
    const id = await sendTest(scene)
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
    const { receiver } = await openScene()
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
    const { receiver } = await openScene()
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
    const scene = await openScene()
    const { receiver, post, api, key, hook } = scene
    const other = await post('/v1/webhooks', {
      url: `${receiver.origin}/other`,
      label: 'chat',
      events: ['webhook.disabled'],
    })
    receiver.answer = status(410)
    await sendTest(scene)
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
    // Nothing goes there, and nobody is told that it does.
    const [parked] = await scene.deliveries()
    for (const call of ['test', `deliveries/${parked!.eventId}/replay`]) {
      const path = `/v1/webhooks/${hook.id}/${call}`
      const answer = await scene.api.call(path, { key: scene.key, method: 'POST' })
      expect(await answer.json()).toMatchObject({ status: 409, code: 'webhook.disabled' })
    }
    expect(await scene.deliveries()).toMatchObject([{ state: 'parked' }])
    await emit(api.world, {
      campaign: 'alpha',
      event: { id: 'evt_9', type: 'plan.completed', data: {} },
    })
    expect(await scene.deliveries()).toHaveLength(1)
  })

  it('that never answers well sees every attempt, then the event is parked; enabled, it is replayed with its id', async () => {
    const scene = await openScene()
    const { receiver, attempt, post, hook, api } = scene
    receiver.answer = status(302, { Location: 'http://127.0.0.1/' })
    const id = await sendTest(scene)
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
    await until(async () => (await scene.deliveries())[0]?.state === 'delivered')
  })
})
