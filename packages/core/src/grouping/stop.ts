/** Stops: what the solver visits. One target, or a row of small houses on one side of one street. */
import type { Candidate } from '../building/select.ts'
import type { Snap } from '../graph/route/snap.ts'
import type { Cell } from '../h3.ts'
import type { Deciseconds, Metres, Seconds } from '../units.ts'
import { metresBetween, toDeciseconds } from '../units.ts'

/** A candidate with its place on the street and its time. */
export interface PlacedTarget {
  candidate: Candidate
  snap: Snap
  /** Expected time at its doors, the street door included. */
  seconds: Seconds
  /** Of that, getting through the street door; 0 for a house, and behind a door that was passed before. */
  entry: Seconds
}

export interface Stop {
  /** Indices of placed targets, in walking order from `first` to `last`. */
  members: number[]
  block: Cell
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

/** A row is at most this long, doors and walking together. */
const LONGEST_ROW: Seconds = 900
/** Houses further apart are separate stops. */
const WIDEST_GAP: Metres = 50
/** A house that takes longer is a stop of its own. */
const LONGEST_ROW_TARGET: Seconds = 300

/**
 * Index lists of the targets that make one stop each; rows are ordered along their street.
 * Only houses of one block, on one edge, on one known side, form rows.
 *
 * @param formed  targets that are in rows already
 */
export function rowsOf(
  placed: PlacedTarget[],
  walkingMetresPerSecond: number,
  formed: ReadonlySet<number> = new Set(),
): number[][] {
  const rows: number[][] = []
  for (const side of sidesOf(placed, formed)) {
    let row: number[] = []
    let length: Seconds = 0
    for (const index of side) {
      const previous = row.length > 0 ? placed[row.at(-1)!]! : null
      const gap = previous ? metresBetween(previous.snap.location, placed[index]!.snap.location) : 0
      const added = placed[index]!.seconds + gap / walkingMetresPerSecond
      if (previous && (gap > WIDEST_GAP || length + added > LONGEST_ROW)) {
        rows.push(row)
        row = []
        length = 0
      }
      row.push(index)
      length += added
    }
    rows.push(row)
  }
  return rows.sort((a, b) => a[0]! - b[0]!)
}

/** Targets that may share a row, each group ordered along the edge; everything else alone. */
function sidesOf(placed: PlacedTarget[], formed: ReadonlySet<number>): number[][] {
  const groups = new Map<string, number[]>()
  placed.forEach(({ candidate, snap, seconds }, index) => {
    if (formed.has(index)) return
    const { kind, block } = candidate.target
    const joins = kind === 'house' && seconds <= LONGEST_ROW_TARGET && snap.side !== null && snap.edge >= 0
    const key = joins ? `${snap.edge} ${snap.side} ${block}` : `alone ${index}`
    const group = groups.get(key)
    if (group) group.push(index)
    else groups.set(key, [index])
  })
  return [...groups.values()].map((group) =>
    group.sort((a, b) => placed[a]!.snap.position - placed[b]!.snap.position || a - b),
  )
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
