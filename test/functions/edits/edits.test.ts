/** A plan changed by hand: what is asked for happens, all else stays byte for byte, and it can be taken back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { type Campaign, CENTRE, openCampaign, served, walkOf } from '../../support/scenes/campaign.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'
import { targetsOf } from '../../support/check-plan.ts'

let campaign: Campaign

beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

const named = (...ids: string[]) => ids.map((id) => ({ id }))

async function edit(plan: Plan, ...edits: object[]): Promise<Plan> {
  return made(plan, { edits })
}

async function made(plan: Plan, body: object): Promise<Plan> {
  const answer = await campaign.send(`/v1/plans/${plan.id}/edits`, body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Plan
}

async function refusal(plan: Plan, body: object): Promise<[number, string, string | undefined]> {
  const answer = await campaign.send(`/v1/plans/${plan.id}/edits`, body)
  const { code, errors } = (await answer.json()) as { code: string; errors?: { pointer: string }[] }
  return [answer.status, code, errors?.[0]?.pointer]
}

const json = (walk: Walk | undefined): string => JSON.stringify(walk)
const idsOn = (walk: Walk): string[] => served([walk])

function expectOthersKept(before: Plan, after: Plan, touched: string[]): void {
  for (const walk of before.walks) {
    if (touched.includes(walk.walkId)) continue
    const now = after.walks.find(({ walkId }) => walkId === walk.walkId)
    expect(json(now && { ...now, reserves: walk.reserves })).toBe(json(walk))
  }
  expect(targetsOf(after)).toEqual(targetsOf(before))
  const once = served(after.walks)
  expect(new Set(once).size).toBe(once.length)
}

describe('edits', () => {
  it('excludes, moves, pins and swaps; other walks stay, and undo brings all back', async () => {
    const first = await campaign.plan({ volunteers: named('a', 'b', 'c', 'd') })
    const [a, b] = [walkOf(first, 'a'), walkOf(first, 'b')]
    const out = idsOn(a)[1]!
    const excluded = await edit(first, { type: 'exclude', target: out })
    expect(excluded.leftOut.find(({ target }) => target === out)?.reason).toBe('excluded')
    expectOthersKept(first, excluded, [a.walkId])
    const moving = idsOn(walkOf(excluded, 'a'))[0]!
    const moved = await edit(excluded, { type: 'move', targets: [moving], walk: b.walkId })
    expect(idsOn(walkOf(moved, 'b'))).toContain(moving)
    expectOthersKept(excluded, moved, [a.walkId, b.walkId])
    const pinned = await edit(moved, { type: 'pin', target: moving, walk: walkOf(first, 'c').walkId })
    expect(idsOn(walkOf(pinned, 'c'))).toContain(moving)
    expect(pinned.edits).toMatchObject({ of: moved.id, pins: [{ target: moving }] })
    const swapped = await edit(pinned, { type: 'swap_walkers', walks: [a.walkId, b.walkId] })
    expect(json({ ...walkOf(swapped, 'b'), walker: 'a' })).toBe(json(walkOf(pinned, 'a')))
    const back = await made(swapped, { undo: 4 })
    expect(JSON.stringify(back.walks)).toBe(JSON.stringify(first.walks))
    expect(back.edits?.undone).toHaveLength(4)
    const again = await made(back, { redo: 3 })
    expect(JSON.stringify(again.walks)).toBe(JSON.stringify(pinned.walks))
    expect(await refusal(first, { edits: [{ type: 'exclude', target: out }] })).toEqual([
      409,
      'plan.replaced',
      undefined,
    ])
  }, 30_000)
})

describe('what lasts', () => {
  it('pins and locks hold at roll-call, also where walks may change; what cannot be kept is told', async () => {
    const first = await campaign.plan({ volunteers: named('a', 'b', 'c', 'd'), commit: true })
    const [a, b, c] = [walkOf(first, 'a'), walkOf(first, 'b'), walkOf(first, 'c')]
    const pinned = idsOn(a).at(-1)!
    const set = await edit(
      first,
      { type: 'pin', target: pinned, walk: b.walkId },
      { type: 'pin', target: idsOn(walkOf(first, 'd'))[0]!, walk: walkOf(first, 'd').walkId },
      { type: 'lock', walk: c.walkId },
    )
    expect(set.edits?.pins).toHaveLength(2)
    const answer = await campaign.send(`/v1/plans/${set.id}/replan`, { gone: ['d'], keep: 'least' })
    const after = (await answer.json()) as Plan
    expect(idsOn(walkOf(after, 'b'))).toContain(pinned)
    expect(json(walkOf(after, 'c'))).toBe(json(walkOf(set, 'c')))
    expect(after.edits).toMatchObject({
      steps: [],
      pins: [{ target: pinned, walk: b.walkId }],
      locks: [c.walkId],
      gone: [{ type: 'pin', walk: walkOf(first, 'd').walkId, reason: 'no_walk' }],
    })
    // Of the committed plan, every target is held once, by who has it now.
    const other = await campaign.plan({ volunteers: 8 })
    expect(other.leftOut.filter(({ reason }) => reason === 'leased').map(({ target }) => target)).toEqual(
      handedOut(after.walks).toSorted(),
    )
    expect(await refusal(after, { undo: 1 })).toEqual([400, 'edit.nothing_to_undo', '/undo'])
  }, 30_000)

  it('a roll-call ranks what it plans again around locked walks, and counts the key buildings that are named', async () => {
    const first = await campaign.plan({ volunteers: named('a', 'b', 'c', 'd'), minutes: 45 })
    const [locked, other] = [walkOf(first, 'a'), walkOf(first, 'b')]
    const key = idsOn(other)[0]!
    const set = await edit(first, { type: 'key', target: key }, { type: 'lock', walk: locked.walkId })
    for (const keep of ['least', 'walks']) {
      const at = `/v1/plans/${keep === 'least' ? set.id : (await again(set)).id}/replan`
      const answer = await campaign.send(at, { gone: ['d'], keep })
      const after = (await answer.json()) as Plan
      const ranks = after.walks.map(({ rank }) => rank)
      expect([keep, new Set(ranks).size]).toEqual([keep, ranks.length])
      expect(after.walks.find(({ walkId }) => walkId === locked.walkId)?.rank ?? locked.rank).toBe(
        locked.rank,
      )
      expect([keep, after.summary.keys]).toEqual([keep, { by: 'request', reached: 1, of: 1 }])
    }

    /** The same once more: a plan is replaced once. */
    async function again(plan: Plan): Promise<Plan> {
      const own = await campaign.plan({ volunteers: named('a', 'b', 'c', 'd'), minutes: 45 })
      const edits = plan.edits!.steps[0]!.edits
      const body = JSON.stringify({ edits }).replaceAll(first.id.slice(4), own.id.slice(4))
      return made(own, JSON.parse(body) as object)
    }
  }, 30_000)

  it('a draft stays a draft: what was visited meanwhile is not leased', async () => {
    const first = await campaign.plan({ volunteers: named('a', 'b') })
    const set = await edit(first, { type: 'lock', walk: walkOf(first, 'a').walkId })
    const { id: target, doors } = walkOf(set, 'b').stops[0]!.targets[0]!
    const at = new Date(campaign.api.clock.time).toISOString().slice(0, 19) + 'Z'
    const walk = walkOf(set, 'b').walkId
    const visits = [{ id: 'visit-00001', target, at, walk, knocked: doors, opened: doors }]
    expect((await campaign.send('/v1/visits', { visits })).status).toBe(200)
    const answer = await campaign.send(`/v1/plans/${set.id}/commit`)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'plan.conflict'])
  })

  it('exclusions and key buildings stay so', async () => {
    const first = await campaign.plan({ volunteers: named('a', 'b') })
    const [out] = idsOn(walkOf(first, 'a'))
    const key = first.leftOut.find(({ reason }) => reason === 'not_selected')!.target
    const set = await edit(first, { type: 'exclude', target: out! }, { type: 'key', target: key })
    expect(served(set.walks)).toContain(key)
    expect(set.summary.keys).toMatchObject({ by: 'request', reached: 1, of: 1 })
    const answer = await campaign.send(`/v1/plans/${set.id}/replan`, { gone: ['a'], keep: 'least' })
    const after = (await answer.json()) as Plan
    expect(served(after.walks)).toContain(key)
    expect(after.leftOut.find(({ target }) => target === out)?.reason).toBe('excluded')
  }, 30_000)
})

describe('what cannot be done', () => {
  it('is refused with the place of the edit, and nothing is changed', async () => {
    const first = await campaign.plan({ volunteers: named('a', 'b', 'c'), minutes: 40 })
    const [a, b] = [walkOf(first, 'a').walkId, walkOf(first, 'b').walkId]
    const [one, two] = [idsOn(walkOf(first, 'a'))[0]!, idsOn(walkOf(first, 'a'))[1]!]
    const all = [...idsOn(walkOf(first, 'a')), ...idsOn(walkOf(first, 'c'))]
    const refused = async (...edits: object[]) => refusal(first, { edits })
    const pin = { type: 'pin', target: one, walk: a }
    const lock = { type: 'lock', walk: a }
    expect(await refused({ ...pin, walk: b }, { ...pin, walk: walkOf(first, 'c').walkId })).toEqual([
      400,
      'edit.contradiction',
      '/edits/1/target',
    ])
    expect(await refused(lock, { type: 'move', targets: [one], walk: b })).toEqual([
      400,
      'edit.locked',
      '/edits/1/targets/0',
    ])
    expect(await refused({ type: 'exclude', target: one }, { type: 'pin', target: one, walk: b })).toEqual([
      400,
      'edit.excluded',
      '/edits/1/target',
    ])
    expect(await refused(pin, { type: 'exclude', target: one })).toEqual([
      400,
      'edit.pinned',
      '/edits/1/target',
    ])
    expect(await refused(pin, pin)).toEqual([400, 'edit.no_effect', '/edits/1/target'])
    expect(await refused({ type: 'move', targets: [two], walk: a })).toEqual([
      400,
      'edit.no_effect',
      '/edits/0/targets/0',
    ])
    expect(await refused({ type: 'lock', walk: 'wlk_x' })).toEqual([
      400,
      'edit.unknown_walk',
      '/edits/0/walk',
    ])
    expect(await refused({ type: 'key', target: 'osm:w1' })).toEqual([
      400,
      'edit.unknown_target',
      '/edits/0/target',
    ])
    expect(await refused({ type: 'add_walker', volunteer: { id: 'a' } })).toEqual([
      400,
      'edit.walker',
      '/edits/0/volunteer/id',
    ])
    const gone = first.walks.map(({ walkId }) => ({ type: 'remove_walker', walk: walkId }))
    expect(await refused(...gone)).toEqual([400, 'edit.nobody', '/edits'])
    expect(await refused({ type: 'move', targets: all, walk: b })).toEqual([
      422,
      'edit.does_not_fit',
      '/edits/0',
    ])
    expect(await refused({ ...lock, walks: [] })).toEqual([400, 'request.invalid', '/edits/0/walks'])
    expect(await refusal(first, { undo: 1 })).toEqual([400, 'edit.nothing_to_undo', '/undo'])
    expect(await refusal(first, { redo: 1 })).toEqual([400, 'edit.nothing_to_redo', '/redo'])
    expect((await refusal(first, { undo: 1, redo: 1 }))[1]).toBe('request.invalid')
    const now = await campaign.get<Plan & { replacedBy: string | null }>(`/v1/plans/${first.id}`)
    expect([now.replacedBy, JSON.stringify(now.walks)]).toEqual([null, JSON.stringify(first.walks)])
  }, 30_000)

  it('tells what is not free, or takes stairs', async () => {
    const targets = [{ id: 'house', location: CENTRE, doors: 2, floors: 1 }]
    const volunteers = [{ id: 'a' }, { id: 's', avoidStairs: true }]
    const first = await campaign.plan({ volunteers, targets, minutes: 30 })
    const [a, s] = [walkOf(first, 'a'), walkOf(first, 's')]
    const { id: target, doors } = a.stops[1]!.targets[0]!
    expect(await refusal(first, { edits: [{ type: 'pin', target: idsOn(a)[0], walk: s.walkId }] })).toEqual([
      422,
      'edit.stairs',
      '/edits/0',
    ])
    const at = new Date(campaign.api.clock.time).toISOString().slice(0, 19) + 'Z'
    const visit = { id: 'visit-00001', target, at, walk: a.walkId, knocked: doors, opened: doors }
    expect((await campaign.send('/v1/visits', { visits: [visit] })).status).toBe(200)
    expect(await refusal(first, { edits: [{ type: 'pin', target, walk: a.walkId }] })).toEqual([
      422,
      'edit.not_free',
      '/edits/0',
    ])
  }, 30_000)

  it('does not take a walk that has begun from under the feet of who walks it', async () => {
    const first = await campaign.plan({ volunteers: named('a', 'b'), commit: true })
    const { walkId } = walkOf(first, 'a')
    const shorter = await edit(first, { type: 'set_minutes', walk: walkId, minutes: 45 })
    expect((await campaign.send(`/v1/walks/${walkId}/start`)).status).toBe(200)
    const start = { type: 'set_start', walk: walkId, start: CENTRE }
    expect(await refusal(shorter, { edits: [start] })).toEqual([400, 'edit.walk_begun', '/edits/0/walk'])
    expect(await refusal(shorter, { undo: 1 })).toEqual([400, 'edit.walk_begun', '/undo'])
  }, 30_000)

  it('says so where the plan to go back to was removed', async () => {
    const first = await campaign.plan({ volunteers: named('a', 'b') })
    const locked = await edit(first, { type: 'lock', walk: first.walks[0]!.walkId })
    const answer = await campaign.api.call(`/v1/plans/${first.id}`, { key: campaign.key, method: 'DELETE' })
    expect(answer.status).toBe(204)
    expect(await refusal(locked, { undo: 1 })).toEqual([409, 'edit.gone', undefined])
  })
})
