/**
 * What lies inside polygons, asked for thousands of places: each question looks at the edges near the place only,
 * however many there are elsewhere.
 */
import { orient2d } from 'robust-predicates/umd/orient2d.js'
import type { LngLat } from '../units.ts'
import { EdgeGrid } from './edge-grid.ts'
import { type Edges, edgesOf, isInsideEdges, sideOfRing } from './edges.ts'
import { type Bbox, type Polygonal, bboxOfGeometry, joinBboxes } from './polygon.ts'

/** Up to so many edges, all of them are looked at. */
const FEW_EDGES = 32
/** Where in a cell its place of reference may be: the first that lies on no edge. */
const REFERENCES = [
  [0.5, 0.5],
  [0.317, 0.613],
  [0.681, 0.271],
] as const

/** What is known of a cell: all of it lies inside or outside, or what holds at one place of it. */
type CellState = boolean | Reference

interface Reference {
  x: number
  y: number
  /** Side of each ring on which the place lies. */
  sides: Int8Array
  /** Near the place. */
  edges: Int32Array
  /** Polygons with edges in the cell, and in how many of their holes the place lies. */
  polygons: { polygon: number; outline: number; holes: number }[]
}

/**
 * Whether a place lies inside one of these polygons: in its outline and in none of its holes, or on a ring.
 *
 * @param around  where most questions will be
 * Time: of the first question, the edges; of the others, those near the place.
 */
export function openShape(geometries: readonly Polygonal[], around: Bbox): (point: LngLat) => boolean {
  let opened: ((point: LngLat) => boolean) | undefined
  return (point) => {
    opened ??= open(geometries, around)
    return opened(point)
  }
}

function open(geometries: readonly Polygonal[], around: Bbox): (point: LngLat) => boolean {
  const edges = edgesOf(geometries)
  const whole = joinBboxes(geometries.map(bboxOfGeometry))
  const asked: Bbox = [
    Math.max(whole[0], around[0]),
    Math.max(whole[1], around[1]),
    Math.min(whole[2], around[2]),
    Math.min(whole[3], around[3]),
  ]
  const hasGrid = edges.ring.length > FEW_EDGES && asked[0] < asked[2] && asked[1] < asked[3]
  const near = hasGrid ? nearby(edges, asked) : undefined
  return ([x, y]) => {
    if (!isIn(whole, x, y)) return false
    return (near && isIn(asked, x, y) ? near(x, y) : undefined) ?? isInsideEdges(edges, x, y)
  }
}

/** Undefined: the grid does not tell. */
function nearby(edges: Edges, box: Bbox): (x: number, y: number) => boolean | undefined {
  const grid = new EdgeGrid(edges, box)
  const states = new Map<number, CellState | undefined>()
  const count = crossingCounter(edges)
  return (x, y) => {
    const cell = grid.cellAt(x, y)
    if (!states.has(cell)) states.set(cell, stateOf(edges, grid, cell))
    const state = states.get(cell)
    return typeof state === 'object' ? count(state, x, y) : state
  }
}

function stateOf(edges: Edges, grid: EdgeGrid, cell: number): CellState | undefined {
  const passing = grid.edgesIn(cell)
  const passed = new Set(Array.from(passing, (edge) => edges.rings[edges.ring[edge]!]!.polygon))
  for (const shares of REFERENCES) {
    const [x, y] = grid.placeIn(cell, shares)
    const sides = Int8Array.from(edges.rings, (_, ring) => sideOfRing(edges, ring, x, y))
    if (sides.includes(0)) continue
    const holesAt = (polygon: number): number =>
      edges.polygons[polygon]!.slice(1).filter((ring) => sides[ring] === 1).length
    const covers = ([outline]: number[], polygon: number): boolean =>
      sides[outline!] === 1 && !passed.has(polygon) && holesAt(polygon) === 0
    if (edges.polygons.some(covers)) return true
    if (passed.size === 0) return false
    const polygons = [...passed].map((polygon) => {
      return { polygon, outline: edges.polygons[polygon]![0]!, holes: holesAt(polygon) }
    })
    return { x, y, sides, edges: passing, polygons }
  }
  return undefined
}

/** Counts the edges between a place and the reference of its cell. */
function crossingCounter(edges: Edges): (reference: Reference, x: number, y: number) => boolean {
  const { ax, ay, bx, by, ring: ringOf, rings } = edges
  const isFlipped = new Uint8Array(rings.length)
  const flipped: number[] = []
  const moreHoles = new Int32Array(edges.polygons.length)
  /** True: the place lies on an edge. */
  const flipBetween = (reference: Reference, x: number, y: number): boolean => {
    const { x: fromX, y: fromY } = reference
    if (fromX === x && fromY === y) return false
    const [west, east] = fromX < x ? [fromX, x] : [x, fromX]
    const [south, north] = fromY < y ? [fromY, y] : [y, fromY]
    for (const edge of reference.edges) {
      const x0 = ax[edge]!
      const x1 = bx[edge]!
      if ((x0 < west && x1 < west) || (x0 > east && x1 > east)) continue
      const y0 = ay[edge]!
      const y1 = by[edge]!
      if ((y0 < south && y1 < south) || (y0 > north && y1 > north)) continue
      const first = orient2d(fromX, fromY, x, y, x0, y0)
      const second = orient2d(fromX, fromY, x, y, x1, y1)
      // A corner on the line from the reference counts as left of it: each of its two edges sees it alike.
      if (first >= 0 === second >= 0) {
        const isAlong = first === 0 && second === 0 && isBetween(x, x0, x1) && isBetween(y, y0, y1)
        if (isAlong || (x === x0 && y === y0) || (x === x1 && y === y1)) return true
        continue
      }
      const place = orient2d(x0, y0, x1, y1, x, y)
      if (place === 0) return true
      if (orient2d(x0, y0, x1, y1, fromX, fromY) > 0 === place > 0) continue
      const ring = ringOf[edge]!
      isFlipped[ring] = 1 - isFlipped[ring]!
      flipped.push(ring)
    }
    return false
  }
  return (reference, x, y) => {
    const isOnEdge = flipBetween(reference, x, y)
    const { sides, polygons } = reference
    for (const ring of flipped) {
      const { polygon, isHole } = rings[ring]!
      if (isFlipped[ring] === 1 && isHole) moreHoles[polygon]! += sides[ring] === 1 ? -1 : 1
      if (isHole) isFlipped[ring] = 0
    }
    const isInside = polygons.some(
      ({ polygon, outline, holes }) =>
        (sides[outline] === 1) !== (isFlipped[outline] === 1) && holes + moreHoles[polygon]! === 0,
    )
    for (const ring of flipped) {
      isFlipped[ring] = 0
      moreHoles[rings[ring]!.polygon] = 0
    }
    flipped.length = 0
    return isOnEdge || isInside
  }
}

function isBetween(value: number, a: number, b: number): boolean {
  return (a <= value && value <= b) || (b <= value && value <= a)
}

function isIn([west, south, east, north]: Bbox, x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north
}
