/** Walks that share a street: cut at each other's corners, side by side, and steady along the street. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { LngLat } from '@doorwalk/core/units'
import { arrowsAlong } from '../../../web/src/console/map/model/arrows.ts'
import { lanesOf } from '../../../web/src/console/map/model/lanes.ts'
import { type Point, lngLatOf, worldOf } from '../../../web/src/console/map/model/mercator.ts'
import { offsetLine } from '../../../web/src/console/map/model/offset-line.ts'
import { shareWays } from '../../../web/src/console/map/model/shared-ways.ts'

/** About 1 m to the east and to the north at the equator, where the plane of these tests lies. */
const METRE = 9e-6
const at = (east: number, north = 0): LngLat => [east * METRE, north * METRE]
const walk = (number: number, ...line: LngLat[]) => ({ number, line })
/** 1 m of the ground is one pixel. */
const SCREEN = { scale: 360 / 256 / METRE, origin: worldOf([0, 0]), apartPixels: 0, lanePixels: 4 }

/** How far to the right of the middle of its street a line is drawn at each piece, for lines along the x axis. */
function heights(walks: ReturnType<typeof walk>[], own: number): number[] {
  const shared = shareWays(walks)
  const index = walks.findIndex(({ number }) => number === own)
  const drawn = offsetLine(pointsOf(shared, index), lanesOf(shared)[index]!, SCREEN)
  return drawn.filter((_, place) => place % 2 === 1).map((y) => Math.round(y * 100) / 100)
}
function pointsOf({ corners, ways }: ReturnType<typeof shareWays>, index: number): Point[] {
  return ways[index]!.corners.map((corner) => corners[corner]!)
}

describe('walks that share a street', () => {
  it('are cut at the corners of others, so that they share pieces although they leave at doors of their own', () => {
    const shared = shareWays([
      walk(1, at(0), at(100)),
      walk(2, at(30), at(70), at(70, 20)),
      walk(3, at(0, 5), at(100, 5)),
    ])
    const common = shared.pieces.filter(({ ways }) => ways.length > 1)
    expect(common.map(({ ways }) => ways)).toEqual([[0, 1]])
    expect(shared.ways[0]!.pieces).toHaveLength(3)
    // 5 m aside is another way.
    expect(shared.ways[2]!.pieces).toHaveLength(1)
  })

  it('run side by side where they share it, and in its middle where they are alone', () => {
    const walks = [walk(1, at(0), at(100)), walk(2, at(0), at(50)), walk(3, at(0), at(50))]
    expect([1, 2, 3].map((number) => heights(walks, number)[0]!).sort((a, b) => a - b)).toEqual([-4, 0, 4])
    expect(heights(walks, 1).at(-1)).toBe(0)
    expect(new Set([1, 2, 3].map((number) => heights(walks, number)[0])).size).toBe(3)
  })

  it('keep their lane from whichever end it is walked, however the street was cut', () => {
    const forth = [walk(1, at(0), at(40), at(100)), walk(2, at(0), at(60), at(100))]
    const back = [walk(1, at(0), at(40), at(100)), walk(2, at(100), at(60), at(0))]
    for (const number of [1, 2]) {
      const drawn = heights(forth, number)
      expect(new Set(drawn).size).toBe(1)
      expect(heights(back, number)[0]).toBe(drawn[0])
    }
    expect(heights(forth, 1)[0]).not.toBe(heights(forth, 2)[0])
  })

  it('draw a way out and back as one line, or apart to the right of each direction for the walk in focus', () => {
    const shared = shareWays([walk(1, at(0), at(100), at(0))])
    const [lanes] = lanesOf(shared)
    const sides = (apartPixels: number) =>
      offsetLine(pointsOf(shared, 0), lanes!, { ...SCREEN, apartPixels })
        .filter((_, place) => place % 2 === 1)
        .map((y) => Math.round(y))
    expect(new Set(sides(0))).toEqual(new Set([0]))
    expect(sides(3)).toEqual([3, 3, -3, -3])
  })

  it('press two hundred walks into the width of six', () => {
    const walks = Array.from({ length: 200 }, (_, index) => walk(index + 1, at(0), at(100)))
    const all = walks.map(({ number }) => heights(walks, number)[0]!)
    expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(24)
    expect(new Set(all).size).toBe(200)
  })

  it('are drawn with finite points near their street, whatever the ways', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    const lines = fc.array(fc.array(corner, { maxLength: 8 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lines, (drawn) => {
        const walks = drawn.map((line, index) => walk(index + 1, ...line.map(([x, y]) => at(x * 20, y * 20))))
        const shared = shareWays(walks)
        for (const [index, lanes] of lanesOf(shared).entries()) {
          const way = shared.ways[index]!
          expect(way.pieces).toHaveLength(Math.max(0, way.corners.length - 1))
          for (const [place, piece] of way.pieces.entries()) {
            const { from, to, ways } = shared.pieces[piece]!
            expect(ways).toContain(index)
            expect([from, to].sort()).toEqual([way.corners[place]!, way.corners[place + 1]!].sort())
          }
          const line = offsetLine(pointsOf(shared, index), lanes, { ...SCREEN, apartPixels: 2 })
          expect(line.every((value) => Number.isFinite(value) && value > -200 && value < 200)).toBe(true)
        }
        // On one piece no two walks have the same lane.
        for (const [piece, { from, ways }] of shared.pieces.entries()) {
          const lanes = ways.map((index) => {
            const { corners, pieces } = shared.ways[index]!
            const place = pieces.indexOf(piece)
            const aside = lanesOf(shared)[index]!.aside[place]!
            return Math.round((corners[place] === from ? aside : -aside) * 1000)
          })
          expect(new Set(lanes).size).toBe(ways.length)
        }
      }),
      { numRuns: 60, seed: 1 },
    )
  })
})

describe('arrows', () => {
  it('point the way that is walked, at least one where a piece is long enough, and none on stubs', () => {
    expect(arrowsAlong([0, 0, 300, 0], 100)).toHaveLength(3)
    expect(arrowsAlong([0, 0, 60, 0], 100)).toMatchObject([{ y: 0, angle: 0 }])
    // Out and back: not two on one spot.
    const [out, back] = [arrowsAlong([0, 0, 60, 0], 60), arrowsAlong([60, 0, 0, 0], 60)]
    expect(Math.abs(out[0]!.x - back[0]!.x)).toBeGreaterThan(15)
    expect(arrowsAlong([300, 0, 200, 0], 100)[0]!.angle).toBeCloseTo(Math.PI)
    expect(arrowsAlong([0, 0, 5, 0, 5, 5, 0, 5], 100)).toEqual([])
  })
})

describe('the projection', () => {
  it('is that of all web maps, and back again', () => {
    const { x, y } = worldOf([2.35, 48.88])
    // As in https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames, written otherwise.
    const north = (48.88 * Math.PI) / 180
    const tiles = (1 - Math.log(Math.tan(north) + 1 / Math.cos(north)) / Math.PI) / 2
    expect([x / 256, y / 256]).toEqual([expect.closeTo(182.35 / 360, 12), expect.closeTo(tiles, 12)])
    expect(lngLatOf({ x, y })[0]).toBeCloseTo(2.35, 9)
    expect(lngLatOf({ x, y })[1]).toBeCloseTo(48.88, 9)
  })
})
