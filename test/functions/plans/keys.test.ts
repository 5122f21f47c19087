/** Key buildings through the API: a campaign's own list, roll-calls, walks now, shortened walks and batches. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LeftOut, Plan, Walk } from '@doorwalk/core/walk/answer'
import { CENTRE, REGION, type Campaign, openCampaign, served } from '../../support/scenes/campaign.ts'
import { batchDone } from '../../support/scenes/batch.ts'

let campaign: Campaign
/** The smallest targets of the quarter: none of them would be chosen for its prize. */
let small: string[] = []

beforeEach(async () => {
  campaign = await openCampaign()
  if (small.length > 0) return
  small = served(
    (await campaign.plan({ volunteers: 40, minutes: 120 })).walks.map((walk) => ({
      ...walk,
      stops: walk.stops.map((stop) => ({
        ...stop,
        targets: stop.targets.filter(({ doors }) => doors === 6),
      })),
    })),
  ).sort()
})
afterEach(() => campaign.api.close())

const named = (ids: string[]) => ids.map((id) => ({ id, key: true }))
const keysOn = (walks: Walk[]): string[] =>
  walks
    .flatMap(({ stops }) =>
      stops.flatMap(({ targets }) => targets.filter(({ key }) => key).map(({ id }) => id)),
    )
    .sort()
const missed = ({ leftOut }: Pick<Plan, 'leftOut'>): LeftOut[] => leftOut.filter(({ key }) => key)

async function replan(planId: string, body: object): Promise<Plan> {
  const answer = await campaign.send(`/v1/plans/${planId}/replan`, body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Plan
}

async function keepList(ids: string[]): Promise<void> {
  const csv = ['id,key', ...ids.map((id) => `${id},yes`)].join('\n')
  const headers = { 'Content-Type': 'text/csv' }
  const answer = await campaign.send(`/v1/buildings?region=${REGION}`, csv, { headers })
  expect(await answer.json()).toMatchObject({ accepted: ids.length, refusals: 0 })
}

describe('key buildings of the own list of a campaign', () => {
  it('are on walks of every plan, and its priorities count with them', async () => {
    await keepList(small.slice(0, 3))
    const plan = await campaign.plan({ volunteers: 1, minutes: 90, start: CENTRE })
    expect(keysOn(plan.walks)).toEqual(small.slice(0, 3).sort())
    expect(plan.summary.keys).toEqual({ by: 'request', reached: 3, of: 3 })
    const without = await campaign.plan({
      ...{ volunteers: 1, minutes: 90, start: CENTRE },
      targets: [{ id: small[0]!, key: false }],
    })
    expect(without.summary.keys).toMatchObject({ reached: 2, of: 2 })
  })

  it('are on a walk now, if they are near', async () => {
    await keepList(small.slice(0, 2))
    const wish = { region: REGION, start: CENTRE, minutes: 60 }
    const answer = await campaign.send('/v1/walks', wish)
    expect(answer.status, await answer.clone().text()).toBe(201)
    expect(keysOn([(await answer.json()) as Walk])).toEqual(small.slice(0, 2).sort())
  })

  it('are spread over the shifts of a weekend, those that did not fit first in the next', async () => {
    const ids = small.slice(0, 12)
    const shift = (day: number) => ({ startAt: `2026-03-${day}T10:00:00+01:00`, minutes: 60 })
    const made = await campaign.send('/v1/batches', {
      ...{ region: REGION, volunteers: 1, iterations: 100, targets: named(ids) },
      shifts: [shift(14), shift(15)].map((each) => ({ ...each, start: CENTRE })),
    })
    const { id } = (await made.json()) as { id: string }
    const batch = await batchDone(campaign.get, `/v1/batches/${id}`)
    const plans: Plan[] = []
    for (const { plans: own } of batch.shifts)
      for (const { href } of own) plans.push(await campaign.get<Plan>(href))
    const [first, second] = plans
    const left = missed(first!)
    expect(left.length).toBeGreaterThan(0)
    expect(left.every(({ reason }) => reason === 'key_not_reached')).toBe(true)
    const alone = await campaign.plan({
      ...{ volunteers: 1, minutes: 60, start: CENTRE, iterations: 100 },
      targets: named(left.map(({ target }) => target)),
    })
    expect(keysOn(second!.walks).length).toBe(alone.summary.keys!.reached)
    expect(keysOn(first!.walks).filter((key) => keysOn(second!.walks).includes(key))).toEqual([])
    // On a walk of the first shift: still named, with the reason.
    expect(
      missed(second!)
        .filter(({ reason }) => reason === 'leased')
        .map(({ target }) => target)
        .sort(),
    ).toEqual(keysOn(first!.walks))
  })
})

describe('key buildings at roll-call', () => {
  const ask = { volunteers: 3, minutes: 45, start: CENTRE, iterations: 200 }

  it('keep "least": as many as a plan for those who came would reach', async () => {
    const targets = named(small.slice(0, 9))
    const plan = await campaign.plan({ ...ask, targets })
    expect(plan.summary.keys).toEqual({ by: 'request', reached: 9, of: 9 })
    const alone = await campaign.plan({ ...ask, volunteers: 1, targets })
    const again = await replan(plan.id, { present: 1, keep: 'least' })
    expect(again.summary.keys).toEqual(alone.summary.keys)
    expect(missed(again).length).toBe(9 - again.summary.keys!.reached)
    for (const { reason, needs } of missed(again)) {
      expect(reason).toBe('key_not_reached')
      expect(needs!.walkers).toBe(1)
    }
    expect(again.warnings.join()).toContain(missed(again)[0]!.target)
  })

  it('keep "walks": the walks of those present stay, and what nobody takes over is told', async () => {
    const plan = await campaign.plan({ ...ask, targets: named(small.slice(0, 9)) })
    const present = plan.walks[1]!
    const again = await replan(plan.id, { present: [present.walker], keep: 'walks' })
    expect(again.walks).toEqual([present])
    expect(
      missed(again)
        .map(({ target }) => target)
        .sort(),
    ).toEqual(keysOn(plan.walks).filter((id) => !keysOn([present]).includes(id)))
    expect(again.summary.keys).toEqual({ by: 'request', reached: keysOn([present]).length, of: 9 })
  })

  it('keep the mark that the plan chose, on the walks that go on', async () => {
    const plan = await campaign.plan({ ...ask, keyShare: 0.5 })
    const [walk] = plan.walks
    expect(keysOn([walk!]).length).toBeGreaterThan(0)
    await campaign.send(`/v1/plans/${plan.id}/commit`)
    await campaign.send(`/v1/walks/${walk!.walkId}/start`)
    const again = await replan(plan.id, { keep: 'least', gone: [plan.walks[1]!.walker] })
    const own = again.walks.find(({ walkId }) => walkId === walk!.walkId)!
    const stayed = served([own])
    expect(keysOn([own])).toEqual(expect.arrayContaining(keysOn([walk!]).filter((id) => stayed.includes(id))))
  })

  it('are given back last when a walk is shortened', async () => {
    const plan = await campaign.plan({
      ...ask,
      volunteers: 1,
      minutes: 90,
      targets: named(small.slice(0, 3)),
      commit: true,
    })
    const [walk] = plan.walks
    expect(keysOn([walk!]).length).toBe(3)
    const answer = await campaign.send(`/v1/walks/${walk!.walkId}/shorten`, { minutes: 45 })
    const short = (await answer.json()) as Walk
    expect(served([short]).length).toBeLessThan(served([walk!]).length)
    expect(keysOn([short])).toEqual(small.slice(0, 3).sort())
    const less = (await (
      await campaign.send(`/v1/walks/${walk!.walkId}/shorten`, { minutes: 25 })
    ).json()) as Walk
    // What fits is key, before any other: nothing else is left while a key building is given back.
    if (keysOn([less]).length < 3) expect(served([less]).sort()).toEqual(keysOn([less]))
    expect(keysOn([less]).length).toBeGreaterThan(0)
  })
})

describe('an estimate', () => {
  it('tells how many key buildings so many walkers reach', async () => {
    const answer = await campaign.send('/v1/plans/estimate', {
      ...{ region: REGION, minutes: 45, upTo: 6, start: CENTRE, targets: named(small.slice(0, 9)) },
    })
    const { curves } = (await answer.json()) as { curves: { points: { walkers: number; keys: number }[] }[] }
    const points = curves[0]!.points
    const one = await campaign.plan({
      volunteers: 1,
      minutes: 45,
      start: CENTRE,
      targets: named(small.slice(0, 9)),
    })
    expect(points[0]).toMatchObject({ walkers: 1, keys: one.summary.keys!.reached })
    expect(points.at(-1)!.keys).toBe(9)
  })
})
