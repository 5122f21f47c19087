/** Vertices of several street tiles: those on a border, which two tiles hold, become one. */
import { numbersBelow } from '../tile/arrays.ts'
import type { StreetTile } from '../tile/tile.ts'
import { moveOrigin } from './coordinates.ts'

export interface JoinedVertices {
  originLng: number
  vertexCount: number
  vertexLng: Int32Array
  vertexLat: Int32Array
  vertexFlags: Uint8Array
  /** Vertex of each node of each tile. */
  vertexOf: Int32Array[]
  /** Worked out when asked. */
  ranks: () => CornerRanks
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
  const vertexOf = tiles.map(({ nodes }) => work.addTile(nodes))
  const { count, runs } = work
  const vertexLng = work.lng.subarray(0, count)
  moveOrigin(vertexLng, originLng)
  return {
    originLng,
    vertexCount: count,
    vertexLng,
    vertexLat: work.lat.subarray(0, count),
    vertexFlags: work.flags.subarray(0, count),
    vertexOf,
    ranks: () => ranksOf(runs, count),
  }
}

type Ranks = Pick<StreetTile['nodes'], 'rank' | 'corners' | 'cornerRank'>

/** Nodes of a tile in a row that became vertices in a row. Keeps the columns it needs, not the tile. */
interface Run extends Ranks {
  node: number
  vertex: number
}

interface VertexRange {
  first: number
  end: number
  vertices: Int32Array
}

/** Vertices under construction. */
class Work {
  count = 0
  readonly runs: Run[] = []
  readonly lng: Int32Array
  readonly lat: Int32Array
  readonly flags: Uint8Array
  private readonly numbers: Int32Array
  private readonly shared = new Map<number, number>()

  constructor(capacity: number) {
    this.lng = new Int32Array(capacity)
    this.lat = new Int32Array(capacity)
    this.flags = new Uint8Array(capacity)
    this.numbers = numbersBelow(capacity)
  }

  /** Answers the vertex of each node. */
  addTile(nodes: StreetTile['nodes']): Int32Array {
    const vertices = new Int32Array(nodes.lng.length)
    let next = 0
    nodes.shared.forEach((node, i) => {
      const id = nodes.sharedId[i]!
      const known = this.shared.get(id)
      if (known === undefined) {
        this.shared.set(id, this.count + node - next)
        return
      }
      this.addRun(nodes, { first: next, end: node, vertices })
      vertices[node] = known
      next = node + 1
    })
    this.addRun(nodes, { first: next, end: vertices.length, vertices })
    return vertices
  }

  /** Nodes `first`…`end` become vertices. */
  private addRun(
    { lng, lat, flags, rank, corners, cornerRank }: StreetTile['nodes'],
    { first, end, vertices }: VertexRange,
  ): void {
    const { count } = this
    this.runs.push({ node: first, vertex: count, rank, corners, cornerRank })
    this.lng.set(lng.subarray(first, end), count)
    this.lat.set(lat.subarray(first, end), count)
    this.flags.set(flags.subarray(first, end), count)
    this.count += end - first
    vertices.set(this.numbers.subarray(count, this.count), first)
  }
}

function ranksOf(runs: Run[], count: number): CornerRanks {
  const runOf = new Uint32Array(count)
  runs.forEach(({ vertex }, run) => runOf.fill(run, vertex))
  return {
    compat: (vertex) => {
      const run = runs[runOf[vertex]!]!
      return run.rank[run.node + vertex - run.vertex]!
    },
    canvass: (vertex, corner) => {
      const run = runs[runOf[vertex]!]!
      const node = run.node + vertex - run.vertex
      const first = run.corners[node]!
      const last = run.corners[node + 1]! - 1
      return last < first ? 0 : run.cornerRank[Math.min(first + corner, last)]!
    },
  }
}
