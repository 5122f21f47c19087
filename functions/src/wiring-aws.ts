/** The world on AWS, built once per cold start from the environment that the infrastructure sets. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { blobRegions } from './blob-regions.ts'
import { s3Blobs } from './blobs-s3.ts'
import { configFrom } from './config.ts'
import { newId } from './id.ts'
import { jsonLog } from './log.ts'
import { inlinePlanner } from './planner-inline.ts'
import type { Planner } from './planner.ts'
import { sqsRunner } from './runner-sqs.ts'
import { openStore } from './store.ts'
import { type Storage, type World, systemClock } from './world.ts'

export interface Wiring {
  world: World
  storage: Storage
  planner: Planner
}

/**
 * Reads DOORWALK_TABLE, DOORWALK_BUCKET, DOORWALK_REGIONS_BUCKET and DOORWALK_PLAN_QUEUE_URL; AWS_ENDPOINT_URL and its
 * kin lead the SDK elsewhere, in tests.
 *
 * @throws Error when one of them is missing
 */
export function wireAws(env: Record<string, string | undefined>): Wiring {
  const need = (name: string): string => {
    const value = env[name]
    if (value === undefined || value === '')
      throw new Error(`${name} is not set; the infrastructure must set it`)
    return value
  }
  const clock = systemClock
  const s3 = new S3Client({ forcePathStyle: env['DOORWALK_S3_PATH_STYLE'] === 'true' })
  const storage: Storage = {
    store: openStore({ client: new DynamoDBClient({}), table: need('DOORWALK_TABLE'), clock }),
    blobs: s3Blobs({ client: s3, bucket: need('DOORWALK_BUCKET') }),
    clock,
    id: newId,
  }
  const regions = blobRegions(s3Blobs({ client: s3, bucket: need('DOORWALK_REGIONS_BUCKET') }))
  const planner = inlinePlanner({ regions, clock, osrm: configFrom(env).osrm })
  const queueUrl = need('DOORWALK_PLAN_QUEUE_URL')
  const world: World = {
    ...storage,
    config: configFrom(env),
    regions,
    runner: sqsRunner({ storage, planner, sqs: new SQSClient({}), queueUrl }),
    log: jsonLog((line) => void process.stdout.write(`${line}\n`)),
  }
  return { world, storage, planner }
}
