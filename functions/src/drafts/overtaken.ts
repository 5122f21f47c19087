/**
 * Whether something has overtaken a draft: it is stale when committing it would be refused, or when its region has a
 * newer version. That is told once, and the draft is forgotten here.
 */
import { type PlanOutline, nearWalks } from '@doorwalk/core/walk/outline'
import { censusFor } from '../ledger/census.ts'
import { isCommitted } from '../ledger/holds.ts'
import { heldWalk } from '../leases/held-walk.ts'
import { conflictsWith, obstacles, wantedBlocks } from '../leases/obstacles.ts'
import { changeHead, readHead, readOutline } from '../plans/plans.ts'
import { type Draft, draftedRegions, draftsIn, forgetDraft, forgetRegion, versionOf } from './drafts.ts'
import type { StaleReason } from '../ports/announcements.ts'
import type { World } from '../world.ts'

export type DraftWorld = Pick<World, 'store' | 'blobs' | 'regions' | 'clock' | 'id' | 'announce'>

interface Happened {
  campaign: string
  region: string
  /** Where targets were visited, or leased. */
  blocks: readonly string[]
}

/** Judges the drafts of these blocks. */
export async function lookAtDrafts(world: DraftWorld, { campaign, region, blocks }: Happened): Promise<void> {
  const drafts = await draftsIn(world, { campaign, region })
  const touched = drafts.filter((draft) => draft.blocks === null || draft.blocks.some(isOneOf(blocks)))
  for (const draft of touched) await judge(world, { campaign, draft })
}

function isOneOf(blocks: readonly string[]): (block: string) => boolean {
  const set = new Set(blocks)
  return (block) => set.has(block)
}

/** Judges drafts whose region has a newer version. To be done every minute or so; it costs a query where none is. */
export async function sweepDrafts(world: DraftWorld): Promise<void> {
  for (const { campaign, region } of await draftedRegions(world)) {
    const drafts = await draftsIn(world, { campaign, region })
    if (drafts.length === 0) {
      await forgetRegion(world, { campaign, region })
      continue
    }
    const version = await versionOf(world, region)
    for (const draft of drafts) if (version !== draft.version) await judge(world, { campaign, draft })
  }
}

async function judge(
  world: DraftWorld,
  { campaign, draft }: { campaign: string; draft: Draft },
): Promise<void> {
  const { region, planId } = draft
  const ref = { campaign, planId }
  const head = (await readHead(world, ref))?.head
  const isOpen = head?.status === 'done' && head.replacedBy === null && !(await isCommitted(world, ref))
  if (!isOpen) return forgetDraft(world, ref, region)
  if (head.stale === null) {
    const version = await versionOf(world, region)
    const plan = version === undefined ? undefined : await readOutline(world, ref)
    if (!plan) return
    const found = new Set<StaleReason>(await obstaclesOf(world, { campaign, plan }))
    if (version !== draft.version) found.add('region')
    if (found.size === 0) return
    const stale = { at: new Date(world.clock.now()).toISOString(), reasons: [...found].sort() }
    await changeHead(world, ref, (now) => (now?.stale === null ? { ...now, stale } : now))
  }
  // Also when it was found before: whoever found it may have died before he could tell.
  const { reasons = [] } = (await readHead(world, ref))?.head.stale ?? {}
  await world.announce({ kind: 'plan stale', ref, region, reasons })
  await forgetDraft(world, ref, region)
}

/** What would be told to whoever commits the plan now. */
async function obstaclesOf(
  world: DraftWorld,
  { campaign, plan }: { campaign: string; plan: PlanOutline },
): Promise<Iterable<StaleReason>> {
  const region = plan.region.name
  const census = await censusFor(world, { campaign, region, near: nearWalks(plan) })
  const of = { planId: plan.id, region, census, saidAt: world.clock.now() }
  const wanted = wantedBlocks(plan.walks.map((walk) => heldWalk(walk, of)))
  const check = await obstacles(world, { campaign, plan, census })
  const own = [plan.id, ...(plan.replan ? [plan.replan.of] : [])]
  const conflicts = await conflictsWith(world, { ref: { campaign, region }, wanted, own, census, check })
  return conflicts.values()
}
