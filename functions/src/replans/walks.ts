/** The walks of a plan as they stand: who has them, whether they have begun, and what of them is done. */
import type { WalkNow } from '@doorwalk/core/replan/roll-call'
import type { Walk } from '@doorwalk/core/walk/answer'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import { censusFor } from '../ledger/census.ts'
import { ledgerGate } from '../ledger/gate.ts'
import { heldOutIn } from '../ledger/holdouts.ts'
import { type HeldWalk, findHeldWalk, isCommitted } from '../ledger/holds.ts'
import { verdictsOn } from '../ledger/snapshot.ts'
import { findWalk, readRequest } from '../plans/plans.ts'
import type { StoredWalk } from '../store/stored-walk.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { momentOf } from '../ledger/moment.ts'
import { withStoredTargets } from '../buildings/targets.ts'
import type { Storage } from '../world.ts'

type PlanOfWalks = Pick<PlanOutline, 'id' | 'region'>

/** Those that still belong to this plan. */
export async function walksNow(
  world: Storage,
  { campaign, plan }: { campaign: string; plan: PlanOutline },
): Promise<WalkNow[]> {
  const stored = await Promise.all(plan.walks.map(({ walkId }) => findWalk(world, { campaign, walkId })))
  const own = stored.filter((one) => one !== undefined && one.plan.id === plan.id) as StoredWalk[]
  return standing(world, { campaign, plan, walks: own.map(({ walk }) => walk) })
}

/** Walks that were walked to their end before the plans that this one goes back to were made again. */
export async function finishedBefore(
  world: Storage,
  { campaign, plan }: { campaign: string; plan: PlanOutline },
): Promise<WalkNow[]> {
  const finished = (plan.replan?.changes ?? []).filter(({ change }) => change === 'finished')
  const stored = await Promise.all(finished.map(({ walkId }) => findWalk(world, { campaign, walkId })))
  const walks = stored.flatMap((one) => one?.walk ?? [])
  if (walks.length === 0) return []
  const now = await standing(world, { campaign, plan, walks })
  return now.map((walk) => ({ ...walk, isOver: true, isFinished: true }))
}

/** @param input.walks  of this plan */
export async function standing(
  world: Storage,
  { campaign, plan, walks }: { campaign: string; plan: PlanOfWalks; walks: Walk[] },
): Promise<WalkNow[]> {
  const isLeased = await isCommitted(world, { campaign, planId: plan.id })
  // Nobody holds a walk of a draft.
  const leased = isLeased ? walks : []
  const [held, doorsLeft] = await Promise.all([
    Promise.all(leased.map(({ walkId }) => findHeldWalk(world.store, { campaign, walkId }))),
    ledgerGate(() => doorsLeftOn(world, { campaign, plan, walks })),
  ])
  return walks.map((walk, index): WalkNow => {
    const lease = held[index]?.value
    const targets = walk.stops.flatMap((stop) => stop.targets)
    const isTouched = targets.some(({ id, doors }) => doorsLeft(id, doors) < doors)
    const done = new Set(targets.filter(({ id, doors }) => doorsLeft(id, doors) === 0).map(({ id }) => id))
    // A sheet was typed in, say: nobody has to tell that its walk was walked.
    const isDone = targets.length > 0 && targets.every(({ id }) => done.has(id))
    return {
      walk: lease && lease.walker !== walk.walker ? { ...walk, walker: lease.walker } : walk,
      begunAt: begunAt(walk, { lease, isTouched }),
      isOver: lease !== undefined && isOver(lease, world.clock.now()),
      done,
      isFinished: isDone || lease?.state === 'finished',
    }
  })
}

function begunAt(
  walk: Walk,
  { lease, isTouched }: { lease: HeldWalk | undefined; isTouched: boolean },
): string | null {
  // One that went on before was dated back so that its end is right.
  if (walk.stops.some(({ done }) => done)) return walk.startAt
  if (lease?.startedAt) return lease.startedAt
  return isTouched ? walk.startAt : null
}

function isOver({ state, until }: HeldWalk, now: number): boolean {
  return (state !== 'leased' && state !== 'started') || until <= now
}

/** Doors to knock on at this moment; all that were planned where nothing was reported. */
async function doorsLeftOn(
  world: Storage,
  { campaign, plan, walks }: { campaign: string; plan: PlanOfWalks; walks: Walk[] },
): Promise<(id: string, planned: number) => number> {
  const { name: region, version } = plan.region
  const asked = await readRequest(world, { campaign, planId: plan.id })
  const { targets = [] } = await withStoredTargets(world, { campaign, request: asked })
  const [settings, census, heldOut] = await Promise.all([
    readCampaign(world, campaign),
    censusFor(world, { campaign, region, version, targets }),
    heldOutIn(world, { campaign, region }),
  ])
  const { verdicts } = await verdictsOn(world, {
    campaign,
    census,
    heldOut,
    moment: momentOf(world, settings),
    isOwn: () => true,
    targets: walks.flatMap(({ stops }) =>
      stops.flatMap(({ block, targets: own }) =>
        own.map(({ id, doors, location }) => ({ ...(census.find(id) ?? { block, location, doors }), id })),
      ),
    ),
  })
  return (id, planned) => {
    const verdict = verdicts.get(id)
    if (!verdict) return planned
    if ('doors' in verdict) return Math.min(planned, verdict.doors)
    return verdict.reason === 'visited' ? 0 : planned
  }
}
