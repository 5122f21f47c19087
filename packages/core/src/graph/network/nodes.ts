/** Turns streets into search nodes and arcs: barriers cut, signals wait, pieces are counted. */
import { SIDED } from '../osm/crossing.ts'
import { FLAG, NODE_FLAG } from '../osm/flags.ts'
import type { Profile } from '../osm/profile.ts'
import { ArcBuilder } from './arc-builder.ts'
import { cornersOf, joinCorners, type Corners } from './corners.ts'
import type { Graph, PrivateEnds } from './graph.ts'
import { countPieces } from './pieces.ts'
import { PrivateLayers, type PrivateEnd } from './private.ts'
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

interface NodeChoices {
  sides: boolean
  privateEnds: boolean
  ranks: () => CornerRanks
}

export function searchNodes(streets: Streets, { sides, privateEnds, ranks }: NodeChoices): SearchParts {
  const { profile, edgeCount } = streets
  const { nodeVertex: placed, ...corners } = placeNodes(streets, sides)
  const { edgeEnds } = corners
  const search = new ArcBuilder(placed, ARCS_PER_EDGE * edgeCount)
  joinCorners(streets, { corners, search })
  const inside = privateEnds && profile === 'canvass' ? FLAG.private : 0
  const edges = search.addStreets({ ...streets, edgeEnds }, inside)
  const privateStreets = joinPrivateStreets(streets, { edges, edgeEnds, search })
  const nodeVertex = search.nodeVertex.slice(0, search.nodeCount)
  const nodePenalty = penaltiesOf(streets, nodeVertex)
  return {
    edgeEnds,
    privateEnds: privateStreets,
    nodeCount: search.nodeCount,
    nodeVertex,
    nodeRanks: () => ranksOf(nodeVertex, { streets, ranks: ranks() }),
    nodePenalty,
    ...search.sorted(nodePenalty),
    ...countPieces(search, { edgeCount, edgeEnds }),
  }
}

/** Room for what most places need; more is found when needed. */
const ARCS_PER_EDGE = 8

/** Nodes where streets meet: corners, one node, or one per street at a barrier, which nobody passes. */
function placeNodes(streets: Streets, sides: boolean): Corners & { nodeVertex: Int32Array } {
  const { edgeCount, ends, endStreet } = streets
  const sided = new Uint8Array(edgeCount)
  const sidedAt = new Uint32Array(streets.vertexCount)
  if (sides) findSided(streets, { sided, sidedAt })
  const { closed, ...nodes } = numberNodes(streets, sidedAt)
  const { firstNode } = nodes
  const edgeEnds = new Int32Array(4 * edgeCount)
  endAtFirst(streets, { firstNode, edgeEnds })
  for (const vertex of closed) {
    for (let i = ends[vertex]!; i < ends[vertex + 1]!; i++) {
      const at = 4 * (endStreet[i]! >> 1) + (endStreet[i]! & 1)
      edgeEnds[at] = edgeEnds[at + 2] = firstNode[vertex]! + i - ends[vertex]!
    }
  }
  return { sided, edgeEnds, ...nodes }
}

/**
 * Streets whose sides are walked apart, and how many of them end at each vertex. Private ones are as narrow as paths.
 */
function findSided(
  { edgeCount, edgeClass, edgeFlags, edgeFrom, edgeTo }: Streets,
  { sided, sidedAt }: { sided: Uint8Array; sidedAt: Uint32Array },
): void {
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!SIDED[edgeClass[edge]!]! || (edgeFlags[edge]! & FLAG.private) !== 0) continue
    sided[edge] = 1
    sidedAt[edgeFrom[edge]!]!++
    sidedAt[edgeTo[edge]!]!++
  }
}

/** Numbers the nodes of each vertex; tells which vertices are closed, and which have corners. */
function numberNodes(
  { profile, vertexCount, vertexFlags, ends, endStreet }: Streets,
  sidedAt: Uint32Array,
): Pick<Corners, 'firstNode' | 'vertices'> & { nodeVertex: Int32Array; closed: number[] } {
  const barrier = barrierBit(profile)
  const firstNode = new Uint32Array(vertexCount + 1)
  const nodeVertex = new Int32Array(vertexCount + endStreet.length)
  const closed: number[] = []
  const cornered = new Int32Array(vertexCount)
  let corners = 0
  let node = 0
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const streets = ends[vertex + 1]! - ends[vertex]!
    let end = streets === 0 ? node : node + 1
    if ((vertexFlags[vertex]! & barrier) !== 0) {
      end = node + streets
      closed.push(vertex)
    } else if (sidedAt[vertex] !== 0) {
      end = node + cornersOf(sidedAt[vertex]!, streets)
      cornered[corners++] = vertex
    }
    for (; node < end; node++) nodeVertex[node] = vertex
    firstNode[vertex + 1] = node
  }
  return {
    firstNode,
    nodeVertex: nodeVertex.subarray(0, node),
    closed,
    vertices: cornered.subarray(0, corners),
  }
}

/** As if each vertex had one node. */
function endAtFirst(
  { edgeCount, edgeFrom, edgeTo }: Streets,
  { firstNode, edgeEnds }: { firstNode: Uint32Array; edgeEnds: Int32Array },
): void {
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = firstNode[edgeFrom[edge]!]!
    const to = firstNode[edgeTo[edge]!]!
    edgeEnds[4 * edge] = from
    edgeEnds[4 * edge + 1] = to
    edgeEnds[4 * edge + 2] = from
    edgeEnds[4 * edge + 3] = to
  }
}

/** Deciseconds lost at each node: OSRM waits at signals, crossing them costs us elsewhere. */
function penaltiesOf({ profile, vertexFlags }: Streets, nodeVertex: Int32Array): Int32Array {
  const penalties = new Int32Array(nodeVertex.length)
  if (profile !== 'osrm-compat') return penalties
  for (let node = 0; node < penalties.length; node++) {
    if ((vertexFlags[nodeVertex[node]!]! & NODE_FLAG.signals) !== 0) penalties[node] = OSRM_SIGNALS
  }
  return penalties
}

function barrierBit(profile: Profile): number {
  return profile === 'osrm-compat' ? NODE_FLAG.compatBarrier : NODE_FLAG.canvassBarrier
}

interface PrivateWork {
  edgeEnds: Int32Array
  search: ArcBuilder
}

function joinPrivateStreets(
  streets: Streets,
  { edges, ...work }: PrivateWork & { edges: number[] },
): Map<number, PrivateEnds> {
  const layers = new PrivateLayers()
  return new Map(edges.map((edge) => [edge, joinPrivate(streets, { ...work, layers, edge })]))
}

function joinPrivate(
  streets: Streets,
  { edgeEnds, search, layers, edge }: PrivateWork & { layers: PrivateLayers; edge: number },
): PrivateEnds {
  const from = privateEnd(streets, { vertex: streets.edgeFrom[edge]!, end: 2 * edge, edgeEnds })
  const to = privateEnd(streets, { vertex: streets.edgeTo[edge]!, end: 2 * edge + 1, edgeEnds })
  const joined = layers.join([from, to], {
    forward: streets.edgeForward[edge]!,
    backward: streets.edgeBackward[edge]!,
    edge,
    arcs: search,
  })
  edgeEnds.set(joined.out, 4 * edge)
  edgeEnds.set(joined.out, 4 * edge + 2)
  return joined
}

interface StreetEnd {
  vertex: number
  end: number
  edgeEnds: Int32Array
}

function privateEnd(streets: Streets, { vertex, end, edgeEnds }: StreetEnd): PrivateEnd {
  const flags = streets.vertexFlags[vertex]!
  if ((flags & NODE_FLAG.gate) !== 0)
    return { vertex, place: vertex, gate: publicNodes(streets, vertex, edgeEnds) }
  if ((flags & barrierBit(streets.profile)) !== 0) return { vertex, place: -1 - end, gate: [] }
  const isAtStreet = publicNodes(streets, vertex, edgeEnds).length > 0
  return { vertex, place: vertex, gate: isAtStreet ? [edgeEnds[4 * (end >> 1) + (end & 1)]!] : [] }
}

/** Of the public streets that end at a vertex; each has one of its own at a gate. */
function publicNodes(
  { ends, endStreet, edgeFlags }: Streets,
  vertex: number,
  edgeEnds: Int32Array,
): number[] {
  const nodes: number[] = []
  for (let i = ends[vertex]!; i < ends[vertex + 1]!; i++) {
    const end = endStreet[i]!
    if ((edgeFlags[end >> 1]! & FLAG.private) === 0) nodes.push(edgeEnds[4 * (end >> 1) + (end & 1)]!)
  }
  return nodes
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
