/**
 * One planning job from its stored request to its stored plan, or to the pieces of it. Running it twice does no harm.
 */
import { VisibleError } from '@doorwalk/core/error'
import { commitPlan } from './leases-commit.ts'
import { isCommitted, voidCommit } from './leases-holds.ts'
import { ledgerSnapshot } from './leases-view.ts'
import type { PlanRequest } from '@doorwalk/core/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { JOIN, type JobRef } from './jobs/job.ts'
import { createParts, readParts, type Parts } from './parts.ts'
import { withPlansBefore } from './plan-after.ts'
import { planLine } from './plan-measures.ts'
import {
  type PlanHead,
  readHead,
  readOrder,
  readPlan,
  readRequest,
  removePlan,
  writeBody,
  writeHead,
  writePlan,
} from './plans.ts'
import { continueTask, replaceOld, withChanges } from './replan-task.ts'
import { withStoredTargets } from './targets.ts'
import type { Log, Measures, PlanRef, Planner, Progress, Storage } from './world.ts'

/** Progress is written at most this often; each writing also sees a cancellation. */
const PROGRESS_MILLISECONDS = 1_000

export interface RunPlanOptions {
  planner: Planner
  ref: PlanRef
  /** Makes a part of a plan that was cut a job of its own; one that is known already stays as it is. */
  openPart: (ref: JobRef) => Promise<void>
  log: Log
  signal?: AbortSignal
  /** Milliseconds on the clock: the search ends there; for machines that stop at a time of their own. */
  deadline?: number
}

/** `parts`: the plan goes on in other jobs. */
export type RunEnd = 'ended' | 'parts'

/**
 * Plans and stores. Errors the caller can mend end the job as `failed`; any other is thrown, for the queue to try
 * again. A cancelled job stores nothing.
 */
export async function runPlan(
  storage: Storage,
  { planner, ref, openPart, log, signal, deadline }: RunPlanOptions,
): Promise<RunEnd> {
  const found = await readHead(storage, ref)
  if (!found || isEnded(found.head)) return 'ended'
  let { head, version } = found
  const stop = new AbortController()
  const abort = (): void => stop.abort()
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) return 'ended'
  const from = storage.clock.now()
  let measures: Measures | undefined

  /** Heads are written one after another; false once somebody cancelled. */
  let writing: Promise<boolean> = Promise.resolve(true)
  const write = (change: Partial<PlanHead>): Promise<boolean> => {
    writing = writing.then(async (isOurs) => {
      if (!isOurs) return false
      const next = { ...head, ...change }
      if (!(await writeHead(storage, { ref, head: next, version }))) return false
      head = next
      version++
      return true
    })
    return writing
  }

  let latest: Progress | undefined
  let timer: NodeJS.Timeout | undefined
  let progressFailed: Error | undefined
  const writeProgress = (): void => {
    timer = undefined
    if (!latest) return
    const progress = latest
    latest = undefined
    timer = setTimeout(writeProgress, PROGRESS_MILLISECONDS)
    write({ progress }).then(
      (isOurs) => isOurs || abort(),
      (error: unknown) => {
        progressFailed = error instanceof Error ? error : new Error(String(error))
        abort()
      },
    )
  }
  const onProgress = (progress: Progress): void => {
    latest = progress
    if (!timer) writeProgress()
  }

  try {
    const request = await withStoredTargets(storage, {
      campaign: ref.campaign,
      request: await readRequest(storage, ref),
    })
    const { campaign } = ref
    const order = await readOrder(storage, ref)
    // A commit that was made before the process died stands: its walks must not be planned anew.
    if (await isCommitted(storage, ref)) {
      const made = await readPlan(storage, ref)
      if (!made) throw new Error(`plan ${ref.planId} is committed and its body is missing`)
      await commitPlan(storage, { campaign, plan: made })
      if (order) await replaceOld(storage, { ref, plan: made, order })
      await write({ status: 'done', progress: null, summary: made.summary })
      return 'ended'
    }
    const known = await readParts(storage, ref)
    if (known) return await openParts(ref, known, openPart)
    const own = [ref.planId, ...(order ? [order.of] : [])]
    const seen = await ledgerSnapshot(storage, { campaign, request, own })
    const ledger = await withPlansBefore(storage, { ref, ledger: seen })
    const continued = order && (await continueTask(storage, { ref, request, order }))
    if (!(await write({ status: 'running' })) || stop.signal.aborted) return 'ended'
    const task = { planId: ref.planId, request, ledger, ...continued?.task }
    const onMeasured = (all: Measures): void => void (measures = all)
    const hooks = { onProgress, onMeasured, signal: stop.signal, ...(deadline !== undefined && { deadline }) }
    // A plan that is made again keeps walks whole, which pieces would cut.
    const cutting = order ? null : planner.cut(task, hooks)
    const partition = await Promise.race([cutting, aborted(stop.signal)])
    if (partition) {
      const parts = await createParts(storage, { ref, request, partition, ledger })
      return await openParts(ref, parts, openPart)
    }
    const made = await Promise.race([planner.plan(task, hooks), aborted(stop.signal)])
    clearTimeout(timer)
    const done = (plan: Plan): void =>
      log(planLine({ ref, plan, measures, milliseconds: storage.clock.now() - from }))
    if (!order) {
      if (await finishPlan(storage, { ref, request, plan: made, write })) done(made)
      return 'ended'
    }
    const plan = continued ? withChanges(made, { walks: continued.walks, order }) : made
    await writeBody(storage, { ref, plan })
    if (request.commit || (await isCommitted(storage, { campaign, planId: order.of })))
      await commitPlan(storage, { campaign, plan, isOnlyOne: true })
    await replaceOld(storage, { ref, plan, order })
    if (await write({ status: 'done', progress: null, summary: plan.summary })) {
      done(plan)
      return 'ended'
    }
    const now = await readHead(storage, ref)
    // What has taken over from another plan cannot be taken back.
    if (now) {
      const head: PlanHead = { ...now.head, status: 'done', summary: plan.summary }
      await writeHead(storage, { ref, head, version: now.version })
    }
    return 'ended'
  } catch (error) {
    if (progressFailed !== undefined) throw progressFailed
    if (stop.signal.aborted) return 'ended'
    const failure = failureOf(error)
    if (!failure) throw error
    log({ level: 'info', event: 'plan.failed', ...ref, code: failure.error?.code })
    await write(failure)
    return 'ended'
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** What the head says of an error that the caller can mend; undefined for all others. */
export function failureOf(error: unknown): Partial<PlanHead> | undefined {
  if (!(error instanceof VisibleError) || error.kind === 'upstream') return undefined
  const { kind, code, message: detail, errors } = error
  return { status: 'failed', progress: null, error: { kind, code, detail, errors } }
}

async function openParts(
  { campaign, planId }: PlanRef,
  { count, done }: Parts,
  openPart: RunPlanOptions['openPart'],
): Promise<RunEnd> {
  for (let number = 0; number < count; number++) {
    if (!done.includes(number)) await openPart({ campaign, planId, part: String(number).padStart(5, '0') })
  }
  // All done, and whoever was last died before it could say so.
  if (done.length === count) await openPart({ campaign, planId, part: JOIN })
  return 'parts'
}

/**
 * Stores a plan, leases it where that was asked for, and flips its head; false when somebody cancelled it.
 *
 * @param input.write  changes the head; false when somebody cancelled the plan
 */
export async function finishPlan(
  storage: Storage,
  {
    ref,
    request,
    plan,
    write,
  }: {
    ref: PlanRef
    request: Pick<PlanRequest, 'commit'>
    plan: Plan
    write: (change: Partial<PlanHead>) => Promise<boolean>
  },
): Promise<boolean> {
  await writePlan(storage, { ref, plan })
  if (request.commit) await commitPlan(storage, { campaign: ref.campaign, plan, isOnlyOne: true })
  if (await write({ status: 'done', progress: null, summary: plan.summary })) return true
  const now = await readHead(storage, ref)
  if (!now || now.head.status === 'cancelled') {
    await voidCommit(storage, ref)
    await removePlan(storage, ref)
  }
  return false
}

/** Rejects when it is time to stop: a planner that does not listen must not hold up the queue. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_done, failed) => {
    if (signal.aborted) failed(new Error('aborted'))
    else signal.addEventListener('abort', () => failed(new Error('aborted')), { once: true })
  })
}

/** Gives a job up for good. */
export async function failPlan(
  storage: Storage,
  { ref, detail }: { ref: PlanRef; detail: string },
): Promise<void> {
  const found = await readHead(storage, ref)
  if (!found || isEnded(found.head)) return
  await writeHead(storage, {
    ref,
    head: {
      ...found.head,
      status: 'failed',
      progress: null,
      error: { kind: 'unprocessable', code: 'plan.gave_up', detail, errors: [] },
    },
    version: found.version,
  })
}

export function isEnded(head: PlanHead): boolean {
  return head.status === 'done' || head.status === 'failed' || head.status === 'cancelled'
}
