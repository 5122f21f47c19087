/**
 * One job of a plan that was cut: plans a piece, or joins them all. Running it twice, or twice at once, does no harm.
 */
import { failureOf, finishPlan, isToUndo, undoPlan } from './finish.ts'
import { JOIN, type JobRef } from './job.ts'
import { type Parts, readDrafts, readParts, readPiece, removeParts, writeDraft } from '../plans/parts.ts'
import { TakenError } from '../batches/beside.ts'
import { planLine } from '../planner/measures.ts'
import { type PlanHead, isEnded } from '../plans/heads.ts'
import { changeHead, readHead } from '../plans/plans.ts'
import { timingsOf } from '../plans/timings.ts'
import { unlessAborted } from './stop.ts'
import type { RunEnd } from './run-plan.ts'
import type { PlanRef, Turn } from '../ports/jobs.ts'
import type { Log } from '../ports/log.ts'
import type { Measures, Planner } from '../ports/planner.ts'
import type { Storage } from '../world.ts'

export interface RunPartOptions {
  planner: Planner
  ref: JobRef & { part: string }
  openPart: (ref: JobRef) => Promise<void>
  log: Log
  turn?: Turn
  signal?: AbortSignal
  deadline?: number
}

/**
 * `ended` when the plan itself has ended with this job, `parts` when it goes on.
 *
 * Whoever adds the last piece to the set of those done opens the job that joins them; one that dies in between is run
 * again, finds the set complete and opens it then.
 */
export async function runPart(storage: Storage, options: RunPartOptions): Promise<RunEnd> {
  const { ref } = options
  const found = await readHead(storage, ref)
  if (!found || isEnded(found.head)) {
    if (found && (await isToUndo(storage, ref, found.head))) await undoPlan(storage, ref)
    await removeParts(storage, ref)
    return 'ended'
  }
  const parts = await readParts(storage, ref)
  if (!parts) {
    if (found.head.status !== 'queued') return 'ended'
    // It is to be planned again, and whoever was to say so died.
    await openPlan(options)
    return 'parts'
  }
  try {
    if (ref.part === JOIN) return await join(storage, options, parts)
    return await runPiece(storage, options, parts)
  } catch (error) {
    if (options.signal?.aborted) return 'ended'
    if (error instanceof TakenError) return planAgain(storage, options)
    const failure = failureOf(error)
    if (!failure) throw error
    options.log({ level: 'info', event: 'plan.failed', ...ref, code: failure.error?.code })
    await changeOpen(storage, ref, failure)
    await removeParts(storage, ref)
    return 'ended'
  }
}

/**
 * Another plan of its batch took a target meanwhile: it is cut and planned anew around that one. There are only so many
 * others.
 */
async function planAgain(storage: Storage, options: RunPartOptions): Promise<RunEnd> {
  const { ref } = options
  if (!(await changeOpen(storage, ref, { status: 'queued', progress: null }))) return 'ended'
  await removeParts(storage, ref)
  await openPlan(options)
  return 'parts'
}

function openPlan({ ref: { campaign, planId }, openPart }: RunPartOptions): Promise<void> {
  return openPart({ campaign, planId })
}

async function runPiece(
  storage: Storage,
  { planner, ref, openPart, turn, signal, deadline }: RunPartOptions,
  parts: Parts,
): Promise<RunEnd> {
  const number = Number(ref.part)
  const { cut, count } = parts
  let { done } = parts
  if (!done.includes(number)) {
    const found = await readPiece(storage, { ref, cut, number })
    if (!found) return 'ended'
    const { shared, piece, ledger } = found
    const { volunteers, targets, cells, keys, elsewhere } = piece
    const request = { ...shared.request, startAt: shared.startAt, volunteers, targets }
    const stop = signal ?? new AbortController().signal
    const drafting = planner.draft(
      {
        ...{ planId: ref.planId, request, ledger, cells },
        ...(keys && { keys }),
        ...(elsewhere && { elsewhere }),
      },
      { signal: stop, ...(turn && { turn }), ...(deadline !== undefined && { deadline }) },
    )
    const made = await unlessAborted(stop, drafting)
    const now = await writeDraft(storage, { ref, cut, number, made })
    if (!now) return 'ended'
    done = now.done
    await changeOpen(storage, ref, { progress: { stage: 'pieces', share: done.length / count } })
  }
  const { campaign, planId } = ref
  if (done.length === count) await openPart({ campaign, planId, part: JOIN })
  return 'parts'
}

async function join(
  storage: Storage,
  { planner, ref, log, turn, signal }: RunPartOptions,
  parts: Parts,
): Promise<RunEnd> {
  const found = await readDrafts(storage, { ref, parts })
  if (!found) return 'ended'
  const { request, assumptions, warnings } = found.shared
  const { pieces } = found
  const stop = signal ?? new AbortController().signal
  let measures: Measures | undefined
  const onMeasured = (all: Measures): void => void (measures = all)
  const task = { planId: ref.planId, request, assumptions, warnings, pieces }
  const joining = planner.join(task, { signal: stop, onMeasured, ...(turn && { turn }) })
  const plan = await unlessAborted(stop, joining)
  const write = (change: Partial<PlanHead>) => changeOpen(storage, ref, change)
  const createdAt = (await readHead(storage, ref))?.head.createdAt ?? ''
  const timings = () => timingsOf({ createdAt, now: storage.clock.now(), steps: measures?.steps ?? {} })
  const { campaign, planId } = ref
  if (await finishPlan(storage, { ref, request, plan, write, timings })) {
    const milliseconds = storage.clock.now() - Date.parse(createdAt)
    log(planLine({ ref: { campaign, planId }, plan: plan.outline, measures, milliseconds }))
  }
  await removeParts(storage, ref)
  return 'ended'
}

/** False when the plan has ended meanwhile: cancelled, removed, or failed in another piece. */
async function changeOpen(storage: Storage, ref: PlanRef, change: Partial<PlanHead>): Promise<boolean> {
  const { isChanged } = await changeHead(storage, ref, (head) =>
    head && !isEnded(head) ? { ...head, ...change } : head,
  )
  return isChanged
}
