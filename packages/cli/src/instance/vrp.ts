/** TSPLIB / CVRPLIB `.vrp` files: capacitated VRP, with or without a limit on the duration of a route. */
import type { Instance, Point } from './instance.ts'
import {
  assertOnce,
  durationsFor,
  euclidean,
  malformed,
  plainProblem,
  scaledUp,
  scaleFor,
} from './instance.ts'

/** Walkers offered beyond the least number that the demand needs. */
const SPARE_ROUTES = 10
/** Slack for the recomputed duration of a route. */
const TOLERANCE = 1e-6

interface VrpFile {
  name: string
  capacity: number
  /** Infinity without a limit. */
  limit: number
  service: number
  points: Point[]
  demand: number[]
  /** Distance between nodes, 0 = depot, as the cost counts it. */
  distance: (a: number, b: number) => number
  /** Distances are whole numbers. */
  isWhole: boolean
}

/**
 * Distances: rounded to the nearest integer (X, XXL, A–P), real with a limit on duration, or where `real` says so (CMT,
 * Golden, Li), or the matrix of the file (DIMACS).
 */
export function readVrp(text: string, { real }: { real: boolean }): Instance {
  const file = parseVrp(text, real)
  const n = file.points.length
  const extent = Math.max(...file.points.map((p) => euclidean(file.points[0]!, p)), 1)
  const scale = file.isWhole
    ? 1
    : scaleFor(Math.max(2 * extent, Number.isFinite(file.limit) ? file.limit : 0))
  const duration = file.isWhole
    ? file.distance
    : (a: number, b: number): number => scaledUp(file.distance(a, b), scale)
  const customers = Array.from({ length: n - 1 }, (_, i) => i + 1)
  const total = file.demand.reduce((sum, demand) => sum + demand, 0)
  const least = Math.max(1, Math.ceil(total / file.capacity))
  const routes = Number.isFinite(file.limit) ? n - 1 : Math.min(n - 1, 2 * least + SPARE_ROUTES)
  const walker = {
    start: 0,
    end: 0,
    budget: Number.isFinite(file.limit) ? Math.floor(file.limit * scale) : Number.MAX_SAFE_INTEGER,
    doors: file.capacity,
    forbidden: null,
    service: null,
    head: [],
  }
  return {
    name: file.name,
    problem: plainProblem({
      points: file.points,
      at: customers,
      service: customers.map(() => scaledUp(file.service, scale)),
      prize: customers.map(() => 0),
      doors: customers.map((customer) => file.demand[customer]!),
      mandatory: true,
      durations: durationsFor(n, duration),
      walkers: Array.from({ length: routes }, () => walker),
    }),
    weights: { walking: 1, balance: 0 },
    customer: Int32Array.from(customers),
    evaluate: (found) => evaluate(file, found),
  }
}

function evaluate(file: VrpFile, routes: number[][]): number {
  assertOnce(
    routes,
    (customer) => Number.isInteger(customer) && customer >= 1 && customer < file.points.length,
  )
  if (routes.flat().length !== file.points.length - 1) throw new Error('a customer is not served')
  let cost = 0
  routes.forEach((route, r) => {
    const load = route.reduce((sum, customer) => sum + file.demand[customer]!, 0)
    if (load > file.capacity) throw new Error(`route ${r} carries ${load}, capacity ${file.capacity}`)
    const tour = [0, ...route, 0]
    const length = tour.slice(1).reduce((sum, node, i) => sum + file.distance(tour[i]!, node), 0)
    const duration = length + file.service * route.length
    if (duration > file.limit + TOLERANCE)
      throw new Error(`route ${r} lasts ${duration}, limit ${file.limit}`)
    cost += route.length === 0 ? 0 : length
  })
  return cost
}

function parseVrp(text: string, real: boolean): VrpFile {
  const header = new Map<string, string>()
  const sections = new Map<string, number[]>()
  let section: number[] | null = null
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim()
    if (line === '' || line === 'EOF') continue
    const named = /^([A-Z_]+)\s*:\s*(.*)$/.exec(line)
    if (/^[A-Z_]+_SECTION\b/.test(line)) {
      section = []
      sections.set(line.split(/\s+/)[0]!, section)
    } else if (named !== null) header.set(named[1]!, named[2]!.trim().replace(/^"|"$/g, ''))
    else if (section !== null) for (const part of line.split(/\s+/)) section.push(Number(part))
  }
  const n = Number(header.get('DIMENSION'))
  const capacity = Number(header.get('CAPACITY'))
  if (!(n >= 1) || !(capacity > 0)) throw malformed('DIMENSION or CAPACITY is missing or not a number')
  const coordinates = sections.get('NODE_COORD_SECTION') ?? []
  const points = Array.from({ length: n }, (_, i) => ({
    x: coordinates[3 * i + 1] ?? 0,
    y: coordinates[3 * i + 2] ?? 0,
  }))
  const demands = sections.get('DEMAND_SECTION')
  if (demands === undefined || demands.length < 2 * n)
    throw malformed(`DEMAND_SECTION is shorter than ${n} lines`)
  if ((sections.get('DEPOT_SECTION')?.[0] ?? 1) !== 1) throw malformed('the depot must be node 1')
  const limit = Number(header.get('DISTANCE') ?? Infinity)
  const weights = sections.get('EDGE_WEIGHT_SECTION')
  const isReal = weights === undefined && (real || header.has('DISTANCE'))
  return {
    name: header.get('NAME') ?? 'unnamed',
    capacity,
    limit,
    service: Number(header.get('SERVICE_TIME') ?? 0),
    points,
    demand: Array.from({ length: n }, (_, i) => demands[2 * i + 1]!),
    distance: weights === undefined ? planar(points, isReal) : lowerRow(weights, header, n),
    isWhole: !isReal,
  }
}

function planar(points: Point[], isReal: boolean): (a: number, b: number) => number {
  const x = Float64Array.from(points, (p) => p.x)
  const y = Float64Array.from(points, (p) => p.y)
  const length = (a: number, b: number): number => {
    const dx = x[a]! - x[b]!
    const dy = y[a]! - y[b]!
    return Math.sqrt(dx * dx + dy * dy)
  }
  return isReal ? length : (a, b) => Math.floor(length(a, b) + 0.5)
}

function lowerRow(
  weights: number[],
  header: Map<string, string>,
  n: number,
): (a: number, b: number) => number {
  if (header.get('EDGE_WEIGHT_FORMAT') !== 'LOWER_ROW')
    throw malformed('EDGE_WEIGHT_FORMAT must be LOWER_ROW')
  if (weights.length < (n * (n - 1)) / 2) throw malformed('EDGE_WEIGHT_SECTION is too short')
  return (a, b) => {
    if (a === b) return 0
    const high = Math.max(a, b)
    return weights[(high * (high - 1)) / 2 + Math.min(a, b)]!
  }
}
