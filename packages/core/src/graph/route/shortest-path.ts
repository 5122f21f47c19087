/** Shortest walk between two snapped points: which streets, in which direction, drawn and timed. */
import { UNREACHABLE, type Deciseconds, type LngLat, type Metres } from '../../units.ts'
import { alongStreet, countsOffStreet, endsOf, offStreetTime } from './ends.ts'
import type { Path } from './path.ts'
import type { Snap } from './snap.ts'
import { toLngLat } from '../network/coordinates.ts'
import { streetOf, type Graph } from '../network/graph.ts'
import type { Search } from './dijkstra.ts'
import { linePart } from './geometry.ts'
import { stepsOf } from './steps.ts'

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

export type Move = Stretch | SideChange

/** Shares of the ends off the street. */
export interface Ends {
  from: Snap
  to: Snap
  /** Deciseconds and metres between the doors and the street. */
  before: { deciseconds: Deciseconds; metres: Metres }
  after: { deciseconds: Deciseconds; metres: Metres }
}

/**
 * Shortest walk from one point to another; null where there is none. Its time is the entry of the matrix.
 *
 * Cost: one search that stops at the target, about 0.1–3 ms in a city.
 */
export function shortestPath(
  graph: Graph,
  { search, from, to }: { search: Search; from: Snap; to: Snap },
): Path | null {
  const moves = movesBetween(graph, { search, from, to })
  if (!moves) return null
  const counted = countsOffStreet(graph)
  const end = (snap: Snap) => ({
    deciseconds: offStreetTime(graph, snap),
    metres: counted ? snap.metresAway : 0,
  })
  const ends: Ends = { from, to, before: end(from), after: end(to) }
  const geometry: LngLat[] = []
  if (ends.before.metres > 0) appendPoint(geometry, from.from)
  for (const move of moves)
    if (move.kind === 'walk') for (const point of move.line) appendPoint(geometry, point)
  if (ends.after.metres > 0) appendPoint(geometry, to.from)
  if (geometry.length === 1) geometry.push(geometry[0]!)
  return {
    deciseconds:
      sum(moves.map((move) => move.deciseconds)) + ends.before.deciseconds + ends.after.deciseconds,
    metres:
      sum(moves.map((move) => (move.kind === 'walk' ? move.metres : 0))) +
      ends.before.metres +
      ends.after.metres,
    geometry,
    steps: stepsOf(graph, moves, ends),
  }
}

/** Streets and crossings in walking order; null where there is no walk. */
export function movesBetween(
  graph: Graph,
  { search, from, to }: { search: Search; from: Snap; to: Snap },
): Move[] | null {
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
  if (last < 0) return movesAlong(graph, { from, to, straight })
  const moves: Move[] = []
  const goalNode = goal.nodes[last]!
  const atStart = atFirstPoint(graph, to.edge, {
    node: goalNode,
    time: goal.enter[last]!,
    snap: to,
    leaving: false,
  })
  moves.push(
    stretch(graph, { edge: to.edge, from: atStart ? 0 : 1, to: to.position, deciseconds: goal.enter[last]! }),
  )
  let node = goalNode
  for (let arc = search.arcInto(node); arc >= 0; arc = search.arcInto(node)) {
    const street = graph.arcStreet[arc]!
    const deciseconds = graph.arcTime[arc]!
    if (street < 0)
      moves.push(crossAt(graph, { edge: -1 - street, vertex: graph.nodeVertex[node]!, deciseconds }))
    else {
      const { edge, against } = streetOf(street)
      moves.push(stretch(graph, { edge, from: against ? 1 : 0, to: against ? 0 : 1, deciseconds }))
    }
    node = search.tailInto(node)
  }
  const leave = search.timeTo(node)
  const viaStart = atFirstPoint(graph, from.edge, { node, time: leave, snap: from, leaving: true })
  moves.push(
    stretch(graph, { edge: from.edge, from: from.position, to: viaStart ? 0 : 1, deciseconds: leave }),
  )
  return moves.reverse()
}

/** Straight from door to door on one stretch of street; the change of sides comes first. */
function movesAlong(
  graph: Graph,
  { from, to, straight }: { from: Snap; to: Snap; straight: { total: Deciseconds; cross: Deciseconds } },
): Move[] {
  const deciseconds = straight.total - straight.cross
  const walk = stretch(graph, { edge: from.edge, from: from.position, to: to.position, deciseconds })
  if (straight.cross === 0) return [walk]
  const cross = { edge: from.edge, vertex: null, location: from.location, deciseconds: straight.cross }
  return [{ kind: 'cross', ...cross }, walk]
}

function crossAt(
  graph: Graph,
  { edge, vertex, deciseconds }: { edge: number; vertex: number; deciseconds: Deciseconds },
): SideChange {
  const location = toLngLat(graph, [graph.vertexLng[vertex]!, graph.vertexLat[vertex]!])
  return { kind: 'cross', edge, vertex, location, deciseconds }
}

/** Whether a snap's end is the first point of its edge; on a loop the time tells which way round. */
function atFirstPoint(
  graph: Graph,
  edge: number,
  { node, time, snap, leaving }: { node: number; time: Deciseconds; snap: Snap; leaving: boolean },
): boolean {
  const isFirst = graph.nodeVertex[node] === graph.edgeFrom[edge]
  const isLast = graph.nodeVertex[node] === graph.edgeTo[edge]
  if (!isFirst || !isLast) return isFirst
  const total = leaving ? graph.edgeBackward[edge]! : graph.edgeForward[edge]!
  const viaFirst = Math.round(total * snap.position) + (leaving ? 0 : graph.nodePenalty[node]!)
  return viaFirst === time
}

function stretch(
  graph: Graph,
  { edge, from, to, deciseconds }: { edge: number; from: number; to: number; deciseconds: Deciseconds },
): Stretch {
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

function appendPoint(line: LngLat[], point: LngLat): void {
  const last = line[line.length - 1]
  if (last && last[0] === point[0] && last[1] === point[1]) return
  line.push(point)
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
