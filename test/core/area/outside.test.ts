/** The part of a shape that lies beyond a box. */
import { describe, expect, it } from 'vitest'
import { shareOutside } from '@doorwalk/core/area/outside'
import type { Bbox } from '@doorwalk/core/area/polygon'

const BOX: Bbox = [2, 48, 2.02, 48.02]
const square = (west: number, south: number, size: number): GeoJSON.Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const share = (...rings: GeoJSON.Position[][]) => shareOutside([{ type: 'Polygon', coordinates: rings }], BOX)

describe('the share of an area outside of a region', () => {
  it('is that of its surface, on each side and at each corner', () => {
    expect(share(square(2.005, 48.005, 0.01))).toBeCloseTo(0, 9)
    expect(share(square(1.99, 48.005, 0.01))).toBe(1)
    expect(share(square(1.995, 48.005, 0.01))).toBeCloseTo(0.5, 9)
    expect(share(square(2.015, 48.015, 0.01))).toBeCloseTo(0.75, 9)
    expect(share(square(1.99, 47.99, 0.04))).toBeCloseTo(0.75, 9)
    expect(share(square(2.005, 48.005, 0.01).toReversed())).toBeCloseTo(0, 9)
  })

  it('takes holes away, inside and outside', () => {
    // Half of the square is out, and its hole with it.
    expect(share(square(1.99, 48, 0.02), square(1.992, 48.002, 0.006))).toBeCloseTo(
      (200 - 36) / (400 - 36),
      6,
    )
  })

  it('counts what reaches in more than once, and all shapes together', () => {
    const comb: GeoJSON.Position[] = [
      ...[
        [2.01, 47.99],
        [2.02, 47.99],
        [2.02, 48.01],
        [2.018, 48.01],
        [2.018, 47.995],
        [2.012, 47.995],
      ],
      ...[
        [2.012, 48.01],
        [2.01, 48.01],
        [2.01, 47.99],
      ],
    ]
    expect(share(comb)).toBeCloseTo(1 - 40 / 110, 6)
    const both = {
      type: 'MultiPolygon' as const,
      coordinates: [[square(2, 48, 0.01)], [square(1.98, 48, 0.01)]],
    }
    expect(shareOutside([both], BOX)).toBeCloseTo(0.5, 9)
    expect(shareOutside([], BOX)).toBe(0)
  })
})
