/**
 * The pedestrian graph of one area and one profile in typed arrays. Streets (edges between vertices) are what one
 * snaps to and draws; nodes and arcs are what one searches. Made by build.ts, read by everybody else.
 */
import type { Profile } from '../osm/profile.ts'
import type { LineIndex } from './line-index.ts'
import type { Obstacles } from './obstacles.ts'

/** Which of the four ends of an edge: `side * 2 + end`. */
export const LEFT = 0
export const RIGHT = 1

export interface Graph {
  profile: Profile
  /** Longitudes are stored relative to this, in 1e-7 degrees: an area on the antimeridian stays in one piece. */
  originLng: number

  vertexCount: number
  vertexLng: Int32Array
  vertexLat: Int32Array
  /** NODE_FLAG bits. */
  vertexFlags: Uint8Array

  /** Streets that end at vertex i: `ends[i]…ends[i + 1]` in `endStreet`, each `edge * 2 + (1 at its last point)`. */
  ends: Uint32Array
  endStreet: Int32Array

  edgeCount: number
  edgeFrom: Int32Array
  edgeTo: Int32Array
  /**
   * Four search nodes per edge: left side from, to, right side from, to. Both sides equal where sides do not matter.
   */
  edgeEnds: Int32Array
  /** Private streets lead out of and into their gates, never through: nodes of their own, see private.ts. */
  privateEnds: ReadonlyMap<number, PrivateEnds>
  edgeMetres: Float64Array
  /** Deciseconds along and against the edge; UNREACHABLE where one may not. */
  edgeForward: Int32Array
  edgeBackward: Int32Array
  /** Index in CLASSES. */
  edgeClass: Uint8Array
  /** FLAG bits. */
  edgeFlags: Uint32Array
  edgeLayer: Int8Array
  edgeName: Uint32Array
  /** Points of edge i, ends included: `shape[i]…shape[i + 1]` in `shapeLng`, `shapeLat`. */
  shape: Uint32Array
  shapeLng: Int32Array
  shapeLat: Int32Array
  /** Index 0 is the empty name. */
  names: string[]
  /** Other names of the same street. */
  otherNames: string[][]

  nodeCount: number
  nodeVertex: Int32Array
  /** Place of each node in the order of contraction, unimportant first; worked out when a hierarchy is made. */
  nodeRanks: () => Uint32Array
  /** Deciseconds for passing through a node (not for starting or ending there). */
  nodePenalty: Int32Array
  /** Arcs of node i: `arcs[i]…arcs[i + 1]`. */
  arcs: Uint32Array
  arcHead: Int32Array
  /** Deciseconds ≥ 1, the penalty of the tail node included. */
  arcTime: Int32Array
  /** Edge walked: `edge * 4 + side * 2 + (1 when against its direction)`; crossing an edge: −1 − edge. */
  arcStreet: Int32Array
  /** Connected piece of each node, ignoring one-way gates. */
  component: Int32Array
  /** Edges with both ends in each piece. */
  componentEdges: Int32Array
  /** Water, railways and walls between streets and doors; none in `osrm-compat`. */
  obstacles: Obstacles
  /** Where edges lie, in units of `shapeLng`, `shapeLat`. */
  index: LineIndex
}

/** Search nodes of a private street: those of walks that start inside, and of walks that end inside. */
export interface PrivateEnds {
  out: [from: number, to: number]
  in: [from: number, to: number]
  /** Public nodes at each end, several where streets meet at a locked gate; none where only private streets meet. */
  gate: [from: readonly number[], to: readonly number[]]
}

/** Name of an edge, empty when it has none. */
export function streetName(graph: Graph, edge: number): string {
  return graph.names[graph.edgeName[edge]!]!
}

/** Edge walked by an arc that is no crossing. */
export function streetOf(arcStreet: number): { edge: number; side: number; against: boolean } {
  return { edge: arcStreet >> 2, side: (arcStreet >> 1) & 1, against: (arcStreet & 1) === 1 }
}
