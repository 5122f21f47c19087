/**
 * CloudWatch's embedded metric format: a line of the log that says which of its numbers are metrics. Costs no call and
 * no library; each metric has a price by the month, so there are few, and no dimension but the stage.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
import type { MoreFields } from '../http/log.ts'

const NAMESPACE = 'Doorwalk'

/** Units by event and field. Requests, queues and functions are measured by AWS itself. */
const UNITS: Record<string, Record<string, 'Count' | 'Milliseconds' | 'Percent' | 'None'>> = {
  'plan.done': {
    doors: 'Count',
    minutes: 'None',
    prizePercent: 'Percent',
    milliseconds: 'Milliseconds',
    areaMilliseconds: 'Milliseconds',
    buildingMilliseconds: 'Milliseconds',
    graphMilliseconds: 'Milliseconds',
    groupingMilliseconds: 'Milliseconds',
    matrixMilliseconds: 'Milliseconds',
    solverMilliseconds: 'Milliseconds',
    walkMilliseconds: 'Milliseconds',
  },
}

/** Adds to a line what makes its numbers metrics of the stage; nothing to a line without any. */
export function metricsOf(stage: string): MoreFields {
  return (line, at) => {
    const Metrics = Object.entries(UNITS[line.event] ?? {})
      .filter(([field]) => typeof line[field] === 'number')
      .map(([Name, Unit]) => ({ Name, Unit }))
    if (Metrics.length === 0) return {}
    const CloudWatchMetrics = [{ Namespace: NAMESPACE, Dimensions: [['stage']], Metrics }]
    return { stage, _aws: { Timestamp: at, CloudWatchMetrics } }
  }
}
