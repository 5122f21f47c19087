/** The only file that imports h3-js: it swaps `[lng, lat]` at this border. */
import {
  cellToBoundary,
  cellToLatLng,
  cellToParent,
  cellsToMultiPolygon,
  getResolution,
  gridDisk,
  isValidCell,
  latLngToCell,
} from 'h3-js'
import type { LngLat } from './units.ts'

/** H3 index as the usual 15-digit hexadecimal string. */
export type Cell = string

/** Resolution of a region's tiles: about 5 km². */
export const TILE_RESOLUTION = 7
/** Resolution of a block, the unit of coverage and hand-out: about 0.015 km². */
export const BLOCK_RESOLUTION = 10

export function cellAt(point: LngLat, resolution: number): Cell {
  return latLngToCell(point[1], point[0], resolution)
}

export function isCell(text: string): boolean {
  return isValidCell(text)
}

export function cellResolution(cell: Cell): number {
  return getResolution(cell)
}

/** The coarser cell that holds this one in the index tree (not always geometrically). */
export function parentCell(cell: Cell, resolution: number): Cell {
  return cellToParent(cell, resolution)
}

/** The cell and its neighbours up to `rings` steps away. */
export function disk(cell: Cell, rings: number): Cell[] {
  return gridDisk(cell, rings)
}

export function cellCentre(cell: Cell): LngLat {
  const [lat, lng] = cellToLatLng(cell)
  return [lng, lat]
}

/** Closed ring of the cell's corners. */
export function cellRing(cell: Cell): LngLat[] {
  const ring = cellToBoundary(cell).map(([lat, lng]): LngLat => [lng, lat])
  return [...ring, ring[0]!]
}

/** The outlines of cells of one resolution, those side by side as one; coordinates of a MultiPolygon. */
export function mergedCells(cells: readonly Cell[]): LngLat[][][] {
  return cellsToMultiPolygon([...cells], true)
}
