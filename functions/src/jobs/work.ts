/** One run of a job that was taken: do it, announce the end, forget the job; or leave it to be tried again. */
import { VisibleError } from '@doorwalk/core/error'
import type { Announce } from '../ports/announcements.ts'
import type { Turn } from '../ports/jobs.ts'
import type { Importer } from '../ports/imports.ts'
import type { Log } from '../ports/log.ts'
import type { Planner } from '../ports/planner.ts'
import type { Storage } from '../world.ts'
import { failImport, runImport } from '../imports/run-import.ts'
import { type Lister, failFile, runFile } from '../listing/run-file.ts'
import { runPart } from './run-part.ts'
import { runPlan } from './run-plan.ts'
import { failPlan } from './finish.ts'
import { type JobRef, workOf } from './job.ts'
import { isCommitted } from '../ledger/holds.ts'
import type { HeldJob } from './job-table.ts'

export interface Work {
  storage: Storage
  planner: Planner
  importer: Importer
  lister: Lister
  log: Log
  /** Told that a plan has ended before its job is forgotten. */
  announce: Announce
  /** Makes a part of a plan known and brings it to whoever works next. */
  openPart: (ref: JobRef) => Promise<void>
}

/** Of one run. */
export interface RunLimits {
  turn?: Turn
  /** Stops planning. */
  signal?: AbortSignal
  /** Milliseconds on the clock: the search ends there. */
  deadline?: number
  /** Does whoever asked for the plan wait for it? */
  isAwaited: () => boolean
  /** Whoever works is ending: the job is for somebody else. */
  isClosing?: () => boolean
  /** It was taken for a short one and is not, and there is no room for it among the others now. */
  isTooLong?: () => boolean
  /** Called when a run finds no room on the disk, before that is written down. */
  onFull?: () => void
  /** Milliseconds between two tries to write that down; default: 1 s. */
  roomMilliseconds?: number
}

const ROOM_MILLISECONDS = 1_000

/**
 * How a run went: the plan has `ended`, goes on in `parts`, the run `broke` off with an error, was `handed on`, or
 * `postponed`, or found `no room` on the disk for what it made.
 *
 * @throws what the table throws
 */
export type RunOutcome = 'ended' | 'parts' | 'broke' | 'handed on' | 'postponed' | 'no room'

export async function workOn(job: HeldJob, work: Work, limits: RunLimits): Promise<RunOutcome> {
  const { ref } = job
  const { log, announce } = work
  try {
    const kind = workOf(ref)
    const end = await DO[kind](job, work, limits)
    if (limits.isClosing?.()) {
      await job.handOn()
      return 'handed on'
    }
    if (limits.isTooLong?.()) {
      await job.postpone()
      return 'postponed'
    }
    if (end === 'ended' && kind === 'plan')
      await announce({ kind: 'plan ended', ref, isAwaited: limits.isAwaited() })
    await job.end()
    return end
  } catch (error) {
    const { planId } = ref
    if (isFull(error)) {
      log({ level: 'error', event: 'plan.no_room', planId })
      limits.onFull?.()
      await waitInTime(job, limits)
      return 'no room'
    }
    log({ level: 'error', event: 'plan.broke', planId, attempt: job.attempt, error: describe(error) })
    await job.breakOff()
    return 'broke'
  }
}

/** Tries until there is room to write so much as that: the job is not lost, and not counted as broken. */
async function waitInTime(job: HeldJob, limits: RunLimits): Promise<void> {
  const { isClosing, roomMilliseconds = ROOM_MILLISECONDS } = limits
  for (;;) {
    try {
      return await job.waitForRoom()
    } catch (error) {
      if (!isFull(error) || isClosing?.()) throw error
    }
    await new Promise((done) => setTimeout(done, roomMilliseconds))
  }
}

/** There is no room on the disk, or it may not be written. */
export function isFull(error: unknown): boolean {
  return error instanceof VisibleError && error.kind === 'full'
}

async function plan(
  { ref, hopeless }: HeldJob,
  { storage, planner, log, openPart }: Work,
  { turn, signal, deadline }: RunLimits,
): Promise<'ended' | 'parts'> {
  // One that is leased already needs no planning any more: what killed the process is behind it.
  if (hopeless !== null && !(await isCommitted(storage, ref))) {
    const isGivenUp = await failPlan(storage, { ref, detail: hopeless })
    if (isGivenUp) log({ level: 'error', event: 'plan.gave_up', planId: ref.planId })
    return 'ended'
  }
  const options = {
    planner,
    openPart,
    log,
    ...(turn && { turn }),
    ...(signal && { signal }),
    ...(deadline !== undefined && { deadline }),
  }
  const { part } = ref
  return part === undefined
    ? runPlan(storage, { ...options, ref })
    : runPart(storage, { ...options, ref: { ...ref, part } })
}

/** An import, which is announced here: what it closes, and that it is over. */
async function readIn(
  { ref: { campaign, planId: importId }, hopeless }: HeldJob,
  { storage, importer, log, announce }: Work,
  { signal, isClosing }: RunLimits,
): Promise<'ended'> {
  const ref = { campaign, importId }
  if (hopeless !== null) {
    log({ level: 'error', event: 'import.gave_up', importId })
    if (await failImport(storage, ref, hopeless)) await announce({ kind: 'import ended', ...ref })
    return 'ended'
  }
  const imported = await runImport(storage, { ref, importer, ...(signal && { signal }) })
  if (isClosing?.()) return 'ended'
  if (imported && imported.blocks.length > 0)
    await announce({ kind: 'blocks visited', campaign, region: imported.region, blocks: imported.blocks })
  if (!imported?.isTakenBack) await announce({ kind: 'import ended', ...ref })
  return 'ended'
}

/** A list that is written to a file: whoever asked for it looks whether it is there. */
async function writeOut(
  { ref: { campaign, planId: fileId }, hopeless }: HeldJob,
  { storage, lister, log }: Work,
  { signal }: RunLimits,
): Promise<'ended'> {
  const ref = { campaign, fileId }
  if (hopeless === null) await runFile(storage, { ref, lister, ...(signal && { signal }) })
  else {
    log({ level: 'error', event: 'list.gave_up', fileId })
    await failFile(storage, ref, hopeless)
  }
  return 'ended'
}

const DO = { plan, import: readIn, list: writeOut } as const

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
