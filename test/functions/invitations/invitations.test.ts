/** Invitations: one link for a meeting point, a walk for whoever comes by it, and no more of them than were offered. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Walk } from '@doorwalk/core/walk/answer'
import { createApp } from '@doorwalk/functions/app'
import { routeTable } from '@doorwalk/functions/http/route-table'
import { type Campaign, CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'

let campaign: Campaign
beforeEach(async () => {
  campaign = await openCampaign({ baseUrl: 'https://walks.example.org' })
})
afterEach(() => campaign.api.close())

interface Made {
  id: string
  url: string
  token: string
  state: string
  taken: number
}
interface Invited extends Walk {
  planId: string
  link: { linkId: string; url: string; token: string }
}

const OFFER = {
  ...{ region: REGION, start: CENTRE, minutes: 15, most: 40, label: 'Town hall' },
  until: '2026-03-14T20:00:00+01:00',
}
const ask = (over: object = {}) => campaign.send('/v1/invitations', { ...OFFER, ...over })
async function invite(over: object = {}): Promise<Made> {
  const answer = await ask(over)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Made
}
const come = ({ id, token }: Made, said: object = {}, headers: Record<string, string> = {}) =>
  campaign.api.call(`/v1/invitations/${id}/walks`, { key: token, method: 'POST', body: said, headers })
const invited = async (answer: Response): Promise<Invited> => {
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Invited
}
const problem = async (answer: Response) =>
  (await answer.json()) as { code: string; detail: string; errors: { pointer: string }[] }
const look = ({ id }: Made) => campaign.get<Made>(`/v1/invitations/${id}`)

describe('whoever comes by an invitation', () => {
  it('gets a leased walk as he wished, with a link that opens it', async () => {
    const invitation = await invite()
    expect(invitation.url).toBe(`https://walks.example.org/w/#${invitation.token}`)
    const offer = await campaign.api.call(`/v1/invitations/${invitation.id}`, { key: invitation.token })
    expect(await offer.json()).toMatchObject({ label: 'Town hall', most: 40, taken: 0, state: 'open' })
    const walk = await invited(await come(invitation, { minutes: 20, language: 'en' }))
    expect([walk.language, walk.budget <= 20 * 60]).toEqual(['en', true])
    expect(walk.link.url).toBe(`https://walks.example.org/w/#${walk.link.token}`)
    const at = `/v1/walks/${walk.walkId}`
    const begun = await campaign.api.call(`${at}/start`, { key: walk.link.token, method: 'POST' })
    expect(await begun.json()).toMatchObject({ state: 'started' })
    expect(await look(invitation)).toMatchObject({ taken: 1, state: 'open' })
  })

  it('is led up no stairs where he takes none: here are four storeys and no lift', async () => {
    const invitation = await invite()
    expect((await problem(await come(invitation, { avoidStairs: true }))).code).toBe('walk.none_left')
    expect((await come(invitation)).status).toBe(201)
  })

  it('says nothing else of himself', async () => {
    for (const said of [{ name: 'Ylva' }, { walker: 'ylva' }, { start: CENTRE }, { area: { cells: [] } }])
      expect((await problem(await come(await invite(), said))).code).toBe('request.invalid')
  })

  it('is refused clearly when all walks are given, and takes one that is left', async () => {
    const invitation = await invite({ most: 3 })
    const answers = await Promise.all(Array.from({ length: 5 }, () => come(invitation)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409])
    const refused = await problem(answers.find(({ status }) => status === 409)!)
    expect(refused).toMatchObject({ code: 'invitation.full' })
    expect(refused.detail).toMatch(/all 3 walks of this invitation are given; ask whoever invited you/)
    expect(await look(invitation)).toMatchObject({ taken: 3, state: 'full' })
  })

  it('leaves his place to the next where no walk is left', async () => {
    await campaign.plan({ volunteers: 12, minutes: 240, commit: true })
    const invitation = await invite()
    expect((await problem(await come(invitation))).code).toBe('walk.none_left')
    expect(await look(invitation)).toMatchObject({ taken: 0, state: 'open' })
  })

  it('who asks again under the same name gets the same walk and link, and comes once', async () => {
    const invitation = await invite({ most: 1 })
    const headers = { 'Idempotency-Key': 'phone-7' }
    const [first, again] = [await come(invitation, {}, headers), await come(invitation, {}, headers)]
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    const walk = await invited(first)
    expect(await again.json()).toEqual(walk)
    const stored = JSON.stringify(await campaign.api.scan())
    expect(stored).not.toContain(walk.link.token)
    expect(stored).not.toContain(invitation.token)
    const opened = await campaign.api.call(`/v1/walks/${walk.walkId}`, { key: walk.link.token })
    expect(opened.status).toBe(200)
  })

  it('comes in time, and before it is closed', async () => {
    const [late, closed] = [await invite(), await invite()]
    expect((await campaign.send(`/v1/invitations/${closed.id}/close`)).status).toBe(200)
    const refused = await problem(await come(closed))
    expect(refused).toMatchObject({ code: 'invitation.over' })
    expect(refused.detail).toContain('was closed')
    campaign.api.clock.time = Date.parse(OFFER.until)
    expect((await problem(await come(late))).detail).toContain('gave walks until 2026-03-14T20:00:00+01:00')
    expect(await look(late)).toMatchObject({ state: 'over' })
    expect(await look(closed)).toMatchObject({ state: 'closed' })
  })
})

it('gives forty of fifty who come at one moment a walk, and no target twice', async () => {
  await campaign.api.close()
  campaign = await openCampaign({ regionRoots: [join(import.meta.dirname, '../../../data')] })
  const place = { region: 'paris-9e-10e', start: [2.3475, 48.8791] }
  const invitation = await invite({ ...place, minutes: 20 })
  const answers = await Promise.all(Array.from({ length: 50 }, () => come(invitation)))
  const codes = await Promise.all(
    answers.map(async (answer) => (answer.status === 201 ? 'walk' : (await problem(answer.clone())).code)),
  )
  expect(codes.sort()).toEqual([
    ...Array<string>(10).fill('invitation.full'),
    ...Array<string>(40).fill('walk'),
  ])
  const walks = await Promise.all(answers.filter(({ ok }) => ok).map(invited))
  const targets = handedOut(walks)
  expect(new Set(targets).size).toBe(targets.length)
  expect(new Set(walks.map(({ link }) => link.token)).size).toBe(40)
})

describe('an invitation', () => {
  it('opens two calls, of itself, and nothing else', async () => {
    const [own, other] = [await invite(), await invite()]
    const { walkId } = (await campaign.plan({ commit: true })).walks[0]!
    const rows = routeTable(createApp(campaign.api.world)).filter(({ about }) => about?.scopes)
    const open = rows.filter(({ about }) => about?.link === 'invitation')
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/invitations/{invitationId}',
      'POST /v1/invitations/{invitationId}/walks',
    ])
    for (const row of rows) {
      for (const { id } of open.includes(row) ? [other] : [own, other]) {
        const path = row.path
          .replace('{invitationId}', id)
          .replace('{walkId}', walkId)
          .replace(/\{\w+\}/g, 'x')
        const answer = await campaign.api.call(path, { key: own.token, method: row.method })
        expect((await problem(answer)).code, `${row.method} ${path}`).toBe('link.scope')
      }
    }
    const changed = own.token.slice(0, -1) + (own.token.endsWith('A') ? 'B' : 'A')
    for (const token of [
      changed,
      own.token.replace('dwi_', 'dwl_'),
      own.token.replace('dwi_alpha', 'dwi_beta'),
    ])
      expect((await problem(await come({ ...own, token }))).code).toBe('link.unknown')
  })

  it('that is not there is told so', async () => {
    const { token } = await invite()
    for (const path of ['/v1/invitations/inv_none', '/v1/invitations/inv_none/walks']) {
      const init = path.endsWith('walks') ? { method: 'POST', body: {} } : {}
      const answer = await campaign.api.call(path, { key: campaign.key, ...init })
      expect((await problem(answer)).code).toBe('invitation.unknown')
      expect((await problem(await campaign.api.call(path, { key: token, ...init }))).code).toBe('link.scope')
    }
  })

  it('is listed without its token', async () => {
    const [first, second] = [await invite(), await invite({ most: 5 })]
    const page = await campaign.get<{ invitations: Made[]; next: string }>('/v1/invitations?limit=1')
    expect(page.invitations).toMatchObject([{ id: second.id, most: 5 }])
    expect(JSON.stringify(page)).not.toContain('dwi_')
    const rest = await campaign.get<{ invitations: Made[]; next: null }>(
      `/v1/invitations?cursor=${page.next}`,
    )
    expect(rest.invitations.map(({ id }) => id)).toEqual([first.id])
    expect(rest.next).toBeNull()
  })

  it.each([
    ['/until', { until: '2026-03-14T09:00:00+01:00' }],
    ['/until', { until: '2026-09-14T09:00:00+01:00' }],
    ['/most', { most: 0 }],
    ['/most', { most: 501 }],
    ['/start', { start: [0, 0] }],
    ['/area', { area: { cells: ['8a1fb46622dffff'] } }],
    ['/priority', { priority: { field: 'taux_abstention' } }],
    ['/area/id', { area: { id: 'area_none' } }],
  ])('with a wrong %s is refused before anybody stands there', async (pointer, over) => {
    const answer = await ask(over)
    expect([400, 404]).toContain(answer.status)
    const { errors, code } = await problem(answer)
    if (code !== 'area.unknown') expect(errors[0]?.pointer).toBe(pointer)
    expect((await campaign.get<{ invitations: Made[] }>('/v1/invitations')).invitations).toEqual([])
  })

  it('ends with the last ballot', async () => {
    const settings = { ballots: ['2026-03-14'], silenceHours: 0 }
    await campaign.send('/v1/campaigns/alpha', settings, { method: 'PUT' })
    expect((await problem(await ask({ until: '2026-03-15T12:00:00+01:00' }))).errors[0]?.pointer).toBe(
      '/until',
    )
  })
})
