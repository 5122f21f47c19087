/** What it would take to reach a key stop that is on no walk: only what can be proved by a walk that would do. */
import type { CrewMember } from '../grouping/crew.ts'
import type { Matrix } from '../matrix/matrix.ts'
import { durationBetween } from '../matrix/matrix.ts'
import { LIMITS } from '../request/request.ts'
import type { Problem, Walker } from '../solver/problem/problem.ts'
import type { Deciseconds } from '../units.ts'
import { UNREACHABLE } from '../units.ts'
import type { KeyNeeds } from '../walk/answer.ts'
import { aloneTime } from './screening.ts'

export interface Reach {
  /** All stops. What a walker is bound to by an earlier plan is left out of `open`. */
  open: Problem
  bound: Problem
  matrix: Matrix
  crew: CrewMember[]
  slackShare: number
  /** Per walker, the stops of his walk that hold key targets, in order; null: he is on his way already. */
  keyRoutes: (KeyRoute | null)[]
}

interface KeyRoute {
  stops: number[]
  reversed: boolean[]
}

/** @returns null where nothing is proved. Each number alone would do, beside the key targets that are reached now. */
export function needsOf(stop: number, reach: Reach): KeyNeeds | null {
  const needs: KeyNeeds = { ...sameWalkers(stop, reach), ...otherWalkers(stop, reach) }
  return Object.keys(needs).length > 0 ? needs : null
}

/** More minutes or doors for those who walk. */
function sameWalkers(stop: number, reach: Reach): KeyNeeds {
  const { bound, crew, slackShare, keyRoutes } = reach
  let minutes = LIMITS.minutesMax + 1
  let doors = Number.MAX_SAFE_INTEGER
  bound.walkers.forEach((walker, index) => {
    const route = keyRoutes[index]
    if (!route || walker.forbidden?.[stop] === 1) return
    const time = timeWith(stop, route, { walker, reach })
    if (time >= UNREACHABLE) return
    const wanted = route.stops.reduce((sum, key) => sum + bound.doors[key]!, bound.doors[stop]!)
    if (wanted <= walker.doors && time > walker.budget)
      minutes = Math.min(minutes, minutesFor(time, slackShare, crew[index]!.budget))
    if (wanted > walker.doors && time <= walker.budget) doors = Math.min(doors, wanted)
  })
  return {
    ...(minutes <= LIMITS.minutesMax ? { minutes } : {}),
    ...(doors <= LIMITS.doorsMax ? { doors } : {}),
  }
}

/** Somebody more of the same kind, or one who starts nearer or climbs stairs. */
function otherWalkers(stop: number, { open, matrix }: Reach): KeyNeeds {
  const fits = (walker: Walker) =>
    open.doors[stop]! <= walker.doors && aloneTime(stop, walker, open, matrix) <= walker.budget
  const climbers = open.walkers.filter(({ forbidden }) => forbidden?.[stop] !== 1)
  if (climbers.some(fits)) return { walkers: 1 }
  if (climbers.length === 0) return open.walkers.some(fits) ? { stairs: true } : {}
  const within = Math.max(0, ...climbers.map((walker) => startWithin(stop, walker, open, matrix)))
  return within > 0 ? { startWithin: within } : {}
}

/** Minutes of walking at most from a start to the stop, and back where the walk ends at its start. */
function startWithin(stop: number, walker: Walker, problem: Problem, matrix: Matrix): number {
  if (walker.start < 0 || problem.doors[stop]! > walker.doors) return 0
  const service = (walker.service ?? problem.service)[stop]!
  const ends = [problem.first[stop]!, problem.last[stop]!]
  const isRound = walker.end === walker.start
  const back =
    isRound || walker.end < 0 ? 0 : Math.max(...ends.map((end) => durationBetween(matrix, end, walker.end)))
  const inner = isRound ? durationBetween(matrix, ends[0]!, ends[1]!) : 0
  return Math.floor((walker.budget - service - back - inner) / (isRound ? 2 : 1) / DECISECONDS_PER_MINUTE)
}

const DECISECONDS_PER_MINUTE = 600

/** Whole minutes of a walk in which so much can be planned; more than he has now. */
function minutesFor(time: Deciseconds, slackShare: number, budget: number): number {
  const whole = Math.ceil(time / DECISECONDS_PER_MINUTE / (1 - slackShare))
  return Math.max(LIMITS.minutesMin, Math.floor(budget / 60) + 1, whole)
}

/** Of the key stops of a walk in their order and the stop where it adds least; every street door paid for each. */
function timeWith(
  stop: number,
  route: KeyRoute,
  { walker, reach: { bound, matrix } }: { walker: Walker; reach: Reach },
): Deciseconds {
  const service = walker.service ?? bound.service
  const ends = route.stops.map((key, index) => {
    const [first, last] = [bound.first[key]!, bound.last[key]!]
    return route.reversed[index] ? { enter: last, leave: first } : { enter: first, leave: last }
  })
  const between = (from: number | undefined, to: number | undefined): Deciseconds =>
    from === undefined || to === undefined || from < 0 || to < 0 ? 0 : durationBetween(matrix, from, to)
  const leaving = [walker.start, ...ends.map(({ leave }) => leave)]
  const entering = [...ends.map(({ enter }) => enter), walker.end]
  // Who has nothing to do stays at home.
  const legs = leaving.map((from, index) => (ends.length === 0 ? 0 : between(from, entering[index])))
  const [a, b] = [bound.first[stop]!, bound.last[stop]!]
  const added = leaving.map((from, index) => {
    const to = entering[index]
    const through = (enter: number, leave: number) => between(from, enter) + between(leave, to)
    return Math.min(through(a, b), through(b, a)) - legs[index]!
  })
  const walking = legs.reduce((sum, leg) => sum + leg, 0) + Math.min(...added)
  return [...route.stops, stop].reduce((sum, each) => sum + service[each]!, walking)
}
