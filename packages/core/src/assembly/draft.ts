/** From the solver's routes to walks that are not yet numbered, their reserves, and what they leave out. */
import type { Assumptions } from '../building/door-time.ts'
import { entryProbability } from '../building/door-time.ts'
import type { PriorityScale } from '../building/priority.ts'
import { priorityScale } from '../building/priority.ts'
import type { Candidate } from '../building/select.ts'
import type { Path } from '../graph/route/path.ts'
import type { Snap } from '../graph/route/snap.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import type { Router } from '../matrix/router.ts'
import type { Continued } from '../replan/earlier-plan.ts'
import type { LngLat } from '../units.ts'
import type { LeftOut, LeftOutReason, Plan, Walk } from '../walk/answer.ts'
import type { Telling, Visit } from '../walk/itinerary.ts'
import { makeWalk } from '../walk/itinerary.ts'
import { keyThreshold, reasonFor } from '../walk/reason.ts'
import { reservesOf } from '../walk/reserve.ts'
import type { Warning } from '../words/warning.ts'
import type { Placement } from './placement.ts'
import type { WalkerPlace } from './points.ts'
import type { Solved, Told } from './task.ts'
import { toVisits } from './planned-stops.ts'

/** Until the plan is joined. */
const UNNAMED = { walkId: '', number: 1, rank: 1 }

/** What one run of the solver gives. Plain data. */
export interface Draft {
  region: Plan['region']
  startAt: string
  meetingPoint: LngLat | null
  /** Numbered and named when the plan is joined, unless they go on from an earlier plan. */
  walks: Walk[]
  leftOut: LeftOut[]
  warnings: Warning[]
  walkers: number
  /** Doors that somebody is expected to stand before. */
  reached: number
  iterations: number
  stoppedBy: Plan['stoppedBy']
}

/** Walks without a stop are dropped. */
export async function makeDraft(input: Solved): Promise<Draft> {
  const { crew, stops, placed, solution, kept, given, before, request, assumptions } = input
  const tours = solution.routes
    .map((route, walker) => ({
      route: { ...route, stops: route.stops.map((stop) => kept[stop]!) },
      done: given.done[walker] ?? [],
      member: crew[walker]!,
      place: input.places[walker]!,
      continued: before?.walkers[walker],
    }))
    .filter(({ route, done }) => route.stops.length + done.length > 0)
    .map((tour) => {
      const walked = { stops, placed: placed.targets, member: tour.member, assumptions }
      const past = { stops: tour.done, reversed: tour.done.map(() => false) }
      // Apart: what is done keeps its order.
      const visits = [...toVisits({ ...walked, route: past }), ...toVisits({ ...walked, route: tour.route })]
      return { ...tour, visits }
    })
  const unserved = solution.unserved.map((stop) => kept[stop]!)
  const reserves = request.reserves
    ? reservesOf({
        routes: tours.map(({ route }) => route.stops),
        budgets: tours.map(({ member }) => member.budget),
        unserved,
        stops,
        matrix: input.matrix,
        place: (stop) => input.points.first[stop]!,
      })
    : tours.map(() => [])
  const paths = await pathsOf(tours, input.router)
  const scale = request.priority ? priorityScale(request.priority.field, input.precincts) : null
  const threshold = keyThreshold(tours.flatMap(({ visits }) => visits.flatMap(prizesOf)))
  const walks = tours.map(({ member, visits, done, continued }, index) =>
    makeWalk({
      ...(continued?.walk ?? UNNAMED),
      member,
      startAt: continued?.startAt ?? input.startAt,
      visits,
      done: done.length,
      reserves: reserves[index]!.flatMap((stop) =>
        stops[stop]!.members.map((target) => placed.targets[target]!),
      ),
      paths: paths[index]!,
      telling: telling({ threshold, scale, member, continued }),
    }),
  )
  return {
    ...toldDraft(input),
    walks,
    iterations: solution.iterations,
    stoppedBy: solution.stoppedBy,
    reached: tours.reduce((sum, { visits }) => sum + expectedDoors(visits, assumptions), 0),
    leftOut: [
      ...leftBefore(input),
      ...unserved.flatMap((stop) => leftOut(stops[stop]!, placed.targets, 'not_selected')),
      ...[...input.refused].flatMap(([stop, reason]) => leftOut(stops[stop]!, placed.targets, reason)),
    ],
  }
}

/** No walks: nothing in the area can be walked to, and every target says why. */
export function nothingToWalk(told: Told): Draft {
  return { ...toldDraft(told), leftOut: leftBefore(told) }
}

/** No walks in this piece of a plan: what is there waits for another day. */
export function nobodyWalks(told: Pick<Told, 'request' | 'manifest' | 'startAt' | 'selection'>): Draft {
  const placed: Placement = { targets: [], unreachable: [], notTried: told.selection.candidates }
  const nobody = { ...told, crew: [], meetingPoint: null, warnings: told.selection.warnings }
  return { ...toldDraft(nobody), leftOut: leftBefore({ ...told, placed }) }
}

function toldDraft({
  manifest,
  startAt,
  meetingPoint,
  warnings,
  crew,
}: Pick<Told, 'manifest' | 'startAt' | 'meetingPoint' | 'warnings' | 'crew'>): Draft {
  return {
    region: { name: manifest.name, version: manifest.version, attribution: manifest.attribution },
    ...{ startAt, meetingPoint, warnings, walkers: crew.length },
    ...{ walks: [], leftOut: [], reached: 0, iterations: 0, stoppedBy: 'iterations' },
  }
}

/** What never came to the solver. */
function leftBefore({ selection, placed }: Pick<Told, 'selection' | 'placed'>): LeftOut[] {
  return [
    ...selection.leftOut,
    ...placed.unreachable.map(({ target }): LeftOut => ({ target: target.id, reason: 'unreachable' })),
    ...placed.notTried.map(({ target }): LeftOut => ({ target: target.id, reason: 'not_selected' })),
  ]
}

async function pathsOf(
  tours: { visits: Visit[]; route: { reversed: boolean[] }; place: WalkerPlace }[],
  router: Router,
) {
  const pairs = tours.map(({ visits, place }) => {
    const ends = visits.map(({ targets }) => ({ enter: targets[0]!.snap, leave: targets.at(-1)!.snap }))
    const leaving = [...(place.start ? [place.start] : []), ...ends.map(({ leave }) => leave)]
    const entering = [...ends.map(({ enter }) => enter), ...(place.end ? [place.end] : [])]
    return leaving.flatMap((from, index): [Snap, Snap][] => {
      const to = entering[place.start ? index : index + 1]
      return to ? [[from, to]] : []
    })
  })
  const all = await router.routes(pairs.flat())
  let next = 0
  return pairs.map((legs) => legs.map((): Path => found(all[next++])))
}

function found(path: Path | null | undefined): Path {
  if (!path) throw new Error('the router has no walk between two stops that its own table joins')
  return path
}

/** What is done is told as it was planned. */
function telling(input: {
  threshold: number
  scale: PriorityScale | null
  member: CrewMember
  continued: Continued | undefined
}): Telling {
  const { threshold, scale, member, continued } = input
  const done = new Set(continued?.done.flat())
  return {
    isKey: ({ target, key, prize }: Candidate) =>
      done.has(target.id) ? continued?.keys.has(target.id) === true : key || prize >= threshold,
    why: (candidate: Candidate) => reasonFor(candidate, scale, member.language),
  }
}

/** Doors that somebody will stand before, street doors that stay shut taken into account. */
function expectedDoors(visits: Visit[], assumptions: Assumptions): number {
  return visits
    .flatMap(({ targets }) => targets)
    .reduce(
      (sum, { candidate }) => sum + candidate.doors * entryProbability(candidate.target, assumptions),
      0,
    )
}

function prizesOf(visit: Visit): number[] {
  return visit.targets.map(({ candidate }) => candidate.prize)
}

function leftOut(stop: Stop, targets: PlacedTarget[], reason: LeftOutReason): LeftOut[] {
  return stop.members.map((index) => ({ target: targets[index]!.candidate.target.id, reason }))
}
