/** Drafts that are overtaken: by visits, by leases of others, by a newer version of their region. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { lookAtDrafts, sweepDrafts } from '@doorwalk/functions/drafts/overtaken'
import type { PlanStale } from '@doorwalk/functions/plans/heads'
import { type Campaign, CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'
import { World } from '../../support/worlds/osm-fixture.ts'
import { prepareWorld } from '../../support/worlds/prepared.ts'

/** Allowed for webhooks, and nobody listens there. */
const NOBODY = 'http://127.0.0.1:9'
const DAY = 86_400_000

let campaign: Campaign
let hook: string
let count = 0
async function open(regionRoots?: string[]): Promise<Campaign> {
  campaign = await openCampaign({ webhookAllow: [NOBODY], ...(regionRoots && { regionRoots }) })
  const made = await campaign.send('/v1/webhooks', { url: NOBODY, label: 'nobody', events: ['plan.stale'] })
  hook = ((await made.json()) as { id: string }).id
  return campaign
}
afterEach(() => campaign.api.close())

const staleOf = async (plan: Plan): Promise<PlanStale | null> =>
  (await campaign.get<{ stale: PlanStale | null }>(`/v1/plans/${plan.id}`)).stale
const reasonsOf = async (plan: Plan): Promise<string[]> => (await staleOf(plan))?.reasons ?? []
/** Ids of events of `plan.stale` that were sent. */
const told = async (): Promise<string[]> =>
  (
    await campaign.get<{ deliveries: { eventId: string }[] }>(
      `/v1/webhooks/${hook}/deliveries?type=plan.stale`,
    )
  ).deliveries.map(({ eventId }) => eventId)
const drafts = async (): Promise<string[]> =>
  (await campaign.api.scan())
    .filter(({ sk }) => sk.startsWith('DRAFT#'))
    .map(({ sk }) => sk.split('#').at(-1)!)
const visit = (target: string, counts: object) =>
  campaign.send('/v1/visits', {
    region: REGION,
    visits: [{ id: `visit-${++count}-0000`, target, at: '2026-03-14T13:30:00+01:00', ...counts }],
  })
const codeOf = async (answer: Response): Promise<string | undefined> =>
  ((await answer.json()) as { code?: string }).code
const blocksOf = ({ walks }: Plan): string[] => [
  ...new Set(walks.flatMap(({ stops }) => stops.map(({ block }) => block))),
]
/** Two requests for a walk each, in blocks that have nothing in common. */
async function halves(): Promise<[west: object, east: object]> {
  const { id, walks } = await campaign.plan({ volunteers: 8, minutes: 240 })
  await campaign.api.call(`/v1/plans/${id}`, { key: campaign.key, method: 'DELETE' })
  const all = blocksOf({ walks } as Plan).sort()
  const middle = all.length / 2
  return [all.slice(0, middle), all.slice(middle)].map((cells) => ({
    ...{ area: { cells }, volunteers: 1, minutes: 30, startAt: '2026-03-14T14:05:00+01:00' },
  })) as [object, object]
}

describe('a draft', () => {
  it('is overtaken by a visit that leaves nothing to do at one of its targets, not by one that leaves some', async () => {
    await open()
    const [west] = await halves()
    const plan = await campaign.plan(west)
    const target = plan.walks[0]!.stops.flatMap(({ targets }) => targets).find(({ doors }) => doors >= 12)!
    expect(await staleOf(plan)).toBeNull()
    await visit(target.id, { knocked: 3, opened: 3 })
    expect(await staleOf(plan)).toBeNull()
    expect(await drafts()).toEqual([plan.id])
    await visit(target.id, { knocked: target.doors - 3, opened: target.doors - 3 })
    expect(await staleOf(plan)).toEqual({ at: '2026-03-14T13:00:00.000Z', reasons: ['visited'] })
    const { plans } = await campaign.get<{ plans: { stale: PlanStale }[] }>('/v1/plans')
    expect(plans[0]!.stale.reasons).toEqual(['visited'])
    expect(await told()).toEqual([plan.id.replace('pln_', 'evt_') + '_stale'])
    expect(await codeOf(await campaign.send(`/v1/plans/${plan.id}/commit`))).toBe('plan.conflict')
    // Told once, and looked at no more.
    await visit(target.id, { knocked: 1 })
    expect(await told()).toHaveLength(1)
    expect(await drafts()).toEqual([])
  })

  it('is overtaken by whoever leases its targets: a plan, at once or later, and a walk now', async () => {
    await open()
    const [west, east] = await halves()
    const near = await campaign.plan(west)
    const same = await campaign.plan({ ...west, seed: 2 })
    const far = await campaign.plan(east)
    await campaign.send(`/v1/plans/${same.id}/commit`)
    expect([await reasonsOf(near), await reasonsOf(same), await reasonsOf(far)]).toEqual([['leased'], [], []])
    expect(await told()).toHaveLength(1)
    const others = await campaign.plan({ ...east, volunteers: 6, minutes: 120, commit: true })
    expect([await reasonsOf(far), await reasonsOf(others)]).toEqual([['leased'], []])
    for (const { walkId } of others.walks) await campaign.send(`/v1/walks/${walkId}/release`)
    const last = await campaign.plan(east)
    const { start } = last.walks[0]!
    const now = { region: REGION, start: start ?? CENTRE, minutes: 300, area: { cells: blocksOf(last) } }
    expect((await campaign.send('/v1/walks', now)).status).toBe(201)
    expect(await reasonsOf(last)).toEqual(['leased'])
    expect(await told()).toHaveLength(3)
    expect(await drafts()).toEqual([])
  })

  it('is none once it is committed, removed or made again', async () => {
    await open()
    const [west, east] = await halves()
    const plan = await campaign.plan(west)
    await campaign.send(`/v1/plans/${plan.id}/commit`)
    const [stop] = plan.walks[0]!.stops
    const target = stop!.targets[0]!
    await visit(target.id, { knocked: target.doors, opened: target.doors })
    expect(await staleOf(plan)).toBeNull()
    const second = await campaign.plan(east)
    const answer = await campaign.send(`/v1/plans/${second.id}/replan`, { present: 1, iterations: 50 })
    const third = (await answer.json()) as Plan
    const done = second.walks[0]!.stops[0]!.targets[0]!
    await visit(done.id, { knocked: done.doors, opened: done.doors })
    expect(await staleOf(second)).toBeNull()
    await campaign.api.call(`/v1/plans/${third.id}`, { key: campaign.key, method: 'DELETE' })
    await visit(done.id, { knocked: 1 })
    expect(await drafts()).toEqual([])
    expect(await told()).toEqual([])
  })

  it('is told of again where whoever found it died before he could tell', async () => {
    const { api } = await open()
    const plan = await campaign.plan({ volunteers: 1, minutes: 30 })
    const { id: target, doors } = plan.walks[0]!.stops[0]!.targets[0]!
    const { block } = plan.walks[0]!.stops[0]!
    const happened = { campaign: 'alpha', region: REGION, blocks: [block] }
    const { announce } = api.world
    // Nobody looks at the drafts of this visit.
    api.world.announce = () => Promise.resolve()
    await visit(target, { knocked: doors, opened: doors })
    const dying = { ...api.world, announce: () => Promise.reject(new Error('power cut')) }
    await expect(lookAtDrafts(dying, happened)).rejects.toThrow('power cut')
    expect([await reasonsOf(plan), await told()]).toEqual([['visited'], []])
    api.world.announce = announce
    for (let times = 0; times < 2; times++) await lookAtDrafts(api.world, happened)
    expect(await told()).toHaveLength(1)
  })

  it('is not looked at a week after the end of its last walk, nor after the last ballot', async () => {
    const { api } = await open()
    const plan = await campaign.plan({ volunteers: 1, minutes: 30 })
    expect(await drafts()).toHaveLength(1)
    api.clock.time += 8 * DAY
    const target = plan.walks[0]!.stops[0]!.targets[0]!
    await visit(target.id, { knocked: target.doors, opened: target.doors })
    expect(await staleOf(plan)).toBeNull()
    await sweepDrafts(api.world)
    expect((await api.scan()).filter(({ pk }) => pk === 'DRAFTING')).toEqual([])
  })
})

it('a draft is overtaken by a newer version of its region, found by the sweep', async () => {
  const street = (houses: number): World => {
    const world = new World('street')
    world.box([-60, -60, 300, 120])
    world.line(
      [0, 100, 200].map((x) => [x, 0]),
      { highway: 'residential', name: 'Rue Droite' },
    )
    for (let n = 0; n < houses; n++)
      world.building([10 + 20 * n, 8, 14, 10], {
        ...{ building: 'apartments', 'building:levels': '4', 'building:flats': '12' },
        ...{ 'addr:housenumber': String(2 * n + 1), 'addr:street': 'Rue Droite' },
      })
    return world
  }
  const { root, manifest } = await prepareWorld(street(4))
  const { api } = await open([root])
  const plan = await campaign.plan({ region: 'street', volunteers: 1 })
  await sweepDrafts(api.world)
  expect(await staleOf(plan)).toBeNull()
  await prepareWorld(street(6), {}, root)
  // Pinned on purpose: nothing has changed since.
  const pinned = await campaign.plan({ region: 'street', version: manifest.version, volunteers: 1 })
  for (let times = 0; times < 2; times++) await sweepDrafts(api.world)
  expect([await reasonsOf(plan), await reasonsOf(pinned)]).toEqual([['region'], []])
  expect(await told()).toHaveLength(1)
})
