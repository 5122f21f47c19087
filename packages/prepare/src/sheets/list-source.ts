/** Where a list is read from: a file, an object in a bucket, the body of a request. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'

export interface ListSource {
  /** As a person knows the file. */
  name: string
  /** The bytes from the beginning, each time anew. */
  open: () => AsyncIterable<Uint8Array>
}

export function fileSource(file: string): ListSource {
  return { name: basename(file), open: () => createReadStream(file, { highWaterMark: 256 * 1024 }) }
}

export function bytesSource(name: string, bytes: Uint8Array): ListSource {
  return {
    name,
    async *open() {
      yield bytes
    },
  }
}
