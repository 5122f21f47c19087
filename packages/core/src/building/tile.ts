/** Building and footprint tiles as bytes: UTF-8 JSON, so that any tool can read a decompressed region. */
import { VisibleError } from '../error.ts'
import type { BuildingTile, FootprintTile } from './building.ts'
import { parseBytes } from './json-bytes.ts'

export function encodeBuildingTile(tile: BuildingTile): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(tile))
}

/** @throws VisibleError `region.damaged` when the bytes are no building tile */
export function decodeBuildingTile(bytes: Uint8Array): BuildingTile {
  const value = parseBytes(bytes)
  if (!isBuildingTile(value)) throw notA('building tile')
  return value
}

export function encodeFootprintTile(tile: FootprintTile): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(tile))
}

/** @throws VisibleError `region.damaged` when the bytes are no footprint tile */
export function decodeFootprintTile(bytes: Uint8Array): FootprintTile {
  const value = parseBytes(bytes)
  if (!isFootprintTile(value)) throw notA('footprint tile')
  return value
}

/** The checksum of the manifest vouches for what is inside; here only the kind of tile is checked. */
function isBuildingTile(value: unknown): value is BuildingTile {
  return hasCell(value) && 'buildings' in value && Array.isArray(value.buildings)
}

function isFootprintTile(value: unknown): value is FootprintTile {
  return hasCell(value) && 'footprints' in value && Array.isArray(value.footprints)
}

function hasCell(value: unknown): value is { cell: string } {
  return typeof value === 'object' && value !== null && 'cell' in value && typeof value.cell === 'string'
}

function notA(kind: string): VisibleError {
  return new VisibleError(
    'upstream',
    'region.damaged',
    `The region holds bytes that are no ${kind}; prepare it again.`,
  )
}
