/** A region large enough for a measurement, from a real extract. */
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { loadBuildings } from '@doorwalk/core/building/load'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { pbf } from '../../test/support/worlds/osm-fixture.ts'
import { tiled } from './tile.ts'

/** Copies side by side at most. */
const MAX_COPIES = 64

export interface Ground {
  root: string
  /** From west to east, just enough for the targets wanted. */
  cells: string[]
  targets: number
}

/** Copies of the extract side by side until they hold the targets, prepared once and kept in a folder. */
export async function groundOf(
  source: string,
  { kept, wanted }: { kept: string; wanted: number },
): Promise<Ground> {
  for (let columns = 1; columns <= MAX_COPIES; columns++) {
    const root = resolve(kept, `${basename(source).replace(/\..*/, '')}-${columns}`)
    if (!existsSync(join(root, 'current.json'))) await prepareTiled(source, { root, columns })
    const regions = diskRegions([root])
    const manifest = await regions.manifest(basename(root))
    const buildings = await loadBuildings(regions, manifest, manifest.bbox)
    const all = buildings.flatMap(({ targets }) => targets).sort((a, b) => a.location[0] - b.location[0])
    if (all.length < wanted) continue
    const cells = new Set<string>()
    for (const { block } of all.slice(0, wanted)) cells.add(block)
    return { root, cells: [...cells], targets: all.filter(({ block }) => cells.has(block)).length }
  }
  throw new Error(`${MAX_COPIES} copies of ${source} hold fewer than ${wanted} targets`)
}

async function prepareTiled(source: string, { root, columns }: { root: string; columns: number }) {
  await mkdir(root, { recursive: true })
  const { world } = await tiled(source, { columns, rows: 1 })
  const extract = join(root, 'tiled.osm.pbf')
  await writeFile(extract, pbf(world))
  await prepareRegion({ osm: extract, out: root, previous: 'none' })
  await rm(extract)
}
