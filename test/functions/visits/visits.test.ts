/** Reports of visits: each taken once, whatever happens on the way; nothing personal, nothing about few doors. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Schemas, Visit } from '@doorwalk/client'
import { mergeVisits } from '@doorwalk/core/ledger/block'
import { Visit as VisitSchema } from '@doorwalk/core/ledger/visit'
import type { Plan, WalkTarget } from '@doorwalk/core/walk/answer'
import type { Campaign } from '../../support/scenes/campaign.ts'
import { REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { changeBlock } from '../../../functions/src/ledger/blocks.ts'
import { BLOCK } from '../../../functions/src/store/keys.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'

let campaign: Campaign
let count = 0

beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

const NOW = '2026-03-14T14:00:00+01:00'
const visit = (target: string, over: object = {}) => ({
  id: `visit-${String(++count).padStart(5, '0')}`,
  target,
  at: NOW,
  ...(!('noAccess' in over) && { knocked: 1 }),
  ...over,
})
/** Some are not what the contract wants. */
const report = (visits: object[], over: object = { region: REGION }): Promise<Schemas['VisitsAnswer']> =>
  campaign.client.POST('/v1/visits', { body: { ...over, visits: visits as Visit[] } })
const targetsOf = ({ walks }: Plan): WalkTarget[] =>
  walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
const coverage = () => campaign.client.GET('/v1/coverage', { params: { query: { region: REGION } } })

describe('a batch of visits', () => {
  it('is taken once, however often it is sent, also by several at once', async () => {
    const targets = targetsOf(await campaign.plan())
    const visits = targets.map(({ id, doors }) => visit(id, { knocked: doors, opened: 2 }))
    const answers = await Promise.all([1, 2, 3, 4].map(() => report(visits)))
    const accepted = answers.flatMap((answer) => answer.accepted)
    expect(accepted.toSorted()).toEqual(visits.map(({ id }) => id).toSorted())
    expect(answers.flatMap(({ duplicate }) => duplicate)).toHaveLength(3 * visits.length)
    expect((await report(visits)).duplicate).toHaveLength(visits.length)
  })

  it('refuses what is wrong by itself and takes the rest', async () => {
    const { walks } = await campaign.plan()
    const good = visit(walks[0]!.stops[0]!.targets[0]!.id, { knocked: 1 })
    const answer = await report([
      { ...good, id: 'visit-name', name: 'Ada' },
      visit('osm:w404'),
      visit(good.target, { at: '2026-03-16T14:00:00+01:00' }),
      visit(good.target, { walk: 'wlk_404' }),
      good,
    ])
    expect(answer.refused.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'invalid'],
      [1, 'unknown_target'],
      [2, 'future'],
      [3, 'unknown_walk'],
    ])
    expect(answer.refused[0]!.detail).toContain('name')
    expect(answer.accepted).toEqual([good.id])
    const homeless = await report([visit(good.target)], {})
    expect(homeless.refused).toMatchObject([{ reason: 'no_region' }])
  })

  it('takes none that reports nothing, and tells of a scope that changed nothing', async () => {
    const [target] = targetsOf(await campaign.plan())
    const nothing = [
      { knocked: 0 },
      { knocked: 0, floors: 4 },
      { noAccess: false },
      { scope: 'target', knocked: 0 },
    ]
    const answer = await report([
      ...nothing.map((over) => visit(target!.id, over)),
      visit(target!.id, { id: 'visit-scoped', scope: 'target' }),
      visit(target!.id, { id: 'visit-opted', scope: 'target', optedOut: 1 }),
      visit(target!.id, { id: 'visit-shut', noAccess: true }),
    ])
    expect(answer.accepted).toEqual(['visit-scoped', 'visit-opted', 'visit-shut'])
    expect(answer.refused.map(({ reason }) => reason)).toEqual(nothing.map(() => 'invalid'))
    for (const { detail } of answer.refused as { detail?: string }[])
      expect(detail).toContain('nothing is reported: say how many doors')
    expect(answer.flagged).toEqual([{ id: 'visit-scoped', flag: 'scope_unused' }])
  })

  it('takes the time of arrival where a clock is ahead, and says so', async () => {
    const [target] = targetsOf(await campaign.plan())
    const answer = await report([visit(target!.id, { at: '2026-03-14T16:00:00+01:00', knocked: 1 })])
    expect(answer.flagged).toMatchObject([{ flag: 'clock_ahead' }])
  })

  it('needs no region when its visits name their walk, also after its end', async () => {
    const [walk] = (await campaign.plan({ commit: true })).walks
    await campaign.send(`/v1/walks/${walk!.walkId}/finish`)
    const [target] = walk!.stops[0]!.targets
    expect((await report([visit(target!.id, { walk: walk!.walkId })], {})).accepted).toHaveLength(1)
  })

  it.each([
    ['nothing', []],
    ['501', Array.from({ length: 501 }, () => visit('osm:w1'))],
  ])('of %s is refused whole', async (_, visits) => {
    expect((await campaign.send('/v1/visits', { region: REGION, visits })).status).toBe(400)
  })

  it('may be sent by a reporter, who may read no coverage', async () => {
    const [target] = targetsOf(await campaign.plan())
    const key = await campaign.api.key('alpha', 'reporter')
    const body = { region: REGION, visits: [visit(target!.id)] }
    expect((await campaign.send('/v1/visits', body, { key })).status).toBe(200)
    expect((await campaign.api.call(`/v1/coverage?region=${REGION}`, { key })).status).toBe(403)
  })
})

describe('the next plan', () => {
  it('skips what was visited and comes back on another day and daypart', async () => {
    const first = await campaign.plan()
    const ids = served(first.walks)
    await report(targetsOf(first).map(({ id, doors }) => visit(id, { knocked: doors, opened: 1 })))
    const second = await campaign.plan()
    expect(served(second.walks).filter((id) => ids.includes(id))).toEqual([])
    expect(second.summary.leftOut['visited']).toBe(ids.length)
    const later = await campaign.plan({ volunteers: 8, startAt: '2026-03-16T18:30:00+01:00' })
    const again = targetsOf(later).filter(({ id }) => ids.includes(id))
    expect(again.length).toBeGreaterThan(0)
  })

  it('leaves out for good who opted out', async () => {
    const first = await campaign.plan()
    await report(targetsOf(first).map(({ id }) => visit(id, { knocked: 1, optedOut: 1, scope: 'target' })))
    const later = await campaign.plan({ volunteers: 8, startAt: '2026-06-16T18:30:00+02:00' })
    expect(handedOut(later.walks).filter((id) => served(first.walks).includes(id))).toEqual([])
  })

  it('counts down the doors that a campaign has given itself', async () => {
    const [target] = targetsOf(await campaign.plan())
    const own = { targets: [{ id: target!.id, doors: 40 }] }
    await campaign.send(`/v1/buildings?region=${REGION}`, own)
    await report([visit(target!.id, { knocked: 30, opened: 30 })])
    const plan = await campaign.plan({ volunteers: 8, targets: [{ id: target!.id, doors: 40 }] })
    expect(targetsOf(plan).find(({ id }) => id === target!.id)?.doors ?? 10).toBe(10)
  })
})

describe('coverage', () => {
  it('equals a recount of what was accepted', async () => {
    const before = await coverage()
    expect(before.total['due']).toBe(before.total['doors'])
    expect(before.total.counts).toBeNull()
    const targets = targetsOf(await campaign.plan({ volunteers: 6, minutes: 120 })).filter(
      ({ doors }) => doors >= 11,
    )
    await report(
      targets.map(({ id, doors }) => visit(id, { knocked: doors, opened: 3, refused: 2, revisit: 1 })),
    )
    const after = await coverage()
    const doors = targets.reduce((sum, target) => sum + target.doors, 0)
    expect(after.total).toMatchObject({
      done: 4 * targets.length,
      later: doors - 4 * targets.length,
      counts: { knocked: doors, opened: 3 * targets.length, refused: 2 * targets.length },
    })
    expect(after.total['doors']).toBe(before.total['doors'])
  })

  it('tells what walks hold and what none covers', async () => {
    const plan = await campaign.plan({ commit: true, reserves: false })
    const { total } = await coverage()
    expect(total['leased']).toBe(plan.summary.doors)
    expect(total['uncovered']).toBe(total['doors'] - plan.summary.doors)
  })

  it('is a map of hexagons on request', async () => {
    const answer = await campaign.api.call(`/v1/coverage?region=${REGION}`, {
      key: campaign.key,
      headers: { Accept: 'application/geo+json' },
    })
    expect(answer.headers.get('Content-Type')).toContain('application/geo+json')
    const map = (await answer.json()) as { features: { geometry: { coordinates: number[][][] } }[] }
    expect(map.features.length).toBeGreaterThan(3)
    expect(map.features[0]!.geometry.coordinates[0]).toHaveLength(7)
  })

  it('of a stored area sums its whole blocks', async () => {
    const whole = await coverage()
    const cells = whole.blocks.slice(0, 2).map(({ block }) => String(block))
    const area = { label: 'A', region: REGION, area: { cells } }
    const { id } = (await (await campaign.send('/v1/areas', area)).json()) as { id: string }
    const part = await campaign.get<Schemas['Coverage']>(`/v1/coverage?region=${REGION}&area=${id}`)
    expect(part.blocks.map(({ block }) => block)).toEqual(cells)
    expect(part.total['doors']).toBe(part.blocks.reduce((sum, { doors }) => sum + Number(doors), 0))
    const { key } = campaign
    expect((await campaign.api.call(`/v1/coverage?region=${REGION}&area=area_x`, { key })).status).toBe(404)
  })

  it('says how many doors a day the goal needs', async () => {
    const { api, key } = campaign
    const body = { goal: { doors: 900, by: '2026-03-22' } }
    await api.call('/v1/campaigns/alpha', { key, method: 'PUT', body })
    expect((await coverage()).pace).toEqual({ left: 900, days: 9, doorsADay: 100 })
  })
})

describe('calibration', () => {
  it('lets the next plan know how many doors opened, unless told not to', async () => {
    const first = await campaign.plan({ volunteers: 6, minutes: 120 })
    expect(first.assumptions.calibration).toBeUndefined()
    const large = targetsOf(first).filter(({ doors }) => doors >= 11)
    await report(large.map(({ id, doors }) => visit(id, { knocked: doors, opened: doors })))
    const { assumptions } = await campaign.plan()
    expect(assumptions.openedShare).toBeGreaterThan(0.6)
    expect(assumptions.calibration).toMatchObject({ daypart: 'afternoon', entries: large.length })
    const plain = await campaign.plan({ calibrate: false })
    expect(plain.assumptions).toEqual(first.assumptions)
  })

  it('lets the next plan know how long doors took on a finished walk, whose reports come one by one', async () => {
    const { walks } = await campaign.plan({ volunteers: 2, minutes: 120, commit: true })
    const { api, key } = campaign
    const walk = walks.toSorted((a, b) => b.stops.length - a.stops.length)[0]!
    await api.call(`/v1/walks/${walk.walkId}/start`, { key, method: 'POST' })
    for (const [index, { targets }] of walk.stops.entries()) {
      const { id, doors, floors } = targets[0]!
      const opened = Math.floor(doors / 4)
      // Half as long again as the model expects.
      const seconds = 1.5 * (60 + 15 * floors + 35 * doors + 180 * opened)
      api.clock.time += ((walk.legs[index]?.seconds ?? 0) + seconds) * 1000
      const at = new Date(api.clock.time).toISOString()
      await report([{ ...visit(id, { knocked: doors, opened }), at, walk: walk.walkId }])
    }
    const before = await campaign.plan()
    expect(before.assumptions.calibration).toMatchObject({ stops: 0, pace: 1 })
    for (let again = 0; again < 2; again++)
      await api.call(`/v1/walks/${walk.walkId}/finish`, { key, method: 'POST' })
    const { assumptions } = await campaign.plan()
    const large = walk.stops.slice(1).filter(({ targets: [target] }) => target!.doors >= 11)
    expect(large.length).toBeGreaterThan(2)
    expect(assumptions.calibration!.stops).toBe(large.length)
    expect(assumptions.calibration!.pace).toBeGreaterThan(1.05)
    expect(assumptions.knockSeconds).toBeGreaterThan(35)
    expect((await campaign.plan({ calibrate: false })).assumptions.knockSeconds).toBe(35)
  })
})

describe('privacy', () => {
  it('keeps no outcome of a target below 11 doors anywhere in the table', async () => {
    const small = targetsOf(await campaign.plan({ volunteers: 8, minutes: 120 })).filter(
      ({ doors }) => doors < 11,
    )
    expect(small.length).toBeGreaterThan(5)
    const visits = small.map(({ id }) => visit(id, { knocked: 6, opened: 4, refused: 1, revisit: 1 }))
    await report(visits)
    const { store } = campaign.api.world
    const { items } = await store.query({ pk: `C#alpha#BLOCKS#${REGION}`, prefix: '', limit: 1000 })
    const records = items.flatMap(({ data }) => {
      const { targets } = data['ledger'] as { targets: Record<string, Record<string, unknown>> }
      return Object.values(targets)
    })
    expect(records).toHaveLength(small.length)
    for (const record of records) {
      expect(Object.keys(record).toSorted()).toEqual(['doors', 'small'])
      expect(JSON.stringify(record)).not.toMatch(/knocked|opened|refused|revisit|visit-/)
    }
  })

  it('lets a block grow beyond what one item holds and forgets no id', async () => {
    const [target] = targetsOf(await campaign.plan()).filter(({ doors }) => doors >= 11)
    const sent: object[][] = []
    for (let batch = 0; batch < 6; batch++) {
      const visits = Array.from({ length: 500 }, () => visit(target!.id, { knocked: 1 }))
      sent.push(visits)
      expect((await report(visits)).accepted).toHaveLength(500)
    }
    const { items } = await campaign.api.world.store.query({
      ...{ pk: `C#alpha#BLOCKS#${REGION}`, prefix: 'OVERFLOW#', limit: 10 },
    })
    expect(items.length).toBeGreaterThan(0)
    for (const visits of sent) expect((await report(visits)).duplicate).toHaveLength(500)
    expect((await coverage()).total.counts?.['knocked']).toBe(3_000)
    // What lies in an item that never changes is corrected as well, and back again.
    const { world } = campaign.api
    const oldest = VisitSchema.parse(sent[0]![0])
    const inRegion = { campaign: 'alpha', region: REGION }
    const { items: blocks } = await world.store.query({ ...BLOCK.range(inRegion), limit: 1 })
    for (const knocked of [12, 1]) {
      const ref = { ...inRegion, block: BLOCK.idOf(blocks[0]!) }
      const corrected = { visit: { ...oldest, knocked }, doors: 12, corrects: 'counts' } as const
      await changeBlock(world, ref, (ledger) => mergeVisits(ledger, [corrected]).block)
      expect((await coverage()).total.counts?.['knocked']).toBe(2_999 + knocked)
    }
  })
})
