/** Lines that nobody walks through between a street and a door: rivers, railways, walls. Streets cross them on bridges. */
import Flatbush from 'flatbush'
import { wrapE7 } from './network.ts'
import type { ObstacleLines } from './tile.ts'

export interface Obstacles {
  /** Kind, first and last point of each segment, in stored units. */
  kind: Uint8Array
  ends: Int32Array
  index: Flatbush | null
}

export function joinObstacles(tiles: ObstacleLines[], originLng: number): Obstacles {
  const count = tiles.reduce((sum, { kind, lng }) => sum + lng.length - kind.length, 0)
  if (count === 0) return { kind: new Uint8Array(0), ends: new Int32Array(0), index: null }
  const kind = new Uint8Array(count)
  const ends = new Int32Array(4 * count)
  const index = new Flatbush(count, 16, Float64Array)
  let at = 0
  for (const tile of tiles) {
    for (let line = 0; line < tile.kind.length; line++) {
      for (let i = tile.points[line]!; i < tile.points[line + 1]! - 1; i++) {
        const [ax, ay] = [wrapE7(tile.lng[i]! - originLng), tile.lat[i]!]
        const [bx, by] = [wrapE7(tile.lng[i + 1]! - originLng), tile.lat[i + 1]!]
        kind[at] = tile.kind[line]!
        ends[4 * at] = ax
        ends[4 * at + 1] = ay
        ends[4 * at + 2] = bx
        ends[4 * at + 3] = by
        index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
        at++
      }
    }
  }
  index.finish()
  return { kind, ends, index }
}

/** The worst obstacle on the straight way between two places: 1 water or rails, 2 a wall, 0 none. */
export function worstBetween(
  { kind, ends, index }: Obstacles,
  [ax, ay]: [number, number],
  [bx, by]: [number, number],
): number {
  if (!index) return 0
  let worst = 0
  for (const i of index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))) {
    const [cx, cy, dx, dy] = [ends[4 * i]!, ends[4 * i + 1]!, ends[4 * i + 2]!, ends[4 * i + 3]!]
    const parted = turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) < 0
    if (!parted || turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) >= 0) continue
    if (kind[i] === 1) return 1
    worst = 2
  }
  return worst
}

/** Sign: which side of a line a point lies on. */
function turn(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}
