/**
 * Jobs on AWS: a message to SQS rings, the table says whose turn it is. A caller who waits long enough is served in
 * this invocation where a planner is at hand.
 */
import type { JobQueue } from '../ports/jobs.ts'
import { isEnded } from '../plans/heads.ts'
import { type VersionedHead, readHead } from '../plans/plans.ts'
import { lookUntil } from '../waiting/look-until.ts'
import type { JobRef } from './job.ts'
import { dropJobs, openJob, takeJob } from './job-table.ts'
import type { Work } from './work.ts'

/** Kept of the time of an invocation for geometry, instructions and storing: about a second for 50 walks. */
const FINISH_MILLISECONDS = 5_000
/** Of a caller's waiting time, for the same. */
const SEARCH_SHARE = 0.7
/** In less a plan would be cut short: it is a worker's, who goes on when its caller has been told to ask again. */
const SHORTEST_RUN_MILLISECONDS = 5_000
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
    // Not at the top: the thin API function works on no job.
    const { workOn } = await import('./work.ts')
    return (await workOn(job, work, { deadline, isAwaited: () => wait !== undefined })) !== 'broke'
  }
  return {
    run: (ref) => run(ref),
    async submit(ref, wait = 0, signal) {
      if (planner && wait >= SHORTEST_RUN_MILLISECONDS) {
        await openJob(storage, ref)
        return void (await run(ref, wait))
      }
      await open(ref)
      const hasEnded = (found: VersionedHead | undefined): boolean => !found || isEnded(found.head)
      if (planner && wait > 0)
        await lookUntil(() => readHead(storage, ref), hasEnded, { wait, ...(signal && { signal }) })
    },
    // The head already says `cancelled`; whoever plans sees it when they write.
    cancel: async () => false,
    waitsForRoom: () => false,
    cancelAll: async (campaign) => void (await dropJobs(storage, campaign)),
    drain: () => undefined,
    close: async () => undefined,
  }
}
