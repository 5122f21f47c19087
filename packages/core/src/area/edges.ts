/** The edges of polygons as columns of numbers, ring after ring, and on which side of a ring a place lies. */
import { orient2d } from 'robust-predicates/umd/orient2d.js'
import type { Bbox, Polygonal } from './polygon.ts'

export interface Edges {
  /** Ends of each edge, in degrees. */
  ax: Float64Array
  ay: Float64Array
  bx: Float64Array
  by: Float64Array
  /** Ring of each edge. */
  ring: Int32Array
  rings: Ring[]
  /** Rings of each polygon: its outline, then its holes. */
  polygons: number[][]
}

interface Ring {
  polygon: number
  isHole: boolean
  /** Its edges: from the first up to, not including, the last. */
  from: number
  to: number
  bbox: Bbox
}

export function edgesOf(geometries: readonly Polygonal[]): Edges {
  const polygons = geometries.flatMap((each) =>
    each.type === 'Polygon' ? [each.coordinates] : each.coordinates,
  )
  const count = polygons.flat().reduce((sum, ring) => sum + ring.length - 1, 0)
  const column = (): Float64Array => new Float64Array(count)
  const edges: Edges = {
    ...{ ax: column(), ay: column(), bx: column(), by: column() },
    ring: new Int32Array(count),
    rings: [],
    polygons: polygons.map(() => []),
  }
  let edge = 0
  polygons.forEach((rings, polygon) => {
    rings.forEach((corners, place) => {
      const bbox: Bbox = [Infinity, Infinity, -Infinity, -Infinity]
      const ring: Ring = { polygon, isHole: place > 0, from: edge, to: edge + corners.length - 1, bbox }
      for (let at = 1; at < corners.length; at++, edge++) {
        const [ax, ay] = corners[at - 1]! as [number, number]
        const [bx, by] = corners[at]! as [number, number]
        edges.ax[edge] = ax
        edges.ay[edge] = ay
        edges.bx[edge] = bx
        edges.by[edge] = by
        edges.ring[edge] = edges.rings.length
        if (ax < bbox[0]) bbox[0] = ax
        if (ay < bbox[1]) bbox[1] = ay
        if (ax > bbox[2]) bbox[2] = ax
        if (ay > bbox[3]) bbox[3] = ay
      }
      edges.polygons[polygon]!.push(edges.rings.length)
      edges.rings.push(ring)
    })
  })
  return edges
}

/** 1: inside the ring, 0: on it, -1: outside. Time: the edges of the ring, where its box holds the place. */
export function sideOfRing(edges: Edges, ringNumber: number, x: number, y: number): -1 | 0 | 1 {
  const { from, to, bbox } = edges.rings[ringNumber]!
  if (x < bbox[0] || y < bbox[1] || x > bbox[2] || y > bbox[3]) return -1
  let isInside = false
  for (let edge = from; edge < to; edge++) {
    const [ay, by] = [edges.ay[edge]!, edges.by[edge]!]
    if (ay < y && by < y) continue
    if (ay > y && by > y) continue
    const [ax, bx] = [edges.ax[edge]!, edges.bx[edge]!]
    if (ax < x && bx < x) continue
    if (bx === x && by === y) return 0
    if (ay === y && by === y) {
      if (ax < x !== bx < x) return 0
      continue
    }
    const turn = orient2d(ax, ay, bx, by, x, y)
    if (turn === 0) return 0
    if (ay > y !== by > y && turn > 0 !== by > ay) isInside = !isInside
  }
  return isInside ? 1 : -1
}

/** Inside an outline and in none of its holes, or on a ring. */
export function isInsideEdges(edges: Edges, x: number, y: number): boolean {
  return edges.polygons.some(([outline, ...holes]) => {
    const side = sideOfRing(edges, outline!, x, y)
    const holeSides = holes.map((hole) => sideOfRing(edges, hole, x, y))
    return side === 0 || holeSides.includes(0) || (side > 0 && !holeSides.includes(1))
  })
}
