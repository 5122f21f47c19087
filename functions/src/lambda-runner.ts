/** Hands jobs over on AWS: a caller who waits is served in this invocation where a planner is at hand, others by queue. */
import { openJob } from './jobs.ts'
import type { PlanRef } from './plans.ts'
import { type JobRun, runJob } from './run-job.ts'
import type { Runner } from './runner.ts'

export interface LambdaRunnerOptions extends Omit<JobRun, 'planner' | 'wait'> {
  /** Puts a message with the ids on the queue. */
  ring: (ref: PlanRef) => Promise<void>
  /** None in the thin API function. */
  planner: JobRun['planner'] | undefined
}

export function lambdaRunner({ ring, planner, ...run }: LambdaRunnerOptions): Runner {
  return {
    async submit(ref, wait) {
      await openJob(run.storage, ref)
      if (wait > 0 && planner !== undefined) await runJob({ ...run, planner, wait }, ref)
      else await ring(ref)
    },
    // The head already says `cancelled`; whoever plans sees it when they write.
    cancel: () => undefined,
    close: async () => undefined,
  }
}
