/** What a suggestion must know of a plan: its walks as they are kept now, and who has set out on which. */
import { VisibleError } from '@doorwalk/core/error'
import { inParallel } from '@doorwalk/core/parallel'
import type { SuggestRequest } from '@doorwalk/core/suggestion/request'
import type { Suggestions } from '@doorwalk/core/suggestion/answer'
import { ledgerBeside } from '../batches/beside.ts'
import { withStoredTargets } from '../buildings/targets.ts'
import { findHeldWalk, isCommitted } from '../ledger/holds.ts'
import { doneOutline, readOrder, readRequest, walkBytes } from '../plans/plans.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { AskedPlan, KeptWalk } from '../ports/planner.ts'
import { assumptionsOf } from '../replans/task.ts'
import { refuseReplaced } from '../replans/turn.ts'
import type { World } from '../world.ts'

/** Walks that are read at once. */
const READS_AT_ONCE = 16

interface LedgerWish {
  signal: AbortSignal
  /** As if nothing was held out. */
  withoutHoldouts?: boolean
}

/** @throws VisibleError `plan.replaced`, and those of suggest */
export async function suggestionsFor(
  world: World,
  { ref, wish, signal }: { ref: PlanRef; wish: SuggestRequest; signal: AbortSignal },
): Promise<Suggestions> {
  const plan = await askedPlan(world, ref, signal)
  const turn = { campaign: ref.campaign, lane: 'short' as const }
  return world.planner.suggest({ ...plan, wish }, { turn, signal })
}

/** A plan that is done, as the planner is to see it. @throws VisibleError `plan.replaced` */
export async function askedPlan(world: World, ref: PlanRef, signal: AbortSignal): Promise<AskedPlan> {
  const { campaign, planId } = ref
  await refuseReplaced(world, ref)
  const [plan, kept] = await Promise.all([doneOutline(world, ref), readRequest(world, ref)])
  const { version } = plan.region
  const start = kept.start ?? plan.meetingPoint ?? undefined
  const asked = { ...kept, version, startAt: plan.startAt, ...(start === undefined ? {} : { start }) }
  const request = await withStoredTargets(world, { campaign, request: asked })
  const [ledger, walks] = await Promise.all([
    ledgerAsked(world, { ref, request, signal }),
    keptWalks(world, { ref, walks: plan.walks }),
  ])
  if (walks.length === 0 && plan.walks.length > 0) {
    const gone = `all walks of plan "${planId}" went on in another plan; ask that one`
    throw new VisibleError('conflict', 'plan.replaced', gone)
  }
  const { pins = [], locks = [] } = plan.edits ?? {}
  return { planId, request, ledger, assumptions: assumptionsOf(plan), walks, edits: { pins, locks } }
}

/** The ledger of a plan as if nothing was drawn; null: nothing is held out in sight of it. */
export async function ledgerWithoutHoldouts(
  world: World,
  ref: PlanRef,
  { plan: { request, ledger }, signal }: { plan: AskedPlan; signal: AbortSignal },
): Promise<AskedPlan['ledger'] | null> {
  const isHeldOut = Object.values(ledger.verdicts).some(
    (verdict) => 'reason' in verdict && verdict.reason === 'hold_out',
  )
  if (ledger.heldOut.length === 0 && !isHeldOut) return null
  return ledgerAsked(world, { ref, request, signal, withoutHoldouts: true })
}

/** What is known around a plan that stands. */
async function ledgerAsked(
  world: World,
  { ref, ...about }: { ref: PlanRef } & Pick<AskedPlan, 'request'> & LedgerWish,
): Promise<AskedPlan['ledger']> {
  const { planId } = ref
  return ledgerBeside(world, {
    ref,
    order: await readOrder(world, ref),
    keeps: planId,
    own: [planId],
    ...about,
  })
}

async function keptWalks(
  world: Pick<World, 'store' | 'blobs' | 'clock'>,
  { ref, walks }: { ref: PlanRef; walks: { walkId: string; walker: string; startAt: string }[] },
): Promise<KeptWalk[]> {
  const { campaign } = ref
  const isLeased = await isCommitted(world, ref)
  const now = world.clock.now()
  const kept: KeptWalk[] = []
  await inParallel([...walks.entries()], READS_AT_ONCE, async ([index, { walkId, walker, startAt }]) => {
    const [body, found] = await Promise.all([
      walkBytes(world, { campaign, walkId }),
      isLeased ? findHeldWalk(world.store, { campaign, walkId }) : undefined,
    ])
    if (!body) return
    const held = found?.value
    kept[index] = {
      body,
      walker: held?.walker ?? walker,
      // Of a draft nobody reports; its walkers are thought to keep to their time.
      begunAt: isLeased ? (held?.startedAt ?? null) : startAt,
      isOver:
        held !== undefined && ((held.state !== 'leased' && held.state !== 'started') || held.until <= now),
    }
  })
  return kept.filter((one) => one !== undefined)
}
