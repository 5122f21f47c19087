/**
 * Outlines of buildings as a region stores them, for drawing only: made tile by tile, since all at once they outweigh
 * the homes.
 */
import type { FootprintTile } from '@doorwalk/core/building/building'
import { decodeFootprintTile, encodeFootprintTile } from '@doorwalk/core/building/tile'
import type { Cell } from '@doorwalk/core/h3'
import type { LngLat } from '@doorwalk/core/units'
import type { Home } from '../homes/homes.ts'
import type { Plane } from '../geometry/plane.ts'
import { metresOf } from '../structures/length.ts'
import { byCell } from './write-region.ts'

/** Encoded tiles of the drawn homes, at about 0.1 m. */
export function footprintTiles(homes: Home[], plane: Plane): Map<Cell, Uint8Array> {
  const placed = homes.map((home) => ({
    id: home.id,
    home,
    location: plane.toLngLat(home.structure.centre),
  }))
  const tiles = new Map<Cell, Uint8Array>()
  for (const [cell, list] of byCell(placed)) {
    const footprints = list.map(({ home }) => footprintOf(home, plane))
    tiles.set(cell, encodeFootprintTile({ cell, footprints }))
  }
  return tiles
}

/** Rings by building id. */
export function ringsOf(tiles: Map<Cell, Uint8Array>): Map<string, LngLat[][]> {
  const rings = new Map<string, LngLat[][]>()
  for (const bytes of tiles.values()) {
    for (const footprint of decodeFootprintTile(bytes).footprints) rings.set(footprint.id, footprint.rings)
  }
  return rings
}

function footprintOf({ id, structure }: Home, plane: Plane): FootprintTile['footprints'][number] {
  const height = metresOf(structure.tags.height)
  return {
    id,
    rings: structure.rings.map((ring) => ring.map((point) => plane.toLngLat(point))),
    ...(height ? { height } : {}),
  }
}
