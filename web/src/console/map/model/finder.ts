/** Finds what is under a point of the map, and what is in view, among ten thousand targets. */
import Flatbush from 'flatbush'
import type { Box, Point } from './mercator.ts'

export interface Placed {
  /** In pixels of the world at zoom 0. */
  x: number
  y: number
}

export interface Finder<Item extends Placed> {
  readonly items: readonly Item[]
  /** The nearest that is within `radius` (same unit) and passes; null: none. */
  nearest(at: Point, radius: number, passes?: (item: Item) => boolean): Item | null
  /** In the order in which they came. */
  within(box: Box): Item[]
}

/** Cost: O(n log n) once; a question O(log n). */
export function findAmong<Item extends Placed>(items: readonly Item[]): Finder<Item> {
  if (items.length === 0) return { items, nearest: () => null, within: () => [] }
  const index = new Flatbush(items.length)
  for (const { x, y } of items) index.add(x, y)
  index.finish()
  return {
    items,
    nearest(at, radius, passes = () => true) {
      const [found] = index.neighbors(at.x, at.y, 1, radius, (each) => passes(items[each]!))
      return found === undefined ? null : items[found]!
    },
    within({ minX, minY, maxX, maxY }) {
      return index
        .search(minX, minY, maxX, maxY)
        .sort((a, b) => a - b)
        .map((each) => items[each]!)
    },
  }
}

/** A line of a walk, to be found by its pieces. */
export interface LineFinder {
  /** Number of the walk whose line is nearest within `radius`; null: none. */
  nearest(at: Point, radius: number, passes?: (walk: number) => boolean): number | null
}

/** `lines` by number of walk; points in pixels of the world at zoom 0. */
export function findLines(lines: ReadonlyMap<number, readonly Point[]>): LineFinder {
  const pieces: { walk: number; from: Point; to: Point }[] = []
  for (const [walk, line] of lines) {
    for (let at = 1; at < line.length; at++) pieces.push({ walk, from: line[at - 1]!, to: line[at]! })
  }
  if (pieces.length === 0) return { nearest: () => null }
  const index = new Flatbush(pieces.length)
  for (const { from, to } of pieces) {
    index.add(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y))
  }
  index.finish()
  return {
    nearest({ x, y }, radius, passes = () => true) {
      let best: { walk: number; distance: number } | null = null
      for (const each of index.search(x - radius, y - radius, x + radius, y + radius)) {
        const { walk, from, to } = pieces[each]!
        if (!passes(walk)) continue
        const distance = distanceTo({ x, y }, from, to)
        if (distance > radius) continue
        const isBetter =
          best === null || distance < best.distance || (distance === best.distance && walk < best.walk)
        if (isBetter) best = { walk, distance }
      }
      return best?.walk ?? null
    },
  }
}

function distanceTo({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / square))
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy)
}
