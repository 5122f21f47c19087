/**
 * Commits a plan: all its walks lease their targets, or none does. Pending holds are written block by block, then one
 * conditional write of the commit makes them count; a commit that dies on the way lapses after a minute.
 */
import { VisibleError } from '@doorwalk/core/error'
import { withHolds, withoutHolds } from '@doorwalk/core/ledger/block'
import { PENDING_MILLISECONDS, isPending } from '@doorwalk/core/ledger/hold'
import { ledgerToday } from '@doorwalk/core/ledger/today'
import { type PlanOutline, nearWalks } from '@doorwalk/core/walk/outline'
import { inParallel } from '@doorwalk/core/parallel'
import { censusFor } from '../ledger/census.ts'
import type { HeldWalk } from '../ledger/holds.ts'
import { endLapsed, holderOf, isCommitted, readCommit } from '../ledger/holds.ts'
import { pointersTo } from '../ledger/walkers.ts'
import { heldWalk } from './held-walk.ts'
import { takeOver } from './replan.ts'
import { type Obstacle, conflict, conflictsWith, obstacles, strangers, wantedBlocks } from './obstacles.ts'
import type { LedgerWorld } from '../ledger/snapshot.ts'
import { type CampaignSettings, readCampaign } from '../campaigns/settings.ts'
import { changeBlock } from '../ledger/blocks.ts'
import { checkDispatch } from '../campaigns/dispatch.ts'
import { COMMIT, WALK } from '../store/keys.ts'
import type { Storage } from '../world.ts'

const BLOCKS_AT_ONCE = 8

/**
 * Leases all targets and reserves of the plan's walks. Doing it again changes nothing. A plan that replaces a committed
 * one takes over from it at the moment its own commit counts.
 *
 * @param input.isOnlyOne  nobody else commits this plan: a commit found pending was begun by a process that died
 * @throws VisibleError `plan.conflict` with the blocks; `plan.commit_running`; `dispatch.closed`
 */
export async function commitPlan(
  world: LedgerWorld & Pick<Storage, 'run'>,
  { campaign, plan, isOnlyOne = false }: { campaign: string; plan: PlanOutline; isOnlyOne?: boolean },
): Promise<HeldWalk[]> {
  const { store, clock, run } = world
  const planId = plan.id
  const region = plan.region.name
  const before = await readCommit(store, { campaign, planId })
  const census = await censusFor(world, { campaign, region, near: nearWalks(plan) })
  const saidAt = clock.now()
  const walks = plan.walks.map((walk) => heldWalk(walk, { planId, region, census, saidAt }))
  if (before?.value.state === 'committed') {
    await takeOver(world, { campaign, plan, walks })
    return walks
  }
  checkHours(await readCampaign(world, campaign), plan)

  const pending = { state: 'pending' as const, until: clock.now() + PENDING_MILLISECONDS, by: run.id }
  const by = before?.value.by
  const isDead = isOnlyOne || (run.isAlone && by !== undefined && by !== run.id)
  if (isPending(before?.value, clock.now()) && !isDead) throw running()
  const isMine = before
    ? await store.replace({ ...COMMIT.key(campaign, planId), data: pending }, before.version)
    : await store.create({ ...COMMIT.key(campaign, planId), data: pending })
  if (!isMine) throw running()
  const version = (before?.version ?? 0) + 1
  const giveUp = async (conflicts: Map<string, Obstacle>): Promise<never> => {
    await store.replace({ ...COMMIT.key(campaign, planId), data: { ...pending, state: 'void' } }, version)
    throw conflict(conflicts)
  }

  const replaces = plan.replan?.of
  const plans = [planId, ...(replaces === undefined ? [] : [replaces])]
  const taken = replaces !== undefined && (await isCommitted(world, { campaign, planId: replaces }))
  const wanted = wantedBlocks(walks)
  const ref = { campaign, region }
  const check = await obstacles(world, { campaign, plan, census })
  const conflicts = await conflictsWith(world, { ref, wanted, own: plans, census, check })
  if (conflicts.size > 0) return giveUp(conflicts)

  // A walk that goes on stands in the table as it was until the new commit counts.
  const goesOn = new Set(
    taken ? plan.replan?.changes.filter((each) => each.before !== null).map(({ walkId }) => walkId) : [],
  )
  const added = walks.filter(({ walkId }) => !goesOn.has(walkId))
  await store.putMany([
    // Of those that go on, too: somebody else may have them now.
    ...pointersTo(campaign, walks),
    ...added.map((walk) => ({ ...WALK.key(campaign, walk.walkId), data: walk })),
  ])
  await inParallel(wanted, BLOCKS_AT_ONCE, async (want) => {
    if (conflicts.size > 0) return
    await changeBlock(world, { ...ref, block: want.block }, async (ledger) => {
      const today = ledgerToday([ledger], census.aliases)
      const others = strangers(today, want, plans)
      const held = others.length > 0 ? await endLapsed(world, { campaign, holds: others }) : []
      const obstacle = held.length > 0 ? 'leased' : check(want, today)
      if (obstacle) {
        conflicts.set(want.block, obstacle)
        return undefined
      }
      const gone = new Set(others.map(holderOf))
      let next = withoutHolds(ledger, (hold) => gone.has(holderOf(hold)))
      for (const [walk, targets] of want.targets)
        next = withHolds(next, { targets, hold: { walk, plan: planId }, replaces })
      return next
    })
  })
  if (conflicts.size > 0) return giveUp(conflicts)
  const isDone = await store.replace(
    { ...COMMIT.key(campaign, planId), data: { ...pending, state: 'committed' } },
    version,
  )
  if (!isDone) throw await overtaken(world, { campaign, planId, until: pending.until })
  await takeOver(world, { campaign, plan, walks })
  return walks
}

function running(): VisibleError {
  return new VisibleError(
    'conflict',
    'plan.commit_running',
    'another commit of this plan is running; ask again in a minute',
  )
}

/** All blocks were taken, and the commit does not count: why somebody else changed it before it could. */
async function overtaken(
  { store, clock }: Pick<LedgerWorld, 'store' | 'clock'>,
  { campaign, planId, until }: { campaign: string; planId: string; until: number },
): Promise<VisibleError> {
  const now = await readCommit(store, { campaign, planId })
  const refuse = (why: string): VisibleError => new VisibleError('conflict', 'plan.conflict', why)
  if (now && now.value.state !== 'void')
    return refuse('another commit of the plan was faster; ask again for what it leased')
  if (now && until <= clock.now())
    return refuse(
      `it took longer than ${PENDING_MILLISECONDS / 1000} s to commit this plan, and others took its targets; nothing was leased: plan again`,
    )
  return refuse('the plan was removed or replaced while it was committed; nothing was leased')
}

/** Nobody sets out, and nobody still knocks, outside the hours of the campaign. */
function checkHours(settings: CampaignSettings, { startAt, walks }: PlanOutline): void {
  checkDispatch(settings, { at: Date.parse(startAt), what: 'walk' })
  for (const { number, stops } of walks) {
    const last = stops.at(-1)
    if (last) checkDispatch(settings, { at: Date.parse(last.arriveAt), what: `last door of walk ${number}` })
  }
}
