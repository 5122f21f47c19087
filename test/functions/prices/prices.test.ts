/** What wishes cost, through the API: never less than nothing, the same twice, and of hold-outs sums only. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { WishPrices } from '@doorwalk/core/price/answer'
import { priceWishes } from '@doorwalk/core/price/price'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { CENTRE, type Campaign, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { place } from '../../support/worlds/osm-fixture.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

let campaign: Campaign
beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.api.close())

/** One with few doors, and one who avoids stairs, both back to where they met. */
const WISHED: Partial<PlanRequestInput> = {
  ...{ volunteers: [{ doors: 60 }, { avoidStairs: true }], minutes: 60, start: CENTRE },
}

async function prices(plan: Plan, wish: object = {}): Promise<WishPrices> {
  const answer = await campaign.send(`/v1/plans/${plan.id}/wishes`, wish)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as WishPrices
}

it('are told of the wishes that a plan has, dearest first, and what costs nothing is told as costing nothing', async () => {
  const plan = await campaign.plan(WISHED)
  const { wishes, uncertainty, prize, stoppedBy } = await prices(plan)
  expect(stoppedBy).toBe('iterations')
  expect(prize).toBeCloseTo(plan.summary.prize, 1)
  expect(new Set(wishes.map(({ wish }) => wish))).toEqual(new Set(['return', 'start', 'doors', 'stairs']))
  const all = wishes.map((one) => one.prize!)
  expect(all).toEqual([...all].sort((a, b) => b - a))
  for (const { verdict, prize: price, keys } of wishes) {
    expect(price).toBeGreaterThanOrEqual(0)
    expect(verdict).toBe(
      price === 0 && keys === 0 ? 'free' : price! > uncertainty || keys! > 0 ? 'costs' : 'unclear',
    )
  }
  // Who avoids stairs reaches no door of these flats.
  expect(wishes[0]).toMatchObject({ wish: 'stairs', verdict: 'costs' })
})

it('of a plan that reaches all there is are nothing', async () => {
  const plan = await campaign.plan({ volunteers: 24, minutes: 120, doors: 500 })
  expect(plan.leftOut).toEqual([])
  const { wishes } = await prices(plan, { wishes: ['return', 'doors'] })
  expect(wishes.map(({ wish, verdict, prize }) => [wish, verdict, prize])).toEqual([
    ['return', 'free', 0],
    ['doors', 'free', 0],
  ])
})

async function edited(of: Plan, edits: object[]): Promise<Plan> {
  const answer = await campaign.send(`/v1/plans/${of.id}/edits`, { edits })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Plan
}

it('hold what is pinned where it is: what it costs is no price of a wish, and nothing to be found', async () => {
  const free = await campaign.plan({ volunteers: 1, minutes: 30, start: CENTRE })
  const [walk] = free.walks
  const there = await campaign.plan({ volunteers: 1, minutes: 20, start: place(395, -15) })
  const plan = await edited(free, [{ type: 'pin', target: served(there.walks)[0], walk: walk!.walkId }])
  const lost = free.summary.prize - plan.summary.prize
  expect(lost).toBeGreaterThan(5)
  const { searched } = await prices(plan, { wishes: ['return'] })
  expect(searched).toBeLessThan(lost / 2)
})

it('of walks that are locked are nothing', async () => {
  const free = await campaign.plan({ ...WISHED, volunteers: [{ doors: 60 }, { doors: 60 }] })
  const asked = { wishes: ['start'] }
  expect((await prices(free, asked)).wishes[0]!.prize).toBeGreaterThan(0)
  const walks = free.walks.map(({ walkId }) => walkId)
  const plan = await edited(
    free,
    walks.map((walk) => ({ type: 'lock', walk })),
  )
  const { searched, wishes } = await prices(plan, asked)
  expect([searched, ...wishes.map(({ prize }) => prize)]).toEqual([0, 0])
})

it('are the same twice', async () => {
  const plan = await campaign.plan(WISHED)
  const wish = { wishes: ['doors'] }
  expect(await prices(plan, wish)).toEqual(await prices(plan, wish))
})

it('tell what excluding costs, and bring no excluded door onto a walk', async () => {
  const free = await campaign.plan({ volunteers: 2, minutes: 45, start: CENTRE })
  const skip = { targets: served(free.walks) }
  const plan = await campaign.plan({ volunteers: 2, minutes: 45, start: CENTRE, skip })
  const { wishes } = await prices(plan, { wishes: ['excluded'] })
  expect(wishes).toMatchObject([{ wish: 'excluded' }])
  expect(wishes[0]!.prize).toBeGreaterThanOrEqual(0)
  expect(await campaign.get(`/v1/plans/${plan.id}`)).toMatchObject({ summary: plan.summary })
})

it('tell of hold-outs one sum, and nothing where few doors are behind it', async () => {
  const other = await openCampaign()
  try {
    const holdout = { region: REGION, unit: 'block', share: 0.3 }
    expect((await other.send('/v1/holdouts', holdout)).status).toBe(201)
    const plan = await other.plan({ volunteers: 4, minutes: 60, start: CENTRE })
    const held = plan.leftOut.filter(({ reason }) => reason === 'hold_out').map(({ target }) => target)
    expect(held.length).toBeGreaterThan(5)
    const answer = await other.send(`/v1/plans/${plan.id}/wishes`, { wishes: ['hold_outs'] })
    const text = await answer.text()
    const { wishes } = JSON.parse(text) as WishPrices
    expect(wishes).toMatchObject([{ wish: 'hold_outs' }])
    const [{ doors, prize, verdict }] = wishes as [WishPrices['wishes'][number]]
    if (verdict === 'withheld') expect([doors, prize]).toEqual([null, null])
    else expect(doors === 0 || Math.abs(doors!) > 10).toBe(true)
    for (const target of held) expect(text).not.toContain(target)
    // One target in sight, of which the plan says itself that it is held out.
    const area = { cells: [plan.walks[0]!.stops[0]!.block] }
    const skip = { targets: served(plan.walks).slice(1) }
    const small = await other.plan({ volunteers: 1, minutes: 30, start: CENTRE, area, skip })
    const told = await other.send(`/v1/plans/${small.id}/wishes`, { wishes: ['hold_outs'] })
    expect(((await told.json()) as WishPrices).wishes).toMatchObject([
      { verdict: 'withheld', prize: null, doors: null },
    ])
  } finally {
    await other.api.close()
  }
})

it('refuses wishes that no plan has', async () => {
  const plan = await campaign.plan({ volunteers: 1 })
  const answer = await campaign.send(`/v1/plans/${plan.id}/wishes`, { wishes: ['opt_outs'] })
  expect(answer.status).toBe(400)
})

it('are given in time or not at all, whatever the planner does', async () => {
  const busy = await openCampaign({ sync: { milliseconds: 400, volunteers: 50, targets: 1_000 } })
  const plan = await busy.plan({ volunteers: 1, iterations: 10 })
  busy.api.world.planner.price = () => new Promise(() => undefined)
  const late = await busy.send(`/v1/plans/${plan.id}/wishes`, {})
  expect([late.status, await late.json()]).toMatchObject([503, { code: 'price.late' }])
  await busy.api.close()
})

it('are refused for more targets than are searched at once', async () => {
  const { walks } = fixturePlan({ walks: 20, stops: 110 })
  const request = PlanRequest.parse({ region: REGION, volunteers: 20 })
  const standing = walks.map((walk) => ({ walk, walker: walk.walker, begunAt: null, isOver: false }))
  const edits = { pins: [], locks: [] }
  const plan = { id: 'pln_1', request, walks: standing, isDone: () => false, edits }
  const nowhere = { get: () => undefined } as never
  await expect(
    priceWishes(
      { plan, asked: {}, withHoldouts: null },
      { regions: nowhere, clock: { now: () => 0 }, id: () => '' },
    ),
  ).rejects.toMatchObject({ code: 'price.too_many' })
})
