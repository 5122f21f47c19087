/** A batch as it lies in the table: which plans of its shifts were started. How far they are, their heads say. */
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import type { PlanHead } from '../plans/heads.ts'
import { readHead } from '../plans/plans.ts'
import { BATCH } from '../store/keys.ts'
import type { PlanRef } from '../ports/jobs.ts'
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
  /** What of the request comes to nothing. */
  warnings: z.array(z.string()).default([]),
  /** Plans that are about to stand, each with the one of the batch that it is or came of. */
  claims: z.array(z.object({ planId: z.string(), first: z.string() })).default([]),
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

/** @param of  number of shifts */
export function unknownShift(shift: number, of: number): VisibleError {
  return new VisibleError('not_found', 'batch.unknown_shift', `got shift ${shift}, expected 1 to ${of}`)
}

/** A plan of a batch as it stands: the one that took over last at roll-call. */
export interface StandingPlan {
  planId: string
  /** Undefined: it was removed, or not yet started. */
  head: PlanHead | undefined
}

/** By the plan that the batch began with. */
export async function standingIn(
  { store }: Pick<Storage, 'store'>,
  { ref, batch }: { ref: BatchRef; batch: StoredBatch },
): Promise<Map<string, StandingPlan>> {
  const plans = batch.shifts.flatMap((shift) => shift.plans.map(({ planId }) => planId))
  const found = await Promise.all(
    plans.map(async (planId): Promise<[string, StandingPlan]> => {
      const all = await successionOf({ store }, { campaign: ref.campaign, planId })
      return [planId, all.at(-1)!]
    }),
  )
  return new Map(found)
}

/** A plan and those that took over from it, one after the other; at least itself. */
export async function successionOf(
  { store }: Pick<Storage, 'store'>,
  { campaign, planId }: PlanRef,
): Promise<StandingPlan[]> {
  const plans: StandingPlan[] = []
  for (let next: string | null | undefined = planId; next; next = plans.at(-1)!.head?.replacedBy)
    plans.push({ planId: next, head: (await readHead({ store }, { campaign, planId: next }))?.head })
  return plans
}
