/** Snaps as OSRM makes them: to the nearest edge, away from small pieces of network. */
import type { Graph } from '../network/graph.ts'
import { FLAG, NODE_FLAG } from '../osm/flags.ts'
import { componentOf, forEachFoot, placeOf, type SnapCandidate } from './snap-candidate.ts'
import type { Snap, SnapQuery } from './snap.ts'

/** OSRM has no end; ours is the first radius that reaches into any real extract. */
const COMPAT_RADII = [100, 400, 1_600, 6_400, 25_600] as const
/** OSRM `--small-component-size`: edge-based nodes, two for each street. */
const OSRM_SMALL_COMPONENT = 1000

/** The queries are judged together: only when all lie on one small piece they stay on it. Null: no street is near. */
export function snapLikeOsrm(graph: Graph, queries: SnapQuery[]): (Snap | null)[] {
  const sizes = osrmComponentSizes(graph)
  const isTiny = (edge: number) => sizes[componentOf(graph, edge)]! < OSRM_SMALL_COMPONENT
  const hasBig = sizes.some((size) => size >= OSRM_SMALL_COMPONENT)
  const found = queries.map(({ location }) => {
    const nearest: { any: SnapCandidate | null; big: SnapCandidate | null } = { any: null, big: null }
    for (const radius of COMPAT_RADII) {
      forEachFoot(graph, { location, radius }, (edge, foot) => {
        if ((graph.edgeFlags[edge]! & FLAG.compatStart) === 0) return
        const candidate = { edge, foot, cost: foot.metres, likeness: -1 }
        if (nearest.any === null || foot.metres < nearest.any.cost) nearest.any = candidate
        if (!isTiny(edge) && (nearest.big === null || foot.metres < nearest.big.cost)) nearest.big = candidate
      })
      if (nearest.big !== null || (!hasBig && nearest.any !== null)) break
    }
    return nearest
  })
  const pieces = new Set(
    found.map(({ any }) => (any && isTiny(any.edge) ? componentOf(graph, any.edge) : -1)),
  )
  const together = pieces.size === 1 && !pieces.has(-1)
  return found.map(({ any, big }, i) => {
    const chosen = together ? any : (big ?? any)
    if (!chosen) return null
    const place = placeOf(graph, chosen, queries[i]!.location)
    return { ...place, rule: 'nearest_any', confidence: 1 }
  })
}

/**
 * Edge-based nodes of each piece as OSRM counts them: two for each street, after it has joined streets that merely
 * continue one another. Towns near its limit of 1000 depend on it.
 */
function osrmComponentSizes(graph: Graph): Int32Array {
  const { ends, endStreet, edgeName, edgeClass, edgeFlags } = graph
  const sizes = graph.componentEdges.map((edges) => 2 * edges)
  for (let vertex = 0; vertex < graph.vertexCount; vertex++) {
    const first = ends[vertex]!
    if (ends[vertex + 1]! - first !== 2) continue
    const [a, b] = [endStreet[first]! >> 1, endStreet[first + 1]! >> 1]
    if (a === b || (graph.vertexFlags[vertex]! & NODE_FLAG.compatBarrier) !== 0) continue
    const sameStreet = edgeName[a] === edgeName[b] && edgeClass[a] === edgeClass[b]
    if (sameStreet && edgeFlags[a] === edgeFlags[b]) sizes[componentOf(graph, a)]! -= 2
  }
  return sizes
}
