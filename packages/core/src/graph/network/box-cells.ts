/** Which cells a box touches, of those around the tiles of a region. */
import { cellAt, cellCentre, cellRing, disk, TILE_RESOLUTION, type Cell } from '../../h3.ts'
import { middleOf, widthOf, type DegreeBox } from '../../region/box.ts'
import { degreesEast, metresPerDegree, type LngLat } from '../../units.ts'

/** In-radius of a cell of TILE_RESOLUTION is about a kilometre: half a step never jumps over one. Degrees. */
const SAMPLE_DEGREES = 0.008
/** Further than this from its centre nothing lies in a cell or in the cells around it. Degrees of latitude. */
const REACH_DEGREES = 0.06
/** Nearer to a pole a degree of longitude is no measure of anything. */
const SMALLEST_COSINE = 1e-3

/**
 * Of these tiles and the cells around them, those that hold one of the places that lie in the box at even steps.
 *
 * Cost: grows with the tiles, never with the box: it may be the world's.
 */
export function cellsOfBox(box: DegreeBox, tiles: readonly Cell[]): Cell[] {
  const samples = new Samples(box)
  const near = tiles.filter((cell) => samples.mayTouch(cellCentre(cell)))
  const around = new Set(near.flatMap((cell) => disk(cell, 1)))
  return [...around].filter((cell) => samples.touch(cell))
}

/** Places at even steps over a box, its edges among them; columns from west to east, rows from south to north. */
class Samples {
  private readonly box: DegreeBox
  private readonly middle: LngLat
  private readonly width: number
  private readonly height: number
  private readonly columns: number
  private readonly rows: number

  constructor(box: DegreeBox) {
    this.box = box
    this.middle = middleOf(box)
    this.width = widthOf(box)
    this.height = box[3] - box[1]
    this.columns = Math.max(1, Math.ceil(this.width / SAMPLE_DEGREES))
    this.rows = Math.max(1, Math.ceil(this.height / SAMPLE_DEGREES))
  }

  /** Whether a cell with this centre, or one beside it, may hold one of the places. */
  mayTouch([lng, lat]: LngLat): boolean {
    const scale = metresPerDegree(lat)
    const reach = REACH_DEGREES / Math.max(SMALLEST_COSINE, scale.lng / scale.lat)
    return (
      Math.abs(degreesEast(this.middle[0], lng)) <= this.width / 2 + reach &&
      Math.abs(lat - this.middle[1]) <= this.height / 2 + REACH_DEGREES
    )
  }

  /** Whether one of the places lies in the cell. */
  touch(cell: Cell): boolean {
    const [lng, lat] = cellCentre(cell)
    // A cell inside the box holds the place next to its centre; of one across the edge all places around are tried.
    if (this.lies(cell, Math.round(this.columnOf(lng)), Math.round(this.rowOf(lat)))) return true
    const ring = cellRing(cell)
    const columns = ring.map((corner) => this.columnOf(lng, degreesEast(lng, corner[0])))
    const rows = ring.map((corner) => this.rowOf(corner[1]))
    for (let row = Math.floor(Math.min(...rows)); row <= Math.max(...rows); row++)
      for (let column = Math.floor(Math.min(...columns)); column <= Math.max(...columns); column++)
        if (this.lies(cell, column, row)) return true
    return false
  }

  private lies(cell: Cell, column: number, row: number): boolean {
    const lng = this.box[0] + (this.width * column) / this.columns
    const lat = this.box[1] + (this.height * row) / this.rows
    return cellAt([lng > 180 ? lng - 360 : lng, lat], TILE_RESOLUTION) === cell
  }

  /** With a fraction, within the box; `more` degrees further east. */
  private columnOf(lng: number, more = 0): number {
    const east = degreesEast(this.middle[0], lng) + more + this.width / 2
    return this.width === 0 ? 0 : within(this.columns, (east / this.width) * this.columns)
  }

  private rowOf(lat: number): number {
    return this.height === 0 ? 0 : within(this.rows, ((lat - this.box[1]) / this.height) * this.rows)
  }
}

function within(most: number, value: number): number {
  return Math.min(most, Math.max(0, value))
}
