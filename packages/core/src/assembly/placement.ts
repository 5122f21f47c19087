/** Puts targets and walkers on the street network, by way of the Router port. */
import type { Assumptions } from '../building/door-time.ts'
import type { Candidate } from '../building/select.ts'
import { fieldError } from '../error.ts'
import type { Path } from '../graph/route/path.ts'
import type { Snap } from '../graph/route/snap.ts'
import type { CrewMember } from '../grouping/crew.ts'
import { rowsOf, stopLimits } from '../grouping/row.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import { pavementsOf } from '../grouping/pavement.ts'
import { makeStop, streetOf } from '../grouping/stop.ts'
import { MAX_POINTS } from '../matrix/build.ts'
import type { Router } from '../matrix/router.ts'
import { queryOf } from '../reach/street-query.ts'
import type { Deciseconds, LngLat, Seconds } from '../units.ts'
import type { WalkerPlace } from './points.ts'
import { entryAt, secondsAt, slowestHands } from './service-time.ts'

/** Expected seconds at each candidate alone for the slowest of the crew, the street door included. */
export function secondsAlone(
  candidates: Candidate[],
  crew: CrewMember[],
  assumptions: Assumptions,
): Seconds[] {
  const hands = slowestHands(crew)
  return candidates.map((candidate) => secondsAt(candidate, { hands, paysEntry: true }, assumptions))
}

/** Likewise, but as if one walk went to all: each street door is passed with the first candidate behind it. */
export function secondsTogether(
  candidates: Candidate[],
  crew: CrewMember[],
  assumptions: Assumptions,
): Seconds[] {
  const hands = slowestHands(crew)
  const passed = new Set<string>()
  return candidates.map((candidate) => {
    const { streetDoor } = candidate.target
    const paysEntry = !passed.has(streetDoor)
    passed.add(streetDoor)
    return secondsAt(candidate, { hands, paysEntry }, assumptions)
  })
}

/** With fewer targets than this in the matrix a plan would be a poor one. */
const FEWEST_TARGETS = 500

/**
 * Targets that find room in one full matrix beside the walkers' starts and ends; a larger area is shortened to them.
 *
 * @throws VisibleError volunteers.too_many_starts
 */
export function roomFor(places: WalkerPlace[]): number {
  const ends = new Set(places.flatMap(({ start, end }) => [start, end]).filter((snap) => snap !== null))
  const room = MAX_POINTS - ends.size
  if (room < FEWEST_TARGETS)
    throw fieldError(
      'volunteers.too_many_starts',
      '/volunteers',
      `got ${ends.size} different starts and ends, at most ${MAX_POINTS - FEWEST_TARGETS} fit in one plan; plan in several areas`,
    )
  return room
}

export interface Placement {
  targets: PlacedTarget[]
  /** Too far from any street. */
  unreachable: Candidate[]
  /** Not tried: a large area is shortened first. */
  notTried: Candidate[]
}

/** @param input.short  indices of the candidates to place, ascending */
export async function placeTargets(input: {
  candidates: Candidate[]
  short: number[]
  crew: CrewMember[]
  router: Router
  assumptions: Assumptions
}): Promise<Placement> {
  const { candidates, short, crew, router, assumptions } = input
  const hands = slowestHands(crew)
  const snaps = await router.snap(short.map((index) => queryOf(candidates[index]!.target)))
  const tried = new Set(short)
  const found: { candidate: Candidate; snap: Snap }[] = []
  const unreachable: Candidate[] = []
  short.forEach((index, position) => {
    const snap = snaps[position]
    const candidate = candidates[index]!
    if (snap) found.push({ candidate, snap })
    else unreachable.push(candidate)
  })
  const pavements = pavementsOf(found.map((place) => ({ snap: place.snap, street: streetOf(place) })))
  const targets = found.map(({ candidate, snap }, index): PlacedTarget => {
    const seconds = secondsAt(candidate, { hands, paysEntry: true }, assumptions)
    const entry = entryAt(candidate, assumptions)
    return { candidate, snap, pavement: pavements[index]!, seconds, entry }
  })
  return { targets, unreachable, notTried: candidates.filter((_, index) => !tried.has(index)) }
}

/** @throws VisibleError start.unreachable when a start or end is too far from any street */
export async function placeCrew(crew: CrewMember[], router: Router, region: string): Promise<WalkerPlace[]> {
  const wanted = new Map<string, LngLat>()
  for (const { start, end } of crew)
    for (const place of [start, end]) if (place) wanted.set(place.join(), place)
  const locations = [...wanted.values()]
  const snaps = await router.snap(locations.map((location) => ({ location, isStart: true })))
  const found = new Map([...wanted.keys()].map((key, index) => [key, snaps[index] ?? null]))
  const placeOf = (place: LngLat | null, pointer: string) => {
    if (!place) return null
    const snap = found.get(place.join())
    if (!snap)
      throw fieldError(
        'start.unreachable',
        pointer,
        `got [${place.join(', ')}], which is too far from any street one can walk on in region "${region}"; move it to a street`,
      )
    return snap
  }
  return crew.map(({ start, end }) => ({ start: placeOf(start, '/start'), end: placeOf(end, '/end') }))
}

/** Walking between two entrances of one stop; what lies round the block is another stop. */
const LONGEST_STEP: Deciseconds = 600

/**
 * Rows and entrances of one building with their inner walking, and every other target as a stop of its own.
 *
 * @param input.formed  rows that an earlier plan has formed, in walking order; they stay as they are and come first
 * @param input.crew    who is to find no stop too long
 */
export async function makeStops(input: {
  targets: PlacedTarget[]
  router: Router
  walkingMetresPerSecond: number
  formed: number[][]
  crew: CrewMember[]
}): Promise<Stop[]> {
  const { targets, router, walkingMetresPerSecond, formed, crew } = input
  const made = rowsOf(targets, walkingMetresPerSecond, {
    formed: new Set(formed.flat()),
    limits: stopLimits(crew),
  })
  const rows = [...formed, ...made]
  const ways = await waysIn(rows, { targets, router })
  return rows.flatMap((row, number) => {
    const own = ways[number]!
    const begins = number < formed.length ? [0] : [...row.keys()].filter((place) => !goesOn(place, row, own))
    return begins.map((begin, index) => {
      const end = begins[index + 1] ?? row.length
      const inner = own.slice(begin, end - 1).reduce((sum, way) => sum + (way?.deciseconds ?? 0), 0)
      return makeStop(row.slice(begin, end), targets, inner)
    })
  })

  /** Whether a stop goes on to the target at this place. Houses of a row are near by their street. */
  function goesOn(place: number, row: number[], own: (Path | null)[]): boolean {
    const way = own[place - 1]
    const { kind } = targets[row[place]!]!.candidate.target
    return !!way && (kind === 'house' || way.deciseconds <= LONGEST_STEP)
  }
}

/** Of each row, the ways from one target to the next. */
async function waysIn(
  rows: number[][],
  { targets, router }: { targets: PlacedTarget[]; router: Router },
): Promise<(Path | null)[][]> {
  const pairs = rows.flatMap((row) => row.slice(1).map((index, before) => [row[before]!, index] as const))
  const paths = await router.routes(pairs.map(([from, to]) => [targets[from]!.snap, targets[to]!.snap]))
  let next = 0
  return rows.map((row) => paths.slice(next, (next += row.length - 1)))
}
