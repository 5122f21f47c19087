/**
 * The clock of the machine was a year ahead and is set right: nothing waits for the wrong time to come again, nobody
 * loses what he holds, and nothing that is stored for later is gone.
 */
import { expect, it, describe, onTestFinished } from 'vitest'
import { sweepCampaigns } from '@doorwalk/functions/retention/sweep'
import { attemptDelivery } from '@doorwalk/functions/webhooks/deliveries'
import { emit } from '@doorwalk/functions/webhooks/events'
import { believedTime } from '@doorwalk/functions/retention/believed-time'
import { CENTRE, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'
import { arrived, openScene, sendTest } from '../../support/scenes/webhook-scene.ts'
import type { TestApi, TestSettings } from '../../support/servers/api.ts'
import { openReceiver, status } from '../../support/servers/receiver.ts'
import { until } from '../../support/until.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

async function open(settings: TestSettings = {}) {
  const campaign = await openCampaign(settings)
  onTestFinished(() => campaign.api.close())
  return campaign
}

describe('a webhook', () => {
  it('is sent that was to be tried again in a year', async () => {
    const scene = await openScene()
    const { api, receiver, attempt } = scene
    receiver.answer = status(500)
    api.clock.time += YEAR
    const id = await sendTest(scene)
    expect((await attempt(id)).state).toBe('pending')
    receiver.answer = status(204)
    api.clock.time -= YEAR
    expect(await until(async () => (await scene.deliveries())[0]?.state === 'delivered')).toBe(true)
    const [item] = (await api.scan()).filter(({ sk }) => sk.startsWith('DELIVERY#'))
    expect(item!.expiresAt).toBeLessThan((api.clock.time + 31 * DAY) / 1000)
  })

  it('is sent whose sender died while the clock was ahead', async () => {
    const { api, receiver, hook } = await openScene()
    const dead = { ...api.world, ringDelivery: async () => undefined }
    const ref = { campaign: 'alpha', webhookId: hook.id, eventId: 'evt_1' }
    api.clock.time += YEAR
    await emit(dead, { campaign: 'alpha', event: { id: ref.eventId, type: 'plan.completed', data: {} } })
    const send = () => Promise.reject(new Error('killed'))
    const dying = { storage: api.world, log: () => undefined, send }
    await expect(attemptDelivery(dying, ref)).rejects.toThrow('killed')
    api.clock.time -= YEAR
    await arrived(receiver, 1)
  })

  it('outlives a year ahead, and a sweep in it', async () => {
    const scene = await openScene()
    const { api, receiver } = scene
    receiver.answer = status(500)
    const id = await sendTest(scene)
    await scene.attempt(id)
    await believedTime(api.world)
    api.clock.time += YEAR
    await scene.attempt(id)
    await api.world.store.sweep(api.clock.time)
    api.clock.time -= YEAR
    receiver.answer = status(204)
    await until(async () => (await scene.deliveries())[0]?.state === 'delivered')
  })

  it('is switched off when it fails from now on, though it failed in a year first', async () => {
    const scene = await openScene()
    const { api, receiver, hook } = scene
    receiver.answer = status(500)
    api.clock.time += YEAR
    await scene.attempt(await sendTest(scene))
    api.clock.time -= YEAR
    await scene.attempt(await sendTest(scene))
    const read = await api.call(`/v1/webhooks/${hook.id}`, { key: scene.key })
    const { failingSince } = (await read.json()) as { failingSince: string }
    expect(Date.parse(failingSince)).toBeLessThanOrEqual(api.clock.time)
  })

  it('is not signed for a year with a secret that was replaced', async () => {
    const scene = await openScene()
    const { api, receiver, hook } = scene
    api.clock.time += YEAR
    await scene.post(`/v1/webhooks/${hook.id}/rotate`)
    api.clock.time -= YEAR
    await sendTest(scene)
    const [received] = await arrived(receiver, 1)
    expect(String(received!.headers['webhook-signature']).split(' ')).toHaveLength(1)
  })
})

describe('a walk', () => {
  it('that was leased in a year is held as long as it was given, and then free', async () => {
    const { api, plan } = await open()
    api.clock.time += YEAR
    const far = await plan({ commit: true })
    api.clock.time -= YEAR
    const next = await plan()
    expect(next.summary.leftOut['leased']).toBe(handedOut(far.walks).length)
    api.clock.time += 2 * HOUR - MINUTE
    expect((await plan()).summary.leftOut['leased']).toBe(handedOut(far.walks).length)
    api.clock.time += 2 * MINUTE
    const free = await plan({ commit: true })
    expect(free.summary.leftOut['leased'] ?? 0).toBe(0)
  })

  it('that was prolonged in a year goes on for so long, and can be prolonged again', async () => {
    const { api, plan, send } = await open()
    const { walks } = await plan({ commit: true, volunteers: 1 })
    const path = `/v1/walks/${walks[0]!.walkId}/extend`
    api.clock.time += YEAR
    expect((await send(path, { minutes: 30 })).status).toBe(200)
    api.clock.time -= YEAR
    const answer = await send(path, { minutes: 30 })
    const { until: end } = (await answer.json()) as { until: string }
    expect(Date.parse(end) - api.clock.time).toBeLessThanOrEqual(3 * HOUR)
  })

  it('that was planned for a later day is held until then, though it was committed in a year', async () => {
    const { api, plan } = await open()
    const startAt = new Date(api.clock.time + 3 * DAY).toISOString()
    api.clock.time += YEAR
    const later = await plan({ commit: true, startAt })
    api.clock.time -= YEAR
    expect((await plan()).summary.leftOut['leased']).toBe(handedOut(later.walks).length)
    api.clock.time += 2 * DAY
    expect((await plan()).summary.leftOut['leased']).toBe(handedOut(later.walks).length)
  })
})

it('doors that were visited in a year are due by the rules, not in a year', async () => {
  const { api, plan, send } = await open()
  const before = await plan({ volunteers: 1 })
  api.clock.time += YEAR
  const at = new Date(api.clock.time).toISOString()
  const visits = before.walks
    .flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
    .map(({ id, doors }, index) => ({ id: `visit-${index}-000`, target: id, at, knocked: doors, opened: 1 }))
  expect((await send('/v1/visits', { region: REGION, visits })).status).toBe(200)
  api.clock.time -= YEAR
  // The same as if nobody knew when it was: the delay has passed, what was opened is done.
  const again = await plan({ volunteers: 12, minutes: 240 })
  expect(again.summary.leftOut['visited'] ?? 0).toBe(0)
  expect(served(again.walks)).toEqual(expect.arrayContaining(served(before.walks)))
})

describe('what is deleted for good', () => {
  it('is deleted as of the time before a jump, until the clock has stood by it for a day', async () => {
    const { api } = await open()
    const { world, clock, lines } = api
    const right = clock.time
    const ask = async (time: number): Promise<number> => {
      clock.time = time
      return believedTime(world)
    }
    expect(await ask(right)).toBe(right)
    expect(await ask(right + 60 * HOUR)).toBe(right + 60 * HOUR)
    const last = right + 60 * HOUR
    expect(await ask(last + YEAR)).toBe(last)
    expect(lines.filter(({ event }) => event === 'clock.jumped')).toHaveLength(1)
    // A little back and forth, as clocks are corrected, changes nothing; a few hours do not, either.
    expect(await ask(last + YEAR + 20)).toBe(last)
    expect(await ask(last + YEAR + 10)).toBe(last)
    expect(await ask(last + YEAR + 23 * HOUR)).toBe(last)
    // Set half right it is in doubt again; set right it is believed at once.
    expect(await ask(last + YEAR / 2)).toBe(last)
    expect(await ask(last + 2 * HOUR)).toBe(last + 2 * HOUR)
    expect(await ask(last - YEAR)).toBe(last - YEAR)
    expect(await ask(last)).toBe(last - YEAR)
    expect(await ask(last + DAY)).toBe(last + DAY)
    expect(lines.filter(({ event }) => event === 'clock.jumped')).toHaveLength(3)
  })

  it('is nothing of a campaign whose ballots are not over, nor a key, nor what a request was answered', async () => {
    const { api, key, plan, get, send } = await open()
    const { world, clock } = api
    await api.call('/v1/campaigns/alpha', { key, method: 'PUT', body: { ballots: ['2026-03-29'] } })
    const made = await plan({ commit: true })
    const wish = { campaign: 'alpha', scopes: ['read'], label: 'a month', expiresAt: '2026-04-14T00:00:00Z' }
    const { key: other } = (await (await send('/v1/keys', wish)).json()) as { key: string }
    const named = { headers: { 'Idempotency-Key': 'a-plan' } }
    const area = { label: 'A', region: REGION, area: { cells: [made.walks[0]!.stops[0]!.block] } }
    const { id } = (await (await send('/v1/areas', area, named)).json()) as { id: string }
    const sweep = async (): Promise<void> => {
      const time = await believedTime(world)
      await world.store.sweep(time)
      await sweepCampaigns({ ...world, clock: { now: () => time } })
    }
    await sweep()
    clock.time += YEAR
    await sweep()
    expect((await api.call('/v1/plans', { key })).status).toBe(410)
    clock.time += 12 * HOUR
    await sweep()
    clock.time -= YEAR + 12 * HOUR
    await sweep()
    expect(await get(`/v1/plans/${made.id}`)).toMatchObject({ id: made.id })
    expect((await api.call('/v1/areas', { key: other })).status).toBe(200)
    expect(await (await send('/v1/areas', area, named)).json()).toMatchObject({ id })
  })
})

/** Fields that hold a time, by kind of item, in which something lies more than a month ahead. */
async function farAhead(api: TestApi): Promise<string[]> {
  const far = api.clock.time + 31 * DAY
  const fields = new Set<string>()
  const look = (value: unknown, name: string): void => {
    if (typeof value === 'object' && value !== null) {
      const isList = Array.isArray(value)
      for (const [key, each] of Object.entries(value))
        look(each, isList ? name : `${name}.${key.startsWith('osm:') ? 'TARGET' : key}`)
      return
    }
    const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value
    if (typeof time === 'number' && time > far && time < far + 10 * YEAR) fields.add(name)
  }
  for (const { pk, sk, data, expiresAt } of await api.scan()) {
    const kind = pk.startsWith('C#') ? sk.replace(/#.*/, '') : pk.replace(/#.*/, '')
    look(data, kind)
    if (expiresAt !== undefined) look(expiresAt * 1000, `${kind} expiresAt`)
  }
  return [...fields].sort()
}

/** What waits for them holds them against the longest there is: `isAhead`, `redated`, `isPending`, `isRipe`. */
const BOUNDED = [
  'BLOCK.ledger.targets.TARGET.attempts.at',
  'BLOCK.ledger.targets.TARGET.small.at',
  'COMMIT.until',
  'DELIVERY.busyUntil',
  'DELIVERY.nextAt',
  'HOOK.failingSince',
  'HOOK.oldSecretUntil',
  'IDEMPOTENCY.until',
  'QUEUE.at',
  'QUEUE.until',
  'WALK.saidAt',
  'WALK.until',
]
/** Nobody waits for them: they tell when something was, or how long it is kept. */
const TELLING = [
  'A expiresAt',
  'A.at',
  'AREA.createdAt',
  'DELIVERY.attempts.at',
  'DELIVERY.createdAt',
  'HOOK.createdAt',
  'IDEMPOTENCY expiresAt',
  'PLAN.createdAt',
  'PLAN.startAt',
  'WALK.startedAt',
]

it('the times that are stored ahead are those that are bounded, and those that only tell', async () => {
  const receiver = await openReceiver()
  onTestFinished(() => receiver.kill())
  const { api, key, plan, send } = await open({ webhookAllow: [receiver.origin] })
  const named = { headers: { 'Idempotency-Key': 'one' } }
  api.clock.time += YEAR
  receiver.answer = status(500)
  const hook = (await (await send('/v1/webhooks', { url: receiver.origin, label: 'a' })).json()) as {
    id: string
  }
  await send(`/v1/webhooks/${hook.id}/rotate`)
  const made = await plan({ commit: true })
  const [walk] = made.walks
  const target = walk!.stops[0]!.targets[0]!
  await send(`/v1/walks/${walk!.walkId}/start`)
  const at = new Date(api.clock.time).toISOString()
  await send('/v1/visits', {
    region: REGION,
    visits: [{ id: 'visit-0001', target: target.id, at, knocked: 1 }],
  })
  await send('/v1/areas', { label: 'A', region: REGION, area: { cells: [walk!.stops[0]!.block] } }, named)
  await send(
    '/v1/walks',
    { region: REGION, start: CENTRE, minutes: 30 },
    { headers: { 'Idempotency-Key': '2' } },
  )
  await send(
    '/v1/plans',
    { region: REGION, volunteers: 1, minutes: 60 },
    { headers: { Prefer: 'respond-async' } },
  )
  await api.call('/v1/campaigns/alpha', { key, method: 'PUT', body: { ballots: ['2027-05-01'] } })
  await until(async () =>
    (await api.scan()).some(({ sk, data }) => sk.startsWith('DELIVERY#') && data['tries'] === 1),
  )
  api.clock.time -= YEAR
  expect([...BOUNDED, ...TELLING]).toEqual(expect.arrayContaining(await farAhead(api)))
  const [first] = (await plan({ commit: true, startAt: new Date(api.clock.time).toISOString() })).walks
  api.clock.time += YEAR
  await send(`/v1/walks/${first!.walkId}/start`)
  api.clock.time -= YEAR
  for (const { walkId, walker } of [walk!, first!]) {
    const planId = walkId.replace(/^wlk_(.*)_\d+$/, 'pln_$1')
    const roll = { present: [walker], keep: 'least', startAt: new Date(api.clock.time).toISOString() }
    const replanned = await send(`/v1/plans/${planId}/replan`, roll)
    expect(replanned.status, await replanned.text()).toBe(201)
    expect((await send(`/v1/walks/${walkId}/finish`)).status).toBe(200)
  }
})
