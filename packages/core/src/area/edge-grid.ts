/** Which edges pass through which cell of a grid. */
import type { Edges } from './edges.ts'
import type { Bbox } from './polygon.ts'

/** Cells on a side at most: every edge lies in at most twice as many cells. */
const MOST_CELLS = 64
/** Share of the box by which edges are taken to be thicker than they are: far more than a rounding. */
const THICKNESS = 1e-9

export class EdgeGrid {
  readonly side: number
  private readonly box: Bbox
  /** Place in `passing` of the first edge of each cell; one more at the end. */
  private readonly from: Int32Array
  private readonly passing: Int32Array

  constructor(edges: Edges, box: Bbox) {
    const count = edges.ring.length
    this.box = box
    this.side = Math.max(1, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(count))))
    this.from = new Int32Array(this.side * this.side + 1)
    for (let edge = 0; edge < count; edge++) this.eachCell(edges, edge, (cell) => this.from[cell + 1]!++)
    for (let cell = 0; cell < this.side * this.side; cell++) this.from[cell + 1]! += this.from[cell]!
    this.passing = new Int32Array(this.from.at(-1)!)
    const next = this.from.slice()
    for (let edge = 0; edge < count; edge++)
      this.eachCell(edges, edge, (cell) => {
        this.passing[next[cell]!++] = edge
      })
  }

  /** Number of the cell of a place in the box. */
  cellAt(x: number, y: number): number {
    const [west, south, east, north] = this.box
    return this.lineOf(y, south, north) * this.side + this.lineOf(x, west, east)
  }

  /** Edges that pass through a cell, and perhaps some that nearly do. */
  edgesIn(cell: number): Int32Array {
    return this.passing.subarray(this.from[cell], this.from[cell + 1])
  }

  /** A place in a cell, by shares of its width and height. */
  placeIn(cell: number, [across, up]: readonly [number, number]): [x: number, y: number] {
    const [west, south, east, north] = this.box
    const [row, column] = [Math.floor(cell / this.side), cell % this.side]
    return [
      west + ((east - west) * (column + across)) / this.side,
      south + ((north - south) * (row + up)) / this.side,
    ]
  }

  /** Row or column of a coordinate. */
  private lineOf(value: number, low: number, high: number): number {
    const line = Math.floor(((value - low) / (high - low)) * this.side)
    return line > 0 ? Math.min(this.side - 1, line) : 0
  }

  /** Row by row, the cells between the places where an edge enters the row and leaves it. */
  private eachCell(edges: Edges, edge: number, visit: (cell: number) => void): void {
    const [west, south, east, north] = this.box
    const [wide, high] = [THICKNESS * (east - west), THICKNESS * (north - south)]
    const isRising = edges.ay[edge]! <= edges.by[edge]!
    const [x0, y0] = isRising ? [edges.ax[edge]!, edges.ay[edge]!] : [edges.bx[edge]!, edges.by[edge]!]
    const [x1, y1] = isRising ? [edges.bx[edge]!, edges.by[edge]!] : [edges.ax[edge]!, edges.ay[edge]!]
    if (y1 < south - high || y0 > north + high) return
    const xAt = (y: number): number => (y <= y0 ? x0 : y >= y1 ? x1 : x0 + (x1 - x0) * ((y - y0) / (y1 - y0)))
    const lastRow = this.lineOf(y1 + high, south, north)
    for (let row = this.lineOf(y0 - high, south, north); row <= lastRow; row++) {
      const bottom = south + ((north - south) * row) / this.side - high
      const top = south + ((north - south) * (row + 1)) / this.side + high
      const [from, to] = [xAt(bottom), xAt(top)]
      const [low, upper] = [Math.min(from, to) - wide, Math.max(from, to) + wide]
      if (upper < west || low > east) continue
      const lastColumn = this.lineOf(upper, west, east)
      for (let column = this.lineOf(low, west, east); column <= lastColumn; column++)
        visit(row * this.side + column)
    }
  }
}
