/** A campaign's own targets per region: imported once, merged into every plan of that campaign. */
import { VisibleError } from '@doorwalk/core/error'
import { LIMITS, type PlanRequest, TargetOverride } from '@doorwalk/core/request/request'
import { type FilteredPage, filteredPage } from '../store/filtered-page.ts'
import { collect } from '../store/items.ts'
import { OWN_TARGET } from '../store/keys.ts'
import { openSlices } from '../threads/slices.ts'
import type { Storage } from '../world.ts'

export interface Place {
  campaign: string
  region: string
}

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

/** The request with the campaign's targets; what the request says about a target itself comes first. */
export async function withStoredTargets<Request extends Pick<PlanRequest, 'region' | 'targets'>>(
  storage: Pick<Storage, 'store'>,
  { campaign, request }: { campaign: string; request: Request },
): Promise<Request> {
  const stored = await readTargets(storage, { campaign, region: request.region })
  if (stored.length === 0) return request
  const merged = new Map(stored.map((target) => [target.id, target]))
  for (const target of request.targets ?? []) merged.set(target.id, { ...merged.get(target.id), ...target })
  return { ...request, targets: [...merged.values()] }
}

/** Both were parsed: their fields have the order of the schema. */
function isSame(a: TargetOverride | undefined, b: TargetOverride): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b)
}
