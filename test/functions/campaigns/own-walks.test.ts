/** Keys that only report: they change the walks that were made with them, unless they were made for all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import { type Row, routeTable } from '@doorwalk/functions/http/route-table'
import { LISTED_KEY, apiKeyKey } from '@doorwalk/functions/store/keys'
import { type Campaign, CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'

let campaign: Campaign
let changing: Row[]
let planned: string
beforeAll(async () => {
  campaign = await openCampaign()
  const rows = routeTable(createApp(campaign.api.world))
  changing = rows.filter(({ about }) => about?.changesWalk === true)
  planned = (await campaign.plan({ commit: true, volunteers: 1, minutes: 30 })).walks[0]!.walkId
})
afterAll(() => campaign.api.close())

interface Made {
  keyId: string
  key: string
  walks: string
}
const makeKey = async (body: object = {}): Promise<Made> => {
  const answer = await campaign.send('/v1/keys', { scopes: ['reporter'], label: 'phones', ...body })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Made
}
const walkNow = async (key: string): Promise<string> => {
  const answer = await campaign.send('/v1/walks', { region: REGION, start: CENTRE, minutes: 45 }, { key })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return ((await answer.json()) as { walkId: string }).walkId
}

const BODIES: Record<string, object> = {
  extend: { minutes: 90 },
  handover: { walker: 'v' },
  shorten: { minutes: 40 },
  links: {},
}
const isEnd = ({ path }: Row): number => ['finish', 'release'].findIndex((end) => path.endsWith(end)) + 1

/** Every call that changes a walk, those that end it last. */
async function codes(key: string, walkId: string): Promise<string[]> {
  const told: string[] = []
  for (const { method, path } of changing.toSorted((a, b) => isEnd(a) - isEnd(b))) {
    const body = method === 'POST' ? BODIES[path.split('/').at(-1)!] : undefined
    const filled = path.replace('{walkId}', walkId).replace('{linkId}', 'lnk_none')
    const answer = await campaign.api.call(filled, { key, method, ...(body && { body }) })
    const { code = '' } = answer.status === 204 ? {} : ((await answer.json()) as { code?: string })
    told.push(answer.ok ? 'done' : code)
  }
  return told
}

/** Nothing that a link is revoked of: there is none of this id. */
const ALL = ['done', 'done', 'done', 'done', 'done', 'done', 'done', 'done', 'link.unknown']

describe('a key of the scope reporter', () => {
  it('changes what every call changes, of walks that were made with it', async () => {
    const { key, walks } = await makeKey()
    expect(walks).toBe('own')
    expect((await codes(key, await walkNow(key))).sort()).toEqual(ALL)
  })

  it('changes no walk of another key, of a plan, or of nobody', async () => {
    const [one, other] = [await makeKey(), await makeKey({ scopes: ['reporter', 'read'] })]
    const theirs = await walkNow(one.key)
    for (const walkId of [theirs, planned, 'wlk_none'])
      for (const code of await codes(other.key, walkId)) expect(code, walkId).toBe('walk.not_yours')
    const { state } = await campaign.get<{ state: string }>(`/v1/walks/${theirs}/state`)
    expect(state).toBe('leased')
    expect((await campaign.api.call(`/v1/walks/${theirs}`, { key: other.key })).status).toBe(200)
  })

  it('reports of any walk: what happened at a door is a fact', async () => {
    const { key } = await makeKey()
    const walk = await campaign.get<{ stops: { targets: { id: string }[] }[] }>(`/v1/walks/${planned}`)
    const visit = { target: walk.stops[0]!.targets[0]!.id, walk: planned, at: '2026-03-14T14:01:00+01:00' }
    const visits = [{ id: 'phone-0001', knocked: 2, ...visit }]
    const answer = await campaign.send('/v1/visits', { visits }, { key })
    expect(await answer.json()).toMatchObject({ accepted: ['phone-0001'] })
  })

  it('made for all changes all, as one does that was made before there was a choice', async () => {
    const { key, walks } = await makeKey({ walks: 'all' })
    expect(walks).toBe('all')
    expect((await codes(key, await walkNow(campaign.key))).sort()).toEqual(ALL)
    const old = await makeKey()
    const { store } = campaign.api.world
    const listed = (await store.get(LISTED_KEY.key('alpha', old.keyId)))!
    const item = (await store.get(apiKeyKey(String(listed.data['hash']))))!
    const { walks: _walks, ...before } = item.data
    await store.replace({ ...item, data: before }, item.version)
    expect((await codes(old.key, await walkNow(campaign.key))).sort()).toEqual(ALL)
  })

  it('is the only one that says which', async () => {
    const refused = await campaign.send('/v1/keys', {
      scopes: ['reporter', 'service'],
      label: 'x',
      walks: 'own',
    })
    expect(await refused.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/walks' }] })
    const { key } = await makeKey({ scopes: ['reporter', 'service'] })
    expect((await codes(key, await walkNow(campaign.key))).sort()).toEqual(ALL)
  })
})

it('every call that changes the walk of its path says so', () => {
  const rows = routeTable(createApp(campaign.api.world))
  const others = rows.filter(
    ({ method, path, about }) => method !== 'GET' && path.includes('{walkId}') && !about?.changesWalk,
  )
  // Both tell of doors and buildings, and leave the walk as it is.
  expect(others.map(({ path }) => path)).toEqual([
    '/v1/walks/{walkId}/paper',
    '/v1/walks/{walkId}/corrections',
  ])
})
