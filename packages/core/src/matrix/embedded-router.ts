/** The router on our own street graph. */
import type { Graph } from '../graph/network/graph.ts'
import { Dijkstra } from '../graph/route/dijkstra.ts'
import { shortestPath } from '../graph/route/shortest-path.ts'
import { snapAll } from '../graph/route/snapping.ts'
import { buildMatrix, isWorthHierarchy } from './build.ts'
import { buildHierarchy, type Hierarchy } from './hierarchy.ts'
import { timesFrom } from './one-to-many.ts'
import type { Router } from './router.ts'

/**
 * A router over one graph; its tables and routes agree to the decisecond. The hierarchy is built on the first large
 * table and kept.
 */
export function embeddedRouter(graph: Graph): Router {
  const search = new Dijkstra(graph)
  let hierarchy: Hierarchy | undefined
  return {
    snap: async (queries) => snapAll(graph, queries),
    table: async (points) => {
      if (isWorthHierarchy(graph, points.length)) hierarchy ??= buildHierarchy(graph)
      return buildMatrix(graph, points, hierarchy)
    },
    reach: async (from, to, limit) => timesFrom(graph, { search, from, to, limit }),
    routes: async (pairs) => pairs.map(([from, to]) => shortestPath(graph, { search, from, to })),
  }
}
