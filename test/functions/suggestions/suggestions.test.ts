/** Ways to go on with a plan, through the API: ranked, possible, and nothing is changed by asking. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Suggestions } from '@doorwalk/core/suggestion/answer'
import type { Plan } from '@doorwalk/core/walk/answer'
import { IS_LONG } from '../../support/length.ts'
import { CENTRE, type Campaign, openCampaign, served } from '../../support/scenes/campaign.ts'

let campaign: Campaign
let plan: Plan
beforeAll(async () => {
  campaign = await openCampaign()
  plan = await campaign.plan({ volunteers: 4, minutes: 45 })
})
afterAll(() => campaign.api.close())

async function suggest(wish: object, of: Plan = plan): Promise<Suggestions> {
  const answer = await campaign.send(`/v1/plans/${of.id}/suggest`, wish)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as Suggestions
}

function isRanked({ suggestions }: Suggestions): boolean {
  const prizes = suggestions.map(({ gain }) => gain.prize)
  return prizes.every((prize, index) => index === 0 || prize <= prizes[index - 1]!)
}

describe('for minutes left over', () => {
  it('names free targets that fit into them, best first', async () => {
    const walk = plan.walks[0]!
    const answer = await suggest({ for: 'minutes', walk: walk.walkId, minutes: 15, most: 20 })
    expect(answer.suggestions.length).toBeGreaterThan(2)
    expect(isRanked(answer)).toBe(true)
    const taken = new Set(served(plan.walks))
    for (const { targets, seconds, gain, drops } of answer.suggestions) {
      expect(seconds).toBeLessThanOrEqual(15 * 60)
      expect(drops).toEqual([])
      expect(gain.prize).toBeCloseTo(
        targets.reduce((sum, { prize }) => sum + prize, 0),
        1,
      )
      for (const { id, from, to } of targets)
        expect([taken.has(id), from, to]).toEqual([false, null, walk.walkId])
    }
  })

  it('answers the same twice', async () => {
    const wish = { for: 'minutes', walk: plan.walks[1]!.walkId, minutes: 12 }
    expect(await suggest(wish)).toEqual(await suggest(wish))
  })
})

describe('for a latecomer', () => {
  it('names a new walk, or the tail of one that is there', async () => {
    const answer = await suggest({ for: 'latecomer', minutes: 30, start: CENTRE, id: 'late' })
    expect(isRanked(answer)).toBe(true)
    const kinds = answer.suggestions.map(({ kind }) => kind)
    expect(kinds).toContain('new_walk')
    expect(kinds).toContain('tail')
    for (const { walkers, kind, drops } of answer.suggestions) {
      expect(walkers).toContain('late')
      expect(walkers).toHaveLength(kind === 'tail' ? 2 : 1)
      expect(drops).toEqual([])
    }
  })

  it('takes time off a walk where everything is on walks already', async () => {
    const all = await campaign.plan({ volunteers: 30, minutes: 120 })
    expect(all.leftOut).toEqual([])
    const walk = all.walks.find(({ stops }) => stops.length > 3)!
    const { suggestions } = await suggest(
      { for: 'latecomer', minutes: 60, start: walk.stops.at(-1)!.location },
      all,
    )
    expect(suggestions[0]).toMatchObject({ kind: 'tail', gain: { prize: 0, doors: 0, targets: 0 } })
    expect(suggestions[0]!.targets.length).toBeGreaterThan(0)
  })

  it('leaves what is walked by the time he comes with who has it', async () => {
    const [walk] = plan.walks
    const at = walk!.stops[Math.ceil(walk!.stops.length / 2)]!.arriveAt
    const gone = new Set(
      plan.walks
        .flatMap(({ stops }) =>
          stops.flatMap((stop) =>
            Date.parse(stop.arriveAt) + 1000 * stop.seconds <= Date.parse(at) ? stop.targets : [],
          ),
        )
        .map(({ id }) => id),
    )
    expect(gone.size).toBeGreaterThan(3)
    const { suggestions } = await suggest({ for: 'latecomer', minutes: 30, start: CENTRE, at })
    for (const { targets } of suggestions) for (const { id } of targets) expect(gone).not.toContain(id)
  })
})

describe('for a walk without a walker', () => {
  it('names who is there, and what he would drop', async () => {
    const walk = plan.walks[2]!
    const volunteers = [
      { id: 'long', minutes: 60 },
      { id: 'short', minutes: 20 },
    ]
    const answer = await suggest({ for: 'walk', walk: walk.walkId, volunteers, most: 20 })
    expect(isRanked(answer)).toBe(true)
    const by = (name: string) =>
      answer.suggestions.find(({ kind, walkers }) => kind === 'take' && walkers.join() === name)!
    expect(by('long')).toMatchObject({ drops: [], gain: { targets: served([walk]).length } })
    expect(by('short').drops.length).toBeGreaterThan(0)
    const { drops, targets } = by('short')
    expect([...drops, ...targets].map(({ id }) => id).sort()).toEqual(served([walk]).sort())
  })
})

/** What comes of a suggestion when its edits are made on a plan of its own. */
async function made(
  wish: (of: Plan) => object,
): Promise<{ predicted: number; was: number; is: number; kind: string }[]> {
  const of = await campaign.plan({ volunteers: 4, minutes: 45 })
  const { suggestions } = await suggest({ ...wish(of), most: IS_LONG ? 20 : 2 }, of)
  expect(suggestions.length).toBeGreaterThan(0)
  const outcomes = []
  for (const { edits, kind, gain } of suggestions) {
    const own = await campaign.plan({ volunteers: 4, minutes: 45 })
    expect(own.summary.prize).toBe(of.summary.prize)
    // The same plan under other names.
    const named = JSON.stringify({ edits }).replaceAll(of.id.slice(4), own.id.slice(4))
    const answer = await campaign.send(`/v1/plans/${own.id}/edits`, JSON.parse(named) as object)
    expect(answer.status, `${kind}: ${named} ${await answer.clone().text()}`).toBe(201)
    const next = (await answer.json()) as Plan
    outcomes.push({ kind, predicted: gain.prize, was: own.summary.prize, is: next.summary.prize })
  }
  return outcomes
}

it('can be made as edits, with the gain that was told or more', async () => {
  const late = await made(() => ({ for: 'latecomer', minutes: 30, start: CENTRE, id: 'late' }))
  const more = await made((of) => ({ for: 'minutes', walk: of.walks[1]!.walkId, minutes: 20 }))
  for (const { kind, predicted, was, is } of [...late, ...more])
    expect(is - was, kind).toBeGreaterThan(0.9 * predicted - 0.5)
  const takers = await made((of) => {
    const volunteers = [
      { id: 'long', minutes: 60 },
      { id: 'short', minutes: 20 },
    ]
    return { for: 'walk', walk: of.walks[2]!.walkId, volunteers }
  })
  expect(new Set(takers.map(({ kind }) => kind))).toContain('take')
  // It is the same plan, of which that walk would be lost.
  for (const { kind, predicted, was, is } of takers)
    expect(is - was + plan.walks[2]!.prize, kind).toBeGreaterThan(0.9 * predicted - 0.5)
})

it('gives up no walk with a key building for another', async () => {
  const byPrize = ({ walks }: Plan) => walks.toSorted((a, b) => b.prize - a.prize)
  const goInstead = async (of: Plan) => {
    const { suggestions } = await suggest({ for: 'walk', walk: byPrize(of)[0]!.walkId, most: 20 }, of)
    return suggestions.flatMap(({ kind, walkers }) => (kind === 'instead' ? walkers : []))
  }
  const least = byPrize(plan).at(-1)!
  expect(await goInstead(plan)).toContain(least.walker)
  const key = least.stops[0]!.targets[0]!.id
  const own = await campaign.plan({
    volunteers: 4,
    minutes: 45,
    targets: [{ id: key, key: true, priority: 50 }],
  })
  const holder = byPrize(own).at(-1)!
  expect(served([holder])).toContain(key)
  expect(await goInstead(own)).not.toContain(holder.walker)
})

it('leaves locks and pins as they are, but of the walk that is asked about', async () => {
  const of = await campaign.plan({ volunteers: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], minutes: 45 })
  const [a, b, c] = of.walks.map(({ walkId }) => walkId) as [string, string, string]
  const pinned = served([of.walks[1]!]).slice(-3)
  const edits = [
    { type: 'lock', walk: a },
    ...pinned.map((target) => ({ type: 'pin', target, walk: b })),
    { type: 'lock', walk: c },
    { type: 'pin', target: served([of.walks[2]!])[0]!, walk: c },
  ]
  const answer = await campaign.send(`/v1/plans/${of.id}/edits`, { edits })
  expect(answer.status).toBe(201)
  const set = (await answer.json()) as Plan
  const touches = (all: Suggestions): string[] => all.suggestions.map((one) => JSON.stringify(one.edits))
  const late = { for: 'latecomer', minutes: 40, start: CENTRE, most: 20 }
  for (const told of touches(await suggest(late, set)))
    for (const fixed of [a, c, ...pinned]) expect(told).not.toContain(fixed)
  const idle = { for: 'walk', walk: c, volunteers: [{ id: 'new', minutes: 40 }], most: 20 }
  const [more, taken] = [
    await suggest({ for: 'minutes', walk: a, minutes: 15 }, set),
    await suggest(idle, set),
  ]
  for (const { edits: all } of [...more.suggestions, ...taken.suggestions]) {
    expect(all[0]).toEqual({ type: 'unlock', walk: JSON.stringify(all).includes(c) ? c : a })
    expect(all).not.toContainEqual({ type: 'remove_walker', walk: b })
  }
  const one = taken.suggestions.find(({ kind }) => kind === 'take')!
  expect(one.edits).toContainEqual({ type: 'unpin', target: served([set.walks[2]!])[0] })
  const made = await campaign.send(`/v1/plans/${set.id}/edits`, { edits: one.edits })
  expect(made.status, await made.clone().text()).toBe(201)
})

it('refuses newcomers with the id of somebody who has a walk, and names nobody after who is asked for', async () => {
  const volunteers = [{ id: 'a' }, { id: '1', minutes: 10, doors: 1 }]
  const of = await campaign.plan({ volunteers, minutes: 45 })
  expect(of.walks.map(({ walker }) => walker)).toEqual(['a'])
  const refused = [
    { for: 'latecomer', minutes: 30, id: 'a' },
    { for: 'walk', walk: of.walks[0]!.walkId, volunteers: [{ id: 'b' }, { id: 'a' }] },
  ]
  for (const [index, wish] of refused.entries()) {
    const answer = await campaign.send(`/v1/plans/${of.id}/suggest`, wish)
    const pointer = index === 0 ? '/id' : '/volunteers/1/id'
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { code: 'suggest.walker', errors: [{ pointer }] },
    ])
  }
  const { suggestions } = await suggest({ for: 'latecomer', minutes: 30, start: CENTRE }, of)
  expect(suggestions[0]!.walkers[0]).toBe('2')
})

it('refuses walks of other plans, and says which field', async () => {
  const other = await campaign.plan({ volunteers: 1 })
  const wish = { for: 'minutes', walk: other.walks[0]!.walkId, minutes: 15 }
  const answer = await campaign.send(`/v1/plans/${plan.id}/suggest`, wish)
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'suggest.walk' }])
})

it('of a plan that another has replaced sends to that one', async () => {
  const old = await campaign.plan({ volunteers: 2 })
  expect((await campaign.send(`/v1/plans/${old.id}/replan`, { present: 1 })).status).toBe(201)
  const answer = await campaign.send(`/v1/plans/${old.id}/suggest`, { for: 'latecomer', minutes: 30 })
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'plan.replaced' }])
})

it('adds nothing to a walk that is over', async () => {
  const leased = await campaign.plan({ volunteers: 1, commit: true })
  const { walkId } = leased.walks[0]!
  expect((await campaign.send(`/v1/walks/${walkId}/release`)).status).toBe(200)
  const wish = { for: 'minutes', walk: walkId, minutes: 15 }
  const answer = await campaign.send(`/v1/plans/${leased.id}/suggest`, wish)
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'suggest.walk_over' }])
})
