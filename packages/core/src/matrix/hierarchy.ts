/** The contraction hierarchy of a graph: from the stored order, once per graph, for many-to-many searches. */
import type { Graph } from '../graph/network/graph.ts'
import { UNREACHABLE } from '../units.ts'
import { Contraction, type Neighbours } from './contraction.ts'

/** Arcs that lead up, per node: `start[i]…start[i + 1]`. */
export interface UpArcs {
  start: Uint32Array
  head: Int32Array
  time: Int32Array
}

/** Nodes are numbered from the top: 0 was taken out last. */
export interface Hierarchy {
  nodeCount: number
  /** Number from the top of each graph node. */
  place: Int32Array
  /** From a node up to more important ones. */
  up: UpArcs
  /** From more important nodes down to a node, listed at the lower one. */
  down: UpArcs
}

/**
 * Contracts all nodes in the order stored in the tiles (graph.nodeRanks).
 *
 * Any order gives the same distances; a good one keeps it small. The order of a whole region also serves a few tiles
 * of it.
 *
 * Cost: about 15 µs a node.
 */
export function buildHierarchy(graph: Graph): Hierarchy {
  const { nodeCount, arcs, arcHead, arcTime } = graph
  const work = new Contraction(nodeCount, 2 * arcHead.length)
  for (let node = 0; node < nodeCount; node++) {
    for (let arc = arcs[node]!; arc < arcs[node + 1]!; arc++) work.addArc(node, arcHead[arc]!, arcTime[arc]!)
  }
  const order = contractionOrder(graph)
  const around: Neighbours[] = []
  const place = new Int32Array(nodeCount)
  order.forEach((node, i) => {
    around[nodeCount - 1 - i] = work.remove(node)
    place[node] = nodeCount - 1 - i
  })
  return { nodeCount, place, up: upArcs(around, place, 'out'), down: upArcs(around, place, 'in') }
}

/** Equal ranks, where tiles were cut differently, by number. */
function contractionOrder({ nodeCount, nodeRanks }: Graph): Int32Array {
  const ranks = nodeRanks()
  // ranks fit 32 bits, nodes too: one exact sort key in a double
  const keys = Float64Array.from({ length: nodeCount }, (_, node) => ranks[node]! * nodeCount + node)
  return Int32Array.from(keys.sort(), (key) => key % nodeCount)
}

function upArcs(around: Neighbours[], place: Int32Array, way: 'out' | 'in'): UpArcs {
  const start = new Uint32Array(around.length + 1)
  around.forEach((list, i) => {
    let count = 0
    for (const time of list[way]) if (time < UNREACHABLE) count++
    start[i + 1] = start[i]! + count
  })
  const total = start[around.length]!
  const head = new Int32Array(total)
  const time = new Int32Array(total)
  let at = 0
  for (const list of around) {
    for (let k = 0; k < list.count; k++) {
      if (list[way][k]! >= UNREACHABLE) continue
      head[at] = place[list.to[k]!]!
      time[at++] = list[way][k]!
    }
  }
  return { start, head, time }
}
