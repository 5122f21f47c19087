/** How far so many walkers get: rising, cheap, and without what is held out, done or leased. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { needed } from '@doorwalk/core/estimate/answer'
import type { Estimate } from '@doorwalk/core/estimate/answer'
import { type Campaign, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'

let campaign: Campaign

beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.api.close())

async function estimate(wish: object = {}): Promise<Estimate> {
  const answer = await campaign.send('/v1/plans/estimate', { region: REGION, minutes: 60, ...wish })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as Estimate
}

it('rises with the walkers and the minutes, until every door is reached, and lies close to real plans', async () => {
  const { curves, doors } = await estimate({ minutes: [60, 120], volunteers: 4, upTo: 60 })
  for (const { points } of curves)
    points.slice(1).forEach((point, index) => {
      expect(point.walkers).toBeGreaterThan(points[index]!.walkers)
      expect(point.doors).toBeGreaterThanOrEqual(points[index]!.doors)
    })
  const [short, long] = [curves[0]!, curves[1]!]
  expect(long.points.at(-1)).toMatchObject({ share: 1, doors })
  expect(long.needed).toBeLessThan(short.needed!)
  expect(long.evenings).toBe(Math.ceil(long.needed! / 4))
  const { walkers, prize } = long.points[1]!
  const plan = await campaign.plan({ volunteers: walkers, minutes: 120 })
  expect(Math.abs(prize / plan.summary.prize - 1)).toBeLessThan(0.06)
})

it('names what changes nothing, in the language of the request', async () => {
  const skip = { cells: ['892830828cfffff'], targets: ['osm:w1'] }
  const targets = [{ id: 'nobody-knows', priority: 80 }]
  const { warnings } = await estimate({ upTo: 2, minutes: [60, 90], language: 'en', skip, targets })
  for (const named of ['892830828cfffff', 'osm:w1', 'nobody-knows'])
    expect(warnings.filter((each) => each.includes(named))).toHaveLength(1)
  expect(warnings.find((each) => each.startsWith('skip.targets'))).toMatch(/changes nothing/)
  expect((await estimate({ upTo: 2, skip })).warnings.join()).toContain('ne change rien')
})

it('stores nothing', async () => {
  const { plans } = await campaign.get<{ plans: unknown[] }>('/v1/plans')
  await estimate({ upTo: 3 })
  expect((await campaign.get<{ plans: unknown[] }>('/v1/plans')).plans).toEqual(plans)
})

it('counts what may be knocked on now: nothing leased, and not one word about what is held out', async () => {
  const before = await estimate({ upTo: 2 })
  const plan = await campaign.plan({ volunteers: 1, commit: true })
  const reserves = plan.walks.flatMap((walk) => walk.reserves).length
  const after = await estimate({ upTo: 2 })
  expect(before.targets - after.targets).toBe(served(plan.walks).length + reserves)
  const held = await campaign.send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.3 })
  expect(held.status).toBe(201)
  const blind = await estimate({ upTo: 2 })
  expect(blind.targets).toBeLessThan(after.targets)
  expect(JSON.stringify(blind)).not.toMatch(/hold|held|8a[0-9a-f]{13}|osm:/)
})

it('says when the curve ends before the goal, and refuses what it does not know', async () => {
  expect((await estimate({ upTo: 1, goal: 1 })).curves[0]).toMatchObject({ needed: null, evenings: null })
  for (const wish of [{ upTo: 0 }, { volunteers: [{ id: 'a' }] }, { commit: true }])
    expect((await campaign.send('/v1/plans/estimate', { region: REGION, ...wish })).status).toBe(400)
  const far = await campaign.send('/v1/plans/estimate', { region: 'nowhere' })
  expect(far.status).toBe(404)
})

it('reads the number needed off the line between two points', () => {
  const points = [
    { walkers: 1, doors: 100 },
    { walkers: 5, doors: 300 },
  ]
  expect([50, 100, 101, 200, 300, 301].map((doors) => needed(points, doors))).toEqual([1, 1, 2, 3, 5, null])
})

it('ends when its time is over, and says so', async () => {
  const { clock } = campaign.api
  const still = clock.time
  let now = still
  // Every look at the clock takes a second.
  Object.defineProperty(clock, 'time', {
    get: () => (now += 1_000),
    set: () => undefined,
    configurable: true,
  })
  const cut = await estimate({ minutes: [60, 120], upTo: 40 })
  Object.defineProperty(clock, 'time', { value: still, writable: true, configurable: true })
  expect(cut.stoppedBy).toBe('deadline')
  for (const { points } of cut.curves)
    points.slice(1).forEach((point, index) => {
      expect(point.doors).toBeGreaterThanOrEqual(points[index]!.doors)
    })
  expect((await estimate({ upTo: 3 })).stoppedBy).toBe('iterations')
})
