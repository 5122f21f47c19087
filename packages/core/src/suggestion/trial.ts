/** A small part of the ground tried out: a few walkers, a few stops, a short search; its result is a prediction. */
import { likedWeights, subproblem } from '../assembly/problem.ts'
import type { Task } from '../assembly/task.ts'
import type { Problem, Walker } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'
import type { Deciseconds } from '../units.ts'
import type { Tour } from './tour.ts'

export interface Trial {
  task: Task
  /** Places in the crew. */
  walkers: number[]
  /** Stops of the problem of the task. */
  stops: number[]
  /** Of these, those that nobody leaves out. */
  mandatory: ReadonlySet<number>
  /** Per walker, from where the search begins. */
  begin: number[][]
  /** By stop: the walker, of these, who alone takes it. */
  owners?: ReadonlyMap<number, number>
  /** Per walker; undefined: as the task has it. */
  budgets?: Deciseconds[]
  seed: number
  iterations: number
}

/** Tours of the walkers, in stops of the problem of the task. Deterministic. */
export function tryOut({
  task,
  walkers,
  stops,
  mandatory,
  begin,
  owners,
  budgets,
  ...effort
}: Trial): Tour[] {
  if (stops.length === 0) return walkers.map(() => ({ stops: [], reversed: [] }))
  const part = subproblem(task.problem, stops)
  const placeOf = new Map(stops.map((stop, place) => [stop, place]))
  const problem: Problem = {
    ...part,
    mandatory: Uint8Array.from(stops, (stop) => (mandatory.has(stop) ? 1 : 0)),
    walkers: walkers.map((walker, index): Walker => {
      const own = part.walkers[walker]!
      const forbidden = Uint8Array.from(stops, (stop, place) =>
        own.forbidden?.[place] === 1 || (owners?.get(stop) ?? index) !== index ? 1 : 0,
      )
      return { ...own, ...(owners && { forbidden }), budget: budgets?.[index] ?? own.budget }
    }),
  }
  const previous = begin.map((own) => own.flatMap((stop) => placeOf.get(stop) ?? []))
  const weights = { ...likedWeights(problem), balance: 0 }
  const { routes } = solve(problem, { ...effort, previous, weights })
  return routes.map(({ stops: route, reversed }) => ({ stops: route.map((stop) => stops[stop]!), reversed }))
}
