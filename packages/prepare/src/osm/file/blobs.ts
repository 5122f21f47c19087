/**
 * The blocks of an OSM PBF file, one after the other.
 * Source: https://wiki.openstreetmap.org/wiki/PBF_Format, "file format"
 */
import { inflateSync } from 'node:zlib'
import { unpackLz4 } from './lz4.ts'
import { Message } from './protobuf.ts'

/** A BlobHeader is smaller than 64 KiB; a larger length means that the file is something else. */
export const BLOB_HEADER_MAX_BYTES = 64 * 1024
/** A Blob is smaller than 32 MiB. */
const BLOB_MAX_BYTES = 32 * 1024 * 1024

export interface Blob {
  type: string
  /** Unpacks it. */
  bytes(): Uint8Array
}

/** Packed in a way that is not read here; the message names it. */
export class OtherPacking extends Error {}

/** @throws Error for what is no block; an {@link OtherPacking} comes when it is unpacked */
export async function* blobsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Blob> {
  const source = new ByteSource(chunks)
  for (;;) {
    const length = await source.take(4)
    if (length.length === 0) return
    const size = length.length === 4 ? Buffer.from(length).readUInt32BE(0) : Infinity
    if (size > BLOB_HEADER_MAX_BYTES)
      throw new Error(length.length < 4 ? inTheMiddle : 'something else follows its last block')
    const head = new Message(await source.whole(size))
    let type = ''
    let bytes = 0
    for (let field = head.next(); field !== 0; field = head.next()) {
      if (field === 1) type = head.text()
      else if (field === 3) bytes = head.varint()
      else head.skip()
    }
    if (type === '' || !(bytes >= 0 && bytes <= BLOB_MAX_BYTES)) throw new Error('a block has no proper head')
    const packed = await source.whole(bytes)
    yield { type, bytes: () => unpack(packed) }
  }
}

const inTheMiddle = 'it ends in the middle of a block'

/** Fields of a Blob that hold its content; 5 is bzip2, deprecated since 2010. */
const OTHER_PACKINGS: Record<number, string> = { 4: 'lzma', 5: 'bzip2', 7: 'zstd' }

function unpack(packed: Uint8Array): Uint8Array {
  const blob = new Message(packed)
  let size = -1
  let content: { field: number; bytes: Uint8Array } | undefined
  for (let field = blob.next(); field !== 0; field = blob.next()) {
    if (field === 2) size = blob.varint()
    else if (field === 1 || (field >= 3 && field <= 7)) content = { field, bytes: blob.slice() }
    else blob.skip()
  }
  if (!content) throw new Error('a block is empty')
  const { field, bytes } = content
  const other = OTHER_PACKINGS[field]
  if (other) throw new OtherPacking(other)
  if (field === 1) return bytes
  if (!(size >= 0 && size <= BLOB_MAX_BYTES)) throw new Error('a block does not say its size')
  const out = field === 3 ? inflateSync(bytes, { maxOutputLength: BLOB_MAX_BYTES }) : unpackLz4(bytes, size)
  if (out.length !== size) throw new Error('a block has another size than it says')
  return out
}

/** Takes bytes from chunks of any size. */
class ByteSource {
  private readonly chunks: AsyncIterator<Uint8Array>
  private rest: Uint8Array = new Uint8Array(0)

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]()
  }

  /** So many bytes, fewer at the end. */
  async take(count: number): Promise<Uint8Array> {
    if (this.rest.length < count) {
      const parts = [this.rest]
      let length = this.rest.length
      while (length < count) {
        const next = await this.chunks.next()
        if (next.done) break
        parts.push(next.value)
        length += next.value.length
      }
      this.rest = Buffer.concat(parts)
    }
    const taken = this.rest.subarray(0, count)
    this.rest = this.rest.subarray(taken.length)
    return taken
  }

  async whole(count: number): Promise<Uint8Array> {
    const taken = await this.take(count)
    if (taken.length < count) throw new Error(inTheMiddle)
    return taken
  }
}
