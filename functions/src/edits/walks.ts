/** The walks of a plan as edits find them. */
import type { WalkNow } from '@doorwalk/core/replan/roll-call'
import type { Plan } from '@doorwalk/core/walk/answer'
import { isCommitted } from '../ledger/holds.ts'
import { standing, walksNow } from '../replans/walks.ts'
import type { Storage } from '../world.ts'

/**
 * Those that are not over. Nobody has begun a walk of a draft, whatever was visited of it, and nobody has changed one:
 * they are as the plan has them.
 */
export async function walksToEdit(
  world: Storage,
  { campaign, plan }: { campaign: string; plan: Plan },
): Promise<WalkNow[]> {
  const isLeased = await isCommitted(world, { campaign, planId: plan.id })
  if (isLeased) return (await walksNow(world, { campaign, plan })).filter(({ isOver }) => !isOver)
  const walks = await standing(world, { campaign, plan, walks: plan.walks })
  return walks.map((walk) => ({ ...walk, begunAt: null }))
}
