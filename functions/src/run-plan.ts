/** One planning job from its stored request to its stored plan. Running it twice does no harm. */
import { VisibleError } from '@doorwalk/core/error'
import { commitPlan } from './leases-commit.ts'
import { isCommitted, voidCommit } from './leases-holds.ts'
import { ledgerSnapshot } from './leases-view.ts'
import type { Log } from './log.ts'
import { planLine } from './plan-measures.ts'
import type { Measures, Planner, Progress } from './planner.ts'
import {
  type PlanHead,
  type PlanRef,
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
import type { Storage } from './world.ts'

/** Progress is written at most this often; each writing also sees a cancellation. */
const PROGRESS_MILLISECONDS = 1_000

export interface RunPlanOptions {
  planner: Planner
  ref: PlanRef
  log: Log
  signal?: AbortSignal
  /** Milliseconds on the clock: the search ends there; for machines that stop at a time of their own. */
  deadline?: number
}

/**
 * Plans and stores. Errors the caller can mend end the job as `failed`; any other is thrown, for the queue to try again.
 * A cancelled job stores nothing.
 */
export async function runPlan(
  storage: Storage,
  { planner, ref, log, signal, deadline }: RunPlanOptions,
): Promise<void> {
  const found = await readHead(storage, ref)
  if (!found || isEnded(found.head)) return
  let { head, version } = found
  const stop = new AbortController()
  const abort = (): void => stop.abort()
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) return
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
      return
    }
    const own = [ref.planId, ...(order ? [order.of] : [])]
    const ledger = await ledgerSnapshot(storage, { campaign, request, own })
    const continued = order && (await continueTask(storage, { ref, request, order }))
    if (!(await write({ status: 'running' })) || stop.signal.aborted) return
    const made = await Promise.race([
      planner.plan(
        { planId: ref.planId, request, ledger, ...continued?.task },
        {
          onProgress,
          onMeasured: (all) => (measures = all),
          signal: stop.signal,
          ...(deadline !== undefined && { deadline }),
        },
      ),
      aborted(stop.signal),
    ])
    clearTimeout(timer)
    const plan = order && continued ? withChanges(made, { walks: continued.walks, order }) : made
    if (order) await writeBody(storage, { ref, plan })
    else await writePlan(storage, { ref, plan })
    if (request.commit || (order && (await isCommitted(storage, { campaign, planId: order.of }))))
      await commitPlan(storage, { campaign, plan })
    if (order) await replaceOld(storage, { ref, plan, order })
    if (await write({ status: 'done', progress: null, summary: plan.summary })) {
      log(planLine({ ref, plan, measures, milliseconds: storage.clock.now() - from }))
      return
    }
    const now = await readHead(storage, ref)
    // What has taken over from another plan cannot be taken back.
    if (order && now)
      await writeHead(storage, {
        ref,
        head: { ...now.head, status: 'done', summary: plan.summary },
        version: now.version,
      })
    else if (!now || now.head.status === 'cancelled') {
      await voidCommit(storage, ref)
      await removePlan(storage, ref)
    }
  } catch (error) {
    if (progressFailed !== undefined) throw progressFailed
    if (stop.signal.aborted) return
    if (!(error instanceof VisibleError) || error.kind === 'upstream') throw error
    log({ level: 'info', event: 'plan.failed', ...ref, code: error.code })
    await write({
      status: 'failed',
      progress: null,
      error: { kind: error.kind, code: error.code, detail: error.message, errors: error.errors },
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** Rejects when it is time to stop: a planner that does not listen must not hold up the queue. */
function aborted(signal: AbortSignal): Promise<never> {
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
