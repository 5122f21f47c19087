/**
 * What stands in a region as a campaign sees it: its targets by id and by block, own door counts and additions
 * included.
 */
import type { Aliases } from '@doorwalk/core/building/alias'
import { NO_ALIASES, decodeAliases, overridesByTarget } from '@doorwalk/core/building/alias'
import { decodeBuildingTile } from '@doorwalk/core/building/tile'
import type { Regions } from '@doorwalk/core/ports'
import { type DegreeBox, boxAround } from '@doorwalk/core/region/box'
import type { Manifest, Precinct } from '@doorwalk/core/region/region'
import { decodePrecincts } from '@doorwalk/core/region/region'
import type { TargetOverride } from '@doorwalk/core/request/request'
import type { LngLat } from '@doorwalk/core/units'
import { type ListEntry, readEntries } from '../buildings/imported-lists.ts'
import { readTargets } from '../buildings/targets.ts'
import { openSlices } from '../threads/slices.ts'
import type { World } from '../world.ts'

export interface KnownTarget {
  id: string
  block: string
  doors: number
  location: LngLat
  precinct?: string
}

export interface Census {
  region: string
  version: string
  precincts: Precinct[]
  aliases: Aliases
  find(id: string): KnownTarget | undefined
  /** What an id means in this version: itself, what continues it, or the place where nothing does; else nothing. */
  today(id: string): KnownTarget[]
  /** Ids of earlier versions that this target alone continues. */
  earlier(id: string): string[]
  all(): KnownTarget[]
  inBlock(block: string): KnownTarget[]
}

interface RegionCensus {
  version: string
  precincts: Precinct[]
  byId: Map<string, KnownTarget>
  aliases: Aliases
  /** Targets of earlier versions that nothing continues. */
  orphans: Map<string, KnownTarget>
  earlier: Map<string, string[]>
  byBlock: Map<string, KnownTarget[]>
}

/** Versions of one region that are kept: today's, and one that a plan was pinned to. */
const KEPT_VERSIONS = 2
/** The regions of one world, by name, latest used first. Memory: about 200 bytes a target. */
const censuses = new WeakMap<Regions, Map<string, Map<string, Promise<RegionCensus>>>>()

interface CensusOf {
  campaign: string
  region: string
  /** What the campaign says of targets; default: what it has stored. */
  targets?: TargetOverride[]
  /** Of the region; default: today's. */
  version?: string | undefined
  /** Nothing else is asked for: of imported lists what lies there is read. Default: everywhere. */
  near?: readonly DegreeBox[] | undefined
}

export async function censusFor(
  { regions, store, blobs }: Pick<World, 'regions' | 'store' | 'blobs'>,
  { campaign, region, targets, version: wanted, near }: CensusOf,
): Promise<Census> {
  const counted = await regionCensus(regions, region, wanted)
  const { byId, byBlock, precincts, version, aliases, orphans, earlier } = counted
  const own = await knownBy(targets ?? (await readTargets({ store }, { campaign, region })), counted)
  // What the caller hands in has them already.
  const lists = targets
    ? []
    : await readEntries({ store, blobs }, { campaign, region, kind: 'targets', near })
  const listed = await Promise.all(lists.map((entries) => knownByList(entries, counted)))
  const inLists = (id: string): KnownTarget | undefined => {
    for (const { known } of listed) {
      const found = known.get(id)
      if (found) return found
    }
    return undefined
  }
  const added = [...own.values()].filter(({ id }) => !byId.has(id))
  const isOwn = ({ id }: KnownTarget): boolean => own.has(id)
  const asOwned = (target: KnownTarget): KnownTarget => own.get(target.id) ?? inLists(target.id) ?? target
  const find = (id: string): KnownTarget | undefined => own.get(id) ?? inLists(id) ?? byId.get(id)
  return {
    region,
    version,
    precincts,
    aliases,
    find,
    today(id) {
      const found = [id, ...(aliases.get(id) ?? [])].flatMap((name) => find(name) ?? [])
      return found.length > 0 ? found : [orphans.get(id) ?? []].flat()
    },
    earlier: (id) => earlier.get(id) ?? [],
    all: () => [
      ...[...byId.values()].map(asOwned),
      ...added,
      ...listed.flatMap(({ added: more }) => [...more.values()].flat().filter((target) => !isOwn(target))),
    ],
    inBlock: (block) => [
      ...(byBlock.get(block) ?? []).map(asOwned),
      ...added.filter((target) => target.block === block),
      ...listed.flatMap(({ added: more }) => more.get(block)?.filter((target) => !isOwn(target)) ?? []),
    ],
  }
}

/**
 * To find these targets, whatever else: of imported lists what lies near them is read, and all of them only where one
 * of them is found nowhere near.
 *
 * @param input.near  where those lie that the region does not know
 */
export async function censusAbout(
  world: Pick<World, 'regions' | 'store' | 'blobs'>,
  { ids, near, ...of }: Omit<CensusOf, 'targets'> & { ids: readonly string[]; near: readonly DegreeBox[] },
): Promise<Census> {
  const { byId, aliases, orphans } = await regionCensus(world.regions, of.region, of.version)
  const names = ids.flatMap((id) => [id, ...(aliases.get(id) ?? [])])
  const around = names.flatMap((id) => {
    const known = byId.get(id) ?? orphans.get(id)
    return known ? [boxAround([known.location])] : []
  })
  const census = await censusFor(world, { ...of, near: [...near, ...around] })
  return ids.every((id) => census.today(id).length > 0) ? census : censusFor(world, of)
}

/** Of a version, as the census has them. */
export async function precinctsIn(regions: Regions, region: string, version: string): Promise<Precinct[]> {
  return (await regionCensus(regions, region, version)).precincts
}

/** Targets of which somebody says how many doors they have, by id: those of the region, and additions to it. */
async function knownBy(
  overrides: readonly TargetOverride[],
  { byId, aliases, precincts }: RegionCensus,
): Promise<Map<string, KnownTarget>> {
  const own = new Map<string, KnownTarget>()
  const named = overridesByTarget(overrides, aliases, [])
  const isAddition = ({ id, location, doors }: TargetOverride): boolean =>
    location !== undefined && doors !== undefined && !byId.has(id)
  const addition = [...named.values()].some(isAddition) ? await additionTo(precincts) : () => undefined
  const slice = openSlices()
  for (const [id, override] of named) {
    await slice()
    const known = byId.get(id) ?? addition(override)
    if (known && override.doors !== undefined) own.set(id, { ...known, doors: override.doors })
  }
  return own
}

interface KnownByList {
  known: Map<string, KnownTarget>
  /** By block: those that the region does not have. */
  added: Map<string, KnownTarget[]>
}

/** A part of an imported list is the same for every call: it is looked at once for each version of the region. */
const looked = new WeakMap<readonly ListEntry[], WeakMap<RegionCensus, Promise<KnownByList>>>()

function knownByList(entries: readonly ListEntry[], counted: RegionCensus): Promise<KnownByList> {
  const before = looked.get(entries) ?? new WeakMap<RegionCensus, Promise<KnownByList>>()
  looked.set(entries, before)
  const looking = before.get(counted) ?? lookThrough(entries, counted)
  before.set(counted, looking)
  looking.catch(() => before.delete(counted))
  return looking
}

async function lookThrough(entries: readonly ListEntry[], counted: RegionCensus): Promise<KnownByList> {
  const known = await knownBy(
    entries.flatMap(({ targets = [] }) => targets),
    counted,
  )
  const added = new Map<string, KnownTarget[]>()
  for (const target of known.values()) {
    if (counted.byId.has(target.id)) continue
    const there = added.get(target.block)
    if (there) there.push(target)
    else added.set(target.block, [target])
  }
  return { known, added }
}

async function additionTo(
  precincts: Precinct[],
): Promise<(override: TargetOverride) => KnownTarget | undefined> {
  // Not at the top: the API function starts without polygons and H3.
  const { precinctFinder } = await import('@doorwalk/core/area/precinct-finder')
  const { BLOCK_RESOLUTION, cellAt } = await import('@doorwalk/core/h3')
  const precinctOf = precinctFinder(precincts)
  return ({ id, location, doors }) => {
    if (!location || doors === undefined) return undefined
    const precinct = precinctOf(location)?.code
    const block = cellAt(location, BLOCK_RESOLUTION)
    return { id, block, doors, location, ...(precinct === undefined ? {} : { precinct }) }
  }
}

async function regionCensus(
  regions: Regions,
  name: string,
  wanted: string | undefined,
): Promise<RegionCensus> {
  const manifest = await regions.manifest(name, wanted)
  const byName = censuses.get(regions) ?? new Map<string, Map<string, Promise<RegionCensus>>>()
  censuses.set(regions, byName)
  const versions = byName.get(name) ?? new Map<string, Promise<RegionCensus>>()
  const counting = versions.get(manifest.version) ?? countRegion(regions, manifest)
  counting.catch(() => versions.delete(manifest.version))
  const others = [...versions].filter(([version]) => version !== manifest.version)
  const kept = [[manifest.version, counting] as const, ...others].slice(0, KEPT_VERSIONS)
  byName.set(name, new Map(kept))
  return counting
}

async function countRegion(regions: Regions, manifest: Manifest): Promise<RegionCensus> {
  const byId = new Map<string, KnownTarget>()
  const byBlock = new Map<string, KnownTarget[]>()
  for (const tile of manifest.tiles) {
    if (!tile.buildings) continue
    for (const building of decodeBuildingTile(await regions.read(manifest, tile.buildings)).buildings) {
      for (const { id, block, doors, location } of building.targets) {
        const precinct = building.precinct === undefined ? {} : { precinct: building.precinct }
        const target = { id, block, doors, location, ...precinct }
        byId.set(id, target)
        const members = byBlock.get(block)
        if (members) members.push(target)
        else byBlock.set(block, [target])
      }
    }
  }
  const table = manifest.aliases && decodeAliases(await regions.read(manifest, manifest.aliases))
  const earlier = new Map<string, string[]>()
  for (const [id, [heir = '', ...more]] of table?.aliases ?? NO_ALIASES)
    if (more.length === 0) earlier.set(heir, [...(earlier.get(heir) ?? []), id])
  return {
    version: manifest.version,
    precincts: manifest.precincts ? decodePrecincts(await regions.read(manifest, manifest.precincts)) : [],
    byId,
    byBlock,
    aliases: table?.aliases ?? NO_ALIASES,
    orphans: new Map((table?.orphans ?? []).map((orphan) => [orphan.id, orphan])),
    earlier,
  }
}
