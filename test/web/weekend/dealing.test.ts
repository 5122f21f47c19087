import { describe, expect, it } from 'vitest'
import type { Schemas } from '@doorwalk/client'
import {
  type AreaWork,
  type Named,
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
const crewed = (crew: readonly Named[], shifts: number[]) =>
  shifts.map((minutes) => ({ minutes, people: crew }))
const sizes = (areas: number[]) => [0, 1].map((area) => areas.filter((each) => each === area).length)

describe('people of a weekend', () => {
  it('go where there is something to do, and it is foreseen for whom there is nothing', () => {
    const deals = dealOut(crewed(people, [120, 120, 120]), { areas: 2, works: [SMALL, LARGE] })
    expect([walksIn(SMALL), walksIn(LARGE)]).toEqual([1, 12])
    expect(sizes(deals[0]!.areas)).toEqual([1, 19])
    expect(deals.map(({ hasWork }) => hasWork.filter(Boolean).length)).toEqual([13, 0, 0])
  })

  it('who had no walk comes first in the next shift; short walks leave more for others', () => {
    const eight = people.slice(0, 8)
    const deals = dealOut(crewed(eight, [120, 120]), { areas: 2, works: [SMALL, LARGE] })
    expect(deals.map(({ hasWork }) => hasWork.filter(Boolean).length)).toEqual([8, 5])
    const halves = eight.map((one) => ({ ...one, minutes: 60 }))
    const short = dealOut(crewed(halves, [120, 120]), { areas: 2, works: [SMALL, LARGE] })
    expect(short.map(({ hasWork }) => hasWork.filter(Boolean).length)).toEqual([8, 8])
    const twelve = dealOut(crewed(people.slice(0, 14), [120, 120]), { areas: 1, works: [LARGE] })
    expect(twelve[0]!.hasWork.map((has) => !has)).toEqual(people.slice(0, 14).map((_, index) => index >= 12))
    expect(walksIn(work([[30, 400]], 4_000))).toBeNull()
    expect(walksIn(work([], 0))).toBe(0)
  })

  it('are dealt by turns where nothing is known, and are told to a batch once for each area', () => {
    const [a, b, c] = people
    const deals = dealOut(crewed([a!, b!, c!], [120, 60]), { areas: 2, works: null })
    expect(deals.map(({ areas }) => areas)).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ])
    const moved = [deals[0]!, { ...deals[1]!, areas: [1, 1, 1] }]
    expect(
      dealtVolunteers(crewed([{ id: 'a', minutes: 60 }, b!], [120, 60]), moved, ['North', 'South']),
    ).toEqual([
      { id: 'a', minutes: 60, area: 'North', shifts: [1] },
      { id: 'a', minutes: 60, area: 'South', shifts: [2] },
      { id: 'v1', area: 'South', shifts: [1, 2] },
    ])
  })

  it('come to some shifts only, with other wishes in each, and are told so', () => {
    const shifts = [
      { minutes: 120, people: [{ id: 'a' }, { id: 'b', minutes: 90 }] },
      { minutes: 120, people: [{ id: 'b' }, { id: 'c' }] },
      { minutes: 120, people: [{ id: 'b' }] },
    ]
    const deals = dealOut(shifts, { areas: 1, works: null })
    expect(dealtVolunteers(shifts, deals, [''])).toEqual([
      { id: 'a', shifts: [1] },
      { id: 'b', minutes: 90, shifts: [1] },
      { id: 'b', shifts: [2, 3] },
      { id: 'c', shifts: [2] },
    ])
  })
})
