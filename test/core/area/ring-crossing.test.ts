/** A ring is judged as by comparing every edge with every other, in a time that grows hardly faster than the ring. */
import { kinks, polygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ringCrossing } from '@doorwalk/core/area/ring-crossing'
import type { LngLat } from '@doorwalk/core/units'
import { comb, spiral, star } from '../../support/worlds/hostile-rings.ts'
import { runs } from '../../support/length.ts'

const closed = (corners: LngLat[]): LngLat[] => [...corners, corners[0]!]

/** A position that follows itself is no edge. */
const withoutRepeats = (ring: LngLat[]): LngLat[] =>
  ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1]![0] || y !== ring[at - 1]![1])

/** Turf compares all pairs of edges that do not follow each other and are not parallel. */
function crossesForTurf(ring: LngLat[]): boolean {
  const once = withoutRepeats(ring)
  return once.length > 3 && kinks(polygon([once])).features.length > 0
}

/** Two edges on one line that share more than a point: what turf leaves out. Exact on small integers. */
function overlapsItself(ring: LngLat[]): boolean {
  const once = withoutRepeats(ring)
  const edges = once.slice(1).map((to, index) => [once[index]!, to] as const)
  const along = ([[ax, ay], [bx, by]]: (typeof edges)[number], [x, y]: LngLat): number | undefined =>
    (bx - ax) * (y - ay) === (by - ay) * (x - ax) ? (x - ax) * (bx - ax) + (y - ay) * (by - ay) : undefined
  const isOneLine = edges.every((edge) => along(edges[0]!, edge[1]) !== undefined)
  return (
    !isOneLine &&
    edges.some((edge, index) =>
      edges.slice(index + 1).some(([c, d]) => {
        const [from, to] = [along(edge, c), along(edge, d)]
        if (from === undefined || to === undefined) return false
        return Math.max(from, to) > 0 && Math.min(from, to) < along(edge, edge[1])!
      }),
    )
  )
}

const onGrid = (most: number, corners: number): fc.Arbitrary<LngLat[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })), {
      minLength: 3,
      maxLength: corners,
    })
    .map((ring) => closed(ring))

/** Corners in the order of their direction from the middle: simple, but for what is moved. */
const around = fc
  .tuple(
    fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 60 }),
    fc.nat(),
    fc.nat(),
  )
  .map(([radii, from, to]): LngLat[] => {
    const ring = radii.map((radius, index): LngLat => {
      const angle = (2 * Math.PI * index) / radii.length
      return [2.35 + 0.01 * radius * Math.cos(angle), 48.88 + 0.01 * radius * Math.sin(angle)]
    })
    if (from % 2 === 0) ring.splice(to % ring.length, 0, ...ring.splice(from % ring.length, 1))
    return closed(ring)
  })

describe('the crossing of a ring', () => {
  it('is found where comparing all pairs finds one: on grids with spikes, touches and edges on one line', () => {
    for (const ring of [onGrid(2, 6), onGrid(3, 8), onGrid(5, 10), onGrid(30, 14)])
      fc.assert(
        fc.property(ring, (corners) => {
          expect(ringCrossing(corners) !== null).toBe(crossesForTurf(corners) || overlapsItself(corners))
        }),
        runs({ short: 1_500, long: 100_000 }),
      )
  })

  it('is found where comparing all pairs finds one: among drawn shapes', () => {
    fc.assert(
      fc.property(around, (corners) => {
        expect(ringCrossing(corners) !== null).toBe(crossesForTurf(corners))
      }),
      runs({ short: 500, long: 20_000 }),
    )
  })

  it('lies where the ring crosses, touches or runs back', () => {
    const bowTie = closed([[0, 0], [2, 2], [2, 0], [0, 2]]) // prettier-ignore
    expect(ringCrossing(bowTie)).toEqual({ kind: 'cross', at: [1, 1] })
    const pinched = closed([[0, 0], [4, 0], [4, 4], [2, 0], [0, 4]]) // prettier-ignore
    expect(ringCrossing(pinched)).toEqual({ kind: 'touch', at: [2, 0] })
    const withSpike = closed([[0, 0], [4, 0], [4, 4], [6, 6], [4, 4], [0, 4]]) // prettier-ignore
    expect(ringCrossing(withSpike)).toEqual({ kind: 'spike', at: [6, 6] })
    const runsBack = closed([[0, 0], [4, 0], [4, 4], [4, 2], [0, 2]]) // prettier-ignore
    expect(ringCrossing(runsBack)).toEqual({ kind: 'spike', at: [4, 4] })
  })

  it('is judged without rounding: a corner on an edge, and one beside it by the last bit', () => {
    const corner = (x: number) => ringCrossing(closed([[-1, -1], [24, 24], [24, 0], [x, 0.5], [1, -1]])) // prettier-ignore
    expect(corner(0.5)).toEqual({ kind: 'touch', at: [0.5, 0.5] })
    expect(corner(0.5 + Number.EPSILON / 2)).toBeNull()
    expect(corner(0.5 - Number.EPSILON / 4)?.kind).toBe('cross')
  })

  it('is not there when a position is repeated at once, or nothing is covered', () => {
    expect(ringCrossing(closed([[0, 0], [0, 0], [1, 0], [1, 0], [1, 1], [0, 0]]))).toBeNull() // prettier-ignore
    expect(ringCrossing(closed([[0, 0], [1, 1], [3, 3], [2, 2]]))).toBeNull() // prettier-ignore
    expect(ringCrossing(closed([[1, 1], [1, 1], [1, 1]]))).toBeNull() // prettier-ignore
  })

  it('is found or ruled out among 10,000 corners at once', () => {
    expect(ringCrossing(star(9_999))).not.toBeNull()
    expect(ringCrossing(comb(10_000))).toBeNull()
    expect(ringCrossing(spiral(10_000))).toBeNull()
  })
})
