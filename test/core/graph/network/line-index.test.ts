import { indexLines, linesIn, type Bounds } from '@doorwalk/core/graph/network/line-index'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const coordinate = fc.integer({ min: -1000, max: 1000 })
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 4 })

/** What the index must find, line by line. */
function meets(points: [number, number][], [west, south, east, north]: Bounds): boolean {
  const [x, y] = [points.map(([lng]) => lng), points.map(([, lat]) => lat)]
  const apart =
    Math.min(...x) > east || Math.max(...x) < west || Math.min(...y) > north || Math.max(...y) < south
  return !apart
}

function indexed(lines: [number, number][][]) {
  const starts = Uint32Array.from([0, ...lines.map((_, i) => lines.slice(0, i + 1).flat().length)])
  const [x, y] = [0, 1].map((axis) => Int32Array.from(lines.flat(), (point) => point[axis]!))
  return indexLines(starts, x!, y!)
}

test('finds every line whose box meets the given one, in order', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 300 }),
      fc.tuple(coordinate, coordinate, coordinate, coordinate),
      (lines, [a, b, c, d]) => {
        const box: Bounds = [Math.min(a, b) + 0.5, Math.min(c, d), Math.max(a, b), Math.max(c, d) - 0.5]
        const expected = lines.flatMap((points, i) => (meets(points, box) ? [i] : []))
        expect(linesIn(indexed(lines), box)).toEqual(expected)
      },
    ),
  )
})

test('finds nothing where there is nothing', () => {
  expect(linesIn(indexed([]), [-1, -1, 1, 1])).toEqual([])
})
