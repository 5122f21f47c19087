/**
 * Reads Protocol Buffers field by field, without objects in between.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */

const WIRE = { varint: 0, eightBytes: 1, bytes: 2, fourBytes: 5 } as const
const HIGH = 2 ** 28
/** Above the low 28 bits of 64 there are 36; the first of them is the sign. */
const HIGH_SIGN = 2 ** 35
const utf8 = new TextDecoder()

/** A message, or a packed list of numbers, within a larger array. */
export class Message {
  private readonly bytes: Uint8Array
  private readonly end: number
  private pos: number
  private wire = 0

  constructor(bytes: Uint8Array, from = 0, to = bytes.length) {
    this.bytes = bytes
    this.pos = from
    this.end = to
  }

  get isAtEnd(): boolean {
    return this.pos >= this.end
  }

  /**
   * Number of the next field, whose value is then read or skipped; 0 at the end.
   *
   * @throws Error when a value ran over the end of the message
   */
  next(): number {
    if (this.pos > this.end) throw new Error('a block ends in the middle of a value')
    if (this.pos === this.end) return 0
    const key = this.varint()
    this.wire = key & 7
    return key >>> 3
  }

  /** A whole number of up to 64 bits, exact to 53; negative ones in two's complement. */
  varint(): number {
    const { bytes } = this
    let byte = bytes[this.pos++]!
    if (byte < 128) return byte
    let low = byte & 127
    for (let shift = 7; shift < 28; shift += 7) {
      byte = bytes[this.pos++]!
      low |= (byte & 127) << shift
      if (byte < 128) return low
    }
    let high = 0
    for (let scale = 1; scale <= HIGH_SIGN; scale *= 128) {
      byte = bytes[this.pos++]!
      high += (byte & 127) * scale
      if (byte < 128) return (high >= HIGH_SIGN ? high - 2 * HIGH_SIGN : high) * HIGH + low
    }
    throw new Error('a number has more than 64 bits')
  }

  /** A signed number in zigzag. */
  zigzag(): number {
    const value = this.varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  /** A message within, or a packed list. */
  message(): Message {
    const [from, to] = this.range()
    return new Message(this.bytes, from, to)
  }

  slice(): Uint8Array {
    return this.bytes.subarray(...this.range())
  }

  text(): string {
    return utf8.decode(this.slice())
  }

  skip(): void {
    if (this.wire === WIRE.varint) this.varint()
    else if (this.wire === WIRE.bytes) this.range()
    else if (this.wire === WIRE.eightBytes) this.pos += 8
    else if (this.wire === WIRE.fourBytes) this.pos += 4
    else throw new Error('a block holds a value of no known kind')
  }

  private range(): [from: number, to: number] {
    if (this.wire !== WIRE.bytes) throw new Error('a block holds a number where a list was expected')
    const length = this.varint()
    const from = this.pos
    this.pos += length
    if (!(length >= 0 && this.pos <= this.end)) throw new Error('a block ends in the middle of a value')
    return [from, this.pos]
  }
}
