/**
 * Measures the solver on public instances: `npm run bench:solver -- --set X --dir DIR --seconds 5 --seeds 1`.
 *
 * The clock handed to the solver is this process's CPU time, so that a busy machine changes nothing. Each solution is
 * evaluated from the file's own numbers and, besides, by `checkSolution`; neither shares code with the search.
 * `--fresh` runs `doorwalk solve` in a process of its own each time, as a stranger would: wall time, and what the
 * engine needs to compile the search counts.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SolveFormat } from '@doorwalk/cli/commands/solve'
import { customerRoutes, readInstance } from '@doorwalk/cli/commands/solve'
import type { Instance } from '@doorwalk/cli/instance/instance'
import { checkSolution } from '@doorwalk/core/solver/check'
import { solve } from '@doorwalk/core/solver/solve'

/** Folder names of the sets and how their files are read. */
const SETS: Record<string, { format: SolveFormat; maximise: boolean; real: boolean }> = {
  X: { format: 'vrp', maximise: false, real: false },
  XXL: { format: 'vrp', maximise: false, real: false },
  ABEFMP: { format: 'vrp', maximise: false, real: false },
  DIMACS: { format: 'vrp', maximise: false, real: false },
  CMT: { format: 'vrp', maximise: false, real: true },
  Golden: { format: 'vrp', maximise: false, real: true },
  Li: { format: 'vrp', maximise: false, real: true },
  MDVRP: { format: 'mdvrp', maximise: false, real: true },
  TOP: { format: 'top', maximise: true, real: true },
  FIELD: { format: 'field', maximise: true, real: true },
}

const COMMAND = join(import.meta.dirname, '../../packages/cli/bin/doorwalk.mjs')

/** VROOM -x 5 on one thread (40 CPU s), the value to beat on the canvassing instances; its set has no bks.csv. */
const FIELD_REFERENCE: Record<string, number> = {
  'geneve-600-20': 5239,
  'bondy-500-12': 3032,
  'paris-400-10': 2438,
}

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    set: text,
    dir: text,
    seconds: text,
    seeds: text,
    limit: text,
    only: text,
    csv: text,
    iterations: text,
    from: text,
    to: text,
    fresh: { type: 'boolean' },
  },
})
const setName = values.set ?? 'X'
const set = SETS[setName]
if (set === undefined || values.dir === undefined)
  throw new Error(
    `usage: --set ${Object.keys(SETS).join('|')} --dir DIR [--seconds S] [--seeds K] [--limit N] [--csv FILE] [--fresh]`,
  )
const seconds = Number(values.seconds ?? 5)
const seeds = Number(values.seeds ?? 1)

const best = readBest(values.dir)
const files = chooseFiles(readdirSync(values.dir))
const rows: {
  instance: string
  seed: number
  value: number
  best: number
  gap: number
  took: number
  iterations: number
}[] = []
for (const file of files) {
  const name = file.replace(/\.[a-z]+$/, '')
  const instance = readInstance(readFileSync(join(values.dir, file), 'utf8'), { file, ...set })
  for (let seed = 1; seed <= seeds; seed++) {
    const { routes, took, iterations } = values.fresh
      ? solveFresh(join(values.dir, file), seed)
      : solveHere(instance, seed)
    const value = instance.evaluate(routes)
    const known = best.get(name) ?? value
    const gap = known === 0 ? 0 : ((set.maximise ? known - value : value - known) / known) * 100
    rows.push({ instance: name, seed, value, best: known, gap, took, iterations })
    console.log(
      [
        name.padEnd(18),
        seed,
        value.toFixed(2).padStart(12),
        known,
        `${gap.toFixed(3)} %`,
        `${took.toFixed(2)} s`,
        iterations,
      ].join('  '),
    )
  }
}
const gaps = rows.map((row) => row.gap).sort((a, b) => a - b)
const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
console.log(
  `${setName}, ${length()}, ${rows.length} runs: mean ${mean.toFixed(3)} %, median ${gaps[gaps.length >> 1]?.toFixed(3)} %, worst ${gaps.at(-1)?.toFixed(3)} %`,
)
if (values.csv !== undefined) {
  const lines = rows.map((r) =>
    [r.instance, r.seed, r.value, r.best, r.gap.toFixed(4), r.took.toFixed(2), r.iterations].join(),
  )
  writeFileSync(
    values.csv,
    ['instance,seed,value,best,gap_percent,seconds,iterations', ...lines, ''].join('\n'),
  )
}

interface Run {
  routes: number[][]
  /** CPU seconds, or wall seconds of a process of its own. */
  took: number
  iterations: number
}

function solveHere(instance: Instance, seed: number): Run {
  const start = cpuMilliseconds()
  const solution = solve(instance.problem, {
    seed,
    weights: instance.weights,
    ...(values.iterations === undefined
      ? { pace: 'clock', now: cpuMilliseconds, deadline: start + seconds * 1000 }
      : { iterations: Number(values.iterations) }),
  })
  const took = (cpuMilliseconds() - start) / 1000
  const wrong = checkSolution(instance.problem, solution)
  if (wrong.length > 0) throw new Error(`${instance.name}: ${wrong.join('; ')}`)
  return { routes: customerRoutes(instance, solution), took, iterations: solution.iterations }
}

/** The walks come back without the empty ones, so not for MDVRP, where their places tell the depots. */
function solveFresh(file: string, seed: number): Run {
  const { format, real } = set!
  if (format === 'mdvrp') throw new Error('--fresh is not for MDVRP: leave it out')
  const length =
    values.iterations === undefined ? ['--seconds', String(seconds)] : ['--iterations', values.iterations]
  const args = [COMMAND, 'solve', file, '--format', format, '--seed', String(seed), ...length]
  const text = execFileSync(process.execPath, real ? [...args, '--real'] : args, { encoding: 'utf8' })
  const answer = JSON.parse(text) as { routes: number[][]; iterations: number; seconds: number }
  return { routes: answer.routes, took: answer.seconds, iterations: answer.iterations }
}

function length(): string {
  if (values.iterations !== undefined) return `${values.iterations} iterations`
  return values.fresh ? `${seconds} s` : `${seconds} CPU s`
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Best known value of each instance; for TOP the larger of the two columns. */
function readBest(dir: string): Map<string, number> {
  if (setName === 'FIELD') return new Map(Object.entries(FIELD_REFERENCE))
  const [header, ...lines] = readFileSync(join(dir, 'bks.csv'), 'utf8').trim().split(/\r?\n/)
  const columns = header!.split(',')
  const wanted = ['bks_cost', 'reference_score', 'literature_value']
    .map((name) => columns.indexOf(name))
    .filter((i) => i >= 0)
  return new Map(
    lines.map((line) => {
      const cells = line.split(',')
      return [cells[0]!, Math.max(...wanted.map((i) => Number(cells[i])))]
    }),
  )
}

/** Files of the set by size; `--only` takes names that hold a text, `--limit` spreads over what is left. */
function chooseFiles(names: string[]): string[] {
  const known = names.filter((name) => /\.(vrp|txt|json)$/.test(name)).filter((name) => matches(name))
  const sized = known.map((name) => ({ name, size: Number(/-n(\d+)/.exec(name)?.[1] ?? 0) }))
  const inRange = sized
    .filter(({ size }) => size >= Number(values.from ?? 0) && size <= Number(values.to ?? Infinity))
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1))
  const limit = Math.min(inRange.length, Number(values.limit ?? Infinity))
  return Array.from({ length: limit }, (_, i) => inRange[Math.floor((i * inRange.length) / limit)]!.name)
}

function matches(name: string): boolean {
  return values.only === undefined || values.only.split(',').some((part) => name.includes(part))
}
