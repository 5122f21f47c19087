/** Two plans side by side, through the API: what changed is told once, from either side. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Comparison, TargetChange } from '@doorwalk/core/comparison/answer'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type Campaign, openCampaign, served } from '../../support/scenes/campaign.ts'

type Page = Comparison & { next: string | null }

let campaign: Campaign
let first: Plan
let second: Plan
beforeAll(async () => {
  campaign = await openCampaign()
  first = await campaign.plan({ seed: 1 })
  second = await campaign.plan({ seed: 2, volunteers: 4, minutes: 45 })
})
afterAll(() => campaign.api.close())

async function compare(plans: string[], query = '?limit=1000'): Promise<Page> {
  const answer = await campaign.send(`/v1/plans/compare${query}`, { plans })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as Page
}

it('of a plan with itself tells no change', async () => {
  const { changes, changed, walks, difference, regions } = await compare([first.id, first.id])
  expect([changes, walks, regions]).toEqual([[], [], 'same'])
  expect(changed).toMatchObject({
    same: served(first.walks).length,
    moved: 0,
    reordered: 0,
    came: 0,
    left: 0,
  })
  expect(Object.values({ ...difference, leftOut: 0 }).every((value) => value === 0)).toBe(true)
})

it('tells of each target that is on walks of either plan what became of it', async () => {
  const { changes, changed, first: a, second: b, difference } = await compare([first.id, second.id])
  const [before, after] = [new Set(served(first.walks)), new Set(served(second.walks))]
  const of = (change: TargetChange['change']) =>
    changes.filter((one) => one.change === change).map(({ target }) => target)
  expect(new Set(of('came'))).toEqual(new Set([...after].filter((id) => !before.has(id))))
  expect(new Set(of('left'))).toEqual(new Set([...before].filter((id) => !after.has(id))))
  expect(changed.same + changed.moved + changed.reordered + changed.left).toBe(before.size)
  expect(
    changes.every(
      ({ change, reason }) => (change === 'left') === (reason === 'not_selected') || change === 'came',
    ),
  ).toBe(true)
  expect(difference.prize).toBeCloseTo(second.summary.prize - first.summary.prize, 1)
  expect([a.figures.walks, b.figures.walks, difference.walks]).toEqual([3, 4, 1])
  const places = second.walks.flatMap(({ walkId, stops }) =>
    stops.flatMap(({ targets }) => targets).map(({ id }, index) => [id, `${walkId} ${index + 1}`] as const),
  )
  const placeOf = new Map(places)
  for (const { target, to } of changes)
    expect(to && `${to.walkId} ${to.place}`).toBe(placeOf.get(target) ?? null)
})

it('comes page by page, with the same figures on each', async () => {
  const whole = await compare([first.id, second.id])
  const pages: Page[] = [await compare([first.id, second.id], '?limit=5')]
  for (let { next } = pages[0]!; next !== null; next = pages.at(-1)!.next)
    pages.push(await compare([first.id, second.id], `?limit=5&cursor=${next}`))
  expect(pages.length).toBe(Math.ceil(whole.changes.length / 5))
  expect(pages.flatMap(({ changes }) => changes)).toEqual(whole.changes)
  for (const page of pages) expect(page.changed).toEqual(whole.changed)
})

it('refuses what is no pair of plans of the campaign', async () => {
  const unknown = await campaign.send('/v1/plans/compare', { plans: [first.id, 'pln_other'] })
  expect(unknown.status).toBe(404)
  for (const body of [{ plans: [first.id] }, { plans: [first.id, first.id, first.id] }, { first: first.id }])
    expect((await campaign.send('/v1/plans/compare', body)).status).toBe(400)
})
