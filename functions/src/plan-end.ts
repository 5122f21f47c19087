/** What follows when a plan has ended: others are told, and its batch goes on. At least once, so both may happen again. */
import { type BatchWorld, advanceAfter } from './batches.ts'
import { emitPlanEnd } from './webhook-events.ts'
import type { PlanRef } from './world.ts'

export async function endPlan(
  world: BatchWorld,
  { ref, isAwaited }: { ref: PlanRef; isAwaited: boolean },
): Promise<void> {
  await emitPlanEnd(world, { ref, isAwaited, ring: world.ring })
  await advanceAfter(world, ref)
}
