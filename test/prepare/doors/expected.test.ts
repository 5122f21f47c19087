/** What is expected of a home that nobody counts: nothing jumps, and what is written here can be checked by hand. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedDoors } from '@doorwalk/prepare/doors/expected'
import { boxOf, type XY } from '@doorwalk/prepare/geometry/plane'
import { homeOf } from '@doorwalk/prepare/homes/homes'
import { storeysOf } from '@doorwalk/prepare/homes/storeys'
import type { Around } from '@doorwalk/prepare/homes/surroundings'
import type { Structure } from '@doorwalk/prepare/structures/structures'

interface Context {
  areaM2: number
  /** Width ÷ depth. */
  aspect: number
  tags: Record<string, string>
  addresses: number
  shops: number
  hotel: boolean
  institution: boolean
  around: Around
  houseM2: number
  /** Around here a missing number says something. */
  numbered: boolean
  neighbours: { x: number; areaM2: number; levels: number }[]
}

function rectangle(
  key: string,
  [x, y]: XY,
  { areaM2, aspect }: Pick<Context, 'areaM2' | 'aspect'>,
  tags = {},
): Structure {
  const width = Math.sqrt(areaM2 * aspect)
  const depth = areaM2 / width
  const ring: XY[] = [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
    [x, y],
  ]
  return {
    key,
    tags,
    rings: [ring],
    nodes: [],
    box: boxOf(ring),
    centre: [x + width / 2, y + depth / 2],
    areaM2,
  }
}

/** Doors before rounding, through storeys, lived-in and house-or-flats. */
function expectedOf(context: Context): number {
  const { around, houseM2, tags, areaM2, aspect } = context
  const structure = rectangle('w1', [-Math.sqrt(areaM2 * aspect) / 2, 0], { areaM2, aspect }, tags)
  const others = context.neighbours.map(({ x, areaM2: m2, levels }, i) =>
    rectangle(
      `n${i}`,
      [x, 30],
      { areaM2: m2, aspect: 1 },
      { building: 'yes', 'building:levels': `${levels}` },
    ),
  )
  const storeys = storeysOf(others, { houseM2, of: () => around })(structure, around)
  const address = (i: number) =>
    ({ source: 'osm', key: `n${i}`, number: `${i}`, street: 'A', metres: 0 }) as const
  const addresses = Array.from({ length: context.addresses }, (_, i) => address(i))
  const { shops, hotel, institution, numbered } = context
  const isNumbered = () => numbered
  const home = homeOf(structure, {
    addresses,
    around,
    storeys,
    houseM2,
    shops,
    hotel,
    institution,
    lists: false,
    isNumbered,
  })
  return home.noDoors ? 0 : expectedDoors(home).doors
}

const tags = fc
  .record({
    building: fc.constantFrom(
      ...[
        'yes',
        'house',
        'residential',
        'apartments',
        'terrace',
        'semidetached_house',
        'duplex',
        'bungalow',
        'farm',
      ],
    ),
    'building:levels': fc.option(fc.integer({ min: 1, max: 14 }).map(String), { nil: undefined }),
    'roof:levels': fc.constantFrom(undefined, '1', '2'),
    shop: fc.constantFrom(undefined, undefined, 'bakery'),
    amenity: fc.constantFrom(undefined, undefined, 'bank', 'restaurant'),
  })
  .map(
    (some) =>
      Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
  )

const ground = fc.constantFrom(
  ...[undefined, 'residential', 'industrial', 'retail', 'commercial', 'farmyard'].map((landuse) =>
    landuse ? { landuse } : undefined,
  ),
)
const contexts: fc.Arbitrary<Context> = fc.record({
  areaM2: fc.double({ min: Math.log(10), max: Math.log(40_000), noNaN: true }).map(Math.exp),
  aspect: fc.constantFrom(1, 1.5, 3, 8, 20),
  tags,
  addresses: fc.constantFrom(0, 0, 1, 1, 2, 3, 5, 9, 20, 60),
  shops: fc.constantFrom(0, 0, 1, 3),
  hotel: fc.constantFrom(false, false, false, true),
  institution: fc.constantFrom(false, false, false, true),
  around: fc.record({
    density: fc.double({ min: 0, max: 1, noNaN: true }),
    blocks: fc.double({ min: 0, max: 1, noNaN: true }),
    addressed: fc.double({ min: 0, max: 1, noNaN: true }),
    shops: fc.integer({ min: 0, max: 40 }),
    ground,
  }),
  houseM2: fc.double({ min: 70, max: 200, noNaN: true }),
  numbered: fc.boolean(),
  neighbours: fc.array(
    fc.record({
      x: fc.integer({ min: 10, max: 140 }),
      areaM2: fc.integer({ min: 60, max: 1500 }),
      levels: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 6 },
  ),
})

describe('what is expected of a home', () => {
  it('changes by at most a factor 1.25 where the footprint changes by 5 %, in any context', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        const [a, b] = [expectedOf(context), expectedOf({ ...context, areaM2: 1.05 * context.areaM2 })]
        // Where next to nobody lives, a building counts as empty.
        if (Math.max(a, b) < 0.25) return
        expect(Math.max(a, b) / Math.min(a, b)).toBeLessThanOrEqual(1.25)
      }),
      { numRuns: 3000 },
    )
  })
})
