import { describe, expect, it } from 'vitest'
import {
  boxesOverlap,
  boxHolds,
  boxWithin,
  middleOf,
  widthOf,
  type DegreeBox,
} from '@doorwalk/core/region/box'

const FIJI: DegreeBox = [177, -19, -179, -16]
const PARIS: DegreeBox = [2.2, 48.8, 2.5, 48.9]
const WORLD: DegreeBox = [-180, -90, 180, 90]

describe('a box over the antimeridian', () => {
  it('has a width and a middle', () => {
    expect([FIJI, PARIS, WORLD].map(widthOf).map((degrees) => Number(degrees.toFixed(9)))).toEqual([
      4, 0.3, 360,
    ])
    expect([FIJI, [179, 0, -175, 2] as const, WORLD].map(middleOf)).toEqual([
      [179, -17.5],
      [-178, 1],
      [0, 0],
    ])
  })

  it('holds what lies on either side', () => {
    expect([178, 180, -180, -179.5, -178, 0, 176].map((lng) => boxHolds(FIJI, [lng, -17]))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(boxHolds(FIJI, [179, -20])).toBe(false)
  })

  it.each<[DegreeBox, DegreeBox, boolean]>([
    [FIJI, [178, -18, 179, -17], true],
    [FIJI, [-180, -18, -179.5, -17], true],
    [FIJI, [-179, -18, -170, -17], true],
    [FIJI, [-178.9, -18, 176.9, -17], false],
    [FIJI, [178, 1, 179, 2], false],
    [FIJI, [170, -18, -170, -17], true],
    [FIJI, WORLD, true],
    [PARIS, WORLD, true],
    [PARIS, FIJI, false],
    [PARIS, [2.5, 48.9, 3, 49], true],
    [PARIS, [2.6, 48.8, 3, 49], false],
  ])('%j and %j overlap: %j', (a, b, expected) => {
    expect([boxesOverlap(a, b), boxesOverlap(b, a)]).toEqual([expected, expected])
  })

  it('lies within another, or not', () => {
    expect(boxWithin([178, -18, -179.5, -17], FIJI)).toBe(true)
    expect(boxWithin([-179.9, -18, -179.5, -17], FIJI)).toBe(true)
    expect(boxWithin([176, -18, -179.5, -17], FIJI)).toBe(false)
    expect(boxWithin(FIJI, WORLD)).toBe(true)
    expect(boxWithin(WORLD, FIJI)).toBe(false)
    expect(boxWithin(PARIS, PARIS)).toBe(true)
  })
})
