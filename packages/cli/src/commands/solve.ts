/** `doorwalk solve`: solves one public benchmark instance and prints one line of JSON. */
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import type { Solution, SolveOptions } from '@doorwalk/core/solver/problem/problem'
import { solve } from '@doorwalk/core/solver/solve'
import { readField } from '../instance/field.ts'
import type { Instance } from '../instance/instance.ts'
import { readMdvrp } from '../instance/mdvrp.ts'
import { readTop } from '../instance/top.ts'
import { readVrp } from '../instance/vrp.ts'
import { numberOption, readText } from '../terminal/arguments.ts'
import { command, type Given } from '../terminal/command.ts'

export const SOLVE_FORMATS = ['vrp', 'top', 'mdvrp', 'field'] as const
export type SolveFormat = (typeof SOLVE_FORMATS)[number]

const HELP = `doorwalk solve FILE --format vrp|top|mdvrp|field (--seconds S | --iterations N) [--seed K] [--real]

Solves one instance and prints one JSON line: instance, objective, routes, iterations, seconds.

  --format      of the file: vrp (TSPLIB, CVRPLIB), top (Chao), mdvrp (Cordeau), field (JSON)
  --seconds     wall time; the search cools over this time, so the answer may differ from run to run
  --iterations  instead of a time: same file, seed and iterations, same answer
  --seed        default 1
  --real        vrp: distances are real numbers even without a DISTANCE limit (CMT, Golden)

Customers are numbered as in published solutions: the depot (or first point) is 0. mdvrp: numbers of the file.
The objective is recomputed from the file: a length to be small (vrp, mdvrp), a prize to be large (top, field).`

const OPTIONS = {
  format: { type: 'string' },
  seconds: { type: 'string' },
  iterations: { type: 'string' },
  seed: { type: 'string' },
  real: { type: 'boolean' },
} as const

export const solveCommand = command({
  help: HELP,
  options: OPTIONS,
  positionals: 1,
  async run(given, io) {
    const startedAt = performance.now()
    const asked = readArguments(given)
    const instance = readInstance(await readText(asked.file), asked)
    const options: SolveOptions = {
      seed: asked.seed,
      weights: instance.weights,
      now: () => performance.now(),
    }
    if (asked.iterations !== undefined) options.iterations = asked.iterations
    if (asked.seconds !== undefined) {
      options.pace = 'clock'
      options.deadline = startedAt + asked.seconds * 1000
    }
    const solution = solve(instance.problem, options)
    io.out(JSON.stringify(answer(instance, solution, performance.now() - startedAt)))
  },
})

export function readInstance(
  text: string,
  file: { file: string; format: SolveFormat; real: boolean },
): Instance {
  const name = basename(file.file).replace(/\.[a-z]+$/, '')
  switch (file.format) {
    case 'vrp':
      return readVrp(text, { real: file.real || REAL_VALUED.test(name) })
    case 'top':
      return readTop(text, name)
    case 'mdvrp':
      return readMdvrp(text, name)
    case 'field':
      return readField(text, name)
  }
}

/** Sets whose published costs use real distances, some without a limit that would tell. */
const REAL_VALUED = /^(CMT|Golden_|Li_|tai)/

/** Customer numbers of each walk, in walker order. */
export function customerRoutes(instance: Instance, solution: Solution): number[][] {
  return solution.routes.map((route) => route.stops.map((stop) => instance.customer[stop]!))
}

function answer(instance: Instance, solution: Solution, milliseconds: number): object {
  const routes = customerRoutes(instance, solution)
  const starts = instance.problem.walkers.map((walker) => walker.start)
  const used = routes
    .map((route, w) => ({ route, start: starts[w]! }))
    .filter(({ route }) => route.length > 0)
  return {
    instance: instance.name,
    objective: solution.unserved.some((stop) => instance.problem.mandatory[stop] === 1)
      ? null
      : instance.evaluate(routes),
    routes: used.map(({ route }) => route),
    ...(new Set(starts).size > 1 ? { depots: used.map(({ start }) => start + 1) } : {}),
    iterations: solution.iterations,
    seconds: Math.round(milliseconds) / 1000,
  }
}

interface Asked {
  file: string
  format: SolveFormat
  real: boolean
  seed: number
  seconds?: number
  iterations?: number
}

function readArguments({ values, positionals }: Given<typeof OPTIONS>): Asked {
  const [file] = positionals
  if (file === undefined) throw usage('the instance file is missing')
  const format = SOLVE_FORMATS.find((known) => known === values.format)
  if (format === undefined)
    throw usage(`--format: got ${values.format ?? 'none'}, expected one of ${SOLVE_FORMATS.join(', ')}`)
  if ((values.seconds === undefined) === (values.iterations === undefined))
    throw usage('give either --seconds or --iterations')
  return {
    file,
    format,
    real: values.real === true,
    seed: countOption('seed', values.seed ?? '1'),
    ...(values.seconds === undefined ? {} : { seconds: countOption('seconds', values.seconds) }),
    ...(values.iterations === undefined ? {} : { iterations: countOption('iterations', values.iterations) }),
  }
}

function countOption(name: string, text: string): number {
  const value = numberOption(name, text)
  if (value < 0 || value > 1e12) throw usage(`--${name}: got ${text}, expected a number from 0`)
  return value
}

function usage(detail: string): VisibleError {
  return new VisibleError('input', 'usage', `${detail}; see doorwalk solve --help`)
}
