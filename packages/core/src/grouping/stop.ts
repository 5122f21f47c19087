/** Stops: what the solver visits. One target, a row of small houses, or entrances of one building; see row.ts. */
import type { Candidate } from '../building/select.ts'
import type { Side, Snap } from '../graph/route/snap.ts'
import type { Cell } from '../h3.ts'
import type { Deciseconds, Seconds } from '../units.ts'
import { toDeciseconds } from '../units.ts'

/** A candidate with its place on the street and its time. */
export interface PlacedTarget {
  candidate: Candidate
  snap: Snap
  /** Side of its street, the same all along one pavement; see pavement.ts. */
  pavement: Side | null
  /** Expected time at its doors, the street door included. */
  seconds: Seconds
  /** Of that, getting through the street door; 0 for a house, and behind a door that was passed before. */
  entry: Seconds
}

export interface Stop {
  /** Indices of placed targets, in walking order from `first` to `last`. */
  members: number[]
  block: Cell
  /** Of its first target; the street is empty when it has no name. */
  street: string
  pavement: Side | null
  first: Snap
  last: Snap
  /** At the doors, for the slowest of the crew, and walking between them; each street door is passed once. */
  service: Deciseconds
  /** Of that, getting through `streetDoor`: not paid again by who comes from another stop behind it. */
  entry: Deciseconds
  /** Of that, the walking. */
  inner: Deciseconds
  prize: number
  doors: number
  /** Of its first target. */
  streetDoor: string
}

/**
 * @param row     indices into `placed`, in walking order
 * @param inner   walking between consecutive members
 */
export function makeStop(row: number[], placed: PlacedTarget[], inner: Deciseconds): Stop {
  const members = row.map((index) => placed[index]!)
  const first = members[0]!
  return {
    members: row,
    block: first.candidate.target.block,
    street: streetOf(first),
    pavement: first.pavement,
    first: first.snap,
    last: members.at(-1)!.snap,
    service: serviceOf(inner, members),
    entry: toDeciseconds(first.entry),
    inner,
    prize: members.reduce((sum, { candidate }) => sum + candidate.prize, 0),
    doors: members.reduce((sum, { candidate }) => sum + candidate.doors, 0),
    streetDoor: first.candidate.target.streetDoor,
  }
}

/** Of the street it is reached from, else of its address; empty: none. */
export function streetOf({ candidate, snap }: Pick<PlacedTarget, 'candidate' | 'snap'>): string {
  return snap.street || (candidate.target.address?.street ?? '')
}

/** At least 1: time at the doors of a stop, each street door passed once, and walking between them. */
export function serviceOf(inner: Deciseconds, members: PlacedTarget[]): Deciseconds {
  const passed = new Set<string>()
  let service = inner
  for (const { candidate, seconds, entry } of members) {
    const { streetDoor } = candidate.target
    service += toDeciseconds(seconds) - (passed.has(streetDoor) ? toDeciseconds(entry) : 0)
    passed.add(streetDoor)
  }
  return Math.max(1, service)
}
