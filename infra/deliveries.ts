/** Sends webhooks. */
import { makeFunction } from './function.ts'
import { WORKER_SECONDS, deliveries, receive } from './queues.ts'
import { useTable } from './table.ts'

export const deliveryWorker = makeFunction('DeliveryWorker', {
  bundle: 'deliveries',
  memory: '512 MB',
  seconds: WORKER_SECONDS.deliveries,
  permissions: [useTable, receive(deliveries.queue)],
})

/** Few at a time and a ceiling on instances: a slow receiver must not eat the account's concurrency. */
deliveries.queue.subscribe(deliveryWorker.fn.arn, {
  batch: { size: 4, partialResponses: true },
  transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: 20 } } },
})
