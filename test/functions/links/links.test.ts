/** Links of volunteers: what they open, how they end, and that their tokens are told to nobody but who asked. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type Campaign, openCampaign } from '../../support/scenes/campaign.ts'

let campaign: Campaign
let plan: Plan
let walkId: string

beforeEach(async () => {
  campaign = await openCampaign({ baseUrl: 'https://walks.example.org' })
  plan = await campaign.plan({ commit: true })
  walkId = plan.walks[0]!.walkId
})
afterEach(() => campaign.api.close())

const HOUR = 3_600_000
interface Made {
  linkId: string
  url: string
  token: string
  expiresAt: string
  usedOn: string | null
}

async function make(body: object = {}, of = walkId): Promise<Made> {
  const answer = await campaign.send(`/v1/walks/${of}/links`, body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Made
}
const by = (token: string, path: string, body?: unknown) =>
  campaign.api.call(path, { key: token, ...(body !== undefined && { method: 'POST', body }) })
const code = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code
const list = async (): Promise<Made[]> =>
  (await campaign.get<{ links: Made[] }>(`/v1/walks/${walkId}/links`)).links

describe('a link', () => {
  it('opens its walk from the first step to the last', async () => {
    const { url, token } = await make()
    expect(url).toBe(`https://walks.example.org/w/#${token}`)
    const at = `/v1/walks/${walkId}`
    const walk = (await (await by(token, at)).json()) as { walkId: string }
    expect(walk.walkId).toBe(walkId)
    for (const form of ['json', 'gpx', 'geojson', 'csv', 'html'])
      expect((await by(token, `${at}.${form}`)).status, form).toBe(200)
    for (const part of ['/state', '/pack']) expect((await by(token, at + part)).status, part).toBe(200)
    expect((await by(token, `${at}/start`, {})).status).toBe(200)
    const target = plan.walks[0]!.stops[0]!.targets[0]!
    const visits = [{ id: 'phone-0001', target: target.id, at: '2026-03-14T14:05:00+01:00', knocked: 3 }]
    expect(await (await by(token, '/v1/visits', { visits })).json()).toMatchObject({
      accepted: ['phone-0001'],
    })
    expect((await by(token, `${at}/extend`, { minutes: 120 })).status).toBe(200)
    expect((await by(token, `${at}/handover`, { walker: 'other' })).status).toBe(200)
    expect((await by(token, `${at}/shorten`, { minutes: 40 })).status).toBe(200)
    expect((await by(token, `${at}/finish`, {})).status).toBe(200)
  })

  it('of a draft opens it, and begins it once the plan is leased', async () => {
    const draft = await campaign.plan({ volunteers: 1 })
    const id = draft.walks[0]!.walkId
    const { token } = await make({}, id)
    expect(await code(await by(token, `/v1/walks/${id}/start`, {}))).toBe('walk.not_leased')
    expect((await campaign.send(`/v1/plans/${draft.id}/commit`)).status).toBe(200)
    expect((await by(token, `/v1/walks/${id}/start`, {})).status).toBe(200)
  })

  it('lasts a day longer than the lease, and no longer than the last ballot', async () => {
    const { until } = await campaign.get<{ until: string }>(`/v1/walks/${walkId}/state`)
    expect(Date.parse((await make()).expiresAt)).toBe(Date.parse(until) + 24 * HOUR)
    const settings = { ballots: ['2026-03-14'], silenceHours: 0 }
    await campaign.send('/v1/campaigns/alpha', settings, { method: 'PUT' })
    expect((await make()).expiresAt).toBe('2026-03-14T23:00:00.000Z')
    const late = await campaign.send(`/v1/walks/${walkId}/links`, { expiresAt: '2026-03-15T01:00:00+01:00' })
    expect(await late.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/expiresAt' }] })
    const over = await campaign.send(`/v1/walks/${walkId}/links`, { expiresAt: '2026-03-13T00:00:00+01:00' })
    expect(over.status).toBe(400)
  })

  it('that has ended opens nothing, and may still report until the ballot', async () => {
    const { token } = await make({ expiresAt: '2026-03-14T16:00:00+01:00' })
    campaign.api.clock.time = Date.parse('2026-03-14T16:00:00+01:00')
    expect(await code(await by(token, `/v1/walks/${walkId}`))).toBe('link.ended')
    const [first, second, third] = plan.walks[0]!.stops.flatMap(({ targets }) => targets)
    const report = async (id: string, target: string) =>
      by(token, '/v1/visits', { visits: [{ id, target, at: '2026-03-14T15:05:00+01:00', knocked: 3 }] })
    expect(await (await report('late-0001', first!.id)).json()).toMatchObject({ accepted: ['late-0001'] })
    campaign.api.clock.time += 29 * 24 * HOUR
    expect((await report('late-0002', second!.id)).status).toBe(200)
    campaign.api.clock.time += 2 * 24 * HOUR
    expect(await code(await report('late-0003', third!.id))).toBe('link.ended')
  })

  it('reports what its own walk has or had, and nothing of others', async () => {
    const { token } = await make()
    const [own, other] = plan.walks
    const visit = (id: string, target: string, walk?: string) => ({
      ...{ id, target, at: '2026-03-14T14:05:00+01:00', knocked: 3 },
      ...(walk !== undefined && { walk }),
    })
    const last = own!.stops.at(-1)!.targets[0]!.id
    expect((await by(token, `/v1/walks/${walkId}/shorten`, { minutes: 15 })).status).toBe(200)
    const visits = [
      visit('own-00001', own!.stops[0]!.targets[0]!.id, walkId),
      visit('given-back', last),
      visit('reserve-1', own!.reserves[0]!.id),
      visit('strange-1', other!.stops[0]!.targets[0]!.id),
      visit('strange-2', other!.stops[0]!.targets[0]!.id, other!.walkId),
      visit('strange-3', own!.stops[0]!.targets[0]!.id, other!.walkId),
    ]
    const told = (await (await by(token, '/v1/visits', { visits })).json()) as {
      accepted: string[]
      refused: { id: string; reason: string }[]
    }
    expect(told.accepted.sort()).toEqual(['given-back', 'own-00001', 'reserve-1'])
    expect(told.refused.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
      'strange-1 unknown_target',
      'strange-2 unknown_walk',
      'strange-3 unknown_walk',
    ])
    const named = await by(token, '/v1/visits', { region: 'quarter', visits: visits.slice(0, 1) })
    expect(await named.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/region' }] })
  })

  it('says who had the walk when it was made, whoever has it by now', async () => {
    const { token } = await make()
    await campaign.send(`/v1/walks/${walkId}/handover`, { walker: 'other' })
    const told = async (of: string) => (await (await by(of, '/v1/link')).json()) as { walker: string }
    expect((await told(token)).walker).toBe(plan.walks[0]!.walker)
    expect((await told((await make()).token)).walker).toBe('other')
  })

  it.each([
    ['handed out', true],
    ['a draft', false],
  ])('of a plan that was %s and removed says so, and still reports what was noted', async (_, commit) => {
    const { walks, id: planId } = commit ? plan : await campaign.plan({ volunteers: 2 })
    const [own, other] = walks.map((walk) => walk.walkId) as [string, string]
    const { token } = await make({}, own)
    const removed = await campaign.api.call(`/v1/plans/${planId}`, { key: campaign.key, method: 'DELETE' })
    expect(removed.status).toBe(204)
    expect(await code(await by(token, `/v1/walks/${own}/pack`))).toBe('walk.unknown')
    expect(await code(await by(token, `/v1/walks/${own}/start`, {}))).toBe('walk.unknown')
    const visit = (id: string, target: string) => ({
      ...{ id, target, at: '2026-03-14T14:05:00+01:00', knocked: 3, walk: own },
    })
    const [first] = walks[0]!.stops.flatMap(({ targets }) => targets)
    const strange = walks[1]!.stops[0]!.targets[0]!
    const visits = [
      visit('gone-0001', first!.id),
      visit('gone-0002', walks[0]!.reserves[0]!.id),
      visit('gone-0003', strange.id),
      { ...visit('gone-0004', strange.id), walk: other },
    ]
    expect(await (await by(token, '/v1/visits', { visits })).json()).toMatchObject({
      accepted: ['gone-0001', 'gone-0002'],
      refused: [{ reason: 'unknown_target' }, { reason: 'unknown_walk' }],
    })
  })

  it('keeps a plan from being removed whose walk somebody is on, where that was asked for', async () => {
    const remove = (query: string) =>
      campaign.api.call(`/v1/plans/${plan.id}${query}`, { key: campaign.key, method: 'DELETE' })
    const { token } = await make()
    await by(token, `/v1/walks/${walkId}/start`, {})
    const refused = await remove('?walking=refuse')
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      code: 'plan.walking',
      detail: expect.stringMatching(/^1 team is on its way/) as string,
    })
    expect((await by(token, `/v1/walks/${walkId}/pack`)).status).toBe(200)
    expect((await remove('?walking=perhaps')).status).toBe(400)
    await by(token, `/v1/walks/${walkId}/finish`, {})
    expect((await remove('?walking=refuse')).status).toBe(204)
  })

  it('is revoked at once, by its id or by a new one', async () => {
    const [first, second] = [await make(), await make()]
    const at = `/v1/walks/${walkId}/links`
    const revoke = (id: string) => campaign.api.call(`${at}/${id}`, { key: campaign.key, method: 'DELETE' })
    expect((await revoke(first.linkId)).status).toBe(204)
    expect(await code(await revoke(first.linkId))).toBe('link.unknown')
    expect(await code(await by(first.token, `/v1/walks/${walkId}`))).toBe('link.ended')
    expect((await by(second.token, `/v1/walks/${walkId}`)).status).toBe(200)
    const third = await make({ replaces: true })
    expect(await code(await by(second.token, `/v1/walks/${walkId}`))).toBe('link.ended')
    expect((await list()).map(({ linkId }) => linkId)).toEqual([third.linkId])
    const other = await make({}, plan.walks[1]!.walkId)
    expect(await code(await revoke(other.linkId))).toBe('link.unknown')
    expect((await by(other.token, `/v1/walks/${plan.walks[1]!.walkId}`)).status).toBe(200)
  })

  it('is listed with the last day of its use, and without its token', async () => {
    const { linkId, token } = await make()
    expect(await list()).toMatchObject([{ linkId, usedOn: null }])
    await by(token, `/v1/walks/${walkId}/state`)
    campaign.api.clock.time += 24 * HOUR
    await by(token, `/v1/walks/${walkId}/state`)
    const [listed] = await list()
    expect(listed).toMatchObject({ linkId, usedOn: '2026-03-15' })
    expect(Object.keys(listed!).sort()).toEqual([
      ...['createdAt', 'expiresAt', 'linkId', 'usedOn', 'walkId', 'walker'],
    ])
  })

  it('is one of twenty at most', async () => {
    for (let count = 0; count < 20; count++) await make()
    const refused = await campaign.send(`/v1/walks/${walkId}/links`, {})
    expect(await code(refused)).toBe('link.too_many')
    await make({ replaces: true })
    expect(await list()).toHaveLength(1)
  })

  it('meets no request of others, whatever it names its own', async () => {
    const { token } = await make()
    const headers = { 'Idempotency-Key': 'saturday' }
    const at = `/v1/walks/${walkId}/extend`
    expect((await campaign.send(at, { minutes: 90 }, { headers })).status).toBe(200)
    const answer = await campaign.api.call(at, {
      key: token,
      method: 'POST',
      body: { minutes: 100 },
      headers,
    })
    expect([answer.status, answer.headers.get('Idempotency-Replayed')]).toEqual([200, null])
  })

  it('goes with the last ballot, and with the campaign', async () => {
    const { token } = await make()
    expect((await campaign.api.scan()).filter(({ sk }) => sk.startsWith('LINK'))).toHaveLength(3)
    expect((await campaign.send('/v1/campaigns/alpha', undefined, { method: 'DELETE' })).status).toBe(204)
    expect((await campaign.api.scan()).filter(({ sk }) => sk.startsWith('LINK'))).toEqual([])
    expect(await code(await by(token, `/v1/walks/${walkId}`))).toBe('link.unknown')
  })
})

describe('a token', () => {
  it('is nowhere but in the answer that told it', async () => {
    const hook = { url: 'http://127.0.0.1:9/hook', label: 'hook' }
    campaign.api.world.config.webhookAllow = ['http://127.0.0.1:9']
    expect((await campaign.send('/v1/webhooks', hook)).status).toBe(201)
    const { token, linkId } = await make()
    const headers = { 'Idempotency-Key': 'started', Referer: 'https://walks.example.org/w/' }
    const started = await campaign.api.call(`/v1/walks/${walkId}/start`, {
      key: token,
      method: 'POST',
      headers,
    })
    expect(started.status).toBe(200)
    await by(token, `/v1/walks/${walkId}/shorten`, { minutes: 30 })
    await by(token, `/v1/walks/${walkId}/finish`, {})
    await by(token, '/v1/plans')
    const secrets = [token, token.split('.').at(-1)!]
    const stored = JSON.stringify(await campaign.api.scan())
    const logged = JSON.stringify(campaign.api.lines)
    expect(stored).toContain('walk.started')
    for (const secret of secrets) {
      expect(stored).not.toContain(secret)
      expect(logged).not.toContain(secret)
    }
    // Nor does anything lead from a line of the log, or of the list of accesses, to a walk.
    expect(logged).not.toContain(linkId)
    const accesses = JSON.stringify(await campaign.get('/v1/campaigns/alpha/accesses?limit=100'))
    expect(accesses).toContain('"key":"link"')
    expect(accesses).not.toContain(linkId)
  })

  it('is taken from the Authorization header only', async () => {
    const { token } = await make()
    for (const path of [`/v1/walks/${walkId}?token=${token}`, `/v1/walks/${walkId}?access_token=${token}`])
      expect(await code(await campaign.api.call(path))).toBe('key.missing')
    const headers = { Cookie: `token=${token}` }
    expect(await code(await campaign.api.call(`/v1/walks/${walkId}`, { headers }))).toBe('key.missing')
    const answer = await by(token, `/v1/walks/${walkId}`)
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
  })
})
