/** The walks of a plan as edits find them. */
import type { WalkNow } from '@doorwalk/core/replan/roll-call'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import { isCommitted } from '../ledger/holds.ts'
import { walksNow } from '../replans/walks.ts'
import type { Storage } from '../world.ts'

/** Those that are not over. Nobody has begun a walk of a draft, whatever was visited of it. */
export async function walksToEdit(
  world: Storage,
  { campaign, plan }: { campaign: string; plan: PlanOutline },
): Promise<WalkNow[]> {
  const [walks, isLeased] = await Promise.all([
    walksNow(world, { campaign, plan }),
    isCommitted(world, { campaign, planId: plan.id }),
  ])
  const open = walks.filter(({ isOver }) => !isOver)
  return isLeased ? open : open.map((walk) => ({ ...walk, begunAt: null }))
}
