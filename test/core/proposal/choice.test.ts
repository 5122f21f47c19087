/** Areas grown together on drawn grounds: side by side, within reach, as full as they should be. */
import { costOf, type Field, grow } from '@doorwalk/core/proposal/choice'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const USABLE = 5_000

/** Areas on a square grid, each of some parts; neighbours share a side. */
const grounds = fc
  .record({ width: fc.integer({ min: 1, max: 6 }), height: fc.integer({ min: 1, max: 6 }) })
  .chain(({ width, height }) => {
    const part = fc.record({
      score: fc.integer({ min: 0, max: 50 }),
      seconds: fc.integer({ min: 60, max: 4_000 }),
      way: fc.oneof(fc.integer({ min: 0, max: 2_400 }), fc.constant(Number.POSITIVE_INFINITY)),
      isTaken: fc.boolean(),
    })
    const areas = fc.array(fc.array(part, { minLength: 1, maxLength: 4 }), {
      minLength: width * height,
      maxLength: width * height,
    })
    return areas.map((lists) => {
      const parts = lists.flatMap((own, area) => own.map((each) => ({ area, ...each })))
      const field: Field = {
        parts,
        partsOf: lists.map((_, area) => [...parts.keys()].filter((at) => parts[at]!.area === area)),
        neighbours: lists.map((_, area) => {
          const [x, y] = [area % width, Math.floor(area / width)]
          const beside = [[x - 1, y], [x + 1, y], [x, y - 1], [x, y + 1]] as const // prettier-ignore
          const inside = beside.filter(([a, b]) => a >= 0 && a < width && b >= 0 && b < height)
          return new Set(inside.map(([a, b]) => b * width + a))
        }),
        usable: USABLE,
      }
      const taken = new Set([...parts.keys()].filter((at) => parts[at]!.isTaken))
      return { field, way: parts.map(({ way }) => way), taken }
    })
  })

it('takes what is free and within reach, side by side, and stops when it is full', () => {
  let grown = 0
  fc.assert(
    fc.property(grounds, fc.integer({ min: 0, max: 40_000 }), ({ field, way, taken }, capacity) => {
      const cluster = grow(field, { way, taken, capacity })
      expect(grow(field, { way, taken, capacity })).toEqual(cluster)
      const { parts } = cluster
      expect(new Set(parts).size).toBe(parts.length)
      for (const part of parts) expect([taken.has(part), Number.isFinite(way[part]!)]).toEqual([false, true])
      const sum = (of: (part: number) => number) => parts.reduce((total, part) => total + of(part), 0)
      expect(cluster.score).toBe(sum((part) => field.parts[part]!.score))
      expect(cluster.seconds).toBeCloseTo(
        sum((part) => costOf(field, part, way[part]!)),
        6,
      )
      if (parts.length > 0) {
        const last = Math.max(...parts.map((part) => costOf(field, part, way[part]!)))
        if (parts.length > 1) expect(cluster.seconds).toBeLessThanOrEqual(capacity + last / 2)
      }
      const areas = new Set(parts.map((part) => field.parts[part]!.area))
      const [first] = areas
      const seen = new Set(first === undefined ? [] : [first])
      for (const area of seen) for (const near of field.neighbours[area]!) if (areas.has(near)) seen.add(near)
      expect(seen.size).toBe(areas.size)
      // Only the last area is taken in part.
      const open = (area: number) =>
        field.partsOf[area]!.filter(
          (part) => !taken.has(part) && Number.isFinite(costOf(field, part, way[part]!)),
        )
      const chosen = new Set(parts)
      const inPart = [...areas].filter((area) => !open(area).every((part) => chosen.has(part)))
      expect(inPart.length).toBeLessThanOrEqual(1)
      if (areas.size > 1) grown++
    }),
    { seed: 1, numRuns: 300 },
  )
  expect(grown).toBeGreaterThan(100)
})

it('begins with the best for its time, not with the highest score', () => {
  const field: Field = {
    parts: [
      { area: 0, score: 40, seconds: 4_000 },
      { area: 1, score: 30, seconds: 1_000 },
      { area: 2, score: 20, seconds: 1_000 },
    ],
    partsOf: [[0], [1], [2]],
    neighbours: [new Set([1]), new Set([0, 2]), new Set([1])],
    usable: USABLE,
  }
  const near = [0, 0, 0]
  expect(grow(field, { way: near, taken: new Set(), capacity: 1_600 }).parts).toEqual([1, 2])
  // Nine tenths of an evening on the way.
  expect(grow(field, { way: [0, 2_250, 0], taken: new Set(), capacity: 1_500 }).parts).toEqual([2])
  expect(grow(field, { way: near, taken: new Set([1]), capacity: 9_000 }).parts).toEqual([2])
})
