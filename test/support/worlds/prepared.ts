/** Regions made by the real `prepare` from hand-made worlds and files, in a fresh temporary folder. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Building, FootprintTile } from '@doorwalk/core/building/building'
import { decodeBuildingTile, decodeFootprintTile } from '@doorwalk/core/building/tile'
import type { Manifest } from '@doorwalk/core/region/region'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import type { PrepareOptions } from '@doorwalk/prepare/options'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import type { PrepareReport } from '@doorwalk/prepare/summary'
import { pbfFile, place, type World } from './osm-fixture.ts'

export interface PreparedRegion {
  /** Folder that holds the region. */
  root: string
  manifest: Manifest
  report: PrepareReport
  buildings: Building[]
  footprints: FootprintTile['footprints']
}

/** A file with this text in a folder of its own. */
export async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'doorwalk-test-')), name)
  await writeFile(path, content)
  return path
}

export async function prepareWorld(
  world: World,
  extra: Partial<PrepareOptions> = {},
  root?: string,
): Promise<PreparedRegion> {
  return prepareFiles(world.name, { osm: await pbfFile(world), ...extra }, root)
}

/** Prepares, then reads back through the disk reader. Into a root that has the region, it adds a version. */
export async function prepareFiles(
  name: string,
  files: Omit<PrepareOptions, 'out'>,
  givenRoot?: string,
): Promise<PreparedRegion> {
  const root = givenRoot ?? (await mkdtemp(join(tmpdir(), 'doorwalk-regions-')))
  let report: PrepareReport | undefined
  await prepareRegion({ ...files, out: join(root, name) }, (event) => {
    if (event.type === 'report') report = event.report
  })
  if (!report) throw new Error('prepare ended without a report')
  const regions = diskRegions([root])
  const manifest = await regions.manifest(name)
  const buildings: Building[] = []
  const footprints: FootprintTile['footprints'] = []
  for (const tile of manifest.tiles) {
    if (tile.buildings)
      buildings.push(...decodeBuildingTile(await regions.read(manifest, tile.buildings)).buildings)
    if (tile.footprints) {
      footprints.push(...decodeFootprintTile(await regions.read(manifest, tile.footprints)).footprints)
    }
  }
  return { root, manifest, report, buildings, footprints }
}

type Rectangle = [x: number, y: number, width: number, height: number]

/** A GeoJSON polygon along a rectangle in metres of a world. */
export function rectangle([x, y, width, height]: Rectangle): GeoJSON.Polygon {
  const ring = [
    place(x, y),
    place(x + width, y),
    place(x + width, y + height),
    place(x, y + height),
    place(x, y),
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

export function collection(
  features: [properties: GeoJSON.GeoJsonProperties, geometry: GeoJSON.Geometry][],
): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  })
}
