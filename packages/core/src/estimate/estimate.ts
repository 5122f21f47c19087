/** How far so many walkers get: one problem, solved for a few crews of growing size with few iterations. Makes no walks. */
import type { Hooks, World } from '../plan.ts'
import { makeTask } from '../plan.ts'
import type { Clock } from '../ports.ts'
import type { EstimateRequest } from '../request.ts'
import { PlanRequest } from '../request.ts'
import type { Problem } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'
import { subproblem } from '../assembly/problem.ts'
import type { Estimate, EstimateCurve } from './answer.ts'
import { evenings, needed } from './answer.ts'
import { rounded } from '../walk/itinerary.ts'

/** Crews between one walker and all: the curve is smooth, and between two of them it is drawn straight. */
const CREWS = 8
/** About 2 % below what a plan reaches, in a tenth of its time (bench/ledger/estimate.ts). */
const ITERATIONS = 3_000
const ITERATIONS_PER_STOP = 4
/** From the call on; a plan that takes longer becomes a job, an estimate ends with what it has. */
const MILLISECONDS = 8_000
/** Where so much of what fits into one matrix is walked, what lies beyond it would be missed. */
const MOST_OF_MATRIX = 0.8

/**
 * Targets, doors and prize against the number of walkers, for each length of walk; rising throughout. Held-out targets are no
 * part of it.
 *
 * Same request, region version and ledger: same answer, unless time ran out, which `stoppedBy` says: what is left of it is shared
 * by the crews still to come, and the curve then lies lower. @throws VisibleError as planWalks does
 */
export async function estimateWalks(
  request: EstimateRequest,
  world: World,
  hooks: Hooks = {},
): Promise<Estimate> {
  const { upTo, goal, volunteers, minutes, ...about } = request
  const lengths = Array.isArray(minutes) ? minutes : [minutes]
  const end = world.clock.now() + MILLISECONDS
  const estimate: Estimate = {
    ...{ region: '', version: '', targets: 0, doors: 0, prize: 0 },
    ...{ stoppedBy: 'iterations', curves: [] },
  }
  for (const [index, length] of lengths.entries()) {
    const asked = PlanRequest.parse({ ...about, minutes: length, volunteers: upTo, reserves: false })
    const task = await makeTask(asked, world, { tell: () => undefined })
    const manifest = await world.regions.manifest(request.region, request.version)
    Object.assign(estimate, { region: manifest.name, version: manifest.version })
    if ('draft' in task) {
      estimate.curves.push({ minutes: length, points: [], needed: null, evenings: null })
      continue
    }
    const { candidates } = task.selection
    const total = (of: (candidate: (typeof candidates)[number]) => number) =>
      candidates.reduce((sum, candidate) => sum + of(candidate), 0)
    Object.assign(estimate, {
      targets: candidates.length,
      doors: total(({ doors }) => doors),
      prize: rounded(total(({ prize }) => prize)),
    })
    const { points, isCut } = curveOf({
      problem: subproblem(task.problem, task.kept),
      members: task.kept.map((stop) => task.stops[stop]!.members.length),
      seed: request.seed,
      isWhole: task.placed.notTried.length === 0,
      signal: hooks.signal,
      clock: world.clock,
      end: shareOf(world.clock.now(), { end, parts: lengths.length - index }),
    })
    if (isCut) estimate.stoppedBy = 'deadline'
    const walkers = needed(points, goal * estimate.doors)
    estimate.curves.push({
      minutes: length,
      points: points.map((point) => ({
        ...point,
        prize: rounded(point.prize),
        share: Math.round((1000 * point.doors) / estimate.doors) / 1000,
      })),
      needed: walkers,
      evenings: volunteers === undefined ? null : evenings(walkers, volunteers),
    })
  }
  return estimate
}

/** When the first of so many parts ends that share the time there is. */
function shareOf(now: number, { end, parts }: { end: number; parts: number }): number {
  return now + (end - now) / parts
}

type Point = Omit<EstimateCurve['points'][number], 'share'>

/** @param input.members  targets of each stop */
function curveOf(input: {
  problem: Problem
  members: number[]
  seed: number
  isWhole: boolean
  signal: AbortSignal | undefined
  clock: Clock
  /** Milliseconds on the clock. */
  end: number
}): { points: Point[]; isCut: boolean } {
  const { problem, members, seed, isWhole, signal, clock, end } = input
  const points: Point[] = []
  let previous: number[][] = []
  let isCut = false
  const sizes = crewSizes(problem.walkers.length)
  for (const [index, walkers] of sizes.entries()) {
    const solution = solve(
      { ...problem, walkers: problem.walkers.slice(0, walkers) },
      {
        ...{ seed, previous, weights: { balance: 0 } },
        iterations: ITERATIONS + ITERATIONS_PER_STOP * members.length,
        ...{ deadline: shareOf(clock.now(), { end, parts: sizes.length - index }), pace: 'cap' },
        now: () => clock.now(),
        ...(signal ? { signal } : {}),
      },
    )
    isCut ||= solution.stoppedBy === 'deadline'
    previous = solution.routes.map(({ stops }) => stops)
    const served = previous.flat()
    const sum = (of: (stop: number) => number) => served.reduce((all, stop) => all + of(stop), 0)
    const before = points.at(-1) ?? { walkers: 0, targets: 0, doors: 0, prize: 0, extrapolated: false }
    // Walks that are shorter by a door's worth may lose a door; more walkers never reach less.
    const point: Point = {
      walkers,
      targets: Math.max(
        before.targets,
        sum((stop) => members[stop]!),
      ),
      doors: Math.max(
        before.doors,
        sum((stop) => problem.doors[stop]!),
      ),
      prize: Math.max(before.prize, solution.prize / 100),
      extrapolated: false,
    }
    const isNarrow = !isWhole && served.length > MOST_OF_MATRIX * members.length
    points.push(isNarrow || before.extrapolated ? straightOn(points, walkers) : point)
    if (isWhole && served.length === members.length) break
  }
  return { points, isCut }
}

/** On from the last two points, as steeply as between them. */
function straightOn(points: Point[], walkers: number): Point {
  const zero: Point = { walkers: 0, targets: 0, doors: 0, prize: 0, extrapolated: false }
  const [a, b] = [points.at(-2) ?? zero, points.at(-1) ?? zero]
  const rate = (walkers - b.walkers) / Math.max(1, b.walkers - a.walkers)
  const on = (of: 'targets' | 'doors' | 'prize') => b[of] + rate * (b[of] - a[of])
  return {
    ...{ walkers, targets: Math.round(on('targets')), doors: Math.round(on('doors')), prize: on('prize') },
    extrapolated: true,
  }
}

/** 1 to `most`, in steps that grow. */
function crewSizes(most: number): number[] {
  const sizes = new Set<number>()
  for (let step = 0; step < CREWS; step++) {
    const share = step / (CREWS - 1)
    sizes.add(Math.max(1, Math.round(1 + (most - 1) * share * share)))
  }
  return [...sizes]
}
