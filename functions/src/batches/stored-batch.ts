/** A batch as it lies in the table: which plans of its shifts were started. How far they are, their heads say. */
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { type PlanHead, readHead } from '../plans/plans.ts'
import { BATCH } from '../store/keys.ts'
import type { Item, Key } from '../ports/store.ts'
import type { Storage } from '../world.ts'

const StoredPlan = z.object({
  planId: z.string(),
  area: z.string(),
  isStarted: z.boolean(),
  /** Planned again: what earlier shifts have done by then counts, not what they were planned to do. */
  isAgain: z.boolean(),
})
export type StoredPlan = z.infer<typeof StoredPlan>

export const StoredBatch = z.object({
  id: z.string(),
  label: z.string(),
  region: z.string(),
  createdAt: z.string(),
  /** It is being removed: no further plan of it is begun, and nobody is told of it. */
  isGoing: z.boolean().default(false),
  shifts: z.array(
    z.object({ startAt: z.string(), minutes: z.number(), label: z.string(), plans: z.array(StoredPlan) }),
  ),
})
export type StoredBatch = z.infer<typeof StoredBatch>

export interface BatchRef {
  campaign: string
  batchId: string
}

export const batchKey = ({ campaign, batchId }: BatchRef): Key => BATCH.key(campaign, batchId)

/** @throws VisibleError batch.unknown */
export async function findBatch(
  { store }: Pick<Storage, 'store'>,
  ref: BatchRef,
): Promise<{ batch: StoredBatch; item: Item }> {
  const item = await store.get(batchKey(ref))
  const batch = item && StoredBatch.parse(item.data)
  if (batch && !batch.isGoing) return { batch, item }
  throw unknownBatch(ref)
}

export function unknownBatch({ batchId }: BatchRef): VisibleError {
  return new VisibleError('not_found', 'batch.unknown', `there is no batch "${batchId}" in this campaign`)
}

/** By plan; those that were removed, or not yet started, are missing. */
export async function headsOf(
  { store }: Pick<Storage, 'store'>,
  { ref, batch }: { ref: BatchRef; batch: StoredBatch },
): Promise<Map<string, PlanHead>> {
  const plans = batch.shifts.flatMap((shift) => shift.plans.map(({ planId }) => planId))
  const found = await Promise.all(
    plans.map((planId) => readHead({ store }, { campaign: ref.campaign, planId })),
  )
  return new Map(found.flatMap((each) => (each ? [[each.head.id, each.head]] : [])))
}
