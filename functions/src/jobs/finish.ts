/** How a plan ends: stored and leased, failed with what its caller can mend, or given up. */
import { VisibleError } from '@doorwalk/core/error'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import { claimBeside } from '../batches/beside.ts'
import { commitPlan } from '../leases/commit.ts'
import { isCommitted, voidCommit } from '../ledger/holds.ts'
import { type PlanHead, isEnded } from '../plans/heads.ts'
import { readHead, removePlan, writeHead, writePlan } from '../plans/plans.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Timings, WrittenPlan } from '../ports/planner.ts'
import type { Storage } from '../world.ts'

/** What the head says of a plan that is stored. @param timings  undefined: whoever made it died before it could tell */
export function doneHead(plan: PlanOutline, timings?: Timings): Partial<PlanHead> {
  const { summary, startAt, streets = [] } = plan
  return { status: 'done', progress: null, summary, startAt, streets, ...(timings && { timings }) }
}

/** What the head says of an error that the caller can mend; undefined for all others. */
export function failureOf(error: unknown): Partial<PlanHead> | undefined {
  if (!(error instanceof VisibleError) || error.kind === 'upstream' || error.kind === 'full') return undefined
  const { kind, code, message: detail, errors } = error
  return { status: 'failed', progress: null, error: { kind, code, detail, errors } }
}

export interface Planned {
  ref: PlanRef
  request: Pick<PlanRequest, 'commit'>
  plan: WrittenPlan
  /** Changes the head; false when somebody cancelled the plan. */
  write: (change: Partial<PlanHead>) => Promise<boolean>
  /** Up to now, what was done of it. */
  timings: () => Timings
}

/**
 * Stores a plan, leases it where that was asked for, and flips its head; false when somebody cancelled it.
 *
 * @throws TakenError
 */
export async function finishPlan(
  storage: Storage,
  { ref, request, plan, write, timings }: Planned,
): Promise<boolean> {
  const { outline } = plan
  await writePlan(storage, { ref, plan })
  await claimBeside(storage, { ref, order: undefined, plan: outline })
  if (request.commit) await commitPlan(storage, { campaign: ref.campaign, plan: outline, isOnlyOne: true })
  if (await write(doneHead(outline, timings()))) return true
  const now = await readHead(storage, ref)
  if (!now || now.head.status === 'cancelled') await undoPlan(storage, ref)
  return false
}

/** Of a plan that was cancelled while it was stored and leased nothing is left. Doing it again changes nothing. */
export async function undoPlan(storage: Storage, ref: PlanRef): Promise<void> {
  await voidCommit(storage, ref)
  await removePlan(storage, ref)
}

/** It was cancelled, and is leased all the same: whoever stored it died before he could see that. */
export async function isToUndo(storage: Storage, ref: PlanRef, head: PlanHead): Promise<boolean> {
  return head.status === 'cancelled' && (await isCommitted(storage, ref))
}

/** Gives a job up for good, unless it has ended: false. What a commit on its way has taken is free again. */
export async function failPlan(
  storage: Storage,
  { ref, detail }: { ref: PlanRef; detail: string },
): Promise<boolean> {
  const found = await readHead(storage, ref)
  if (!found || isEnded(found.head)) return false
  await voidCommit(storage, ref)
  const error = { kind: 'unprocessable' as const, code: 'plan.gave_up', detail, errors: [] }
  const head: PlanHead = { ...found.head, status: 'failed', progress: null, error }
  await writeHead(storage, { ref, head, version: found.version })
  return true
}
