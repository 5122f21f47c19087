/** Alarms that a person should act on; docs/operations.md says how for each. */
import { api, http } from './api.ts'
import { deliveryWorker } from './deliveries.ts'
import { jobWorker, planner } from './planner.ts'
import { deliveries, jobs, scheduleDead } from './queues.ts'
import { sweeper } from './schedule.ts'
import { alarmEmail } from './stage.ts'
import { table } from './table.ts'

const FIVE_MINUTES = 300
/** Of the timeout: beyond it plans are about to be cut off. */
const DURATION_SHARE = 0.8
/** Oldest message, seconds: a job waits longer than people do; a delivery longer than its first retries. */
const MAX_AGE = { Jobs: 300, Deliveries: 600 }

/** Not encrypted with the account's SNS key, because CloudWatch could then not write to it; it holds no data. */
const topic = new aws.sns.Topic('Alarms')
if (alarmEmail !== undefined) {
  new aws.sns.TopicSubscription('AlarmEmail', { topic: topic.arn, protocol: 'email', endpoint: alarmEmail })
}

interface Watch {
  namespace: string
  metric: string
  dimensions: Record<string, $util.Input<string>>
  above: number
  statistic?: 'Sum' | 'Maximum' | 'p95'
}

function watch(name: string, { namespace, metric, dimensions, above, statistic = 'Sum' }: Watch): void {
  new aws.cloudwatch.MetricAlarm(`${name}Alarm`, {
    alarmDescription: `${metric} of ${name} above ${above}: see docs/operations.md`,
    namespace,
    metricName: metric,
    dimensions,
    ...(statistic === 'p95' ? { extendedStatistic: statistic } : { statistic }),
    period: FIVE_MINUTES,
    evaluationPeriods: 1,
    threshold: above,
    comparisonOperator: 'GreaterThanThreshold',
    treatMissingData: 'notBreaching',
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  })
}

for (const { name, seconds, fn } of [api, planner, jobWorker, deliveryWorker, sweeper]) {
  const lambda = { namespace: 'AWS/Lambda', dimensions: { FunctionName: fn.name } }
  watch(`${name}Errors`, { ...lambda, metric: 'Errors', above: 0 })
  watch(`${name}Throttles`, { ...lambda, metric: 'Throttles', above: 0 })
  watch(`${name}Duration`, {
    ...lambda,
    metric: 'Duration',
    statistic: 'p95',
    above: Math.round(seconds * 1000 * DURATION_SHARE),
  })
}

const queueNamed = (queue: sst.aws.Queue) => ({
  namespace: 'AWS/SQS',
  dimensions: { QueueName: queue.nodes.queue.name },
  statistic: 'Maximum' as const,
})
for (const [name, dead] of [
  ['Jobs', jobs.dead],
  ['Deliveries', deliveries.dead],
  ['Schedule', scheduleDead],
] as const) {
  watch(`${name}Dead`, { ...queueNamed(dead), metric: 'ApproximateNumberOfMessagesVisible', above: 0 })
}
for (const { queue, age } of [
  { queue: jobs, age: MAX_AGE.Jobs },
  { queue: deliveries, age: MAX_AGE.Deliveries },
]) {
  watch(`${queue.name}Age`, {
    ...queueNamed(queue.queue),
    metric: 'ApproximateAgeOfOldestMessage',
    above: age,
  })
}

watch('HttpErrors', {
  namespace: 'AWS/ApiGateway',
  metric: '5xx',
  dimensions: { ApiId: http.nodes.api.id },
  above: 5,
})
// ThrottledRequests exists by operation only: an alarm on it that names the table alone would never ring.
for (const metric of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
  watch(`Table${metric}`, {
    namespace: 'AWS/DynamoDB',
    metric,
    dimensions: { TableName: table.name },
    above: 10,
  })
}
