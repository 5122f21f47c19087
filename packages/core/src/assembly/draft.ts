/** From the solver's routes to walks that are not yet numbered, their reserves, and what they leave out. */
import type { Building } from '../building/building.ts'
import type { Assumptions } from '../building/door-time.ts'
import { entryProbability } from '../building/door-time.ts'
import { scaleOf } from '../building/priority.ts'
import type { Candidate } from '../building/select.ts'
import type { Path } from '../graph/route/path.ts'
import type { Snap } from '../graph/route/snap.ts'
import type { CrewMember } from '../grouping/crew.ts'
import { farStarts } from '../grouping/far-starts.ts'
import type { Router } from '../matrix/router.ts'
import type { Solution } from '../solver/problem/problem.ts'
import type { LngLat } from '../units.ts'
import type { LeftOut, Plan, Walk } from '../walk/answer.ts'
import type { PlannedStop } from '../walk/itinerary.ts'
import { neighboursOf } from '../walk/neighbour.ts'
import { makeWalk } from '../walk/itinerary.ts'
import { reasonFor } from '../walk/reason.ts'
import { reservesOf } from '../walk/reserve.ts'
import type { Warning } from '../words/warning.ts'
import type { EarlierPlan, WalkOrigin } from './earlier-plan.ts'
import type { Groundwork } from './groundwork.ts'
import { orderOf } from './address-order.ts'
import { leftOutOf, leftToNobody, neverTried } from './left-out.ts'
import type { KeyRule } from './key-choice.ts'
import { isKey, workAt } from './key-choice.ts'
import type { WalkerPlace } from './points.ts'
import { mightDo } from './screening.ts'
import type { Task } from './task.ts'
import { plannedStops } from './planned-stops.ts'
import { strayParts } from './stray.ts'

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
  /** Absent in drafts of versions before. */
  keys?: KeyCount
  iterations: number
  stoppedBy: Plan['stoppedBy']
}

/** Key buildings, counted in targets. */
interface KeyCount {
  by: KeyRule['by']
  reached: number
  /** On no walk. */
  missed: number
}

/** A route of the solver that somebody walks, back in the words of the pipeline. */
interface Tour {
  /** Index in the crew. */
  walker: number
  member: CrewMember
  place: WalkerPlace
  origin: WalkOrigin
  /** Indices of the stops that the solver chose. */
  served: number[]
  /** Number of stops that were done before; they come first. */
  done: number
  planned: PlannedStop[]
}

export interface Solved extends Task {
  /** All there are, knocked on or not. */
  buildings: Building[]
  solution: Solution
  earlier: EarlierPlan
}

/** Walks without a stop are dropped. */
export async function makeDraft(input: Solved): Promise<Draft> {
  const { site, solution, feasible } = input
  const tours = toursOf(input)
  const unserved = solution.unserved.map((stop) => feasible[stop]!)
  const reached = tours.reduce((sum, { planned }) => sum + expectedDoors(planned, site.assumptions), 0)
  const walks = await walksOf(tours, { ...input, unserved })
  const reserved = new Set(walks.flatMap(({ reserves }) => reserves.map(({ id }) => id)))
  // Each target is in one place. Only a key building that is missed is told with what it takes, in reserve or not.
  const leftOut = leftOutOf(input).filter(({ target, key }) => key || !reserved.has(target))
  return {
    ...emptyDraft(input, warningsOf(input)),
    ...withKeys(input, { walks, leftOut }),
    iterations: solution.iterations,
    stoppedBy: solution.stoppedBy,
    reached,
  }
}

/** No walks: nothing in the area can be walked to, and every target says why. */
export function nothingToWalk(groundwork: Groundwork): Draft {
  return {
    ...emptyDraft(groundwork, warningsOf(groundwork)),
    ...withKeys(groundwork, { walks: [], leftOut: neverTried(groundwork) }),
  }
}

/** No walks in this piece of a plan: what is there waits for another day. */
export function nobodyWalks(input: Pick<Groundwork, 'site' | 'selection' | 'rule'>): Draft {
  const { site, selection } = input
  const nobody = { site, crew: [], meetingPoint: null }
  return {
    ...emptyDraft(nobody, selection.warnings),
    ...withKeys(input, { walks: [], leftOut: leftToNobody(input) }),
  }
}

function emptyDraft(
  { site, crew, meetingPoint }: Pick<Groundwork, 'site' | 'crew' | 'meetingPoint'>,
  warnings: Warning[],
): Draft {
  const { name, version, attribution } = site.manifest
  return {
    region: { name, version, attribution },
    startAt: site.startAt,
    meetingPoint,
    warnings,
    walkers: crew.length,
    walks: [],
    leftOut: [],
    reached: 0,
    iterations: 0,
    stoppedBy: 'iterations',
  }
}

function withKeys(
  about: Pick<Groundwork, 'site' | 'selection' | 'rule'>,
  made: Pick<Draft, 'walks' | 'leftOut'>,
): Pick<Draft, 'walks' | 'leftOut' | 'keys'> {
  return { ...made, keys: keysOf(about, made) }
}

/** What is key on the walks, and what of the area is on none. */
function keysOf(
  { site, selection, rule }: Pick<Groundwork, 'site' | 'selection' | 'rule'>,
  { walks, leftOut }: Pick<Draft, 'walks' | 'leftOut'>,
): KeyCount {
  const onWalks = walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
  const served = new Set(onWalks.map(({ id }) => id))
  const isMissed = (candidate: Candidate) =>
    !served.has(candidate.target.id) && isKey(candidate, rule, site.assumptions)
  return {
    by: rule.by,
    reached: onWalks.filter(({ key }) => key === true).length,
    missed: (rule.by === 'request' ? leftOut.filter(({ key }) => key) : selection.candidates.filter(isMissed))
      .length,
  }
}

function warningsOf(groundwork: Groundwork): Warning[] {
  const { site, selection, meetingPoint } = groundwork
  const proposed = Array.isArray(site.request.start) ? null : meetingPoint
  return [...site.area.warnings, ...selection.warnings, ...farStarts({ ...groundwork, proposed })]
}

function toursOf(input: Solved): Tour[] {
  const { site, crew, places, stops, placed, solution, feasible, formed, earlier } = input
  return solution.routes.flatMap(({ stops: route, reversed, duration }, walker): Tour[] => {
    const served = route.map((stop) => feasible[stop]!)
    const done = formed.done[walker] ?? []
    if (served.length + done.length === 0) return []
    const member = crew[walker]!
    const walked = { stops, placed: placed.targets, member, assumptions: site.assumptions }
    // Apart: what is done keeps its order.
    const past = plannedStops({ ...walked, route: { stops: done, reversed: done.map(() => false) } })
    const ahead = plannedStops({ ...walked, route: { stops: served, reversed } })
    const strays = strayParts(
      { stops: served, reversed, duration },
      {
        ...{ stops, points: input.points, matrix: input.matrix, walker: input.open.walkers[walker]! },
        isKept: (stop) => stops[stop]!.members.some((index) => placed.targets[index]!.candidate.key),
      },
    )
    for (const { from, count, saved } of strays)
      ahead[from] = { ...ahead[from]!, detour: { stops: count, saved } }
    return [
      {
        walker,
        member,
        place: places[walker]!,
        origin: earlier.walkOf(walker),
        served,
        done: done.length,
        planned: [...past, ...ahead],
      },
    ]
  })
}

async function walksOf(tours: Tour[], input: Solved & { unserved: number[] }): Promise<Walk[]> {
  const { site, stops, placed, unserved, rule } = input
  const { request, assumptions } = site
  const walkerOf = (walk: number) => input.open.walkers[tours[walk]!.walker]!
  const isNamed = (stop: number): boolean =>
    stops[stop]!.members.some((index) => placed.targets[index]!.candidate.key)
  const reserves = request.reserves
    ? reservesOf({
        routes: tours.map(({ served }) => served),
        budgets: tours.map(({ member }) => member.budget),
        unserved: request.keysLater ? unserved.filter((stop) => !isNamed(stop)) : unserved,
        matrix: input.matrix,
        place: (stop) => input.points.first[stop]!,
        service: (stop, walk) => (walkerOf(walk).service ?? input.open.service)[stop]!,
        mayDo: (stop, walk) => mightDo(stop, walkerOf(walk), input.open, input.matrix),
        isKey: isNamed,
      })
    : tours.map(() => [])
  const paths = await pathsOf(tours, input.router)
  const order = orderOf(input)
  const neighbourOf = neighboursOf(input.buildings)
  const scale = scaleOf(request.priority, site.precincts)
  return tours.map(({ member, origin, planned, done }, index) =>
    makeWalk({
      ...origin.label,
      member,
      startAt: origin.startAt ?? site.startAt,
      begunAt: origin.begunAt,
      planned,
      done,
      // In the hands of who walks there, and behind doors that the walk has passed.
      reserves: plannedStops({
        route: { stops: reserves[index]!, reversed: reserves[index]!.map(() => false) },
        ...{ stops, placed: placed.targets, member, assumptions },
        passed: planned.flatMap(({ targets }) => targets.map(({ candidate }) => candidate.target.streetDoor)),
      }).flatMap(({ targets }) => targets),
      paths: paths[index]!,
      addressOrder: order,
      neighbourOf,
      keyBuildings: {
        // What is done is told as it was planned.
        isKey: (candidate) => origin.wasKey(candidate.target.id) ?? isKey(candidate, rule, assumptions),
        why: (candidate) =>
          reasonFor(candidate, {
            scale,
            seconds: workAt(candidate, assumptions),
            language: member.language,
          }),
      },
    }),
  )
}

async function pathsOf(tours: Tour[], router: Router): Promise<Path[][]> {
  const pairs = tours.map(({ planned, place }) => {
    const ends = planned.map(({ targets }) => ({ enter: targets[0]!.snap, leave: targets.at(-1)!.snap }))
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

/** Doors that somebody will stand before, street doors that stay shut taken into account. */
function expectedDoors(planned: PlannedStop[], assumptions: Assumptions): number {
  return planned
    .flatMap(({ targets }) => targets)
    .reduce(
      (sum, { candidate }) => sum + candidate.doors * entryProbability(candidate.target, assumptions),
      0,
    )
}
