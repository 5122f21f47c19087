/** What names of streets keep clear of: numbers of walks and stops, and the line of the walk in focus. */
import { levelAt } from './model/level.ts'
import { type Box, type Point, worldOf } from './model/mercator.ts'
import type { Numbers } from './paint-focus.ts'
import { type Scene, overlaps } from './scene.ts'

/** Around a number, and beside a line, pixels. */
const NUMBER_PIXELS = 13
const LINE_PIXELS = 5

export interface Disc extends Point {
  /** Pixels of the screen. */
  radius: number
}

export interface NamesRoom {
  blocked: Disc[]
  avoided: Disc[]
}

export function namesRoom(
  scene: Scene,
  { zoom, view }: { zoom: number; view: Box },
  numbers: Numbers | null,
): NamesRoom {
  const { focus, walks, lines } = scene
  const scale = 2 ** zoom
  const isIn = ({ x, y }: Point): boolean => overlaps({ minX: x, maxX: x, minY: y, maxY: y }, view)
  const discs = (points: Point[], radius: number): Disc[] =>
    points.filter(isIn).map((at) => ({ ...at, radius }))
  if (focus === null) {
    const middles = walks.flatMap(({ targets }) => targets[Math.floor(targets.length / 2)] ?? [])
    return {
      blocked: discs(
        middles.map(({ at }) => worldOf(at)),
        NUMBER_PIXELS,
      ),
      avoided: [],
    }
  }
  const marks = numbers?.marks ?? []
  const blocked = marks.map(({ at: [x, y] }) => ({
    x: numbers!.origin.x + x / scale,
    y: numbers!.origin.y + y / scale,
  }))
  if (!lines.boxes.some(({ walk }) => walk === focus))
    return { blocked: discs(blocked, NUMBER_PIXELS), avoided: [] }
  const { points } = lines.focused(focus, zoom)
  const line: Point[] = []
  const step = levelAt(zoom).line + LINE_PIXELS
  for (let at = 2; at < points.length; at += 2) {
    const [x, y] = [points[at - 2]!, points[at - 1]!]
    const [dx, dy] = [points[at]! - x, points[at + 1]! - y]
    const count = Math.max(1, Math.round(Math.hypot(dx, dy) / step))
    for (let each = 0; each < count; each++) {
      const part = each / count
      line.push({ x: lines.origin.x + (x + dx * part) / scale, y: lines.origin.y + (y + dy * part) / scale })
    }
  }
  return { blocked: discs(blocked, NUMBER_PIXELS), avoided: discs(line, LINE_PIXELS) }
}
