/** The order in which the nodes of a region leave the contraction hierarchy: unimportant first, stored in the tiles. */
import { joinTiles } from '@doorwalk/core/graph/network/build'
import { toLngLat } from '@doorwalk/core/graph/network/coordinates'
import type { Graph } from '@doorwalk/core/graph/network/graph'
import { CANVASS, COMPAT } from '@doorwalk/core/graph/network/switches'
import { FLAG } from '@doorwalk/core/graph/osm/flags'
import type { StreetTile } from '@doorwalk/core/graph/tile/tile'
import { joinVertices } from '@doorwalk/core/graph/network/vertices'
import { cellAt, TILE_RESOLUTION, type Cell } from '@doorwalk/core/h3'
import { Contraction } from '@doorwalk/core/matrix/contraction'

/** Weight of an added shortcut against a removed arc, and of depth: keeps the hierarchy flat. */
const SHORTCUT_WEIGHT = 2

export interface RankedTiles {
  tiles: StreetTile[]
  /** Cells with streets that lie behind gates, even at the hours at which most are open. */
  gatedCells: Set<Cell>
}

/**
 * The tiles of a region with the ranks of both profiles filled in.
 *
 * The corners of `canvass` have an order of their own: taken out junction by junction they would cost ten times the
 * shortcuts. The order of a whole region also serves any few of its tiles.
 */
export function rankTiles(tiles: StreetTile[]): RankedTiles {
  const { vertexOf, vertexCount } = joinVertices(tiles)
  const compat = ranksByVertex(joinTiles(tiles, 'osrm-compat', COMPAT), vertexCount)
  const graph = joinTiles(tiles, 'canvass', { ...CANVASS, when: 'most open' })
  const canvass = ranksByVertex(graph, vertexCount)
  const ranked = tiles.map((tile, t) => {
    const vertices = Array.from(vertexOf[t]!)
    const corners = new Uint32Array(vertices.length + 1)
    vertices.forEach((vertex, i) => (corners[i + 1] = corners[i]! + canvass[vertex]!.length))
    return {
      ...tile,
      nodes: {
        ...tile.nodes,
        rank: Uint32Array.from(vertices, (vertex) => compat[vertex]![0] ?? 0),
        corners,
        cornerRank: Uint32Array.from(vertices.flatMap((vertex) => canvass[vertex]!)),
      },
    }
  })
  return { tiles: ranked, gatedCells: cellsBehindGates(graph) }
}

function cellsBehindGates(graph: Graph): Set<Cell> {
  const cells = new Set<Cell>()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if ((graph.edgeFlags[edge]! & FLAG.gated) === 0) continue
    for (const vertex of [graph.edgeFrom[edge]!, graph.edgeTo[edge]!])
      cells.add(
        cellAt(toLngLat(graph, [graph.vertexLng[vertex]!, graph.vertexLat[vertex]!]), TILE_RESOLUTION),
      )
  }
  return cells
}

/** Ranks of the nodes of each vertex, in the order of the nodes. */
function ranksByVertex(graph: Graph, vertexCount: number): number[][] {
  const ranks = contractionRanks(graph)
  const lists = Array.from({ length: vertexCount }, (): number[] => [])
  for (let node = 0; node < graph.nodeCount; node++) lists[graph.nodeVertex[node]!]!.push(ranks[node]!)
  return lists
}

/**
 * Rank of each node, unique, 0 first out.
 *
 * Lazy updates of the edge-difference priority (Geisberger et al. 2008, https://doi.org/10.1007/978-3-540-68552-4_24).
 * The order only decides speed, never distances.
 *
 * Cost: about 60 µs a node.
 */
function contractionRanks({ nodeCount, arcs, arcHead, arcTime }: Graph): Uint32Array {
  const work = new Contraction(nodeCount, 2 * arcHead.length)
  for (let node = 0; node < nodeCount; node++) {
    for (let arc = arcs[node]!; arc < arcs[node + 1]!; arc++) work.addArc(node, arcHead[arc]!, arcTime[arc]!)
  }
  const depth = new Int32Array(nodeCount)
  const priorityOf = (node: number) =>
    SHORTCUT_WEIGHT * work.shortcutsOf(node) - 2 * work.degree(node) + depth[node]!
  const queue = new BucketQueue()
  for (let node = 0; node < nodeCount; node++) queue.push(node, priorityOf(node))
  const ranks = new Uint32Array(nodeCount)
  for (let rank = 0; rank < nodeCount;) {
    const node = queue.pop()
    const priority = priorityOf(node)
    if (priority > queue.least()) {
      queue.push(node, priority)
      continue
    }
    for (const other of work.remove(node).to) depth[other] = Math.max(depth[other]!, depth[node]! + 1)
    ranks[node] = rank++
  }
  return ranks
}

/** Smallest integer priority first, first in first out among equals: deterministic. */
class BucketQueue {
  private readonly buckets = new Map<number, number[]>()
  private readonly heads = new Map<number, number>()
  private lowest = Infinity
  private size = 0

  push(node: number, priority: number): void {
    const bucket = this.buckets.get(priority)
    if (bucket) bucket.push(node)
    else this.buckets.set(priority, [node])
    this.lowest = Math.min(this.lowest, priority)
    this.size++
  }

  /** Priority of what pop would give; Infinity when empty. */
  least(): number {
    if (this.size === 0) return Infinity
    while (this.isSpent(this.lowest)) {
      this.buckets.delete(this.lowest)
      this.heads.delete(this.lowest)
      this.lowest = Math.min(...this.buckets.keys())
    }
    return this.lowest
  }

  pop(): number {
    const priority = this.least()
    const head = this.heads.get(priority) ?? 0
    this.heads.set(priority, head + 1)
    this.size--
    return this.buckets.get(priority)![head]!
  }

  private isSpent(priority: number): boolean {
    const bucket = this.buckets.get(priority)
    return bucket === undefined || (this.heads.get(priority) ?? 0) >= bucket.length
  }
}
