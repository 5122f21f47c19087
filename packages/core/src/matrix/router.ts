/** The Router port on our own street graph. */
import type { Graph } from '../graph/network.ts'
import { shortestPath } from '../graph/path.ts'
import { Search } from '../graph/search.ts'
import { snapAll } from '../graph/snap.ts'
import type { Router } from '../ports.ts'
import { buildMatrix } from './build.ts'

/** A router over one graph; its tables and routes agree to the decisecond. */
export function embeddedRouter(graph: Graph): Router {
  const search = new Search(graph)
  return {
    snap: async (queries) => snapAll(graph, queries),
    table: async (points) => buildMatrix(graph, points),
    routes: async (pairs) => pairs.map(([from, to]) => shortestPath(graph, { search, from, to })),
  }
}
