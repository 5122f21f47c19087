/**
 * Hands jobs over on AWS: a caller who waits is served in this invocation where a planner is at hand, others by queue.
 */
import { type JobRef, openJob } from './jobs.ts'
import { type JobRun, runJob } from './run-job.ts'
import type { Runner } from './world.ts'

export interface LambdaRunnerOptions extends Omit<JobRun, 'planner' | 'wait' | 'openPart'> {
  /** Puts a message with the ids on the queue. */
  ring: (ref: JobRef) => Promise<void>
  /** None in the thin API function. */
  planner: JobRun['planner'] | undefined
}

export function lambdaRunner({ ring, planner, ...run }: LambdaRunnerOptions): Runner {
  return {
    async submit(ref, wait) {
      await openJob(run.storage, ref)
      const openPart = partOpener(run.storage, ring)
      if (wait > 0 && planner !== undefined) await runJob({ ...run, planner, openPart, wait }, ref)
      else await ring(ref)
    },
    // The head already says `cancelled`; whoever plans sees it when they write.
    cancel: () => undefined,
    close: async () => undefined,
  }
}

/** A part that was opened before is rung again: whoever did it may have died before the bell. */
export function partOpener(
  storage: JobRun['storage'],
  ring: (ref: JobRef) => Promise<void>,
): JobRun['openPart'] {
  return async (ref) => {
    await openJob(storage, ref)
    await ring(ref)
  }
}
