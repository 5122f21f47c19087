/** Team orienteering instances of Chao: points with scores, a number of paths from the first to the last point. */
import type { Instance } from './instance.ts'
import {
  assertOnce,
  durationsFor,
  euclidean,
  malformed,
  plainProblem,
  scaledUp,
  scaleFor,
} from './instance.ts'

/** Tolerance of the published path lengths. */
const TOLERANCE = 1e-6

/** Only the score counts here: a mean score for this many whole paths of length. */
const BUDGETS_PER_MEAN_SCORE = 4

export function readTop(text: string, name: string): Instance {
  const lines = text.trim().split(/\r?\n/)
  const [n, paths, tmax] = ['n', 'm', 'tmax'].map((key, i) => {
    const [word, value] = (lines[i] ?? '').trim().split(/[\s;]+/)
    if (word !== key || !(Number(value) >= 0)) throw malformed(`line ${i + 1} must be "${key} NUMBER"`)
    return Number(value)
  }) as [number, number, number]
  const rows = lines.slice(3, 3 + n).map((line) =>
    line
      .trim()
      .split(/[\s;]+/)
      .map(Number),
  )
  if (rows.length < n || rows.some((row) => row.length < 3 || row.some(Number.isNaN)))
    throw malformed(`expected ${n} lines of x, y and score`)
  const points = rows.map(([x, y]) => ({ x: x!, y: y! }))
  const score = rows.map((row) => row[2]!)
  const customers = Array.from({ length: Math.max(0, n - 2) }, (_, i) => i + 1)
  const longest = Math.max(tmax, ...points.map((p) => 2 * euclidean(points[0]!, p)))
  const scale = scaleFor(longest)
  const walker = {
    start: 0,
    end: n - 1,
    budget: Math.floor(tmax * scale + 0.5),
    doors: Number.MAX_SAFE_INTEGER,
  }
  const within = customers.filter(
    (c) => euclidean(points[0]!, points[c]!) + euclidean(points[c]!, points[n - 1]!) <= tmax + TOLERANCE,
  )
  const meanScore = within.reduce((sum, c) => sum + score[c]!, 0) / Math.max(1, within.length)
  return {
    name,
    problem: plainProblem({
      points,
      at: customers,
      service: customers.map(() => 0),
      prize: customers.map((customer) => score[customer]!),
      doors: customers.map(() => 1),
      mandatory: false,
      durations: durationsFor(n, (a, b) => scaledUp(euclidean(points[a]!, points[b]!), scale)),
      walkers: Array.from({ length: paths }, () => ({ ...walker, forbidden: null, service: null, head: [] })),
    }),
    weights: {
      balance: 0,
      walking: (10 * meanScore) / (BUDGETS_PER_MEAN_SCORE * Math.max(1, walker.budget)),
    },
    customer: Int32Array.from(customers),
    evaluate(routes) {
      if (routes.length > paths) throw new Error(`${routes.length} paths, allowed ${paths}`)
      assertOnce(routes, (customer) => Number.isInteger(customer) && customer >= 1 && customer < n - 1)
      for (const route of routes) {
        const path = [0, ...route, n - 1]
        const length = path.slice(1).reduce((sum, p, i) => sum + euclidean(points[path[i]!]!, points[p]!), 0)
        if (route.length > 0 && length > tmax + TOLERANCE)
          throw new Error(`a path is ${length} long, limit ${tmax}`)
      }
      return routes.flat().reduce((sum, customer) => sum + score[customer]!, 0)
    },
  }
}
