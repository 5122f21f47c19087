/** One phone in a loop is told to wait; other phones, those who come by an invitation, and the organisers are not. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Campaign, CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'

/** What a campaign may send here, and a phone: docs/links.md. */
const OF_CAMPAIGN = 200
const OF_PHONE = 120

let campaign: Campaign
beforeAll(async () => void (campaign = await openCampaign({ requestsPerMinute: OF_CAMPAIGN })))
afterAll(() => campaign.api.close())

async function statuses(count: number, ask: () => Promise<Response>): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (let asked = 0; asked < count; asked++) {
    const { status } = await ask()
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

it('gives each link a limit of its own', async () => {
  const { walks } = await campaign.plan({ commit: true, volunteers: 2 })
  const tokens: string[] = []
  for (const { walkId } of walks) {
    const made = await campaign.send(`/v1/walks/${walkId}/links`, {})
    tokens.push(((await made.json()) as { token: string }).token)
  }
  const ask = (index: number) =>
    campaign.api.call(`/v1/walks/${walks[index]!.walkId}/state`, { key: tokens[index]! })
  expect(await statuses(OF_CAMPAIGN + 50, () => ask(0))).toEqual({ 200: OF_PHONE, 429: 130 })
  const refused = await ask(0)
  expect(refused.headers.get('RateLimit-Policy')).toBe(`"link";q=${OF_PHONE};w=60`)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({
    code: 'rate.exceeded',
    detail: expect.stringContaining('for this link') as string,
  })
  expect((await ask(1)).status).toBe(200)
  expect((await campaign.send('/v1/plans?limit=1', undefined, { method: 'GET' })).status).toBe(200)
  campaign.api.clock.time += 60_000
  expect((await ask(0)).status).toBe(200)
})

it('tells those who come by one invitation apart', async () => {
  const made = await campaign.send('/v1/invitations', {
    ...{ region: REGION, label: 'corner', start: CENTRE, minutes: 60, most: 2 },
    until: new Date(campaign.api.clock.time + 3_600_000).toISOString(),
  })
  const { id, token } = (await made.json()) as { id: string; token: string }
  const come = (coming: string) =>
    campaign.api.call(`/v1/invitations/${id}/walks`, {
      ...{ key: token, method: 'POST', headers: { 'Idempotency-Key': coming }, body: { minutes: 45 } },
    })
  const loop = await statuses(OF_CAMPAIGN + 50, () => come('the-phone-in-a-loop'))
  expect(loop).toEqual({ 201: OF_PHONE, 429: 130 })
  expect((await come('the-other-phone')).status).toBe(201)
  const shown = await campaign.api.call(`/v1/invitations/${id}`, { key: token })
  expect(shown.status).toBe(200)
  let number = 100
  // All of them together have what a campaign has.
  const all = await statuses(OF_CAMPAIGN, () => come(`phone-${number++}`))
  expect(all[429]).toBeGreaterThan(100)
  expect((await campaign.send('/v1/plans?limit=1', undefined, { method: 'GET' })).status).toBe(200)
})
