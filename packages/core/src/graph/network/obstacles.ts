/**
 * Lines that nobody walks through between a street and a door: rivers, railways, walls. Streets cross them on bridges.
 */
import type { ObstacleLines } from '../tile/tile.ts'
import { moveOrigin } from './coordinates.ts'
import { indexLines, linesIn, type Bounds, type LineIndex } from './line-index.ts'

export interface Obstacles {
  /** Kind of each line. */
  kind: Uint8Array
  /** Points of line i: `points[i]…points[i + 1]` in `x`, `y`, stored units. */
  points: Uint32Array
  x: Int32Array
  y: Int32Array
  /** Where the lines lie. */
  index: LineIndex
}

/** The lines of several tiles. Cost: linear. */
export function joinObstacles(tiles: ObstacleLines[], originLng: number): Obstacles {
  const lines = tiles.reduce((sum, { kind }) => sum + kind.length, 0)
  const total = tiles.reduce((sum, { lng }) => sum + lng.length, 0)
  const kind = new Uint8Array(lines)
  const points = new Uint32Array(lines + 1)
  const x = new Int32Array(total)
  const y = new Int32Array(total)
  let line = 0
  let at = 0
  for (const tile of tiles) {
    kind.set(tile.kind, line)
    y.set(tile.lat, at)
    x.set(tile.lng, at)
    for (let i = 1; i < tile.points.length; i++) points[line + i] = at + tile.points[i]!
    line += tile.kind.length
    at += tile.lng.length
  }
  moveOrigin(x, originLng)
  return { kind, points, x, y, index: indexLines(points, x, y) }
}

/** The worst obstacle on the straight way between two places: 1 water or rails, 2 a wall, 0 none. */
export function worstBetween(
  { kind, points, x, y, index }: Obstacles,
  [ax, ay]: [number, number],
  [bx, by]: [number, number],
): number {
  let worst = 0
  const box: Bounds = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  for (const line of linesIn(index, box)) {
    for (let i = points[line]!; i < points[line + 1]! - 1; i++) {
      const [cx, cy, dx, dy] = [x[i]!, y[i]!, x[i + 1]!, y[i + 1]!]
      if (turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) >= 0) continue
      if (turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) >= 0) continue
      if (kind[line] === 1) return 1
      worst = 2
    }
  }
  return worst
}

/** Sign: which side of a line a point lies on. */
function turn(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}
