/** Targets, doors and prize against the number of walkers: one problem, solved for a few crews of growing size. */
import type { Clock } from '../ports.ts'
import type { Problem } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'
import type { EstimateCurve } from './answer.ts'

/** Crews between one walker and all: the curve is smooth, and between two of them it is drawn straight. */
const CREWS = 8
/** About 2 % below what a plan reaches, in a tenth of its time (bench/ledger/estimate.ts). */
export const ITERATIONS = 3_000
export const ITERATIONS_PER_STOP = 4
/** Where so much of what fits into one matrix is walked, what lies beyond it would be missed. */
const MOST_OF_MATRIX = 0.8

export type CurvePoint = Omit<EstimateCurve['points'][number], 'share'>

export interface CurveInput {
  problem: Problem
  /** Targets of each stop. */
  members: number[]
  seed: number
  /** The problem holds all there is; otherwise the area is larger than one matrix. */
  isWhole: boolean
  signal: AbortSignal | undefined
  clock: Clock
  /** Milliseconds on the clock. */
  end: number
}

/** Rising throughout. `isCut`: the time ran out, and the curve lies lower than it might. */
export function curveOf(input: CurveInput): { points: CurvePoint[]; isCut: boolean } {
  const { problem, members, seed, isWhole, signal, clock, end } = input
  const points: CurvePoint[] = []
  let previous: number[][] = []
  let isCut = false
  const sizes = crewSizes(problem.walkers.length)
  for (const [index, walkers] of sizes.entries()) {
    const solution = solve(
      { ...problem, walkers: problem.walkers.slice(0, walkers) },
      {
        seed,
        previous,
        weights: { balance: 0 },
        iterations: ITERATIONS + ITERATIONS_PER_STOP * members.length,
        deadline: shareOf(clock.now(), { end, parts: sizes.length - index }),
        pace: 'cap',
        now: () => clock.now(),
        ...(signal ? { signal } : {}),
      },
    )
    isCut ||= solution.stoppedBy === 'deadline' || solution.stoppedBy === 'aborted'
    previous = solution.routes.map(({ stops }) => stops)
    const served = previous.flat()
    const sum = (of: (stop: number) => number) => served.reduce((all, stop) => all + of(stop), 0)
    const before = points.at(-1) ?? {
      walkers: 0,
      targets: 0,
      doors: 0,
      prize: 0,
      keys: 0,
      extrapolated: false,
    }
    // Walks that are shorter by a door's worth may lose a door; more walkers never reach less.
    const point: CurvePoint = {
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
      keys: Math.max(
        before.keys,
        sum((stop) => problem.keys?.[stop] ?? 0),
      ),
      extrapolated: false,
    }
    const isNarrow = !isWhole && served.length > MOST_OF_MATRIX * members.length
    points.push(isNarrow || before.extrapolated ? straightOn(points, walkers) : point)
    if (isWhole && served.length === members.length) break
  }
  return { points, isCut }
}

/** On from the last two points, as steeply as between them. */
function straightOn(points: CurvePoint[], walkers: number): CurvePoint {
  const zero: CurvePoint = { walkers: 0, targets: 0, doors: 0, prize: 0, keys: 0, extrapolated: false }
  const [a, b] = [points.at(-2) ?? zero, points.at(-1) ?? zero]
  const rate = (walkers - b.walkers) / Math.max(1, b.walkers - a.walkers)
  const on = (of: 'targets' | 'doors' | 'prize') => b[of] + rate * (b[of] - a[of])
  return {
    walkers,
    targets: Math.round(on('targets')),
    doors: Math.round(on('doors')),
    prize: on('prize'),
    // Key targets are planned for before any other, however large the area.
    keys: b.keys,
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

/** When the first of so many parts ends that share the time there is. */
export function shareOf(now: number, { end, parts }: { end: number; parts: number }): number {
  return now + (end - now) / parts
}
