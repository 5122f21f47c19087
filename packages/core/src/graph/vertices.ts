/** Vertices of several street tiles: those on a border, which two tiles hold, become one. */
import { wrapE7 } from './network.ts'
import type { StreetTile } from './tile.ts'

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

/** Stored place in the order of contraction of a vertex, or of one of its corners. */
export interface CornerRanks {
  compat(vertex: number): number
  canvass(vertex: number, corner: number): number
}

/** Vertices of several tiles, shared ones once, numbered in the order of the tiles. */
export function joinVertices(tiles: StreetTile[]): JoinedVertices {
  const originLng = tiles.find((tile) => tile.nodes.lng.length > 0)?.nodes.lng[0] ?? 0
  const work = new Work(tiles.reduce((sum, tile) => sum + tile.nodes.lng.length, 0))
  const vertexOf = tiles.map(({ nodes }, tile) => work.addTile(nodes, { tile, originLng }))
  return {
    originLng,
    vertexCount: work.count,
    vertexLng: work.lng.subarray(0, work.count),
    vertexLat: work.lat.subarray(0, work.count),
    vertexFlags: work.flags.subarray(0, work.count),
    corners: ranksOf(tiles, work),
    vertexOf,
  }
}

/** Vertices under construction. */
class Work {
  count = 0
  readonly lng: Int32Array
  readonly lat: Int32Array
  readonly flags: Uint8Array
  /** The tile and node that a vertex was first seen in. */
  readonly tileOf: Uint32Array
  readonly nodeOf: Uint32Array
  private readonly shared = new Map<number, number>()

  constructor(capacity: number) {
    this.lng = new Int32Array(capacity)
    this.lat = new Int32Array(capacity)
    this.flags = new Uint8Array(capacity)
    this.tileOf = new Uint32Array(capacity)
    this.nodeOf = new Uint32Array(capacity)
  }

  /** Answers the vertex of each node. */
  addTile(nodes: StreetTile['nodes'], { tile, originLng }: { tile: number; originLng: number }): Int32Array {
    const { lng, lat, flags, tileOf, nodeOf, shared } = this
    const vertices = new Int32Array(nodes.lng.length)
    let count = this.count
    for (let i = 0; i < vertices.length; i++) {
      const id = nodes.id[i]!
      if (id !== 0) {
        const known = shared.get(id)
        if (known !== undefined) {
          vertices[i] = known
          continue
        }
        shared.set(id, count)
      }
      lng[count] = wrapE7(nodes.lng[i]! - originLng)
      lat[count] = nodes.lat[i]!
      flags[count] = nodes.flags[i]!
      tileOf[count] = tile
      nodeOf[count] = i
      vertices[i] = count++
    }
    this.count = count
    return vertices
  }
}

/** Keeps the columns it needs, not the tiles. */
function ranksOf(tiles: StreetTile[], { tileOf, nodeOf }: Work): CornerRanks {
  const columns = tiles.map(({ nodes: { rank, corners, cornerRank } }) => ({ rank, corners, cornerRank }))
  return {
    compat: (vertex) => columns[tileOf[vertex]!]!.rank[nodeOf[vertex]!]!,
    canvass: (vertex, corner) => {
      const { corners, cornerRank } = columns[tileOf[vertex]!]!
      const node = nodeOf[vertex]!
      const first = corners[node]!
      const last = corners[node + 1]! - 1
      return last < first ? 0 : cornerRank[Math.min(first + corner, last)]!
    },
  }
}
