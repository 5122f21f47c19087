/** Regions for tests: hand-made worlds that went through the real `prepare`, and the bundled one. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Regions } from '@doorwalk/core/ports'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import type { World } from './osm-fixture.ts'
import { pbfFile } from './osm-fixture.ts'

export interface TestRegion {
  regions: Regions
  region: string
  folder: string
}

export async function worldRegion(world: World): Promise<TestRegion> {
  const folder = join(await mkdtemp(join(tmpdir(), 'doorwalk-world-')), 'world')
  await prepareRegion({ osm: await pbfFile(world), out: folder })
  return { regions: diskRegions([folder]), region: 'world', folder }
}

export const BUNDLED = resolve(import.meta.dirname, '../../../data/paris-9e-10e')

export function bundledRegion(): TestRegion {
  return { regions: diskRegions([BUNDLED]), region: 'paris-9e-10e', folder: BUNDLED }
}
