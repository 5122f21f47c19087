/**
 * What holds of every suggestion: walks keep to their time, nothing is on two walks, and gains add up. And of prices:
 * never below nothing. On plans asked for at random.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PlanningPorts } from '@doorwalk/core/assembly/planning-ports'
import { planWalks } from '@doorwalk/core/plan'
import { priceWishes } from '@doorwalk/core/price/price'
import { PlanRequest, type VolunteerRequest } from '@doorwalk/core/request/request'
import type { Suggestion } from '@doorwalk/core/suggestion/answer'
import { SuggestRequest } from '@doorwalk/core/suggestion/request'
import type { Standing } from '@doorwalk/core/suggestion/standing'
import { suggest } from '@doorwalk/core/suggestion/suggest'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import type { Plan } from '@doorwalk/core/walk/answer'
import { runs } from '../../support/length.ts'
import { CENTRE, quarter } from '../../support/scenes/campaign.ts'
import { place } from '../../support/worlds/osm-fixture.ts'
import { worldRegion } from '../../support/worlds/regions.ts'

const NOON = '2026-03-14T12:00:00Z'
const { regions, region } = await worldRegion(quarter())
const ports: PlanningPorts = {
  regions,
  clock: { now: () => Date.parse(NOON) },
  id: (prefix) => `${prefix}_test`,
  router: keepRouters(),
}

const volunteer: fc.Arbitrary<VolunteerRequest> = fc.record(
  {
    minutes: fc.integer({ min: 15, max: 75 }),
    doors: fc.integer({ min: 20, max: 80 }),
    people: fc.integer({ min: 1, max: 2 }),
    split: fc.boolean(),
    start: fc.constantFrom<VolunteerRequest['start']>('anywhere', place(20, 20), place(380, 200)),
  },
  { requiredKeys: [] },
)
const scenes = fc.record({
  volunteers: fc.array(volunteer, { minLength: 2, maxLength: 5 }),
  closed: fc.boolean(),
  start: fc.constantFrom(CENTRE, place(0, 0)),
  minutes: fc.integer({ min: 20, max: 60 }),
  late: volunteer,
  /** Minutes after the start; undefined: at the start. */
  at: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  pick: fc.nat(),
  more: fc.integer({ min: 5, max: 40 }),
})

async function sceneOf({
  volunteers,
  closed,
  start,
  minutes,
}: Pick<PlanRequest, 'closed' | 'minutes'> & { volunteers: VolunteerRequest[]; start: [number, number] }) {
  const named = volunteers.map((one, index) => ({ ...one, id: `v${index}` }))
  const request = PlanRequest.parse({
    ...{
      region,
      volunteers: named,
      closed,
      start,
      minutes,
      startAt: NOON,
      iterations: 300,
    },
  })
  const plan = await planWalks(request, ports)
  const walks = plan.walks.map((walk) => ({
    walk,
    walker: walk.walker,
    begunAt: walk.startAt,
    isOver: false,
  }))
  const standing: Standing = {
    id: plan.id,
    request,
    walks,
    isDone: () => false,
    edits: { pins: [], locks: [] },
  }
  return { plan, request, standing }
}

it('keeps within what each walker has, and takes nothing from walks that it does not name', async () => {
  await fc.assert(
    fc.asyncProperty(scenes, async ({ late, at, pick, more, ...asked }) => {
      const { plan, standing } = await sceneOf(asked)
      if (plan.walks.length === 0) return
      const walk = plan.walks[pick % plan.walks.length]!
      const moment = at === undefined ? {} : { at: new Date(Date.parse(NOON) + at * 60_000).toISOString() }
      const wishes = [
        { for: 'latecomer', ...late, minutes: late.minutes ?? 30, id: 'late', ...moment },
        { for: 'minutes', walk: walk.walkId, minutes: more, ...moment },
        { for: 'walk', walk: walk.walkId, volunteers: [{ ...late, id: 'late' }], ...moment },
      ]
      for (const body of wishes) {
        const wish = SuggestRequest.parse({ ...body, most: 20 })
        const answer = await suggest(wish, standing, ports)
        expect(await suggest(wish, standing, ports)).toEqual(answer)
        const prizes = answer.suggestions.map(({ gain }) => gain.prize)
        expect(prizes).toEqual([...prizes].sort((a, b) => b - a))
        for (const one of answer.suggestions) checkSuggestion(one, { plan, wish, idle: walk.walkId })
      }
    }),
    runs({ short: 12, long: 250 }),
  )
})

interface About {
  plan: Plan
  wish: SuggestRequest
  idle: string
}

function checkSuggestion(
  { kind, targets, drops, gain, seconds, walkers }: Suggestion,
  { plan, wish, idle }: About,
): void {
  const holder = new Map(
    plan.walks.flatMap(({ walkId, stops }) =>
      stops.flatMap((stop) => stop.targets.map(({ id }) => [id, walkId] as const)),
    ),
  )
  const reserved = new Map(
    plan.walks.flatMap(({ walkId, walker, reserves }) =>
      reserves.map(({ id }) => [id, { walkId, walker }] as const),
    ),
  )
  const ids = [...targets, ...drops].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, from, to } of targets) {
    // Who takes a walk under its name leaves it with its id.
    if (from !== null && kind !== 'take' && kind !== 'instead') expect(to).not.toBe(from)
    expect(from).toBe(holder.get(id) ?? null)
    const reserve = reserved.get(id)
    if (reserve) expect(walkers).toContain(reserve.walker)
  }
  const sum = (of: 'prize' | 'doors') =>
    targets.reduce(
      (total, target) =>
        total + (target.from === null || (wish.for === 'walk' && target.from === idle) ? target[of] : 0),
      0,
    )
  const lost = (of: 'prize' | 'doors') =>
    drops.reduce((total, target) => total + (wish.for === 'walk' && target.from === idle ? 0 : target[of]), 0)
  expect(gain.prize).toBeCloseTo(sum('prize') - lost('prize'), 0)
  expect(gain.doors).toBe(sum('doors') - lost('doors'))
  expect(gain.prize).toBeGreaterThanOrEqual(0)
  if (wish.for === 'minutes') expect(seconds).toBeLessThanOrEqual(wish.minutes * 60 + 1)
  if (wish.for === 'latecomer') expect(seconds).toBeLessThanOrEqual((wish.minutes + 600) * 60)
}

it('prices no wish below nothing', async () => {
  await fc.assert(
    fc.asyncProperty(scenes, async (asked) => {
      const { plan, standing } = await sceneOf(asked)
      const { wishes, prize } = await priceWishes({ plan: standing, asked: {}, withHoldouts: null }, ports)
      expect(prize).toBeCloseTo(plan.summary.prize, 0)
      for (const { prize: price, keys, verdict } of wishes) {
        expect([price! >= 0, keys]).toEqual([true, 0])
        expect(verdict === 'free').toBe(price === 0)
      }
    }),
    runs({ short: 2, long: 25 }),
  )
})
