/** Blobs in an S3 bucket, under a prefix. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { Blobs } from '@doorwalk/core/ports'
import { checkBlobKey } from './blobs.ts'
import { putParts } from './put-parts.ts'

export function s3Blobs({
  client,
  bucket,
  prefix = '',
}: {
  client: S3Client
  bucket: string
  prefix?: string
}): Blobs {
  const nameOf = (key: string): string => prefix + checkBlobKey(key)
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: nameOf(key), Body: bytes }))
    },

    async putStream(key, parts) {
      await putParts({ client, bucket, key: nameOf(key) }, parts)
    },

    async get(key) {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: nameOf(key) }))
        return await answer.Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },

    async getStream(key) {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: nameOf(key) }))
        return answer.Body as AsyncIterable<Uint8Array> | undefined
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },

    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: nameOf(key) }))
    },

    async list(start) {
      const keys: string[] = []
      let token: string | undefined
      do {
        const answer = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: prefix + start,
            ...(token !== undefined && { ContinuationToken: token }),
          }),
        )
        for (const object of answer.Contents ?? []) {
          if (object.Key !== undefined) keys.push(object.Key.slice(prefix.length))
        }
        token = answer.NextContinuationToken
      } while (token !== undefined)
      return keys.sort()
    },
  }
}
