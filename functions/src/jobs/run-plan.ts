/**
 * One planning job from its stored request to its stored plan, or to the pieces of it. Running it twice does no harm.
 */
import type { PlanRequest } from '@doorwalk/core/request/request'
import { doneHead, failureOf, finishPlan, isToUndo, undoPlan } from './finish.ts'
import { type HeadWriter, openHead } from './head-writer.ts'
import { JOIN, type JobRef } from './job.ts'
import { openStop, unlessAborted } from './stop.ts'
import { TakenError, claimBeside, ledgerBeside } from '../batches/beside.ts'
import { commitPlan } from '../leases/commit.ts'
import { isCommitted } from '../ledger/holds.ts'
import { type Parts, createParts, readParts } from '../plans/parts.ts'
import { planLine } from '../planner/measures.ts'
import { writtenPlan } from '../planner/written-plan.ts'
import { type PlanHead, isEnded } from '../plans/heads.ts'
import {
  type ReplanOrder,
  readHead,
  readOrder,
  readPlan,
  readRequest,
  writeBody,
  writeHead,
} from '../plans/plans.ts'
import { editTask } from '../edits/task.ts'
import { continueTask, replaceOld } from '../replans/task.ts'
import { timingsOf } from '../plans/timings.ts'
import { takeTurn } from '../replans/turn.ts'
import { withStoredTargets } from '../buildings/targets.ts'
import type { PlanRef, Turn } from '../ports/jobs.ts'
import type { Log } from '../ports/log.ts'
import type { Measures, PlanHooks, PlanTask, Planner, Timings, WrittenPlan } from '../ports/planner.ts'
import type { Storage } from '../world.ts'

export interface RunPlanOptions {
  planner: Planner
  ref: PlanRef
  /** Makes a part of a plan that was cut a job of its own; one that is known already stays as it is. */
  openPart: (ref: JobRef) => Promise<void>
  log: Log
  turn?: Turn
  signal?: AbortSignal
  /** Milliseconds on the clock: the search ends there; for machines that stop at a time of their own. */
  deadline?: number
}

/** `parts`: the plan goes on in other jobs. */
export type RunEnd = 'ended' | 'parts'

/** Tries of a plan against others of its batch. */
const TRIES = 3

/** What all ways to a plan have in hand. */
interface Run {
  storage: Storage
  ref: PlanRef
  planner: Planner
  openPart: RunPlanOptions['openPart']
  head: HeadWriter
  /** Before this run. */
  isCancelled: boolean
  /** It is time to stop. */
  signal: AbortSignal
  hooks: PlanHooks
  /** The plan is stored: its line goes into the log. */
  note: (plan: WrittenPlan) => void
  /** What took the time up to now. */
  timings: () => Timings
}

/**
 * Plans and stores. Errors the caller can mend end the job as `failed`; any other is thrown, for the queue to try
 * again. A cancelled job stores nothing.
 */
export async function runPlan(storage: Storage, options: RunPlanOptions): Promise<RunEnd> {
  const { planner, ref, openPart, log, turn, deadline } = options
  const found = await readHead(storage, ref)
  if (!found || options.signal?.aborted) return 'ended'
  if (isEnded(found.head) && !(await isToUndo(storage, ref, found.head))) return 'ended'
  const { signal, stop, release } = openStop(options.signal)
  const head = openHead(storage, { ref, found, onLost: stop })
  const isCancelled = found.head.status === 'cancelled'
  const from = storage.clock.now()
  let measures: Measures | undefined
  const hooks: PlanHooks = {
    onProgress: (progress) => head.progress(progress),
    onMeasured: (all) => (measures = all),
    signal,
    ...(turn && { turn }),
    ...(deadline !== undefined && { deadline }),
  }
  const note = (plan: WrittenPlan): void =>
    log(planLine({ ref, plan: plan.outline, measures, milliseconds: storage.clock.now() - from }))
  const timings = (): Timings => {
    const { createdAt } = found.head
    return timingsOf({ createdAt, begunAt: from, now: storage.clock.now(), steps: measures?.steps ?? {} })
  }
  try {
    return await takeWay({ storage, ref, planner, openPart, head, isCancelled, signal, hooks, note, timings })
  } catch (error) {
    const unwritten = head.failure()
    if (unwritten) throw unwritten
    if (signal.aborted) return 'ended'
    const failure = failureOf(error)
    if (!failure) throw error
    log({ level: 'info', event: 'plan.failed', ...ref, code: failure.error?.code })
    await head.write(failure)
    return 'ended'
  } finally {
    release()
    head.close()
  }
}

async function takeWay(run: Run): Promise<RunEnd> {
  const { storage, ref } = run
  const { campaign } = ref
  const stored = await readRequest(storage, ref)
  const request = await withStoredTargets(storage, { campaign, request: stored })
  const order = await readOrder(storage, ref)
  if (await isCommitted(storage, ref)) return finishCommitted(run, order)
  const parts = await readParts(storage, ref)
  if (parts) return openParts(run, parts)
  const named = (stored.targets ?? []).map(({ id }) => id)
  return untilFree(() =>
    order ? planContinued(run, { request, named, order }) : planFirst(run, { request, named }),
  )
}

/** Plans again where another plan of its batch took a target meanwhile. */
async function untilFree(plan: () => Promise<RunEnd>): Promise<RunEnd> {
  for (let failed = 1; failed < TRIES; failed++)
    try {
      return await plan()
    } catch (error) {
      if (!(error instanceof TakenError)) throw error
    }
  return plan()
}

/** A commit that was made before the process died stands: its walks must not be planned anew. */
async function finishCommitted(
  { storage, ref, head, isCancelled }: Run,
  order: ReplanOrder | undefined,
): Promise<RunEnd> {
  // What has taken over from another plan cannot be taken back.
  if (isCancelled && !order) {
    await undoPlan(storage, ref)
    return 'ended'
  }
  const plan = await readPlan(storage, ref)
  if (!plan) throw new Error(`plan ${ref.planId} is committed and its body is missing`)
  const written = writtenPlan(plan)
  await commitPlan(storage, { campaign: ref.campaign, plan: written.outline })
  if (order) await replaceOld(storage, { ref, plan: written, order })
  await head.write(doneHead(written.outline))
  return 'ended'
}

/** The plan was cut, now or before: its pieces are jobs of their own. */
async function openParts({ ref, openPart }: Run, { count, done }: Parts): Promise<RunEnd> {
  const { campaign, planId } = ref
  for (let number = 0; number < count; number++) {
    if (!done.includes(number)) await openPart({ campaign, planId, part: String(number).padStart(5, '0') })
  }
  // All done, and whoever was last died before it could say so.
  if (done.length === count) await openPart({ campaign, planId, part: JOIN })
  return 'parts'
}

interface Named {
  /** With the targets of the campaign. */
  request: PlanRequest
  /** Ids of those that it names itself. */
  named: string[]
}

/** A plan that stands for itself: in pieces where it is too large for one run. */
async function planFirst(run: Run, { request, named }: Named): Promise<RunEnd> {
  const { storage, ref, planner, head, signal, hooks, note, timings } = run
  const ledger = await ledgerOf(run, request, undefined)
  if (!(await begin(run))) return 'ended'
  const task: PlanTask = { planId: ref.planId, request, ledger, named }
  const partition = await unlessAborted(signal, planner.cut(task, hooks))
  if (partition) return openParts(run, await createParts(storage, { ref, request, partition, ledger }))
  const plan = await unlessAborted(signal, planner.plan(task, hooks))
  head.close()
  if (await finishPlan(storage, { ref, request, plan, write: head.write, timings })) note(plan)
  return 'ended'
}

/** A plan that takes over from another. It keeps walks whole, which pieces would cut. */
async function planContinued(
  run: Run,
  { request, named, order }: Named & { order: ReplanOrder },
): Promise<RunEnd> {
  const { storage, ref, planner, head, signal, hooks, note, timings } = run
  const { campaign, planId } = ref
  await takeTurn(storage, { ref: { campaign, planId: order.of }, by: planId })
  const { edit, ...rest } = order
  const asked = edit
    ? await editTask(storage, { ref, request, order: { ...rest, edit } })
    : { task: await continueTask(storage, { ref, request, order }) }
  const ledger = await ledgerOf(run, request, order)
  if (!(await begin(run))) return 'ended'
  const plan =
    'plan' in asked
      ? asked.plan
      : await unlessAborted(signal, planner.plan({ planId, ledger, named, ...asked.task }, hooks))
  head.close()
  const { outline } = plan
  await writeBody(storage, { ref, plan })
  await claimBeside(storage, { ref, order, plan: outline })
  if (request.commit || (await isCommitted(storage, { campaign, planId: order.of })))
    await commitPlan(storage, { campaign, plan: outline, isOnlyOne: true })
  await replaceOld(storage, { ref, plan, order })
  const done = doneHead(outline, timings())
  if (await head.write(done)) note(plan)
  else await insistOnDone(storage, ref, done)
  return 'ended'
}

/** What has taken over from another plan cannot be taken back: it is done although somebody cancelled it. */
async function insistOnDone(storage: Storage, ref: PlanRef, done: Partial<PlanHead>): Promise<void> {
  const now = await readHead(storage, ref)
  if (!now) return
  await writeHead(storage, { ref, head: { ...now.head, ...done }, version: now.version })
}

/** False when the plan was cancelled meanwhile. */
async function begin({ head, signal }: Run): Promise<boolean> {
  return (await head.write({ status: 'running' })) && !signal.aborted
}

/** Leases of the plan itself, and of the one it takes over from, do not count. */
function ledgerOf(
  { storage, ref, signal }: Run,
  request: PlanRequest,
  order: ReplanOrder | undefined,
): Promise<PlanTask['ledger']> {
  const own = [ref.planId, ...(order ? [order.of] : [])]
  return ledgerBeside(storage, { ref, order, request, own, signal })
}
