/** The SST program on two stages against the rules, and against itself with one thing spoilt at a time. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Patch, type ProgramRun, runProgram } from './program.ts'
import { ofType, rules, violations } from './rules.ts'

const stages: Record<string, ProgramRun> = {}
beforeAll(async () => {
  for (const stage of ['production', 'test']) stages[stage] = await runProgram(stage)
})

describe.each(['production', 'test'])('on stage %s', (stage) => {
  it.each(Object.entries(rules))('%s', (_name, rule) => {
    expect(rule(stages[stage]!)).toEqual([])
  })

  it('is the whole installation', () => {
    const run = stages[stage]!
    const count = (type: string): number => ofType(run, type).length
    expect(count('aws:lambda/function:Function')).toBe(5)
    expect(count('aws:sqs/queue:Queue')).toBe(5)
    expect(count('aws:dynamodb/table:Table')).toBe(1)
    expect(count('aws:s3/bucket:Bucket')).toBe(3)
    expect(count('aws:cloudfront/distribution:Distribution')).toBe(1)
    expect(count('aws:scheduler/schedule:Schedule')).toBe(1)
    expect(count('aws:iam/role:Role')).toBe(6)
  })

  it('sends planning to the planner and everything else to the thin function', () => {
    const run = stages[stage]!
    const routes = ofType(run, 'aws:apigatewayv2/route:Route').map(({ inputs }) => String(inputs['routeKey']))
    expect(routes.sort()).toEqual([
      '$default',
      'GET /v1/regions/{name}/map.geojson',
      'POST /v1/invitations/{invitationId}/walks',
      'POST /v1/plans',
      'POST /v1/plans/estimate',
      'POST /v1/plans/{planId}/edits',
      'POST /v1/plans/{planId}/replan',
      'POST /v1/plans/{planId}/suggest',
      'POST /v1/plans/{planId}/wishes',
      'POST /v1/rankings/{rankingId}/proposal',
      'POST /v1/walks',
      'POST /v1/walks/{walkId}/shorten',
    ])
  })
})

const SPOILT: { what: string; rule: keyof typeof rules; patch: Patch; stage?: string }[] = [
  {
    what: 'an action with a wildcard',
    rule: 'no policy allows a wildcard action or resource',
    patch: { file: 'infra/table.ts', find: "'dynamodb:Query'", replace: "'dynamodb:*'" },
  },
  {
    what: 'a resource that is everything',
    rule: 'no policy allows a wildcard action or resource',
    patch: { file: 'infra/table.ts', find: 'resources: [table.arn]', replace: "resources: ['*']" },
  },
  {
    what: 'a link, which grants everything on the linked resource',
    rule: 'no policy allows a wildcard action or resource',
    patch: {
      file: 'infra/function.ts',
      find: "runtime: 'nodejs24.x',",
      replace: "runtime: 'nodejs24.x', link: [table],",
    },
  },
  {
    what: "Lambda's usual log policy",
    rule: 'no role carries a policy of AWS with wildcards of its own',
    patch: { file: 'infra/function.ts', find: 'managedPolicyArns: [], ', replace: '' },
  },
  {
    what: 'a queue without dead-letter queue',
    rule: 'every queue has a dead-letter queue or is one',
    patch: {
      file: 'infra/queues.ts',
      find: 'export const jobs',
      replace: "export const lost = new sst.aws.Queue('Lost')\nexport const jobs",
    },
  },
  {
    what: 'a public bucket',
    rule: 'no bucket policy lets everybody in',
    patch: {
      file: 'infra/buckets.ts',
      find: 'versioning: true,',
      replace: "versioning: true, access: 'public',",
    },
  },
  {
    what: 'a bucket whose public access is not blocked',
    rule: 'every bucket blocks public access',
    patch: {
      file: 'infra/buckets.ts',
      find: 'bucket: { forceDestroy: !isProduction },',
      replace: 'bucket: { forceDestroy: !isProduction }, publicAccessBlock: false,',
    },
  },
  {
    what: 'a table without point-in-time recovery',
    rule: 'the table can be restored to any second, expires items and is encrypted',
    patch: { file: 'infra/table.ts', find: 'enabled: true, recovery', replace: 'enabled: false, recovery' },
  },
  {
    what: 'a production table that may be deleted',
    rule: 'production keeps its data',
    patch: {
      file: 'infra/table.ts',
      find: 'deletionProtection: isProduction',
      replace: 'deletionProtection: false',
    },
    stage: 'production',
  },
  {
    what: 'a function that nobody watches',
    rule: 'every function is watched for errors, throttles and time',
    patch: { file: 'infra/alarms.ts', find: 'deliveryWorker, sweeper]', replace: 'deliveryWorker]' },
  },
  {
    what: 'a dead-letter queue that nobody watches',
    rule: 'every dead-letter queue is watched for depth, every other for age',
    patch: { file: 'infra/alarms.ts', find: "['Deliveries', deliveries.dead],", replace: '' },
  },
  {
    what: 'an alarm on a number that exists by operation only',
    rule: 'the API is watched for failures, the table for throttling',
    patch: { file: 'infra/alarms.ts', find: "'ReadThrottleEvents'", replace: "'ThrottledRequests'" },
  },
  {
    what: 'a worker that gives a whole batch back',
    rule: 'every queue worker reports partial failures and has a ceiling',
    patch: {
      file: 'infra/deliveries.ts',
      find: 'partialResponses: true',
      replace: 'partialResponses: false',
    },
  },
  {
    what: 'more memory than a new account may have',
    rule: 'every function runs Node 24 on arm64 within memory and time',
    patch: { file: 'infra/planner.ts', find: "'1769 MB'", replace: "'4096 MB'" },
  },
  {
    what: 'an edge that caches',
    rule: 'the edge caches no answer',
    patch: { file: 'infra/url.ts', find: 'maxTtl: 0', replace: 'maxTtl: 60' },
  },
]

describe('the check itself', () => {
  it.each(SPOILT)('turns red at $what', async ({ rule, patch, stage = 'test' }) => {
    const found = violations(await runProgram(stage, [patch]))
    expect(found[rule]?.length ?? 0).toBeGreaterThan(0)
  })

  it('fails when a bundle is missing', async () => {
    const patch = { file: 'infra/api.ts', find: "bundle: 'api'", replace: "bundle: 'nothing' as 'api'" }
    await expect(runProgram('test', [patch])).rejects.toThrow('npm run bundle')
  })

  it('fails when a patch finds nothing to spoil', async () => {
    const patch = { file: 'infra/api.ts', find: 'not in this file', replace: '' }
    await expect(runProgram('test', [patch])).rejects.toThrow('does not hold')
  })
})
