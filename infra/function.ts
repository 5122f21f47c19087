/**
 * A Lambda function with no more rights than it is given: not even Lambda's usual log policy, which covers every log
 * group of the account. Its code is the bundle of `npm run bundle`, the same files that the tests and benches load.
 */
import { plans, regions } from './buckets.ts'
import { deliveries, jobs } from './queues.ts'
import { operatorKey } from './secrets.ts'
import { LOG_DAYS, corsOrigins } from './stage.ts'
import { table } from './table.ts'

type Permissions = NonNullable<Extract<sst.aws.FunctionArgs['permissions'], readonly unknown[]>>

/** The component's own would let every principal of the account put the role on. */
const ONLY_LAMBDA = aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' })

export interface LambdaOptions {
  /** Folder below out/lambda. */
  bundle: 'api' | 'planner' | 'jobs' | 'deliveries' | 'sweep'
  memory: sst.aws.FunctionArgs['memory']
  seconds: number
  permissions: Permissions
  environment?: Record<string, $util.Input<string>>
}

export interface NamedFunction {
  name: string
  seconds: number
  fn: sst.aws.Function
}

export function makeFunction(name: string, options: LambdaOptions): NamedFunction {
  const { bundle, memory, seconds, permissions, environment = {} } = options
  const logGroup = new aws.cloudwatch.LogGroup(`${name}Log`, {
    name: `/doorwalk/${$app.stage}/${name}`,
    retentionInDays: LOG_DAYS,
  })
  const fn = new sst.aws.Function(name, {
    runtime: 'nodejs24.x',
    architecture: 'arm64',
    bundle: `out/lambda/${bundle}`,
    handler: 'index.handler',
    memory,
    timeout: `${seconds} seconds`,
    logging: { logGroup: logGroup.arn, format: 'json' },
    environment: {
      DOORWALK_STAGE: $app.stage,
      DOORWALK_TABLE: table.name,
      DOORWALK_PLANS_BUCKET: plans.name,
      DOORWALK_REGIONS_BUCKET: regions.name,
      DOORWALK_JOBS_QUEUE: jobs.queue.url,
      DOORWALK_DELIVERIES_QUEUE: deliveries.queue.url,
      DOORWALK_OPERATOR_KEY: operatorKey.value,
      DOORWALK_CORS: corsOrigins,
      ...environment,
    },
    permissions: [
      ...permissions,
      {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        // The streams of the one group.
        resources: [$interpolate`${logGroup.arn}:*`],
      },
    ],
    transform: { role: { managedPolicyArns: [], assumeRolePolicy: ONLY_LAMBDA } },
  })
  return { name, seconds, fn }
}
