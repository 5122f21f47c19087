/** No two plans of a batch hold the same target, reserves included: all can be leased afterwards, in any order. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Batch } from '@doorwalk/functions/batches/batch-answer'
import type { NewBatchInput } from '@doorwalk/functions/batches/request'
import type { Suggestions } from '@doorwalk/core/suggestion/answer'
import type { Plan } from '@doorwalk/core/walk/answer'
import { batchDone } from '../../support/scenes/batch.ts'
import { type Campaign, CENTRE, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { place } from '../../support/worlds/osm-fixture.ts'

let campaign: Campaign

beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

const at = (hours: number): string => `2026-03-14T${15 + hours}:00:00+01:00`

/** From the north to the south of the quarter, between so many metres from its western edge. */
function strip(west: number, east: number) {
  const ring = [place(west, -60), place(east, -60), place(east, 360), place(west, 360), place(west, -60)]
  return { type: 'Polygon' as const, coordinates: [ring] }
}

/** Two areas that share the blocks between 140 and 260 m. */
const WISH: NewBatchInput = {
  region: REGION,
  areas: [
    { label: 'West', area: strip(-60, 260), start: CENTRE },
    { label: 'East', area: strip(140, 520), start: CENTRE },
  ],
  shifts: [
    { startAt: at(0), minutes: 40 },
    { startAt: at(2), minutes: 40 },
  ],
  volunteers: 4,
  iterations: 100,
}

async function planned(over: Partial<NewBatchInput> = {}): Promise<Plan[]> {
  const made = await campaign.send('/v1/batches', { ...WISH, ...over })
  expect(made.status, await made.clone().text()).toBe(202)
  return standing(((await made.json()) as Batch).id)
}

let batchId: string
async function standing(id = batchId): Promise<Plan[]> {
  batchId = id
  const batch = await batchDone(campaign.get, `/v1/batches/${id}`)
  return Promise.all(batch.shifts.flatMap(({ plans }) => plans).map(({ href }) => campaign.get<Plan>(href)))
}

function held({ walks }: Plan): string[] {
  return [...served(walks), ...walks.flatMap(({ reserves }) => reserves.map(({ id }) => id))]
}

function expectEachOnce(plans: Plan[]): void {
  const all = plans.flatMap(held)
  expect(all.length).toBeGreaterThan(10)
  expect(new Set(all).size).toBe(all.length)
}

async function expectAllLeased(plans: Plan[]): Promise<void> {
  expectEachOnce(plans)
  const codes: unknown[] = []
  for (const { id } of plans) {
    const answer = await campaign.send(`/v1/plans/${id}/commit`)
    codes.push(((await answer.json()) as { code?: string }).code ?? answer.status)
  }
  expect(codes).toEqual(plans.map(() => 200))
}

async function changed(plan: Plan, call: 'edits' | 'replan', body: object): Promise<Plan> {
  const answer = await campaign.send(`/v1/plans/${plan.id}/${call}`, body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Plan
}

async function refused(plan: Plan, body: object): Promise<[number, string]> {
  const answer = await campaign.send(`/v1/plans/${plan.id}/edits`, body)
  return [answer.status, ((await answer.json()) as { code: string }).code]
}

describe('all plans of a batch that was not leased', () => {
  it('are leased afterwards from the last to the first, although their areas overlap', async () => {
    const plans = await planned()
    expect(plans).toHaveLength(4)
    expect(plans.every(({ summary }) => summary.reserves! > 0)).toBe(true)
    await expectAllLeased(plans.reverse())
  })

  it('leave out what others walk to, also where some doors of a building are due again', async () => {
    const [first] = await planned({ shifts: [WISH.shifts[0]!] })
    const [half] = first!.walks[0]!.stops.flatMap(({ targets }) => targets)
    const visit = { id: 'vis_half0001', target: half!.id, at: '2026-03-14T13:00:00Z', scope: 'target' }
    const visits = [{ ...visit, knocked: 1, talked: 1 }]
    expect((await campaign.send('/v1/visits', { region: REGION, visits })).status).toBe(200)
    await expectAllLeased(await planned())
  })

  it('are leased after a roll-call, edits and a shift that is planned again', async () => {
    const plans = await planned()
    const [west, , , east] = plans as [Plan, Plan, Plan, Plan]
    const more = [{ type: 'add_walker', volunteer: { id: 'more' } }]
    await changed(west, 'edits', { edits: more })
    await changed(east, 'replan', { present: ['1', '2', 'late', 'later'], iterations: 100 })
    const anew = await campaign.send(`/v1/batches/${batchId}/shifts/2/replan`)
    expect(anew.status).toBe(202)
    const [first, ...others] = await standing()
    await expectAllLeased([
      ...others,
      await changed(first!, 'edits', { edits: [{ type: 'add_walker', volunteer: {} }] }),
    ])
  })

  it('cannot be given what another of them holds, and are not told to take it', async () => {
    const plans = await planned()
    const [west, east] = plans as [Plan, Plan]
    const theirs = new Set([...served(east.walks), ...held(plans[2]!), ...held(plans[3]!)])
    const target = east.walks[0]!.reserves[0]!.id
    const move = { type: 'move', targets: [target], walk: west.walks[0]!.walkId }
    expect((await refused(west, { edits: [move] }))[1]).toMatch(/^edit\.(not_free|unknown_target)$/)
    const wishes = [
      { for: 'minutes', walk: west.walks[0]!.walkId, minutes: 20, most: 20 },
      { for: 'latecomer', minutes: 30, start: CENTRE },
    ]
    for (const wish of wishes) {
      const answer = await campaign.send(`/v1/plans/${west.id}/suggest`, wish)
      const { suggestions } = (await answer.json()) as Suggestions
      const named = suggestions.flatMap(({ targets }) => targets.map(({ id }) => id))
      expect(named.filter((id) => theirs.has(id) || id === target)).toEqual([])
    }
  })

  it('are leased after both were edited at one moment, and what an undo would take back is refused', async () => {
    const whole = strip(-60, 520)
    const areas = ['West', 'East'].map((label) => ({ label, area: whole, start: CENTRE }))
    const [west, east] = (await planned({ areas, shifts: [WISH.shifts[0]!] })) as [Plan, Plan]
    const grow = { edits: [{ type: 'add_walker', volunteer: { id: 'more', minutes: 60 } }] }
    const [first, second] = await Promise.all([changed(west, 'edits', grow), changed(east, 'edits', grow)])
    expectEachOnce([first, second])
    const [given] = first.walks
    const freed = served([given!])
    const less = await changed(first, 'edits', { edits: [{ type: 'remove_walker', walk: given!.walkId }] })
    expect(held(less)).not.toContain(freed[0])
    const more = second.walks.find(({ walker }) => walker === 'more')!
    const move = { type: 'move', targets: [freed[0]], walk: more.walkId }
    const gained = await changed(second, 'edits', { edits: [move] })
    expect(served(gained.walks)).toContain(freed[0])
    expect(await refused(less, { undo: 1 })).toEqual([409, 'plan.conflict'])
    expect((await standing()).map(({ id }) => id)).toEqual([less.id, gained.id])
    await expectAllLeased([gained, less])
  })
})
