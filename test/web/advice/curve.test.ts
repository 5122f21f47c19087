import { describe, expect, it } from 'vitest'
import { curveAround, nextGoals, shareAt, walkersFor } from '../../../web/src/console/model/weekend/curve.ts'

const point = (walkers: number, share: number) => ({
  ...{ walkers, share, targets: 0, doors: 0, prize: 0, keys: 0, extrapolated: false },
})
const points = [point(2, 0.2), point(10, 0.8), point(18, 0.92), point(30, 1)]
const curves = [{ minutes: 90, points, needed: null, evenings: null }]

describe('the curve of an estimate', () => {
  it('says what so many reach', () => {
    expect(shareAt(points, 6)).toBeCloseTo(0.5)
    expect(shareAt(points, 1)).toBeCloseTo(0.1)
    expect(shareAt(points, 31)).toBeNull()
  })

  it('counts those who reach a goal between two points of it', () => {
    expect(walkersFor(points, 0.5)).toBe(6)
    expect(walkersFor(points, 0.2)).toBe(2)
    expect(walkersFor(points, 0.9)).toBe(17)
    expect(walkersFor(points.slice(0, 2), 0.9)).toBeNull()
    expect(nextGoals(points, 4)).toEqual([
      { more: 2, share: 0.5 },
      { more: 6, share: 0.75 },
      { more: 13, share: 0.9 },
    ])
  })

  it('asks for the whole once nine tenths are near, and for nothing once all is reached', () => {
    expect(nextGoals(points, 10)).toEqual([
      { more: 7, share: 0.9 },
      { more: 20, share: 1 },
    ])
    expect(nextGoals(points, 30)).toEqual([])
    expect(nextGoals(points.slice(0, 2), 10)).toEqual([])
  })

  it('passes through the plan: its fullest walks first, then what the estimate adds', () => {
    const around = curveAround({ doors: 100, curves }, { doors: [10, 40], isHandedOut: false })
    expect(around.slice(0, 2)).toEqual([
      { walkers: 1, share: 0.4 },
      { walkers: 2, share: 0.5 },
    ])
    expect(around.map(({ walkers }) => walkers)).toEqual([1, 2, 10, 18, 30])
    // Of what the plan leaves, as much as the estimate finds of what it leaves itself.
    expect(shareAt(around, 10)).toBeCloseTo(0.5 + (0.5 * (0.8 - 0.2)) / (1 - 0.2))
    expect(around.at(-1)!.share).toBeCloseTo(1)
  })

  it('counts the doors of a plan that is handed out beside those that are left', () => {
    const around = curveAround({ doors: 100, curves }, { doors: [60, 40], isHandedOut: true })
    expect(shareAt(around, 1)).toBeCloseTo(0.3)
    expect(shareAt(around, 2)).toBeCloseTo(0.5)
    expect(shareAt(around, 12)).toBeCloseTo(0.9)
    expect(nextGoals(around, 1)).toEqual([
      { more: 1, share: 0.5 },
      { more: 7, share: 0.75 },
      { more: 11, share: 0.9 },
    ])
  })
})
