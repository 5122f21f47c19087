/** A campaign's own targets per region: imported once, merged into every plan of that campaign. */
import { VisibleError } from '@doorwalk/core/error'
import type { DegreeBox } from '@doorwalk/core/region/box'
import { LIMITS, type PlanRequest, TargetOverride } from '@doorwalk/core/request/request'
import { type FilteredPage, filteredPage } from '../store/filtered-page.ts'
import { collect } from '../store/items.ts'
import { OWN_TARGET } from '../store/keys.ts'
import { readEntries, readLists } from './imported-lists.ts'
import type { Place } from './place.ts'
import { openSlices } from '../threads/slices.ts'
import type { Storage } from '../world.ts'

/** Every stored target; 100,000 take about three seconds. */
export function readTargets(
  { store }: Pick<Storage, 'store'>,
  { campaign, region }: Place,
): Promise<TargetOverride[]> {
  return collect(store, OWN_TARGET.range({ campaign, region }), ({ data }) => TargetOverride.parse(data))
}

interface TargetsAsked extends Place {
  after: string | undefined
  limit: number
  /** Key buildings only, or all others; undefined: both. */
  key?: boolean | undefined
}

export function listTargets(
  { store }: Pick<Storage, 'store'>,
  { campaign, region, after, limit, key }: TargetsAsked,
): Promise<FilteredPage<TargetOverride>> {
  const passes = (target: TargetOverride): boolean => key === undefined || (target.key ?? false) === key
  return filteredPage(store, { ...OWN_TARGET.range({ campaign, region }), limit, after }, (items) =>
    items
      .map(({ data }) => TargetOverride.parse(data))
      .map((target) => (passes(target) ? target : undefined)),
  )
}

interface TargetChanges {
  /** Those that are new, or other than stored. */
  changed: TargetOverride[]
  added: number
  updated: number
  unchanged: number
}

/** What writing these would change, by id. @throws VisibleError buildings.too_many */
export async function changesBy(
  storage: Pick<Storage, 'store'>,
  { campaign, region, targets }: Place & { targets: TargetOverride[] },
): Promise<TargetChanges> {
  const known = new Map(
    (await readTargets(storage, { campaign, region })).map((target) => [target.id, target]),
  )
  const total = new Set([...known.keys(), ...targets.map(({ id }) => id)]).size
  if (total > LIMITS.targets) {
    throw new VisibleError(
      'too_large',
      'buildings.too_many',
      `the campaign would have ${total} targets in this region, at most ${LIMITS.targets} are kept; remove some first`,
    )
  }
  const changed: TargetOverride[] = []
  const slice = openSlices()
  for (const target of targets) {
    if (!isSame(known.get(target.id), target)) changed.push(target)
    await slice()
  }
  const updated = changed.filter(({ id }) => known.has(id)).length
  return { changed, added: changed.length - updated, updated, unchanged: targets.length - changed.length }
}

/** Adds and replaces by id. */
export async function writeTargets(
  { store }: Pick<Storage, 'store'>,
  { campaign, region, targets }: Place & { targets: TargetOverride[] },
): Promise<void> {
  await store.putMany(
    targets.map((target) => ({ ...OWN_TARGET.key({ campaign, region }, target.id), data: target })),
  )
}

export async function removeTargets(
  storage: Pick<Storage, 'store'>,
  { campaign, region, ids }: Place & { ids: string[] | undefined },
): Promise<void> {
  const gone = ids ?? (await readTargets(storage, { campaign, region })).map(({ id }) => id)
  await storage.store.removeMany(gone.map((id) => OWN_TARGET.key({ campaign, region }, id)))
}

/** What of a request the campaign's targets are read by. */
export type AboutTargets = Pick<PlanRequest, 'region' | 'targets'> &
  Partial<Pick<PlanRequest, 'area' | 'version'>>

/**
 * The request with the campaign's targets; what the request says about a target itself comes first. Of imported lists
 * those near its area are read.
 */
export async function withStoredTargets<Request extends AboutTargets>(
  storage: Pick<Storage, 'store' | 'blobs' | 'regions'>,
  { campaign, request }: { campaign: string; request: Request },
): Promise<Request> {
  const place = { campaign, region: request.region }
  const [stored, lists] = await Promise.all([readTargets(storage, place), readLists(storage, place)])
  const listed = lists?.targets
    ? await readEntries(storage, { ...place, kind: 'targets', near: await boxOf(storage.regions, request) })
    : []
  if (stored.length === 0 && listed.length === 0) return request
  const merged = new Map<string, TargetOverride>()
  const slice = openSlices()
  for (const { targets = [] } of listed.flat()) {
    await slice()
    for (const target of targets) merged.set(target.id, target)
  }
  for (const target of stored) merged.set(target.id, { ...merged.get(target.id), ...target })
  for (const target of request.targets ?? []) merged.set(target.id, { ...merged.get(target.id), ...target })
  return { ...request, targets: [...merged.values()] }
}

/** Undefined: the whole region, or an area that the region does not know, of which others tell. */
async function boxOf(
  regions: Storage['regions'],
  { region, version, area }: AboutTargets,
): Promise<[DegreeBox] | undefined> {
  if (!area) return undefined
  const manifest = await regions.manifest(region, version)
  // Not at the top: the API function starts without polygons and H3.
  const [{ resolveArea }, { loadPrecincts }] = await Promise.all([
    import('@doorwalk/core/area/area'),
    import('@doorwalk/core/building/load'),
  ])
  const precincts = 'type' in area || 'cells' in area ? [] : await loadPrecincts(regions, manifest)
  try {
    return [resolveArea(area, { manifest, precincts }).bbox]
  } catch (error) {
    if (error instanceof VisibleError) return undefined
    throw error
  }
}

/** Both were parsed: their fields have the order of the schema. */
function isSame(a: TargetOverride | undefined, b: TargetOverride): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b)
}
