/**
 * Which side of a street a door is on, told by its number where its place leaves it open: odd and even face each other.
 */
import type { Side, Snap, SnapQuery } from './snap.ts'

/**
 * Doors of one parity on one side before it is believed, and the share of them that must agree (98–100 % do).
 */
const FEWEST_VOTES = 3
const AGREEING = 0.8

/** Doors left with an even number or right with an odd one count up, the others down. */
interface Votes {
  evenLeft: number
  all: number
}

/**
 * The same snaps; a side that is unknown becomes known where the doors of the same stretch of street, whose sides are
 * known, agree on the side of even numbers.
 */
export function sidesByParity(queries: SnapQuery[], snaps: (Snap | null)[]): (Snap | null)[] {
  const votesOf = new Map<number, Votes>()
  snaps.forEach((snap, i) => {
    const even = isEven(queries[i]!)
    if (!snap || snap.side === null || even === null || snap.rule !== 'named_street') return
    const votes = votesOf.get(snap.edge) ?? { evenLeft: 0, all: 0 }
    votes.all++
    if (even === (snap.side === 'left')) votes.evenLeft++
    votesOf.set(snap.edge, votes)
  })
  return snaps.map((snap, i) => {
    const even = isEven(queries[i]!)
    if (!snap || snap.side !== null || even === null || snap.rule !== 'named_street') return snap
    const side = sideOf(even, votesOf.get(snap.edge))
    return side === null ? snap : { ...snap, side }
  })
}

function sideOf(even: boolean, votes: Votes | undefined): Side | null {
  if (!votes || votes.all < FEWEST_VOTES) return null
  if (votes.evenLeft >= AGREEING * votes.all) return even ? 'left' : 'right'
  if (votes.evenLeft <= (1 - AGREEING) * votes.all) return even ? 'right' : 'left'
  return null
}

/** "12 bis", "12-14" by the first number; null without one. */
function isEven({ houseNumber }: SnapQuery): boolean | null {
  const digits = /^\s*(\d+)/.exec(houseNumber ?? '')?.[1]
  return digits === undefined ? null : Number(digits.at(-1)) % 2 === 0
}
