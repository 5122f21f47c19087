/** Multi-depot VRP in the format of Cordeau; routes may be limited in duration. */
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

const TOLERANCE = 1e-6

export function readMdvrp(text: string, name: string): Instance {
  const rows = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).map(Number))
  const [type, vehicles, n, depots] = rows[0] ?? []
  if (type !== 2 || vehicles === undefined || n === undefined || depots === undefined)
    throw malformed('the first line must be "2 VEHICLES CUSTOMERS DEPOTS"')
  if (rows.length < 1 + 2 * depots + n)
    throw malformed(`expected ${1 + 2 * depots + n} lines, got ${rows.length}`)
  const limits = rows.slice(1, 1 + depots).map(([duration, capacity]) => ({
    duration: duration === 0 ? Infinity : duration!,
    capacity: capacity!,
  }))
  const nodes = rows.slice(1 + depots, 1 + 2 * depots + n)
  // Location 0 … depots − 1 are the depots, the customer numbered c in the file is location depots + c − 1.
  const points = [...nodes.slice(n), ...nodes.slice(0, n)].map(([, x, y]) => ({ x: x!, y: y! }))
  const service = nodes.slice(0, n).map((row) => row[3]!)
  const demand = nodes.slice(0, n).map((row) => row[4]!)
  const finite = limits.map((limit) => limit.duration).filter(Number.isFinite)
  const scale = scaleFor(Math.max(1, ...finite, ...points.map((p) => 2 * euclidean(points[0]!, p))))
  const walkers = limits.flatMap(({ duration, capacity }, depot) =>
    Array.from({ length: vehicles }, () => ({
      start: depot,
      end: depot,
      budget: Number.isFinite(duration) ? Math.floor(duration * scale) : Number.MAX_SAFE_INTEGER,
      doors: capacity,
      forbidden: null,
      service: null,
      head: [],
    })),
  )
  return {
    name,
    problem: plainProblem({
      points,
      at: demand.map((_, i) => depots + i),
      service: service.map((time) => scaledUp(time, scale)),
      prize: demand.map(() => 0),
      doors: demand,
      mandatory: true,
      durations: durationsFor(points.length, (a, b) => scaledUp(euclidean(points[a]!, points[b]!), scale)),
      walkers,
    }),
    weights: { walking: 1, balance: 0 },
    customer: Int32Array.from(demand, (_, i) => i + 1),
    evaluate(routes) {
      assertOnce(routes, (customer) => Number.isInteger(customer) && customer >= 1 && customer <= n)
      if (routes.flat().length !== n) throw new Error('a customer is not served')
      let cost = 0
      routes.forEach((route, w) => {
        if (route.length === 0) return
        const depot = Math.floor(w / vehicles)
        const { duration, capacity } = limits[depot]!
        const tour = [depot, ...route.map((customer) => depots + customer - 1), depot]
        const length = tour.slice(1).reduce((sum, p, i) => sum + euclidean(points[tour[i]!]!, points[p]!), 0)
        const load = route.reduce((sum, customer) => sum + demand[customer - 1]!, 0)
        const lasts = length + route.reduce((sum, customer) => sum + service[customer - 1]!, 0)
        if (load > capacity) throw new Error(`route ${w} carries ${load}, capacity ${capacity}`)
        if (lasts > duration + TOLERANCE) throw new Error(`route ${w} lasts ${lasts}, limit ${duration}`)
        cost += length
      })
      return cost
    },
  }
}
