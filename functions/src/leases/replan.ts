/**
 * What follows once the commit of a plan that replaces another counts: its walks go on under the new plan, the others
 * end, and the commit before becomes void. Each step may be done again, so a process that dies here is made up for.
 */
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import type { HeldWalk } from '../ledger/holds.ts'
import { changeHeldWalk, findHeldWalk, readCommit, voidCommit } from '../ledger/holds.ts'
import type { LedgerWorld } from '../ledger/snapshot.ts'

export async function takeOver(
  world: LedgerWorld,
  { campaign, plan, walks }: { campaign: string; plan: PlanOutline; walks: HeldWalk[] },
): Promise<void> {
  if (!plan.replan) return
  const { of, changes } = plan.replan
  const before = await readCommit(world.store, { campaign, planId: of })
  if (before?.value.state !== 'committed') return
  const next = new Map(walks.map((walk) => [walk.walkId, walk]))
  for (const { walkId, before: was, change } of changes) {
    if (was === null || !(await findHeldWalk(world.store, { campaign, walkId }))) continue
    const mine = next.get(walkId)
    await changeHeldWalk(world, { campaign, walkId }, (walk) =>
      mine ? goOn(walk, mine) : end(walk, world.clock.now(), change === 'finished' ? 'finished' : 'released'),
    )
  }
  await voidCommit(world, { campaign, planId: of })
}

/** With the life it has had so far. */
function goOn(walk: HeldWalk, next: HeldWalk): HeldWalk | undefined {
  if (walk.planId === next.planId) return undefined
  const { state, startedAt, endedAt } = walk
  const { until, saidAt } = walk.until > next.until ? walk : next
  return { ...next, state, startedAt, endedAt, until, saidAt }
}

function end(walk: HeldWalk, now: number, state: 'finished' | 'released'): HeldWalk | undefined {
  if (walk.state !== 'leased' && walk.state !== 'started') return undefined
  return { ...walk, state, endedAt: new Date(now).toISOString() }
}
