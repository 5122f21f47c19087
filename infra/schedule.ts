/** Every minute: sends due retries of webhooks, takes up jobs whose worker died, and clears campaigns that are over. */
import { readRegions, usePlans } from './buckets.ts'
import { makeFunction } from './function.ts'
import { deliveries, jobs, scheduleDead, send } from './queues.ts'
import { useTable } from './table.ts'

export const sweeper = makeFunction('Sweeper', {
  bundle: 'sweep',
  memory: '512 MB',
  seconds: 50,
  permissions: [useTable, ...readRegions, ...usePlans, send(jobs.queue), send(deliveries.queue)],
})

export const sweep = new sst.aws.CronV2('Sweep', {
  schedule: 'rate(1 minute)',
  function: sweeper.fn.arn,
  retries: 2,
  dlq: scheduleDead.arn,
})
