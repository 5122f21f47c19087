/**
 * From the solver's routes to the plan that callers see: walks, reserves, totals, and what was left out. A plan is joined
 * from the drafts of its pieces; most plans have one.
 */
import type { Assumptions } from '../building/door-time.ts'
import { entryProbability } from '../building/door-time.ts'
import type { PriorityScale } from '../building/priority.ts'
import { priorityScale } from '../building/priority.ts'
import type { Candidate, Selection } from '../building/select.ts'
import type { Path } from '../graph/route/path.ts'
import type { Snap } from '../graph/route/snap.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import type { Matrix } from '../matrix/matrix.ts'
import type { Placement } from './placement.ts'
import type { Router } from '../matrix/router.ts'
import type { Manifest, Precinct } from '../region.ts'
import type { PlanRequest } from '../request.ts'
import type { Before, Continued, GivenStops } from '../replan/earlier-plan.ts'
import type { Problem, Solution } from '../solver/problem/problem.ts'
import type { Points, WalkerPlace } from './problem.ts'
import { toVisits } from './problem.ts'
import type { LngLat } from '../units.ts'
import type { Warning } from '../words/warning.ts'
import { sayWarning } from '../words/warning.ts'
import type { LeftOut, LeftOutReason, Plan, Walk } from '../walk/answer.ts'
import type { Telling, Visit } from '../walk/itinerary.ts'
import { makeWalk, rounded, short } from '../walk/itinerary.ts'
import { keyThreshold, reasonFor } from '../walk/reason.ts'
import { reservesOf } from '../walk/reserve.ts'

/** More doors an hour than teams manage in practice: the model's numbers are then worth a look. */
const FASTEST_DOORS_PER_HOUR = 35

/** Everything known before the solver runs. */
export interface Told {
  request: PlanRequest
  manifest: Manifest
  precincts: Precinct[]
  assumptions: Assumptions
  selection: Selection
  placed: Placement
  stops: Stop[]
  crew: CrewMember[]
  meetingPoint: LngLat | null
  startAt: string
  warnings: Warning[]
  /** What an earlier plan leaves to this one. */
  before?: Before
}

/** What the solver is asked, and what its routes are walked on. */
export interface Task extends Told {
  router: Router
  places: WalkerPlace[]
  matrix: Matrix
  points: Points
  given: GivenStops
  problem: Problem
  /** Stop of each stop of the solver's problem. */
  kept: number[]
  refused: Map<number, LeftOutReason>
}

export interface Solved extends Task {
  solution: Solution
}

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

export interface JoinOptions {
  request: PlanRequest
  id: string
  assumptions: Assumptions
  /** Besides those of the drafts. */
  warnings: Warning[]
  /** The plan that this one replaces. */
  before?: Before
}

/** The plan of a request whose pieces are these drafts (at least one), walks in their order; ranks and totals over all of them. */
export function joinDrafts(drafts: Draft[], options: JoinOptions): Plan {
  const { request, id, assumptions, before, ...about } = options
  const kept = before?.kept ?? []
  const drawn = named(drafts, options)
  const walks = [...kept, ...drawn].sort((a, b) => a.number - b.number)
  const leftOut = drafts
    .flatMap((draft) => draft.leftOut)
    .sort((a, b) => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0))
  const total = (of: (draft: Draft) => number) => drafts.reduce((sum, draft) => sum + of(draft), 0)
  const summary = summarise(walks, leftOut, total(({ reached }) => reached) + reachedOn(kept, assumptions))
  const walkers = total((draft) => draft.walkers)
  const warnings: Warning[] = [...about.warnings, ...drafts.flatMap((draft) => draft.warnings)]
  if (walks.length === 0) warnings.push({ code: 'nothing_to_walk' })
  else if (drawn.length < walkers)
    warnings.push({ code: 'walkers_idle', idle: walkers - drawn.length, of: walkers })
  if (summary.doorsPerHour > FASTEST_DOORS_PER_HOUR)
    warnings.push({ code: 'too_fast', doorsPerHour: Math.round(summary.doorsPerHour) })
  const stopped = drafts.find(({ stoppedBy }) => stoppedBy !== 'iterations') ?? drafts[0]!
  const { region, startAt, meetingPoint } = drafts[0]!
  return {
    id,
    version: 1,
    region,
    seed: request.seed,
    iterations: total(({ iterations }) => iterations),
    stoppedBy: stopped.stoppedBy,
    profile: request.profile,
    startAt,
    meetingPoint: drafts.length === 1 && meetingPoint ? short(meetingPoint) : givenPoint(request),
    assumptions,
    warnings: warnings.map((warning) => sayWarning(warning, request.language)),
    summary,
    walks,
    leftOut,
  }
}

/**
 * Names, numbers and ranks, in the order of the drafts. A walk that goes on keeps its name, the others count on from the
 * last one; where some walks stay as they are, so does the order in which they are handed out.
 */
function named(drafts: Draft[], { id, before }: JoinOptions): Walk[] {
  const drawn = drafts.flatMap(({ walks }) => walks)
  const ranks = ranksOf(drawn.map(({ prize }) => prize))
  let number = before?.lastNumber ?? 0
  let rank = before?.lastRank ?? 0
  return drawn.map((walk, index) => {
    const isNew = walk.walkId === ''
    const own = isNew ? ++number : walk.number
    const ranked = typeof before?.lastRank === 'number'
    return {
      ...walk,
      walkId: isNew ? `${id.replace(/^pln/, 'wlk')}_${own}` : walk.walkId,
      number: own,
      rank: ranked ? (isNew ? ++rank : walk.rank) : ranks[index]!,
    }
  })
}

/** Pieces have meeting points of their own, unless one was given for all. */
function givenPoint({ start }: PlanRequest): LngLat | null {
  return Array.isArray(start) ? short(start) : null
}

function summarise(walks: Walk[], leftOut: LeftOut[], reached: number): Plan['summary'] {
  const total = (of: (walk: Walk) => number) => walks.reduce((sum, walk) => sum + of(walk), 0)
  const used = walks.map((walk) => walk.seconds / walk.budget)
  const mean = used.reduce((sum, share) => sum + share, 0) / used.length
  const seconds = total((walk) => walk.seconds)
  const doors = total((walk) => walk.doors)
  const byReason: Record<string, number> = {}
  for (const { reason } of leftOut) byReason[reason] = (byReason[reason] ?? 0) + 1
  return {
    walks: walks.length,
    targets: total((walk) => walk.stops.reduce((sum, stop) => sum + stop.targets.length, 0)),
    doors,
    prize: rounded(total((walk) => walk.prize)),
    seconds,
    metres: total((walk) => walk.metres),
    balance: walks.length > 0 ? rounded(Math.max(...used) / mean) : 0,
    doorsPerHour: seconds > 0 ? Math.round((36_000 * reached) / seconds) / 10 : 0,
    leftOut: byReason,
  }
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

/** 1 for the walk that brings most. */
function ranksOf(prizes: number[]): number[] {
  const order = prizes.map((_, index) => index).sort((a, b) => prizes[b]! - prizes[a]! || a - b)
  const ranks: number[] = []
  order.forEach((walk, rank) => (ranks[walk] = rank + 1))
  return ranks
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

/** The same for walks taken over from an earlier plan. */
function reachedOn(walks: Walk[], { entryProbability: chance }: Assumptions): number {
  return walks
    .flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
    .reduce((sum, { doors, access }) => sum + doors * chance[access], 0)
}

function prizesOf(visit: Visit): number[] {
  return visit.targets.map(({ candidate }) => candidate.prize)
}

function leftOut(stop: Stop, targets: PlacedTarget[], reason: LeftOutReason): LeftOut[] {
  return stop.members.map((index) => ({ target: targets[index]!.candidate.target.id, reason }))
}
