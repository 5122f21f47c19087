/** What stands in a region as a campaign sees it: its targets by id and by block, own door counts and additions included. */
import { decodeBuildingTile } from '@doorwalk/core/building/tile'
import type { Regions } from '@doorwalk/core/ports'
import type { Precinct } from '@doorwalk/core/region'
import type { TargetOverride } from '@doorwalk/core/request'
import type { LngLat } from '@doorwalk/core/units'
import { readPrecincts } from './region-answer.ts'
import { readTargets } from './targets.ts'
import type { World } from './world.ts'

export interface KnownTarget {
  id: string
  block: string
  doors: number
  location: LngLat
  precinct?: string
}

export interface Census {
  region: string
  precincts: Precinct[]
  find(id: string): KnownTarget | undefined
  all(): KnownTarget[]
}

interface RegionCensus {
  version: string
  precincts: Precinct[]
  byId: Map<string, KnownTarget>
}

/** The regions of one world, by name; a new version replaces the one before. Memory: about 200 bytes a target. */
const censuses = new WeakMap<Regions, Map<string, Promise<RegionCensus>>>()

/** @param targets  what the campaign says of targets; default: what it has stored */
export async function censusFor(
  { regions, store }: Pick<World, 'regions' | 'store'>,
  { campaign, region, targets }: { campaign: string; region: string; targets?: TargetOverride[] },
): Promise<Census> {
  const { byId, precincts } = await regionCensus(regions, region)
  const own = new Map<string, KnownTarget>()
  for (const override of targets ?? (await readTargets({ store }, { campaign, region }))) {
    const known = byId.get(override.id) ?? (await addition(override, precincts))
    if (known && override.doors !== undefined) own.set(override.id, { ...known, doors: override.doors })
  }
  return {
    region,
    precincts,
    find: (id) => own.get(id) ?? byId.get(id),
    all: () => [
      ...[...byId.values()].map((target) => own.get(target.id) ?? target),
      ...[...own.values()].filter(({ id }) => !byId.has(id)),
    ],
  }
}

async function addition(
  { id, location, doors }: TargetOverride,
  precincts: Precinct[],
): Promise<KnownTarget | undefined> {
  if (!location || doors === undefined) return undefined
  // Not at the top: the API function starts without polygons and H3.
  const { isInside } = await import('@doorwalk/core/area/polygon')
  const { BLOCK_RESOLUTION, cellAt } = await import('@doorwalk/core/h3')
  const precinct = precincts.find(({ geometry }) => isInside(location, geometry))?.code
  const block = cellAt(location, BLOCK_RESOLUTION)
  return { id, block, doors, location, ...(precinct === undefined ? {} : { precinct }) }
}

async function regionCensus(regions: Regions, name: string): Promise<RegionCensus> {
  const manifest = await regions.manifest(name)
  const known = censuses.get(regions) ?? new Map<string, Promise<RegionCensus>>()
  censuses.set(regions, known)
  const kept = await known.get(name)?.catch(() => undefined)
  if (kept?.version === manifest.version) return kept
  const counting = count()
  known.set(name, counting)
  return counting

  async function count(): Promise<RegionCensus> {
    const byId = new Map<string, KnownTarget>()
    for (const tile of manifest.tiles) {
      if (!tile.buildings) continue
      for (const building of decodeBuildingTile(await regions.read(manifest, tile.buildings)).buildings) {
        for (const { id, block, doors, location } of building.targets) {
          const precinct = building.precinct === undefined ? {} : { precinct: building.precinct }
          byId.set(id, { id, block, doors, location, ...precinct })
        }
      }
    }
    return { version: manifest.version, precincts: await readPrecincts(regions, name), byId }
  }
}
