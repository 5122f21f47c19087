/** Finds things by place: a hash of squares, enough for a city and free of dependencies. */
import type { Box } from './plane.ts'

/** Side of a square in metres; about the size of a building, so that few squares hold few things each. */
const SIDE = 50
/** Squares to each side of the plane's origin: 52,000 km; pairs of them stay exact integers. */
const REACH = 2 ** 20

export class GridIndex<Item> {
  private readonly squares = new Map<number, Item[]>()

  add(box: Box, item: Item): void {
    eachKey(box, (key) => {
      const square = this.squares.get(key)
      if (square) square.push(item)
      else this.squares.set(key, [item])
    })
  }

  /** Items whose box may touch this one, each once, in the order they were added within a square. */
  near(box: Box): Set<Item> {
    const found = new Set<Item>()
    eachKey(box, (key) => {
      const square = this.squares.get(key)
      if (square) for (const item of square) found.add(item)
    })
    return found
  }
}

function eachKey([west, south, east, north]: Box, tell: (key: number) => void): void {
  const [bottom, top] = [Math.floor(south / SIDE), Math.floor(north / SIDE)]
  for (let x = Math.floor(west / SIDE); x <= Math.floor(east / SIDE); x++) {
    for (let y = bottom; y <= top; y++) tell((x + REACH) * 2 * REACH + y + REACH)
  }
}
