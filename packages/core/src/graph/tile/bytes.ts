/**
 * Bytes of a tile, written and read: numbers of variable length as in Protocol Buffers, text, and bytes as they are.
 */

const FIRST_CAPACITY = 1024

export class ByteWriter {
  private bytes = new Uint8Array(FIRST_CAPACITY)
  private length = 0

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.length++] = value
  }

  /** Integer 0…2^53. Bit operations stop at 2^32, OpenStreetMap ids do not. */
  unsigned(value: number): void {
    this.reserve(8)
    let rest = value
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.length++] = rest
  }

  /** Integer −2^52…2^52, zigzag coded. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value)
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value)
    this.unsigned(encoded.length)
    this.append(encoded)
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    grown.set(this.bytes)
    this.bytes = grown
  }
}

/** Thrown by the reader when the bytes end early or hold what cannot be; callers turn it into a VisibleError. */
export class DamagedBytes extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: false })

const MAX_SAFE = Number.MAX_SAFE_INTEGER

export class ByteReader {
  private readonly bytes: Uint8Array
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  byte(): number {
    const value = this.bytes[this.at++]
    if (value === undefined) throw new DamagedBytes('ends early')
    return value
  }

  unsigned(): number {
    const first = this.bytes[this.at]
    if (first !== undefined && first < 128) {
      this.at++
      return first
    }
    let value = this.byte() - 128
    for (let scale = 128; ; scale *= 128) {
      const next = this.byte()
      if (next < 128) {
        value += next * scale
        if (value > MAX_SAFE) throw new DamagedBytes('number too large')
        return value
      }
      value += (next - 128) * scale
      if (scale > MAX_SAFE) throw new DamagedBytes('number too long')
    }
  }

  signed(): number {
    const value = this.unsigned()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  /** The next bytes, not copied. */
  take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new DamagedBytes('ends early')
    const taken = this.bytes.subarray(this.at, this.at + length)
    this.at += length
    return taken
  }

  text(): string {
    return utf8.decode(this.take(this.unsigned()))
  }

  isAtEnd(): boolean {
    return this.at === this.bytes.length
  }
}
