/** What an earlier plan means in each step of planning: who goes on with what, and how little shall change. */
import type { EarlierPlan, FormedStops, WalkOrigin } from '../assembly/earlier-plan.ts'
import { UNNAMED } from '../assembly/earlier-plan.ts'
import type { WalkerPlace } from '../assembly/points.ts'
import type { Candidate, LedgerView, Selection } from '../building/select.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget } from '../grouping/stop.ts'
import type { Problem, Solution, SolveOptions } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'
import type { Walk } from '../walk/answer.ts'
import type { ContinuedWalk, Continuation } from './continuation.ts'
import { withPinsServed } from './pinned.ts'

/** The methods for what a plan leaves; walkers are those of the crew, in its order. */
export function earlierPlan({ walkers, ...left }: Continuation): EarlierPlan {
  let placed: PlacedTarget[] = []
  const idOf = (index: number): string => placed[index]!.candidate.target.id
  return {
    ...left,
    adjustLedger: (ledger) => withPlannedDoors(ledger, walkers),
    dropKept: (selection) => withoutTargetsOf(left.keptWalks, selection),
    adjustCrew: (crew, slackShare) =>
      crew.map((member, index) => whatIsLeft(member, walkers[index]!, slackShare)),
    fixedCandidates: (candidates) => onWalks(candidates, walkers),
    choose: () => null,
    formedStops(targets) {
      placed = targets
      return formedBy(walkers, targets)
    },
    startPlaces: (places, { stops, targets, formed }) =>
      places.map((place, walker): WalkerPlace => {
        const { at } = walkers[walker]!
        const standing = targets.find(({ candidate }) => candidate.target.id === at)
        const last = formed.done[walker]!.at(-1)
        // Behind what is done.
        const start = standing?.snap ?? (last === undefined ? place.start : stops[last]!.last)
        return { ...place, start }
      }),
    bindWalkers(problem, formed) {
      const { rows, ahead } = formed
      const own = bound(problem, { walkers, formed })
      return withPins(own, {
        pinned: walkers.map(({ pinned = [] }, walker) => {
          const held = new Set(pinned)
          return ahead[walker]!.filter((stop) => rows[stop]!.some((index) => held.has(idOf(index))))
        }),
      })
    },
    solve: solveNear,
    walkOf: (walker) => originOf(walkers[walker]!),
  }
}

/** What is done on a walk that goes on stands in the ledger as it was planned. */
function withPlannedDoors(ledger: LedgerView | undefined, walkers: ContinuedWalk[]): LedgerView {
  const doors = new Map(
    walkers.flatMap((walker) =>
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

/** Without what is on these walks, reserves included. */
function withoutTargetsOf(walks: Walk[], selection: Selection): Selection {
  const taken = new Set(
    walks.flatMap(({ stops, reserves }) =>
      [...stops.flatMap(({ targets }) => targets), ...reserves].map(({ id }) => id),
    ),
  )
  return {
    ...selection,
    candidates: selection.candidates.filter(({ target }) => !taken.has(target.id)),
    leftOut: selection.leftOut.filter(({ target }) => !taken.has(target)),
  }
}

function whatIsLeft(member: CrewMember, walker: ContinuedWalk, slackShare: number): CrewMember {
  const { left, done, doors, ends } = walker
  const budget = left ?? member.budget
  const had = done.flat().reduce((sum, id) => sum + (doors.get(id) ?? 0), 0)
  return {
    ...member,
    ...ends,
    budget,
    usable: budget * (1 - slackShare),
    doors: member.doors === null ? null : Math.max(0, member.doors - had),
  }
}

/** Indices of the candidates that are on a walk already. */
function onWalks(candidates: Candidate[], walkers: ContinuedWalk[]): ReadonlySet<number> {
  const ids = new Set(walkers.flatMap(({ done, ahead }) => [...done, ...ahead].flat()))
  return new Set(candidates.flatMap(({ target }, index) => (ids.has(target.id) ? [index] : [])))
}

function formedBy(walkers: ContinuedWalk[], targets: PlacedTarget[]): FormedStops {
  const formed: FormedStops = { rows: [], done: [], ahead: [] }
  const indexOf = new Map(targets.map(({ candidate }, index) => [candidate.target.id, index]))
  const add = (stops: string[][]): number[] =>
    stops
      .map((ids) => ids.flatMap((id) => indexOf.get(id) ?? []))
      .filter((row) => row.length > 0)
      .map((row) => formed.rows.push(row) - 1)
  for (const { done, ahead } of walkers) {
    formed.done.push(add(done))
    formed.ahead.push(add(ahead))
  }
  return formed
}

/** Who keeps to his own walk is forbidden everything else. */
function bound(
  problem: Problem,
  { walkers, formed }: { walkers: ContinuedWalk[]; formed: FormedStops },
): Problem {
  return {
    ...problem,
    walkers: problem.walkers.map((walker, index) => {
      if (!walkers[index]!.onlyOwn) return walker
      const own = new Set(formed.ahead[index])
      const forbidden = Uint8Array.from(problem.first, (_, stop) =>
        own.has(stop) && walker.forbidden?.[stop] !== 1 ? 0 : 1,
      )
      return { ...walker, forbidden }
    }),
  }
}

/**
 * What was pinned is served before anything else, by whom it was pinned to. Behind its street door, walks may share.
 *
 * @param input.pinned  stops, per walker
 */
export function withPins(problem: Problem, { pinned }: { pinned: number[][] }): Problem {
  const owner = new Map(pinned.flatMap((stops, walker) => stops.map((stop) => [stop, walker] as const)))
  if (owner.size === 0) return problem
  const mandatory = problem.mandatory.slice()
  const divisible = problem.divisible?.slice() ?? new Uint8Array(mandatory.length)
  const doors = new Set(
    [...owner.keys()].map((stop) => problem.streetDoor[stop]!).filter((door) => door >= 0),
  )
  for (const stop of owner.keys()) mandatory[stop] = 1
  problem.streetDoor.forEach((door, stop) => {
    if (doors.has(door)) divisible[stop] = 1
  })
  const isOthers = (stop: number, walker: number) => owner.has(stop) && owner.get(stop) !== walker
  const walkers = problem.walkers.map((walker, index) => ({
    ...walker,
    forbidden: Uint8Array.from(mandatory, (_, stop) =>
      walker.forbidden?.[stop] === 1 || isOthers(stop, index) ? 1 : 0,
    ),
  }))
  return { ...problem, mandatory, divisible, walkers }
}

/**
 * Mean prizes lost for each stop that leaves its walk, tried in turn. With the first, 86 to 100 % stay on Geneva and
 * Paris for 12 or 15 of 20 present (bench/ledger/replan.ts); where prizes differ more, it takes more.
 */
const STABILITIES = [0.16, 0.64, 2.56, 10]
/** Share of the stops ahead that must stay with their walkers, where that is possible. */
const LEAST_STAYING = 0.72

/** Solves from the walks that there were, and close to them. */
function solveNear(problem: Problem, options: SolveOptions, previous: number[][]): Solution {
  const ahead = previous.flat().length
  if (ahead === 0) return solve(problem, options)
  const { prize } = problem
  const mean = prize.reduce((sum, each) => sum + each, 0) / Math.max(1, prize.length)
  const solveWith = (stability: number) =>
    withPinsServed(problem, previous, (begin) =>
      solve(problem, {
        ...options,
        previous: begin,
        weights: { ...options.weights, stability: stability * mean },
      }),
    )
  let solution = solveWith(STABILITIES[0]!)
  for (const stability of STABILITIES.slice(1)) {
    const staying = solution.routes.reduce((sum, { stops }, walker) => {
      const own = new Set(previous[walker])
      return sum + stops.filter((stop) => own.has(stop)).length
    }, 0)
    if (staying >= LEAST_STAYING * ahead || solution.stoppedBy !== 'iterations') break
    solution = solveWith(stability)
  }
  return solution
}

function originOf({ walk, done, keys, startAt, begunAt }: ContinuedWalk): WalkOrigin {
  const past = new Set(done.flat())
  return {
    label: walk ?? UNNAMED,
    startAt,
    begunAt,
    // A star on paper stays one; ahead, others may become key buildings.
    wasKey: (target) => (keys.has(target) ? true : past.has(target) ? false : undefined),
  }
}
