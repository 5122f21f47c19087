/** Stops out of the way: served where there is time, and said, so that who walks may leave them out. */
import { beforeAll, describe, expect, it } from 'vitest'
import { strayParts } from '@doorwalk/core/assembly/stray'
import type { Stop } from '@doorwalk/core/grouping/stop'
import { planToPrintHtml } from '@doorwalk/core/paper/print'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { World, place } from '../../support/worlds/osm-fixture.ts'
import { type TestRegion, worldRegion } from '../../support/worlds/regions.ts'

/** Stops on a line at these places, 1 decisecond apart, one after the other from 0 and back. */
function strays(places: number[], { prizes = places.map(() => 1), kept = [] as number[], work = 10 } = {}) {
  const at = [0, ...places]
  const durations = Int32Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))))
  const route = places.map((_, index) => index)
  const walking = at.reduce((sum, here, index) => sum + Math.abs(here - (at[index + 1] ?? 0)), 0)
  return strayParts(
    { stops: route, reversed: route.map(() => false), duration: walking + work * places.length },
    {
      stops: prizes.map((prize) => ({ prize }) as Stop),
      points: {
        ...{ snaps: [], starts: [], ends: [] },
        first: route.map((s) => s + 1),
        last: route.map((s) => s + 1),
      },
      matrix: { size: at.length, durations },
      walker: { start: 0, end: 0 },
      isKept: (stop) => kept.includes(stop),
    },
  )
}

describe('what lies out of the way', () => {
  it('is a stop whose detour takes more than its part of the walk', () => {
    // 100 there and back for one stop of six, in a walk of 170.
    expect(strays([1, 2, 50, 3, 2, 1])).toEqual([{ from: 2, count: 1, saved: 94 }])
    expect(strays([1, 2, 50, 3, 2, 1], { prizes: [1, 1, 9, 1, 1, 1] })).toEqual([])
    expect(strays([1, 2, 50, 3, 2, 1], { kept: [2] })).toEqual([])
  })

  it('may be some that lie together, up to a third of the stops', () => {
    expect(strays([1, 2, 50, 51, 3, 2])).toEqual([{ from: 2, count: 2, saved: 96 }])
    expect(strays([1, 50, 51, 52, 2, 1])).toEqual([])
  })

  it('is never the whole walk, nor one of stops at one place', () => {
    expect(strays([500])).toEqual([])
    expect(strays([5, 5, 5, 5])).toEqual([])
  })
})

/** Ten houses on a street, and one at the end of a lane of 400 m. */
function lonelyHouse(): World {
  const world = new World('lonely-house')
  world.box([-50, -50, 700, 150])
  world.line(
    [0, 100, 200, 600].map((x) => [x, 0]),
    { highway: 'residential', name: 'Rue Droite' },
  )
  const house = (x: number, number: number) =>
    world.building([x, 8, 10, 10], {
      ...{ building: 'house', 'building:levels': '2' },
      ...{ 'addr:housenumber': String(number), 'addr:street': 'Rue Droite' },
    })
  for (let n = 0; n < 10; n++) house(5 + 20 * n, 2 * n + 2)
  house(585, 58)
  return world
}

describe('a plan', () => {
  let region: TestRegion
  beforeAll(async () => void (region = await worldRegion(lonelyHouse())))

  async function plan(body: Partial<PlanRequestInput>): Promise<Plan> {
    const request = PlanRequest.parse({
      ...{ region: 'world', volunteers: 1, start: place(0, 0), minutes: 60, language: 'en', ...body },
    })
    const ports = { regions: region.regions, clock: { now: () => 0 }, id: (prefix: string) => `${prefix}_x` }
    return planWalks(request, ports)
  }
  const lonely = async (): Promise<string> => {
    const { walks } = await plan({})
    const targets = walks[0]!.stops.flatMap((stop) => stop.targets)
    return targets.find(({ address }) => address.startsWith('58'))!.id
  }

  it('with time to spare goes there, and says so on the walk, on paper and in a sentence', async () => {
    const made = await plan({})
    expect(made.summary.targets).toBe(11)
    const marked = made.walks[0]!.stops.filter(({ detour }) => detour)
    expect(marked.map(({ targets }) => targets.map(({ address }) => address))).toEqual([['58 Rue Droite']])
    const { seconds, stops } = marked[0]!.detour!
    expect(stops).toBe(1)
    expect(seconds / 60).toBeCloseTo((2 * 390) / 1.25 / 60, -1)
    const minutes = Math.round(seconds / 60)
    expect(made.warnings.join()).toContain(`1 stop lies out of the way: ${minutes} min of detour`)
    expect(planToPrintHtml(made, { streets: [], footprints: [] })).toMatch(
      new RegExp(`${minutes}\\smin out of the way for this stop: leave it out`),
    )
  })

  it('does not when it was named as a key building', async () => {
    const made = await plan({ targets: [{ id: await lonely(), key: true }] })
    expect(made.summary.targets).toBe(11)
    expect(made.walks[0]!.stops.some(({ detour }) => detour)).toBe(false)
    expect(made.warnings).toEqual([])
  })

  it('leaves it out where the time is short', async () => {
    const made = await plan({ minutes: 27 })
    expect(made.leftOut.map(({ target }) => target)).toEqual([await lonely()])
    expect(made.warnings).toEqual([])
  })
})
