/** Finds blocks in which no target is due or will become due, and announces each. */
import { coverageOf, isFinished } from '@doorwalk/core/ledger/coverage'
import { NO_TOTALS } from '@doorwalk/core/ledger/totals'
import { censusFor } from '../ledger/census.ts'
import { boxesOfBlocks } from '../ledger/near.ts'
import { heldOutIn } from '../ledger/holdouts.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { momentOf } from '../ledger/moment.ts'
import { ledgerAround } from '../ledger/today.ts'
import type { BlocksVisited } from '../ports/announcements.ts'
import type { World } from '../world.ts'

export async function announceFinished(
  world: Pick<World, 'store' | 'blobs' | 'clock' | 'regions' | 'announce'>,
  { campaign, region, blocks }: BlocksVisited,
): Promise<void> {
  const census = await censusFor(world, { campaign, region, near: await boxesOfBlocks(blocks) })
  const ref = { campaign, region }
  const [settings, heldOut, { records }] = await Promise.all([
    readCampaign(world, campaign),
    heldOutIn(world, ref),
    ledgerAround(world, { ref, cells: blocks, aliases: census.aliases }),
  ])
  const isNever = heldOut.neverUnder(census.aliases)
  const moment = momentOf(world, settings)
  for (const block of blocks) {
    const stock = census.inBlock(block)
    const targets = stock.map((target) => ({
      ...target,
      isHeldOut: heldOut.holds(target),
      isNever: isNever(target),
      record: records.get(target.id),
    }))
    const coverage = coverageOf({ small: NO_TOTALS, targets, isHeld: () => false, moment })
    if (!isFinished(coverage)) continue
    await world.announce({ kind: 'block finished', campaign, region, block, stock })
  }
}
