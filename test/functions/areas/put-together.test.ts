/** Areas put together, by HTTP: stored, in plans, estimates, batches and single walks. */
import type { AreaRequest } from '@doorwalk/core/request/area-request'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CENTRE, type Campaign, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { place } from '../../support/worlds/osm-fixture.ts'

let campaign: Campaign

beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.api.close())

/** Metres in the quarter. */
function box(west: number, south: number, east: number, north: number) {
  const corners = [place(west, south), place(east, south), place(east, north), place(west, north)]
  return { type: 'Polygon' as const, coordinates: [[...corners, corners[0]!]] }
}
const west = box(-40, -40, 210, 320)
const south = box(-40, -40, 440, 125)
const walk: AreaRequest = { walkFrom: { start: CENTRE, minutes: 2 } }

async function doors(area: AreaRequest): Promise<number> {
  const answer = await campaign.send('/v1/plans/estimate', { region: REGION, area, minutes: 60, upTo: 1 })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as { doors: number }).doors
}

async function store(area: AreaRequest): Promise<string> {
  const answer = await campaign.send('/v1/areas', { label: 'one', region: REGION, area })
  expect(answer.status, await answer.clone().text()).toBe(201)
  const stored = (await answer.json()) as { id: string; area: unknown }
  expect(stored.area).toEqual(area)
  return stored.id
}

it('add up as sets do', async () => {
  const both = await doors({ all: [west, south] })
  expect(both).toBeGreaterThan(0)
  expect(await doors({ any: [west, south] })).toBe((await doors(west)) + (await doors(south)) - both)
  expect(await doors({ of: west, without: south })).toBe((await doors(west)) - both)
})

it('take what is stored, in whatever they are put together of', async () => {
  const [a, b] = [await store({ any: [west, walk] }), await store({ of: south, without: walk })]
  const named: AreaRequest = { all: [{ id: a }, { any: [{ id: b }, { id: a }] }] }
  expect(await doors(named)).toBe(await doors({ any: [west, walk] }))
  const plan = await campaign.plan({ area: { all: [{ id: a }, { id: b }] }, volunteers: 2, minutes: 60 })
  expect(served(plan.walks).length).toBeGreaterThan(0)
  const inner = await campaign.send('/v1/areas', { label: 'x', region: REGION, area: { any: [{ id: a }] } })
  expect(await inner.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/area' }] })
  const unknown = await campaign.send('/v1/plans', {
    region: REGION,
    area: { any: [{ id: 'area_x' }] },
    volunteers: 1,
  })
  expect(unknown.status).toBe(404)
  const deep = await store({ any: [{ any: [{ any: [{ any: [west] }] }] }] })
  const deeper = await campaign.send('/v1/plans', {
    region: REGION,
    area: { any: [{ id: deep }] },
    volunteers: 1,
  })
  expect(await deeper.json()).toMatchObject({ status: 400, code: 'area.too_many_parts' })
  const coverage = await campaign.api.call(`/v1/coverage?region=${REGION}&area=${a}`, { key: campaign.key })
  expect(await coverage.json()).toMatchObject({ status: 400, code: 'area.needs_streets' })
})

it('judge every drawn part when they are stored', async () => {
  const bowTie = {
    type: 'Polygon' as const,
    coordinates: [[place(0, 0), place(90, 90), place(90, 0), place(0, 90), place(0, 0)]],
  }
  const answer = await campaign.send('/v1/areas', {
    label: 'x',
    region: REGION,
    area: { of: west, without: bowTie },
  })
  expect(await answer.json()).toMatchObject({
    code: 'area.self_crossing',
    errors: [{ pointer: '/area/without' }],
  })
})

it('are refused where nothing is left of them', async () => {
  for (const path of ['/v1/plans', '/v1/plans/estimate']) {
    const answer = await campaign.send(path, {
      region: REGION,
      area: { of: walk, without: walk },
      volunteers: 1,
    })
    expect(await answer.json()).toMatchObject({ status: 400, code: 'area.holds_nothing' })
  }
})

it('are taken by batches and by whoever wants a walk now, whose place is kept to 100 m', async () => {
  const batch = await campaign.send('/v1/batches', {
    region: REGION,
    areas: [{ label: 'ring', area: { of: { walkFrom: { start: CENTRE, minutes: 5 } }, without: walk } }],
    shifts: [{ startAt: '2026-03-14T14:00:00+01:00', minutes: 60 }],
    volunteers: 1,
  })
  expect(batch.status, await batch.clone().text()).toBeLessThan(300)
  const answer = await campaign.send('/v1/walks', { region: REGION, start: CENTRE, minutes: 30, area: walk })
  expect(answer.status, await answer.clone().text()).toBe(201)
})

it('still know what was visited within a walk that is taken away from another', async () => {
  const area: AreaRequest = { of: { walkFrom: { start: CENTRE, minutes: 6 } }, without: walk }
  const plan = await campaign.plan({ area, volunteers: 1, minutes: 30, commit: true })
  const taken = new Set(served(plan.walks))
  expect(taken.size).toBeGreaterThan(0)
  const next = await campaign.plan({ area, volunteers: 1, minutes: 30 })
  expect(served(next.walks).filter((id) => taken.has(id))).toEqual([])
})
