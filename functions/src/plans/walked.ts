/** Whether somebody is on a walk of a plan. */
import { VisibleError } from '@doorwalk/core/error'
import { inParallel } from '@doorwalk/core/parallel'
import { findHeldWalk } from '../ledger/holds.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Storage } from '../world.ts'
import { readOutline } from './plans.ts'

const AT_ONCE = 16

/** @throws VisibleError `plan.walking` where somebody has set out on a walk of the plan, and is not back */
export async function refuseWalked(
  { store, blobs, clock }: Pick<Storage, 'store' | 'blobs' | 'clock'>,
  { campaign, planId }: PlanRef,
): Promise<void> {
  const plan = await readOutline({ blobs }, { campaign, planId })
  const ids = plan?.walks.map(({ walkId }) => walkId) ?? []
  let out = 0
  await inParallel(ids, AT_ONCE, async (walkId) => {
    const walk = (await findHeldWalk(store, { campaign, walkId }))?.value
    if (walk?.planId === planId && walk.state === 'started' && walk.until > clock.now()) out++
  })
  if (out === 0) return
  const who = out === 1 ? '1 team is on its way' : `${out} teams are on their way`
  throw new VisibleError(
    'conflict',
    'plan.walking',
    `${who} with walks of plan "${planId}"; wait until they are back, or remove it with "walking=end": they are told that their walk is gone`,
  )
}
