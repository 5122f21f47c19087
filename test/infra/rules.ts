/**
 * What must hold for every resource the SST program asks for, whoever adds it and wherever. Each rule lists what breaks
 * it; an empty list is right.
 */
import type { ProgramRun, Resource } from './program.ts'

export type Rule = (run: ProgramRun) => string[]

interface Statement {
  effect: string
  actions: string[]
  resources: string[]
  principals: string[]
}

const T = {
  alarm: 'aws:cloudwatch/metricAlarm:MetricAlarm',
  api: 'aws:apigatewayv2/api:Api',
  block: 'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock',
  bucket: 'aws:s3/bucket:Bucket',
  bucketPolicy: 'aws:s3/bucketPolicy:BucketPolicy',
  cachePolicy: 'aws:cloudfront/cachePolicy:CachePolicy',
  encryption: 'aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration',
  fn: 'aws:lambda/function:Function',
  functionUrl: 'aws:lambda/functionUrl:FunctionUrl',
  lifecycle: 'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration',
  log: 'aws:cloudwatch/logGroup:LogGroup',
  mapping: 'aws:lambda/eventSourceMapping:EventSourceMapping',
  permission: 'aws:lambda/permission:Permission',
  queue: 'aws:sqs/queue:Queue',
  role: 'aws:iam/role:Role',
  rolePolicy: ['aws:iam/rolePolicy:RolePolicy', 'aws:iam/policy:Policy', 'aws:sqs/queuePolicy:QueuePolicy'],
  schedule: 'aws:scheduler/schedule:Schedule',
  stage: 'aws:apigatewayv2/stage:Stage',
  table: 'aws:dynamodb/table:Table',
} as const

/** Largest memory of a new account, MB; beyond it a deployment fails with a quota error. */
const MAX_MEMORY = 3_008
const MAX_LOG_DAYS = 30
/** A name, then a wildcard: objects of one bucket, streams of one log group. Nothing shorter. */
const INSIDE_ONE_RESOURCE = /^arn:aws:(s3:[^*]+\/|cloudwatch:[^*]+:|logs:[^*]+:)[^*]*\*$/

export const rules: Record<string, Rule> = {
  'no policy allows a wildcard action or resource': (run) =>
    statementsOf(run).flatMap(({ owner, statement: { effect, actions, resources } }) =>
      effect === 'Deny'
        ? []
        : [
            ...actions.filter((action) => action.includes('*')),
            ...resources.filter((each) => each.includes('*') && !INSIDE_ONE_RESOURCE.test(each)),
          ].map((what) => `${owner} allows ${what}`),
    ),

  'no role carries a policy of AWS with wildcards of its own': (run) =>
    ofType(run, T.role).flatMap(({ name, inputs }) =>
      list(inputs['managedPolicyArns']).map((arn) => `${name} carries ${String(arn)}`),
    ),

  'a role is put on by a service only': (run) =>
    ofType(run, T.role)
      .filter(({ inputs }) => !isForService(inputs['assumeRolePolicy']))
      .map(({ name }) => name),

  'no bucket policy lets everybody in': (run) =>
    statementsOf(run)
      .filter(({ statement: { effect, principals } }) => effect !== 'Deny' && principals.includes('*'))
      .map(({ owner }) => owner),

  'every bucket blocks public access': (run) =>
    ofType(run, T.bucket)
      .filter(({ inputs }) => {
        const block = ofType(run, T.block).find((each) => each.inputs['bucket'] === inputs['bucket'])
        const flags = ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets']
        return !flags.every((flag) => block?.inputs[flag] === true)
      })
      .map(({ name }) => name),

  'every bucket is encrypted': (run) => bucketsWithout(run, T.encryption),
  'buckets of data have a lifecycle': (run) =>
    bucketsWithout(run, T.lifecycle).filter((name) => !name.startsWith('Pages')),

  'every queue has a dead-letter queue or is one': (run) => {
    const isDead = deadQueues(run)
    return ofType(run, T.queue)
      .filter(({ inputs }) => inputs['redrivePolicy'] === undefined && !isDead(inputs['name']))
      .map(({ name }) => name)
  },

  'every queue is encrypted': (run) =>
    ofType(run, T.queue)
      .filter(({ inputs }) => inputs['sqsManagedSseEnabled'] !== true)
      .map(({ name }) => name),

  'dead letters are kept for two weeks': (run) => {
    const isDead = deadQueues(run)
    return ofType(run, T.queue)
      .filter(({ inputs }) => isDead(inputs['name']) && inputs['messageRetentionSeconds'] !== 1_209_600)
      .map(({ name }) => name)
  },

  'every queue worker reports partial failures and has a ceiling': (run) =>
    ofType(run, T.mapping)
      .filter(
        ({ inputs }) =>
          !list(inputs['functionResponseTypes']).includes('ReportBatchItemFailures') ||
          typeof record(inputs['scalingConfig'])['maximumConcurrency'] !== 'number',
      )
      .map(({ name }) => name),

  'a message stays invisible for six runs of its worker': (run) =>
    ofType(run, T.mapping).flatMap(({ name, inputs }) => {
      const queue = ofType(run, T.queue).find((each) =>
        endsWith(inputs['eventSourceArn'], each.inputs['name']),
      )
      const fn = ofType(run, T.fn).find((each) => endsWith(inputs['functionName'], each.inputs['name']))
      const isLong =
        Number(queue?.inputs['visibilityTimeoutSeconds']) >= 6 * Number(fn?.inputs['timeout'] ?? Infinity)
      return isLong ? [] : [name]
    }),

  'every schedule has a dead-letter queue': (run) =>
    ofType(run, T.schedule)
      .filter(({ inputs }) => record(record(inputs['target'])['deadLetterConfig'])['arn'] === undefined)
      .map(({ name }) => name),

  'the table can be restored to any second, expires items and is encrypted': (run) =>
    ofType(run, T.table).flatMap(({ name, inputs }) => [
      ...(record(inputs['pointInTimeRecovery'])['enabled'] === true ? [] : [`${name}: no PITR`]),
      ...(record(inputs['ttl'])['attributeName'] === 'expiresAt' ? [] : [`${name}: no TTL`]),
      ...(record(inputs['serverSideEncryption'])['enabled'] === true ? [] : [`${name}: not encrypted`]),
      ...(inputs['billingMode'] === 'PAY_PER_REQUEST' ? [] : [`${name}: not on demand`]),
    ]),

  'production keeps its data': ({ app, resources }) => {
    if (app['stage'] !== 'production') return []
    const run = { app, resources }
    return [
      ...(app['removal'] === 'retain' ? [] : ['the app does not retain']),
      ...(app['protect'] === true ? [] : ['the app is not protected']),
      ...ofType(run, T.table)
        .filter(({ inputs }) => inputs['deletionProtectionEnabled'] !== true)
        .map(({ name }) => `${name}: no deletion protection`),
      ...ofType(run, T.bucket)
        .filter(({ name, inputs }) => inputs['forceDestroy'] !== false && !name.startsWith('Pages'))
        .map(({ name }) => `${name}: may be destroyed with its objects`),
    ]
  },

  'every function runs Node 24 on arm64 within memory and time': (run) =>
    ofType(run, T.fn)
      .filter(({ inputs }) => {
        const [memory, seconds] = [Number(inputs['memorySize']), Number(inputs['timeout'])]
        return (
          inputs['runtime'] !== 'nodejs24.x' ||
          list(inputs['architectures'])[0] !== 'arm64' ||
          !(memory >= 512 && memory <= MAX_MEMORY) ||
          !(seconds > 20 && seconds <= 900)
        )
      })
      .map(({ name }) => name),

  'every function logs JSON to a group of its own': (run) =>
    ofType(run, T.fn)
      .filter(({ inputs }) => {
        const config = record(inputs['loggingConfig'])
        const groups = ofType(run, T.log).filter((log) => endsWith(config['logGroup'], log.inputs['name']))
        return config['logFormat'] !== 'JSON' || groups.length !== 1
      })
      .map(({ name }) => name),

  'logs end': (run) =>
    ofType(run, T.log)
      .filter(({ inputs }) => {
        const days = Number(inputs['retentionInDays'])
        return !(days > 0 && days <= MAX_LOG_DAYS)
      })
      .map(({ name }) => name),

  'access logs say neither who nor which walk': (run) =>
    ofType(run, T.stage).flatMap(({ name, inputs }) => {
      const format = String(record(inputs['accessLogSettings'])['format'])
      return ['sourceIp', 'context.path', 'userAgent', 'authorizer']
        .filter((field) => format.includes(field))
        .map((field) => `${name} logs ${field}`)
    }),

  'the API is throttled': (run) =>
    ofType(run, T.stage)
      .filter(({ inputs }) => !(Number(record(inputs['defaultRouteSettings'])['throttlingRateLimit']) > 0))
      .map(({ name }) => name),

  'nobody calls a function past the API': (run) => [
    ...ofType(run, T.functionUrl).map(({ name }) => name),
    ...ofType(run, T.permission)
      .filter(({ inputs }) => inputs['principal'] === '*')
      .map(({ name }) => name),
  ],

  // CloudFront collapses equal requests while an answer may be cached, and a key is no part of the address.
  'the edge caches no answer': (run) =>
    ofType(run, T.cachePolicy)
      .filter(({ inputs }) => inputs['maxTtl'] !== 0 || inputs['defaultTtl'] !== 0 || inputs['minTtl'] !== 0)
      .map(({ name }) => name),

  'every function is watched for errors, throttles and time': (run) =>
    ofType(run, T.fn).flatMap(({ name, inputs }) =>
      ['Errors', 'Throttles', 'Duration']
        .filter((metric) => !hasAlarm(run, { metric, dimension: 'FunctionName', value: inputs['name'] }))
        .map((metric) => `${name}: ${metric}`),
    ),

  'every dead-letter queue is watched for depth, every other for age': (run) => {
    const isDead = deadQueues(run)
    return ofType(run, T.queue)
      .filter(({ inputs }) => {
        const metric = isDead(inputs['name'])
          ? 'ApproximateNumberOfMessagesVisible'
          : 'ApproximateAgeOfOldestMessage'
        return !hasAlarm(run, { metric, dimension: 'QueueName', value: inputs['name'] })
      })
      .map(({ name }) => name)
  },

  'the API is watched for failures, the table for throttling': (run) => [
    ...ofType(run, T.api)
      .filter(({ name }) => !hasAlarm(run, { metric: '5xx', dimension: 'ApiId', value: `${name}-id` }))
      .map(({ name }) => name),
    // ThrottledRequests exists by operation only: an alarm on it that names the table alone would never ring.
    ...ofType(run, T.table).flatMap(({ name, inputs }) =>
      ['ReadThrottleEvents', 'WriteThrottleEvents']
        .filter((metric) => !hasAlarm(run, { metric, dimension: 'TableName', value: inputs['name'] }))
        .map((metric) => `${name}: ${metric}`),
    ),
  ],

  'every alarm tells somebody': (run) =>
    ofType(run, T.alarm)
      .filter(({ inputs }) => list(inputs['alarmActions']).length === 0)
      .map(({ name }) => name),
}

/** Every rule that is broken, with what breaks it. */
export function violations(run: ProgramRun): Record<string, string[]> {
  const broken = Object.entries(rules).map(([name, rule]) => [name, rule(run)] as const)
  return Object.fromEntries(broken.filter(([, what]) => what.length > 0))
}

export function ofType({ resources }: ProgramRun, type: string): Resource[] {
  return resources.filter((each) => each.type === type)
}

function statementsOf(run: ProgramRun): { owner: string; statement: Statement }[] {
  const documents: { owner: string; text: unknown }[] = []
  for (const { type, name, inputs } of run.resources) {
    if (type === T.role) {
      const inline = list(inputs['inlinePolicies']).map((each) => record(each)['policy'])
      documents.push(...inline.map((text) => ({ owner: name, text })))
    }
    if (type === T.bucketPolicy || T.rolePolicy.some((each) => each === type)) {
      documents.push({ owner: name, text: inputs['policy'] })
    }
  }
  return documents.flatMap(({ owner, text }) => {
    // A policy that the mocks could not show would pass unseen: that is a failure, not an empty list.
    if (typeof text !== 'string') throw new Error(`${owner} has a policy that cannot be read`)
    return list(record(JSON.parse(text))['statements']).map((each) => ({ owner, statement: statement(each) }))
  })
}

function statement(value: unknown): Statement {
  const { effect = 'Allow', actions, resources, principals } = record(value)
  return {
    effect: String(effect),
    actions: list(actions).map(String),
    resources: list(resources).map(String),
    principals: list(principals).flatMap((each) => list(record(each)['identifiers']).map(String)),
  }
}

function isForService(policy: unknown): boolean {
  const document = record(typeof policy === 'string' ? JSON.parse(policy) : policy)
  const statements = list(document['Statement'])
  return (
    statements.length > 0 &&
    statements.every((each) => Object.keys(record(record(each)['Principal'])).join() === 'Service')
  )
}

function bucketsWithout(run: ProgramRun, type: string): string[] {
  const covered = new Set(ofType(run, type).map(({ inputs }) => inputs['bucket']))
  return ofType(run, T.bucket)
    .filter(({ inputs }) => !covered.has(inputs['bucket']))
    .map(({ name }) => name)
}

/** Queues that another queue or a schedule sends its failures to. */
function deadQueues(run: ProgramRun): (name: unknown) => boolean {
  const targets = [
    ...ofType(run, T.queue).map(({ inputs }) => inputs['redrivePolicy']),
    ...ofType(run, T.schedule).map(({ inputs }) => JSON.stringify(inputs['target'])),
  ].map(String)
  return (name) => targets.some((target) => target.includes(`:${String(name)}"`))
}

function hasAlarm(
  run: ProgramRun,
  { metric, dimension, value }: { metric: string; dimension: string; value: unknown },
): boolean {
  return ofType(run, T.alarm).some(
    ({ inputs }) => inputs['metricName'] === metric && record(inputs['dimensions'])[dimension] === value,
  )
}

function endsWith(arn: unknown, name: unknown): boolean {
  return typeof arn === 'string' && typeof name === 'string' && arn.endsWith(`:${name}`)
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
