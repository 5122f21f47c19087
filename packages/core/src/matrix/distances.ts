/**
 * Metres of the walks whose times the matrix holds, for those who compare with other routers. The solver needs none.
 */
import { streetOf, type Graph } from '../graph/network/graph.ts'
import { Dijkstra } from '../graph/route/dijkstra.ts'
import { alongStreet, countsOffStreet, endsOf } from '../graph/route/ends.ts'
import { isSamePlace, type Snap } from '../graph/route/snap.ts'
import { UNREACHABLE } from '../units.ts'
import { checkSize, distinctNodes } from './build.ts'

/**
 * Metres of the shortest walk (by time) between all points; row-major, NaN where there is none.
 *
 * @throws VisibleError `matrix.too_large`
 * Cost: one plain search per distinct street end, whatever the matrix used.
 */
export function buildDistances(graph: Graph, points: Snap[]): Float64Array {
  checkSize(points.length)
  const size = points.length
  const ends = points.map((point) => endsOf(graph, point))
  const nodes = distinctNodes(ends)
  const rowOf = new Map(Array.from(nodes, (node, i) => [node, i]))
  const { times, metres } = searchMetres(graph, nodes)
  const off = points.map((point) => (countsOffStreet(graph) ? point.metresAway : 0))
  const result = new Float64Array(size * size).fill(NaN)
  for (let from = 0; from < size; from++) {
    const [source, start] = [points[from]!, ends[from]!]
    for (let to = 0; to < size; to++) {
      const [target, goal] = [points[to]!, ends[to]!]
      let best = alongStreet(graph, source, target).total
      let length = graph.edgeMetres[source.edge]! * Math.abs(target.position - source.position)
      start.nodes.forEach((node, a) => {
        goal.nodes.forEach((other, b) => {
          const at = rowOf.get(node)! * nodes.length + rowOf.get(other)!
          const time = start.leave[a]! + times[at]! + goal.enter[b]!
          if (time >= best) return
          best = time
          length = metresToEnd(graph, source, node) + metres[at]! + metresToEnd(graph, target, other)
        })
      })
      if (isSamePlace(source, target)) result[from * size + to] = 0
      else if (best < UNREACHABLE) result[from * size + to] = length + off[from]! + off[to]!
    }
  }
  return result
}

/** Along the street to one of its ends; the nearer one on a loop. */
function metresToEnd(graph: Graph, { edge, position }: Snap, node: number): number {
  const vertex = graph.nodeVertex[node]!
  const isFirst = graph.edgeFrom[edge] === vertex
  const isLast = graph.edgeTo[edge] === vertex
  const share = isFirst && isLast ? Math.min(position, 1 - position) : isFirst ? position : 1 - position
  return graph.edgeMetres[edge]! * share
}

function searchMetres(graph: Graph, nodes: Int32Array): { times: Int32Array; metres: Float64Array } {
  const count = nodes.length
  const times = new Int32Array(count * count)
  const metres = new Float64Array(count * count)
  const search = new Dijkstra(graph)
  const known = new Float64Array(graph.nodeCount)
  nodes.forEach((source, row) => {
    search.run({ starts: { nodes: [source], times: [0] }, targets: nodes })
    known.fill(-1)
    known[source] = 0
    nodes.forEach((target, column) => {
      times[row * count + column] = search.timeTo(target)
      if (search.timeTo(target) < UNREACHABLE)
        metres[row * count + column] = metresTo(graph, { search, known, target })
    })
  })
  return { times, metres }
}

interface Trail {
  search: Dijkstra
  known: Float64Array
  target: number
}

/** Follows the search back to the nearest node whose metres are known, then fills in the way there. */
function metresTo(graph: Graph, { search, known, target }: Trail): number {
  const trail: number[] = []
  let node = target
  while (known[node]! < 0) {
    trail.push(node)
    node = search.tailInto(node)
  }
  let metres = known[node]!
  for (const next of trail.reverse()) {
    const street = graph.arcStreet[search.arcInto(next)]!
    if (street >= 0) metres += graph.edgeMetres[streetOf(street).edge]!
    known[next] = metres
  }
  return metres
}
