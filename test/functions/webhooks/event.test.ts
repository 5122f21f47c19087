/**
 * What other services are told, by signed messages: each event once, only what they want, nothing about doors or
 * people.
 */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { emit } from '@doorwalk/functions/webhooks/events'
import { REGION, openCampaign } from '../../support/scenes/campaign.ts'
import { openReceiver } from '../../support/servers/receiver.ts'
import { until } from '../../support/until.ts'
import { HOUR, arrived, openScene, sendTest, verify } from '../../support/scenes/webhook-scene.ts'

describe('an event', () => {
  it('tells of a plan, signed so that another library accepts it', async () => {
    const { receiver, hook, post, deliveries } = await openScene()
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
      return all[0]?.state === 'delivered' && all
    })
    expect(delivery).toMatchObject({ type: 'plan.completed', attempts: [{ status: 204 }] })
    expect(() => verify({ ...received!, body: `${received!.body} ` }, hook.secret)).toThrow()
    expect(() => verify(received!, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow()
  })

  it('tells of a plan that failed as a job, but not of one whose caller was told', async () => {
    const { api, key, receiver, hook } = await openScene()
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
    const { api, receiver, deliveries } = await openScene()
    const event = { id: 'evt_1', type: 'plan.completed' as const, data: {} }
    for (let i = 0; i < 3; i++) await emit(api.world, { campaign: 'alpha', event })
    await emit(api.world, {
      campaign: 'beta',
      event: { ...event, id: 'evt_2' },
    })
    await arrived(receiver, 1)
    api.clock.time += HOUR
    await new Promise((done) => setTimeout(done, 300))
    expect(receiver.received).toHaveLength(1)
    expect(await deliveries()).toHaveLength(1)
  })

  it('carries two signatures while the secret is replaced', async () => {
    const scene = await openScene()
    const { post, hook, receiver, api } = scene
    const secret = String((await post(`/v1/webhooks/${hook.id}/rotate`))['secret'])
    expect(secret).not.toBe(hook.secret)
    await sendTest(scene)
    const [first] = await arrived(receiver, 1)
    verify(first!, hook.secret)
    verify(first!, secret)
    api.clock.time += 25 * HOUR
    await sendTest(scene)
    const received = await arrived(receiver, 2)
    const signatures = received[1]!.headers['webhook-signature'] ?? ''
    expect(signatures.split(' ')).toHaveLength(1)
  })
})

/** A campaign in a real quarter, whose events go to a receiver. */
async function openQuarter(events: string[]) {
  const receiver = await openReceiver()
  const campaign = await openCampaign({ webhookAllow: [receiver.origin] })
  onTestFinished(async () => {
    await campaign.api.close()
    await receiver.kill()
  })
  campaign.api.clock.time = Date.parse('2026-03-14T13:00:00Z')
  const wish = { url: `${receiver.origin}/hook`, label: 'crm', events }
  await campaign.send('/v1/webhooks', wish)
  const told = (count: number) =>
    until(async () => {
      const bodies = receiver.received.map(({ body }) => JSON.parse(body) as { type: string; data: object })
      return bodies.length >= count && bodies
    })
  /** Long enough for an event that should not have been sent. */
  const silence = () => new Promise((done) => setTimeout(done, 200))
  return { ...campaign, receiver, told, silence }
}

const targetsOf = ({ walks }: Pick<Plan, 'walks'>) =>
  walks.flatMap(({ stops }) =>
    stops.flatMap(({ block, targets }) => targets.map((each) => ({ ...each, block }))),
  )

describe('a walk', () => {
  it('tells when it is started and completed, once each, and not who walks', async () => {
    const { plan, send, told, receiver } = await openQuarter(['walk.started', 'walk.completed'])
    const volunteers = [{ id: 'volunteer-ylva', minutes: 60 }, { minutes: 60 }]
    const [walk, other] = (await plan({ commit: true, volunteers })).walks
    const path = `/v1/walks/${walk!.walkId}`
    for (let times = 0; times < 2; times++) await send(`${path}/start`)
    await told(1)
    for (let times = 0; times < 2; times++) await send(`${path}/finish`)
    await send(`/v1/walks/${other!.walkId}/release`)
    await send(`/v1/walks/${other!.walkId}/finish`)
    await told(2)
    await new Promise((done) => setTimeout(done, 200))
    expect((await told(2)).map(({ type }) => type)).toEqual(['walk.started', 'walk.completed'])
    const [started, completed] = await told(2)
    const held = walk!.stops.flatMap(({ targets }) => targets).length + walk!.reserves.length
    expect(started!.data).toEqual({
      walkId: walk!.walkId,
      planId: walk!.walkId.replace(/^wlk_(.*)_\d+$/, 'pln_$1'),
      href: path,
      startedAt: '2026-03-14T13:00:00.000Z',
      endedAt: null,
      targets: held,
    })
    expect(completed!.data).toMatchObject({ walkId: walk!.walkId, endedAt: '2026-03-14T13:00:00.000Z' })
    expect(JSON.stringify(receiver.received)).not.toContain('ylva')
  })
})

describe('a block', () => {
  it('tells when its last door is done, once, and again only for doors that were added', async () => {
    const { plan, send, told, silence, get } = await openQuarter(['block.completed'])
    const targets = targetsOf(await plan({ volunteers: 12, minutes: 240 }))
    const rows = await get<{ blocks: { block: string; targets: number; doors: number }[] }>(
      `/v1/coverage?region=${REGION}`,
    )
    const row = rows.blocks.find(
      ({ block, targets: many }) => targets.filter((each) => each.block === block).length === many,
    )!
    const mine = targets.filter(({ block }) => block === row.block)
    const visits = mine.map(({ id, doors }, index) => ({
      id: `visit-${index}-0001`,
      target: id,
      at: '2026-03-14T14:00:00+01:00',
      knocked: doors,
      opened: doors - 1,
      refused: 1,
    }))
    await send('/v1/visits', { region: REGION, visits: visits.slice(1) })
    await silence()
    expect(await told(0)).toEqual([])
    for (let times = 0; times < 2; times++) await send('/v1/visits', { region: REGION, visits })
    const [completed] = await told(1)
    const { block, targets: many, doors } = row
    expect(completed).toMatchObject({ type: 'block.completed' })
    expect(completed!.data).toEqual({ region: REGION, block, targets: many, doors })
    await silence()
    expect(await told(1)).toHaveLength(1)

    const { id, doors: known } = mine[0]!
    await send(`/v1/buildings?region=${REGION}`, { targets: [{ id, doors: known + 2 }] })
    const rest = { ...visits[0], id: 'visit-rest-0001', knocked: 2, opened: 2, refused: 0 }
    await send('/v1/visits', { region: REGION, visits: [rest] })
    expect((await told(2))[1]!.data).toEqual({ region: REGION, block, targets: many, doors: doors + 2 })
  })
})
