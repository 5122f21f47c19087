import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxAround, grownBy, shareInside } from '@doorwalk/prepare/geometry/degree-box'
import { distance, Plane, signedArea } from '@doorwalk/prepare/geometry/plane'
import { degreesEast, metresBetween, metresPerDegree, type LngLat } from '@doorwalk/core/units'

const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
)

/** 20 m by 30 m around a place, by the scale there. */
function plot([lng, lat]: LngLat): LngLat[] {
  const scale = metresPerDegree(lat)
  const corner = (x: number, y: number): LngLat => [degreesEast(0, lng + x / scale.lng), lat + y / scale.lat]
  return [corner(-10, -15), corner(10, -15), corner(10, 15), corner(-10, 15)]
}

describe('the plane', () => {
  it('gives back every place, wherever its origin is', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (origin, place) => {
        const plane = new Plane(origin)
        const [lng, lat] = plane.toLngLat(plane.toXY(place))
        expect(Math.abs(degreesEast(lng, place[0]))).toBeLessThan(2e-6)
        expect(Math.abs(lat - place[1])).toBeLessThan(2e-6)
      }),
    )
  })

  it('measures the area of a plot anywhere on earth to 1.2 %', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (origin, place) => {
        const plane = new Plane(origin)
        const ring = plot(place)
        const area = signedArea(ring.map((corner) => plane.toXY(corner, ring[0])))
        expect(Math.abs(area / 600 - 1)).toBeLessThan(0.012)
      }),
    )
  })

  it('measures lengths within 50 km of its origin to 0.5 %', () => {
    const near = fc.tuple(
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      fc.double({ min: -0.4, max: 0.4, noNaN: true }),
    )
    fc.assert(
      fc.property(near, fc.double({ min: 0, max: 6.28, noNaN: true }), ([east, north], angle) => {
        const plane = new Plane([2.35, 48.88])
        const a: LngLat = [2.35 + east, 48.88 + north]
        const b: LngLat = [a[0] + 0.001 * Math.cos(angle), a[1] + 0.001 * Math.sin(angle)]
        expect(Math.abs(distance(plane.toXY(a), plane.toXY(b)) / metresBetween(a, b) - 1)).toBeLessThan(0.005)
      }),
    )
  })
})

describe('boxes of degrees', () => {
  it('take the narrow way around', () => {
    expect(
      boxAround([
        [2, 48],
        [3, 47],
      ]),
    ).toEqual([2, 47, 3, 48])
    expect(
      boxAround([
        [179, -17],
        [-179, -16],
      ]),
    ).toEqual([179, -17, -179, -16])
    expect(
      boxAround([
        [-100, 0],
        [100, 1],
      ]),
    ).toEqual([100, 0, -100, 1])
    expect(boxAround([])).toBeUndefined()
  })

  it('grow by metres, at most around the earth', () => {
    const [west, south, east, north] = grownBy([179.999, 0, -179.999, 0.001], 1000)
    expect([west, south, east, north].map((side) => Number(side.toFixed(3)))).toEqual([
      179.99, -0.009, -179.99, 0.01,
    ])
    expect(grownBy([-180, -90, 180, 90], 1000)).toEqual([-180, -90, 180, 90])
    expect(grownBy([0, 89.999, 1, 90], 25_000)).toEqual([-180, expect.any(Number), 180, 90])
  })

  it('know the share of an outline that lies in them', () => {
    const ring: LngLat[] = [
      [179.9, 0],
      [-179.9, 0],
      [-179.9, 1],
      [179.9, 1],
    ]
    expect(shareInside(ring, [179.95, -1, -179.95, 0.5])).toBeCloseTo(0.25)
    expect(shareInside(ring, [0, -1, 1, 2])).toBe(0)
    expect(shareInside(ring, [170, -1, -170, 2])).toBeCloseTo(1)
    expect(shareInside([ring[0]!, ring[1]!], [170, -1, -170, 2])).toBe(0)
  })
})
