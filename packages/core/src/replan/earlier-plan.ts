/** What an earlier plan leaves to the one that replaces it, and what that means in each step of planning. */
import type { Candidate, LedgerView, Selection } from '../building/select.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import type { Problem, Solution, SolveOptions } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'
import type { WalkerPlace } from '../assembly/points.ts'
import { subproblem } from '../assembly/problem.ts'
import type { Seconds } from '../units.ts'
import type { Walk } from '../walk/answer.ts'

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
  /** Targets that were told to be key buildings. */
  keys: ReadonlySet<string>
  /** When what lies ahead begins. */
  startAt: string
  /** From then on; undefined: all the minutes of the volunteer. */
  left?: Seconds
  /** Takes nothing but what lies ahead on his own walk. */
  onlyOwn: boolean
  /** The target in front of which he stands; default: the last one done, or the start. */
  at?: string
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
 * 12 or 15 of 20 present (bench/ledger/replan.ts); where prizes differ more, it takes more.
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
