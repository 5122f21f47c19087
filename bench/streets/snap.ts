/**
 * Which street addresses are put on: for those whose own street is near, how many get it, and the worst of the rest.
 */
import type { SnapQuery } from '@doorwalk/core/graph/route/snap'
import type { Graph } from '@doorwalk/core/graph/network/graph'
import { linesIn } from '@doorwalk/core/graph/network/line-index'
import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { footOnEdge, scaleAt } from '@doorwalk/core/graph/route/geometry'
import { fromLngLat } from '@doorwalk/core/graph/network/coordinates'
import { nameLikeness, nameWords, SAME_STREET } from '@doorwalk/core/graph/route/street-name'

export interface SnapReport {
  addresses: number
  /** Have a street of their name within 100 m. */
  withStreet: number
  ownStreet: number
  byRule: Record<string, number>
  none: number
  /** Metres between address and street: median and 95th percentile. */
  metres: { median: number; p95: number }
  /** Own street near, but put elsewhere. */
  wrong: { query: SnapQuery; street: string; metresAway: number }[]
  /** No street of that name within 100 m. */
  missing: { street: string; addresses: number }[]
}

const NEAR = 100

export function reportSnaps(graph: Graph, queries: SnapQuery[]): SnapReport {
  const snaps = snapAll(graph, queries)
  const words = graph.names.map((name, i) => [name, ...graph.otherNames[i]!].map(nameWords))
  const report: SnapReport = {
    addresses: queries.length,
    withStreet: 0,
    ownStreet: 0,
    byRule: {},
    none: 0,
    metres: { median: 0, p95: 0 },
    wrong: [],
    missing: [],
  }
  const missing = new Map<string, number>()
  const metres: number[] = []
  queries.forEach((query, i) => {
    const snap = snaps[i]
    if (snap) {
      report.byRule[snap.rule] = (report.byRule[snap.rule] ?? 0) + 1
      metres.push(snap.metresAway)
    } else report.none++
    const own = nameWords(query.street ?? '')
    const isOwn = (edge: number) =>
      words[graph.edgeName[edge]!]!.some((other) => nameLikeness(own, other) >= SAME_STREET)
    if (!hasEdgeNear(graph, query, isOwn)) {
      missing.set(query.street ?? '', (missing.get(query.street ?? '') ?? 0) + 1)
      return
    }
    report.withStreet++
    if (snap && isOwn(snap.edge)) report.ownStreet++
    else
      report.wrong.push({ query, street: snap?.street ?? 'none', metresAway: snap?.metresAway ?? Infinity })
  })
  metres.sort((a, b) => a - b)
  report.metres = {
    median: metres[Math.floor(metres.length / 2)] ?? 0,
    p95: metres[Math.floor(metres.length * 0.95)] ?? 0,
  }
  report.missing = [...missing]
    .map(([street, addresses]) => ({ street, addresses }))
    .sort((a, b) => b.addresses - a.addresses)
  return report
}

function hasEdgeNear(graph: Graph, { location }: SnapQuery, fits: (edge: number) => boolean): boolean {
  const scale = scaleAt(location[1])
  const [x, y] = fromLngLat(graph, location)
  const edges = linesIn(graph.index, [
    x - NEAR / scale.x,
    y - NEAR / scale.y,
    x + NEAR / scale.x,
    y + NEAR / scale.y,
  ])
  return edges.some((edge) => fits(edge) && footOnEdge(graph, edge, { x, y, scale }).metres <= NEAR)
}
