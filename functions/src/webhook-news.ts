/**
 * What walks and blocks tell other services: that they were started or completed, never what happened at a door, nor who
 * walked. Called again for the same, it is the same event.
 */
import { createHash } from 'node:crypto'
import { coverageOf, isFinished } from '@doorwalk/core/ledger/coverage'
import { NO_TOTALS } from '@doorwalk/core/ledger/totals'
import type { Census } from './coverage-census.ts'
import { heldOutIn } from './holdouts.ts'
import type { WalkLife } from './leases-walks.ts'
import { readCampaign } from './retention-campaign.ts'
import { localTime } from './retention-clock.ts'
import { ledgerAround } from './visits-today.ts'
import { emit, isHeard } from './webhook-events.ts'
import type { World } from './world.ts'

type Teller = Pick<World, 'store' | 'clock' | 'regions' | 'ringDelivery'>

const EVENT_ID_LENGTH = 26

/** `walk.started` and `walk.completed`; a walk that was given back, or whose time ran out, is no news. */
export async function emitWalk(
  world: Teller,
  { campaign, walk }: { campaign: string; walk: WalkLife },
): Promise<void> {
  const { walkId, planId, state, startedAt, endedAt, targets } = walk
  if (state !== 'started' && state !== 'finished') return
  const type = state === 'started' ? 'walk.started' : 'walk.completed'
  const data = { walkId, planId, href: `/v1/walks/${walkId}`, startedAt, endedAt, targets }
  const event = { id: eventId(campaign, walkId, state), type, data } as const
  await emit(world, { campaign, ring: world.ringDelivery, event })
}

/**
 * `block.completed` for those of the blocks in which no target is due or will become due. Once for what stands there: doors
 * that are added later make another event when they are done, too.
 */
export async function emitBlocks(
  world: Teller,
  { campaign, census, blocks }: { campaign: string; census: Census; blocks: string[] },
): Promise<void> {
  if (!(await isHeard(world, { campaign, type: 'block.completed' }))) return
  const ref = { campaign, region: census.region }
  const [settings, heldOut, { records }] = await Promise.all([
    readCampaign(world, campaign),
    heldOutIn(world, ref),
    ledgerAround(world, { ref, cells: blocks, aliases: census.aliases }),
  ])
  const moment = { at: localTime(world.clock.now(), settings.timeZone), policy: settings.revisit }
  for (const block of blocks) {
    const targets = census.inBlock(block).map((target) => ({
      ...target,
      isHeldOut: heldOut.holds(target),
      record: records.get(target.id),
    }))
    const coverage = coverageOf({ small: NO_TOTALS, targets, isHeld: () => false, moment })
    if (!isFinished(coverage)) continue
    const stock = targets.map(({ id, doors }) => `${id} ${doors}`).sort()
    const data = { region: census.region, block, targets: coverage.targets, doors: coverage.doors }
    const event = {
      id: eventId(campaign, census.region, block, ...stock),
      type: 'block.completed' as const,
      data,
    }
    await emit(world, { campaign, ring: world.ringDelivery, event })
  }
}

/** The same for the same, and nothing to be read in it: event ids stand in the log. */
function eventId(...parts: string[]): string {
  return `evt_${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, EVENT_ID_LENGTH)}`
}
