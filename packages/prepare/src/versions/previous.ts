/** The earlier version of a region that a new one continues: found at once, read when its ids are compared. */
import { basename, dirname, join, resolve } from 'node:path'
import { decodeAliases, NO_ALIASES, type AliasTable } from '@doorwalk/core/building/alias'
import type { Building } from '@doorwalk/core/building/building'
import { decodeBuildingTile, decodeFootprintTile } from '@doorwalk/core/building/tile'
import { VisibleError } from '@doorwalk/core/error'
import type { Regions } from '@doorwalk/core/ports'
import { boxesOverlap } from '@doorwalk/core/region/box'
import type { Manifest } from '@doorwalk/core/region/region'
import type { LngLat } from '@doorwalk/core/units'
import { exists } from '../region/write-region.ts'

/** Given instead of a folder: begin without earlier ids. */
const NO_PREVIOUS = 'none'

export interface Previous {
  regions: Regions
  manifest: Manifest
  /** Named by `--previous`; else it is what `--out` holds. */
  asked: boolean
}

/** What `--out` holds cannot be read: no reason to refuse a better version, but the person must know. */
export interface Unusable {
  warning: string
}

export interface PreviousVersion {
  version: string
  buildings: Building[]
  /** Rings by building id; a building that no map draws has none. */
  footprints: Map<string, LngLat[][]>
  table: AliasTable
}

interface PreviousOptions {
  /** Folder of a region or version, or `none`. */
  previous?: string
  /** Folder of the region that is made. */
  out: string
}

/**
 * The version that `--previous` names: a folder of a region or of one of its versions. Without it, what `--out` holds
 * as current: ids must not depend on somebody remembering an option.
 *
 * @throws VisibleError `previous.unknown`, and those of `diskRegions` when `--previous` was given
 */
export async function findPrevious({
  previous,
  out,
}: PreviousOptions): Promise<Previous | Unusable | undefined> {
  if (previous === NO_PREVIOUS) return undefined
  if (previous !== undefined) return { ...(await open(previous)), asked: true }
  if (!(await exists(join(out, 'current.json')))) return undefined
  try {
    return { ...(await open(out)), asked: false }
  } catch (error) {
    if (error instanceof VisibleError) return { warning: notCompared(error.message) }
    throw error
  }
}

/**
 * Everything of it that ids are compared by; a warning when it was not asked for and is of no use.
 *
 * @throws VisibleError `previous.elsewhere`, `region.damaged` when `--previous` was given
 * Cost: memory of the buildings of one version.
 */
export async function readPrevious(
  previous: Previous | Unusable,
  bbox: Manifest['bbox'],
): Promise<PreviousVersion | Unusable> {
  if ('warning' in previous) return previous
  try {
    if (!boxesOverlap(previous.manifest.bbox, bbox)) throw elsewhere(previous.manifest, bbox)
    return await readVersion(previous)
  } catch (error) {
    if (error instanceof VisibleError && !previous.asked) return { warning: notCompared(error.message) }
    throw error
  }
}

async function readVersion({ regions, manifest }: Previous): Promise<PreviousVersion> {
  const buildings: Building[] = []
  const footprints = new Map<string, LngLat[][]>()
  for (const tile of manifest.tiles) {
    if (tile.buildings)
      buildings.push(...decodeBuildingTile(await regions.read(manifest, tile.buildings)).buildings)
    if (!tile.footprints) continue
    const drawn = decodeFootprintTile(await regions.read(manifest, tile.footprints)).footprints
    for (const { id, rings } of drawn) footprints.set(id, rings)
  }
  const table = manifest.aliases && decodeAliases(await regions.read(manifest, manifest.aliases))
  return {
    version: manifest.version,
    buildings,
    footprints,
    table: table ?? { aliases: NO_ALIASES, orphans: [] },
  }
}

async function open(folder: string): Promise<Omit<Previous, 'asked'>> {
  const path = resolve(folder)
  const isVersion = await exists(join(path, 'manifest.json'))
  const region = isVersion ? dirname(path) : path
  if (!(await exists(join(region, 'current.json')))) {
    throw new VisibleError(
      'input',
      'previous.unknown',
      `--previous ${folder}: no region is there. Expected the folder of a region (it holds current.json), of one of its versions (it holds manifest.json), or "${NO_PREVIOUS}".`,
    )
  }
  const { diskRegions } = await import('../region/disk-regions.ts')
  const regions = diskRegions([region])
  return {
    regions,
    manifest: await regions.manifest(basename(region), isVersion ? basename(path) : undefined),
  }
}

function elsewhere(manifest: Manifest, bbox: Manifest['bbox']): VisibleError {
  return new VisibleError(
    'input',
    'previous.elsewhere',
    `The previous version ${manifest.version} of region "${manifest.name}" covers ${manifest.bbox.join(', ')}, the extract ${bbox.join(', ')}; they do not overlap. Expected an earlier version of the same place.`,
  )
}

function notCompared(why: string): string {
  return `The ids were not compared with the version in --out, so none was carried over: ${why}`
}
