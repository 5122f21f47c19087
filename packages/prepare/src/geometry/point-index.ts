/** Points by place in flat arrays: which lie near or in a box, without making a list of them. */
import type { Metres } from '@doorwalk/core/units'
import type { Box, XY } from './plane.ts'

/** Side of a square. */
const SIDE: Metres = 50
/** Squares to each side of the plane's origin: 52,000 km; pairs of them stay exact integers. */
const FAR = 2 ** 20

export class PointIndex {
  private readonly points: readonly XY[]
  /** Places in the list, square by square, in the order of the list within each. */
  private readonly order: Uint32Array
  private readonly squares = new Map<number, { from: number; to: number }>()

  constructor(points: readonly XY[]) {
    this.points = points
    const keys = Float64Array.from(points, ([x, y]) => squareKey(Math.floor(x / SIDE), Math.floor(y / SIDE)))
    this.order = Uint32Array.from(points.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b)
    for (let from = 0, to = 0; from < this.order.length; from = to) {
      const key = keys[this.order[from]!]!
      while (to < this.order.length && keys[this.order[to]!] === key) to++
      this.squares.set(key, { from, to })
    }
  }

  /** Calls with the place in the list of each point in the box. */
  inBox([west, south, east, north]: Box, tell: (place: number) => void): void {
    for (let column = Math.floor(west / SIDE); column <= Math.floor(east / SIDE); column++) {
      for (let row = Math.floor(south / SIDE); row <= Math.floor(north / SIDE); row++) {
        const square = this.squares.get(squareKey(column, row))
        for (let i = square?.from ?? 0; i < (square?.to ?? 0); i++) {
          const place = this.order[i]!
          const [x, y] = this.points[place]!
          if (x >= west && x <= east && y >= south && y <= north) tell(place)
        }
      }
    }
  }

  /** Calls with the place in the list and the distance of each point within reach. */
  within(reach: Metres, [x, y]: XY, tell: (place: number, metres: Metres) => void): void {
    this.inBox([x - reach, y - reach, x + reach, y + reach], (place) => {
      const [px, py] = this.points[place]!
      const metres = Math.sqrt((px - x) ** 2 + (py - y) ** 2)
      if (metres <= reach) tell(place, metres)
    })
  }
}

/** One number for a square; so many squares to each side of the origin that pairs of them stay exact integers. */
export function squareKey(column: number, row: number): number {
  return (column + FAR) * 2 * FAR + row + FAR
}
