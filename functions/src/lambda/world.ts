/**
 * The world of a Lambda function: table, buckets and queues of its stage, named by the environment infra/function.ts
 * sets.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { z } from '@hono/zod-openapi'
import type { Regions } from '@doorwalk/core/ports'
import { blobRegions } from '../regions/blob-regions.ts'
import { s3Blobs } from '../store/blobs-s3.ts'
import { configFrom } from '../config.ts'
import { newId } from '../store/id.ts'
import { signDownload, signUpload } from './sign-blob.ts'
import { jsonLog } from '../http/log.ts'
import { metricsOf } from './metrics.ts'
import type { Sender } from './sender.ts'
import type { JobRef } from '../jobs/job.ts'
import { openStore } from '../store/store.ts'
import { systemClock } from '../ports/clock.ts'
import type { RingDelivery } from '../ports/deliveries.ts'
import type { Log } from '../ports/log.ts'
import type { Storage, World } from '../world.ts'

const Settings = z.object({
  DOORWALK_TABLE: z.string().min(1),
  DOORWALK_PLANS_BUCKET: z.string().min(1),
  DOORWALK_REGIONS_BUCKET: z.string().min(1),
  DOORWALK_JOBS_QUEUE: z.url(),
  DOORWALK_DELIVERIES_QUEUE: z.url(),
  DOORWALK_STAGE: z.string().min(1),
  /** Set in tests only: buckets are then named in the path. */
  AWS_ENDPOINT_URL_S3: z.url().optional(),
})

export interface LambdaWorld {
  storage: Storage
  regions: Regions
  config: ReturnType<typeof configFrom>
  log: Log
  ringJob: (ref: JobRef) => Promise<void>
  ringDelivery: RingDelivery
  signUpload: NonNullable<World['signUpload']>
  signDownload: NonNullable<World['signDownload']>
}

/** @throws Error at the start of the instance when the environment is not the one of infra/function.ts */
export function openLambdaWorld(env: Record<string, string | undefined>): LambdaWorld {
  const settings = Settings.parse(env)
  const s3Config = { forcePathStyle: settings.AWS_ENDPOINT_URL_S3 !== undefined }
  const s3 = new S3Client(s3Config)
  const store = openStore({
    client: new DynamoDBClient({}),
    table: settings.DOORWALK_TABLE,
    clock: systemClock,
  })
  const blobs = s3Blobs({ client: s3, bucket: settings.DOORWALK_PLANS_BUCKET })
  const regions = blobRegions(s3Blobs({ client: s3, bucket: settings.DOORWALK_REGIONS_BUCKET }))
  let sender: Promise<Sender> | undefined
  const put = async (queue: string, message: object): Promise<void> => {
    // Not at the top: most calls put nothing on a queue.
    sender ??= import('./sender.ts').then(({ openSender }) => openSender())
    await (
      await sender
    )(queue, message)
  }
  return {
    storage: {
      ...{ store, blobs, regions, clock: systemClock, id: newId },
      run: { id: newId('run'), isAlone: false },
    },
    regions,
    config: configFrom(env),
    // Past console.log, which would wrap each line in a line of its own.
    log: jsonLog((line) => process.stdout.write(`${line}\n`), metricsOf(settings.DOORWALK_STAGE)),
    ringJob: (ref) => put(settings.DOORWALK_JOBS_QUEUE, ref),
    signUpload: (key, expiresIn) =>
      signUpload(s3Config, { bucket: settings.DOORWALK_PLANS_BUCKET, key, expiresIn }),
    signDownload: (key, { seconds: expiresIn, ...as }) =>
      signDownload(s3Config, { bucket: settings.DOORWALK_PLANS_BUCKET, key, expiresIn, ...as }),
    ringDelivery: (ref) => put(settings.DOORWALK_DELIVERIES_QUEUE, ref),
  }
}
