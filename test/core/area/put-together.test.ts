import { resolveArea } from '@doorwalk/core/area/area'
import { BLOCK_RESOLUTION, cellAt } from '@doorwalk/core/h3'
import type { AreaRequest } from '@doorwalk/core/request/area-request'
import { parseInput } from '@doorwalk/core/request/parse'
import { PlanRequest } from '@doorwalk/core/request/request'
import type { LngLat } from '@doorwalk/core/units'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aManifest } from '../../support/worlds/builders.ts'

type Drawn = Extract<AreaRequest, { type: 'Polygon' }>

const { bbox } = aManifest()
const WIDTH = bbox[2] - bbox[0]

function box(west: number, south: number, size: number): Drawn {
  const ring: LngLat[] = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

function areaOf(area: AreaRequest): (at: LngLat) => boolean {
  const { holds } = resolveArea(area, { manifest: aManifest(), precincts: [] })
  return (location) => holds({ location, block: cellAt(location, BLOCK_RESOLUTION) })
}

const share = fc.double({ min: 0.05, max: 0.6, noNaN: true })
/** Boxes that all hold the middle of the region, so that something is left of most of what is made of them. */
const leaf = fc
  .tuple(share, share)
  .map(([x, y]): AreaRequest => box(bbox[0] + (x * WIDTH) / 2, bbox[1] + (y * WIDTH) / 2, WIDTH / 2))
const { area: anyArea } = fc.letrec<{ area: AreaRequest }>((tie) => ({
  area: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('area'), { minLength: 1, maxLength: 3 }).map((any): AreaRequest => ({ any })),
    fc.array(tie('area'), { minLength: 2, maxLength: 3 }).map((all): AreaRequest => ({ all })),
    fc.record({ of: tie('area'), without: tie('area') }),
  ),
}))

/** What the words say, place by place. */
function says(area: AreaRequest, at: LngLat): boolean {
  if ('any' in area) return area.any.some((part) => says(part, at))
  if ('all' in area) return area.all.every((part) => says(part, at))
  if ('of' in area) return says(area.of, at) && !says(area.without, at)
  return areaOf(area)(at)
}

function read(area: unknown): AreaRequest | undefined {
  return parseInput(
    PlanRequest,
    { region: 'test', volunteers: 1, area },
    { what: 'plan request', code: 'request.invalid' },
  ).area
}

describe('areas put together', () => {
  it('hold what their words say, in whatever way they are nested', () => {
    const thousandth = fc.integer({ min: 0, max: 1_000 }).map((value) => value / 1_000)
    const place = fc.tuple(thousandth, thousandth)
    let looked = 0
    fc.assert(
      fc.property(anyArea, fc.array(place, { minLength: 20, maxLength: 20 }), (area, places) => {
        let holds: (at: LngLat) => boolean
        try {
          holds = areaOf(area)
        } catch (error) {
          // Boxes with no place in common: nothing can be left.
          expect(error).toMatchObject({ code: 'area.holds_nothing' })
          return
        }
        for (const [x, y] of places) {
          const at: LngLat = [bbox[0] + x * WIDTH, bbox[1] + y * (bbox[3] - bbox[1])]
          expect(holds(at)).toBe(says(area, at))
          if (holds(at)) looked++
        }
      }),
      { numRuns: 200, seed: 1 },
    )
    expect(looked).toBeGreaterThan(100)
  })

  it('are read as deep as is said, and no deeper', () => {
    const nested = (levels: number): unknown =>
      levels === 0 ? { precincts: ['1'] } : { any: [nested(levels - 1)] }
    expect(read(nested(4))).toEqual(nested(4))
    expect(() => read(nested(5))).toThrow(/got 5 levels of areas in areas, expected at most 4/)
    expect(() => read(nested(2_000))).toThrow(/nested deeper than 64 levels/)
  })

  it('are read in such numbers as is said', () => {
    const many = (count: number, part: AreaRequest): AreaRequest => ({
      any: [
        { any: Array.from({ length: 50 }, () => part) },
        { any: Array.from({ length: count - 50 }, () => part) },
      ],
    })
    expect(read(many(100, { precincts: ['1'] }))).toBeDefined()
    expect(() => read(many(101, { precincts: ['1'] }))).toThrow(/got 101 areas in one, expected at most 100/)
    const walk: AreaRequest = { walkFrom: { start: [2.35, 48.88], minutes: 5 } }
    expect(() => read({ any: Array.from({ length: 11 }, () => walk) })).toThrow(/got 11 walks in one area/)
  })

  it.each<[string, unknown, string]>([
    ['an empty list', { any: [] }, '/area/any'],
    ['one alone in common', { all: [{ precincts: ['1'] }] }, '/area/all'],
    ['no second', { of: { precincts: ['1'] } }, '/area/without'],
    ['an unknown field beside', { any: [{ precincts: ['1'] }], or: 1 }, '/area/or'],
    ['an unknown field within', { any: [{ precincts: ['1'], x: 1 }] }, '/area/any/0/x'],
    ['a walk of no length', { walkFrom: { start: [2, 48], minutes: 0 } }, '/area/walkFrom/minutes'],
    ['a walk too long', { walkFrom: { start: [2, 48], minutes: 61 } }, '/area/walkFrom/minutes'],
    ['a walk from nowhere', { walkFrom: { minutes: 5 } }, '/area/walkFrom/start'],
    ['a walk with a speed', { walkFrom: { start: [2, 48], minutes: 5, speed: 2 } }, '/area/walkFrom/speed'],
  ])('%s is refused where it stands', (_, area, pointer) => {
    expect(() => read(area)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
    )
  })

  it('name the part that is wrong', () => {
    const here = box(bbox[0], bbox[1], WIDTH / 4)
    const faultOf = (area: AreaRequest) => {
      try {
        areaOf(area)
      } catch (error) {
        return error
      }
      return undefined
    }
    expect(faultOf({ any: [here, box(10, 10, 0.1)] })).toMatchObject({
      code: 'area.outside_region',
      errors: [{ pointer: '/area/any/1' }],
    })
    expect(faultOf({ of: here, without: { id: 'area_1' } })).toMatchObject({
      code: 'area.unknown',
      errors: [{ pointer: '/area/without/id' }],
    })
    const bowTie: Drawn = {
      type: 'Polygon',
      coordinates: [
        [
          [2.345, 48.875],
          [2.355, 48.885],
          [2.355, 48.875],
          [2.345, 48.885],
          [2.345, 48.875],
        ],
      ],
    }
    expect(faultOf({ all: [here, { any: [bowTie] }] })).toMatchObject({
      code: 'area.self_crossing',
      errors: [{ pointer: '/area/all/1/any/0' }],
    })
    const east = box(bbox[2] - WIDTH / 8, bbox[1], WIDTH / 8)
    expect(faultOf({ all: [here, east] })).toMatchObject({
      code: 'area.holds_nothing',
      errors: [{ pointer: '/area' }],
    })
  })
})
