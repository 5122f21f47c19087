/** Where ways run side by side: each gets a lane of its own on every piece of street that it shares. */
import type { Piece, SharedWays } from './shared-ways.ts'

/** So many lanes are as wide as drawn; more are pressed into their width. */
const MOST_LANES = 6

/** Of one way, for each of its pieces. */
export interface Lanes {
  /** To the right of whoever walks, in widths of a lane; negative: to the left. */
  aside: Float32Array
  /** 1: the same walk passes here in both directions. */
  bothWays: Uint8Array
}

/** Lanes of each way, in order. The same from whichever end a street is walked, and steady along it. */
export function lanesOf({ corners, pieces, ways }: SharedWays): Lanes[] {
  const turned = orientations({ corners, pieces })
  return ways.map(({ corners: passed, pieces: own }, way) => {
    const aside = new Float32Array(own.length)
    const directions = new Map<number, number>()
    for (const [at, piece] of own.entries()) {
      const { from, ways: sharing } = pieces[piece]!
      const forth = passed[at] === from
      directions.set(piece, (directions.get(piece) ?? 0) | (forth ? 1 : 2))
      const pressed = Math.min(1, MOST_LANES / sharing.length)
      const lane = (sharing.indexOf(way) - (sharing.length - 1) / 2) * pressed
      aside[at] = forth === turned[piece] ? -lane : lane
    }
    return { aside, bothWays: Uint8Array.from(own, (piece) => (directions.get(piece) === 3 ? 1 : 0)) }
  })
}

/**
 * For each piece whether its lanes are counted against its own direction. Pieces that the same walks share and that
 * follow each other are one run; a run is counted from west to east.
 */
function orientations({ corners, pieces }: Pick<SharedWays, 'corners' | 'pieces'>): boolean[] {
  const turned = pieces.map(() => false)
  const groups = new Map<string, number[]>()
  for (const [index, { ways }] of pieces.entries()) {
    if (ways.length < 2) continue
    const group = groups.get(ways.join())
    if (group === undefined) groups.set(ways.join(), [index])
    else group.push(index)
  }
  for (const group of groups.values()) {
    for (const run of runsOf(group, pieces)) {
      const [first, last] = [corners[run.from]!, corners[run.to]!]
      const west = last.x < first.x || (last.x === first.x && last.y < first.y)
      for (const { piece, forth } of run.passed) turned[piece] = forth === west
    }
  }
  return turned
}

interface Run {
  from: number
  to: number
  passed: { piece: number; forth: boolean }[]
}

/** Chains of pieces; at a corner where three or more meet, chains end. */
function runsOf(group: number[], pieces: Piece[]): Run[] {
  const at = new Map<number, number[]>()
  for (const index of group) {
    for (const end of [pieces[index]!.from, pieces[index]!.to]) at.set(end, [...(at.get(end) ?? []), index])
  }
  const left = new Set(group)
  const runs: Run[] = []
  const follow = (from: number): void => {
    const run: Run = { from, to: from, passed: [] }
    for (;;) {
      const next = at.get(run.to)!.find((piece) => left.has(piece))
      if (next === undefined) break
      left.delete(next)
      const forth = pieces[next]!.from === run.to
      run.passed.push({ piece: next, forth })
      run.to = forth ? pieces[next]!.to : pieces[next]!.from
      if (at.get(run.to)!.length !== 2) break
    }
    runs.push(run)
  }
  for (const [corner, meeting] of at) {
    if (meeting.length !== 2) for (const piece of meeting) if (left.has(piece)) follow(corner)
  }
  // What is left are rings.
  for (const piece of group) if (left.has(piece)) follow(pieces[piece]!.from)
  return runs
}
