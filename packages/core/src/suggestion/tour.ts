/** One walk of a problem as it is told: how long it takes, and where a stop fits in for the least time. */
import type { Problem, Walker } from '../solver/problem/problem.ts'
import type { Deciseconds } from '../units.ts'
import { UNREACHABLE } from '../units.ts'

export interface Tour {
  stops: number[]
  /** Of the same length; walked from `last` to `first`. */
  reversed: boolean[]
}

export interface TourTime {
  /** Walking and doors; 0 of a walk without stops. */
  duration: Deciseconds
  walking: Deciseconds
}

/** A place on a tour for one stop more. */
export interface Gap {
  /** Before so many stops. */
  place: number
  reversed: boolean
  /** How much longer the tour gets. */
  duration: Deciseconds
  walking: Deciseconds
}

/** In the order told, each stop from its first to its last door. */
export function asTold(stops: number[]): Tour {
  return { stops, reversed: stops.map(() => false) }
}

/** Cost: stops of the tour. */
export function timeOf({ stops, reversed }: Tour, walker: Walker, problem: Problem): TourTime {
  if (stops.length === 0) return { duration: 0, walking: 0 }
  const service = walker.service ?? problem.service
  let [walking, work, at] = [0, 0, walker.start]
  const passed = new Set<number>()
  stops.forEach((stop, index) => {
    const [enter, leave] = endsOf(stop, reversed[index] ?? false, problem)
    walking += leg(problem, at, enter)
    at = leave
    const door = problem.streetDoor[stop]!
    work += service[stop]! - (door >= 0 && passed.has(door) ? spareAt(door, problem) : 0)
    passed.add(door)
  })
  walking += leg(problem, at, walker.end)
  return { duration: walking + work, walking }
}

/** Where a stop that is not on the tour costs least time; null: there is no way. Cost: stops of the tour. */
export function cheapestGap(stop: number, tour: Tour, walker: Walker, problem: Problem): Gap | null {
  const door = problem.streetDoor[stop]!
  const isPassed = door >= 0 && tour.stops.some((other) => problem.streetDoor[other] === door)
  const work = (walker.service ?? problem.service)[stop]! - (isPassed ? spareAt(door, problem) : 0)
  let best: Gap | null = null
  for (let place = 0; place <= tour.stops.length; place++) {
    const before = place === 0 ? walker.start : leaveOf(place - 1, tour, problem)
    const after = place === tour.stops.length ? walker.end : enterOf(place, tour, problem)
    for (const reversed of problem.first[stop] === problem.last[stop] ? [false] : [false, true]) {
      const [enter, leave] = endsOf(stop, reversed, problem)
      const direct = tour.stops.length === 0 ? 0 : leg(problem, before, after)
      const walking = leg(problem, before, enter) + leg(problem, leave, after) - direct
      if (walking >= UNREACHABLE / 2 || (best && best.walking <= walking)) continue
      best = { place, reversed, duration: walking + work, walking }
    }
  }
  return best
}

function enterOf(place: number, { stops, reversed }: Tour, problem: Problem): number {
  return endsOf(stops[place]!, reversed[place] ?? false, problem)[0]
}

function leaveOf(place: number, { stops, reversed }: Tour, problem: Problem): number {
  return endsOf(stops[place]!, reversed[place] ?? false, problem)[1]
}

function endsOf(stop: number, reversed: boolean, { first, last }: Problem): [enter: number, leave: number] {
  return reversed ? [last[stop]!, first[stop]!] : [first[stop]!, last[stop]!]
}

/** What who passed the door before is spared at every other stop behind it: the least of them. */
function spareAt(door: number, { streetDoor, entry }: Problem): Deciseconds {
  if (!entry) return 0
  let least = Infinity
  streetDoor.forEach((own, stop) => {
    if (own === door) least = Math.min(least, entry[stop]!)
  })
  return Number.isFinite(least) ? least : 0
}

function leg({ durations, locations }: Problem, from: number, to: number): Deciseconds {
  if (from < 0 || to < 0) return 0
  return typeof durations === 'function' ? durations(from, to) : durations[from * locations + to]!
}
