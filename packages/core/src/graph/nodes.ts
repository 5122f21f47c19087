/** Turns streets into search nodes and arcs: barriers cut, signals wait, pieces are counted. */
import { UNREACHABLE } from '../units.ts'
import type { Graph } from './network.ts'
import { NODE_FLAG } from './rules.ts'

/** foot.lua `traffic_light_penalty`: 2 s, in deciseconds. */
const OSRM_SIGNALS = 20

type Streets = Pick<
  Graph,
  | 'profile'
  | 'vertexCount'
  | 'vertexFlags'
  | 'edgeCount'
  | 'edgeFrom'
  | 'edgeTo'
  | 'edgeForward'
  | 'edgeBackward'
>

type SearchParts = Pick<
  Graph,
  | 'edgeEnds'
  | 'nodeCount'
  | 'nodeVertex'
  | 'nodePenalty'
  | 'arcs'
  | 'arcHead'
  | 'arcTime'
  | 'arcStreet'
  | 'component'
  | 'componentEdges'
>

export function searchNodes(streets: Streets): SearchParts {
  const { profile, vertexCount, vertexFlags, edgeCount, edgeFrom, edgeTo } = streets
  const barrier = profile === 'osrm-compat' ? NODE_FLAG.compatBarrier : NODE_FLAG.canvassBarrier
  const nodeVertex = Array.from({ length: vertexCount }, (_, vertex) => vertex)
  const edgeEnds = new Int32Array(4 * edgeCount)
  // each street that ends at a barrier gets a node of its own there: nobody passes
  const nodeAt = (vertex: number) =>
    (vertexFlags[vertex]! & barrier) === 0 ? vertex : nodeVertex.push(vertex) - 1
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = nodeAt(edgeFrom[edge]!)
    const to = nodeAt(edgeTo[edge]!)
    edgeEnds.set([from, to, from, to], 4 * edge)
  }
  const nodePenalty = Int32Array.from(nodeVertex, (vertex) =>
    profile === 'osrm-compat' && (vertexFlags[vertex]! & NODE_FLAG.signals) !== 0 ? OSRM_SIGNALS : 0,
  )
  const list = streetArcs(streets, edgeEnds)
  const parts = {
    edgeEnds,
    nodeCount: nodeVertex.length,
    nodeVertex: Int32Array.from(nodeVertex),
    nodePenalty,
  }
  return { ...parts, ...sortArcs(list, parts), ...components(parts, edgeCount) }
}

interface ArcList {
  tail: number[]
  head: number[]
  time: number[]
  street: number[]
}

function streetArcs({ edgeCount, edgeForward, edgeBackward }: Streets, edgeEnds: Int32Array): ArcList {
  const list: ArcList = { tail: [], head: [], time: [], street: [] }
  const add = (tail: number, head: number, time: number, street: number) => {
    if (time >= UNREACHABLE) return
    list.tail.push(tail)
    list.head.push(head)
    list.time.push(time)
    list.street.push(street)
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    for (let side = 0; side < 2; side++) {
      const from = edgeEnds[4 * edge + 2 * side]!
      const to = edgeEnds[4 * edge + 2 * side + 1]!
      if (side === 1 && from === edgeEnds[4 * edge]! && to === edgeEnds[4 * edge + 1]!) continue
      add(from, to, edgeForward[edge]!, edge * 4 + side * 2)
      add(to, from, edgeBackward[edge]!, edge * 4 + side * 2 + 1)
    }
  }
  return list
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

/** Union by find with halving; one-way gates join like any other street. */
function components(
  { nodeCount, edgeEnds }: Pick<Graph, 'nodeCount' | 'edgeEnds'>,
  edgeCount: number,
): Pick<Graph, 'component' | 'componentEdges'> {
  const parent = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const find = (start: number) => {
    let node = start
    for (let up = parent[node]!; up !== node; up = parent[node]!) {
      parent[node] = parent[up]!
      node = up
    }
    return node
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    for (let i = 1; i < 4; i++) parent[find(edgeEnds[4 * edge]!)] = find(edgeEnds[4 * edge + i]!)
  }
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
