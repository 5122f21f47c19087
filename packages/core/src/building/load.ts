/**
 * Reads what a plan needs to know of a region besides its streets: precincts, earlier ids, and the buildings around
 * an area.
 */
import type { Bbox } from '../area/polygon.ts'
import { bboxOfGeometry } from '../area/polygon.ts'
import { cellRing } from '../h3.ts'
import type { Regions } from '../ports.ts'
import { boxesOverlap } from '../region/box.ts'
import type { Manifest, Precinct, StoredObject } from '../region/region.ts'
import { decodePrecincts } from '../region/region.ts'
import type { Aliases } from './alias.ts'
import { decodeAliases, NO_ALIASES } from './alias.ts'
import type { Building } from './building.ts'
import { decodeBuildingTile } from './tile.ts'

/** Empty when the region has none. */
export async function loadPrecincts(regions: Regions, manifest: Manifest): Promise<Precinct[]> {
  if (!manifest.precincts) return []
  return decodePrecincts(await regions.read(manifest, manifest.precincts))
}

/** What became of the ids of earlier versions; empty when none was lost. */
export async function loadAliases(regions: Regions, manifest: Manifest): Promise<Aliases> {
  if (!manifest.aliases) return NO_ALIASES
  return decodeAliases(await regions.read(manifest, manifest.aliases)).aliases
}

/** Buildings of every tile that touches the box, in the order of the manifest. */
export async function loadBuildings(regions: Regions, manifest: Manifest, bbox: Bbox): Promise<Building[]> {
  const objects = tilesIn(manifest, bbox)
  const tiles = await Promise.all(objects.map((object) => regions.read(manifest, object)))
  return tiles.flatMap((bytes) => decodeBuildingTile(bytes).buildings)
}

/** The same tile by tile, for areas that are never held whole. */
export async function* buildingTiles(
  regions: Regions,
  manifest: Manifest,
  bbox: Bbox,
): AsyncGenerator<Building[]> {
  for (const object of tilesIn(manifest, bbox))
    yield decodeBuildingTile(await regions.read(manifest, object)).buildings
}

function tilesIn(manifest: Manifest, bbox: Bbox): StoredObject[] {
  return manifest.tiles.flatMap((tile) => {
    const cellBox = bboxOfGeometry({ type: 'Polygon', coordinates: [cellRing(tile.cell)] })
    return tile.buildings && boxesOverlap(cellBox, bbox) ? [tile.buildings] : []
  })
}
