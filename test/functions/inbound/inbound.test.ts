/**
 * Visits from other services: signed with a library of others, each taken once, nothing more than a state of few doors.
 */
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WalkTarget } from '@doorwalk/core/walk/answer'
import type { TestApi } from '../../support/servers/api.ts'
import { type Campaign, REGION, campaignOf, openCampaign } from '../../support/scenes/campaign.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let api: TestApi
let targets: WalkTarget[]
let count = 0
/** Another one for each test. */
let name: string
let campaign: Campaign
let source: { id: string; secret: string }
beforeAll(async () => {
  const first = await openCampaign()
  api = first.api
  const { walks } = await first.plan()
  targets = walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets))
})
afterAll(() => api.close())
beforeEach(async () => {
  // The other library compares with the time of the machine.
  api.clock.time = Date.now()
  name = `campaign-${++count}`
  campaign = campaignOf(api, await api.key(name, 'organiser'))
  source = await make({ label: 'phone bank' })
})

async function make(wish: object): Promise<{ id: string; secret: string }> {
  const answer = await campaign.send('/v1/inbound/sources', wish)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as { id: string; secret: string }
}

interface Message {
  id?: string
  body?: string
  secret?: string
  at?: number
  to?: string
  headers?: Record<string, string>
}

/** As a service would: signed by `standardwebhooks`, without any key. */
async function send({
  id = 'msg_1',
  body = bodyOf('visit-00001'),
  secret = source.secret,
  at = api.clock.time,
  to = source.id,
  headers = {},
}: Message = {}): Promise<{ status: number; json: Record<string, unknown>; headers: Headers }> {
  const when = new Date(at)
  const answer = await api.call(`/v1/inbound/visits?source=${to}`, {
    method: 'POST',
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, when, body),
      ...headers,
    },
  })
  const json = (await answer.json()) as Record<string, unknown>
  return { status: answer.status, json, headers: answer.headers }
}

function bodyOf(...ids: string[]): string {
  const at = new Date(api.clock.time).toISOString()
  const visits = ids.map((id, index) => ({ id, target: targets[index]!.id, at, knocked: 6, opened: 3 }))
  return JSON.stringify({ region: REGION, visits })
}

describe('a signed message', () => {
  it('reports visits of the campaign of its source', async () => {
    const { status, json } = await send({ body: bodyOf('visit-00001', 'visit-00002') })
    expect(status).toBe(200)
    expect(json).toMatchObject({ accepted: ['visit-00001', 'visit-00002'], refused: [] })
    const coverage = await campaign.get<{ total: { due: number; doors: number } }>(
      `/v1/coverage?region=${REGION}`,
    )
    expect(coverage.total.due).toBeLessThan(coverage.total.doors)
    const stranger = await api.key('beta', 'organiser')
    const theirs = await api.call(`/v1/coverage?region=${REGION}`, { key: stranger })
    expect(((await theirs.json()) as typeof coverage).total.due).toBe(coverage.total.doors)
  })

  it('is taken once: the same id brings the same answer, also by several at once', async () => {
    const body = bodyOf('visit-00001')
    const first = await send({ body })
    expect(first.json).toMatchObject({ accepted: ['visit-00001'] })
    // A retry is signed anew, with the time it is sent at.
    const again = await send({ body, at: api.clock.time + MINUTE })
    expect(again.json).toEqual(first.json)
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    // Under another id the visits are known by their own.
    expect((await send({ id: 'msg_2', body })).json).toMatchObject({ duplicate: ['visit-00001'] })
    const burst = bodyOf('visit-00003')
    const answers = await Promise.all([1, 2, 3, 4].map(() => send({ id: 'msg_3', body: burst })))
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    for (const { status, json } of answers) {
      if (status === 200) expect(json).toMatchObject({ accepted: ['visit-00003'] })
      else expect(json['code']).toBe('idempotency.in_progress')
    }
    expect((await send({ body: bodyOf('visit-00004') })).json['code']).toBe('idempotency.other_request')
  })

  it('of another source may have the same id', async () => {
    const other = await make({ label: 'paper' })
    const body = bodyOf('visit-00001')
    await send({ body })
    const second = await send({ body, to: other.id, secret: other.secret })
    expect(second.json).toMatchObject({ duplicate: ['visit-00001'] })
  })

  it('leaves no outcome of a small target behind, nor the message', async () => {
    const small = targets.find(({ doors }) => doors < 11)!
    const at = new Date(api.clock.time).toISOString()
    const visits = [{ id: 'visit-00001', target: small.id, at, knocked: 5, opened: 2, refused: 3 }]
    const { json } = await send({ body: JSON.stringify({ region: REGION, visits }) })
    expect(json).toEqual({ accepted: ['visit-00001'], duplicate: [], refused: [], flagged: [] })
    const { store } = api.world
    const blocks = await store.query({ pk: `C#${name}#BLOCKS#${REGION}`, prefix: '', limit: 10 })
    const [kept] = blocks.items.flatMap(({ data }) => {
      const { targets: records } = data['ledger'] as { targets: Record<string, object> }
      return records[small.id] ?? []
    })
    expect(Object.keys(kept!)).toEqual(['doors', 'small'])
    const home = await store.query({ pk: `C#${name}`, prefix: 'IDEMPOTENCY#', limit: 10 })
    expect(home.items).toHaveLength(1)
    expect(JSON.stringify(home.items)).not.toContain('knocked')
  })

  it('is told field by field what is wrong with it', async () => {
    const visits = [{ id: 'visit-00001', target: targets[0]!.id, name: 'Ada' }, { id: 'visit-00002' }]
    const { status, json } = await send({ body: JSON.stringify({ region: REGION, visits }) })
    expect(status).toBe(200)
    expect(json['refused']).toMatchObject([{ reason: 'invalid' }, { reason: 'invalid' }])
    const wrong = await send({ id: 'msg_2', body: JSON.stringify({ visit: [] }) })
    expect(wrong.json['code']).toBe('request.invalid')
  })
})

describe('refused is a message', () => {
  const code = async (message: Message): Promise<unknown> => {
    const { status, json } = await send(message)
    return `${status} ${String(json['code'])}`
  }
  const stranger = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

  it('that nobody signed, or somebody else', async () => {
    const body = bodyOf('visit-00001')
    const bare = await api.call(`/v1/inbound/visits?source=${source.id}`, { method: 'POST', body })
    expect(((await bare.json()) as { code: string }).code).toBe('signature.missing')
    expect(await code({ secret: stranger })).toBe('401 signature.wrong')
    expect(await code({ to: 'src_nobody' })).toBe('401 signature.wrong')
    expect(await code({ headers: { 'webhook-signature': 'v1,' } })).toBe('401 signature.wrong')
    expect(await code({ headers: { 'webhook-signature': 'v2,abc v1a,def' } })).toBe('401 signature.wrong')
    expect(await code({ headers: { 'webhook-id': 'msg_other' } })).toBe('401 signature.wrong')
    expect(await code({ headers: { 'webhook-timestamp': 'soon' } })).toBe('401 signature.wrong')
    const moved = String(Math.floor(api.clock.time / 1000) + 1)
    expect(await code({ headers: { 'webhook-timestamp': moved } })).toBe('401 signature.wrong')
    const signed = new Webhook(source.secret).sign('msg_1', new Date(api.clock.time), body)
    expect(
      await code({
        body: body.replace('"knocked":6', '"knocked":9'),
        headers: { 'webhook-signature': signed },
      }),
    ).toBe('401 signature.wrong')
  })

  it('that a key accompanies instead of a signature', async () => {
    const answer = await campaign.send(`/v1/inbound/visits?source=${source.id}`, { visits: [] })
    expect(answer.status).toBe(401)
  })

  it.each([
    ['older than five minutes', -5 * MINUTE - 1_000, 'signature.expired'],
    ['not: five minutes old', -5 * MINUTE + 1_000, undefined],
    ['not: from the next five minutes', 5 * MINUTE - 1_000, undefined],
    ['from later', 5 * MINUTE + 2_000, 'signature.expired'],
  ])('%s', async (_when, shift, expected) => {
    expect((await send({ at: api.clock.time + shift })).json['code']).toBe(expected)
  })
})

describe('a source', () => {
  it('replaces its secret: for a day both count, then the new one alone', async () => {
    const rotated = await campaign.send(`/v1/inbound/sources/${source.id}/rotate`)
    const { secret } = (await rotated.json()) as { secret: string }
    expect(secret).not.toBe(source.secret)
    expect((await send({ id: 'msg_old' })).status).toBe(200)
    expect((await send({ id: 'msg_new', secret })).status).toBe(200)
    const both = `v1,AAAA ${new Webhook(secret).sign('msg_both', new Date(api.clock.time), bodyOf('visit-00001'))}`
    expect((await send({ id: 'msg_both', headers: { 'webhook-signature': both } })).status).toBe(200)
    api.clock.time += 25 * HOUR
    expect((await send({ id: 'msg_late' })).json['code']).toBe('signature.wrong')
    expect((await send({ id: 'msg_later', secret })).status).toBe(200)
  })

  it('may bring a secret of its own', async () => {
    const secret = `whsec_${Buffer.alloc(24, 3).toString('base64')}`
    const own = await make({ label: 'CRM', secret })
    expect(own.secret).toBe(secret)
    expect((await send({ to: own.id, secret })).status).toBe(200)
    const short = await campaign.send('/v1/inbound/sources', { label: 'x', secret: 'whsec_c2hvcnQ=' })
    expect(short.status).toBe(400)
  })

  it('is listed without its secret, with the hour of its last message, in its campaign only', async () => {
    await send()
    const answer = await api.call('/v1/inbound/sources', { key: campaign.key })
    const text = await answer.text()
    expect(text).not.toContain('whsec_')
    const { sources } = JSON.parse(text) as { sources: { id: string; lastMessageAt: string }[] }
    expect(sources).toMatchObject([{ id: source.id }])
    expect(sources[0]!.lastMessageAt).toMatch(/:00:00\.000Z$/)
    const stranger = await api.key('beta', 'organiser')
    expect(await (await api.call('/v1/inbound/sources', { key: stranger })).json()).toEqual({
      sources: [],
    })
    const path = `/v1/inbound/sources/${source.id}`
    const removing = await api.call(path, { key: stranger, method: 'DELETE' })
    expect(((await removing.json()) as { code: string }).code).toBe('source.unknown')
    const reporter = await api.key(name, 'reporter', 'service')
    expect((await api.call('/v1/inbound/sources', { key: reporter })).status).toBe(403)
  })

  it('that is removed, or whose campaign is erased, is taken no more', async () => {
    const other = await make({ label: 'paper' })
    const path = `/v1/inbound/sources/${source.id}`
    expect((await campaign.send(path, undefined, { method: 'DELETE' })).status).toBe(204)
    expect((await send()).json['code']).toBe('signature.wrong')
    expect((await send({ to: other.id, secret: other.secret })).status).toBe(200)
    expect((await campaign.send(`/v1/campaigns/${name}`, undefined, { method: 'DELETE' })).status).toBe(204)
    expect((await send({ id: 'msg_2', to: other.id, secret: other.secret })).json['code']).toBe(
      'signature.wrong',
    )
    expect(await api.world.store.get({ pk: `SOURCE#${other.id}`, sk: 'SOURCE' })).toBeUndefined()
  })

  it('is one of twenty at most', async () => {
    for (let made = 1; made < 20; made++) await make({ label: `${made}` })
    const answer = await campaign.send('/v1/inbound/sources', { label: 'one more' })
    expect(((await answer.json()) as { code: string }).code).toBe('source.too_many')
  })
})
