/** From stops and walkers to the solver's integers. */
import type { Assumptions } from '../building/door-time.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import { serviceOf } from '../grouping/stop.ts'
import { streetSides } from '../grouping/street-side.ts'
import type { Matrix } from '../matrix/matrix.ts'
import { durationBetween } from '../matrix/matrix.ts'
import type { Problem, Walker, Weights } from '../solver/problem/problem.ts'
import { metresPerDegree, toDeciseconds } from '../units.ts'
import type { Points } from './points.ts'
import { secondsAt, slowestHands } from './service-time.ts'

/** The solver's whole points in one of prize. */
export const PRIZE_POINTS = 100

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
    stop.members.some((index) => input.placed[index]!.candidate.climbs) ? 1 : 0,
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
    ...keysOf(input),
    block: numbered(stops.map((stop) => stop.block)),
    building: buildingsOf(stops, input.placed),
    ...streetSides({
      stops,
      time: (from, to) => durationBetween(matrix, points.first[from]!, points.first[to]!),
    }),
    streetDoor: shared(stops.map((stop) => stop.streetDoor)),
    entry: Int32Array.from(stops, (stop) => stop.entry),
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

/**
 * Key targets that the request names, absent where it names none. What stands behind the street door of one may be
 * shared out: whether it is reached comes before that one walk has it all.
 */
function keysOf({
  stops,
  placed,
}: {
  stops: Stop[]
  placed: PlacedTarget[]
}): Pick<Problem, 'keys' | 'divisible'> {
  const keys = Int32Array.from(
    stops,
    ({ members }) => members.filter((index) => placed[index]!.candidate.key).length,
  )
  const doors = new Set(stops.flatMap(({ streetDoor }, stop) => (keys[stop]! > 0 ? streetDoor : [])))
  if (doors.size === 0) return {}
  return { keys, divisible: Uint8Array.from(stops, ({ streetDoor }) => (doors.has(streetDoor) ? 1 : 0)) }
}

/**
 * By number of hands, the service times of walkers who have more of them than the slowest, for whom stops are timed.
 */
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
        members.map((index) => ({
          ...placed[index]!,
          seconds: secondsAt(placed[index]!.candidate, { hands, paysEntry: true }, assumptions),
        })),
      ),
    )
  return new Map([...faster].map((hands) => [hands, times(hands)]))
}

/** The first building of each stop that another stop has a share of; -1 none. */
function buildingsOf(stops: Stop[], placed: PlacedTarget[]): Int32Array {
  const names = stops.map(({ members }) => [
    ...new Set(members.map((index) => placed[index]!.candidate.target.building)),
  ])
  const stopsOf = new Map<string, number>()
  for (const name of names.flat()) stopsOf.set(name, (stopsOf.get(name) ?? 0) + 1)
  return shared(names.map((own) => own.find((name) => stopsOf.get(name)! > 1) ?? own[0]!))
}

/** Mean prizes for a change of walk in a row of houses, and for coming back to a building; docs/algorithm.md. */
const SIDE_WEIGHT = 0.35
const BUILDING_WEIGHT = 0.35

/** What walks are liked for in every plan. */
export function likedWeights({ prize }: Problem): Partial<Weights> {
  const mean = prize.reduce((sum, each) => sum + each, 0) / Math.max(1, prize.length)
  return { side: SIDE_WEIGHT * mean, building: BUILDING_WEIGHT * mean }
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
    ...(problem.keys && { keys: pick(problem.keys) }),
    ...(problem.divisible && { divisible: pickFlags(problem.divisible) }),
    block: pick(problem.block),
    streetDoor: pick(problem.streetDoor),
    ...(problem.entry ? { entry: pick(problem.entry) } : {}),
    ...(problem.building ? { building: pick(problem.building) } : {}),
    ...(problem.side ? { side: pick(problem.side) } : {}),
    ...(problem.along ? { along: pick(problem.along) } : {}),
    walkers: problem.walkers.map((walker) => ({
      ...walker,
      forbidden: walker.forbidden && forbidden(walker.forbidden),
      service: walker.service && service(walker.service),
    })),
  }
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
