/** S3 in this process with empty buckets, and blobs in one of them. */
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { startFauxqs } from 'fauxqs'
import type { Blobs } from '@doorwalk/core/ports'
import { s3Blobs } from '@doorwalk/functions/store/blobs-s3'

/** Taken by the stand-in; a real S3 would refuse it. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }
export const AWS_REGION = 'eu-west-3'

/** @param address  of an S3 that is running, without a path */
export async function makeBuckets(address: string, names: string[]): Promise<S3Client> {
  const client = new S3Client({
    endpoint: address,
    region: AWS_REGION,
    forcePathStyle: true,
    credentials: CREDENTIALS,
  })
  for (const Bucket of names) await client.send(new CreateBucketCommand({ Bucket }))
  return client
}

export interface BucketBlobs {
  blobs: Blobs
  close: () => Promise<void>
}

/** An S3 of its own for one bucket. */
export async function openBucketBlobs(bucket: string, prefix = ''): Promise<BucketBlobs> {
  const server = await startFauxqs({ port: 0, logger: false })
  const client = await makeBuckets(`http://127.0.0.1:${server.port}`, [bucket])
  return {
    blobs: s3Blobs({ client, bucket, prefix }),
    async close() {
      client.destroy()
      await server.stop()
    },
  }
}
