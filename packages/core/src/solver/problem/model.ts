/** A problem made ready for the search: heads walked, walkers sorted into kinds, neighbours found. Never changes. */
import { UNREACHABLE } from '../../units.ts'
import { objectiveOf, type Objective } from './cost.ts'
import { durationsOf, type Durations } from './durations.ts'
import { forbiddenOf, kindsOf } from './kinds.ts'
import { nearestStops, type Neighbours } from './neighbours.ts'
import { LONGEST_BUDGET, type Problem, type SolveOptions, type Weights } from './problem.ts'
import { sparedByHead, streetDoorsOf, type StreetDoors } from './street-doors.ts'
import { validate } from './validate.ts'

/** Neighbours kept per stop; strings are torn out along the whole list. */
const NEIGHBOURS = 100
/** Empty walks of at most so many kinds are tried for a stop, the best placed first. */
export const KINDS_TRIED = 8

export interface Model extends StreetDoors {
  problem: Problem
  durations: Durations
  objective: Objective
  weights: Partial<Weights>
  /** Per stop, the walk it was on in the previous solution; -1 = none. */
  previousWalk: Int32Array
  neighbours: Neighbours
  stops: number
  walkers: number
  /** Per walker: location where the free part of the walk begins and ends; `problem.locations` = anywhere. */
  start: Int32Array
  end: Int32Array
  /** Per walker: deciseconds and doors left after the head. */
  budget: Int32Array
  room: Int32Array
  /** 1 = the head is not empty, so the way from it to the end is always walked. */
  hasHead: Uint8Array
  /** Which way each stop of a head was walked. */
  headReversed: Uint8Array
  /** Walkers of one kind are interchangeable while empty. */
  kindOf: Int32Array
  kinds: number
  /**
   * Service times: walk w needs `service[serviceRow[w] + stop]` deciseconds at a stop. Row 0 holds the problem's own.
   */
  service: Int32Array
  serviceRow: Int32Array
  /** `kind * stops + stop` = 1 where forbidden; null when nothing is. */
  forbidden: Uint8Array | null
  /** Per stop, the kinds that could serve it alone, shortest way first; -1 pads. Width KINDS_TRIED. */
  nearKinds: Int32Array
  /** Stops worth serving that some walker can serve alone and that are in no head, ascending. */
  servable: Int32Array
  /** Shortest there-and-back of each servable stop. */
  remoteness: Int32Array
  /** All servable stops are mandatory: only walking is left to decide. */
  allMandatory: boolean
}

export function modelOf(problem: Problem, options: Pick<SolveOptions, 'weights' | 'previous'>): Model {
  const weights = options.weights ?? {}
  validate(problem)
  const durations = durationsOf(problem)
  const stops = problem.first.length
  const walkers = problem.walkers.length
  const elsewhere = problem.locations
  const start = new Int32Array(walkers)
  const end = new Int32Array(walkers)
  const budget = new Int32Array(walkers)
  const room = new Int32Array(walkers)
  const hasHead = new Uint8Array(walkers)
  const headReversed = new Uint8Array(stops)
  const doors = streetDoorsOf(problem)
  const { service, serviceRow } = servicesOf(problem)
  problem.walkers.forEach((walker, w) => {
    let at = walker.start < 0 ? elsewhere : walker.start
    let left = Math.min(walker.budget, LONGEST_BUDGET)
    let roomLeft = Math.min(walker.doors, LONGEST_BUDGET)
    const passed = new Set<number>()
    for (const stop of walker.head) {
      const there = durations.between(at, problem.first[stop]!)
      const turned = durations.between(at, problem.last[stop]!)
      const reversed = turned < there
      const door = problem.streetDoor[stop]!
      left -= Math.min(there, turned) + service[serviceRow[w]! + stop]!
      if (passed.has(door)) left += doors.spares[stop]!
      passed.add(door)
      roomLeft -= problem.doors[stop]!
      at = reversed ? problem.first[stop]! : problem.last[stop]!
      headReversed[stop] = reversed ? 1 : 0
      hasHead[w] = 1
    }
    start[w] = at
    end[w] = walker.end < 0 ? elsewhere : walker.end
    budget[w] = Math.max(left, -UNREACHABLE)
    room[w] = roomLeft
  })
  const { kindOf, kinds, first } = kindsOf(problem.walkers, { start, end, budget, room, hasHead, serviceRow })
  const forbidden = forbiddenOf(problem, first)
  const nearKinds = new Int32Array(stops * KINDS_TRIED).fill(-1)
  const remoteness = new Int32Array(stops)
  const servable: number[] = []
  let longest = 0
  const ways = new Float64Array(kinds)
  for (let stop = 0; stop < stops; stop++) {
    if (doors.headWalker[stop]! >= 0) continue
    let count = 0
    for (let kind = 0; kind < kinds; kind++) {
      const w = first[kind]!
      if (forbidden !== null && forbidden[kind * stops + stop] === 1) continue
      if (problem.doors[stop]! > room[w]!) continue
      const way = shortestVisit(problem, durations, { start: start[w]!, end: end[w]!, stop })
      if (way + service[serviceRow[w]! + stop]! - sparedByHead(doors, stop, w) > budget[w]!) continue
      ways[count++] = way * kinds + kind
    }
    if (count === 0) continue
    const sorted = ways.subarray(0, count).sort()
    for (let k = 0; k < Math.min(count, KINDS_TRIED); k++)
      nearKinds[stop * KINDS_TRIED + k] = sorted[k]! % kinds
    remoteness[stop] = Math.floor(sorted[0]! / kinds)
    longest = Math.max(longest, remoteness[stop]!)
    servable.push(stop)
  }
  const previousWalk = previousWalkOf(stops, options.previous ?? [])
  const objective = objectiveOf(problem, weights, { servable, longest, previousWalk })
  const list = Int32Array.from(servable.filter((stop) => objective.gain[stop]! > 0))
  return {
    problem,
    durations,
    objective,
    weights,
    previousWalk,
    neighbours: nearestStops(problem, durations, {
      stops: list,
      width: Math.max(1, Math.min(NEIGHBOURS, list.length - 1)),
    }),
    stops,
    walkers,
    start,
    end,
    budget,
    room,
    hasHead,
    headReversed,
    kindOf,
    kinds,
    service,
    serviceRow,
    forbidden,
    nearKinds,
    servable: list,
    remoteness,
    ...doors,
    allMandatory: list.every((stop) => problem.mandatory[stop] === 1),
  }
}

function previousWalkOf(stops: number, previous: number[][]): Int32Array {
  const walk = new Int32Array(stops).fill(-1)
  previous.forEach((list, w) => {
    for (const stop of list) if (stop >= 0 && stop < stops) walk[stop] = w
  })
  return walk
}

interface SingleVisit {
  start: number
  end: number
  stop: number
}

function shortestVisit(problem: Problem, durations: Durations, { start, end, stop }: SingleVisit): number {
  const first = problem.first[stop]!
  const last = problem.last[stop]!
  const forward = durations.between(start, first) + durations.between(last, end)
  if (first === last) return forward
  return Math.min(forward, durations.between(start, last) + durations.between(first, end))
}

/** Every different array of service times once, the problem's own in row 0, and where the row of each walker begins. */
function servicesOf(problem: Problem): Pick<Model, 'service' | 'serviceRow'> {
  const stops = problem.first.length
  const rows = new Map<Int32Array, number>([[problem.service, 0]])
  const serviceRow = Int32Array.from(problem.walkers, (walker) => {
    const times = walker.service ?? problem.service
    const row = rows.get(times) ?? rows.size
    rows.set(times, row)
    return row * stops
  })
  const service = new Int32Array(rows.size * stops)
  for (const [times, row] of rows) service.set(times, row * stops)
  return { service, serviceRow }
}
