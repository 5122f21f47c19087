/** Making a plan again: who walks which of its walks from now on, what of them is done, and what that leaves to plan. */
import type { Candidate, LedgerView, Selection } from './building/select.ts'
import { fieldError } from './error.ts'
import type { CrewMember } from './grouping/crew.ts'
import type { PlacedTarget, Stop } from './grouping/stop.ts'
import type { PlanRequest, ReplanRequest, VolunteerRequest } from './request.ts'
import type { Problem, Solution, SolveOptions } from './solver/problem.ts'
import { solve } from './solver/solve.ts'
import type { WalkerPlace } from './translate.ts'
import { subproblem } from './translate.ts'
import type { Seconds } from './units.ts'
import type { Walk } from './walk/answer.ts'
import type { WalkBefore } from './walk/changes.ts'
import { timeAfter } from './walk/clock-time.ts'

/** A walk as it stands; its `walker` is who has it now. */
export interface WalkNow extends WalkBefore {
  /** RFC 3339; null: nobody has set out. */
  begunAt: string | null
  /** Finished, released or expired. */
  isOver: boolean
}

/** One walker at roll-call. */
export interface Present {
  walker: string
  /** The walk he has, or takes over; null: a new one. */
  walkId: string | null
  /** Minutes he sets out after the others. */
  late: number
}

/**
 * Who is there, and which walk each goes on with. Walks without a walker go whole to newcomers, best rank first.
 *
 * @throws VisibleError `replan.walker` for a name that is unknown or said twice
 */
export function callRoll(walks: WalkNow[], wish: ReplanRequest): Present[] {
  const live = walks.filter(({ isOver }) => !isOver).sort((a, b) => a.walk.rank - b.walk.rank)
  const walkOf = new Map(live.map((one) => [one.walk.walker, one]))
  const late = new Map((wish.late ?? []).map(({ walker, minutes }) => [walker, minutes]))
  const names = presentNames(live, wish)
  checkNames(names, { walkOf, wish })
  const here = new Set(names)
  const orphans = live.filter(({ walk }) => !here.has(walk.walker))
  return names.map((walker) => {
    const own = walkOf.get(walker) ?? orphans.shift()
    return { walker, walkId: own?.walk.walkId ?? null, late: late.get(walker) ?? 0 }
  })
}

function presentNames(live: WalkNow[], { present, late = [], gone = [] }: ReplanRequest): string[] {
  const all = live.map(({ walk }) => walk.walker)
  if (present === undefined) return all.filter((walker) => !gone.includes(walker))
  if (typeof present !== 'number')
    return [...present, ...late.map(({ walker }) => walker).filter((walker) => !present.includes(walker))]
  // Who has set out is there; of the others, those with the best walks are sent.
  const order = [...live].sort((a, b) => Number(a.begunAt === null) - Number(b.begunAt === null))
  const sent = order.map(({ walk }) => walk.walker).filter((walker) => !gone.includes(walker))
  const names = sent.slice(0, present)
  for (let number = 1; names.length < present; number++)
    if (!all.includes(String(number))) names.push(String(number))
  return names
}

function checkNames(
  names: string[],
  { walkOf, wish }: { walkOf: Map<string, WalkNow>; wish: ReplanRequest },
): void {
  const refuse = (pointer: string, walker: string, expected: string): never => {
    throw fieldError('replan.walker', pointer, `got "${walker}"; expected ${expected}`)
  }
  const twice = names.find((walker, index) => names.indexOf(walker) !== index)
  if (twice !== undefined) refuse('/present', twice, 'every walker once')
  wish.gone?.forEach((walker, index) => {
    if (!walkOf.has(walker)) refuse(`/gone/${index}`, walker, 'a walker of this plan whose walk is not over')
    if (names.includes(walker)) refuse(`/gone/${index}`, walker, 'nobody who is present or late as well')
  })
  wish.late?.forEach(({ walker }, index) => {
    if (!names.includes(walker))
      refuse(`/late/${index}/walker`, walker, 'a walker of this plan, or one present')
    if (walkOf.get(walker)?.begunAt)
      refuse(
        `/late/${index}/walker`,
        walker,
        'somebody who has not set out yet; shorten a walk that has begun',
      )
  })
}

/** What an earlier plan leaves to the one that replaces it. */
export interface Before {
  /** These stay byte for byte, and nobody else gets their targets. */
  kept: Walk[]
  /** Those who are planned for, one per volunteer of the request. */
  walkers: Continued[]
  /** Of the earlier plan; new walks count on from here. */
  lastNumber: number
  /** Null: all walks are ranked anew. */
  lastRank: number | null
}

export interface Continued {
  /** The walk that goes on under its name; null: a new one. */
  walk: Pick<Walk, 'walkId' | 'number' | 'rank'> | null
  /** Stops that are done, in the order walked, and those ahead: ids of their targets. */
  done: string[][]
  ahead: string[][]
  /** Doors that the targets done had when they were planned. */
  doors: Map<string, number>
  /** When what lies ahead begins. */
  startAt: string
  /** From then on; undefined: all the minutes of the volunteer. */
  left?: Seconds
  /** Takes nothing but what lies ahead on his own walk. */
  onlyOwn: boolean
  /** The target in front of which he stands; default: the last one done, or the start. */
  at?: string
}

/**
 * What is kept, and whom to plan for.
 *
 * @param input.request  with one volunteer per entry of the roll
 * @param input.startAt  of walks that have not begun
 * @param input.now      RFC 3339; walks that have begun go on from here
 * @param input.lastNumber  highest that stands on any paper
 */
export function continueWalks(input: {
  walks: WalkNow[]
  roll: Present[]
  keep: ReplanRequest['keep']
  request: PlanRequest
  startAt: string
  now: string
  lastNumber: number
}): { before: Before; request: PlanRequest } {
  const { walks, roll, keep, request, startAt, now, lastNumber } = input
  const volunteers = Array.isArray(request.volunteers) ? request.volunteers : []
  const byId = new Map(walks.map((one) => [one.walk.walkId, one]))
  const kept: Walk[] = []
  const planned: { volunteer: VolunteerRequest; walker: Continued }[] = []
  roll.forEach(({ walker, walkId, late }, index) => {
    const one = walkId === null ? undefined : byId.get(walkId)
    const volunteer = volunteers[index] ?? { id: walker }
    if (!one) planned.push({ volunteer, walker: newWalk(timeAfter(startAt, late * 60)) })
    else if (keep === 'walks' && late === 0) kept.push(withWalker(one.walk, walker))
    else {
      const isOwn = one.walk.walker === walker
      // Nobody can go on with what another has begun from where that one stands.
      const goesOn = isOwn || one.begunAt === null
      const begins = goesOn && one.begunAt !== null ? now : timeAfter(startAt, late * 60)
      const left =
        goesOn && one.begunAt !== null
          ? Math.max(0, one.walk.budget - secondsBetween(one.begunAt, now))
          : Math.max(0, one.walk.budget - late * 60)
      planned.push({
        volunteer,
        walker: {
          ...continued(one, begins),
          ...(goesOn ? {} : { walk: null, done: [] }),
          left,
          onlyOwn: keep === 'walks',
        },
      })
    }
  })
  const ranks = walks.map(({ walk }) => walk.rank)
  return {
    before: {
      kept,
      walkers: planned.map(({ walker }) => walker),
      lastNumber,
      lastRank: keep === 'walks' ? Math.max(0, ...ranks) : null,
    },
    request: { ...request, startAt, volunteers: planned.map(({ volunteer }) => volunteer) },
  }
}

/** A walk that goes on from `startAt` with what is not done of it. */
export function continued({ walk, done }: WalkNow, startAt: string): Continued {
  const parts = (isDone: boolean) =>
    walk.stops
      .map(({ targets }) => targets.map(({ id }) => id).filter((id) => done.has(id) === isDone))
      .filter((ids) => ids.length > 0)
  const { walkId, number, rank } = walk
  return {
    walk: { walkId, number, rank },
    done: parts(true),
    ahead: parts(false),
    doors: new Map(walk.stops.flatMap(({ targets }) => targets.map(({ id, doors }) => [id, doors] as const))),
    startAt,
    onlyOwn: false,
  }
}

function newWalk(startAt: string): Continued {
  return { walk: null, done: [], ahead: [], doors: new Map(), startAt, onlyOwn: false }
}

function withWalker(walk: Walk, walker: string): Walk {
  return walk.walker === walker ? walk : { ...walk, walker }
}

function secondsBetween(from: string, to: string): Seconds {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000)
}

/** The ledger, but what is done on a walk that goes on stands there as it was planned. */
export function viewBefore(
  ledger: LedgerView | undefined,
  before: Before | undefined,
): LedgerView | undefined {
  if (!before) return ledger
  const doors = new Map(
    before.walkers.flatMap((walker) =>
      walker.done.flat().flatMap((id) => {
        const known = walker.doors.get(id)
        return known === undefined ? [] : [[id, known] as const]
      }),
    ),
  )
  return (target) => {
    const known = doors.get(target.id)
    if (known !== undefined) return { doors: known }
    return ledger?.(target) ?? { doors: target.doors }
  }
}

/** Without what is on the walks that stay as they are, reserves included. */
export function withoutKept(selection: Selection, before: Before | undefined): Selection {
  if (!before || before.kept.length === 0) return selection
  const taken = new Set(
    before.kept.flatMap(({ stops, reserves }) =>
      [...stops.flatMap(({ targets }) => targets), ...reserves].map(({ id }) => id),
    ),
  )
  return {
    ...selection,
    candidates: selection.candidates.filter(({ target }) => !taken.has(target.id)),
    leftOut: selection.leftOut.filter(({ target }) => !taken.has(target)),
  }
}

/** Walkers with the time and the doors that are left to them. */
export function crewBefore(crew: CrewMember[], before: Before | undefined, slackShare: number): CrewMember[] {
  if (!before) return crew
  return crew.map((member, index) => {
    const { left, done, doors } = before.walkers[index]!
    const budget = left ?? member.budget
    const had = done.flat().reduce((sum, id) => sum + (doors.get(id) ?? 0), 0)
    return {
      ...member,
      budget,
      usable: budget * (1 - slackShare),
      doors: member.doors === null ? null : Math.max(0, member.doors - had),
    }
  })
}

/** Stops that the earlier plan has formed: indices of their targets, and of the stops by walker. */
export interface GivenStops {
  rows: number[][]
  done: number[][]
  ahead: number[][]
}

export function givenStops(targets: PlacedTarget[], before: Before | undefined): GivenStops {
  const given: GivenStops = { rows: [], done: [], ahead: [] }
  const indexOf = new Map(targets.map(({ candidate }, index) => [candidate.target.id, index]))
  const add = (stops: string[][]): number[] =>
    stops
      .map((ids) => ids.flatMap((id) => indexOf.get(id) ?? []))
      .filter((row) => row.length > 0)
      .map((row) => given.rows.push(row) - 1)
  for (const walker of before?.walkers ?? []) {
    given.done.push(add(walker.done))
    given.ahead.push(add(walker.ahead))
  }
  return given
}

/** Where each sets out from: behind what is done. */
export function placesBefore(
  places: WalkerPlace[],
  {
    stops,
    targets,
    given,
    before,
  }: { stops: Stop[]; targets: PlacedTarget[]; given: GivenStops; before: Before | undefined },
): WalkerPlace[] {
  if (!before) return places
  return places.map((place, walker) => {
    const { at } = before.walkers[walker]!
    const standing =
      at === undefined ? undefined : targets.find(({ candidate }) => candidate.target.id === at)
    const last = given.done[walker]!.at(-1)
    const start = standing?.snap ?? (last === undefined ? place.start : stops[last]!.last)
    return { ...place, start }
  })
}

/** The problem with what is done out of play, and each who keeps to his own walk bound to it. */
export function problemBefore(problem: Problem, given: GivenStops, before: Before | undefined): Problem {
  if (!before?.walkers.some(({ onlyOwn }) => onlyOwn)) return problem
  return {
    ...problem,
    walkers: problem.walkers.map((walker, index) => {
      if (!before.walkers[index]!.onlyOwn) return walker
      const own = new Set(given.ahead[index])
      const forbidden = Uint8Array.from(problem.first, (_, stop) =>
        own.has(stop) && walker.forbidden?.[stop] !== 1 ? 0 : 1,
      )
      return { ...walker, forbidden }
    }),
  }
}

/**
 * Mean prizes lost for each stop that leaves its walk, tried in turn. With the first, 86 to 100 % stay on Geneva and Paris for
 * 12 or 15 of 20 present (bench/replan.ts); where prizes differ more, it takes more.
 */
const STABILITIES = [0.16, 0.64, 2.56, 10]
/** Share of the stops ahead that must stay with their walkers, where that is possible. */
const LEAST_STAYING = 0.72

/** Solves; where there was a plan before, from its walks and close to them. Stop i of the solver is `kept[i]`. */
export function solveBefore(
  problem: Problem,
  {
    options,
    given,
    kept,
    before,
  }: { options: SolveOptions; given: GivenStops; kept: number[]; before: Before | undefined },
): Solution {
  const part = subproblem(problem, kept)
  const position = new Map(kept.map((stop, index) => [stop, index]))
  const previous = given.ahead.map((stops) => stops.flatMap((stop) => position.get(stop) ?? []))
  if (!before || previous.every((stops) => stops.length === 0)) return solve(part, options)
  const mean = part.prize.reduce((sum, prize) => sum + prize, 0) / Math.max(1, kept.length)
  const ahead = previous.reduce((sum, stops) => sum + stops.length, 0)
  let solution = solve(part, { ...options, previous, weights: { stability: STABILITIES[0]! * mean } })
  for (const stability of STABILITIES.slice(1)) {
    const staying = solution.routes.reduce((sum, { stops }, walker) => {
      const own = new Set(previous[walker])
      return sum + stops.filter((stop) => own.has(stop)).length
    }, 0)
    if (staying >= LEAST_STAYING * ahead || solution.stoppedBy !== 'iterations') break
    solution = solve(part, { ...options, previous, weights: { stability: stability * mean } })
  }
  return solution
}

/** Indices of the candidates that are on a walk already: however large the area, they stay in. */
export function fixedBefore(candidates: Candidate[], before: Before | undefined): ReadonlySet<number> {
  const ids = new Set(before?.walkers.flatMap(({ done, ahead }) => [...done, ...ahead].flat()))
  return new Set(candidates.flatMap(({ target }, index) => (ids.has(target.id) ? [index] : [])))
}
