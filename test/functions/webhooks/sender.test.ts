/** A sender that dies, or is not alone: no event is lost, and each waits in the table until somebody has sent it. */
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { attemptDelivery } from '@doorwalk/functions/webhooks/deliveries'
import { deliver, emit, takeDue } from '@doorwalk/functions/webhooks/events'
import { makeSend } from '@doorwalk/functions/webhooks/send'
import { rounds } from '../../support/length.ts'
import { status } from '../../support/servers/receiver.ts'
import { until } from '../../support/until.ts'
import { HOUR, arrived, openScene } from '../../support/scenes/webhook-scene.ts'

describe('a sender', () => {
  it('that dies before it sends is replaced: the event waits in the table', async () => {
    const { api, receiver } = await openScene()
    const dead = { ...api.world, ringDelivery: async () => undefined }
    const event = { id: 'evt_1', type: 'plan.completed' as const, data: {} }
    await emit(dead, { campaign: 'alpha', event })
    expect(receiver.received).toHaveLength(0)
    api.clock.time += 121_000
    await arrived(receiver, 1)
  })

  it('hands each due delivery to one worker', async () => {
    const { api } = await openScene()
    const dead = { ...api.world, ringDelivery: async () => undefined }
    for (const id of ['evt_1', 'evt_2', 'evt_3']) {
      await emit(dead, {
        campaign: 'alpha',
        event: { id, type: 'plan.completed', data: {} },
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

  it('that dies after it has sent and before it has noted that sends again, with the same id', async () => {
    const { api, receiver, hook, deliveries } = await openScene()
    const dead = { ...api.world, ringDelivery: async () => undefined }
    const ref = { campaign: 'alpha', webhookId: hook.id, eventId: 'evt_1' }
    await emit(dead, {
      campaign: 'alpha',
      event: { id: 'evt_1', type: 'plan.completed', data: {} },
    })
    const dying = {
      storage: api.world,
      log: () => undefined,
      send: async (message: Parameters<ReturnType<typeof makeSend>>[0]) => {
        await makeSend({ allow: [receiver.origin] })(message)
        throw new Error('killed')
      },
    }
    await expect(attemptDelivery(dying, ref)).rejects.toThrow('killed')
    expect((await deliveries())[0]).toMatchObject({ state: 'pending', attempts: [] })
    api.clock.time += 121_000
    const received = await arrived(receiver, 2)
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(['evt_1', 'evt_1'])
  })

  it('loses nothing through a storm: every event arrives or is parked, signed well every time', async () => {
    const EVENTS = rounds({ short: 10, long: 24 })
    // The sender that dies is the one below: nobody else looks for what came due.
    const { api, receiver, hook, deliveries, post } = await openScene({
      webhookPollMilliseconds: HOUR,
    })
    const dead = { ...api.world, ringDelivery: async () => undefined }
    for (let index = 0; index < EVENTS; index++) {
      const event = { id: `evt_${index}`, type: 'plan.completed' as const, data: { index } }
      await emit(dead, { campaign: 'alpha', event })
    }
    const hang = (): void => undefined
    // Every second answer is good; the others go through all ways of failing in turn.
    const failures = [
      status(500),
      status(429, { 'Retry-After': '30' }),
      status(302, { Location: 'http://127.0.0.1:9/' }),
      status(404),
      (response: Parameters<typeof receiver.answer>[0]) => void response.socket?.destroy(),
      hang,
      (response: Parameters<typeof receiver.answer>[0]) => {
        response.writeHead(200, { 'Content-Length': '100' })
        response.write('half an answer')
        response.socket?.destroy()
      },
    ]
    let asked = 0
    const nextAnswer = () => (asked++ % 2 === 0 ? failures[(asked >> 1) % failures.length]! : status(200))
    const answers = new Map<string | undefined, typeof receiver.answer>()
    receiver.answer = (response) => answers.get(receiver.received.at(-1)!.headers['webhook-id'])!(response)
    const send = makeSend({ allow: [receiver.origin] })
    const sendInVain = makeSend({ allow: [receiver.origin], milliseconds: 100 })
    let killed = 0
    const deliverer = {
      storage: api.world,
      log: () => undefined,
      ring: dead.ringDelivery,
      // Every fifth attempt the sender dies once it has sent.
      send: async (message: Parameters<typeof send>[0]) => {
        const answer = nextAnswer()
        answers.set(message.headers['webhook-id'], answer)
        const sent = await (answer === hang ? sendInVain : send)(message)
        if (++killed % 5 === 0) throw new Error('killed')
        return sent
      },
    }
    for (let round = 0; round < 30; round++) {
      api.clock.time += round < 4 ? 130_000 * (round + 1) : 12 * HOUR
      if (round === 2) await receiver.kill()
      if (round === 3) await receiver.restart()
      const taken: Promise<void>[] = []
      await takeDue(api.world, async (ref) => {
        taken.push(deliver(deliverer, ref).catch(() => undefined))
      })
      await Promise.all(taken)
      if ((await deliveries()).every(({ state }) => state !== 'pending')) break
    }
    const all = await deliveries()
    expect(all).toHaveLength(EVENTS)
    expect(all.filter(({ state }) => state === 'pending')).toEqual([])
    for (const { eventId, state, attempts } of all) {
      const got = receiver.received.filter(({ headers }) => headers['webhook-id'] === eventId)
      if (state === 'delivered') expect(got.length, eventId).toBeGreaterThan(0)
      else expect(attempts.length, eventId).toBeGreaterThan(0)
    }
    for (const { headers, body } of receiver.received) {
      // The clock runs ahead of the other library's, which would refuse to verify: its own signature must be the same.
      const at = new Date(Number(headers['webhook-timestamp']) * 1000)
      const { 'webhook-id': id = '', 'webhook-signature': signature } = headers
      expect(signature).toBe(new Webhook(hook.secret).sign(id, at, body))
    }
    // What was parked is sent again when somebody asks for it.
    receiver.answer = status(200)
    for (const { eventId, state } of all) {
      if (state === 'parked') await post(`/v1/webhooks/${hook.id}/deliveries/${eventId}/replay`)
    }
    const areDelivered = async () => (await deliveries()).every(({ state }) => state === 'delivered')
    await until(areDelivered, { pause: 100 })
  })
})
