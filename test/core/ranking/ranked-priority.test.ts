/** From area to building: scores become weights above 0, shared out over squares, and steer what a plan selects. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveArea } from '@doorwalk/core/area/area'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { selectTargets } from '@doorwalk/core/building/select'
import { positiveWeights, rankedPriority } from '@doorwalk/core/ranking/ranked-priority'
import type { TargetOverride } from '@doorwalk/core/request/request'
import { aBuilding, aManifest, aRequest, aTarget } from '../../support/worlds/builders.ts'

const of = { name: 'test' }
const box = (west: number, east: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 48.8],
      [east, 48.8],
      [east, 48.9],
      [west, 48.9],
      [west, 48.8],
    ],
  ],
})
const areas = (...scores: [code: string, score: number][]) => ({
  areas: scores.map(([code, score]) => ({ code, score })),
})
const squares = {
  areas: [
    { code: 'west', score: 3, geometry: box(2.3, 2.35) },
    { code: 'east', score: 1, geometry: box(2.35, 2.4) },
  ],
}

describe('weights', () => {
  it('are the scores themselves, of the highest, where the lowest is a hundredth of it or more', () => {
    const weigh = positiveWeights([4, 2, 1])
    expect([4, 2, 1].map(weigh)).toEqual([1, 0.5, 0.25])
  })

  it('keep the order, and never fall below a hundredth, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (scores) => {
        const weigh = positiveWeights(scores)
        for (const a of scores) {
          expect(weigh(a)).toBeGreaterThan(0.0099)
          expect(weigh(a)).toBeLessThan(1.0001)
          for (const b of scores) if (a > b + 1e-3) expect(weigh(a)).toBeGreaterThan(weigh(b))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('raise standardised scores: the lowest counts a hundredth of the highest', () => {
    const weigh = positiveWeights([-2, 0, 2])
    expect([-2, 0, 2].map((score) => Number(weigh(score).toFixed(6)))).toEqual([0.01, 0.505, 1])
    expect([-3, -3].map(positiveWeights([-3, -3]))).toEqual([1, 1])
  })
})

describe('squares', () => {
  it('share a precinct out: its doors together count as much as without them', () => {
    const doors = [
      { precinct: 'A', location: [2.34, 48.85] as [number, number], doors: 30 },
      { precinct: 'A', location: [2.36, 48.85] as [number, number], doors: 10 },
      { precinct: 'B', location: [2.36, 48.85] as [number, number], doors: 40 },
    ]
    const priority = rankedPriority({
      of,
      precincts: areas(['A', 10], ['B', 5]),
      squares,
      doors: () => doors,
    })
    const weightOf = (code: string) => priority.precincts.find((each) => each.code === code)!
    const [west, east] = priority.squares.map(({ weight }) => weight)
    const A = weightOf('A')
    // 30 doors of three times the weight and 10 of once.
    expect(A.ofSquares! * west!).toBeCloseTo(3 * A.ofSquares! * east!, 9)
    expect((30 * A.ofSquares! * west! + 10 * A.ofSquares! * east!) / 40).toBeCloseTo(A.weight, 9)
    expect(weightOf('B').ofSquares! * east!).toBeCloseTo(weightOf('B').weight, 9)
    expect(A.weight).toBeCloseTo(2 * weightOf('B').weight, 9)
    // The door that counts most counts 100, the lowest is that of the east of A.
    expect(A.ofSquares! * west!).toBeCloseTo(100, 9)
    expect(priority.lowest).toBeCloseTo(A.ofSquares! * east!, 9)
  })
})

describe('a plan by a ranking', () => {
  const building = (id: string, precinct: string | undefined, lng: number) =>
    aBuilding([aTarget({ id, building: id, location: [lng, 48.85] })], {
      id,
      location: [lng, 48.85],
      ...(precinct === undefined ? {} : { precinct }),
    })
  const buildings = [
    building('w1', 'A', 2.34),
    building('w2', 'A', 2.36),
    building('w3', 'B', 2.35), // on the border of two squares
    building('w4', 'C', 2.34),
    building('w5', undefined, 2.34),
  ]
  const select = (priority: ReturnType<typeof rankedPriority>, targets: TargetOverride[] = []) =>
    selectTargets({
      ...{ buildings, precincts: [], assumptions: DEFAULT_ASSUMPTIONS },
      area: resolveArea(undefined, { manifest: aManifest(), precincts: [] }),
      request: { ...aRequest(targets.length > 0 ? { targets } : {}), priority },
    })
  const rows = ({ candidates }: ReturnType<typeof select>) =>
    Object.fromEntries(candidates.map(({ target, priority }) => [target.id, Number(priority.toFixed(6))]))

  it('gives doors × score as prize, and what no area holds the lowest, and says so', () => {
    const priority = rankedPriority({ of, precincts: areas(['A', 40], ['B', 10]), doors: () => [] })
    const selection = select(priority)
    expect(rows(selection)).toEqual({ w1: 100, w2: 100, w3: 25, w4: 25, w5: 25 })
    const [first, , third] = selection.candidates
    expect(first!.prize).toBeCloseTo(4 * third!.prize, 9)
    expect(selection.warnings).toEqual([{ code: 'ranking_nowhere', count: 2, first: 'w4' }])
    expect(select(priority, [{ id: 'w4', priority: 90 }]).warnings).toEqual([
      { code: 'ranking_nowhere', count: 1, first: 'w5' },
    ])
  })

  it('counts a building on a border in one square, by squares alone or inside of precincts', () => {
    const alone = rankedPriority({ of, squares, doors: () => [] })
    expect(rows(select(alone))).toEqual({ w1: 100, w2: 33.333333, w3: 100, w4: 100, w5: 100 })
    const doors = buildings.map(({ precinct, location }) => ({ precinct, location, doors: 10 }))
    const both = rows(
      select(rankedPriority({ of, precincts: areas(['A', 40], ['B', 10]), squares, doors: () => doors })),
    )
    expect(both).toEqual({ w1: 100, w2: 33.333333, w3: 16.666667, w4: 16.666667, w5: 16.666667 })
  })

  it('tells of precincts that the region has only a part of', () => {
    const precincts = {
      areas: [
        { code: 'A', score: 2, inRegion: 0.4 },
        { code: 'B', score: 1 },
      ],
    }
    const { warnings } = select(rankedPriority({ of, precincts, doors: () => [] }))
    expect(warnings).toContainEqual({ code: 'ranking_partial', count: 1, first: 'A' })
  })
})
