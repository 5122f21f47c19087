/** The bytes of a file, unpacked where it is a gzip. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { OnBytes } from './element.ts'

/** Fewer, larger reads. */
const READ_BYTES = 4 * 1024 * 1024

/**
 * @param isPacked  with gzip
 * @param onBytes   gets the bytes of the file read so far, not of what they unpack to
 * @throws Error of the file system, and of a gzip that is damaged or cut off
 */
export async function* bytesOf(
  file: string,
  { isPacked, onBytes = () => {} }: { isPacked: boolean; onBytes?: OnBytes },
): AsyncGenerator<Uint8Array> {
  const source = createReadStream(file, { highWaterMark: READ_BYTES })
  source.on('data', () => onBytes(source.bytesRead))
  const unpacked = isPacked ? source.pipe(createGunzip({ chunkSize: READ_BYTES })) : source
  source.on('error', (cause) => unpacked.destroy(cause))
  try {
    for await (const chunk of unpacked) if (Buffer.isBuffer(chunk)) yield chunk
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}
