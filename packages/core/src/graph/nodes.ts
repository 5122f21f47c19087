/** Turns streets into search nodes and arcs: barriers cut, signals wait, pieces are counted. */
import { UNREACHABLE } from '../units.ts'
import { cornersOf, type Corners, type Crossover } from './corners.ts'
import { LEFT, RIGHT, type Graph } from './network.ts'
import { NODE_FLAG } from './rules.ts'

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
  { sides, corners: ranks }: { sides: boolean; corners: CornerRanks },
): SearchParts {
  const { profile, vertexCount, vertexFlags, edgeCount, ends, endStreet } = streets
  const barrier = profile === 'osrm-compat' ? NODE_FLAG.compatBarrier : NODE_FLAG.canvassBarrier
  const nodeVertex: number[] = []
  const edgeEnds = new Int32Array(4 * edgeCount)
  const crossovers: Crossover[] = []
  const corners: Corners = {
    addNode: (vertex) => nodeVertex.push(vertex) - 1,
    setEnd: (end, side, node) => (edgeEnds[4 * (end >> 1) + 2 * side + (end & 1)] = node),
    addCrossover: (crossover) => crossovers.push(crossover),
  }
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const first = ends[vertex]!
    const last = ends[vertex + 1]!
    if (first === last) continue
    if ((vertexFlags[vertex]! & barrier) === 0 && sides) {
      cornersOf(streets, vertex, corners)
      continue
    }
    // each street that ends at a barrier gets a node of its own there: nobody passes
    const closed = (vertexFlags[vertex]! & barrier) !== 0
    let node = -1
    for (let i = first; i < last; i++) {
      if (closed || i === first) node = corners.addNode(vertex)
      corners.setEnd(endStreet[i]!, LEFT, node)
      corners.setEnd(endStreet[i]!, RIGHT, node)
    }
  }
  const nodePenalty = Int32Array.from(nodeVertex, (vertex) =>
    profile === 'osrm-compat' && (vertexFlags[vertex]! & NODE_FLAG.signals) !== 0 ? OSRM_SIGNALS : 0,
  )
  const list = streetArcs(streets, edgeEnds)
  for (const { from, to, edge, deciseconds } of crossovers) {
    list.tail.push(from)
    list.head.push(to)
    list.time.push(deciseconds)
    list.street.push(-1 - edge)
  }
  const nodeRank = Uint32Array.from(nodeVertex, (vertex, node) => {
    if (profile === 'osrm-compat') return ranks.compat(vertex)
    let corner = 0
    while (nodeVertex[node - corner - 1] === vertex) corner++
    return ranks.canvass(vertex, corner)
  })
  const nodeCount = nodeVertex.length
  const parts = { edgeEnds, nodeCount, nodeVertex: Int32Array.from(nodeVertex), nodeRank, nodePenalty }
  return { ...parts, ...sortArcs(list, parts), ...components(parts, { edgeCount, crossovers }) }
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
  { edgeCount, crossovers }: { edgeCount: number; crossovers: Crossover[] },
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
    const [left, right] = [4 * edge, 4 * edge + 2]
    parent[find(edgeEnds[left]!)] = find(edgeEnds[left + 1]!)
    parent[find(edgeEnds[right]!)] = find(edgeEnds[right + 1]!)
  }
  for (const { from, to } of crossovers) parent[find(from)] = find(to)
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
