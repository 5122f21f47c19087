/**
 * Drafts that somebody may still lease, in the table: where each stands, so that what happens in a block finds those
 * that it may overtake without a look at all plans.
 */
import { z } from '@hono/zod-openapi'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import { collect } from '../store/items.ts'
import { DRAFT, DRAFTING_ITEMS, draftId, draftingKey } from '../store/keys.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { KeyRange } from '../ports/store.ts'
import type { Storage } from '../world.ts'

const Draft = z.object({
  planId: z.string(),
  region: z.string(),
  /** Of the region, when the plan was made: not that of the plan where it was pinned to an earlier one. */
  version: z.string(),
  /** Where its stops are; null: in so many that it is looked at whatever happens in the region. */
  blocks: z.array(z.string()).nullable(),
})
export type Draft = z.infer<typeof Draft>

interface InRegion {
  campaign: string
  region: string
}

/** An item holds 400 KB; the largest plan that is made in one piece lies in a few hundred blocks. */
const MOST_BLOCKS = 5_000
/** After the end of its last walk nobody commits a draft; somebody may want to know why he should not. */
const KEPT_SECONDS = 7 * 24 * 3_600

/** Of a region as it is today; undefined: it was taken away, and nothing can be said of its drafts. */
export async function versionOf(
  { regions }: Pick<Storage, 'regions'>,
  region: string,
): Promise<string | undefined> {
  try {
    return (await regions.manifest(region)).version
  } catch {
    return undefined
  }
}

/** Last the mark that the region has drafts: whoever finds none takes the mark away. */
export async function noteDraft(
  storage: Pick<Storage, 'store' | 'regions'>,
  { campaign, region, plan }: InRegion & { plan: PlanOutline },
): Promise<void> {
  const { store } = storage
  const version = await versionOf(storage, region)
  if (version === undefined) return
  const blocks = [...new Set(plan.walks.flatMap(({ stops }) => stops.map(({ block }) => block)))]
  const ends = plan.walks.map(({ startAt, budget }) => Date.parse(startAt) + budget * 1000)
  const draft: Draft = {
    ...{ planId: plan.id, region, version },
    blocks: blocks.length > MOST_BLOCKS ? null : blocks,
  }
  const expiresAt = Math.floor(Math.max(Date.parse(plan.startAt), ...ends) / 1000) + KEPT_SECONDS
  await store.putMany([{ ...DRAFT.key(campaign, draftId(region, plan.id)), data: draft, expiresAt }])
  await store.putMany([{ ...draftingKey({ campaign, region }), data: { campaign, region } }])
}

export async function forgetDraft(
  { store }: Pick<Storage, 'store'>,
  { campaign, planId }: PlanRef,
  region: string,
): Promise<void> {
  await store.remove(DRAFT.key(campaign, draftId(region, planId)))
}

/** Cost: one query of the drafts of the region, mostly none or few. */
export function draftsIn({ store }: Pick<Storage, 'store'>, of: InRegion): Promise<Draft[]> {
  return collect(store, draftsRange(of), ({ data }) => Draft.parse(data))
}

function draftsRange({ campaign, region }: InRegion): KeyRange {
  const { pk, prefix } = DRAFT.range(campaign)
  return { pk, prefix: prefix + draftId(region, '') }
}

/** Regions in which campaigns have drafts, or had some a short while ago. */
export function draftedRegions({ store }: Pick<Storage, 'store'>): Promise<InRegion[]> {
  const InItem = z.object({ campaign: z.string(), region: z.string() })
  return collect(store, DRAFTING_ITEMS, ({ data }) => InItem.parse(data))
}

export async function forgetRegion({ store }: Pick<Storage, 'store'>, of: InRegion): Promise<void> {
  await store.remove(draftingKey(of))
}
