/** The way between two snapped points, before words: streets walked in one go, and changes of side. */
import { UNREACHABLE, type Deciseconds, type LngLat, type Metres } from '../../units.ts'
import { toLngLat } from '../network/coordinates.ts'
import { streetOf, type Graph } from '../network/graph.ts'
import type { Dijkstra } from './dijkstra.ts'
import { alongStreet, endsOf } from './ends.ts'
import { linePart } from './geometry.ts'
import type { Snap } from './snap.ts'

/** One street walked in one go. */
export interface Stretch {
  kind: 'walk'
  edge: number
  /** Positions on the edge, 0…1; backwards when `from` > `to`. */
  from: number
  to: number
  line: LngLat[]
  metres: Metres
  deciseconds: Deciseconds
}

/** Changing to the other side of a street. */
export interface SideChange {
  kind: 'cross'
  /** The street crossed. */
  edge: number
  /** The junction or crossing where it happens; null between two doors of a quiet street. */
  vertex: number | null
  location: LngLat
  deciseconds: Deciseconds
}

export type WayPart = Stretch | SideChange

/** Shares of the ends off the street. */
export interface WayEnds {
  from: Snap
  to: Snap
  /** Deciseconds and metres between the doors and the street. */
  before: { deciseconds: Deciseconds; metres: Metres }
  after: { deciseconds: Deciseconds; metres: Metres }
}

/** From where to where, and what searches. */
export interface Errand {
  search: Dijkstra
  from: Snap
  to: Snap
}

/** Streets and crossings in walking order; null where there is no walk. */
export function wayBetween(graph: Graph, { search, from, to }: Errand): WayPart[] | null {
  const start = endsOf(graph, from)
  const goal = endsOf(graph, to)
  search.run({ starts: { nodes: start.nodes, times: start.leave }, targets: goal.nodes })
  const straight = alongStreet(graph, from, to)
  let best = straight.total
  let last = -1
  goal.nodes.forEach((node, i) => {
    const time = search.timeTo(node) + goal.enter[i]!
    if (time < best) [best, last] = [time, i]
  })
  if (best >= UNREACHABLE) return null
  if (last < 0) return wayAlong(graph, { from, to, straight })
  const parts: WayPart[] = []
  const goalNode = goal.nodes[last]!
  const atStart = atFirstPoint(graph, to.edge, {
    node: goalNode,
    time: goal.enter[last]!,
    snap: to,
    leaving: false,
  })
  parts.push(
    stretch(graph, { edge: to.edge, from: atStart ? 0 : 1, to: to.position, deciseconds: goal.enter[last]! }),
  )
  let node = goalNode
  for (let arc = search.arcInto(node); arc >= 0; arc = search.arcInto(node)) {
    const street = graph.arcStreet[arc]!
    const deciseconds = graph.arcTime[arc]!
    if (street < 0)
      parts.push(crossAt(graph, { edge: -1 - street, vertex: graph.nodeVertex[node]!, deciseconds }))
    else {
      const { edge, against } = streetOf(street)
      parts.push(stretch(graph, { edge, from: against ? 1 : 0, to: against ? 0 : 1, deciseconds }))
    }
    node = search.tailInto(node)
  }
  const leave = search.timeTo(node)
  const viaStart = atFirstPoint(graph, from.edge, { node, time: leave, snap: from, leaving: true })
  parts.push(
    stretch(graph, { edge: from.edge, from: from.position, to: viaStart ? 0 : 1, deciseconds: leave }),
  )
  return parts.reverse()
}

/** Two points of one street, and the times that alongStreet tells. */
interface StraightWay {
  from: Snap
  to: Snap
  straight: { total: Deciseconds; cross: Deciseconds }
}

/** Straight from door to door on one stretch of street: along one's own side until opposite, then across. */
function wayAlong(graph: Graph, { from, to, straight }: StraightWay): WayPart[] {
  const deciseconds = straight.total - straight.cross
  const walk = stretch(graph, { edge: from.edge, from: from.position, to: to.position, deciseconds })
  if (straight.cross === 0) return [walk]
  const cross = { edge: from.edge, vertex: null, location: to.location, deciseconds: straight.cross }
  return [walk, { kind: 'cross', ...cross }]
}

interface CrossedArc {
  edge: number
  vertex: number
  deciseconds: Deciseconds
}

function crossAt(graph: Graph, { edge, vertex, deciseconds }: CrossedArc): SideChange {
  const location = toLngLat(graph, [graph.vertexLng[vertex]!, graph.vertexLat[vertex]!])
  return { kind: 'cross', edge, vertex, location, deciseconds }
}

interface EndReached {
  node: number
  time: Deciseconds
  snap: Snap
  leaving: boolean
}

/** Whether a snap's end is the first point of its edge; on a loop the time tells which way round. */
function atFirstPoint(graph: Graph, edge: number, { node, time, snap, leaving }: EndReached): boolean {
  const isFirst = graph.nodeVertex[node] === graph.edgeFrom[edge]
  const isLast = graph.nodeVertex[node] === graph.edgeTo[edge]
  if (!isFirst || !isLast) return isFirst
  const total = leaving ? graph.edgeBackward[edge]! : graph.edgeForward[edge]!
  const viaFirst = Math.round(total * snap.position) + (leaving ? 0 : graph.nodePenalty[node]!)
  return viaFirst === time
}

interface Walked {
  edge: number
  from: number
  to: number
  deciseconds: Deciseconds
}

function stretch(graph: Graph, { edge, from, to, deciseconds }: Walked): Stretch {
  const line = linePart(graph, edge, { from, to })
  return {
    kind: 'walk',
    edge,
    from,
    to,
    line,
    metres: graph.edgeMetres[edge]! * Math.abs(to - from),
    deciseconds,
  }
}
