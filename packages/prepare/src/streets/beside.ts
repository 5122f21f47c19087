/** Finds lines that run beside a way: the street of a sidewalk, the sidewalk of a street. */

/** Metres east and north. */
export interface Point {
  x: number
  y: number
}

/** A place on a way, and where the way leads there. */
export interface Look {
  at: Point
  along: Point
}

interface Segment {
  a: Point
  b: Point
  name: string
}

/** Cosine of 20°: how parallel a sidewalk runs to its street. */
const PARALLEL = 0.94
/** Where along a way one looks for its street. */
export const LOOKS = [0.2, 0.5, 0.8] as const
/** Side of a cell of the index, metres: no reach is longer. */
const CELL = 50
/** Cells to each side of the origin: 52,000 km; pairs of them stay exact integers. */
const MOST_CELLS = 2 ** 20

/** Lines by cell; long segments are entered in every cell along them. */
export class LinesBeside {
  private readonly cells = new Map<number, Segment[]>()

  add(line: Point[], name: string): void {
    for (let i = 1; i < line.length; i++) this.addSegment({ a: line[i - 1]!, b: line[i]!, name })
  }

  /** Name of the nearest parallel line within a reach of at most 50 m; undefined where none is. */
  nearest({ at, along }: Look, reach: number): string | undefined {
    let best: { name: string; metres: number } | undefined
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const key = cellKey(at.x + dx * CELL, at.y + dy * CELL)
        for (const segment of this.cells.get(key) ?? []) {
          const metres = distanceTo(segment, at)
          if (metres > reach || (best && metres >= best.metres) || !isParallel(segment, along)) continue
          best = { name: segment.name, metres }
        }
      }
    }
    return best?.name
  }

  private addSegment(segment: Segment): void {
    const { a, b } = segment
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    const keys = new Set<number>()
    for (let at = 0; at <= length; at += CELL / 2) {
      const share = length === 0 ? 0 : at / length
      keys.add(cellKey(mix(a.x, b.x, share), mix(a.y, b.y, share)))
    }
    keys.add(cellKey(b.x, b.y))
    for (const key of keys) {
      const list = this.cells.get(key)
      if (list) list.push(segment)
      else this.cells.set(key, [segment])
    }
  }
}

/** The place at a share of the length of a line. */
export function lookAt(line: Point[], share: number): Look {
  const lengths = line.slice(1).map((point, i) => Math.hypot(point.x - line[i]!.x, point.y - line[i]!.y))
  let left = share * lengths.reduce((sum, length) => sum + length, 0)
  let i = 0
  while (i < lengths.length - 1 && left > lengths[i]!) left -= lengths[i++]!
  const [a, b] = [line[i]!, line[i + 1]!]
  const part = lengths[i]! === 0 ? 0 : Math.min(1, left / lengths[i]!)
  return { at: { x: mix(a.x, b.x, part), y: mix(a.y, b.y, part) }, along: { x: b.x - a.x, y: b.y - a.y } }
}

function isParallel({ a, b }: Segment, along: Point): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const lengths = Math.hypot(dx, dy) * Math.hypot(along.x, along.y)
  return lengths > 0 && Math.abs(dx * along.x + dy * along.y) / lengths >= PARALLEL
}

function distanceTo({ a, b }: Segment, { x, y }: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / square))
  return Math.hypot(a.x + share * dx - x, a.y + share * dy - y)
}

function cellKey(x: number, y: number): number {
  return (Math.floor(x / CELL) + MOST_CELLS) * 2 * MOST_CELLS + Math.floor(y / CELL) + MOST_CELLS
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share
}
