/**
 * A batch goes with all its plans. It is noted first, outside of its campaign: whoever comes after a process that died
 * on the way goes on, so that no plan of it is left, and none that is still planned leases anything.
 */
import { z } from '@hono/zod-openapi'
import { abandonPlan, cancelPlan } from '../plans/calls.ts'
import { changeItem } from '../store/change-item.ts'
import { collect } from '../store/items.ts'
import { GOING_ITEMS, IN_BATCH, goingKey } from '../store/keys.ts'
import { type BatchRef, StoredBatch, batchKey, successionOf, unknownBatch } from './stored-batch.ts'
import type { JobQueue, PlanRef } from '../ports/jobs.ts'
import type { Key } from '../ports/store.ts'
import type { Storage } from '../world.ts'

export interface Remover extends Pick<Storage, 'store' | 'blobs'> {
  jobs: Pick<JobQueue, 'cancel'>
}

const Going = z.object({ campaign: z.string(), batchId: z.string() })

export const linkOf = ({ campaign, planId }: PlanRef): Key => IN_BATCH.key(campaign, planId)
export const folderOf = ({ campaign, batchId }: BatchRef): string =>
  `campaigns/${campaign}/batches/${batchId}`

/** Cancels and removes the batch with all its plans. @throws VisibleError batch.unknown */
export async function deleteBatch(world: Remover, ref: BatchRef): Promise<void> {
  if (!(await world.store.get(batchKey(ref)))) throw unknownBatch(ref)
  await removeBatch(world, ref)
}

/** Doing it again goes on where it broke off. */
export async function removeBatch(world: Remover, ref: BatchRef): Promise<void> {
  const { store, blobs } = world
  const { campaign } = ref
  await store.putMany([{ ...goingKey(ref), data: { ...ref } }])
  const { value: batch } = await changeItem(store, {
    key: batchKey(ref),
    schema: StoredBatch,
    tries: Infinity,
    change: (known) => (known && !known.isGoing ? { ...known, isGoing: true } : known),
  })
  for (const { planId } of batch?.shifts.flatMap(({ plans }) => plans) ?? [])
    await removeFromBatch(world, { campaign, planId })
  for (const key of await blobs.list(`${folderOf(ref)}/`)) await blobs.remove(key)
  await store.remove(batchKey(ref))
  await store.remove(goingKey(ref))
}

/** One plan of it, begun or not, with those that took over from it. */
export async function removeFromBatch(world: Remover, ref: PlanRef): Promise<void> {
  // First: a plan that ends must not start the next.
  await world.store.remove(linkOf(ref))
  const { campaign } = ref
  const [, ...later] = await successionOf(world, ref)
  // The last first: whoever goes on where this broke off finds the others by those before them.
  for (const { planId, head } of later.reverse()) if (head) await cancelPlan(world, { campaign, planId })
  await abandonPlan(world, ref)
}

export async function isGoing({ store }: Pick<Storage, 'store'>, ref: BatchRef): Promise<boolean> {
  const item = await store.get(batchKey(ref))
  return item !== undefined && StoredBatch.parse(item.data).isGoing
}

/** Batches whose removal broke off. */
export async function removeGoing(world: Remover): Promise<void> {
  const going = await collect(world.store, GOING_ITEMS, ({ data }) => Going.parse(data))
  for (const ref of going) await removeBatch(world, ref)
}
