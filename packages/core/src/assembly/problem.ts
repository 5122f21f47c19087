/** Between the pipeline's words and the solver's integers: stops and walkers in, visits out. */
import type { Assumptions, DoorWork } from '../building/door-time.ts'
import { doorSeconds } from '../building/door-time.ts'
import type { Candidate } from '../building/select.ts'
import type { Snap } from '../graph/route/snap.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import { serviceOf } from '../grouping/stop.ts'
import type { Matrix } from '../matrix/matrix.ts'
import { durationBetween } from '../matrix/matrix.ts'
import type { Problem, SolverRoute, Walker } from '../solver/problem/problem.ts'
import type { Seconds } from '../units.ts'
import { UNREACHABLE, metresPerDegree, toDeciseconds, toSeconds } from '../units.ts'
import type { LeftOut } from '../walk/answer.ts'
import type { Visit } from '../walk/itinerary.ts'

/** The solver's whole points in one of prize. */
export const PRIZE_POINTS = 100

/** Where a walker sets out and ends on the street; null: anywhere. */
export interface WalkerPlace {
  start: Snap | null
  end: Snap | null
}

/** Every point of the matrix once, and who stands where. */
export interface Points {
  snaps: Snap[]
  first: number[]
  last: number[]
  /** Per walker; -1: anywhere. */
  starts: number[]
  ends: number[]
}

export function pointsOf(stops: Stop[], places: WalkerPlace[]): Points {
  const snaps: Snap[] = []
  const known = new Map<string, number>()
  const indexOf = (snap: Snap): number => {
    const key = `${snap.edge} ${snap.position} ${snap.from.join(' ')}`
    const index = known.get(key) ?? snaps.push(snap) - 1
    known.set(key, index)
    return index
  }
  return {
    first: stops.map((stop) => indexOf(stop.first)),
    last: stops.map((stop) => indexOf(stop.last)),
    starts: places.map(({ start }) => (start ? indexOf(start) : -1)),
    ends: places.map(({ end }) => (end ? indexOf(end) : -1)),
    snaps,
  }
}

/** The solver's problem; stop i of the problem is `stops[i]`. */
export function toProblem(input: {
  stops: Stop[]
  crew: CrewMember[]
  points: Points
  matrix: Matrix
  placed: PlacedTarget[]
  assumptions: Assumptions
}): Problem {
  const { stops, crew, points, matrix } = input
  const scale = metresPerDegree(points.snaps[0]?.location[1] ?? 0)
  const origin = points.snaps[0]?.location ?? [0, 0]
  const climbs = Uint8Array.from(stops, (stop) =>
    stop.members.some((index) => needsStairs(input.placed[index]!.candidate)) ? 1 : 0,
  )
  const ownTimes = ownServices(input)
  return {
    locations: matrix.size,
    durations: matrix.durations,
    x: Int32Array.from(points.snaps, ({ location }) => Math.round((location[0] - origin[0]) * scale.lng)),
    y: Int32Array.from(points.snaps, ({ location }) => Math.round((location[1] - origin[1]) * scale.lat)),
    first: Int32Array.from(points.first),
    last: Int32Array.from(points.last),
    service: Int32Array.from(stops, (stop) => stop.service),
    prize: Int32Array.from(stops, (stop) => Math.max(1, Math.round(stop.prize * PRIZE_POINTS))),
    doors: Int32Array.from(stops, (stop) => stop.doors),
    mandatory: new Uint8Array(stops.length),
    block: numbered(stops.map((stop) => stop.block)),
    streetDoor: shared(stops.map((stop) => stop.streetDoor)),
    walkers: crew.map((member, index): Walker => ({
      start: points.starts[index]!,
      end: points.ends[index]!,
      budget: toDeciseconds(member.usable),
      doors: member.doors ?? Number.MAX_SAFE_INTEGER,
      forbidden: member.avoidStairs ? climbs : null,
      service: ownTimes.get(member.hands) ?? null,
      head: [],
    })),
  }
}

/** By number of hands, the service times of walkers who have more of them than the slowest, for whom stops are timed. */
function ownServices(input: {
  stops: Stop[]
  crew: CrewMember[]
  placed: PlacedTarget[]
  assumptions: Assumptions
}): Map<number, Int32Array> {
  const { stops, crew, placed, assumptions } = input
  const slowest = slowestHands(crew)
  const faster = new Set(crew.map(({ hands }) => hands).filter((hands) => hands > slowest))
  const times = (hands: number) =>
    Int32Array.from(stops, ({ members, inner }) =>
      serviceOf(
        inner,
        members.map((index) => secondsAt(placed[index]!.candidate, { hands, paysEntry: true }, assumptions)),
      ),
    )
  return new Map([...faster].map((hands) => [hands, times(hands)]))
}

/** Stops are cut and timed for the slowest of a crew; the others have service times of their own. */
export function slowestHands(crew: CrewMember[]): number {
  return Math.min(...crew.map((member) => member.hands))
}

/** Expected seconds at a candidate for people with so many hands. */
export function secondsAt(
  candidate: Candidate,
  work: Pick<DoorWork, 'hands' | 'paysEntry'>,
  assumptions: Assumptions,
): Seconds {
  const { doors, target } = candidate
  const { kind, access } = target
  return doorSeconds({ kind, access, floors: floorsOf(candidate), doors, ...work }, assumptions)
}

/** Flats above the ground floor; whether there is a lift, no source says. */
function needsStairs({ target }: Candidate): boolean {
  return target.kind === 'flats' && target.floors > 1
}

/**
 * Stops that no walker could ever do alone, with the provable reason; the others in `kept`.
 * Cost: stops × distinct walkers.
 *
 * @param done  stops that are out of play, neither kept nor refused
 */
export function screen(
  problem: Problem,
  { matrix, done }: { matrix: Matrix; done: ReadonlySet<number> },
): { kept: number[]; refused: Map<number, LeftOut['reason']> } {
  const services = [...new Set(problem.walkers.map((walker) => walker.service))]
  const keyOf = ({ start, end, budget, doors, service }: Walker) =>
    [start, end, budget, doors, services.indexOf(service)].join()
  const walkers = [...new Map(problem.walkers.map((walker) => [keyOf(walker), walker])).values()]
  const kept: number[] = []
  const refused = new Map<number, LeftOut['reason']>()
  problem.first.forEach((_, stop) => {
    if (done.has(stop)) return
    const times = walkers.map((walker) => aloneTime(stop, walker, problem, matrix))
    if (times.every((time) => time >= UNREACHABLE)) refused.set(stop, 'unreachable')
    else if (
      walkers.some((walker, index) => times[index]! <= walker.budget && problem.doors[stop]! <= walker.doors)
    )
      kept.push(stop)
    else refused.set(stop, 'exceeds_budget_alone')
  })
  return { kept, refused }
}

/** The problem with some of its stops only; stop i is `kept[i]` of the whole. */
export function subproblem(problem: Problem, kept: number[]): Problem {
  const pick = (values: Int32Array) => Int32Array.from(kept, (stop) => values[stop]!)
  const pickFlags = (flags: Uint8Array) => Uint8Array.from(kept, (stop) => flags[stop]!)
  // Walkers who shared an array share its part, too: so the solver sees that they are alike.
  const forbidden = once(pickFlags)
  const service = once(pick)
  return {
    ...problem,
    first: pick(problem.first),
    last: pick(problem.last),
    service: pick(problem.service),
    prize: pick(problem.prize),
    doors: pick(problem.doors),
    mandatory: pickFlags(problem.mandatory),
    block: pick(problem.block),
    streetDoor: pick(problem.streetDoor),
    walkers: problem.walkers.map((walker) => ({
      ...walker,
      forbidden: walker.forbidden && forbidden(walker.forbidden),
      service: walker.service && service(walker.service),
    })),
  }
}

function aloneTime(stop: number, walker: Walker, problem: Problem, matrix: Matrix): number {
  const [a, b] = [problem.first[stop]!, problem.last[stop]!]
  const through = (enter: number, leave: number) => {
    const there = walker.start < 0 ? 0 : durationBetween(matrix, walker.start, enter)
    const back = walker.end < 0 ? 0 : durationBetween(matrix, leave, walker.end)
    return Math.min(UNREACHABLE, there + (walker.service ?? problem.service)[stop]! + back)
  }
  return Math.min(through(a, b), through(b, a))
}

/**
 * A solver route as visits: rows in the direction walked, parts behind one street door from the top down,
 * the street door paid once.
 */
export function toVisits(input: {
  route: Pick<SolverRoute, 'stops' | 'reversed'>
  stops: Stop[]
  placed: PlacedTarget[]
  member: CrewMember
  assumptions: Assumptions
}): Visit[] {
  const { route, stops, placed, member, assumptions } = input
  const passed = new Set<string>()
  const timed = (index: number): PlacedTarget => {
    const { candidate, snap } = placed[index]!
    const { streetDoor } = candidate.target
    const paysEntry = !passed.has(streetDoor)
    passed.add(streetDoor)
    return { candidate, snap, seconds: secondsAt(candidate, { hands: member.hands, paysEntry }, assumptions) }
  }
  const order = topDown(
    route.stops.map((stop, index) => ({ stop: stops[stop]!, reversed: route.reversed[index]! })),
    placed,
  )
  return order.map(({ stop, reversed }) => {
    const members = reversed ? stop.members.toReversed() : stop.members
    return { stop, targets: members.map(timed), inner: toSeconds(stop.inner) }
  })
}

/** Storeys one climbs for this target: a part starts where the one above it ended. */
export function floorsOf({ target }: Candidate): number {
  return target.part ? target.part.toFloor - target.part.fromFloor + 1 : target.floors
}

interface Directed {
  stop: Stop
  reversed: boolean
}

/** Neighbouring stops behind one street door, in the order of their parts. */
function topDown(order: Directed[], placed: PlacedTarget[]): Directed[] {
  const partOf = ({ stop }: Directed) => placed[stop.members[0]!]!.candidate.target.part?.number ?? 0
  const result = [...order]
  for (let from = 0; from < result.length;) {
    let to = from + 1
    while (to < result.length && result[to]!.stop.streetDoor === result[from]!.stop.streetDoor) to++
    result.splice(from, to - from, ...result.slice(from, to).sort((a, b) => partOf(a) - partOf(b)))
    from = to
  }
  return result
}

function numbered(names: string[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(names, (name) => {
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  })
}

/** The function with its results kept: the same object for the same argument. */
function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

/** Numbers for names that occur more than once; -1 for the others. */
function shared(names: string[]): Int32Array {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const all = numbered(names)
  return all.map((number, index) => (counts.get(names[index]!)! > 1 ? number : -1))
}
