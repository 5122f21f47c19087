/** What must hold for every roll-call, whoever is there, late or gone, whatever was done, however often. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planWalks } from '@doorwalk/core/plan'
import type { WalkNow } from '@doorwalk/core/replan/roll-call'
import { continueWalks } from '@doorwalk/core/replan/continue-walks'
import { earlierPlan } from '@doorwalk/core/replan/earlier-plan'
import { callRoll } from '@doorwalk/core/replan/roll-call'
import { PlanRequest, ReplanRequest } from '@doorwalk/core/request/request'
import type { Plan, Walk, WalkStop } from '@doorwalk/core/walk/answer'
import { changesOf, unaccounted } from '@doorwalk/core/replan/changes'
import { timeAfter } from '@doorwalk/core/walk/clock-time'
import { served } from '../../support/scenes/campaign.ts'
import { runs } from '../../support/length.ts'
import { targetsOf } from '../../support/check-plan.ts'
import { bundledRegion } from '../../support/worlds/regions.ts'

const START = '2026-03-14T14:00:00+01:00'
const WALKERS = ['a', 'b', 'c', 'd', 'e']
const { regions, region } = bundledRegion()
const request = PlanRequest.parse({
  ...{ region, area: { precincts: ['0925'] }, minutes: 45, startAt: START, iterations: 300 },
  volunteers: WALKERS.map((id) => ({ id })),
})
const world = { regions, clock: { now: () => Date.parse(START) }, id: (prefix: string) => `${prefix}_new` }
const first = await planWalks(request, { ...world, id: (prefix) => `${prefix}_old` })

/** Stops done of each walk from the front, who is there, and how. */
const afternoon = fc.record({
  done: fc.array(fc.nat({ max: 4 }), { minLength: 5, maxLength: 5 }),
  present: fc.uniqueArray(fc.constantFrom(...WALKERS, 'x', 'y'), { minLength: 1, maxLength: 7 }),
  late: fc.integer({ min: 1, max: 50 }),
  keep: fc.constantFrom('walks' as const, 'least' as const),
  minute: fc.integer({ min: 0, max: 44 }),
})
type Afternoon = typeof afternoon extends fc.Arbitrary<infer T> ? T : never

async function replan({ done, present, late, keep, minute }: Afternoon) {
  const walks = first.walks.map((walk, index): WalkNow => {
    const stops = walk.stops.slice(0, done[index])
    return {
      ...{ walk, isOver: false, begunAt: stops.length > 0 ? START : null },
      done: new Set(served([{ ...walk, stops }])),
    }
  })
  const begun = new Set(walks.flatMap(({ walk, begunAt }) => (begunAt === null ? [] : walk.walker)))
  const slow = present.find((walker) => !begun.has(walker))
  const wish = ReplanRequest.parse({
    ...{ present, keep },
    ...(slow === undefined ? {} : { late: [{ walker: slow, minutes: late }] }),
  })
  const roll = callRoll(walks, wish)
  const now = timeAfter(START, minute * 60)
  const { continuation, request: next } = continueWalks({
    ...{ walks, present: roll, keep, startAt: now, now, lastNumber: WALKERS.length },
    request: {
      ...request,
      start: first.meetingPoint!,
      volunteers: roll.map(({ walker }) => ({ id: walker })),
    },
  })
  const visited = new Set(walks.flatMap((one) => [...one.done]))
  const ledger = () => (target: { id: string; doors: number }) =>
    visited.has(target.id) ? ({ reason: 'visited' } as const) : { doors: target.doors }
  const plan = await planWalks(next, { ...world, ledger, earlier: earlierPlan(continuation) })
  return { walks, plan, slow, visited, now }
}

const ahead = (walk: Walk) => ({ ...walk, stops: walk.stops.filter((stop) => !stop.done) })
/** Everything but the clock. */
const asWalked = ({ arriveAt: _arriveAt, done: _done, ...stop }: WalkStop) => stop
const walkOf = (plan: Plan, walkId: string) => plan.walks.find((walk) => walk.walkId === walkId)

it('loses no target without a reason, changes nothing that is done, and leaves present walkers their walks', async () => {
  await fc.assert(
    fc.asyncProperty(afternoon, async (wish) => {
      const { walks, plan, slow, visited, now } = await replan(wish)
      const { changes, stayed } = changesOf(walks, plan)
      const on = served(plan.walks)
      expect(new Set(on).size).toBe(on.length)
      expect(unaccounted(walks, plan)).toEqual([])
      // On a walk, in reserve, or left out: as before, and each once.
      expect(targetsOf(plan)).toEqual(targetsOf(first))
      const inReserve = plan.walks.flatMap(({ reserves }) =>
        reserves.map(({ id }) => [id, 'not_selected'] as const),
      )
      const reasons = new Map([
        ...inReserve,
        ...plan.leftOut.map(({ target, reason }) => [target, reason] as const),
      ])
      for (const id of on) expect(reasons.has(id), id).toBe(false)
      for (const id of served(first.walks)) expect(on.includes(id) || reasons.has(id), id).toBe(true)
      for (const { lost } of changes)
        for (const { target, to, reason } of lost)
          expect(
            to === null ? reasons.get(target) === reason : served([walkOf(plan, to)!]).includes(target),
          ).toBe(true)

      for (const { walk, begunAt, done } of walks) {
        const next = walkOf(plan, walk.walkId)
        if (wish.keep === 'walks' && wish.present.includes(walk.walker) && walk.walker !== slow)
          expect(JSON.stringify(next)).toBe(JSON.stringify(walk))
        if (wish.keep === 'least' && wish.present.includes(walk.walker) && begunAt !== null) {
          const head = next!.stops.filter((stop) => stop.done)
          expect(served([{ ...next!, stops: head }])).toEqual([...done])
          expect(next!.stops.slice(0, head.length)).toEqual(head)
          expect(head.map(asWalked)).toEqual(walk.stops.slice(0, head.length).map(asWalked))
          expect(Date.parse(next!.endAt)).toBeLessThanOrEqual(
            Math.max(Date.parse(now), Date.parse(START) + walk.budget * 1000) + legHome(next!),
          )
        }
      }
      const again = wish.keep === 'least' ? served(plan.walks.map(ahead)) : []
      expect(again.filter((id) => visited.has(id))).toEqual([])
      if (wish.keep === 'walks' && slow === undefined) expect(stayed).toBe(1)
    }),
    runs({ short: 10, long: 25 }),
  )
})

/** Milliseconds home from the last stop: whoever has no time left still walks home. */
function legHome(walk: Walk): number {
  return walk.stops.every((stop) => stop.done) ? (walk.legs.at(-1)?.seconds ?? 0) * 1000 : 0
}

it('leads home to where the walk began, also where no request and no plan names that place', async () => {
  const walks = first.walks.map((walk): WalkNow => ({ walk, isOver: false, begunAt: null, done: new Set() }))
  const present = callRoll(walks, ReplanRequest.parse({}))
  const { continuation, request: next } = continueWalks({
    ...{ walks, present, keep: 'least', startAt: START, now: START, lastNumber: WALKERS.length },
    request: {
      ...request,
      area: { precincts: ['0921'] },
      volunteers: present.map(({ walker }) => ({ id: walker })),
    },
  })
  const plan = await planWalks(next, { ...world, earlier: earlierPlan(continuation) })
  expect(plan.walks.length).toBeGreaterThan(0)
  for (const { start, end } of plan.walks)
    expect([start, end]).toEqual([first.meetingPoint, first.meetingPoint])
})

it('says the same for the same roll-call', async () => {
  const wish: Afternoon = {
    done: [1, 0, 2, 0, 0],
    present: ['a', 'b', 'x'],
    late: 10,
    keep: 'least',
    minute: 20,
  }
  const [one, two] = [await replan(wish), await replan(wish)]
  expect(JSON.stringify(two.plan)).toBe(JSON.stringify(one.plan))
})
