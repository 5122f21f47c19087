/** Connected pieces of the search network, for telling islands of streets from the town. */
import { numbersBelow } from '../tile/arrays.ts'
import type { ArcBuilder } from './arc-builder.ts'
import type { Graph } from './graph.ts'

/** Union by find with halving over all arcs; one-way gates join like any other street. */
export function countPieces(
  search: ArcBuilder,
  { edgeCount, edgeEnds }: Pick<Graph, 'edgeCount' | 'edgeEnds'>,
): Pick<Graph, 'component' | 'componentEdges'> {
  const { component, count } = numberPieces(uniteArcs(search))
  const componentEdges = new Int32Array(count)
  for (let edge = 0; edge < edgeCount; edge++) componentEdges[component[edgeEnds[4 * edge]!]!]!++
  return { component, componentEdges }
}

/** A lower node of the same piece for each node, itself for the lowest. */
function uniteArcs({ nodeCount, arcCount, tail, head }: ArcBuilder): Int32Array {
  const parent = numbersBelow(nodeCount)
  for (let arc = 0; arc < arcCount; arc++) {
    // the way back of the arc before joins nothing new
    if (arc > 0 && tail[arc] === head[arc - 1] && head[arc] === tail[arc - 1]) continue
    const from = rootOf(parent, tail[arc]!)
    const to = rootOf(parent, head[arc]!)
    if (from < to) parent[to] = from
    else parent[from] = to
  }
  return parent
}

function rootOf(parent: Int32Array, start: number): number {
  let node = start
  for (let up = parent[node]!; up !== node; up = parent[node]!) {
    parent[node] = parent[up]!
    node = up
  }
  return node
}

/** A piece is numbered at its lowest node, the others follow a lower one, which is numbered before them. */
function numberPieces(parent: Int32Array): { component: Int32Array; count: number } {
  const component = new Int32Array(parent.length)
  let count = 0
  for (let node = 0; node < parent.length; node++) {
    const lower = parent[node]!
    component[node] = lower === node ? count++ : component[lower]!
  }
  return { component, count }
}
