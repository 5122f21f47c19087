/**
 * Edges of several street tiles in the arrays of a graph: those that a profile may walk, with their lines, lengths and
 * times. Each plain loop runs once over all edges: a cold start pays for compiling what it runs, and again for what it
 * calls again.
 */
import { FLAG } from '../osm/flags.ts'
import type { Profile } from '../osm/profile.ts'
import type { StreetTile } from '../tile/tile.ts'
import { moveOrigin } from './coordinates.ts'
import { EdgeColumns } from './edge-columns.ts'
import type { Graph } from './graph.ts'
import { measureLines, type Lines } from './measure.ts'
import type { Switches } from './switches.ts'
import type { JoinedVertices } from './vertices.ts'

type JoinedEdges = Pick<
  Graph,
  | 'edgeCount'
  | 'edgeFrom'
  | 'edgeTo'
  | 'edgeMetres'
  | 'edgeForward'
  | 'edgeBackward'
  | 'edgeClass'
  | 'edgeFlags'
  | 'edgeLayer'
  | 'edgeName'
  | 'shape'
  | 'shapeLng'
  | 'shapeLat'
  | 'names'
  | 'otherNames'
>

interface EdgeContext {
  vertices: Pick<JoinedVertices, 'vertexOf' | 'originLng' | 'vertexLng' | 'vertexLat'>
  profile: Profile
  switches: Switches
}

export function joinEdges(tiles: StreetTile[], { vertices, profile, switches }: EdgeContext): JoinedEdges {
  const columns = new EdgeColumns(tiles)
  tiles.forEach((tile, t) => {
    columns.addTile(tile, { vertices: vertices.vertexOf[t]!, profile, switches })
  })
  const lines = drawLines(columns, vertices)
  const kinds = applyRules(columns)
  const edgeName = new Uint32Array(columns.name.buffer, 0, columns.count)
  if (profile === 'osrm-compat') forgetBorrowedNames(edgeName, kinds.edgeFlags)
  return {
    edgeCount: columns.count,
    edgeFrom: columns.from.subarray(0, columns.count),
    edgeTo: columns.to.subarray(0, columns.count),
    edgeName,
    ...kinds,
    ...lines,
    ...measureLines(lines, { ...kinds, profile, paces: { rule: columns.rule, pace: columns.rules.pace } }),
    names: columns.names,
    otherNames: columns.otherNames,
  }
}

/** Points of each edge, its ends included. */
function drawLines(
  { count, from, to, bendEnd, bendCount, bendLng, bendLat }: EdgeColumns,
  { originLng, vertexLng, vertexLat }: EdgeContext['vertices'],
): Lines {
  moveOrigin(bendLng, originLng)
  const shape = new Uint32Array(count + 1)
  const shapeLng = new Int32Array(bendCount + 2 * count)
  const shapeLat = new Int32Array(shapeLng.length)
  let bend = 0
  let point = 0
  for (let edge = 0; edge < count; edge++) {
    shapeLng[point] = vertexLng[from[edge]!]!
    shapeLat[point++] = vertexLat[from[edge]!]!
    for (const end = bendEnd[edge]!; bend < end; bend++) {
      shapeLng[point] = bendLng[bend]!
      shapeLat[point++] = bendLat[bend]!
    }
    shapeLng[point] = vertexLng[to[edge]!]!
    shapeLat[point++] = vertexLat[to[edge]!]!
    shape[edge + 1] = point
  }
  return { shape, shapeLng, shapeLat }
}

/** What each edge has from its rule. */
function applyRules({
  count,
  rule,
  rules,
}: EdgeColumns): Pick<Graph, 'edgeClass' | 'edgeFlags' | 'edgeLayer'> {
  const edgeClass = new Uint8Array(count)
  const edgeFlags = new Uint32Array(count)
  const edgeLayer = new Int8Array(count)
  for (let edge = 0; edge < count; edge++) {
    const row = rule[edge]!
    edgeClass[edge] = rules.class[row]!
    edgeFlags[edge] = rules.flags[row]!
    edgeLayer[edge] = rules.layer[row]!
  }
  return { edgeClass, edgeFlags, edgeLayer }
}

/** OSRM leaves a sidewalk without a name. */
function forgetBorrowedNames(edgeName: Uint32Array, edgeFlags: Uint32Array): void {
  for (let edge = 0; edge < edgeName.length; edge++) {
    if ((edgeFlags[edge]! & FLAG.nameFromStreet) !== 0) edgeName[edge] = 0
  }
}
