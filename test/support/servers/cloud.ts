/**
 * The services of AWS that the functions speak to, in this process: a table, two buckets, two queues, a region
 * uploaded.
 */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { startFauxqs } from 'fauxqs'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { openStore } from '@doorwalk/functions/store/store'
import { systemClock } from '@doorwalk/functions/ports/clock'
import type { Store } from '@doorwalk/functions/ports/store'
import { serveDynamo } from './dynamo-server.ts'
import { AWS_REGION, CREDENTIALS, makeBuckets } from './s3-bucket.ts'

const TABLE = 'doorwalk'

export interface Cloud {
  /** For the functions, as infra/function.ts sets it. */
  env: Record<string, string>
  store: Store
  /** Bodies of the waiting messages. */
  messages(queue: 'jobs' | 'deliveries'): string[]
  close(): Promise<void>
}

/** @param regionRoots  folders of regions to upload */
export async function openCloud({
  regionRoots,
  operatorKey,
}: {
  regionRoots: string[]
  operatorKey: string
}): Promise<Cloud> {
  const database = await openEmbeddedDatabase()
  await createTable(database.client, TABLE)
  const dynamo = await serveDynamo(database.answer)
  const faux = await startFauxqs({ port: 0, logger: false, defaultRegion: AWS_REGION })
  const address = `http://127.0.0.1:${faux.port}`
  const queueUrl = (name: string): string => faux.createQueue(name).queueUrl
  const s3 = await makeBuckets(address, ['plans', 'regions'])
  for (const root of regionRoots) {
    const files = await readdir(root, { recursive: true, withFileTypes: true })
    for (const file of files.filter((each) => each.isFile())) {
      const path = join(file.parentPath, file.name)
      const Key = path.slice(root.length + 1).replaceAll('\\', '/')
      await s3.send(new PutObjectCommand({ Bucket: 'regions', Key, Body: await readFile(path) }))
    }
  }
  s3.destroy()
  return {
    env: {
      AWS_REGION,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
      AWS_ENDPOINT_URL_S3: address,
      AWS_ENDPOINT_URL_SQS: address,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      DOORWALK_STAGE: 'test',
      DOORWALK_TABLE: TABLE,
      DOORWALK_PLANS_BUCKET: 'plans',
      DOORWALK_REGIONS_BUCKET: 'regions',
      DOORWALK_JOBS_QUEUE: queueUrl('jobs'),
      DOORWALK_DELIVERIES_QUEUE: queueUrl('deliveries'),
      DOORWALK_OPERATOR_KEY: operatorKey,
    },
    store: openStore({ client: database.client, table: TABLE, clock: systemClock }),
    messages(queue) {
      const found = faux.inspectQueue(queue)?.messages
      return [...(found?.ready ?? []), ...(found?.delayed ?? [])].map(({ body }) => body)
    },
    async close() {
      await faux.stop()
      await dynamo.close()
      await database.close()
    },
  }
}
