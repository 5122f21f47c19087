/** Every call of the API with the ids of another campaign: they do not exist. Generated from the OpenAPI document. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SCOPES } from '@doorwalk/functions/http/admission'
import type { Campaign } from '../../support/scenes/campaign.ts'
import { CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'
import { IS_LONG } from '../../support/length.ts'

/** Allowed for webhooks, and nobody listens there. */
const NOBODY = 'http://127.0.0.1:9'

let campaign: Campaign
let stranger: string
const ids: Record<string, string> = { campaign: 'alpha', shift: '1' }

const id = async (answer: Response, field: string): Promise<string> => {
  expect(answer.status, await answer.clone().text()).toBe(201)
  return String(((await answer.json()) as Record<string, unknown>)[field])
}

beforeAll(async () => {
  campaign = await openCampaign({ webhookAllow: [NOBODY] })
  stranger = await campaign.api.key('beta', 'organiser', 'reporter')
  const plan = await campaign.plan({ commit: true })
  ids['planId'] = plan.id
  ids['walkId'] = plan.walks[0]!.walkId
  const area = { label: 'A', region: REGION, area: { cells: [plan.walks[0]!.stops[0]!.block] } }
  ids['areaId'] = await id(await campaign.send('/v1/areas', area), 'id')
  ids['keyId'] = await id(await campaign.send('/v1/keys', { scopes: ['read'], label: 'k' }), 'keyId')
  ids['linkId'] = await id(await campaign.send(`/v1/walks/${ids['walkId']}/links`, {}), 'linkId')
  const offer = { region: REGION, start: CENTRE, most: 1, until: '2026-03-14T20:00:00+01:00' }
  ids['invitationId'] = await id(await campaign.send('/v1/invitations', offer), 'id')
  const nobody = { url: NOBODY, label: 'nobody' }
  ids['webhookId'] = await id(await campaign.send('/v1/webhooks', nobody), 'id')
  const tested = await campaign.send(`/v1/webhooks/${ids['webhookId']}/test`)
  ids['eventId'] = String(((await tested.json()) as { eventId: string }).eventId)
  ids['sourceId'] = await id(await campaign.send('/v1/inbound/sources', { label: 'somebody' }), 'id')
  const shifts = [{ startAt: '2026-03-14T15:00:00+01:00', minutes: 30 }]
  const weekend = { region: REGION, shifts, volunteers: 1, iterations: 10 }
  const batch = await campaign.send('/v1/batches', weekend)
  ids['batchId'] = String(((await batch.json()) as { id: string }).id)
  const holdout = { region: REGION, unit: 'block', share: 0.3 }
  ids['holdoutId'] = await id(await campaign.send('/v1/holdouts', holdout), 'id')
  const list = { region: REGION, kind: 'targets' }
  ids['importId'] = await id(await campaign.send('/v1/imports', list), 'id')
})
afterAll(() => campaign.api.close())

it('no id of one campaign exists for another, in any call', async () => {
  const document = (await (await campaign.api.call('/openapi.json')).json()) as {
    paths: Record<string, object>
  }
  const bodies: Record<string, object> = {
    'post /v1/walks/{walkId}/extend': { minutes: 30 },
    'post /v1/walks/{walkId}/shorten': { minutes: 30 },
    'post /v1/walks/{walkId}/handover': { walker: 'v' },
    'post /v1/walks/{walkId}/links': {},
    'post /v1/walks/{walkId}/corrections': { target: 'x', kind: 'lift' },
    'post /v1/invitations/{invitationId}/walks': {},
    'post /v1/plans/{planId}/replan': {},
    'post /v1/plans/{planId}/edits': { undo: 1 },
    'post /v1/plans/{planId}/wishes': {},
    'post /v1/plans/{planId}/suggest': { for: 'latecomer', minutes: 30 },
    'post /v1/holdouts/{holdoutId}/evaluation': { results: [{ precinct: '1', share: 1 }] },
    'put /v1/campaigns/{campaign}': {},
    'post /v1/inbound/sources/{sourceId}/rotate': {},
  }
  let tried = 0
  for (const [path, calls] of Object.entries(document.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    if (names.length === 0 || !names.every((name) => name in ids)) continue
    for (const method of Object.keys(calls)) {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')
      const body = bodies[`${method} ${path}`]
      const call = { method: method.toUpperCase(), ...(body ? { body } : {}) }
      const answer = await campaign.api.call(filled, { key: stranger, ...call })
      expect(answer.status, `${method} ${path}: ${await answer.clone().text()}`).toBe(404)
      tried++
    }
  }
  expect(tried).toBeGreaterThan(28)
})

it('no key of another campaign reaches anything by these ids, whatever its scopes', async () => {
  const document = (await (await campaign.api.call('/openapi.json')).json()) as {
    paths: Record<string, object>
  }
  const all = Array.from({ length: 2 ** SCOPES.length - 1 }, (_, index) =>
    SCOPES.filter((__, bit) => ((index + 1) >> bit) & 1),
  )
  // Short: each alone, and all together.
  const subsets = all.filter(({ length }) => IS_LONG || length === 1 || length === SCOPES.length)
  const keys = await Promise.all(subsets.map((scopes) => campaign.api.key('gamma', ...scopes)))
  let tried = 0
  for (const [path, calls] of Object.entries(document.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    if (!names.some((name) => name in ids)) continue
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'unknown')
    for (const method of Object.keys(calls)) {
      for (const [index, key] of keys.entries()) {
        const { status } = await campaign.api.call(filled, { key, method: method.toUpperCase() })
        expect([400, 403, 404, 415], `${method} ${path} with ${subsets[index]?.join(' ')}`).toContain(status)
        tried++
      }
    }
  }
  expect(tried).toBeGreaterThan(17 * subsets.length)
  expect((await campaign.send(`/v1/walks/${ids['walkId']}/start`)).status).toBe(200)
})

it('a visit at a walk of another campaign is refused, and lists show only what is one’s own', async () => {
  const visits = [
    { id: 'visit-0001', target: 'osm:w1', at: '2026-03-14T14:00:00+01:00', knocked: 1, walk: ids['walkId'] },
  ]
  const answer = await campaign.send('/v1/visits', { visits }, { key: stranger })
  expect(await answer.json()).toMatchObject({ accepted: [], refused: [{ reason: 'unknown_walk' }] })
  for (const path of [
    '/v1/plans',
    '/v1/areas',
    '/v1/holdouts',
    '/v1/webhooks',
    '/v1/inbound/sources',
    '/v1/batches',
  ]) {
    const list = (await (await campaign.api.call(path, { key: stranger })).json()) as Record<string, unknown>
    expect(Object.values(list).filter(Array.isArray), path).toEqual([[]])
  }
})
