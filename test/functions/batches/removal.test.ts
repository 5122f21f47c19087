/**
 * Batches that are taken back: because they are removed, or because whoever asked for one goes before he is told of it;
 * at every moment of what else is going on.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createBatch } from '@doorwalk/functions/batches/batches'
import { deleteBatch, removeGoing } from '@doorwalk/functions/batches/removal'
import { NewBatch } from '@doorwalk/functions/batches/request'
import type { Store } from '@doorwalk/functions/ports/store'
import { type Campaign, REGION, campaignOf, openCampaign } from '../../support/scenes/campaign.ts'
import { IS_LONG } from '../../support/length.ts'
import { interruptAt } from '../../support/servers/interrupt.ts'
import { until } from '../../support/until.ts'

/** In `npm test` every so manieth step. */
const STRIDE = IS_LONG ? 1 : 17
const BATCH = {
  region: REGION,
  shifts: [
    { startAt: '2026-03-14T15:00:00+01:00', minutes: 30 },
    { startAt: '2026-03-15T15:00:00+01:00', minutes: 30 },
  ],
  volunteers: [{ id: 'a' }],
  iterations: 50,
  commit: true,
}

let home: Campaign
let made = 0
beforeAll(async () => {
  home = await openCampaign()
})
afterAll(() => home.api.close())

async function fresh(): Promise<Campaign & { name: string }> {
  const name = `batch-${++made}`
  return { ...campaignOf(home.api, await home.api.key(name, 'organiser')), name }
}

interface Made {
  id: string
  status: string
  shifts: { plans: { planId: string }[] }[]
}

/** Once no job is left, nothing more is written. */
async function settled(name: string): Promise<void> {
  await until(async () =>
    (await home.api.scan()).every(
      ({ pk, data }) => !pk.startsWith('QUEUE#plan') || !JSON.stringify(data).includes(name),
    ),
  )
}

async function expectNothing({ name, get }: Awaited<ReturnType<typeof fresh>>): Promise<void> {
  await settled(name)
  expect(await get('/v1/batches')).toMatchObject({ batches: [] })
  expect(await get('/v1/plans')).toMatchObject({ plans: [] })
  const { total } = await get<{ total: { leased: number } }>(`/v1/coverage?region=${REGION}`)
  expect(total.leased).toBe(0)
  for (const folder of ['batches', 'plans', 'walks'])
    expect(await home.api.world.blobs.list(`campaigns/${name}/${folder}/`)).toEqual([])
}

async function expectWhole({ name, get }: Awaited<ReturnType<typeof fresh>>, id: string): Promise<void> {
  const batch = await until(async () => {
    const found = await get<Made>(`/v1/batches/${id}`)
    return found.status === 'done' && found
  })
  await settled(name)
  const { plans } = await get<{ plans: { id: string; status: string }[] }>('/v1/plans')
  const own = batch.shifts.flatMap((shift) => shift.plans.map(({ planId }) => `${planId} done`))
  expect(plans.map(({ id: planId, status }) => `${planId} ${status}`).sort()).toEqual(own.sort())
}

it('leaves nothing for who goes before he is told of his batch, and makes it when he asks again', async () => {
  for (let step = 1; ; step += STRIDE) {
    const campaign = await fresh()
    const caller = new AbortController()
    const headers = { 'Idempotency-Key': 'weekend' }
    const { first, second } = await interruptAt(home.api.world, {
      step,
      first: () => campaign.send('/v1/batches', BATCH, { headers, signal: caller.signal }),
      second: async () => {
        caller.abort()
        return true
      },
    })
    if (!second) return expect(step).toBeGreaterThan(10)
    // Kept for the next request: then it is told.
    if (first.status === 499) await expectNothing(campaign)
    const again = await campaign.send('/v1/batches', BATCH, { headers })
    expect(again.status, await again.clone().text()).toBe(202)
    await expectWhole(campaign, ((await again.json()) as Made).id)
  }
})

/** After so many writes none is done any more. */
function dieAfter(store: Store, writes: number): () => void {
  const methods = store as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  const kept = { ...methods }
  let left = writes
  for (const name of ['create', 'replace', 'remove', 'putMany', 'removeMany']) {
    methods[name] = async (...args) => {
      if (left-- <= 0) throw new Error('power cut')
      return kept[name]!(...args)
    }
  }
  return () => void Object.assign(methods, kept)
}

it('goes on with what a process that died had begun to take back', async () => {
  const { store } = home.api.world
  for (let writes = 1; ; writes += STRIDE) {
    const campaign = await fresh()
    const { id } = (await (await campaign.send('/v1/batches', BATCH)).json()) as Made
    await expectWhole(campaign, id)
    const restore = dieAfter(store, writes)
    const answer = await campaign.send(`/v1/batches/${id}`, undefined, { method: 'DELETE' })
    restore()
    if (answer.status === 204) return expect(writes).toBeGreaterThan(5)
    expect(answer.status).toBe(500)
    if (writes % 2 === 0) await removeGoing(home.api.world)
    const again = await campaign.send(`/v1/batches/${id}`, undefined, { method: 'DELETE' })
    expect([204, 404]).toContain(again.status)
    await expectNothing(campaign)
  }
})

it('begins no plan of a batch that is removed at that moment', async () => {
  const { world } = home.api
  const wish = NewBatch.parse(BATCH)
  for (let step = 1; ; step += STRIDE) {
    const campaign = await fresh()
    const ref = { campaign: campaign.name, batchId: 'bat_known' }
    const { second } = await interruptAt(world, {
      step,
      first: () => createBatch(world, { ref, wish, seconds: undefined }).catch(() => undefined),
      second: () =>
        deleteBatch(world, ref).then(
          () => true,
          () => true,
        ),
    })
    const { status } = await home.api.call('/v1/batches/bat_known', { key: campaign.key })
    // Removed before it was there.
    if (status === 200) await expectWhole(campaign, 'bat_known')
    else await expectNothing(campaign)
    if (!second) return expect(step).toBeGreaterThan(10)
  }
})
