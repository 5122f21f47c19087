/** Plans walks: while the caller waits, and as jobs from the queue. */
import { readRegions, usePlans } from './buckets.ts'
import { makeFunction } from './function.ts'
import { WORKER_SECONDS, deliveries, jobs, receive, send } from './queues.ts'
import { useTable } from './table.ts'
import { baseUrl } from './url.ts'

/** One whole processor, by AWS's documentation; planning uses one thread, so more would only buy memory. */
const ONE_PROCESSOR = '1769 MB'
/** The HTTP API gives up after 30 s; the plan is cut short in time for an answer. */
const WAITING_SECONDS = 29

const permissions = [useTable, ...readRegions, ...usePlans, send(deliveries.queue)]

export const planner = makeFunction('Planner', {
  bundle: 'planner',
  memory: ONE_PROCESSOR,
  seconds: WAITING_SECONDS,
  permissions: [...permissions, send(jobs.queue)],
  environment: { DOORWALK_BASE_URL: baseUrl },
})

export const jobWorker = makeFunction('JobWorker', {
  bundle: 'jobs',
  memory: ONE_PROCESSOR,
  seconds: WORKER_SECONDS.jobs,
  permissions: [...permissions, receive(jobs.queue), send(jobs.queue)],
  environment: { DOORWALK_BASE_URL: baseUrl },
})

/** One job per call: a large plan needs the whole time. */
jobs.queue.subscribe(jobWorker.fn.arn, {
  batch: { size: 1, partialResponses: true },
  transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: 100 } } },
})
