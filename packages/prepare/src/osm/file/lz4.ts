/**
 * Unpacks an LZ4 block, as osmium writes them with `pbf_compression=lz4`.
 * Source: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */

/** A match is at least this long; its length is written without it. */
const MIN_MATCH = 4
/** Of a token's four bits: more bytes of the length follow. */
const LONG = 15

/** @param size  of the unpacked block; @throws Error when the block does not unpack to it */
export function unpackLz4(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size)
  let at = 0
  let to = 0
  const lengthFrom = (bits: number) => {
    let length = bits
    if (bits < LONG) return length
    let byte: number
    do {
      byte = packed[at++] ?? NaN
      length += byte
    } while (byte === 255)
    return length
  }
  while (at < packed.length) {
    const token = packed[at++]!
    const literals = lengthFrom(token >> 4)
    if (!(at + literals <= packed.length && to + literals <= size)) throw damagedLz4()
    out.set(packed.subarray(at, at + literals), to)
    at += literals
    to += literals
    // The last sequence has literals only.
    if (at === packed.length) break
    const offset = packed[at]! | (packed[at + 1]! << 8)
    at += 2
    const length = lengthFrom(token & LONG) + MIN_MATCH
    if (!(offset > 0 && offset <= to && to + length <= size)) throw damagedLz4()
    // Byte by byte: a match may reach into what it writes.
    for (const end = to + length; to < end; to++) out[to] = out[to - offset]!
  }
  if (to !== size) throw damagedLz4()
  return out
}

function damagedLz4(): Error {
  return new Error('a block packed with lz4 does not unpack')
}
