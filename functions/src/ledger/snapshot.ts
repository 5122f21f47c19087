/**
 * The ledger as a plan must see it: what is due, leased, visited or held out in its area when its walks start, under
 * the ids of the version it is planned with.
 */
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { withSet } from '@doorwalk/core/building/set-assumptions'
import type { Hold } from '@doorwalk/core/ledger/block'
import { calibrate } from '@doorwalk/core/ledger/calibration'
import type { Standing } from '@doorwalk/core/ledger/state'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import type { LedgerToday } from '@doorwalk/core/ledger/today'
import { joinRecords } from '@doorwalk/core/ledger/today'
import type { Moment, Verdict } from '@doorwalk/core/ledger/verdict'
import { verdictOn } from '@doorwalk/core/ledger/verdict'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { Census, KnownTarget } from './census.ts'
import { censusFor, precinctsIn } from './census.ts'
import { ledgerGate } from './gate.ts'
import type { HeldOut } from './holdouts.ts'
import { heldOutIn } from './holdouts.ts'
import { liveHolds } from './holds.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { momentOf } from './moment.ts'
import { ledgerAround } from './today.ts'
import { filterInSlices, openSlices } from '../threads/slices.ts'
import type { World } from '../world.ts'

export type LedgerWorld = Pick<World, 'store' | 'blobs' | 'clock' | 'regions' | 'id'>

/** What of a request the ledger must know. */
type AboutLedger = Pick<
  PlanRequest,
  'region' | 'version' | 'area' | 'targets' | 'skip' | 'startAt' | 'calibrate'
>

interface SnapshotOf {
  campaign: string
  request: AboutLedger
  /** Plans whose leases do not count: the one that is planned, and the one it replaces. */
  own: string[]
  /** As if nothing was held out; opt-outs and exclusions count. */
  withoutHoldouts?: boolean
}

/**
 * A few at a time.
 *
 * @param input.signal  nobody waits for it any more
 */
export function ledgerSnapshot(
  world: LedgerWorld,
  { signal, ...about }: SnapshotOf & { signal?: AbortSignal },
): Promise<LedgerSnapshot> {
  return ledgerGate(() => snapshotNow(world, about), signal)
}

async function snapshotNow(
  world: LedgerWorld,
  { campaign, request, own, withoutHoldouts = false }: SnapshotOf,
): Promise<LedgerSnapshot> {
  const { region, targets, version } = request
  const manifest = await world.regions.manifest(region, version)
  // Not at the top: the API function starts without polygons and H3.
  const { resolveArea } = await import('@doorwalk/core/area/area')
  const precincts = await precinctsIn(world.regions, region, manifest.version)
  const area = resolveArea(request.area, { manifest, precincts })
  const known = { campaign, region, near: [area.bbox], ...(targets ? { targets } : {}) }
  const [settings, census, drawn] = await Promise.all([
    readCampaign(world, campaign),
    censusFor(world, known),
    heldOutIn(world, { campaign, region }),
  ])
  const heldOut: HeldOut = withoutHoldouts ? { ...drawn, blocks: [], holds: () => false } : drawn
  // A plan may be pinned to an earlier version: its targets have the ids of that.
  const isToday = manifest.version === census.version
  const planned = isToday ? census : await censusFor(world, { ...known, version })
  const inside = await filterInSlices(planned.all(), (target) => area.holds(target))
  const startAt = request.startAt === undefined ? undefined : Date.parse(request.startAt)
  const visitedSince = request.skip?.visitedSince
  const moment: Moment = {
    ...momentOf(world, settings, startAt),
    ...(visitedSince === undefined ? {} : { visitedSince }),
  }
  const isOwn = ({ plan }: Hold): boolean => own.includes(plan)
  const { verdicts, ledger } = await verdictsOn(world, {
    campaign,
    census,
    heldOut,
    targets: inside,
    moment,
    isOwn,
  })
  const { assumptions: wish } = settings
  const isLearning = request.calibrate ?? wish.learn
  const learnt = isLearning ? calibrate(DEFAULT_ASSUMPTIONS, ledger, moment.at) : DEFAULT_ASSUMPTIONS
  const assumptions = withSet(learnt, wish)
  return {
    verdicts: Object.fromEntries(verdicts),
    heldOut: heldOut.blocks,
    ...(assumptions === DEFAULT_ASSUMPTIONS ? {} : { assumptions }),
  }
}

/** Targets, and what they are judged by. */
interface Judged {
  campaign: string
  census: Census
  heldOut: HeldOut
  targets: KnownTarget[]
  moment: Moment
  /** Holds that do not count. */
  isOwn: (hold: Hold) => boolean
}

/** What is special about targets, by their id; those not named are free. Ids of an earlier version are understood. */
export async function verdictsOn(
  world: LedgerWorld,
  judged: Judged,
): Promise<{ verdicts: Map<string, Verdict>; ledger: LedgerToday }> {
  const { standings, ledger } = await standingsOf(world, judged)
  const verdicts = new Map<string, Verdict>()
  const slice = openSlices()
  for (const [id, standing] of standings) {
    await slice()
    verdicts.set(id, verdictOn(standing, judged.moment))
  }
  return { verdicts, ledger }
}

/**
 * What the ledger knows of targets, by their id; those of which it knows nothing are not there. Ids of an earlier
 * version are understood.
 */
export async function standingsOf(
  world: LedgerWorld,
  { campaign, census, heldOut, targets, isOwn }: Omit<Judged, 'moment'>,
): Promise<{ standings: Map<string, Standing>; ledger: LedgerToday }> {
  const ref = { campaign, region: census.region }
  const slice = openSlices()
  const cells = new Set<string>()
  for (const { id, block } of targets) {
    await slice()
    cells.add(block)
    for (const now of census.today(id)) cells.add(now.block)
  }
  const ledger = await ledgerAround(world, { ref, cells: [...cells], aliases: census.aliases })
  const { records, holds } = ledger
  const isLive = await liveHolds(world, {
    campaign,
    holds: [...holds.values()].flat().filter((hold) => !isOwn(hold)),
  })
  const isNever = heldOut.neverUnder(census.aliases)
  const standings = new Map<string, Standing>()
  for (const { id, block, doors, location, precinct } of targets) {
    await slice()
    const names = [...new Set([id, ...census.today(id).map((now) => now.id)])]
    const record = joinRecords(names.flatMap((name) => records.get(name) ?? []))
    const isLeased = names.some((name) => holds.get(name)?.some((hold) => !isOwn(hold) && isLive(hold)))
    const isHeldOut = heldOut.holds({ block, location, precinct })
    const isClosed = isNever({ names, location })
    if (record || isLeased || isHeldOut || isClosed)
      standings.set(id, { doors, record, isHeldOut, isLeased, isNever: isClosed })
  }
  return { standings, ledger }
}
