/**
 * Edges of several street tiles in the arrays of a graph: those that a profile may walk, with their lines, lengths and
 * times. One plain loop for each, tile by tile: a cold start pays for compiling what it runs, most for large functions.
 */
import { metresPerDegree, UNREACHABLE } from '../units.ts'
import type { Profile } from './graph.ts'
import { E7, wrapE7, type Graph } from './network.ts'
import { FLAG } from './flags.ts'
import { CLASSES } from './street-class.ts'
import { AVOIDED_STAIRS, WALKING_SPEED, type Switches } from './switches.ts'
import { NAME_SEPARATOR, type StreetTile } from './tile.ts'

export type JoinedEdges = Pick<
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

export interface EdgeContext {
  /** Vertex of each node of each tile. */
  vertexOf: Int32Array[]
  originLng: number
  profile: Profile
  switches: Switches
}

/** OSRM keeps coordinates at 1e-6 degrees: ten of our units. */
const OSRM_UNIT = 10

export function joinEdges(
  tiles: StreetTile[],
  { vertexOf, originLng, profile, switches }: EdgeContext,
): JoinedEdges {
  const capacity = tiles.reduce((sum, tile) => sum + tile.edges.from.length, 0)
  const points = tiles.reduce((sum, tile) => sum + tile.edges.bendLng.length, 0) + 2 * capacity
  const work = new Work(capacity, points)
  tiles.forEach((tile, t) => {
    const first = work.edges
    work.choose(tile, { profile, switches })
    work.place(tile, { first, vertices: vertexOf[t]!, names: work.nameTile(tile) })
    work.draw(tile, { first, originLng })
  })
  if (profile === 'osrm-compat') {
    work.forgetBorrowedNames()
    work.measureLikeOsrm()
  } else work.measure()
  work.closeWays(DIRECTIONS[profile])
  return work.finish()
}

/** Edges under construction. */
class Work {
  edges = 0
  private points = 0
  /** Index of each edge in its tile. */
  private readonly source: Uint32Array
  private readonly from: Int32Array
  private readonly to: Int32Array
  private readonly metres: Float64Array
  private readonly forward: Int32Array
  private readonly backward: Int32Array
  private readonly street: Uint8Array
  private readonly flags: Uint32Array
  private readonly layer: Int8Array
  private readonly name: Uint32Array
  private readonly shape: Uint32Array
  private readonly lng: Int32Array
  private readonly lat: Int32Array
  private readonly names = ['']
  private readonly otherNames: string[][] = [[]]
  private readonly nameIndex = new Map([['', 0]])
  /** Deciseconds per metre. */
  private readonly pace: Float64Array

  constructor(edges: number, points: number) {
    this.source = new Uint32Array(edges)
    this.from = new Int32Array(edges)
    this.to = new Int32Array(edges)
    this.metres = new Float64Array(edges)
    this.forward = new Int32Array(edges)
    this.backward = new Int32Array(edges)
    this.street = new Uint8Array(edges)
    this.flags = new Uint32Array(edges)
    this.layer = new Int8Array(edges)
    this.name = new Uint32Array(edges)
    this.shape = new Uint32Array(edges + 1)
    this.lng = new Int32Array(points)
    this.lat = new Int32Array(points)
    this.pace = new Float64Array(edges)
  }

  /** Those that the profile may walk at least one way. */
  choose(
    { rules, edges: { rule } }: StreetTile,
    { profile, switches }: Pick<EdgeContext, 'profile' | 'switches'>,
  ): void {
    const paces = pacesOf(rules, { profile, switches })
    const { source, street, flags, layer, pace } = this
    let edge = this.edges
    for (let i = 0; i < rule.length; i++) {
      const row = rule[i]!
      if (paces[row] === 0) continue
      source[edge] = i
      street[edge] = rules.class[row]!
      flags[edge] = rules.flags[row]!
      layer[edge] = rules.layer[row]!
      pace[edge++] = paces[row]!
    }
    this.edges = edge
  }

  /** Index in the graph of each name of the tile. */
  nameTile({ names }: StreetTile): Uint32Array {
    return Uint32Array.from(names, (text) => {
      const known = this.nameIndex.get(text)
      if (known !== undefined) return known
      const [name = '', ...others] = text.split(NAME_SEPARATOR)
      this.nameIndex.set(text, this.names.length)
      this.otherNames.push(others)
      return this.names.push(name) - 1
    })
  }

  place(
    { edges }: StreetTile,
    { first, vertices, names }: { first: number; vertices: Int32Array; names: Uint32Array },
  ): void {
    const { source, from, to, name } = this
    for (let edge = first; edge < this.edges; edge++) {
      const i = source[edge]!
      from[edge] = vertices[edges.from[i]!]!
      to[edge] = vertices[edges.to[i]!]!
      name[edge] = names[edges.name[i]!]!
    }
  }

  /** Points of each edge, its ends included. */
  draw({ nodes, edges }: StreetTile, { first, originLng }: { first: number; originLng: number }): void {
    const { source, shape, lng, lat } = this
    const { from, to, bends, bendLng, bendLat } = edges
    let point = this.points
    for (let edge = first; edge < this.edges; edge++) {
      const i = source[edge]!
      lng[point] = nodes.lng[from[i]!]!
      lat[point++] = nodes.lat[from[i]!]!
      const end = bends[i + 1]!
      for (let k = bends[i]!; k < end; k++) {
        lng[point] = bendLng[k]!
        lat[point++] = bendLat[k]!
      }
      lng[point] = nodes.lng[to[i]!]!
      lat[point++] = nodes.lat[to[i]!]!
      shape[edge + 1] = point
    }
    moveOrigin(lng.subarray(this.points, point), originLng)
    this.points = point
  }

  /** OSRM leaves a sidewalk without a name. */
  forgetBorrowedNames(): void {
    for (let edge = 0; edge < this.edges; edge++) {
      if ((this.flags[edge]! & FLAG.nameFromStreet) !== 0) this.name[edge] = 0
    }
  }

  /** Lengths, and times of whole edges. */
  measure(): void {
    const { shape, lng, lat, metres, forward, pace } = this
    for (let edge = 0; edge < this.edges; edge++) {
      const first = shape[edge]!
      const scale = metresPerDegree(lat[first]! / E7)
      let length = 0
      const end = shape[edge + 1]!
      for (let i = first + 1; i < end; i++) {
        const east = ((lng[i]! - lng[i - 1]!) / E7) * scale.lng
        const north = ((lat[i]! - lat[i - 1]!) / E7) * scale.lat
        length += Math.sqrt(east * east + north * north)
      }
      metres[edge] = length
      forward[edge] = Math.max(1, Math.round(length * pace[edge]!))
    }
  }

  /** OSRM rounds places to 1e-6 degrees, and each stretch between two bends to a decisecond, at least one. */
  measureLikeOsrm(): void {
    const { shape, lng, lat, metres, forward, pace } = this
    for (let edge = 0; edge < this.edges; edge++) {
      const first = shape[edge]!
      const scale = metresPerDegree(lat[first]! / E7)
      let length = 0
      let time = 0
      for (let i = first + 1; i < shape[edge + 1]!; i++) {
        const east = ((coarse(lng[i]!) - coarse(lng[i - 1]!)) / E7) * scale.lng
        const north = ((coarse(lat[i]!) - coarse(lat[i - 1]!)) / E7) * scale.lat
        const stretch = Math.sqrt(east * east + north * north)
        length += stretch
        time += Math.max(1, Math.round(stretch * pace[edge]!))
      }
      metres[edge] = length
      forward[edge] = time
    }
  }

  /** Closes the directions that nobody may walk: until here `forward` holds the time of both. */
  closeWays({ forwardBit, backwardBit }: DirectionBits): void {
    const { flags, forward, backward } = this
    for (let edge = 0; edge < this.edges; edge++) {
      backward[edge] = (flags[edge]! & backwardBit) !== 0 ? forward[edge]! : UNREACHABLE
      if ((flags[edge]! & forwardBit) === 0) forward[edge] = UNREACHABLE
    }
  }

  finish(): JoinedEdges {
    const { edges, points } = this
    return {
      edgeCount: edges,
      edgeFrom: this.from.subarray(0, edges),
      edgeTo: this.to.subarray(0, edges),
      edgeMetres: this.metres.subarray(0, edges),
      edgeForward: this.forward.subarray(0, edges),
      edgeBackward: this.backward.subarray(0, edges),
      edgeClass: this.street.subarray(0, edges),
      edgeFlags: this.flags.subarray(0, edges),
      edgeLayer: this.layer.subarray(0, edges),
      edgeName: this.name.subarray(0, edges),
      shape: this.shape.subarray(0, edges + 1),
      shapeLng: this.lng.subarray(0, points),
      shapeLat: this.lat.subarray(0, points),
      names: this.names,
      otherNames: this.otherNames,
    }
  }
}

interface DirectionBits {
  forwardBit: number
  backwardBit: number
}

const DIRECTIONS: Readonly<Record<Profile, DirectionBits>> = {
  'osrm-compat': { forwardBit: FLAG.compatForward, backwardBit: FLAG.compatBackward },
  canvass: { forwardBit: FLAG.canvassForward, backwardBit: FLAG.canvassBackward },
}

const STEPS = CLASSES.indexOf('steps')

/** Deciseconds per metre of each rule of a tile; 0 where the profile may not walk. */
function pacesOf(
  rules: StreetTile['rules'],
  { profile, switches }: Pick<EdgeContext, 'profile' | 'switches'>,
): Float64Array {
  const { forwardBit, backwardBit } = DIRECTIONS[profile]
  const open = forwardBit | backwardBit
  const paces = new Float64Array(rules.class.length)
  for (let row = 0; row < paces.length; row++) {
    const flags = rules.flags[row]!
    if ((flags & open) === 0 || ((flags & FLAG.chord) !== 0 && !switches.squares)) continue
    const speed = profile === 'osrm-compat' ? rules.compatSpeed[row]! : canvassSpeed(rules, { row, switches })
    paces[row] = (10 / WALKING_SPEED[profile]) * (100 / speed)
  }
  return paces
}

/** Per cent of walking speed. */
function canvassSpeed(
  rules: StreetTile['rules'],
  { row, switches }: { row: number; switches: Switches },
): number {
  const speed = rules.canvassSpeed[row]!
  if (rules.class[row] !== STEPS || switches.stairs === 'slow') return speed
  return switches.stairs === 'level' ? 100 : 100 / AVOIDED_STAIRS
}

function moveOrigin(lng: Int32Array, originLng: number): void {
  for (let i = 0; i < lng.length; i++) lng[i] = wrapE7(lng[i]! - originLng)
}

function coarse(value: number): number {
  return Math.round(value / OSRM_UNIT) * OSRM_UNIT
}
