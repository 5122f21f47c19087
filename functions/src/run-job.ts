/** One run of a planning job on AWS: take it, plan until the time is nearly out, store, tell who listens. */
import { type HeldJob, type JobRef, endJob, releaseJob, takeJob } from './jobs.ts'
import { runPart } from './run-part.ts'
import { failPlan, runPlan } from './run-plan.ts'
import type { Announce, Log, Planner, Storage } from './world.ts'

/** Kept of the time of an invocation for geometry, instructions and storing: about a second for 50 walks. */
const FINISH_MILLISECONDS = 5_000
/** Of a caller's waiting time, for the same. */
const SEARCH_SHARE = 0.7
/** After the end of an invocation nobody works on its job any more. */
const GRACE_MILLISECONDS = 10_000

export interface JobRun {
  storage: Storage
  planner: Planner
  log: Log
  /** Milliseconds this invocation still has. */
  remaining: () => number
  /** Milliseconds a caller waits; undefined: nobody does. */
  wait?: number
  /** Makes a part of a plan known and brings it to whoever works next. */
  openPart: (ref: JobRef) => Promise<void>
  /** Told that a plan has ended before its job is forgotten. */
  announce: Announce
}

/** @returns false when the run broke off; the sweep has it run again */
export async function runJob(run: JobRun, ref: JobRef): Promise<boolean> {
  const { storage, log, remaining } = run
  const job = await takeJob(storage, {
    ref,
    owner: storage.id('run'),
    milliseconds: remaining() + GRACE_MILLISECONDS,
  })
  if (!job) return true
  try {
    await work(run, job)
    return true
  } catch (error) {
    log({
      level: 'error',
      event: 'plan.broke',
      planId: job.ref.planId,
      attempt: job.attempt,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    await releaseJob(storage, job)
    return false
  }
}

async function work(run: JobRun, job: HeldJob): Promise<void> {
  const { storage, planner, log, remaining, wait, openPart, announce } = run
  const { ref, hopeless } = job
  if (hopeless !== null) {
    log({ level: 'error', event: 'plan.gave_up', planId: ref.planId })
    await failPlan(storage, { ref, detail: hopeless })
  } else {
    const search = Math.min(remaining() - FINISH_MILLISECONDS, (wait ?? Infinity) * SEARCH_SHARE)
    const deadline = storage.clock.now() + Math.max(0, search)
    const options = { planner, openPart, log, deadline }
    const { part } = ref
    const end =
      part === undefined
        ? await runPlan(storage, { ...options, ref })
        : await runPart(storage, { ...options, ref: { ...ref, part } })
    if (end === 'parts') return endJob(storage, job)
  }
  await announce({ kind: 'plan ended', ref, isAwaited: wait !== undefined })
  await endJob(storage, job)
}
