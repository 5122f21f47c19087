/** Bodies that are made to break or to stall whoever reads them, for fast-check: texts of JSON, and shapes. */
import fc from 'fast-check'
import { PARIS } from './worlds/builders.ts'
import { bowTie, comb, spiral, star, zigzag } from './worlds/hostile-rings.ts'

type Ring = unknown[]

const times = (count: number, text: string): string => Array<string>(count).fill(text).join(',')

/** Sizes that stand on both sides of a limit; large ones seldom, because they cost their sender, too. */
const size = (small: number[], large: number[]): fc.Arbitrary<number> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...small), weight: 5 },
    { arbitrary: fc.constantFrom(...large), weight: 1 },
  )

const NUMBERS = [
  ...['1e308', '-1e308', '1e309', '-1e400', '1e-400', '5e-324', '-0', '0.1e-7', '179.99999999999999'],
  ...['123456789012345678901234567890', '9007199254740993', '0.1', '1E+2'],
]
const STRINGS = [
  ...['"\\ud800"', '"\\udfff\\ud800"', '"\\u0000"', '"\\u202e"', '"\\ufeff"', '"🚪"', '"é"', '"../.."'],
  ...['"__proto__"', '"constructor"', '"toString"', '"NaN"', '"Infinity"', '"2026-02-30T25:61:00Z"'],
  ...[
    '"' + 'a'.repeat(100_000) + '"',
    '"' + '\\\\'.repeat(50_000) + '"',
    '"' + '\\ud83d'.repeat(2_000) + '"',
  ],
]
const OBJECTS = [
  ...[
    '{"__proto__":{"volunteers":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"toString":1,"valueOf":1}',
  ],
  ...[
    '{"a":1,"a":2}',
    '{"":0}',
    '{"type":"Polygon"}',
    '{"id":"x","id":"y"}',
    '{"type":"Polygon","type":"MultiPolygon"}',
  ],
  ...['[]', '{}', 'null', 'true', 'false', '[[[[]]]]', '[null]', '[{}]'],
]

/** Text of one JSON value. */
const hostileValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NUMBERS),
  fc.constantFrom(...STRINGS),
  fc.constantFrom(...OBJECTS),
  size([10, 63, 64, 65], [500, 5_000, 100_000]).map((levels) => '['.repeat(levels) + ']'.repeat(levels)),
  size([10, 65], [5_000, 50_000]).map((levels) => '{"a":'.repeat(levels) + '0' + '}'.repeat(levels)),
  fc
    .tuple(
      size([3, 100, 2_000], [50_000, 99_999, 100_001, 400_000]),
      fc.constantFrom('[]', '0', '{}', '""', 'null'),
    )
    .map(([count, each]) => `[${times(count, each)}]`),
  size([3, 200, 999], [1_001, 50_000]).map(
    (count) => `{${Array.from({ length: count }, (_, index) => `"k${index}":${index}`).join(',')}}`,
  ),
)

const MARK = '"@@"'

/** A body that fits, with something hostile at one place of it; or nothing else. */
export function hostileBody(body: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const placed = fc
    .tuple(body, fc.nat(), hostileValue, fc.boolean())
    .map(([value, where, hostile, isName]) => {
      const copy: unknown = structuredClone(value)
      const holders = containers(copy)
      const holder = holders[where % Math.max(1, holders.length)]
      if (holder === undefined) return hostile
      const names = Object.keys(holder)
      const name = isName
        ? Array.isArray(holder)
          ? names.length
          : '__proto__'
        : names[where % Math.max(1, names.length)]
      Object.defineProperty(holder, name ?? 'x', {
        value: '@@',
        enumerable: true,
        configurable: true,
        writable: true,
      })
      return JSON.stringify(copy).replace(MARK, () => hostile)
    })
  const torn = fc
    .tuple(placed, fc.nat())
    .map(([text, where]) => text.slice(0, where % Math.max(1, text.length)))
  return fc.oneof(
    { arbitrary: placed, weight: 10 },
    { arbitrary: hostileValue, weight: 1 },
    { arbitrary: torn, weight: 1 },
  )
}

function containers(value: unknown): (unknown[] | Record<string, unknown>)[] {
  if (Array.isArray(value)) return [value, ...value.flatMap(containers)]
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(containers)]
}

const box = (west: number, south: number, east: number, north: number): Ring => [
  ...[[west, south], [east, south], [east, north], [west, north], [west, south]], // prettier-ignore
]
const around = (metres: number): Ring => {
  const degrees = metres / 100_000
  return box(PARIS[0] - degrees, PARIS[1] - degrees, PARIS[0] + degrees, PARIS[1] + degrees)
}

const corners = size([5, 33, 301], [3_001, 9_999, 10_000, 20_001])
const ring: fc.Arbitrary<Ring> = fc.oneof<fc.Arbitrary<Ring>[]>(
  corners.map((count) => star(count | 1)),
  corners.map(comb),
  corners.map(spiral),
  corners.map(zigzag),
  fc.constantFrom<Ring[]>(
    ...[bowTie(), around(0), around(0.1), around(300), around(100_000), box(-180, -90, 180, 90)],
    ...[
      box(179.9, 48, -179.9, 49),
      box(2, 89, 3, 90),
      box(-0, -0, 5e-324, 5e-324),
      box(2.3, 48.8, 2.3, 48.9),
    ],
    ...[
      [],
      [[]],
      [[2.35, 48.88]],
      [2.35, 48.88],
      [null, null, null, null],
      [...around(300), [1e308, -1e308]],
    ],
    ...[
      around(300).slice(0, 4),
      [...around(300), ...around(300)],
      [...around(300).slice(0, 1), ...around(300)],
    ],
    around(300).map((place) => [...(place as number[]), 35]),
  ),
  corners.map((count) => [...Array.from({ length: count }, () => [2.35, 48.88])]),
  // A spur that makes the box of a small shape as large as a country.
  fc.constant([...around(300).slice(0, 3), [2.35, 60], ...around(300).slice(3)]),
)

/** Outlines one in another, and triangles side by side: many rings that all reach over the same places. */
const manyRings = (count: number): Ring[] =>
  Array.from({ length: count }, (_, index) => around(300 - (250 * index) / count))
const slivers = (count: number): Ring[][] =>
  Array.from({ length: count }, (_, index) => {
    const [x, y] = [PARIS[0] - 0.004 + (0.004 * index) / count, PARIS[1] - 0.003]
    return [[[x, y], [x + 0.004, y + 0.006], [x + 0.004 + 1e-6, y + 0.006], [x, y]]] // prettier-ignore
  })

const polygon: fc.Arbitrary<unknown> = fc
  .oneof(
    fc.array(ring, { maxLength: 3 }),
    size([2, 40], [1_900]).map((count) => [around(300), ...manyRings(count)]),
    fc.tuple(ring, ring, ring),
  )
  .map((coordinates) => ({ type: 'Polygon', coordinates }))

const multiPolygon: fc.Arbitrary<unknown> = fc
  .oneof(
    fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 3 }),
    size([2, 40], [2_400, 10_000]).map(slivers),
    size([2, 40], [1_900]).map((count) => manyRings(count).map((each) => [each])),
    // Specks, as far away as there is: the box around them is the earth.
    fc.constant([[around(300)], [box(-180, -90, -179.999, -89.999)], [box(179.999, 89.999, 180, 90)]]),
  )
  .map((coordinates) => ({ type: 'MultiPolygon', coordinates }))

const CELLS = [
  '8a1fb46620affff',
  '871fb4662ffffff',
  '85080003fffffff',
  '8af2939520c7fff',
  '8a0326233ab7fff',
  '000000000000000',
]

/** What may stand where an area is asked for. */
export const hostileArea: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: polygon, weight: 6 },
  { arbitrary: multiPolygon, weight: 4 },
  {
    arbitrary: fc.oneof(
      size([1, 20, 1_000], [1_001]).map((count) => ({ precincts: Array<string>(count).fill('0925') })),
      fc
        .tuple(fc.constantFrom(...CELLS), size([1, 20], [10_000, 10_001]))
        .map(([cell, count]) => ({ cells: Array<string>(count).fill(cell) })),
      fc.constantFrom(
        { id: '__proto__' },
        { id: 'x'.repeat(64) },
        { precincts: ['__proto__'] },
        { precincts: ['\ud800'] },
      ),
      fc.constantFrom(
        null,
        [],
        {},
        { type: 'Feature', geometry: {} },
        { type: 'Point', coordinates: [2.35, 48.88] },
      ),
    ),
    weight: 2,
  },
)
