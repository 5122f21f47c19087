import { describe, expect, it } from 'vitest'
import type { Schemas } from '@doorwalk/client'
import {
  type AreaWork,
  dealOut,
  dealtVolunteers,
  walksIn,
} from '../../../web/src/console/model/weekend/dealing.ts'

function work(points: [walkers: number, doors: number][], doors: number, minutes = 120): AreaWork {
  return {
    minutes,
    points: points.map(([walkers, reached]) => ({
      ...{ walkers, doors: reached, share: reached / doors },
      ...{ targets: reached, prize: reached, keys: 0, extrapolated: false },
    })) satisfies Schemas['EstimatePoint'][],
  }
}

/** Two polling stations of Paris: one nearly empty within the region. */
const LARGE = work(
  [
    [1, 94],
    [2, 175],
    [6, 483],
    [12, 667],
  ],
  667,
)
const SMALL = work([[1, 12]], 12)
const people = Array.from({ length: 20 }, (_, index) => ({ id: `v${index}` }))
const sizes = (areas: number[]) => [0, 1].map((area) => areas.filter((each) => each === area).length)

describe('people of a weekend', () => {
  it('go where there is something to do, and it is foreseen for whom there is nothing', () => {
    const deals = dealOut(people, { shifts: [120, 120, 120], areas: 2, works: [SMALL, LARGE] })
    expect([walksIn(SMALL), walksIn(LARGE)]).toEqual([1, 12])
    expect(sizes(deals[0]!.areas)).toEqual([1, 19])
    expect(deals.map(({ hasWork }) => hasWork.filter(Boolean).length)).toEqual([13, 0, 0])
  })

  it('who had no walk comes first in the next shift; short walks leave more for others', () => {
    const eight = people.slice(0, 8)
    const deals = dealOut(eight, { shifts: [120, 120], areas: 2, works: [SMALL, LARGE] })
    expect(deals.map(({ hasWork }) => hasWork.filter(Boolean).length)).toEqual([8, 5])
    const halves = eight.map((one) => ({ ...one, minutes: 60 }))
    const short = dealOut(halves, { shifts: [120, 120], areas: 2, works: [SMALL, LARGE] })
    expect(short.map(({ hasWork }) => hasWork.filter(Boolean).length)).toEqual([8, 8])
    const twelve = dealOut(people.slice(0, 14), { shifts: [120, 120], areas: 1, works: [LARGE] })
    expect(twelve[0]!.hasWork.map((has) => !has)).toEqual(people.slice(0, 14).map((_, index) => index >= 12))
    expect(walksIn(work([[30, 400]], 4_000))).toBeNull()
    expect(walksIn(work([], 0))).toBe(0)
  })

  it('are dealt by turns where nothing is known, and are told to a batch once for each area', () => {
    const [a, b, c] = people
    const deals = dealOut([a!, b!, c!], { shifts: [120, 60], areas: 2, works: null })
    expect(deals.map(({ areas }) => areas)).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ])
    const moved = [deals[0]!, { ...deals[1]!, areas: [1, 1, 1] }]
    expect(dealtVolunteers([{ id: 'a', minutes: 60 }, b!], moved, ['North', 'South'])).toEqual([
      { id: 'a', minutes: 60, area: 'North', shifts: [1] },
      { id: 'a', minutes: 60, area: 'South', shifts: [2] },
      { id: 'v1', area: 'South', shifts: [1, 2] },
    ])
  })
})
