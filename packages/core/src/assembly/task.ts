/** What the solver is asked, and what its routes are walked on. */
import type { Matrix } from '../matrix/matrix.ts'
import type { Problem } from '../solver/problem/problem.ts'
import type { LeftOutReason } from '../walk/answer.ts'
import type { EarlierPlan } from './earlier-plan.ts'
import type { Groundwork } from './groundwork.ts'
import { subproblem, toProblem } from './problem.ts'
import { screen, withDivisibleDoors } from './screening.ts'

export interface Task extends Groundwork {
  matrix: Matrix
  /** Of the feasible stops alone: stop i of the problem is `feasible[i]` of the stops. */
  problem: Problem
  feasible: number[]
  /** Stops that nobody could ever do alone. */
  refused: Map<number, LeftOutReason>
  /** All stops: as they are open to each walker, and as an earlier plan binds him. */
  open: Problem
  bound: Problem
  /** Per walker, the stops of the problem that were on his walk; empty when nobody goes on. */
  ahead: number[][]
}

export function makeTask(groundwork: Groundwork, matrix: Matrix, earlier: EarlierPlan): Task {
  const { site, stops, crew, points, placed, formed } = groundwork
  const { assumptions } = site
  const open = toProblem({ stops, crew, points, matrix, placed: placed.targets, assumptions })
  const bound = earlier.bindWalkers(open, formed)
  const { feasible, refused } = screen(bound, { matrix, done: new Set(formed.done.flat()) })
  const position = new Map(feasible.map((stop, index) => [stop, index]))
  const ahead = formed.ahead.map((own) => own.flatMap((stop) => position.get(stop) ?? []))
  const problem = withDivisibleDoors(subproblem(bound, feasible), matrix)
  return { ...groundwork, matrix, problem, feasible, refused, ahead, open, bound }
}
