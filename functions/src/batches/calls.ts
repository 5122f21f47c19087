/** What the calls on batches do, between the route and the store. */
import { VisibleError } from '@doorwalk/core/error'
import { advance, planShiftAgain } from './batches.ts'
import { cancelPlan } from '../plans/calls.ts'
import { type Errand, rememberedId } from '../errands/errand.ts'
import type { World } from '../world.ts'
import { type Batch, readBatch } from './batch-answer.ts'
import { type BatchRef, type StoredBatch, findBatch, successionOf, unknownShift } from './stored-batch.ts'

/**
 * Plans one shift again, with what is due when it starts: what earlier shifts have done by now counts, not what they
 * were planned to do; what later shifts are planned to do is left to them. The shift's plans of before are removed.
 *
 * @throws VisibleError batch.unknown, batch.unknown_shift, batch.running, batch.shift_begun
 */
export async function replanShift(
  world: World,
  { ref, shift, errand }: { ref: BatchRef; shift: number; errand: Errand | undefined },
): Promise<Batch> {
  const { batch } = await findBatch(world, ref)
  const found = batch.shifts[shift - 1]
  if (!found) throw unknownShift(shift, batch.shifts.length)
  const first = await rememberedId(errand, world, 'pln')
  if (found.plans[0]?.planId === first) {
    // Whoever asked for it died before it could be answered.
    await advance(world, ref)
    return readBatch(world, ref)
  }
  if ((await readBatch(world, ref)).status !== 'done')
    throw new VisibleError(
      'conflict',
      'batch.running',
      'the batch is being planned; ask again when it is done',
    )
  if (Date.parse(found.startAt) <= world.clock.now())
    throw new VisibleError(
      'conflict',
      'batch.shift_begun',
      `shift ${shift} began at ${found.startAt}; replan its plans instead`,
    )
  await removePlans(world, ref, found.plans)
  return planShiftAgain(world, { ref, shift, first })
}

async function removePlans(
  world: World,
  { campaign }: BatchRef,
  plans: StoredBatch['shifts'][number]['plans'],
): Promise<void> {
  const all = await Promise.all(plans.map(({ planId }) => successionOf(world, { campaign, planId })))
  for (const { planId } of all.flat().reverse())
    await cancelPlan(world, { campaign, planId }).catch((error: unknown) => {
      if (!(error instanceof VisibleError) || error.code !== 'plan.unknown') throw error
    })
}
