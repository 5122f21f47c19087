/** Joins street tiles into the graph of one profile. Does not read storage; load.ts does. */
import { tellGates } from '../gates/gates.ts'
import type { Moment } from '../hours/schedule.ts'
import type { Profile } from '../osm/profile.ts'
import { runningSums } from '../tile/arrays.ts'
import { tileAt } from '../tile/at-time.ts'
import { decodeStreetTile, type StreetTile } from '../tile/tile.ts'
import { joinEdges } from './edges.ts'
import type { Graph } from './graph.ts'
import { indexLines } from './line-index.ts'
import { searchNodes } from './nodes.ts'
import { joinObstacles } from './obstacles.ts'
import { CANVASS, COMPAT, type Switches } from './switches.ts'
import { joinVertices } from './vertices.ts'

/** How a graph is made of tiles. */
export interface BuildChoices extends Switches {
  /** When somebody walks; absent: as if no condition of an access tag held. */
  when?: Moment
}

/**
 * One graph from the tiles of an area: vertices shared by tiles become one, whatever order the tiles come in.
 *
 * @param tiles    bytes of encodeStreetTile, each cell once
 * @param profile  decides which edges are walkable and how fast
 * @throws VisibleError `streets.format`, `streets.damaged`
 * Cost: linear in the bytes but for the spatial index; about 65 ms per 10,000 edges on first use, 10 ms later.
 */
export function buildGraph(
  tiles: Uint8Array[],
  profile: Profile,
  choices: BuildChoices = profile === 'canvass' ? CANVASS : COMPAT,
): Graph {
  return joinTiles(tiles.map(decodeStreetTile).sort(byCell), profile, choices)
}

/** The order of tiles does not matter, but for the numbers of vertices. */
function byCell(a: StreetTile, b: StreetTile): number {
  return a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0
}

/** As buildGraph, from decoded tiles in the order given. */
export function joinTiles(timed: StreetTile[], profile: Profile, { when, ...switches }: BuildChoices): Graph {
  const tiles = profile === 'canvass' ? timed.map((tile) => tileAt(tile, when)) : timed
  const { vertexOf, ranks, ...places } = joinVertices(tiles)
  const streets = joinEdges(tiles, { vertices: { vertexOf, ...places }, profile, switches })
  const graph = { profile, ...places, ...streets }
  const obstacles = joinObstacles(
    profile === 'canvass' ? tiles.map((tile) => tile.obstacles) : [],
    places.originLng,
  )
  const joined = { ...graph, ...incidence(graph) }
  if (profile === 'canvass' && switches.privateEnds) tellGates(joined)
  // a long edge has a large box, which costs time and never a wrong answer
  const index = indexLines(streets.shape, streets.shapeLng, streets.shapeLat)
  return { ...joined, ...searchNodes(joined, { ...switches, ranks }), index, obstacles }
}

/** Which streets end at each vertex. */
function incidence({
  vertexCount,
  edgeCount,
  edgeFrom,
  edgeTo,
}: Pick<Graph, 'vertexCount' | 'edgeCount' | 'edgeFrom' | 'edgeTo'>): Pick<Graph, 'ends' | 'endStreet'> {
  const ends = new Uint32Array(vertexCount + 1)
  // counted loops here and below: iterators over typed arrays cost a cold start a hundred milliseconds
  for (let edge = 0; edge < edgeCount; edge++) {
    ends[edgeFrom[edge]! + 1]!++
    ends[edgeTo[edge]! + 1]!++
  }
  runningSums(ends)
  const next = ends.slice()
  const endStreet = new Int32Array(2 * edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    endStreet[next[edgeFrom[edge]!]!++] = 2 * edge
    endStreet[next[edgeTo[edge]!]!++] = 2 * edge + 1
  }
  return { ends, endStreet }
}
