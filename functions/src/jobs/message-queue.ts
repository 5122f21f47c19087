/**
 * Jobs on AWS: a message to SQS rings, the table says whose turn it is. A caller who waits is served in this invocation
 * where a planner is at hand.
 */
import type { JobQueue } from '../ports/jobs.ts'
import type { JobRef } from './job.ts'
import { dropJobs, openJob, takeJob } from './job-table.ts'
import { type Work, workOn } from './work.ts'

/** Kept of the time of an invocation for geometry, instructions and storing: about a second for 50 walks. */
const FINISH_MILLISECONDS = 5_000
/** Of a caller's waiting time, for the same. */
const SEARCH_SHARE = 0.7
/** After the end of an invocation nobody works on its job any more. */
const GRACE_MILLISECONDS = 10_000

export interface MessageQueueOptions extends Omit<Work, 'planner' | 'openPart'> {
  /** None in the thin API function. */
  planner: Work['planner'] | undefined
  /** Puts a message with the ids on the queue. */
  ring: (ref: JobRef) => Promise<void>
  /** Milliseconds this invocation still has. */
  remaining: () => number
}

export interface MessageQueue extends JobQueue {
  /** One run of a job whose message came; false when it broke off, and the sweep is to have it run again. */
  run(ref: JobRef): Promise<boolean>
}

export function messageQueue({ planner, ring, remaining, ...rest }: MessageQueueOptions): MessageQueue {
  const { storage } = rest
  /** A part that was opened before is rung again: whoever did it may have died before the bell. */
  const open = async (ref: JobRef): Promise<void> => {
    await openJob(storage, ref)
    await ring(ref)
  }
  /** @param wait  milliseconds a caller waits; undefined: nobody does */
  async function run(ref: JobRef, wait?: number): Promise<boolean> {
    if (!planner) throw new Error('no planner in this function')
    const lease = { owner: storage.id('run'), milliseconds: remaining() + GRACE_MILLISECONDS }
    const job = await takeJob(storage, ref, lease)
    if (!job) return true
    const search = Math.min(remaining() - FINISH_MILLISECONDS, (wait ?? Infinity) * SEARCH_SHARE)
    const deadline = storage.clock.now() + Math.max(0, search)
    const work = { ...rest, planner, openPart: open }
    return (await workOn(job, work, { deadline, isAwaited: () => wait !== undefined })) !== 'broke'
  }
  return {
    run: (ref) => run(ref),
    async submit(ref, wait = 0) {
      if (wait <= 0 || !planner) return open(ref)
      await openJob(storage, ref)
      await run(ref, wait)
    },
    // The head already says `cancelled`; whoever plans sees it when they write.
    cancel: async () => false,
    waitsForRoom: () => false,
    cancelAll: async (campaign) => void (await dropJobs(storage, campaign)),
    drain: () => undefined,
    close: async () => undefined,
  }
}
