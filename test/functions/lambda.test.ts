/**
 * The Lambda entries with real events, on dynalite and fauxqs' S3 and SQS: the app behind an HTTP API, a plan by queue,
 * and the message that comes back when it cannot be read.
 */
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { interceptLocalhostDns, startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { s3Blobs } from '@doorwalk/functions/blobs-s3'
import type * as Api from '@doorwalk/functions/lambda-api'
import type * as Worker from '@doorwalk/functions/lambda-plan'
import { type EmbeddedDatabase, createTable, openEmbeddedDatabase } from '@doorwalk/functions/dynalite'

const KEY = 'dw_operator-key-of-the-lambda-test-012345'
const REGION = join(import.meta.dirname, '../../data/paris-9e-10e')
const body = {
  region: 'paris-9e-10e',
  area: { precincts: ['0925'] },
  volunteers: 2,
  minutes: 40,
  iterations: 200,
}

let database: EmbeddedDatabase
let cloud: Awaited<ReturnType<typeof startFauxqs>>
let sqs: SQSClient
let s3: S3Client
let queueUrl: string
let restoreDns: () => void
let api: typeof Api
let worker: typeof Worker
const before = { ...process.env }

beforeAll(async () => {
  // fauxqs names its queues by a host that no resolver knows.
  restoreDns = interceptLocalhostDns()
  database = await openEmbeddedDatabase()
  await createTable(database.client, 'doorwalk')
  const endpoint = (await database.client.config.endpoint?.()) ?? { port: 0 }
  cloud = await startFauxqs({ port: 0, logger: false })
  const address = `http://127.0.0.1:${cloud.port}`
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${endpoint.port}`,
    AWS_ENDPOINT_URL_S3: address,
    AWS_ENDPOINT_URL_SQS: address,
    DOORWALK_S3_PATH_STYLE: 'true',
    DOORWALK_TABLE: 'doorwalk',
    DOORWALK_BUCKET: 'plans',
    DOORWALK_REGIONS_BUCKET: 'regions',
    DOORWALK_OPERATOR_KEY: KEY,
  })
  sqs = new SQSClient({})
  s3 = new S3Client({ forcePathStyle: true })
  const made = await sqs.send(new CreateQueueCommand({ QueueName: 'plans' }))
  queueUrl = String(made.QueueUrl)
  process.env['DOORWALK_PLAN_QUEUE_URL'] = queueUrl
  for (const Bucket of ['plans', 'regions']) await s3.send(new CreateBucketCommand({ Bucket }))
  const blobs = s3Blobs({ client: s3, bucket: 'regions', prefix: 'paris-9e-10e/' })
  for (const entry of await readdir(REGION, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) await blobs.put(path.slice(REGION.length + 1), await readFile(path))
  }
  api = await import('@doorwalk/functions/lambda-api')
  worker = await import('@doorwalk/functions/lambda-plan')
}, 60_000)

afterAll(async () => {
  sqs.destroy()
  s3.destroy()
  await cloud.stop()
  await database.close()
  restoreDns()
  process.env = before
})

/** An event of API Gateway's HTTP API, payload format 2.0. */
async function call(method: string, path: string, request: { body?: unknown; headers?: object } = {}) {
  const answer = await api.handler(
    {
      version: '2.0',
      routeKey: '$default',
      rawPath: path,
      rawQueryString: '',
      headers: {
        host: 'abc.execute-api.eu-west-3.amazonaws.com',
        authorization: `Bearer ${KEY}`,
        'content-type': 'application/json',
        ...request.headers,
      },
      requestContext: {
        accountId: '1',
        apiId: 'abc',
        authentication: null,
        authorizer: {},
        domainName: 'abc.execute-api.eu-west-3.amazonaws.com',
        domainPrefix: 'abc',
        http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
        requestId: 'r',
        routeKey: '$default',
        stage: '$default',
        time: '14/Mar/2026:13:00:00 +0000',
        timeEpoch: 1773493200000,
      },
      isBase64Encoded: false,
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    } as unknown as Parameters<typeof api.handler>[0],
    {} as Parameters<typeof api.handler>[1],
  )
  const {
    statusCode,
    body: text,
    headers = {},
  } = answer as { statusCode: number; body: string; headers?: Record<string, string> }
  return { status: statusCode, text, headers }
}

it('plans within the request, and gives the walk in every form', { timeout: 60_000 }, async () => {
  expect((await call('GET', '/healthz')).text).toBe('{"status":"ok"}')
  const made = await call('POST', '/v1/plans', { body })
  expect(made.status, made.text).toBe(201)
  const { id, walks } = JSON.parse(made.text) as Plan
  expect(walks).toHaveLength(2)
  for (const form of ['', '.geojson', '.gpx', '.csv', '.html']) {
    expect((await call('GET', `/v1/walks/${walks[0]!.walkId}${form}`)).status, form).toBe(200)
  }
  expect((await call('DELETE', `/v1/plans/${id}`)).status).toBe(204)
  expect((await call('GET', `/v1/plans/${id}`)).status).toBe(404)
})

it('answers errors as problems there, too', async () => {
  const answer = await call('PUT', '/v1/plans', { body })
  expect(answer.status).toBe(405)
  expect(JSON.parse(answer.text)).toMatchObject({ code: 'request.method' })
  expect((await call('GET', '/demo-key.json')).status).toBe(404)
})

it(
  'plans by the queue when asked to, and once although the message comes twice',
  { timeout: 60_000 },
  async () => {
    const accepted = await call('POST', '/v1/plans', { body, headers: { prefer: 'respond-async' } })
    expect(accepted.status).toBe(202)
    const path = String(accepted.headers['location'])
    expect((await call('GET', path)).status).toBe(202)
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }))
    expect(Messages).toHaveLength(1)
    const record = { messageId: String(Messages[0]?.MessageId), body: String(Messages[0]?.Body) }
    const context = { getRemainingTimeInMillis: () => 900_000 }
    expect(await worker.handler({ Records: [record] }, context)).toEqual({ batchItemFailures: [] })
    const plan = await call('GET', path)
    expect(plan.status).toBe(200)
    await worker.handler({ Records: [record] }, context)
    expect((await call('GET', path)).text).toBe(plan.text)
  },
)

it('hands back what it cannot read', async () => {
  const records = [{ messageId: 'm1', body: 'no JSON' }]
  const answer = await worker.handler({ Records: records }, { getRemainingTimeInMillis: () => 900_000 })
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
})
