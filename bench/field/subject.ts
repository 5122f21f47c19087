/** Where walks are compared: a city or an instance, with prizes of one kind. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readField } from '@doorwalk/cli/instance/field'
import type { Problem, Solution, SolverRoute } from '@doorwalk/core/solver/problem/problem'
import type { Effort, Method } from './methods.ts'
import type { WalkedPlan } from './quality.ts'

/** `random`: doors times a priority of 10 to 100 drawn for each block; `doors`: each door counts alike. */
export type Prizes = 'random' | 'doors'

export interface Walked {
  problem: Problem
  routes: SolverRoute[]
  /** Undefined where nothing is known of streets and buildings. */
  plan?: WalkedPlan
}

export interface Subject {
  name: string
  prizes: Prizes
  run: (method: Method, effort: Effort) => Promise<Walked>
}

/** FIELD instances: walking times, door times and prizes, without an address. */
export function instancesIn(folder: string): Subject[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const name = file.replace('.json', '')
      const drawn = readField(readFileSync(join(folder, file), 'utf8'), name).problem
      const flat = { ...drawn, prize: drawn.doors.map((doors) => 100 * doors) }
      return [subjectOf(name, 'random', drawn), subjectOf(name, 'doors', flat)]
    })
}

function subjectOf(name: string, prizes: Prizes, problem: Problem): Subject {
  const run: Subject['run'] = (method, effort) =>
    Promise.resolve({ problem, routes: method.routes(problem, effort) })
  return { name, prizes, run }
}

/** Routes as a solver answers them. */
export function solutionOf(problem: Problem, routes: SolverRoute[]): Solution {
  const served = new Set(routes.flatMap(({ stops }) => stops))
  return {
    routes,
    unserved: Array.from(problem.first.keys()).filter((stop) => !served.has(stop)),
    prize: routes.reduce((sum, { prize }) => sum + prize, 0),
    walking: routes.reduce((sum, { walking }) => sum + walking, 0),
    iterations: 0,
    stoppedBy: 'iterations',
  }
}
