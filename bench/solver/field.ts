/**
 * Ours against what canvassers do without a solver, on real streets: `npm run bench:field -- --dir DIR [--out DIR]`.
 * DIR holds canvassing instances (JSON: same matrix, door times and budgets for every method). Prints one table, writes
 * one picture per method. Repeatable: the solver runs on iterations; its figures are means over seeds.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readField } from '@doorwalk/cli/instance/field'
import type { Problem, Weights } from '@doorwalk/core/solver/problem/problem'
import { solve } from '@doorwalk/core/solver/solve'
import {
  bestPrizePerMinuteNext,
  clusterAndTwoOpt,
  equalTurfs,
  nearestNeighbour,
  rowOrder,
  used,
} from './field-methods.ts'
import type { Point } from './field-shape.ts'
import { overlapOf, pictureOf } from './field-shape.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: { dir: text, out: text, iterations: text, compactness: text, seeds: text },
})
if (values.dir === undefined)
  throw new Error('usage: --dir DIR [--out DIR] [--iterations N] [--compactness C] [--seeds K]')
const seeds = Array.from({ length: Number(values.seeds ?? 4) }, (_, i) => i + 1)
const iterations = Number(values.iterations ?? 150_000)
/** Share of a mean prize per stop and metre from the middle of its walk. */
const compactness = Number(values.compactness ?? 0.001)

/** Each method gives one plan, ours one per seed. */
const methods: Record<string, (problem: Problem) => number[][][]> = {
  'nearest neighbour': (problem) => [nearestNeighbour(problem)],
  'best prize per minute next': (problem) => [bestPrizePerMinuteNext(problem)],
  'equal turfs, row by row': (problem) => [equalTurfs(problem, rowOrder(problem))],
  'k-means + 2-opt': (problem) => [clusterAndTwoOpt(problem)],
  doorwalk: (problem) => ours(problem, {}),
  'doorwalk, compact': (problem) => ours(problem, { compactness: compactness * meanPrize(problem) }),
}

console.log(
  '| instance | method | prize/h | ours ahead | doors/h | walking | max ÷ mean | metres from middle | overlap | shared m² |',
)
console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const file of readdirSync(values.dir).filter((name) => name.endsWith('.json'))) {
  const name = file.replace('.json', '')
  const problem = readField(readFileSync(join(values.dir, file), 'utf8'), name).problem
  const results = Object.entries(methods).map(([method, run]) => {
    const plans = run(problem)
    return { method, walks: plans[0]!, f: meanOf(plans.map((walks) => figuresOf(problem, walks))) }
  })
  const best = results.find(({ method }) => method === 'doorwalk')!.f.prize
  for (const { method, walks, f } of results) {
    const ahead = `${((best / f.prize - 1) * 100).toFixed(1)} %`
    const cells = [
      name,
      method,
      f.prize.toFixed(1),
      ahead,
      f.doors.toFixed(1),
      `${(f.walking * 100).toFixed(1)} %`,
      f.balance.toFixed(2),
      f.spread.toFixed(0),
      f.overlap.toFixed(2),
      f.shared.toFixed(0),
    ]
    console.log(`| ${cells.join(' | ')} |`)
    if (values.out === undefined) continue
    mkdirSync(values.out, { recursive: true })
    const picture = pictureOf(
      walks.map((walk) => places(problem, walk)),
      places(problem, Array.from(problem.first.keys())),
    )
    writeFileSync(join(values.out, `${name}-${method.replace(/[^a-z0-9]+/g, '-')}.svg`), picture)
  }
}

function ours(problem: Problem, weights: Partial<Weights>): number[][][] {
  return seeds.map((seed) => solve(problem, { seed, iterations, weights }).routes.map((route) => route.stops))
}

function meanPrize(problem: Problem): number {
  return problem.prize.reduce((sum, prize) => sum + prize, 0) / problem.prize.length
}

interface Figures {
  /** Per walker-hour of budget; prize in whole points of the file. */
  prize: number
  doors: number
  walking: number
  balance: number
  spread: number
  overlap: number
  shared: number
}

function meanOf(all: Figures[]): Figures {
  const mean = (of: (f: Figures) => number): number => all.reduce((sum, f) => sum + of(f), 0) / all.length
  return {
    prize: mean((f) => f.prize),
    doors: mean((f) => f.doors),
    walking: mean((f) => f.walking),
    balance: mean((f) => f.balance),
    spread: mean((f) => f.spread),
    overlap: mean((f) => f.overlap),
    shared: mean((f) => f.shared),
  }
}

function figuresOf(problem: Problem, walks: number[][]): Figures {
  const hours = problem.walkers.reduce((sum, walker) => sum + walker.budget, 0) / 36_000
  const stops = walks.flat()
  if (new Set(stops).size !== stops.length) throw new Error('a stop is on two walks')
  const times = walks.map((walk, w) => used(problem, w, walk))
  times.forEach(({ total }, w) => {
    if (total > problem.walkers[w]!.budget) throw new Error(`walk ${w} is too long`)
  })
  const shares = times.map(({ total }, w) => total / problem.walkers[w]!.budget)
  const shapes = walks.map((walk) => places(problem, walk))
  const overlap = overlapOf(shapes)
  const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0)
  return {
    prize: sum(stops.map((stop) => problem.prize[stop]!)) / 100 / hours,
    doors: sum(stops.map((stop) => problem.doors[stop]!)) / hours,
    walking: sum(times.map(({ walking }) => walking)) / sum(times.map(({ total }) => total)),
    balance: Math.max(...shares) / (sum(shares) / shares.length),
    spread: spreadOf(shapes),
    overlap: overlap.share,
    shared: overlap.shared,
  }
}

/** Root mean square distance of the stops from the middle of their walk, metres. */
function spreadOf(walks: Point[][]): number {
  const squares = walks.flatMap((walk) => {
    const mean = (k: 0 | 1): number => walk.reduce((sum, p) => sum + p[k], 0) / walk.length
    const [x, y] = [mean(0), mean(1)]
    return walk.map((p) => (p[0] - x) ** 2 + (p[1] - y) ** 2)
  })
  return Math.sqrt(squares.reduce((a, b) => a + b, 0) / Math.max(1, squares.length))
}

function places(problem: Problem, walk: number[]): Point[] {
  return walk.map((stop) => [problem.x[problem.first[stop]!]!, problem.y[problem.first[stop]!]!] as const)
}
