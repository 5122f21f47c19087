/**
 * Which pieces of street several walks have in common. Walks leave a street at doors of their own, so that two ways
 * along one street have other corners: each is cut at the corners of all others that lie on it, so that what they have
 * in common is the same piece.
 */
import Flatbush from 'flatbush'
import { type Point, metresPerPixel, worldOf } from './mercator.ts'
import type { MapWalk } from './plan.ts'

/** Corners this close to a piece lie on it: coordinates are rounded to 0.1 m, pavements stand 2 m apart. */
const ON_IT_METRES = 0.5

export interface Piece {
  /** Its ends, as indices of corners; `from` < `to`. */
  from: number
  to: number
  /** Indices of the ways that pass it, each once, rising. */
  ways: number[]
}

/** The way of one walk over pieces that others may share. */
interface Way {
  walk: number
  /** Corners in walking order. */
  corners: number[]
  /** The pieces between them, one less. */
  pieces: number[]
}

export interface SharedWays {
  /** In pixels of the world at zoom 0. */
  corners: Point[]
  pieces: Piece[]
  ways: Way[]
}

/** Cost: O(n log n) for n corners in all; 40,000 take about 0.1 s. */
export function shareWays(walks: readonly Pick<MapWalk, 'number' | 'line'>[]): SharedWays {
  const { corners, lines } = cornersOf(walks)
  const cut = cutAtCorners(lines, corners, (walks.find(({ line }) => line.length > 0)?.line[0] ?? [0, 0])[1])
  const pieces: Piece[] = []
  const byEnds = new Map<number, number>()
  const ways = walks.map(({ number }, index): Way => {
    const passed = cut[index]!
    const own: number[] = []
    for (let at = 1; at < passed.length; at++) {
      const [from, to] = [Math.min(passed[at - 1]!, passed[at]!), Math.max(passed[at - 1]!, passed[at]!)]
      const key = from * corners.length + to
      let piece = byEnds.get(key)
      if (piece === undefined) {
        piece = pieces.push({ from, to, ways: [] }) - 1
        byEnds.set(key, piece)
      }
      const { ways: sharing } = pieces[piece]!
      if (sharing.at(-1) !== index) sharing.push(index)
      own.push(piece)
    }
    return { walk: number, corners: passed, pieces: own }
  })
  return { corners, pieces, ways }
}

function cornersOf(walks: readonly Pick<MapWalk, 'line'>[]): { corners: Point[]; lines: number[][] } {
  const corners: Point[] = []
  const byPlace = new Map<string, number>()
  const lines = walks.map(({ line }) => {
    const passed: number[] = []
    for (const at of line) {
      const place = at.join()
      let index = byPlace.get(place)
      if (index === undefined) {
        index = corners.push(worldOf(at)) - 1
        byPlace.set(place, index)
      }
      if (passed.at(-1) !== index) passed.push(index)
    }
    return passed
  })
  return { corners, lines }
}

/** The lines, with all corners between their ends that lie on them. */
function cutAtCorners(lines: number[][], corners: Point[], lat: number): number[][] {
  if (corners.length === 0) return lines
  const index = new Flatbush(corners.length)
  for (const { x, y } of corners) index.add(x, y)
  index.finish()
  const near = ON_IT_METRES / metresPerPixel(lat, 0)
  const between = new Map<number, number[]>()

  function cornersOn(from: number, to: number): number[] {
    const key = from * corners.length + to
    const found = between.get(key)
    if (found !== undefined) return found
    const [a, b] = [corners[from]!, corners[to]!]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const square = dx * dx + dy * dy
    const box = [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)] as const
    const on = index
      .search(box[0] - near, box[1] - near, box[2] + near, box[3] + near)
      .map((corner) => {
        const [px, py] = [corners[corner]!.x - a.x, corners[corner]!.y - a.y]
        return {
          corner,
          along: (px * dx + py * dy) / square,
          aside: Math.abs(px * dy - py * dx) / Math.sqrt(square),
        }
      })
      .filter(
        ({ corner, along, aside }) =>
          corner !== from && corner !== to && along > 0 && along < 1 && aside <= near,
      )
      .sort((one, other) => one.along - other.along)
      .map(({ corner }) => corner)
    between.set(key, on)
    between.set(to * corners.length + from, on.toReversed())
    return on
  }

  return lines.map((line) =>
    line.flatMap((corner, at) => (at === 0 ? [corner] : [...cornersOn(line[at - 1]!, corner), corner])),
  )
}
