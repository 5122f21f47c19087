/** Where a list is read from: a file, an object in a bucket, the body of a request. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'

export interface ListSource {
  /** As a person knows the file. */
  name: string
  /** The bytes from the beginning, each time anew. */
  open: () => AsyncIterable<Uint8Array>
}

/** Bytes at once: a reader turns all it is given into lines before it hands on the first. */
const PART_BYTES = 64 * 1024

export function fileSource(file: string, name = basename(file)): ListSource {
  return { name, open: () => createReadStream(file, { highWaterMark: PART_BYTES }) }
}

export function bytesSource(name: string, bytes: Uint8Array): ListSource {
  return {
    name,
    async *open() {
      for (let from = 0; from < bytes.length; from += PART_BYTES)
        yield bytes.subarray(from, from + PART_BYTES)
    },
  }
}
