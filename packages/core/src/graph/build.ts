/** Joins street tiles into the graph of one profile. Does not read storage; load.ts does. */
import Flatbush from 'flatbush'
import { metresPerDegree, UNREACHABLE } from '../units.ts'
import type { Profile } from './graph.ts'
import { E7, wrapE7, type Graph } from './network.ts'
import { CLASSES, FLAG } from './rules.ts'
import { countsToStarts, searchNodes, type CornerRanks } from './nodes.ts'
import { joinObstacles } from './obstacles.ts'
import { decodeStreetTile, NAME_SEPARATOR, type StreetTile } from './tile.ts'

/** Walking speed in metres per second. OSRM: 5 km/h. Ours: the slower pace of someone with a clipboard (DESIGN.md §5). */
export const WALKING_SPEED: Readonly<Record<Profile, number>> = { 'osrm-compat': 5 / 3.6, canvass: 1.25 }

/** What `canvass` does differently, each with a switch so that its effect can be measured (docs/streets.md). */
export interface Switches {
  /** Sides of streets are walked apart; crossing costs. */
  sides: boolean
  /** Private streets are the first or last of a walk only; off, they are streets like any other. */
  privateEnds: boolean
  /** Stairs at half speed, as fast as level ground, or only where there is no other way within reason. */
  stairs: 'slow' | 'level' | 'avoid'
  /** Straight across squares; off, around them. */
  squares: boolean
}

export const CANVASS: Switches = { sides: true, privateEnds: true, stairs: 'slow', squares: true }
export const COMPAT: Switches = { sides: false, privateEnds: false, stairs: 'level', squares: false }

/** Avoided stairs count as ten times their length: 10 m of stairs or 80 m more on the level. */
const AVOIDED_STAIRS = 10

/** OSRM keeps coordinates at 1e-6 degrees: ten of our units. */
const OSRM_UNIT = 10

/**
 * One graph from the tiles of an area: vertices shared by tiles become one, whatever order the tiles come in.
 *
 * @param tiles    bytes of encodeStreetTile, each cell once
 * @param profile  decides which edges are walkable and how fast
 * @throws VisibleError `streets.format`, `streets.damaged`
 * Cost: linear in the bytes but for the spatial index; about 25 ms per 10,000 edges on first use.
 */
export function buildGraph(
  tiles: Uint8Array[],
  profile: Profile,
  switches: Switches = profile === 'canvass' ? CANVASS : COMPAT,
): Graph {
  return joinTiles(tiles.map(decodeStreetTile).sort(byCell), profile, switches)
}

/** The order of tiles does not matter, but for the numbers of vertices. */
export function byCell(a: StreetTile, b: StreetTile): number {
  return a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0
}

/** As buildGraph, from decoded tiles in the order given. */
export function joinTiles(tiles: StreetTile[], profile: Profile, switches: Switches): Graph {
  const { vertexOf, corners, ...places } = joinVertices(tiles)
  const streets = joinEdges(tiles, { vertexOf, origin: places.originLng, profile, switches })
  const graph = { profile, ...places, ...streets }
  const obstacles = joinObstacles(
    profile === 'canvass' ? tiles.map((tile) => tile.obstacles) : [],
    places.originLng,
  )
  const joined = { ...graph, ...incidence(graph) }
  return { ...joined, ...searchNodes(joined, { ...switches, corners }), index: indexOf(streets), obstacles }
}

export interface JoinedVertices {
  originLng: number
  vertexCount: number
  vertexLng: Int32Array
  vertexLat: Int32Array
  vertexFlags: Uint8Array
  corners: CornerRanks
  /** Vertex of each node of each tile. */
  vertexOf: Int32Array[]
}

/** Vertices of several tiles, shared ones once, numbered in the order of the tiles. */
export function joinVertices(tiles: StreetTile[]): JoinedVertices {
  const total = tiles.reduce((sum, tile) => sum + tile.nodes.lng.length, 0)
  const originLng = tiles.find((tile) => tile.nodes.lng.length > 0)?.nodes.lng[0] ?? 0
  const vertexLng = new Int32Array(total)
  const vertexLat = new Int32Array(total)
  const vertexFlags = new Uint8Array(total)
  const tileOf = new Uint32Array(total)
  const nodeOf = new Uint32Array(total)
  const shared = new Map<number, number>()
  let count = 0
  const vertexOf = tiles.map(({ nodes }, tile) => {
    const vertices = new Int32Array(nodes.lng.length)
    for (let i = 0; i < vertices.length; i++) {
      const id = nodes.id[i]!
      const known = id === 0 ? undefined : shared.get(id)
      if (known !== undefined) {
        vertices[i] = known
        continue
      }
      if (id !== 0) shared.set(id, count)
      vertexLng[count] = wrapE7(nodes.lng[i]! - originLng)
      vertexLat[count] = nodes.lat[i]!
      vertexFlags[count] = nodes.flags[i]!
      tileOf[count] = tile
      nodeOf[count] = i
      vertices[i] = count++
    }
    return vertices
  })
  return {
    originLng,
    vertexCount: count,
    vertexLng: vertexLng.subarray(0, count),
    vertexLat: vertexLat.subarray(0, count),
    vertexFlags: vertexFlags.subarray(0, count),
    corners: {
      compat: (vertex) => tiles[tileOf[vertex]!]!.nodes.rank[nodeOf[vertex]!]!,
      canvass: (vertex, corner) => {
        const { corners, cornerRank } = tiles[tileOf[vertex]!]!.nodes
        const node = nodeOf[vertex]!
        const first = corners[node]!
        const last = corners[node + 1]! - 1
        return last < first ? 0 : cornerRank[Math.min(first + corner, last)]!
      },
    },
    vertexOf,
  }
}

type Streets = Pick<
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

interface JoinContext {
  vertexOf: Int32Array[]
  origin: number
  profile: Profile
  switches: Switches
}

function joinEdges(tiles: StreetTile[], { vertexOf, origin, profile, switches }: JoinContext): Streets {
  const compat = profile === 'osrm-compat'
  const forwardBit = compat ? FLAG.compatForward : FLAG.canvassForward
  const backwardBit = compat ? FLAG.compatBackward : FLAG.canvassBackward
  const capacity = tiles.reduce((sum, tile) => sum + tile.edges.from.length, 0)
  const points = tiles.reduce((sum, tile) => sum + tile.edges.bendLng.length, 0) + 2 * capacity
  const streets: Streets = {
    edgeCount: 0,
    edgeFrom: new Int32Array(capacity),
    edgeTo: new Int32Array(capacity),
    edgeMetres: new Float64Array(capacity),
    edgeForward: new Int32Array(capacity),
    edgeBackward: new Int32Array(capacity),
    edgeClass: new Uint8Array(capacity),
    edgeFlags: new Uint32Array(capacity),
    edgeLayer: new Int8Array(capacity),
    edgeName: new Uint32Array(capacity),
    shape: new Uint32Array(capacity + 1),
    shapeLng: new Int32Array(points),
    shapeLat: new Int32Array(points),
    names: [''],
    otherNames: [[]],
  }
  const nameIndex = new Map([['', 0]])
  const pace = 10 / WALKING_SPEED[profile]
  let edge = 0
  let point = 0
  tiles.forEach(({ names, rules, edges }, t) => {
    const nameOf = names.map((text) => {
      const known = nameIndex.get(text)
      if (known !== undefined) return known
      const [name = '', ...others] = text.split(NAME_SEPARATOR)
      nameIndex.set(text, streets.names.length)
      streets.otherNames.push(others)
      return streets.names.push(name) - 1
    })
    for (let i = 0; i < edges.from.length; i++) {
      const rule = edges.rule[i]!
      const flags = rules.flags[rule]!
      const forward = (flags & forwardBit) !== 0
      const backward = (flags & backwardBit) !== 0
      if (!forward && !backward) continue
      if ((flags & FLAG.chord) !== 0 && !switches.squares) continue
      const first = point
      point = appendLine(streets, { tile: tiles[t]!, edge: i, at: first, origin })
      const speed = compat ? rules.compatSpeed[rule]! : canvassSpeed(rules, { rule, switches })
      const time = measureLine(streets, edge, { first, last: point - 1, pace: pace * (100 / speed), compat })
      streets.edgeFrom[edge] = vertexOf[t]![edges.from[i]!]!
      streets.edgeTo[edge] = vertexOf[t]![edges.to[i]!]!
      streets.edgeForward[edge] = forward ? time : UNREACHABLE
      streets.edgeBackward[edge] = backward ? time : UNREACHABLE
      streets.edgeClass[edge] = rules.class[rule]!
      streets.edgeFlags[edge] = flags
      streets.edgeLayer[edge] = rules.layer[rule]!
      const borrowed = compat && (flags & FLAG.nameFromStreet) !== 0
      streets.edgeName[edge] = borrowed ? 0 : nameOf[edges.name[i]!]!
      streets.shape[++edge] = point
    }
  })
  return trim(streets, { edges: edge, points: point })
}

const STEPS = CLASSES.indexOf('steps')

/** Per cent of walking speed. */
function canvassSpeed(
  rules: StreetTile['rules'],
  { rule, switches }: { rule: number; switches: Switches },
): number {
  const speed = rules.canvassSpeed[rule]!
  if (rules.class[rule] !== STEPS || switches.stairs === 'slow') return speed
  return switches.stairs === 'level' ? 100 : 100 / AVOIDED_STAIRS
}

interface LinePlace {
  tile: StreetTile
  edge: number
  /** Index of the first point. */
  at: number
  origin: number
}

/** Points of one edge, its ends included; answers the index after the last. */
function appendLine({ shapeLng, shapeLat }: Streets, { tile, edge, at, origin }: LinePlace): number {
  const { nodes, edges } = tile
  const from = edges.from[edge]!
  const to = edges.to[edge]!
  let point = at
  shapeLng[point] = wrapE7(nodes.lng[from]! - origin)
  shapeLat[point++] = nodes.lat[from]!
  for (let k = edges.bends[edge]!; k < edges.bends[edge + 1]!; k++) {
    shapeLng[point] = wrapE7(edges.bendLng[k]! - origin)
    shapeLat[point++] = edges.bendLat[k]!
  }
  shapeLng[point] = wrapE7(nodes.lng[to]! - origin)
  shapeLat[point++] = nodes.lat[to]!
  return point
}

/**
 * Writes the length of a line to `edgeMetres` and answers its walking time. OSRM rounds each stretch between two
 * bends to a decisecond, at least one.
 */
function measureLine(
  { shapeLng, shapeLat, edgeMetres }: Streets,
  edge: number,
  { first, last, pace, compat }: { first: number; last: number; pace: number; compat: boolean },
): number {
  const scale = metresPerDegree(shapeLat[first]! / E7)
  const unit = compat ? OSRM_UNIT : 1
  let metres = 0
  let time = 0
  for (let i = first; i < last; i++) {
    const dx = coarse(shapeLng[i + 1]!, unit) - coarse(shapeLng[i]!, unit)
    const dy = coarse(shapeLat[i + 1]!, unit) - coarse(shapeLat[i]!, unit)
    const east = (dx / E7) * scale.lng
    const north = (dy / E7) * scale.lat
    const stretch = Math.sqrt(east * east + north * north)
    metres += stretch
    if (compat) time += Math.max(1, Math.round(stretch * pace))
  }
  edgeMetres[edge] = metres
  return compat ? time : Math.max(1, Math.round(metres * pace))
}

function coarse(value: number, unit: number): number {
  return unit === 1 ? value : Math.round(value / unit) * unit
}

function trim(streets: Streets, { edges, points }: { edges: number; points: number }): Streets {
  return {
    ...streets,
    edgeCount: edges,
    edgeFrom: streets.edgeFrom.subarray(0, edges),
    edgeTo: streets.edgeTo.subarray(0, edges),
    edgeMetres: streets.edgeMetres.subarray(0, edges),
    edgeForward: streets.edgeForward.subarray(0, edges),
    edgeBackward: streets.edgeBackward.subarray(0, edges),
    edgeClass: streets.edgeClass.subarray(0, edges),
    edgeFlags: streets.edgeFlags.subarray(0, edges),
    edgeLayer: streets.edgeLayer.subarray(0, edges),
    edgeName: streets.edgeName.subarray(0, edges),
    shape: streets.shape.subarray(0, edges + 1),
    shapeLng: streets.shapeLng.subarray(0, points),
    shapeLat: streets.shapeLat.subarray(0, points),
  }
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
  countsToStarts(ends)
  const next = ends.slice()
  const endStreet = new Int32Array(2 * edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    endStreet[next[edgeFrom[edge]!]!++] = 2 * edge
    endStreet[next[edgeTo[edge]!]!++] = 2 * edge + 1
  }
  return { ends, endStreet }
}

/** Boxes of edges; a long edge has a large box, which costs time and never a wrong answer. */
function indexOf({ edgeCount, shape, shapeLng, shapeLat }: Streets): Flatbush | null {
  if (edgeCount === 0) return null
  const index = new Flatbush(edgeCount, 16, Float64Array)
  for (let edge = 0; edge < edgeCount; edge++) {
    const first = shape[edge]!
    let west = shapeLng[first]!
    let south = shapeLat[first]!
    let east = west
    let north = south
    for (let i = first + 1; i < shape[edge + 1]!; i++) {
      const lng = shapeLng[i]!
      const lat = shapeLat[i]!
      if (lng < west) west = lng
      else if (lng > east) east = lng
      if (lat < south) south = lat
      else if (lat > north) north = lat
    }
    index.add(west, south, east, north)
  }
  index.finish()
  return index
}
