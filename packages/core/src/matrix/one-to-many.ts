/** Walking times from one place to any number of others: one search, however many there are. */
import type { Graph } from '../graph/network/graph.ts'
import type { Dijkstra } from '../graph/route/dijkstra.ts'
import { alongStreet, endsOf, offStreetTime } from '../graph/route/ends.ts'
import { isSamePlace, type Snap } from '../graph/route/snap.ts'
import { UNREACHABLE, type Deciseconds } from '../units.ts'

interface OneToMany {
  search: Dijkstra
  from: Snap
  to: Snap[]
  /** What takes longer is only known to. */
  limit: Deciseconds
}

/**
 * Times up to the limit equal to those of buildMatrix (tested); longer ones are above the limit, if not exact.
 *
 * Cost: the nodes within the limit, and a few sums for each place.
 */
export function timesFrom(graph: Graph, { search, from, to, limit }: OneToMany): Int32Array {
  const { nodes, leave } = endsOf(graph, from)
  const open = nodes.map((_, end) => end).filter((end) => leave[end]! < UNREACHABLE)
  search.run({
    starts: { nodes: open.map((end) => nodes[end]!), times: open.map((end) => leave[end]!) },
    limit,
  })
  const offStreet = offStreetTime(graph, from)
  return Int32Array.from(to, (place) => {
    if (isSamePlace(from, place)) return 0
    const ends = endsOf(graph, place)
    const through = ends.nodes.map((node, end) => search.timeTo(node) + ends.enter[end]!)
    const best = Math.min(alongStreet(graph, from, place).total, ...through)
    return best >= UNREACHABLE ? UNREACHABLE : best + offStreet + offStreetTime(graph, place)
  })
}
