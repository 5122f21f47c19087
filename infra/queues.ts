/** Planning jobs and webhook deliveries. Messages carry ids only; what fails for good waits in a dead-letter queue. */

/** SQS's longest; enough to notice, mend and redrive after a weekend. */
const DEAD_SECONDS = 14 * 24 * 60 * 60
/** A message that killed its worker this often goes to the dead-letter queue. */
const TRIES = 4

/** Longest run of the worker, seconds; a message stays invisible six times as long, as AWS advises. */
export const WORKER_SECONDS = { jobs: 900, deliveries: 60 } as const
/** SQS's longest visibility timeout. */
const MAX_INVISIBLE_SECONDS = 43_200

function makeQueue(name: string, workerSeconds: number) {
  const dead = new sst.aws.Queue(`${name}Dead`, {
    transform: { queue: { messageRetentionSeconds: DEAD_SECONDS, sqsManagedSseEnabled: true } },
  })
  const invisible = Math.min(6 * workerSeconds, MAX_INVISIBLE_SECONDS)
  const queue = new sst.aws.Queue(name, {
    visibilityTimeout: `${invisible} seconds`,
    dlq: { queue: dead.arn, retry: TRIES },
    transform: { queue: { sqsManagedSseEnabled: true } },
  })
  return { name, queue, dead }
}

export const jobs = makeQueue('Jobs', WORKER_SECONDS.jobs)
export const deliveries = makeQueue('Deliveries', WORKER_SECONDS.deliveries)

/** Events of the scheduler that no function took. */
export const scheduleDead = new sst.aws.Queue('ScheduleDead', {
  transform: { queue: { messageRetentionSeconds: DEAD_SECONDS, sqsManagedSseEnabled: true } },
})

export const send = (queue: sst.aws.Queue) => ({ actions: ['sqs:SendMessage'], resources: [queue.arn] })

/** What Lambda's poller does in the name of the function. */
export const receive = (queue: sst.aws.Queue) => ({
  actions: [
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
  ],
  resources: [queue.arn],
})
