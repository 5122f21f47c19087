/** The ledger as a plan must see it: what is due, leased, visited or held out in its area when its walks start. */
import type { TargetRecord } from '@doorwalk/core/ledger/block'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import type { Moment } from '@doorwalk/core/ledger/verdict'
import { verdictOn } from '@doorwalk/core/ledger/verdict'
import type { PlanRequest } from '@doorwalk/core/request'
import { censusFor } from './coverage-census.ts'
import { heldOutIn } from './holdouts.ts'
import { liveWalks } from './leases-holds.ts'
import { readCampaign } from './retention-campaign.ts'
import { localTime } from './retention-clock.ts'
import { allBlocks, readBlocks } from './visits-blocks.ts'
import type { World } from './world.ts'

/** Beyond so many blocks the whole ledger of the region is read: a query brings 50 times more items a second than gets. */
const BLOCKS_BY_KEY = 300

export type LedgerWorld = Pick<World, 'store' | 'clock' | 'regions' | 'id'>

/** @param input.ownPlan  a plan whose own leases do not count, when it is planned again */
export async function ledgerSnapshot(
  world: LedgerWorld,
  { campaign, request, ownPlan }: { campaign: string; request: PlanRequest; ownPlan?: string },
): Promise<LedgerSnapshot> {
  const { region, targets } = request
  const [settings, census, manifest, heldOut] = await Promise.all([
    readCampaign(world, campaign),
    censusFor(world, { campaign, region, ...(targets ? { targets } : {}) }),
    world.regions.manifest(region, request.version),
    heldOutIn(world, { campaign, region }),
  ])
  // Not at the top: the API function starts without polygons and H3.
  const { resolveArea } = await import('@doorwalk/core/area/area')
  const area = resolveArea(request.area, manifest, census.precincts)
  const inside = census.all().filter(({ location, block }) => area.holds(location, block))
  const cells = [...new Set(inside.map(({ block }) => block))]
  const ref = { campaign, region }
  const blocks =
    cells.length > BLOCKS_BY_KEY ? await allBlocks(world, ref) : await readBlocks(world, ref, cells)

  const holds = [...blocks.values()].flatMap((block) => Object.values(block.holds))
  const others = holds.filter(({ plan }) => plan !== ownPlan)
  const live = await liveWalks(world, { campaign, holds: others })
  const at = localTime(
    request.startAt === undefined ? world.clock.now() : Date.parse(request.startAt),
    settings.timeZone,
  )
  const visitedSince = request.skip?.visitedSince
  const moment: Moment = {
    at,
    policy: settings.revisit,
    ...(visitedSince === undefined ? {} : { visitedSince }),
  }
  const snapshot: LedgerSnapshot = { verdicts: {}, heldOut: heldOut.blocks }
  for (const { id, block, doors, location, precinct } of inside) {
    const ledger = blocks.get(block)
    const record: TargetRecord | undefined = ledger?.targets[id]
    const isLeased = live.has(ledger?.holds[id]?.walk ?? '')
    const isHeldOut = heldOut.holds({ block, location, precinct })
    if (record || isLeased || isHeldOut)
      snapshot.verdicts[id] = verdictOn({ doors, record, isHeldOut, isLeased }, moment)
  }
  return snapshot
}
