/** The end of a campaign: nothing of it is left, and nothing of another is touched. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Campaign } from '../../support/scenes/campaign.ts'
import { REGION, campaignOf, openCampaign } from '../../support/scenes/campaign.ts'

let mine: Campaign
let other: Campaign

const NAMES = ['alpha', 'beta']
/** Everything in the table and in Blobs that names a campaign. */
async function traces(name: string): Promise<string[]> {
  const { store, blobs } = mine.api.world
  const found: string[] = []
  for (const pk of [`C#${name}`, `C#${name}#TARGETS#${REGION}`, `C#${name}#BLOCKS#${REGION}`]) {
    const { items } = await store.query({ pk, prefix: '', limit: 1_000 })
    found.push(...items.map((item) => `${pk} ${item.sk}`))
  }
  return [...found, ...(await blobs.list(`campaigns/${name}/`))]
}

async function live(campaign: Campaign): Promise<void> {
  const { walks } = await campaign.plan({ volunteers: 2, commit: true })
  const target = walks[0]!.stops[0]!.targets[0]!.id
  const visits = [{ id: 'visit-0001', target, at: '2026-03-14T14:00:00+01:00', knocked: 1 }]
  expect((await campaign.send('/v1/visits', { region: REGION, visits })).status).toBe(200)
  await campaign.send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.3 })
  const area = { label: 'A', region: REGION, area: { cells: [walks[0]!.stops[0]!.block] } }
  await campaign.send('/v1/areas', area, { headers: { 'Idempotency-Key': 'once' } })
}

beforeAll(async () => {
  mine = await openCampaign()
  other = campaignOf(mine.api, await mine.api.key('beta', 'organiser'))
  await live(mine)
  await live(other)
})
afterAll(() => mine.api.close())

it('erases its campaign and no other', async () => {
  for (const name of NAMES) expect((await traces(name)).length).toBeGreaterThan(10)
  const before = await traces('beta')
  const { key } = mine
  const foreign = await mine.api.call('/v1/campaigns/beta', { key, method: 'DELETE' })
  expect(foreign.status).toBe(404)
  expect((await mine.api.call('/v1/campaigns/alpha', { key, method: 'DELETE' })).status).toBe(204)
  expect(await traces('alpha')).toEqual([])
  expect(await traces('beta')).toEqual(before)
  expect((await mine.api.call('/v1/plans', { key })).status).toBe(401)
  expect((await other.api.call('/v1/plans', { key: other.key })).status).toBe(200)
})
