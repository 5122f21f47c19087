/** Roll-call: who is there goes on, who is not gives his walk back, and no target is lost or free in between. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan, Walk, WalkChange } from '@doorwalk/core/walk/answer'
import { PlanRequest } from '@doorwalk/core/request/request'
import { createPlan, readHead, writeOrder } from '@doorwalk/functions/plans/plans'
import { runPlan } from '@doorwalk/functions/jobs/run-plan'
import { type Campaign, REGION, openCampaign, served, walkOf } from '../../support/scenes/campaign.ts'
import { targetsOf } from '../../support/check-plan.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'
import { planOnly } from '../../support/servers/planner.ts'

let campaign: Campaign

beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

const MINUTE = 60_000
const named = (...ids: string[]) => ids.map((id) => ({ id }))

type Answer = Plan & { replacedBy: string | null }

async function replan(plan: Plan, wish: object): Promise<Answer> {
  const answer = await campaign.send(`/v1/plans/${plan.id}/replan`, { iterations: 2_000, ...wish })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Answer
}

const code = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  ((await answer.json()) as { code: string }).code,
]
const state = async (walkId: string): Promise<string> =>
  (await campaign.get<{ state: string }>(`/v1/walks/${walkId}/state`)).state
const changeOf = (plan: Plan, walkId: string): WalkChange =>
  plan.replan!.changes.find((change) => change.walkId === walkId)!

async function visit(walk: Walk, stops: number): Promise<string[]> {
  const at = new Date(campaign.api.clock.time).toISOString().slice(0, 19) + 'Z'
  const targets = walk.stops.slice(0, stops).flatMap((stop) => stop.targets)
  const visits = targets.map(({ id, doors }, index) => ({
    id: `visit-${walk.walkId}-${index}`.slice(-60),
    ...{ target: id, at, walk: walk.walkId, knocked: doors, opened: doors },
  }))
  const answer = await campaign.send('/v1/visits', { visits })
  expect(answer.status).toBe(200)
  return targets.map(({ id }) => id)
}

/** Every target of the old walks is on a walk or says why not. */
function expectNothingLost(before: Plan, after: Plan): void {
  const named = new Set([...handedOut(after.walks), ...after.leftOut.map(({ target }) => target)])
  expect(served(before.walks).filter((id) => !named.has(id))).toEqual([])
  expect(targetsOf(after)).toEqual(targetsOf(before))
  const once = served(after.walks)
  expect(new Set(once).size).toBe(once.length)
}

describe('newcomers', () => {
  it.each(['walks', 'least'] as const)('have no more time than they say, with keep %s', async (keep) => {
    const before = await campaign.plan({ volunteers: named('a', 'b', 'c'), minutes: 60, commit: true })
    const newcomers = [
      { id: 'short', minutes: 25 },
      { id: 'long', minutes: 60 },
    ]
    const after = await replan(before, { gone: ['a', 'b'], newcomers, keep })
    expect(walkOf(after, 'short').seconds).toBeLessThanOrEqual((25 * MINUTE) / 1000)
    expect(walkOf(after, 'short').stops.length).toBeGreaterThan(0)
    expect(walkOf(after, 'long').seconds).toBeLessThanOrEqual((60 * MINUTE) / 1000)
    if (keep === 'walks')
      expect(['a', 'b'].map((walker) => walkOf(before, walker).walkId)).toContain(
        walkOf(after, 'long').walkId,
      )
    expectNothingLost(before, after)
  })

  it('have none of the walks already, and stand there once', async () => {
    const plan = await campaign.plan({ volunteers: named('a', 'b'), commit: true })
    const refuse = (wish: object) => campaign.send(`/v1/plans/${plan.id}/replan`, wish).then(code)
    expect(await refuse({ newcomers: [{ id: 'a', minutes: 30 }] })).toEqual([400, 'replan.walker'])
    expect(await refuse({ present: ['a', 'x'], newcomers: [{ id: 'x' }] })).toEqual([400, 'replan.walker'])
    expect(await refuse({ newcomers: [{ minutes: 30 }] })).toEqual([400, 'request.invalid'])
    const after = await replan(plan, {
      ...{ present: ['a'], newcomers: [{ id: 'x', minutes: 30 }] },
      late: [{ walker: 'x', minutes: 10 }],
    })
    expect(after.walks.map(({ walker }) => walker).toSorted()).toEqual(['a', 'x'])
    expect(walkOf(after, 'x').seconds).toBeLessThanOrEqual(30 * 60)
  })
})

describe('keep: walks', () => {
  it('leaves the walks of those present as they are, byte for byte, and gives the others back', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b', 'c', 'd'), commit: true })
    const after = await replan(before, { gone: ['b', 'd'] })
    for (const walker of ['a', 'c'])
      expect(JSON.stringify(walkOf(after, walker))).toBe(JSON.stringify(walkOf(before, walker)))
    expect(after.walks).toHaveLength(2)
    expect(after.replan).toMatchObject({ of: before.id, keep: 'walks', stayed: 1 })
    const gone = changeOf(after, walkOf(before, 'b').walkId)
    expect(gone).toMatchObject({ change: 'cancelled', walker: null, before: 'b', kept: 0 })
    expect(gone.lost.every(({ to, reason }) => to === null && reason === 'not_selected')).toBe(true)
    expectNothingLost(before, after)
    expect(await state(walkOf(before, 'a').walkId)).toBe('leased')
    expect(await state(walkOf(before, 'b').walkId)).toBe('released')
    const other = await campaign.plan({ volunteers: 8 })
    expect(other.leftOut.filter(({ reason }) => reason === 'leased').map(({ target }) => target)).toEqual(
      handedOut(after.walks).toSorted(),
    )
  })

  it('hands orphaned walks over whole to newcomers, best rank first, and plans for the rest', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b', 'c'), commit: true })
    const [best] = before.walks.filter(({ walker }) => walker !== 'a').sort((x, y) => x.rank - y.rank)
    const after = await replan(before, { present: ['a', 'new-1', 'new-2', 'new-3'] })
    const taken = after.walks.find(({ walker }) => walker === 'new-1')!
    expect(taken).toEqual({ ...best, walker: 'new-1' })
    expect(changeOf(after, best!.walkId)).toMatchObject({ change: 'handed_over', before: best!.walker })
    const extra = walkOf(after, 'new-3')
    expect(extra.number).toBe(4)
    expect(changeOf(after, extra.walkId)).toMatchObject({ change: 'new', before: null })
    expectNothingLost(before, after)
    const read = await campaign.get<Walk & { planId: string }>(`/v1/walks/${best!.walkId}`)
    expect([read.walker, read.planId]).toEqual(['new-1', after.id])
  })

  it('gives nobody a walk that his wishes forbid, and forgets them of nobody who comes later', async () => {
    const volunteers = [{ id: 'a' }, { id: 'b' }, { id: 'brief', minutes: 15, doors: 12 }]
    const before = await campaign.plan({ volunteers, commit: true })
    const without = await replan(before, { gone: ['brief'] })
    const after = await replan(without, { present: ['a', 'brief'] })
    const walk = walkOf(after, 'brief')
    expect(changeOf(after, walk.walkId)).toMatchObject({ change: 'new' })
    expect(changeOf(after, walkOf(before, 'b').walkId)).toMatchObject({ change: 'cancelled' })
    expect(walk.budget).toBe(15 * 60)
    expect(walk.doors).toBeLessThanOrEqual(12)
    expectNothingLost(before, after)
  })

  it('leaves what is done done: a finished walk is finished, with its key buildings, at each roll-call after', async () => {
    const volunteers = named('a', 'b', 'c', 'd')
    const before = await campaign.plan({ volunteers, keyShare: 0.5, commit: true })
    const [done, typed] = [walkOf(before, 'b'), walkOf(before, 'c')]
    const keysOf = (walk: Walk) =>
      walk.stops.flatMap(({ targets }) => targets.filter(({ key }) => key)).length
    for (const walk of [done, typed]) await visit(walk, walk.stops.length)
    expect((await campaign.send(`/v1/walks/${done.walkId}/finish`)).status).toBe(200)
    const after = await replan(before, { present: ['a', 'd', 'late'] })
    const finished = { change: 'finished', kept: 0, lost: [] }
    expect(changeOf(after, done.walkId)).toMatchObject({ ...finished, walker: 'b', before: 'b' })
    // Nobody ended it: all that there was is done, and no newcomer gets it.
    expect(changeOf(after, typed.walkId)).toMatchObject({ ...finished, walker: 'c' })
    expect(changeOf(after, walkOf(after, 'late').walkId)).toMatchObject({ change: 'new' })
    for (const { walkId } of [done, typed]) expect(await state(walkId)).toBe('finished')
    expect(keysOf(done) + keysOf(typed)).toBeGreaterThan(0)
    const onWalks = after.walks.reduce((sum, walk) => sum + keysOf(walk), 0)
    const { keys } = after.summary
    expect(keys!.reached).toBe(onWalks + keysOf(done) + keysOf(typed))
    const again = await replan(after, { gone: ['d'] })
    expect(changeOf(again, done.walkId)).toMatchObject({ ...finished, number: done.number })
    expect(again.summary.keys!.reached).toBeGreaterThanOrEqual(keysOf(done) + keysOf(typed))
  })

  it('sends the best ranks when only a number is told', async () => {
    const before = await campaign.plan({ volunteers: 4 })
    const after = await replan(before, { present: 2 })
    expect(after.walks.map(({ rank }) => rank).sort()).toEqual([1, 2])
    const more = await replan(after, { present: 3 })
    expect(more.walks.map(({ number }) => number)).toContain(5)
  })

  it('shortens the walk of who is late to what fits, of his own stops alone', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b'), commit: true })
    const after = await replan(before, { late: [{ walker: 'b', minutes: 25 }] })
    const [was, is] = [walkOf(before, 'b'), walkOf(after, 'b')]
    expect(is.walkId).toBe(was.walkId)
    expect(Date.parse(is.startAt)).toBe(Date.parse(was.startAt) + 25 * MINUTE)
    expect(Date.parse(is.endAt)).toBeLessThanOrEqual(Date.parse(was.startAt) + 60 * MINUTE)
    expect(served([was])).toEqual(expect.arrayContaining(served([is])))
    expect(changeOf(after, was.walkId).lost.length).toBeGreaterThan(0)
    expect(walkOf(after, 'a')).toEqual(walkOf(before, 'a'))
    expectNothingLost(before, after)
  })
})

describe('a second roll-call', () => {
  const late = (minutes: number) => ({ late: [{ walker: 'b', minutes }] })
  const endOf = (walk: Walk) =>
    (Date.parse(walk.startAt) + walk.budget * 1000 - campaign.api.clock.time) / MINUTE

  it.each(['walks', 'least'] as const)(
    'gives whoever was late his own minutes again, with keep %s',
    async (keep) => {
      const before = await campaign.plan({
        volunteers: [{ id: 'a' }, { id: 'b', minutes: 50 }],
        commit: true,
      })
      const first = await replan(before, { ...late(20), keep })
      expect(walkOf(first, 'b').budget).toBe(30 * 60)
      const later = await replan(first, { ...late(25), keep })
      expect(walkOf(later, 'b').budget).toBe(25 * 60)
      const sooner = await replan(later, { ...late(10), keep })
      expect(walkOf(sooner, 'b').budget).toBe(40 * 60)
      expect(endOf(walkOf(sooner, 'b'))).toBe(endOf(walkOf(before, 'b')))
      const [was, is] = [
        walkOf(before, 'b'),
        walkOf(await replan(sooner, { present: ['a', 'b'], keep }), 'b'),
      ]
      expect([is.walkId, is.budget, is.startAt]).toEqual([was.walkId, 50 * 60, was.startAt])
      expect(is.doors).toBeGreaterThan(walkOf(later, 'b').doors)
      expect(walkOf(sooner, 'a').budget).toBe(60 * 60)
    },
  )

  it('gives whoever takes over from somebody late the time that there was, and no more than his own', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b'), commit: true })
    const first = await replan(before, late(30))
    const newcomers = [{ id: 'new', minutes: 45 }]
    const taken = await replan(first, { gone: ['b'], newcomers })
    const walk = walkOf(taken, 'new')
    expect([walk.walkId, walk.budget]).toEqual([walkOf(before, 'b').walkId, 45 * 60])
    expect(walk.startAt).toBe(walkOf(before, 'b').startAt)
  })
})

describe('keep: least', () => {
  it('pins what is done, keeps most of what is ahead, and ends in time', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b', 'c', 'd'), commit: true })
    const [a, b] = [walkOf(before, 'a'), walkOf(before, 'b')]
    for (const { walkId } of [a, b]) await campaign.send(`/v1/walks/${walkId}/start`)
    campaign.api.clock.time += 30 * MINUTE
    const done = await visit(a, 2)
    const doneOfB = await visit(b, 1)
    const after = await replan(before, { gone: ['b', 'c'], keep: 'least' })
    const is = walkOf(after, 'a')
    expect(is.walkId).toBe(a.walkId)
    expect(served([{ ...is, stops: is.stops.filter((stop) => stop.done) }])).toEqual(done)
    is.stops.slice(0, 2).forEach((stop, index) => {
      const { arriveAt: _, done: isDone, ...rest } = stop
      const { arriveAt: __, ...was } = a.stops[index]!
      expect(isDone).toBe(true)
      expect(rest).toEqual(was)
    })
    expect(is.legs.slice(0, 2)).toEqual(a.legs.slice(0, 2))
    expect(Date.parse(is.endAt)).toBeLessThanOrEqual(Date.parse(a.startAt) + 60 * MINUTE)
    expect(after.replan!.stayed).toBeGreaterThanOrEqual(0.7)
    expect(served(after.walks).filter((id) => doneOfB.includes(id))).toEqual([])
    expect(
      after.leftOut.filter(({ target }) => doneOfB.includes(target)).map(({ reason }) => reason),
    ).toEqual(doneOfB.map(() => 'visited'))
    expectNothingLost(before, after)
    expect(await state(a.walkId)).toBe('started')
    // A second time, from where the first left off.
    campaign.api.clock.time += 10 * MINUTE
    const again = await replan(after, { keep: 'least' })
    expect(walkOf(again, 'a').walkId).toBe(a.walkId)
    expect(Date.parse(walkOf(again, 'a').endAt)).toBeLessThanOrEqual(Date.parse(a.startAt) + 60 * MINUTE)
  })

  it('gives what others leave to those who are there', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b', 'c'), minutes: 40 })
    const after = await replan(before, { gone: ['c'], keep: 'least', present: ['a', 'b', 'new'] })
    const orphan = walkOf(before, 'c')
    expect(walkOf(after, 'new').walkId).toBe(orphan.walkId)
    expect(changeOf(after, orphan.walkId)).toMatchObject({
      change: 'handed_over',
      before: 'c',
      walker: 'new',
    })
  })
})

describe('the plan before', () => {
  it('stays readable, points to the next one, and is neither committed nor replanned again', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b') })
    const after = await replan(before, { gone: ['b'] })
    const read = await campaign.get<Answer>(`/v1/plans/${before.id}`)
    expect(read.walks).toEqual(before.walks)
    expect([read.replacedBy, after.replacedBy]).toEqual([after.id, null])
    for (const call of ['commit', 'replan'])
      expect(await code(await campaign.send(`/v1/plans/${before.id}/${call}`, { gone: [] }))).toEqual([
        409,
        'plan.replaced',
      ])
    expect((await campaign.send(`/v1/plans/${after.id}/commit`)).status).toBe(200)
    const { key } = campaign
    await campaign.api.call(`/v1/plans/${before.id}`, { key, method: 'DELETE' })
    const kept = await campaign.get<Walk>(`/v1/walks/${walkOf(after, 'a').walkId}`)
    expect(kept.walker).toBe('a')
    expect(await state(kept.walkId)).toBe('leased')
  })

  it('is replanned by one of two who ask at once', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b', 'c'), commit: true })
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((gone) => campaign.send(`/v1/plans/${before.id}/replan`, { gone: [gone] })),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([201, 409, 409])
    for (const answer of answers.filter(({ status }) => status === 409))
      expect(['plan.replan_running', 'plan.replaced']).toContain((await code(answer))[1])
  })

  it('keeps its leases when the replan fails, and can be replanned again', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b'), commit: true })
    const night = { gone: ['b'], startAt: '2026-03-14T22:30:00+01:00' }
    expect(await code(await campaign.send(`/v1/plans/${before.id}/replan`, night))).toEqual([
      409,
      'dispatch.closed',
    ])
    expect((await campaign.plan()).summary.leftOut['leased']).toBe(handedOut(before.walks).length)
    expect(await state(walkOf(before, 'b').walkId)).toBe('leased')
    await replan(before, { gone: ['b'] })
  })

  it('holds every target until the next plan counts, whatever dies on the way', async () => {
    const before = await campaign.plan({ volunteers: named('a', 'b', 'c'), commit: true })
    const after = await replan(before, { gone: ['b'], keep: 'least' })
    const { store } = campaign.api.world
    const commit = (plan: Plan) => ({ pk: 'C#alpha', sk: `COMMIT#${plan.id}` })
    const set = (plan: Plan, state: string, until = campaign.api.clock.time + MINUTE) =>
      store.putMany([{ ...commit(plan), data: { state, until } }])
    const taken = async (): Promise<string[]> =>
      (await campaign.plan({ volunteers: 8 })).leftOut
        .filter(({ reason }) => reason === 'leased')
        .map(({ target }) => target)
    expect(await taken()).toEqual(handedOut(after.walks).toSorted())
    // As it was just before the new commit counted, and after its process had died.
    for (const walk of before.walks) {
      const key = { pk: 'C#alpha', sk: `WALK#${walk.walkId}` }
      await store.putMany([{ ...key, data: { ...(await store.get(key))!.data, state: 'leased' } }])
    }
    await set(before, 'committed')
    for (const state of ['pending', 'void']) {
      await set(after, state)
      expect(await taken()).toEqual(expect.arrayContaining(handedOut(before.walks)))
    }
  })
})

it('is refused with what was wrong, and changes nothing', async () => {
  const before = await campaign.plan({ volunteers: named('a', 'b'), commit: true })
  const wishes: [object, string][] = [
    [{ gone: ['z'] }, 'replan.walker'],
    [{ present: ['a', 'a'] }, 'replan.walker'],
    [{ present: ['a'], gone: ['a'] }, 'replan.walker'],
    [{ late: [{ walker: 'z', minutes: 5 }] }, 'replan.walker'],
    [{ present: ['a', 'ada@mail.example'] }, 'replan.walker'],
    [{ late: [{ walker: '06 12 34 56 78', minutes: 5 }] }, 'replan.walker'],
    [{ present: [] }, 'replan.nobody'],
    [{ commit: false }, 'replan.commit'],
    [{ names: ['Ada'] }, 'request.invalid'],
  ]
  for (const [wish, expected] of wishes)
    expect(await code(await campaign.send(`/v1/plans/${before.id}/replan`, wish))).toEqual([400, expected])
  await campaign.send(`/v1/walks/${before.walks[0]!.walkId}/start`)
  const late = { late: [{ walker: before.walks[0]!.walker, minutes: 5 }] }
  expect((await campaign.send(`/v1/plans/${before.id}/replan`, late)).status).toBe(400)
  expect(await state(before.walks[1]!.walkId)).toBe('leased')
})

it('fails when the plan before is removed meanwhile', async () => {
  const { world } = campaign.api
  const ref = { campaign: 'alpha', planId: 'pln_late' }
  await createPlan(world, { ref, request: PlanRequest.parse({ region: REGION, volunteers: 1 }) })
  await writeOrder(world, { ref, order: { of: 'pln_gone', keep: 'walks', roll: [] } })
  const planner = planOnly(() => Promise.reject(new Error('not reached')))
  await runPlan(world, { planner, ref, openPart: async () => undefined, log: () => undefined })
  expect((await readHead(world, ref))?.head.error?.code).toBe('plan.gone')
})
