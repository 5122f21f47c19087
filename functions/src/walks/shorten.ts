/**
 * "I am late": what is done of a walk stays, the best of the rest that fits is put in order, and all else is given
 * back.
 */
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { withoutHolds } from '@doorwalk/core/ledger/block'
import { GRACE_MILLISECONDS } from '@doorwalk/core/ledger/hold'
import { type LngLat, metresBetween } from '@doorwalk/core/units'
import { Position } from '@doorwalk/core/request/position'
import type { Walk } from '@doorwalk/core/walk/answer'
import { type PlanOutline, outlineOfWalk } from '@doorwalk/core/walk/outline'
import { timeAfter } from '@doorwalk/core/walk/clock-time'
import { censusAbout } from '../ledger/census.ts'
import { changeHeldWalk, findHeldWalk } from '../ledger/holds.ts'
import { ledgerSnapshot } from '../ledger/snapshot.ts'
import { walkOver } from '../leases/walks.ts'
import { readOutline, readRequest, readWalk, writeWalk } from '../plans/plans.ts'
import { decodeWalk } from '../store/stored-walk.ts'
import { assumptionsOf } from '../replans/task.ts'
import { standing } from '../replans/walks.ts'
import { withStoredTargets } from '../buildings/targets.ts'
import { changeBlock } from '../ledger/blocks.ts'
import { type Errand, remembered } from '../errands/errand.ts'
import { callerGone } from '../waiting/within.ts'
import type { World } from '../world.ts'

export const Shorten = z.strictObject({
  minutes: z.number().min(1).max(600).describe('left, from now until the walk has ended'),
  at: Position.optional().describe(
    'where you are; only the nearest stop of the walk is made of it, nothing is kept',
  ),
  preview: z.boolean().default(false).describe('answers what the walk would come to, and changes nothing'),
})
export type Shorten = z.infer<typeof Shorten>

interface Ref {
  campaign: string
  walkId: string
}

/** @throws VisibleError `walk.over`; `walk.nothing_fits` when no time is left for a single stop and none is done */
export async function shortenWalk(
  world: World,
  ref: Ref,
  { wish, errand, signal }: { wish: Shorten; errand: Errand | undefined; signal: AbortSignal },
): Promise<{ walk: Walk; planId: string; released: string[] }> {
  const { campaign, walkId } = ref
  const stored = await readWalk(world, ref)
  const { minutes, at, preview } = wish
  const had = await remembered(preview ? undefined : errand, {
    schema: z.array(z.string()),
    draw: () => idsOf(stored.walk),
  })
  const planId = stored.plan.id
  const [standingNow] = await standing(world, { campaign, plan: stored.plan, walks: [stored.walk] })
  const plan = await readOutline(world, { campaign, planId })
  if (!standingNow || standingNow.isOver || !plan) throw walkOver({ walkId, state: 'over' })
  const walk = await planRest(world, { campaign, plan, before: standingNow, minutes, at, signal })
  if (signal.aborted) throw callerGone()
  if (!walk) {
    const detail = `no stop of walk "${walkId}" fits into ${minutes} minutes; finish it, or release it`
    throw new VisibleError('conflict', 'walk.nothing_fits', detail)
  }
  if (!preview) {
    await writeWalk(world, { ref: { campaign, planId }, plan: stored.plan, walk })
    await giveBack(world, ref, { walk, region: stored.plan.region.name, minutes })
  }
  const kept = new Set(idsOf(walk))
  return { walk, planId, released: had.filter((id) => !kept.has(id)) }
}

async function planRest(
  world: World,
  input: {
    campaign: string
    plan: PlanOutline
    before: Awaited<ReturnType<typeof standing>>[number]
    minutes: number
    at: LngLat | undefined
    signal: AbortSignal
  },
): Promise<Walk | undefined> {
  const { campaign, plan, before, minutes, at, signal } = input
  const { walk } = before
  // Not at the top: the API function starts without streets.
  const [{ continued, endsOf }, { wishesIn }] = await Promise.all([
    import('@doorwalk/core/replan/continue-walks'),
    import('@doorwalk/core/replan/wishes'),
  ])
  const asked = await readRequest(world, { campaign, planId: plan.id })
  const late = Math.round((world.clock.now() - Date.parse(plan.startAt)) / 1000)
  const startAt = timeAfter(plan.startAt, late)
  const start = asked.start ?? plan.meetingPoint ?? undefined
  const request = await withStoredTargets(world, {
    campaign,
    request: {
      ...asked,
      ...(start === undefined ? {} : { start }),
      // What was marked stays marked; of what is left of one walk nothing is chosen anew.
      keyShare: 0,
      area: { cells: [...new Set(walk.stops.map(({ block }) => block))] },
      volunteers: [{ ...wishesIn(asked, plan).of(walk.walker, walk.walkId), id: walk.walker }],
      startAt,
      reserves: false,
    },
  })
  const ledger = await ledgerSnapshot(world, { campaign, request, own: [plan.id], signal })
  const nearest = at && nearestTarget(walk, at)
  const rest = {
    ...continued(before, startAt),
    // Whoever walks by this clock is told no time before he set out.
    begunAt: before.begunAt ?? startAt,
    ...endsOf(walk),
    left: Math.round(minutes * 60),
    onlyOwn: true,
    ...(nearest === undefined ? {} : { at: nearest }),
  }
  const task = {
    planId: plan.id,
    request,
    ledger,
    continuation: { keptWalks: [], walkers: [rest], lastNumber: walk.number, lastRank: walk.rank },
    assumptions: assumptionsOf(plan),
  }
  const made = await world.planner.plan(task, { turn: { campaign, lane: 'short' }, signal })
  const [next] = made.walks.map((bytes) => decodeWalk(bytes).walk)
  // The way from the last stop done is told although he may stand elsewhere.
  return next && { ...next, budget: Math.max(next.budget, next.seconds) }
}

function nearestTarget({ stops }: Walk, at: LngLat): string | undefined {
  const targets = stops.flatMap((stop) => stop.targets)
  const distances = targets.map(({ location }) => metresBetween(at, location))
  return targets[distances.indexOf(Math.min(...distances))]?.id
}

/** What the walk no longer has is free at once. */
async function giveBack(
  world: World,
  { campaign, walkId }: Ref,
  { walk, region, minutes }: { walk: Walk; region: string; minutes: number },
): Promise<void> {
  const held = await findHeldWalk(world.store, { campaign, walkId })
  if (!held) return
  const near = outlineOfWalk(walk).near ?? []
  const census = await censusAbout(world, { campaign, region, ids: idsOf(walk), near })
  const kept = new Set(idsOf(walk).flatMap((id) => [id, ...census.today(id).map((target) => target.id)]))
  const gone = held.value.targets.filter(({ id }) => !kept.has(id))
  for (const block of new Set(gone.map((target) => target.block))) {
    await changeBlock(world, { campaign, region, block }, (ledger) =>
      withoutHolds(ledger, (hold, target) => hold.walk === walkId && !kept.has(target)),
    )
  }
  const until = world.clock.now() + minutes * 60_000 + GRACE_MILLISECONDS
  await changeHeldWalk(world, { campaign, walkId }, (lease) => ({
    ...lease,
    until: Math.min(lease.until, until),
    targets: lease.targets.filter(({ id }) => kept.has(id)),
  }))
}

function idsOf({ stops, reserves }: Walk): string[] {
  return [...stops.flatMap(({ targets }) => targets), ...reserves].map(({ id }) => id)
}
