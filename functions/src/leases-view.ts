/**
 * The ledger as a plan must see it: what is due, leased, visited or held out in its area when its walks start, under the ids
 * of the version it is planned with.
 */
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import { joinRecords } from '@doorwalk/core/ledger/today'
import type { Moment } from '@doorwalk/core/ledger/verdict'
import { verdictOn } from '@doorwalk/core/ledger/verdict'
import type { PlanRequest } from '@doorwalk/core/request'
import { censusFor } from './coverage-census.ts'
import { heldOutIn } from './holdouts.ts'
import { liveWalks } from './leases-holds.ts'
import { readCampaign } from './retention-campaign.ts'
import { localTime } from './retention-clock.ts'
import { ledgerAround } from './visits-today.ts'
import type { World } from './world.ts'

export type LedgerWorld = Pick<World, 'store' | 'clock' | 'regions' | 'id'>

/** @param input.ownPlan  a plan whose own leases do not count, when it is planned again */
export async function ledgerSnapshot(
  world: LedgerWorld,
  { campaign, request, ownPlan }: { campaign: string; request: PlanRequest; ownPlan?: string },
): Promise<LedgerSnapshot> {
  const { region, targets, version } = request
  const own = { campaign, region, ...(targets ? { targets } : {}) }
  const [settings, census, planned, manifest, heldOut] = await Promise.all([
    readCampaign(world, campaign),
    censusFor(world, own),
    // A plan may be pinned to an earlier version: its targets have the ids of that.
    censusFor(world, { ...own, version }),
    world.regions.manifest(region, version),
    heldOutIn(world, { campaign, region }),
  ])
  // Not at the top: the API function starts without polygons and H3.
  const { resolveArea } = await import('@doorwalk/core/area/area')
  const area = resolveArea(request.area, manifest, planned.precincts)
  const inside = planned.all().filter(({ location, block }) => area.holds(location, block))
  const cells = inside.flatMap(({ id, block }) => [block, ...census.today(id).map((now) => now.block)])
  const { records, holds } = await ledgerAround(world, {
    ref: { campaign, region },
    cells,
    aliases: census.aliases,
  })
  const others = [...holds.values()].flat().filter(({ plan }) => plan !== ownPlan)
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
    const names = [id, ...census.today(id).map((now) => now.id)]
    const record = joinRecords([...new Set(names)].flatMap((name) => records.get(name) ?? []))
    const isLeased = names.some((name) => holds.get(name)?.some(({ walk }) => live.has(walk)))
    const isHeldOut = heldOut.holds({ block, location, precinct })
    if (record || isLeased || isHeldOut)
      snapshot.verdicts[id] = verdictOn({ doors, record, isHeldOut, isLeased }, moment)
  }
  return snapshot
}
