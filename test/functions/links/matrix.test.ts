/**
 * Every route of the table × every link that there may be: what the page of the API lists as open to links is open on
 * the walk of the link, and nothing else is, to nobody.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { createApp } from '@doorwalk/functions/app'
import { type Row, routeTable } from '@doorwalk/functions/http/route-table'
import { type Campaign, campaignOf, openCampaign } from '../../support/scenes/campaign.ts'

let campaign: Campaign
let rows: Row[]
let plan: Plan
let own: string
let token: string
const wrong: Record<string, string> = {}

const nameOf = ({ method, path }: Row): string => `${method} ${path}`

/** `link` in the column of scopes. */
async function documented(): Promise<string[]> {
  const page = await readFile(join(import.meta.dirname, '../../../docs/api.md'), 'utf8')
  const lines = page.matchAll(/^\| `((?:GET|POST|PUT|DELETE) [^`]+)` +\| ([a-z ]+?) +\|/gm)
  return [...lines].flatMap(([, call = '', scopes = '']) =>
    scopes.split(' ').includes('link') ? [call] : [],
  )
}

/** Those of walks; an invitation is none. */
const ofWalks = async (): Promise<string[]> =>
  (await documented()).filter((call) => !call.includes('/v1/invitations/'))

const made = async (of: Campaign, walkId: string, body: object = {}) => {
  const answer = await of.send(`/v1/walks/${walkId}/links`, body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as { linkId: string; token: string }
}

beforeAll(async () => {
  campaign = await openCampaign()
  const { api } = campaign
  rows = routeTable(createApp(api.world)).filter(({ about }) => about?.scopes !== undefined)
  plan = await campaign.plan({ commit: true, volunteers: 2 })
  own = plan.walks[0]!.walkId
  token = (await made(campaign, own)).token
  const revoked = await made(campaign, own)
  await api.call(`/v1/walks/${own}/links/${revoked.linkId}`, { key: campaign.key, method: 'DELETE' })
  const neighbour = campaignOf(api, await api.key('neighbour', 'organiser'))
  // Of another campaign that holds targets of its own, there and as if it were of this one.
  const theirs = await made(neighbour, (await neighbour.plan({ commit: true })).walks[0]!.walkId)
  const [text, id, expiry, signature] = token.split('.') as [string, string, string, string]
  const last = signature.at(-1)!
  const other = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  Object.assign(wrong, {
    revoked: revoked.token,
    foreign: theirs.token,
    'foreign, said to be of this campaign': theirs.token.replace('dwl_neighbour', 'dwl_alpha'),
    'of a campaign that is not': token.replace('dwl_alpha', 'dwl_nobody'),
    'with another expiry': [text, id, (Number.parseInt(expiry, 36) + 1).toString(36), signature].join('.'),
    'with another id': [
      text,
      (await made(campaign, plan.walks[1]!.walkId)).token.split('.')[1],
      expiry,
      signature,
    ].join('.'),
    'with its first sign changed': [
      text,
      id,
      expiry,
      (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1),
    ].join('.'),
    // The last sign of 128 bits in base64 has four bits that say nothing.
    'with bits to spare': [text, id, expiry, signature.slice(0, -1) + other[other.indexOf(last) ^ 1]!].join(
      '.',
    ),
    'cut short': token.slice(0, -1),
    'without signature': [text, id, expiry, ''].join('.'),
    'of a signature of nothing': [text, id, expiry, 'A'.repeat(22)].join('.'),
  })
})
afterAll(() => campaign.api.close())

const BODIES: Record<string, object> = {
  'POST /v1/walks/{walkId}/extend': { minutes: 90 },
  'POST /v1/walks/{walkId}/handover': { walker: 'somebody' },
  'POST /v1/walks/{walkId}/shorten': { minutes: 45 },
  'POST /v1/walks/{walkId}/links': {},
}

const visitOf = (walk: number, id: string) => ({
  visits: [
    { id, target: plan.walks[walk]!.stops[0]!.targets[0]!.id, at: '2026-03-14T14:05:00+01:00', knocked: 3 },
  ],
})

function bodyOf(name: string, walkId: string): object | undefined {
  if (name === 'POST /v1/visits') return visitOf(0, `visit-${walkId}`)
  const target = plan.walks[0]!.stops[0]!.targets[0]!.id
  return name === 'POST /v1/walks/{walkId}/corrections' ? { target, kind: 'lift' } : BODIES[name]
}

async function call(row: Row, key: string, walkId: string): Promise<Response> {
  const path = row.path
    .replace('{walkId}', walkId)
    .replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x')
  const body = bodyOf(nameOf(row), walkId)
  return campaign.api.call(path, { key, method: row.method, ...(body && { body }) })
}
const ids: Record<string, string> = { campaign: 'alpha', name: 'quarter', shift: '1' }

const code = async (answer: Response): Promise<string | undefined> =>
  answer.status < 400 ? undefined : ((await answer.json()) as { code: string }).code

describe('a link', () => {
  it('is good for what the page of the API lists, and no route else says that it is', async () => {
    const declared = rows.filter(({ about }) => about?.link !== undefined).map(nameOf)
    expect(declared.sort()).toEqual((await documented()).sort())
    expect(await ofWalks()).toHaveLength(11)
    expect(rows.length).toBeGreaterThan(60)
  })

  it('does nothing on a route that is not listed, with its own walk or another', async () => {
    const listed = await ofWalks()
    for (const row of rows.filter((each) => !listed.includes(nameOf(each)))) {
      ids['planId'] = plan.id
      for (const { walkId } of plan.walks)
        expect(await code(await call(row, token, walkId)), `${nameOf(row)} of ${walkId}`).toBe('link.scope')
    }
  })

  it('does nothing on another walk', async () => {
    const listed = await ofWalks()
    const [, other] = plan.walks
    for (const row of rows.filter(
      (each) => listed.includes(nameOf(each)) && each.path.includes('{walkId}'),
    )) {
      for (const walkId of [other!.walkId, `${own}0`, own.slice(0, -1), 'x', `${other!.walkId}.gpx`])
        expect(await code(await call(row, token, walkId)), `${nameOf(row)} of ${walkId}`).toBe('link.scope')
    }
    const told = await campaign.api.call('/v1/visits', {
      key: token,
      method: 'POST',
      body: visitOf(1, 'visit-0001'),
    })
    expect(await told.json()).toMatchObject({ accepted: [], refused: [{ reason: 'unknown_target' }] })
    const state = await campaign.get<{ state: string }>(`/v1/walks/${other!.walkId}/state`)
    expect(state.state).toBe('leased')
  })

  it('opens nothing once it is wrong in any way', async () => {
    for (const [what, key] of Object.entries(wrong)) {
      for (const row of rows) {
        const answer = await call(row, key, own)
        const told = await code(answer)
        const isTheirs = what === 'foreign'
        // A good link of another campaign is let in there, to what it opens there: this walk is not.
        if (isTheirs && row.about?.link === 'visits') continue
        const expected = isTheirs ? 'link.scope' : what === 'revoked' ? 'link.ended' : 'link.unknown'
        expect(told, `${nameOf(row)}: ${what}`).toBe(expected)
      }
    }
    const theirs = { key: wrong['foreign']!, method: 'POST', body: visitOf(0, 'visit-0002') }
    expect(await (await campaign.api.call('/v1/visits', theirs)).json()).toMatchObject({ accepted: [] })
    const opened = await campaign.api.call('/v1/link', { key: wrong['foreign']! })
    expect(((await opened.json()) as { walkId: string }).walkId).not.toBe(own)
    const state = await campaign.get<{ state: string }>(`/v1/walks/${own}/state`)
    expect(state.state).toBe('leased')
  })

  it('does all that is listed on its own walk, the end of it last', async () => {
    const listed = await ofWalks()
    const mine = rows.filter((each) => listed.includes(nameOf(each)))
    const isEnd = (row: Row): number => (row.path.endsWith('/finish') ? 1 : 0)
    for (const row of mine.sort((a, b) => isEnd(a) - isEnd(b)))
      expect((await call(row, token, own)).status, nameOf(row)).toBeLessThan(300)
  })

  it('that has ended does nothing but report', async () => {
    campaign.api.clock.time += 48 * 3_600_000
    for (const row of rows) {
      const answer = await call(row, token, own)
      if (row.about?.link === 'visits') expect(answer.status).toBe(200)
      else if (row.about?.link === 'walk') expect(await code(answer), nameOf(row)).toBe('link.ended')
      else expect(await code(answer), nameOf(row)).toBe('link.scope')
    }
  })
})
