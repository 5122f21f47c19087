/** What ends by itself with the last ballot, what stays for thirty days more, and who had access. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sweepCampaigns } from '@doorwalk/functions/retention/sweep'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'

const DAY = 86_400_000
/** The clocks of Paris are put forward on the day of the second round: it has 23 hours. */
const BALLOTS = ['2026-03-22', '2026-03-29']
const END = Date.parse('2026-03-30T00:00:00+02:00')

let campaign: Campaign
let plan: Plan
beforeEach(async () => {
  campaign = await openCampaign()
  const { api, key } = campaign
  await api.call('/v1/campaigns/alpha', { key, method: 'PUT', body: { ballots: BALLOTS } })
  plan = await campaign.plan({ volunteers: 3, commit: true })
  const visits = plan.walks
    .flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
    .map(({ id, doors }, index) => ({
      ...{ id: `visit-${String(index).padStart(5, '0')}`, target: id, at: '2026-03-14T14:00:00+01:00' },
      ...{ knocked: doors, opened: Math.floor(doors / 2) },
    }))
  await campaign.send('/v1/visits', { region: REGION, visits })
  await campaign.send(`/v1/buildings?region=${REGION}`, { targets: [{ id: 'osm:w12', doors: 9 }] })
  const area = { label: 'A', region: REGION, area: { cells: [plan.walks[0]!.stops[0]!.block] } }
  await campaign.send('/v1/areas', area, { headers: { 'Idempotency-Key': 'once' } })
})
afterEach(() => campaign.api.close())

const status = async (path: string, init: { method?: string; body?: unknown } = {}): Promise<number> =>
  (await campaign.api.call(path, { key: campaign.key, ...init })).status
const coverage = () => campaign.get<{ total: object; blocks: object[] }>(`/v1/coverage?region=${REGION}`)

/** Keys in the table and in Blobs that may tell of a single target. */
async function aboutTargets(): Promise<string[]> {
  const { store, blobs } = campaign.api.world
  const found: string[] = []
  for (const pk of ['C#alpha', `C#alpha#BLOCKS#${REGION}`, `C#alpha#TARGETS#${REGION}`]) {
    const { items } = await store.query({ pk, prefix: '', limit: 1_000 })
    for (const { sk, data } of items)
      if (JSON.stringify(data).includes('osm:w') || pk !== 'C#alpha') found.push(`${pk} ${sk}`)
  }
  for (const key of await blobs.list('campaigns/alpha/')) {
    const text = Buffer.from((await blobs.get(key)) ?? []).toString()
    if (text.includes('osm:w')) found.push(key)
  }
  return found
}

describe('after the last ballot', () => {
  it('nothing is told of single targets, before any sweep; the sums stay', async () => {
    const before = await coverage()
    const lists = [
      '/v1/plans',
      '/v1/walks?walker=1',
      `/v1/visits?region=${REGION}`,
      `/v1/buildings?region=${REGION}`,
    ]
    const paths = [`/v1/plans/${plan.id}`, ...lists]
    campaign.api.clock.time = END - 1_000
    for (const path of paths) expect(await status(path), path).toBe(200)
    campaign.api.clock.time = END
    const walk = `/v1/walks/${plan.walks[0]!.walkId}`
    for (const path of [...paths, walk, `${walk}/state`, `${walk}.html`, `${walk}/pack`]) {
      const answer = await campaign.api.call(path, { key: campaign.key })
      expect([answer.status, ((await answer.json()) as { code: string }).code], path).toEqual([
        410,
        'campaign.over',
      ])
    }
    const body = { region: REGION, volunteers: 1 }
    expect(await status('/v1/plans', { method: 'POST', body })).toBe(410)
    expect((await coverage()).blocks).toHaveLength(before.blocks.length)
  })

  it('the sweep deletes it, keeps the sums as they were, and going on after a failure ends the same', async () => {
    const walks = plan.walks.map(({ walkId }) => walkId)
    const blocks = new Set(plan.walks.flatMap(({ stops }) => stops.map(({ block }) => block)))
    // Besides these, blocks of reserves.
    expect(await aboutTargets()).toEqual(
      expect.arrayContaining([
        ...walks.map((walk) => `C#alpha WALK#${walk}`),
        ...[...blocks].map((block) => `C#alpha#BLOCKS#${REGION} BLOCK#${block}`),
        `C#alpha#TARGETS#${REGION} T#osm:w12`,
        `campaigns/alpha/plans/${plan.id}/plan.json`,
        ...walks.map((walk) => `campaigns/alpha/walks/${walk}.json`),
      ]),
    )
    expect(await sweepCampaigns(campaign.api.world)).toBe(0)
    campaign.api.clock.time = END
    const before = await coverage()
    const { world } = campaign.api
    let left = 3
    const failing = {
      ...world,
      store: {
        ...world.store,
        removeMany: (keys: { pk: string; sk: string }[]) =>
          left-- > 0 ? world.store.removeMany(keys) : Promise.reject(new Error('power cut')),
      },
    }
    await expect(sweepCampaigns(failing)).rejects.toThrow('power cut')
    expect(await coverage()).toEqual(before)
    expect(await sweepCampaigns(world)).toBe(1)
    expect(await aboutTargets()).toEqual([])
    expect(await coverage()).toEqual(before)
    campaign.api.clock.time = END + 3_600_000
    expect(await sweepCampaigns(world)).toBe(1)
    expect(await sweepCampaigns(world)).toBe(0)
    expect(await coverage()).toEqual(before)
  })

  it('thirty days later the sums are gone, too, swept or not; areas and keys stay until the campaign is erased', async () => {
    campaign.api.clock.time = END
    await sweepCampaigns(campaign.api.world)
    campaign.api.clock.time = END + 30 * DAY
    expect(await status(`/v1/coverage?region=${REGION}`)).toBe(410)
    expect(await sweepCampaigns(campaign.api.world)).toBe(1)
    expect(await campaign.api.world.blobs.list('campaigns/alpha/')).toEqual([])
    expect(await sweepCampaigns(campaign.api.world)).toBe(0)
    expect(await status('/v1/areas')).toBe(200)
  })
})

describe('the access log', () => {
  it('tells which key called what, to the minute and without ids, for thirty days', async () => {
    const reporter = await campaign.api.key('alpha', 'reporter')
    const walk = plan.walks[0]!.walkId
    for (let times = 0; times < 3; times++) await campaign.api.call(`/v1/walks/${walk}`, { key: reporter })
    const { accesses } = await campaign.get<{ accesses: { at: string; key: string; call: string }[] }>(
      '/v1/campaigns/alpha/accesses?limit=200',
    )
    const reads = accesses.filter(
      ({ call }) => call === 'GET /v1/walks/{walkId}' || call === 'GET /v1/walks/:walkId',
    )
    expect(reads).toHaveLength(1)
    expect(reads[0]).toMatchObject({
      at: '2026-03-14T13:00:00.000Z',
      key: expect.stringMatching(/^key_/) as string,
    })
    expect(JSON.stringify(accesses)).not.toContain(walk)
    const path = '/v1/campaigns/alpha/accesses'
    expect((await campaign.api.call(path, { key: reporter })).status).toBe(403)
    campaign.api.clock.time += 31 * DAY
    const later = await campaign.get<{ accesses: unknown[] }>(path)
    expect(later.accesses).toHaveLength(1)
  })
})
