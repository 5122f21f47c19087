/** What edits mean in each step of planning: near candidates alone, what must be on which walk, and a short search. */
import type { EarlierPlan, FormedStops } from '../assembly/earlier-plan.ts'
import type { Candidate, Selection } from '../building/select.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget } from '../grouping/stop.ts'
import type { Continuation } from '../replan/continuation.ts'
import { earlierPlan, withPins } from '../replan/earlier-plan.ts'
import { withPinsServed } from '../replan/pinned.ts'
import type { Problem, Solution, SolveOptions } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'
import { type LngLat, metresBetween } from '../units.ts'
import type { EditGone } from '../walk/answer.ts'
import { checkFit, refuseTaken } from './fit.ts'
import type { EditTask } from './edit-task.ts'

/** Candidates that are looked at beside those on the walks: the nearest. */
const NEAREST = 250
/** Of the search, for one walk and for each more. */
const ITERATIONS = 6_000
/** Mean prizes lost for each stop that leaves a walk which is planned again. */
const STABILITY = 0.64

export interface EditedEarlier extends EarlierPlan {
  /** Targets that were looked at; once planned. */
  tried: ReadonlySet<string>
  /** Pins of before that cannot be kept. */
  gone: EditGone[]
}

/** @throws VisibleError, while it plans, `edit.not_free`, `edit.does_not_fit`, `edit.stairs`, `edit.unreachable` */
export function editedEarlier(continuation: Continuation, { must }: Pick<EditTask, 'must'>): EditedEarlier {
  const base = earlierPlan(continuation)
  const { walkers } = continuation
  const tried = new Set<string>()
  const gone: EditGone[] = []
  let held: { id: string; by: number | null }[][] = []
  let placed: PlacedTarget[] = []
  return {
    ...base,
    tried,
    gone,
    dropKept(selection: Selection) {
      const left = base.dropKept(selection)
      const free = new Set(left.candidates.map(({ target }) => target.id))
      held = must.map((all, walker) =>
        all.flatMap(([id, by]) => {
          if (free.has(id)) return [{ id, by }]
          const reason = left.leftOut.find(({ target }) => target === id)?.reason ?? 'excluded'
          const walk = walkers[walker]!.walk?.walkId ?? ''
          if (by !== null) refuseTaken({ id, by, reason })
          gone.push({ type: 'pin', target: id, walk, reason })
          return []
        }),
      )
      return left
    },
    choose(candidates, crew) {
      const places = placesOf(continuation, { candidates, crew })
      const chosen = nearest(candidates, { fixed: base.fixedCandidates(candidates), places })
      for (const index of chosen) tried.add(candidates[index]!.target.id)
      return chosen
    },
    formedStops(targets) {
      placed = targets
      return base.formedStops(targets)
    },
    bindWalkers(problem, formed) {
      const bound = base.bindWalkers(problem, formed)
      return withMust(bound, {
        held,
        formed,
        placed,
        numbers: walkers.map(({ walk }) => walk?.number ?? null),
      })
    },
    solve: solveBriefly,
  }
}

/** Where the walks go, those of targets they hold and where they begin. */
function placesOf(
  { walkers }: Continuation,
  { candidates, crew }: { candidates: Candidate[]; crew: CrewMember[] },
): LngLat[] {
  const own = new Set(walkers.flatMap(({ ahead }) => ahead.flat()))
  const stops = candidates.flatMap(({ target }) => (own.has(target.id) ? [target.location] : []))
  const starts = crew.flatMap(({ start }, walker) =>
    walkers[walker]!.ahead.length === 0 && start ? [start] : [],
  )
  return [...stops, ...starts]
}

/** Ascending. Time: candidates × places. */
function nearest(
  candidates: Candidate[],
  { fixed, places }: { fixed: ReadonlySet<number>; places: LngLat[] },
): number[] {
  const others = candidates.flatMap(({ target, key, prize }, index) => {
    if (fixed.has(index)) return []
    let metres = places.length > 0 ? Infinity : -prize
    for (const place of places) metres = Math.min(metres, metresBetween(place, target.location))
    return [{ index, metres: key ? metres / 1_000 : metres }]
  })
  others.sort((a, b) => a.metres - b.metres || a.index - b.index)
  return [...fixed, ...others.slice(0, NEAREST).map(({ index }) => index)].sort((a, b) => a - b)
}

/** What must be on a walk is pinned to it, once it is known to fit. */
function withMust(
  problem: Problem,
  {
    held,
    formed,
    placed,
    numbers,
  }: {
    held: { id: string; by: number | null }[][]
    formed: FormedStops
    placed: PlacedTarget[]
    numbers: (number | null)[]
  },
): Problem {
  const stopOf = new Map<string, number>()
  formed.rows.forEach((row, stop) => {
    for (const index of row) stopOf.set(placed[index]!.candidate.target.id, stop)
  })
  const pinned = held.map((all) =>
    all.flatMap(({ id, by }): number[] => {
      const stop = stopOf.get(id)
      if (stop === undefined && by !== null) refuseTaken({ id, by, reason: 'unreachable' })
      return stop === undefined ? [] : [stop]
    }),
  )
  checkFit(problem, { held, stopOf, numbers })
  return withPins(problem, { pinned })
}

/** From the walks that there were, and close to them. Walks are not made even: those that stay are not asked. */
function solveBriefly(problem: Problem, options: SolveOptions, previous: number[][]): Solution {
  const { prize } = problem
  const mean = prize.reduce((sum, each) => sum + each, 0) / Math.max(1, prize.length)
  return withPinsServed(problem, previous, (begin) =>
    solve(problem, {
      ...options,
      // Not those of the plan: a change by hand is answered at once.
      iterations: ITERATIONS * problem.walkers.length,
      previous: begin,
      weights: { ...options.weights, balance: 0, stability: STABILITY * mean },
    }),
  )
}
