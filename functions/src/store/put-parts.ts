/** A large object of S3, sent in parts as it comes. */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'

/** S3 takes 5 MB at least, and 10,000 parts: an object of 80 GB. */
const PART_BYTES = 8_000_000

interface Place {
  client: S3Client
  bucket: string
  key: string
}

/** One call where it is small. What the source throws is thrown, and nothing of it is kept. Memory: two parts. */
export async function putParts(
  { client, bucket, key }: Place,
  source: AsyncIterable<Uint8Array>,
): Promise<void> {
  const at = { Bucket: bucket, Key: key }
  const parts = ofSize(source)[Symbol.asyncIterator]()
  const first = await parts.next()
  const second = await parts.next()
  if (second.done === true) {
    const Body = first.done === true ? new Uint8Array() : first.value
    await client.send(new PutObjectCommand({ ...at, Body }))
    return
  }
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(at))
  const sent: { ETag: string | undefined; PartNumber: number }[] = []
  const send = async (Body: Uint8Array): Promise<void> => {
    const PartNumber = sent.length + 1
    const { ETag } = await client.send(new UploadPartCommand({ ...at, UploadId, PartNumber, Body }))
    sent.push({ ETag, PartNumber })
  }
  try {
    if (first.done !== true) await send(first.value)
    for (let part: IteratorResult<Uint8Array> = second; part.done !== true; part = await parts.next())
      await send(part.value)
    await client.send(
      new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts: sent } }),
    )
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ ...at, UploadId })).catch(() => undefined)
    throw error
  }
}

/** The same bytes in parts of {@link PART_BYTES} or a little more, but for the last. */
async function* ofSize(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const part of source) {
    held.push(part)
    bytes += part.length
    if (bytes < PART_BYTES) continue
    yield Buffer.concat(held)
    ;[held, bytes] = [[], 0]
  }
  if (bytes > 0) yield Buffer.concat(held)
}
