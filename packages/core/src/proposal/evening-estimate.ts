/** What volunteers reach in the areas of one evening: the pipeline up to the solver, as an estimate does. */
import { FIRST_PLAN } from '../assembly/earlier-plan.ts'
import { layGroundwork } from '../assembly/groundwork.ts'
import { AS_REQUESTED } from '../assembly/key-choice.ts'
import { PRIZE_POINTS } from '../assembly/problem.ts'
import { makeTask } from '../assembly/task.ts'
import { ITERATIONS, ITERATIONS_PER_STOP } from '../estimate/curve.ts'
import { solve } from '../solver/solve.ts'
import type { LngLat } from '../units.ts'
import type { Ground } from './ground.ts'

export interface Reached {
  /** The one that was given, or a proposed one. */
  meetingPoint: LngLat
  doors: number
  score: number
  /** More is there than one matrix holds: estimated for a part of the volunteers. */
  extrapolated: boolean
}

/** The solver counts in whole points; scores are made so large that a point is nothing. */
const FINE = 1_000

/**
 * @param start  undefined: proposed
 * @returns undefined where nothing can be reached
 * @throws VisibleError start.unreachable
 */
export async function reachedIn(
  { site, router, candidates, parts }: Ground,
  { chosen, start, seed }: { chosen: readonly number[]; start: LngLat | undefined; seed: number },
): Promise<Reached | undefined> {
  const members = chosen.flatMap((part) => parts[part]!.members).sort((a, b) => a - b)
  const all = members.map((member) => candidates[member]!)
  const dearest = all.reduce((most, { prize }) => Math.max(most, prize), 0)
  if (dearest === 0) return undefined
  const scale = FINE / dearest
  const groundwork = await layGroundwork({
    site: { ...site, request: { ...site.request, ...(start && { start }) } },
    selection: {
      candidates: all.map((candidate) => ({ ...candidate, prize: candidate.prize * scale })),
      leftOut: [],
      warnings: [],
    },
    ...{ router, rule: AS_REQUESTED, earlier: FIRST_PLAN },
  })
  const { meetingPoint, stops, points, placed } = groundwork
  if (stops.length === 0 || !meetingPoint) return undefined
  const { problem } = makeTask(groundwork, await router.table(points.snaps), FIRST_PLAN)
  const score = (list: readonly { prize: number }[]) => list.reduce((sum, { prize }) => sum + prize, 0)
  const share = 1 - score(placed.notTried) / Math.max(1, score(groundwork.selection.candidates))
  const walkers = Math.max(1, Math.round(share * problem.walkers.length))
  const solution = solve(
    { ...problem, walkers: problem.walkers.slice(0, walkers) },
    { seed, weights: { balance: 0 }, iterations: ITERATIONS + ITERATIONS_PER_STOP * stops.length },
  )
  const times = problem.walkers.length / walkers
  const served = solution.routes.flatMap((route) => route.stops)
  const doors = served.reduce((sum, stop) => sum + problem.doors[stop]!, 0)
  return {
    meetingPoint,
    doors: Math.round(doors * times),
    score: (solution.prize / PRIZE_POINTS / scale) * times,
    extrapolated: placed.notTried.length > 0,
  }
}
