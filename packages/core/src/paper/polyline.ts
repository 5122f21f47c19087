/** Lines on paper or screen, in its unit: length, a point along the line, joining end to end. */
import type { Point } from './map-frame.ts'

/**
 * Lines that meet end to end become one, so that a street cut at every corner has room for its name. Ends closer than
 * `within` are the same crossing.
 */
export function joinLines(lines: Point[][], within: number): Point[][] {
  const open = lines.filter((line) => line.length > 1).map((line) => [...line])
  const chains: Point[][] = []
  for (let chain = open.shift(); chain !== undefined; chain = open.shift()) {
    for (let next = follower(chain, open, within); next >= 0; next = follower(chain, open, within)) {
      const [piece] = open.splice(next, 1)
      chain = attach(chain, piece!, within)
    }
    chains.push(chain)
  }
  return chains
}

function follower(chain: Point[], open: Point[][], within: number): number {
  const ends = [chain[0]!, chain.at(-1)!]
  return open.findIndex((piece) => {
    const joined = [piece[0]!, piece.at(-1)!].some((end) => ends.some((own) => distance(own, end) < within))
    return joined && !turnsBack(chain, piece, within)
  })
}

/** Two carriageways of one street meet at its end; their names are not written round the corner. */
function turnsBack(chain: Point[], piece: Point[], within: number): boolean {
  const line = attach(chain, piece, within)
  const at =
    line.length === 0 ? -1 : distance(line[0]!, chain[0]!) < within ? chain.length - 1 : piece.length - 1
  const [a, b, c] = [line[at - 1], line[at], line[at + 1]]
  if (!a || !b || !c) return false
  return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0
}

function attach(chain: Point[], piece: Point[], within: number): Point[] {
  const [first, last] = [chain[0]!, chain.at(-1)!]
  const [head, tail] = [piece[0]!, piece.at(-1)!]
  if (distance(last, head) < within) return [...chain, ...piece.slice(1)]
  if (distance(last, tail) < within) return [...chain, ...[...piece].reverse().slice(1)]
  if (distance(first, tail) < within) return [...piece, ...chain.slice(1)]
  return [...[...piece].reverse(), ...chain.slice(1)]
}

export function pointAlong(line: Point[], length: number): Point {
  let left = length
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const step = distance(a, b)
    if (left <= step && step > 0) {
      const t = left / step
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
    }
    left -= step
  }
  return line.at(-1) ?? [0, 0]
}

export function lengthOf(line: Point[]): number {
  let total = 0
  for (let i = 1; i < line.length; i++) total += distance(line[i - 1]!, line[i]!)
  return total
}

export function distance(a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  return Math.sqrt(dx * dx + dy * dy)
}

/** Points closer than this are one, so that a shifted line does not knot, mm. */
const KNOT_MM = 0.3

/** The line moved to the right of its direction, so that a way out and the same way back lie side by side. */
export function shiftedRight(line: Point[], by: number): Point[] {
  const spaced: Point[] = []
  for (const [index, point] of line.entries()) {
    const last = spaced.at(-1)
    if (last === undefined || index === line.length - 1 || distance(last, point) >= KNOT_MM)
      spaced.push(point)
  }
  const shifted: Point[] = []
  for (let i = 1; i < spaced.length; i++) {
    const [a, b] = [spaced[i - 1]!, spaced[i]!]
    const length = distance(a, b)
    if (length === 0) continue
    const right: Point = [(-(b[1] - a[1]) / length) * by, ((b[0] - a[0]) / length) * by]
    shifted.push([a[0] + right[0], a[1] + right[1]], [b[0] + right[0], b[1] + right[1]])
  }
  return shifted
}
