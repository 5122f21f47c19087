/** What a plan wants of each block, and what stands in its way: leases of others, visits, hold-outs. */
import { VisibleError } from '@doorwalk/core/error'
import type { Hold } from '@doorwalk/core/ledger/block'
import type { LedgerToday } from '@doorwalk/core/ledger/today'
import { dueAt } from '@doorwalk/core/ledger/verdict'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import type { LedgerRef } from '../ledger/blocks.ts'
import type { Census } from '../ledger/census.ts'
import { heldOutIn } from '../ledger/holdouts.ts'
import { type HeldWalk, distinctHolds, isCommitted, liveHolds } from '../ledger/holds.ts'
import type { LedgerWorld } from '../ledger/snapshot.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { momentOf } from '../ledger/moment.ts'
import { ledgerAround } from '../ledger/today.ts'

/** Why a block could not be taken. */
export type Obstacle = 'leased' | 'visited' | 'hold_out' | 'excluded'

/** What a plan wants of a block. */
export interface Wanted {
  block: string
  /** Per walk. */
  targets: Map<string, string[]>
}

/** In the order of the blocks' names, so that two commits meet at the first block they share. */
export function wantedBlocks(walks: HeldWalk[]): Wanted[] {
  const byBlock = new Map<string, Wanted>()
  for (const { walkId, targets } of walks) {
    for (const { id, block } of targets) {
      const wanted = byBlock.get(block) ?? { block, targets: new Map<string, string[]>() }
      wanted.targets.set(walkId, [...(wanted.targets.get(walkId) ?? []), id])
      byBlock.set(block, wanted)
    }
  }
  return [...byBlock.values()].sort((a, b) => (a.block < b.block ? -1 : 1))
}

/** Holders of wanted targets that belong to none of these plans. */
export function strangers({ holds }: LedgerToday, { targets }: Wanted, plans: string[]): Hold[] {
  const all = [...targets.values()].flat().flatMap((id) => holds.get(id) ?? [])
  return distinctHolds(all.filter(({ plan }) => !plans.includes(plan)))
}

/** What else than a lease stands in the way: the plan may be a draft of last week. */
export async function obstacles(
  world: LedgerWorld,
  { campaign, plan, census }: { campaign: string; plan: PlanOutline; census: Census },
) {
  const region = plan.region.name
  const [settings, heldOut] = await Promise.all([
    readCampaign(world, campaign),
    heldOutIn(world, { campaign, region }),
  ])
  const isNever = heldOut.neverUnder(census.aliases)
  const moment = momentOf(world, settings, Date.parse(plan.startAt))
  const goesOn = await isUnderWay(world, { campaign, plan })
  return ({ block, targets }: Wanted, { records }: LedgerToday): Obstacle | undefined => {
    const ids = [...targets.values()].flat()
    const known = ids.flatMap((id) => census.find(id) ?? [])
    if (heldOut.blocks.includes(block) || known.some((target) => heldOut.holds(target))) return 'hold_out'
    // On a walk that goes on, some targets are done, and others are being done at this very moment.
    if (goesOn) return undefined
    if (known.some(isNever)) return 'excluded'
    const isDone = ids.some((id) => {
      const record = records.get(id)
      return record && dueAt(census.find(id)?.doors ?? record.doors, record, moment).now === 0
    })
    return isDone ? 'visited' : undefined
  }
}

/** A plan that was changed by hand is a draft like any other, unless the one before it was leased. */
async function isUnderWay(
  world: LedgerWorld,
  { campaign, plan }: { campaign: string; plan: PlanOutline },
): Promise<boolean> {
  if (!plan.replan) return false
  return !plan.edits?.cost || isCommitted(world, { campaign, planId: plan.replan.of })
}

interface Conflicts {
  ref: LedgerRef
  wanted: Wanted[]
  /** Plans whose holds do not count. */
  own: string[]
  census: Census
  check: Awaited<ReturnType<typeof obstacles>>
}

/** Blocks that cannot be taken as things are, each with the reason. */
export async function conflictsWith(
  world: LedgerWorld,
  { ref, wanted, own, census, check }: Conflicts,
): Promise<Map<string, Obstacle>> {
  const { campaign } = ref
  const cells = wanted.map(({ block }) => block)
  const known = await ledgerAround(world, { ref, cells, aliases: census.aliases })
  const holds = [...known.holds.values()].flat().filter(({ plan }) => !own.includes(plan))
  const isLive = await liveHolds(world, { campaign, holds })
  const conflicts = new Map<string, Obstacle>()
  for (const want of wanted) {
    const obstacle = check(want, known)
    if (obstacle) conflicts.set(want.block, obstacle)
    else if (strangers(known, want, own).some(isLive)) conflicts.set(want.block, 'leased')
  }
  return conflicts
}

const WORDS: Record<Obstacle, string> = {
  leased: 'another walk holds a target here',
  visited: 'a target here was visited in the meantime',
  hold_out: 'held out',
  excluded: 'an imported list closes a target here',
}

/** The answer that names them. */
export function conflict(blocks: Map<string, Obstacle>): VisibleError {
  return new VisibleError(
    'conflict',
    'plan.conflict',
    `${blocks.size} blocks of this plan are no longer free; nothing was leased: plan again`,
    [...blocks].map(([block, obstacle]) => ({ pointer: `/blocks/${block}`, detail: WORDS[obstacle] })),
  )
}
