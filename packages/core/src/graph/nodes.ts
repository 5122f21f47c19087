/** Turns streets into search nodes and arcs: barriers cut, signals wait, pieces are counted. */
import { UNREACHABLE } from '../units.ts'
import { cornersOf, type Corners } from './corners.ts'
import type { Profile } from './graph.ts'
import { LEFT, RIGHT, type Graph, type PrivateEnds } from './network.ts'
import { PrivateLayers, type PrivateEnd } from './private.ts'
import { FLAG, NODE_FLAG } from './rules.ts'

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
  | 'nodeRank'
  | 'nodePenalty'
  | 'arcs'
  | 'arcHead'
  | 'arcTime'
  | 'arcStreet'
  | 'component'
  | 'componentEdges'
>

/** Stored place in the order of contraction of a vertex, or of one of its corners. */
export interface CornerRanks {
  compat(vertex: number): number
  canvass(vertex: number, corner: number): number
}

export function searchNodes(
  streets: Streets,
  { sides, privateEnds, corners: ranks }: { sides: boolean; privateEnds: boolean; corners: CornerRanks },
): SearchParts {
  const { profile, vertexFlags, edgeCount, edgeForward, edgeBackward } = streets
  const work: Work = {
    nodeVertex: [],
    edgeEnds: new Int32Array(4 * edgeCount),
    list: emptyList(),
    layers: new Map(),
  }
  placeNodes(streets, { work, sides })
  const inside = privateEnds && profile === 'canvass' ? FLAG.private : 0
  const layers = new PrivateLayers()
  for (let edge = 0; edge < edgeCount; edge++) {
    const [forward, backward] = [edgeForward[edge]!, edgeBackward[edge]!]
    if ((streets.edgeFlags[edge]! & inside) !== 0) joinPrivate(streets, { work, layers, edge })
    else addStreet(work, { edge, forward, backward })
  }
  const nodePenalty = Int32Array.from(work.nodeVertex, (vertex) =>
    profile === 'osrm-compat' && (vertexFlags[vertex]! & NODE_FLAG.signals) !== 0 ? OSRM_SIGNALS : 0,
  )
  const parts = {
    edgeEnds: work.edgeEnds,
    privateEnds: work.layers,
    nodeCount: work.nodeVertex.length,
    nodeVertex: Int32Array.from(work.nodeVertex),
    nodeRank: ranksOf(work.nodeVertex, { profile, ranks }),
    nodePenalty,
  }
  return { ...parts, ...sortArcs(work.list, parts), ...components(work, edgeCount) }
}

interface ArcList {
  tail: number[]
  head: number[]
  time: number[]
  street: number[]
}

function emptyList(): ArcList {
  return { tail: [], head: [], time: [], street: [] }
}

interface Work {
  nodeVertex: number[]
  edgeEnds: Int32Array
  list: ArcList
  layers: Map<number, PrivateEnds>
}

/** Nodes where streets meet: corners, one node, or one per street at a barrier, which nobody passes. */
function placeNodes(streets: Streets, { work, sides }: { work: Work; sides: boolean }): void {
  const { vertexCount, ends, endStreet } = streets
  const corners: Corners = {
    addNode: (vertex) => work.nodeVertex.push(vertex) - 1,
    setEnd: (end, side, node) => (work.edgeEnds[4 * (end >> 1) + 2 * side + (end & 1)] = node),
    addCrossover: ({ from, to, edge, deciseconds }) =>
      addArc(work.list, { tail: from, head: to, time: deciseconds, street: -1 - edge }),
  }
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const first = ends[vertex]!
    const last = ends[vertex + 1]!
    if (first === last) continue
    const closed = isClosed(streets, vertex)
    if (sides && !closed) {
      cornersOf(streets, vertex, corners)
      continue
    }
    let node = -1
    for (let i = first; i < last; i++) {
      if (closed || i === first) node = corners.addNode(vertex)
      corners.setEnd(endStreet[i]!, LEFT, node)
      corners.setEnd(endStreet[i]!, RIGHT, node)
    }
  }
}

function isClosed({ profile, vertexFlags }: Streets, vertex: number): boolean {
  const barrier = profile === 'osrm-compat' ? NODE_FLAG.compatBarrier : NODE_FLAG.canvassBarrier
  return (vertexFlags[vertex]! & barrier) !== 0
}

function addArc(
  list: ArcList,
  { tail, head, time, street }: { tail: number; head: number; time: number; street: number },
): void {
  if (time >= UNREACHABLE) return
  list.tail.push(tail)
  list.head.push(head)
  list.time.push(time)
  list.street.push(street)
}

function addStreet(
  { list, edgeEnds }: Work,
  { edge, forward, backward }: { edge: number; forward: number; backward: number },
): void {
  for (const side of [LEFT, RIGHT]) {
    const from = edgeEnds[4 * edge + 2 * side]!
    const to = edgeEnds[4 * edge + 2 * side + 1]!
    if (side === RIGHT && from === edgeEnds[4 * edge]! && to === edgeEnds[4 * edge + 1]!) continue
    addArc(list, { tail: from, head: to, time: forward, street: edge * 4 + side * 2 })
    addArc(list, { tail: to, head: from, time: backward, street: edge * 4 + side * 2 + 1 })
  }
}

function joinPrivate(
  streets: Streets,
  { work, layers, edge }: { work: Work; layers: PrivateLayers; edge: number },
): void {
  const ends = ([0, 1] as const).map((end): PrivateEnd => {
    const vertex = end === 0 ? streets.edgeFrom[edge]! : streets.edgeTo[edge]!
    const closed = isClosed(streets, vertex)
    const meetsPublic = !closed && hasPublicStreet(streets, vertex)
    return {
      vertex,
      place: closed ? -1 - (2 * edge + end) : vertex,
      gate: meetsPublic ? work.edgeEnds[4 * edge + end]! : -1,
    }
  })
  const joined = layers.join([ends[0]!, ends[1]!], {
    forward: streets.edgeForward[edge]!,
    backward: streets.edgeBackward[edge]!,
    arcs: {
      addNode: (vertex) => work.nodeVertex.push(vertex) - 1,
      addArc: ({ against, ...arc }) => addArc(work.list, { ...arc, street: edge * 4 + (against ? 1 : 0) }),
    },
  })
  work.layers.set(edge, joined)
  work.edgeEnds.set([...joined.out, ...joined.out], 4 * edge)
}

function hasPublicStreet({ ends, endStreet, edgeFlags }: Streets, vertex: number): boolean {
  for (let i = ends[vertex]!; i < ends[vertex + 1]!; i++) {
    if ((edgeFlags[endStreet[i]! >> 1]! & FLAG.private) === 0) return true
  }
  return false
}

function ranksOf(
  nodeVertex: number[],
  { profile, ranks }: { profile: Profile; ranks: CornerRanks },
): Uint32Array {
  const seen = new Map<number, number>()
  return Uint32Array.from(nodeVertex, (vertex) => {
    if (profile === 'osrm-compat') return ranks.compat(vertex)
    const corner = seen.get(vertex) ?? 0
    seen.set(vertex, corner + 1)
    return ranks.canvass(vertex, corner)
  })
}

function sortArcs(
  { tail, head, time, street }: ArcList,
  { nodeCount, nodePenalty }: Pick<Graph, 'nodeCount' | 'nodePenalty'>,
): Pick<Graph, 'arcs' | 'arcHead' | 'arcTime' | 'arcStreet'> {
  const arcs = new Uint32Array(nodeCount + 1)
  for (const node of tail) arcs[node + 1]!++
  for (let node = 0; node < nodeCount; node++) arcs[node + 1]! += arcs[node]!
  const next = arcs.slice()
  const arcHead = new Int32Array(tail.length)
  const arcTime = new Int32Array(tail.length)
  const arcStreet = new Int32Array(tail.length)
  tail.forEach((node, i) => {
    const at = next[node]!++
    arcHead[at] = head[i]!
    arcTime[at] = time[i]! + nodePenalty[node]!
    arcStreet[at] = street[i]!
  })
  return { arcs, arcHead, arcTime, arcStreet }
}

/** Union by find with halving over all arcs; one-way gates join like any other street. */
function components(
  { nodeVertex, edgeEnds, list }: Work,
  edgeCount: number,
): Pick<Graph, 'component' | 'componentEdges'> {
  const parent = Int32Array.from(nodeVertex, (_, node) => node)
  const find = (start: number) => {
    let node = start
    for (let up = parent[node]!; up !== node; up = parent[node]!) {
      parent[node] = parent[up]!
      node = up
    }
    return node
  }
  for (let arc = 0; arc < list.tail.length; arc++) parent[find(list.tail[arc]!)] = find(list.head[arc]!)
  const number = new Map<number, number>()
  const component = parent.map((_, node) => {
    const root = find(node)
    const known = number.get(root)
    if (known !== undefined) return known
    number.set(root, number.size)
    return number.size - 1
  })
  const componentEdges = new Int32Array(number.size)
  for (let edge = 0; edge < edgeCount; edge++) componentEdges[component[edgeEnds[4 * edge]!]!]!++
  return { component, componentEdges }
}
