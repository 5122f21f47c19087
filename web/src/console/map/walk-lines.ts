/** Lines of walks on the screen, in their lanes: made when first drawn at a zoom, then only moved. */
import { levelAt } from './model/level.ts'
import type { Lanes } from './model/lanes.ts'
import type { Box, Point } from './model/mercator.ts'
import { offsetLine } from './model/offset-line.ts'
import type { SharedWays } from './model/shared-ways.ts'

/** The walk in focus is drawn so far to the right of each direction where it passes in both, pixels. */
const APART_PIXELS = 3.4

interface DrawnLine {
  walk: number
  path: Path2D
  /** x and y in turns, in pixels from `origin`. */
  points: readonly number[]
  box: Box
}

export interface WalkLines {
  /** In pixels of the world at zoom 0. */
  origin: Point
  /** Those of all walks that have a way, in order of their numbers. */
  boxes: readonly { walk: number; box: Box }[]
  at(walk: number, zoom: number): DrawnLine
  /** With its two directions apart. */
  focused(walk: number, zoom: number): DrawnLine
}

export function walkLines({ corners, ways }: SharedWays, lanes: readonly Lanes[]): WalkLines {
  const lines = ways.map(({ corners: passed }) => passed.map((corner) => corners[corner]!))
  const places = new Map(ways.map(({ walk }, index) => [walk, index]))
  const origin = corners[0] ?? { x: 0, y: 0 }
  const boxes = ways.map(({ walk }, index) => ({ walk, box: boxAround(lines[index]!) }))
  const drawn = new Map<string, DrawnLine>()
  let drawnZoom = NaN

  function draw(walk: number, zoom: number, apartPixels: number): DrawnLine {
    if (zoom !== drawnZoom) drawn.clear()
    drawnZoom = zoom
    const key = `${walk} ${apartPixels}`
    const before = drawn.get(key)
    if (before !== undefined) return before
    const index = places.get(walk)!
    const view = { scale: 2 ** zoom, origin, lanePixels: levelAt(zoom).lane, apartPixels }
    const points = offsetLine(lines[index]!, lanes[index]!, view)
    const path = new Path2D()
    for (let at = 0; at < points.length; at += 2) {
      if (at === 0) path.moveTo(points[at]!, points[at + 1]!)
      else path.lineTo(points[at]!, points[at + 1]!)
    }
    const line = { walk, path, points, box: boxes[index]!.box }
    drawn.set(key, line)
    return line
  }

  return {
    origin,
    boxes: boxes.filter((_, index) => lines[index]!.length > 1),
    at: (walk, zoom) => draw(walk, zoom, 0),
    focused: (walk, zoom) => draw(walk, zoom, APART_PIXELS),
  }
}

function boxAround(line: readonly Point[]): Box {
  const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)]
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}
