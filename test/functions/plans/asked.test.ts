/** What a plan was asked for: told by the list to every organiser, and whole as a request that makes the same again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { mainStreets } from '@doorwalk/core/walk/streets'
import { PLAN } from '@doorwalk/functions/store/keys'
import { batchDone } from '../../support/scenes/batch.ts'
import { type Campaign, CENTRE, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { place } from '../../support/worlds/osm-fixture.ts'
import type { Batch } from '@doorwalk/functions/batches/batch-answer'

let campaign: Campaign
beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.api.close())

interface Head {
  id: string
  area: { kind: string; label?: string } | null
  streets: string[]
  startAt: string | null
  minutes: number | null
  volunteers: number | null
}

async function headOf(id: string): Promise<Head> {
  const { plans } = await campaign.get<{ plans: Head[] }>('/v1/plans')
  return plans.find((plan) => plan.id === id)!
}
const requestOf = (id: string) => campaign.get<Record<string, unknown>>(`/v1/plans/${id}/request`)

const ring = [place(-60, -60), place(300, -60), place(300, 360), place(-60, 360), place(-60, -60)]
const DRAWN = { type: 'Polygon' as const, coordinates: [ring] }
const ASK = { region: REGION, volunteers: 2, minutes: 40, iterations: 100, start: CENTRE }

describe('a plan in the list', () => {
  it('says where it is, when it starts and for how many; so does the plan itself', async () => {
    const startAt = '2026-03-14T15:00:00+01:00'
    const plan = (await campaign.plan({ ...ASK, area: DRAWN, startAt })) as Plan &
      Pick<Head, 'area' | 'streets'>
    const addresses = plan.walks.flatMap(({ stops }) =>
      stops.flatMap(({ targets }) => targets.map(({ address }) => address)),
    )
    const streets = mainStreets(addresses)
    expect(streets.length).toBeGreaterThan(0)
    const told = { area: { kind: 'drawn' }, streets, startAt }
    expect(await headOf(plan.id)).toMatchObject({ ...told, minutes: 40, volunteers: 2 })
    expect(plan).toMatchObject(told)
    const { plans } = await campaign.get<{ plans: object[] }>('/v1/plans?fields=area,streets&limit=1')
    expect(plans).toEqual([{ area: { kind: 'drawn' }, streets }])
  })

  it('has the name of a stored area or of the area of its batch, also after an edit', async () => {
    const made = await campaign.send('/v1/areas', { label: 'North bank', region: REGION, area: DRAWN })
    const { id } = (await made.json()) as { id: string }
    const plan = await campaign.plan({ ...ASK, area: { id } })
    expect((await headOf(plan.id)).area).toEqual({ kind: 'drawn', label: 'North bank' })
    expect((await requestOf(plan.id))['area']).toEqual({ id })
    const edits = [{ type: 'add_walker', volunteer: { id: 'more' } }]
    const edited = (await (await campaign.send(`/v1/plans/${plan.id}/edits`, { edits })).json()) as Plan
    expect((await headOf(edited.id)).area).toEqual({ kind: 'drawn', label: 'North bank' })
    const { start: _start, ...rest } = ASK
    const batch = await campaign.send('/v1/batches', {
      ...{ region: rest.region, volunteers: 2, iterations: 100 },
      areas: [{ label: 'South', area: { id } }],
      shifts: [{ startAt: '2026-03-15T10:00:00+01:00', minutes: 30 }],
    })
    const path = `/v1/batches/${((await batch.json()) as Batch).id}`
    const [of] = (await batchDone(campaign.get, path)).shifts[0]!.plans
    const head = {
      area: { kind: 'drawn', label: 'South' },
      startAt: '2026-03-15T10:00:00+01:00',
      minutes: 30,
    }
    expect(await headOf(of!.planId)).toMatchObject(head)
    expect((await requestOf(of!.planId))['area']).toEqual({ id })
  })

  it('of a version before says nothing of it, and opens', async () => {
    const plan = await campaign.plan(ASK)
    const { store } = campaign.api.world
    const item = (await store.get(PLAN.key('alpha', plan.id)))!
    const {
      area: _area,
      streets: _streets,
      startAt: _at,
      minutes: _minutes,
      volunteers: _of,
      ...old
    } = item.data
    expect(await store.replace({ pk: item.pk, sk: item.sk, data: old }, item.version)).toBe(true)
    const nothing = { area: null, streets: [], startAt: null, minutes: null, volunteers: null }
    expect(await headOf(plan.id)).toMatchObject(nothing)
    expect(await campaign.get(`/v1/plans/${plan.id}`)).toMatchObject({ id: plan.id, area: null, streets: [] })
    expect(await requestOf(plan.id)).toMatchObject({ region: REGION, volunteers: 2 })
  })
})

describe('the request of a plan', () => {
  it('is as it was sent, and makes the same walks again', async () => {
    const plan = await campaign.plan({
      ...ASK,
      volunteers: [{ id: 'v-7f', minutes: 30 }, { id: 'v-80' }],
      targets: [{ id: 'osm:w108', key: true }],
      skip: { targets: ['osm:w112'] },
    })
    const request = await requestOf(plan.id)
    expect(request).toMatchObject({ volunteers: [{ id: 'v-7f', minutes: 30 }, { id: 'v-80' }], closed: true })
    expect(
      Object.keys(request).filter((name) => ['version', 'area', 'asked', 'keysLater'].includes(name)),
    ).toEqual([])
    const again = await campaign.send('/v1/plans', { ...request, startAt: plan.startAt })
    expect(served(((await again.json()) as Plan).walks)).toEqual(served(plan.walks))
  })

  it('is told of batches without what is only kept, and to nobody else', async () => {
    const made = await campaign.send('/v1/batches', {
      ...{ region: REGION, volunteers: 1, iterations: 50, commit: true },
      shifts: [15, 16].map((day) => ({ startAt: `2026-03-${day}T10:00:00+01:00`, minutes: 30 })),
    })
    const path = `/v1/batches/${((await made.json()) as Batch).id}`
    const { planId } = (await batchDone(campaign.get, path)).shifts[0]!.plans[0]!
    const request = await requestOf(planId)
    expect(request).toMatchObject({ region: REGION, volunteers: 1, minutes: 30 })
    expect((await campaign.send('/v1/plans', { ...request, commit: false })).status).toBe(201)
    const other = await campaign.api.key('beta', 'organiser')
    const reporter = await campaign.api.key('alpha', 'reporter')
    const walk = (await campaign.get<Plan>(`/v1/plans/${planId}`)).walks[0]!.walkId
    const link = (await (await campaign.send(`/v1/walks/${walk}/links`, {})).json()) as { token: string }
    const keys = [other, reporter, link.token]
    const answers = keys.map((key) => campaign.api.call(`/v1/plans/${planId}/request`, { key }))
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 403, 403])
  })
})
