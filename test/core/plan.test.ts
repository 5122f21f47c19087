/** What must hold for every plan, whatever is asked, on hand-made worlds and on the bundled region. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EarlierPlan, FIRST_PLAN } from '@doorwalk/core/assembly/earlier-plan'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { planWalks } from '@doorwalk/core/plan'
import { parseInput } from '@doorwalk/core/request/parse'
import type { PlanRequestInput } from '@doorwalk/core/request/request'
import { PlanRequest } from '@doorwalk/core/request/request'
import type { Regions } from '@doorwalk/core/ports'
import { solve } from '@doorwalk/core/solver/solve'
import type { Plan } from '@doorwalk/core/walk/answer'
import { checkPlan, targetsOf } from '../support/check-plan.ts'
import { rounds, runs } from '../support/length.ts'
import { bundledRegion, worldRegion } from '../support/worlds/regions.ts'
import {
  culDeSac,
  oneStreet,
  riverWithOneBridge,
  towerWithTwoEntrances,
  twoIslands,
} from '../support/worlds/osm-worlds.ts'

const NOON = Date.parse('2026-03-14T12:00:00Z')

async function plan(regions: Regions, body: PlanRequestInput): Promise<{ plan: Plan; request: PlanRequest }> {
  const request = parseInput(PlanRequest, body, { what: 'plan request', code: 'request.invalid' })
  const world = { regions, clock: { now: () => NOON }, id: (prefix: string) => `${prefix}_test` }
  return { plan: await planWalks(request, world), request }
}

const worlds = {
  oneStreet: await worldRegion(oneStreet()),
  twoIslands: await worldRegion(twoIslands()),
  river: await worldRegion(riverWithOneBridge()),
  culDeSac: await worldRegion(culDeSac()),
  tower: await worldRegion(towerWithTwoEntrances()),
}
type WorldName = keyof typeof worlds

/** Any request that a tiny world can be asked. */
const anyRequest = fc.record(
  {
    volunteers: fc.integer({ min: 1, max: 4 }),
    minutes: fc.integer({ min: 10, max: 120 }),
    doors: fc.integer({ min: 1, max: 40 }),
    closed: fc.boolean(),
    start: fc.constant('anywhere' as const),
    seed: fc.integer({ min: 0, max: 1000 }),
    iterations: fc.integer({ min: 0, max: 400 }),
    teamSize: fc.integer({ min: 1, max: 3 }),
    language: fc.constantFrom('fr' as const, 'en' as const),
    reserves: fc.boolean(),
  },
  { requiredKeys: ['volunteers'] },
)

describe('any plan on a tiny world', () => {
  const whole: Partial<Record<WorldName, string[]>> = {}
  it('serves every target at most once, keeps budgets and adds up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(worlds) as WorldName[])),
        anyRequest,
        async (name, body) => {
          const { regions, region } = worlds[name]
          const { plan: made, request } = await plan(regions, { region, ...body })
          checkPlan(made, request)
          // Whatever is asked, every target of the area is in one place.
          whole[name] ??= targetsOf((await plan(regions, { region, volunteers: 1 })).plan)
          expect(targetsOf(made)).toEqual(whole[name])
        },
      ),
      runs({ short: 25, long: 60 }),
    )
  })

  it('takes as long as the solver found, and no longer than the minutes where none are kept free', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(worlds) as WorldName[])),
        anyRequest,
        async (name, body) => {
          const { regions, region } = worlds[name]
          const request = PlanRequest.parse({ region, ...body })
          const durations: number[] = []
          const earlier: EarlierPlan = {
            ...FIRST_PLAN,
            solve(problem, options) {
              const solution = solve(problem, options)
              for (const { stops, duration } of solution.routes)
                if (stops.length > 0) durations.push(duration)
              return solution
            },
          }
          const made = await planWalks(request, {
            ...{ regions, clock: { now: () => NOON }, id: (prefix: string) => `${prefix}_test` },
            ...{ earlier, assumptions: { ...DEFAULT_ASSUMPTIONS, slackShare: 0 } },
          })
          checkPlan(made, request)
          expect(made.walks.length).toBe(durations.length)
          made.walks.forEach(({ seconds }, index) => {
            expect(Math.abs(seconds - durations[index]! / 10)).toBeLessThanOrEqual(0.5)
          })
        },
      ),
      runs({ short: 15, long: 60 }),
    )
  })

  it('is the same for the same request', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(worlds) as WorldName[])),
        anyRequest,
        async (name, body) => {
          const { regions, region } = worlds[name]
          const [first, second] = [
            await plan(regions, { region, ...body }),
            await plan(regions, { region, ...body }),
          ]
          expect(JSON.stringify(second.plan)).toBe(JSON.stringify(first.plan))
        },
      ),
      runs({ short: 6, long: 15 }),
    )
  })

  it('leaves nothing out without a reason when there is time for all', async () => {
    const { regions, region } = worlds.oneStreet
    const { plan: made } = await plan(regions, { region, volunteers: 2, minutes: 120 })
    expect(made.summary).toMatchObject({ targets: 10, leftOut: {} })
  })

  it('calls no pace too fast that nobody has changed, however many hands knock', async () => {
    const fast = / doors an hour for each walker is more than teams manage/
    for (const { regions, region } of Object.values(worlds)) {
      const anywhere = { region, minutes: 60, start: 'anywhere', closed: false, language: 'en' } as const
      const alone = (await plan(regions, { ...anywhere, volunteers: 1 })).plan
      expect(alone.warnings.join(), region).not.toMatch(fast)
      const volunteers = [{ id: 'six', people: 6, split: true }]
      const many = (await plan(regions, { ...anywhere, volunteers })).plan
      expect(many.warnings.join(), region).not.toMatch(fast)
    }
    const { regions, region } = worlds.tower
    const quick = { ...DEFAULT_ASSUMPTIONS, talkSeconds: 10, knockSeconds: 5 }
    const world = { regions, clock: { now: () => NOON }, id: () => 'pln_test', assumptions: quick }
    const request = PlanRequest.parse({ region, volunteers: 1, language: 'en' })
    expect((await planWalks(request, world)).warnings.join()).toMatch(fast)
  })

  it('says that the other island cannot be reached', async () => {
    const { regions, region } = worlds.twoIslands
    const south = made((await plan(regions, { region, volunteers: 1, minutes: 60 })).plan)
    expect(south.summary.targets).toBe(3)
    expect(south.summary.leftOut).toEqual({ unreachable: 3 })
  })

  it('says that fewer would be enough only where nothing is left that somebody could do', async () => {
    const { regions, region } = worlds.oneStreet
    const fewer = /fewer would be enough/
    const idle = (await plan(regions, { region, volunteers: 12, minutes: 120, language: 'en' })).plan
    expect(idle.walks.length).toBeLessThan(12)
    expect(targetsOf(idle).length).toBe(idle.summary.targets)
    expect(idle.warnings.join()).toMatch(fewer)
    for (const world of Object.values(worlds)) {
      for (const minutes of [10, 20, 30, 45]) {
        const asked = { region: world.region, volunteers: 20, minutes, language: 'en' } as const
        const { plan: made } = await plan(world.regions, asked)
        const left =
          made.leftOut.filter(({ reason }) => reason === 'not_selected').length + made.summary.reserves!
        if (made.warnings.some((warning) => fewer.test(warning))) expect(left).toBe(0)
        if (left > 0 && made.walks.length < 20 && made.walks.length > 0)
          expect(made.warnings.join()).toContain(`have no walk, although ${left} target`)
      }
    }
  })

  it('walks round by the bridge', async () => {
    const { regions, region } = worlds.river
    const { plan: answer } = await plan(regions, { region, volunteers: 1, minutes: 60 })
    expect(answer.summary.targets).toBe(4)
    // From the last house of one bank to the first of the other: at least 140 m + 60 m + 140 m.
    expect(Math.max(...answer.walks[0]!.legs.map((leg) => leg.metres))).toBeGreaterThan(330)
  })

  it('takes the parts of a tower from the top down, behind one street door on one walk', async () => {
    const { regions, region } = worlds.tower
    const { plan: answer } = await plan(regions, { region, volunteers: 3, minutes: 180 })
    const doors = new Map<string, number>()
    for (const walk of answer.walks) {
      const floors = new Map<string, number>()
      for (const target of walk.stops.flatMap((stop) => stop.targets)) {
        const door = target.id.split('#')[0]!
        expect(doors.get(door) ?? walk.number, 'one walk a street door').toBe(walk.number)
        doors.set(door, walk.number)
        const floor = target.part?.toFloor ?? 0
        expect(floor).toBeLessThanOrEqual(floors.get(door) ?? Number.MAX_SAFE_INTEGER)
        floors.set(door, floor)
      }
    }
    expect(answer.summary.targets).toBeGreaterThan(2)
  })

  it.each([1, 2])(
    'tells a reserve in the hands of %i, and behind a door of the walk without the entry',
    async (people) => {
      const { regions, region } = worlds.tower
      let seen = 0
      for (const minutes of [20, 30, 40, 50]) {
        const volunteers = [{ people, split: true, minutes }, { minutes: 10 }]
        const { plan: answer } = await plan(regions, { region, volunteers })
        const { knockSeconds, openedShare, talkSeconds, floorSeconds, entryProbability } = answer.assumptions
        for (const walk of answer.walks.filter(({ walker }) => walker === '1')) {
          const passed = new Set(walk.stops.flatMap(({ targets }) => targets.map(doorOf)))
          for (const target of walk.reserves.filter((each) => passed.has(doorOf(each)))) {
            const knocking = Math.ceil(target.doors / people) * (knockSeconds + openedShare * talkSeconds)
            const seconds = entryProbability[target.access] * (target.floors * floorSeconds + knocking)
            expect(Math.abs(target.minutes - seconds / 60)).toBeLessThanOrEqual(0.051)
            seen++
          }
        }
      }
      expect(seen).toBeGreaterThan(0)
    },
  )
})

const doorOf = ({ id }: { id: string }): string => id.split('#')[0]!

describe('a plan in Paris', () => {
  const iterations = rounds({ short: 5_000, long: 20_000 })
  const ask = async (body: Partial<PlanRequestInput>) => {
    const { regions, region } = bundledRegion()
    return plan(regions, { region, volunteers: 4, minutes: 60, iterations, ...body })
  }

  it.each<[string, Partial<PlanRequestInput>]>([
    ['closed from a proposed meeting point', {}],
    ['open', { closed: false }],
    ['from anywhere', { start: 'anywhere' }],
    ['with a door limit', { doors: 20 }],
    [
      'with own starts and minutes',
      { volunteers: [{ start: [2.3488, 48.8793] }, { minutes: 30 }, { start: 'anywhere' }] },
    ],
    ['by priority of the precincts', { priority: { field: 'taux_abstention' } }],
  ])('%s', async (_, body) => {
    const { plan: made, request } = await ask(body)
    checkPlan(made, request)
    expect(made.summary.walks).toBeGreaterThan(0)
  })

  it('gives a bigger crew at least 99 % of the smaller crew’s prize', async () => {
    let smaller = 0
    for (const volunteers of [1, 2, 4, 8]) {
      const { plan: made } = await ask({ volunteers })
      expect(made.summary.prize).toBeGreaterThanOrEqual(0.99 * smaller)
      smaller = made.summary.prize
    }
  })

  it('gives a team that splits a walk as full as the others’, timed at its own pace', async () => {
    const volunteers = [{ id: 'pair', people: 2, split: true }, { id: 'one' }, { id: 'together', people: 2 }]
    const { plan: made, request } = await ask({ volunteers, minutes: 90 })
    checkPlan(made, request)
    expect(made.walks.map(({ walker }) => walker)).toEqual(['pair', 'one', 'together'])
    const [pair, ...slower] = made.walks
    const { slackShare } = made.assumptions
    for (const walk of made.walks)
      expect(walk.seconds / (walk.budget * (1 - slackShare)), walk.walker).toBeGreaterThan(0.9)
    for (const walk of slower) expect(pair!.doors).toBeGreaterThan(1.4 * walk.doors)
  })

  it('skips what is to be skipped', async () => {
    const first = (await ask({})).plan
    const targets = first.walks.flatMap((walk) =>
      walk.stops.flatMap((stop) => stop.targets.map((target) => target.id)),
    )
    const second = (await ask({ skip: { targets } })).plan
    const again = second.walks.flatMap((walk) =>
      walk.stops.flatMap((stop) => stop.targets.map((target) => target.id)),
    )
    expect(again.filter((id) => targets.includes(id))).toEqual([])
    expect(second.leftOut.filter(({ reason }) => reason === 'excluded').map(({ target }) => target)).toEqual(
      targets.toSorted(),
    )
  })
})

function made(plan: Plan): Plan {
  expect(plan.walks.length).toBeGreaterThan(0)
  return plan
}
