/** The precinct of a place is the one that looking at all of them finds first. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isInside } from '@doorwalk/core/area/polygon'
import { precinctFinder } from '@doorwalk/core/area/precinct-finder'
import type { Precinct } from '@doorwalk/core/region/region'
import type { LngLat } from '@doorwalk/core/units'

const corner = fc.integer({ min: 0, max: 8 })
const box: fc.Arbitrary<GeoJSON.Polygon> = fc
  .tuple(corner, corner, fc.integer({ min: 1, max: 5 }))
  .map(([west, south, size]) => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  }))
const place: fc.Arbitrary<LngLat> = fc.tuple(corner, corner).map(([x, y]) => [x + 0.5, y])

it('finds the first precinct that holds a place, also on an edge and where several do', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 30 }), fc.array(place), (boxes, places) => {
      const precincts = boxes.map((geometry, index): Precinct => ({
        code: String(index),
        properties: {},
        geometry,
      }))
      const find = precinctFinder(precincts)
      for (const each of places)
        expect(find(each)).toBe(precincts.find(({ geometry }) => isInside(each, geometry)))
    }),
    { seed: 20_260_314 },
  )
})
