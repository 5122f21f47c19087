/** What lies inside is the same as by looking at every edge, and is found without. */
import { booleanPointInPolygon, polygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bbox, Polygonal } from '@doorwalk/core/area/polygon'
import { openShape } from '@doorwalk/core/area/shape'
import type { LngLat } from '@doorwalk/core/units'
import { comb, spiral } from '../../support/worlds/hostile-rings.ts'
import { rounds, runs } from '../../support/length.ts'

const AROUND: Bbox = [-8, -8, 8, 8]

/** By turf, ring for ring: in the outline and in no hole, or on a ring. */
function isInsideForTurf(point: LngLat, geometry: Polygonal): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const within = (ring: GeoJSON.Position[], ignoreBoundary: boolean): boolean =>
    booleanPointInPolygon(point, polygon([ring]), { ignoreBoundary })
  return polygons.some((rings) => {
    const [outline, ...holes] = rings
    const isOn = rings.some((ring) => within(ring, false) && !within(ring, true))
    return isOn || (within(outline!, true) && !holes.some((hole) => within(hole, true)))
  })
}

/** Corners on a grid, in the order of their direction from the middle: many on one line, and on places asked for. */
const ringAround = (corners: number): fc.Arbitrary<LngLat[]> =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 3, maxLength: corners }),
      fc.integer({ min: -4, max: 4 }),
      fc.integer({ min: -4, max: 4 }),
    )
    .map(([radii, x, y]) => {
      const ring = radii.map((radius, index): LngLat => {
        const angle = (2 * Math.PI * index) / radii.length
        return [x + Math.round(radius * Math.cos(angle)), y + Math.round(radius * Math.sin(angle))]
      })
      return [...ring, ring[0]!]
    })
const polygons: fc.Arbitrary<Polygonal> = fc
  .array(fc.array(ringAround(60), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((coordinates) => ({ type: 'MultiPolygon', coordinates }))

const halves = fc.integer({ min: -20, max: 20 }).map((value) => value / 2)
const anywhere = fc.oneof(
  halves,
  fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((value) => (10 * value) / 2 ** 30),
)
const places = fc.array(fc.tuple(anywhere, anywhere), { minLength: 1, maxLength: 40 })

describe('a shape', () => {
  it('holds what lies inside by every edge: parts over parts, holes over outlines, places on edges and corners', () => {
    fc.assert(
      fc.property(polygons, places, (geometry, points) => {
        const holds = openShape([geometry], AROUND)
        for (const point of points)
          expect(holds(point), JSON.stringify(point)).toBe(isInsideForTurf(point, geometry))
      }),
      runs({ short: 200, long: 20_000 }),
    )
  })

  const corners = rounds({ short: 2_000, long: 10_000 })
  it.each([
    ['a comb', comb(corners)],
    ['a spiral', spiral(corners)],
  ])('tells of %s of thousands of corners without looking at all of it each time', (_, ring) => {
    const geometry: Polygonal = { type: 'Polygon', coordinates: [ring] }
    const holds = openShape([geometry], [2.34, 48.87, 2.36, 48.89])
    const at = (index: number): LngLat => [
      2.344 + 0.01 * ((index * 0.754877666) % 1),
      48.874 + 0.01 * ((index * 0.569840291) % 1),
    ]
    for (let index = 0; index < 50; index++)
      expect(holds(at(index))).toBe(booleanPointInPolygon(at(index), geometry))
    let inside = 0
    for (let index = 0; index < 2_000; index++) inside += Number(holds(at(index)))
    expect(inside).toBeGreaterThan(20)
  })
})
