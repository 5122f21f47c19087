/**
 * Reads the records of a LevelDB log or manifest and checks their checksums. LevelDB itself drops what does not fit,
 * and says nothing.
 */
import { maskedCrc32c } from './crc32c.ts'

const BLOCK_BYTES = 32_768
const HEADER_BYTES = 7
const FULL = 1
const FIRST = 2
const LAST = 4

export interface LevelRecords {
  /** Whole records, in order, up to the first that is damaged. */
  records: Uint8Array[]
  /** Byte at which something stands that nobody wrote; undefined: all is well, the last record may be cut off. */
  damagedAt: number | undefined
}

/** A record that was cut off at the end is what a killed process leaves: it was never acknowledged. */
export function readLevelRecords(file: Uint8Array): LevelRecords {
  const records: Uint8Array[] = []
  let parts: Uint8Array[] = []
  for (let at = 0; at < file.length;) {
    const left = BLOCK_BYTES - (at % BLOCK_BYTES)
    if (left < HEADER_BYTES) {
      at += left
      continue
    }
    const piece = readPiece(file, at)
    if (piece === 'cut' || piece === 'empty') break
    if (piece === 'damaged' || HEADER_BYTES + piece.data.length > left) return { records, damagedAt: at }
    const { kind, data } = piece
    const isBegin = kind === FULL || kind === FIRST
    if (isBegin !== (parts.length === 0)) return { records, damagedAt: at }
    parts.push(data)
    if (kind === FULL || kind === LAST) {
      records.push(Buffer.concat(parts))
      parts = []
    }
    at += HEADER_BYTES + data.length
  }
  return { records, damagedAt: undefined }
}

/** `cut`: the file ends in it. `empty`: nothing but zeros from here on, which a power cut leaves. */
function readPiece(
  file: Uint8Array,
  at: number,
): { kind: number; data: Uint8Array } | 'cut' | 'empty' | 'damaged' {
  if (at + HEADER_BYTES > file.length) return 'cut'
  const view = new DataView(file.buffer, file.byteOffset + at)
  const [checksum, length, kind] = [view.getUint32(0, true), view.getUint16(4, true), view.getUint8(6)]
  if (kind === 0 && length === 0) return file.subarray(at).every((byte) => byte === 0) ? 'empty' : 'damaged'
  if (kind < FULL || kind > LAST) return 'damaged'
  const end = at + HEADER_BYTES + length
  if (end > file.length) return at - (at % BLOCK_BYTES) + BLOCK_BYTES >= end ? 'cut' : 'damaged'
  const isWhole = maskedCrc32c(file.subarray(at + HEADER_BYTES - 1, end)) === checksum
  return isWhole ? { kind, data: file.subarray(at + HEADER_BYTES, end) } : 'damaged'
}
