/** Turns streets into search nodes and arcs: barriers cut, signals wait, pieces are counted. */
import { UNREACHABLE } from '../units.ts'
import { CornerMaker, type Corners } from './corners.ts'
import { doubled } from './doubled.ts'
import { LEFT, RIGHT, type Graph, type PrivateEnds } from './network.ts'
import { PrivateLayers, type PrivateEnd } from './private.ts'
import { FLAG, NODE_FLAG } from './flags.ts'
import type { CornerRanks } from './vertices.ts'

/** foot.lua `traffic_light_penalty`: 2 s, in deciseconds. */
const OSRM_SIGNALS = 20

type Streets = Pick<
  Graph,
  | 'profile'
  | 'vertexCount'
  | 'vertexFlags'
  | 'vertexLat'
  | 'ends'
  | 'endStreet'
  | 'edgeCount'
  | 'edgeFrom'
  | 'edgeTo'
  | 'edgeClass'
  | 'edgeFlags'
  | 'edgeName'
  | 'shape'
  | 'shapeLng'
  | 'shapeLat'
  | 'edgeForward'
  | 'edgeBackward'
>

type SearchParts = Pick<
  Graph,
  | 'edgeEnds'
  | 'privateEnds'
  | 'nodeCount'
  | 'nodeVertex'
  | 'nodeRanks'
  | 'nodePenalty'
  | 'arcs'
  | 'arcHead'
  | 'arcTime'
  | 'arcStreet'
  | 'component'
  | 'componentEdges'
>

export function searchNodes(
  streets: Streets,
  { sides, privateEnds, corners: ranks }: { sides: boolean; privateEnds: boolean; corners: CornerRanks },
): SearchParts {
  const { profile, vertexFlags, edgeCount, edgeFlags } = streets
  const work = new Work(edgeCount)
  placeNodes(streets, { work, sides })
  const inside = privateEnds && profile === 'canvass' ? FLAG.private : 0
  const layers = new PrivateLayers()
  addPublicStreets(streets, { work, inside })
  const privateStreets = new Map<number, PrivateEnds>()
  for (let edge = 0; edge < edgeCount; edge++) {
    if ((edgeFlags[edge]! & inside) !== 0)
      privateStreets.set(edge, joinPrivate(streets, { work, layers, edge }))
  }
  const nodeVertex = work.nodeVertex.slice(0, work.nodeCount)
  const nodePenalty = new Int32Array(work.nodeCount)
  if (profile === 'osrm-compat') {
    for (let node = 0; node < work.nodeCount; node++) {
      if ((vertexFlags[nodeVertex[node]!]! & NODE_FLAG.signals) !== 0) nodePenalty[node] = OSRM_SIGNALS
    }
  }
  return {
    edgeEnds: work.edgeEnds,
    privateEnds: privateStreets,
    nodeCount: work.nodeCount,
    nodeVertex,
    nodeRanks: () => ranksOf(nodeVertex, { streets, ranks }),
    nodePenalty,
    ...sortArcs(work, nodePenalty),
    ...components(work, edgeCount),
  }
}

/** Nodes and arcs under construction, in arrays that grow. */
class Work implements Corners {
  readonly edgeEnds: Int32Array
  nodeCount = 0
  nodeVertex: Int32Array
  arcCount = 0
  tail: Int32Array
  head: Int32Array
  time: Int32Array
  street: Int32Array

  constructor(edgeCount: number) {
    this.edgeEnds = new Int32Array(4 * edgeCount)
    this.nodeVertex = new Int32Array(2 * edgeCount + 16)
    this.tail = new Int32Array(4 * edgeCount + 16)
    this.head = new Int32Array(this.tail.length)
    this.time = new Int32Array(this.tail.length)
    this.street = new Int32Array(this.tail.length)
  }

  addNode(vertex: number): number {
    if (this.nodeCount === this.nodeVertex.length) this.nodeVertex = doubled(this.nodeVertex)
    this.nodeVertex[this.nodeCount] = vertex
    return this.nodeCount++
  }

  setEnd(end: number, side: number, node: number): void {
    this.edgeEnds[4 * (end >> 1) + 2 * side + (end & 1)] = node
  }

  addStreet(edge: number, forward: number, backward: number): void {
    const { edgeEnds } = this
    for (let side = LEFT; side <= RIGHT; side++) {
      const from = edgeEnds[4 * edge + 2 * side]!
      const to = edgeEnds[4 * edge + 2 * side + 1]!
      if (side === RIGHT && from === edgeEnds[4 * edge]! && to === edgeEnds[4 * edge + 1]!) return
      this.addArc(from, to, forward, edge * 4 + side * 2)
      this.addArc(to, from, backward, edge * 4 + side * 2 + 1)
    }
  }

  addArc(tail: number, head: number, time: number, street: number): void {
    if (time >= UNREACHABLE) return
    if (this.arcCount === this.tail.length) {
      this.tail = doubled(this.tail)
      this.head = doubled(this.head)
      this.time = doubled(this.time)
      this.street = doubled(this.street)
    }
    const arc = this.arcCount++
    this.tail[arc] = tail
    this.head[arc] = head
    this.time[arc] = time
    this.street[arc] = street
  }
}

/** Nodes where streets meet: corners, one node, or one per street at a barrier, which nobody passes. */
function placeNodes(streets: Streets, { work, sides }: { work: Work; sides: boolean }): void {
  const { vertexCount, ends, endStreet } = streets
  const maker = new CornerMaker(streets, work)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const first = ends[vertex]!
    const last = ends[vertex + 1]!
    if (first === last) continue
    const closed = isClosed(streets, vertex)
    if (sides && !closed) {
      maker.make(vertex)
      continue
    }
    let node = -1
    for (let i = first; i < last; i++) {
      if (closed || i === first) node = work.addNode(vertex)
      work.setEnd(endStreet[i]!, LEFT, node)
      work.setEnd(endStreet[i]!, RIGHT, node)
    }
  }
}

function addPublicStreets(
  { edgeCount, edgeFlags, edgeForward, edgeBackward }: Streets,
  { work, inside }: { work: Work; inside: number },
): void {
  for (let edge = 0; edge < edgeCount; edge++) {
    if ((edgeFlags[edge]! & inside) === 0) work.addStreet(edge, edgeForward[edge]!, edgeBackward[edge]!)
  }
}

function isClosed({ profile, vertexFlags }: Streets, vertex: number): boolean {
  const barrier = profile === 'osrm-compat' ? NODE_FLAG.compatBarrier : NODE_FLAG.canvassBarrier
  return (vertexFlags[vertex]! & barrier) !== 0
}

function joinPrivate(
  streets: Streets,
  { work, layers, edge }: { work: Work; layers: PrivateLayers; edge: number },
): PrivateEnds {
  const endAt = (end: 0 | 1): PrivateEnd => {
    const vertex = end === 0 ? streets.edgeFrom[edge]! : streets.edgeTo[edge]!
    const closed = isClosed(streets, vertex)
    return {
      vertex,
      place: closed ? -1 - (2 * edge + end) : vertex,
      gate: !closed && hasPublicStreet(streets, vertex) ? work.edgeEnds[4 * edge + end]! : -1,
    }
  }
  const joined = layers.join([endAt(0), endAt(1)], {
    forward: streets.edgeForward[edge]!,
    backward: streets.edgeBackward[edge]!,
    edge,
    arcs: work,
  })
  work.edgeEnds.set([...joined.out, ...joined.out], 4 * edge)
  return joined
}

function hasPublicStreet({ ends, endStreet, edgeFlags }: Streets, vertex: number): boolean {
  for (let i = ends[vertex]!; i < ends[vertex + 1]!; i++) {
    if ((edgeFlags[endStreet[i]! >> 1]! & FLAG.private) === 0) return true
  }
  return false
}

/** The k-th node of a vertex has the k-th stored rank. */
function ranksOf(
  nodeVertex: Int32Array,
  { streets, ranks }: { streets: Streets; ranks: CornerRanks },
): Uint32Array {
  const compat = streets.profile === 'osrm-compat'
  const seen = new Uint16Array(streets.vertexCount)
  const nodeRank = new Uint32Array(nodeVertex.length)
  for (let node = 0; node < nodeVertex.length; node++) {
    const vertex = nodeVertex[node]!
    nodeRank[node] = compat ? ranks.compat(vertex) : ranks.canvass(vertex, seen[vertex]!++)
  }
  return nodeRank
}

/**
 * Arcs by tail, in the order they were added. One loop a function here and below: the compiler takes a running loop
 * over and throws its work away where the function goes on to code it has not seen, which a cold start pays three times.
 */
function sortArcs(
  work: Work,
  nodePenalty: Int32Array,
): Pick<Graph, 'arcs' | 'arcHead' | 'arcTime' | 'arcStreet'> {
  const arcs = countsToStarts(countArcs(work))
  const columns = {
    arcHead: new Int32Array(work.arcCount),
    arcTime: new Int32Array(work.arcCount),
    arcStreet: new Int32Array(work.arcCount),
  }
  placeArcs(work, { next: arcs.slice(), nodePenalty, ...columns })
  return { arcs, ...columns }
}

/** Arcs that leave node i, at place i + 1. */
function countArcs({ nodeCount, arcCount, tail }: Work): Uint32Array {
  const counts = new Uint32Array(nodeCount + 1)
  for (let i = 0; i < arcCount; i++) counts[tail[i]! + 1]!++
  return counts
}

/** In place: what begins where, from how many there are. */
export function countsToStarts(counts: Uint32Array): Uint32Array {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!
  return counts
}

function placeArcs(
  { arcCount, tail, head, time, street }: Work,
  to: Pick<Graph, 'arcHead' | 'arcTime' | 'arcStreet'> & { next: Uint32Array; nodePenalty: Int32Array },
): void {
  const { next, nodePenalty, arcHead, arcTime, arcStreet } = to
  for (let i = 0; i < arcCount; i++) {
    const from = tail[i]!
    const at = next[from]!
    next[from] = at + 1
    arcHead[at] = head[i]!
    arcTime[at] = time[i]! + nodePenalty[from]!
    arcStreet[at] = street[i]!
  }
}

/** Union by find with halving over all arcs; one-way gates join like any other street. */
function components(work: Work, edgeCount: number): Pick<Graph, 'component' | 'componentEdges'> {
  const parent = new Int32Array(work.nodeCount)
  for (let node = 0; node < parent.length; node++) parent[node] = node
  unite(parent, work)
  const { component, count } = numberPieces(parent)
  return { component, componentEdges: countEdges(component, { count, edgeCount, edgeEnds: work.edgeEnds }) }
}

function unite(parent: Int32Array, { arcCount, tail, head }: Work): void {
  for (let arc = 0; arc < arcCount; arc++) {
    // the way back of the arc before joins nothing new
    if (arc > 0 && tail[arc] === head[arc - 1] && head[arc] === tail[arc - 1]) continue
    const from = rootOf(parent, tail[arc]!)
    const to = rootOf(parent, head[arc]!)
    if (from < to) parent[to] = from
    else parent[from] = to
  }
}

function rootOf(parent: Int32Array, start: number): number {
  let node = start
  for (let up = parent[node]!; up !== node; up = parent[node]!) {
    parent[node] = parent[up]!
    node = up
  }
  return node
}

/** A root is the lowest node of its piece: it is numbered before the others. */
function numberPieces(parent: Int32Array): { component: Int32Array; count: number } {
  const component = new Int32Array(parent.length)
  let count = 0
  for (let node = 0; node < parent.length; node++) {
    const root = rootOf(parent, node)
    component[node] = root === node ? count++ : component[root]!
  }
  return { component, count }
}

function countEdges(
  component: Int32Array,
  { count, edgeCount, edgeEnds }: { count: number; edgeCount: number; edgeEnds: Int32Array },
): Int32Array {
  const edges = new Int32Array(count)
  for (let edge = 0; edge < edgeCount; edge++) edges[component[edgeEnds[4 * edge]!]!]!++
  return edges
}
