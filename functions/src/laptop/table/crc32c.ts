/** CRC-32C (Castagnoli), masked as LevelDB does it, so that a checksum of checksums stays a good one. */

const POLYNOMIAL = 0x82f63b78
const MASK_DELTA = 0xa282ead8

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
  return value >>> 0
})

/** Of all bytes, masked: 32 bits, unsigned. */
export function maskedCrc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  crc = (crc ^ 0xffffffff) >>> 0
  const rotated = ((crc >>> 15) | (crc << 17)) >>> 0
  return (rotated + MASK_DELTA) >>> 0
}
