/** QR codes of printed walks: each opens its walk, whoever may hand it out, and none where nobody knows the address. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { qrSvg } from '@doorwalk/core/paper/qr'
import type { Plan } from '@doorwalk/core/walk/answer'
import { noteErasure } from '@doorwalk/functions/campaigns/erasure'
import { secretOf } from '@doorwalk/functions/links/secret'
import { signTicket } from '@doorwalk/functions/links/token'
import { type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'
import { until } from '../../support/until.ts'

const BASE = 'https://walks.example.org'
let campaign: Campaign
let plan: Plan

beforeEach(async () => {
  campaign = await openCampaign({ baseUrl: BASE })
  plan = await campaign.plan({ commit: true })
})
afterEach(() => campaign.api.close())

interface Listed {
  linkId: string
  expiresAt: string
}
const links = async (walkId: string): Promise<Listed[]> =>
  (await campaign.get<{ links: Listed[] }>(`/v1/walks/${walkId}/links`)).links
const print = async (path: string, key = campaign.key): Promise<string> => {
  const answer = await campaign.api.call(path, { key })
  expect(answer.status).toBe(200)
  return answer.text()
}
const codes = (html: string): string[] =>
  [...html.matchAll(/<svg class="qr"[^>]*>.*?<path d="([^"]+)"/gs)].map(([, path = '']) => path)
/** What the code of an address looks like. */
const drawn = (url: string): string => /<path d="([^"]+)"/.exec(qrSvg(url, { size: 21, label: '' }))![1] ?? ''

/** Of the one link that the walk has. */
async function tokenOf(walkId: string): Promise<string> {
  const [link, ...more] = await links(walkId)
  expect(more).toEqual([])
  const ticket = { kind: 'link', campaign: 'alpha', id: link!.linkId } as const
  const secret = await secretOf(campaign.api.world, 'alpha')
  return signTicket({ ...ticket, expiresAt: Date.parse(link!.expiresAt) }, secret)
}

describe('a printed walk', () => {
  it('carries the address of a link that opens it and no other', async () => {
    const pages = codes(await print(`/v1/plans/${plan.id}.html`))
    expect(pages).toHaveLength(3)
    for (const [index, { walkId }] of plan.walks.entries()) {
      const token = await tokenOf(walkId)
      expect(pages[index]).toBe(drawn(`${BASE}/w/#${token}`))
      expect((await campaign.api.call(`/v1/walks/${walkId}`, { key: token })).status).toBe(200)
      const other = plan.walks[(index + 1) % 3]!.walkId
      expect((await campaign.api.call(`/v1/walks/${other}`, { key: token })).status).toBe(403)
    }
  })

  it('has the same code when it is printed again, alone or with its plan', async () => {
    const { walkId } = plan.walks[1]!
    const first = await print(`/v1/plans/${plan.id}.html`)
    expect(await print(`/v1/plans/${plan.id}.html`)).toBe(first)
    expect(codes(await print(`/v1/walks/${walkId}.html`))).toEqual([codes(first)[1]])
  })

  it('has another code once its link was revoked, or has ended', async () => {
    const { walkId } = plan.walks[0]!
    const path = `/v1/walks/${walkId}.html`
    const [first] = codes(await print(path))
    const token = await tokenOf(walkId)
    const [{ linkId } = { linkId: '' }] = await links(walkId)
    const at = `/v1/walks/${walkId}/links/${linkId}`
    expect((await campaign.api.call(at, { key: campaign.key, method: 'DELETE' })).status).toBe(204)
    const [second] = codes(await print(path))
    expect(second).not.toBe(first)
    expect((await campaign.api.call(`/v1/walks/${walkId}`, { key: token })).status).toBe(401)
    campaign.api.clock.time += 40 * 3_600_000
    expect(codes(await print(path))).not.toEqual([second])
  })

  it('is printed without a code by who may only read, by a volunteer, and where the address is not known', async () => {
    const { walkId } = plan.walks[0]!
    const reader = await campaign.api.key('alpha', 'read')
    expect(codes(await print(`/v1/plans/${plan.id}.html`, reader))).toEqual([])
    expect(
      codes(await print(`/v1/walks/${walkId}.html`, await campaign.api.key('alpha', 'reporter'))),
    ).toEqual([])
    expect(await links(walkId)).toEqual([])
    const made = await campaign.send(`/v1/walks/${walkId}/links`, {})
    const { token } = (await made.json()) as { token: string }
    expect(codes(await print(`/v1/walks/${walkId}.html`, token))).toEqual([])
    campaign.api.world.config.baseUrl = undefined
    expect(codes(await print(`/v1/plans/${plan.id}.html`))).toEqual([])
    expect(codes(await print(`/v1/walks/${walkId}.html`))).toEqual([])
  })

  it('of a weekend carries one in the pack', async () => {
    const shifts = [{ startAt: '2026-03-14T16:00:00+01:00', minutes: 60 }]
    const weekend = { region: REGION, shifts, volunteers: 2, iterations: 50 }
    const made = await campaign.send('/v1/batches', weekend)
    const { id } = (await made.json()) as { id: string }
    await until(async () => (await campaign.get<{ status: string }>(`/v1/batches/${id}`)).status === 'done')
    const answer = await campaign.api.call(`/v1/batches/${id}/pack`, { key: campaign.key })
    const pages = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))
      .filter(([name]) => name.endsWith('.html'))
      .map(([, bytes]) => strFromU8(bytes))
    const drafts = pages.flatMap(codes)
    expect(drafts).toHaveLength(2)
    expect(new Set(drafts).size).toBe(2)
  })

  it('leaves its token in no log, no item and no blob', async () => {
    await print(`/v1/plans/${plan.id}.html`)
    const token = await tokenOf(plan.walks[0]!.walkId)
    const stored = JSON.stringify([await campaign.api.scan(), campaign.api.lines])
    expect(stored).not.toContain(token.split('.').at(-1))
    const files = await readdir(campaign.api.blobFolder, { recursive: true, withFileTypes: true })
    for (const file of files.filter((each) => each.isFile())) {
      const bytes = await readFile(join(file.parentPath, file.name))
      expect(bytes.includes('dwl_'), file.name).toBe(false)
    }
  })

  it('of a campaign that is being erased leaves no link', async () => {
    const erasure = { id: 'era_1', state: 'running' as const }
    await noteErasure(campaign.api.world, { campaign: 'alpha', erasure })
    const answer = await campaign.api.call(`/v1/plans/${plan.id}.html`, { key: campaign.key })
    expect(answer.status).toBe(410)
    expect((await campaign.api.scan()).filter(({ sk }) => /^(LINK|PAPERLINK)/.test(sk))).toEqual([])
  })
})
