/** Compares our walking times with the recorded answers of a real OSRM: histogram, snaps, reachability, worst pairs. */
import { readFile } from 'node:fs/promises'
import { buildGraph } from '@doorwalk/core/graph/network/build'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { buildMatrix } from '@doorwalk/core/matrix/build'
import { buildDistances } from '@doorwalk/core/matrix/distances'
import { metresBetween, UNREACHABLE, type LngLat } from '@doorwalk/core/units'

/** File of ../shared/golden. */
export interface Golden {
  extract: string
  points: LngLat[]
  sources: ([lng: number, lat: number, metres: number, street: string] | null)[]
  durations: (number | null)[][]
  distances: (number | null)[][]
  osrmTableCpuMs: { stops: number; runs: number[] }
}

export interface Accuracy {
  points: number
  /** Snapped within a metre of OSRM. */
  sameSnap: number
  pairs: number
  sameReachability: number
  /** Pairs with both ends snapped as OSRM and ≥ 30 s. */
  compared: number
  /** Relative differences of durations and distances at the median, 95th, 99th percentile and the largest. */
  duration: Quantiles
  distance: Quantiles
  /** Pairs by relative difference of durations, per cent. */
  histogram: { upTo: number; pairs: number }[]
  /** `metresApart`: between both snaps, at the worse end. */
  worst: { from: number; to: number; osrm: number; ours: number; metresApart: number }[]
  otherSnaps: { point: number; osrm: string; ours: string; metresApart: number }[]
}

interface Quantiles {
  median: number
  p95: number
  p99: number
  max: number
}

/** Shorter walks are dominated by rounding, seconds. */
const SHORTEST_COMPARED = 30

export async function readGolden(path: string): Promise<Golden> {
  return JSON.parse(await readFile(path, 'utf8')) as Golden
}

export function compareWithOsrm(tiles: Uint8Array[], golden: Golden): Accuracy {
  const graph = buildGraph(tiles, 'osrm-compat')
  const snaps = snapAll(
    graph,
    golden.points.map((location) => ({ location })),
  )
  const indices = snaps.flatMap((snap, i) => (snap ? [i] : []))
  const found = indices
    .map((i) => snaps[i])
    .filter((snap): snap is Snap => snap !== null && snap !== undefined)
  const matrix = buildMatrix(graph, found)
  const apart = golden.sources.map((source, i) => {
    const snap = snaps[i]
    return source && snap ? metresBetween([source[0], source[1]], snap.location) : Infinity
  })
  const same = apart.map((metres) => metres <= 1)
  const result: Accuracy = {
    points: golden.points.length,
    sameSnap: same.filter(Boolean).length,
    pairs: 0,
    sameReachability: 0,
    compared: 0,
    duration: quantiles([]),
    distance: quantiles([]),
    histogram: [],
    worst: [],
    otherSnaps: [],
  }
  const metres = buildDistances(graph, found)
  const distances: number[] = []
  const durations: number[] = []
  const pairs: Accuracy['worst'] = []
  indices.forEach((from, row) => {
    indices.forEach((to, column) => {
      if (from === to) return
      const osrm = golden.durations[from]?.[to] ?? null
      const ours = matrix.durations[row * matrix.size + column]!
      result.pairs++
      if ((osrm === null) === ours >= UNREACHABLE) result.sameReachability++
      if (osrm === null || ours >= UNREACHABLE || osrm < SHORTEST_COMPARED || !same[from] || !same[to]) return
      durations.push(Math.abs(ours / 10 - osrm) / osrm)
      const metresApart = Math.max(apart[from] ?? 0, apart[to] ?? 0)
      pairs.push({ from, to, osrm, ours: ours / 10, metresApart })
      const length = golden.distances[from]?.[to] ?? 0
      if (length > 0) distances.push(Math.abs(metres[row * matrix.size + column]! - length) / length)
    })
  })
  result.compared = durations.length
  result.duration = quantiles(durations)
  result.distance = quantiles(distances)
  result.histogram = histogramOf(durations)
  result.worst = pairs
    .sort((a, b) => Math.abs(b.ours - b.osrm) / b.osrm - Math.abs(a.ours - a.osrm) / a.osrm)
    .slice(0, 20)
  result.otherSnaps = apart.flatMap((metresApart, point) =>
    same[point] === true
      ? []
      : [{ point, osrm: describe(golden.sources[point]), ours: describeSnap(snaps[point]), metresApart }],
  )
  return result
}

/** Upper borders of the histogram, per cent. */
const BORDERS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, Infinity]

function histogramOf(values: number[]): Accuracy['histogram'] {
  return BORDERS.map((upTo, i) => {
    const above = BORDERS[i - 1] ?? -1
    return { upTo, pairs: values.filter((value) => 100 * value > above && 100 * value <= upTo).length }
  })
}

function quantiles(values: number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 }
}

function describe(source: Golden['sources'][number] | undefined): string {
  return source ? `${source[3] || 'unnamed'} ${source[2]} m` : 'none'
}

function describeSnap(snap: Snap | null | undefined): string {
  return snap ? `${snap.street || 'unnamed'} ${snap.metresAway.toFixed(1)} m` : 'none'
}
