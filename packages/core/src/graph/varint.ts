/** Bytes of numbers: variable-length integers as in Protocol Buffers, so that small differences take one byte. */

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
    this.reserve(encoded.length)
    this.bytes.set(encoded, this.length)
    this.length += encoded.length
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

  /** A column of unsigned numbers, modulo 2^32. */
  column(count: number): Uint32Array {
    return new Uint32Array(this.numbers(count))
  }

  /** A column of signed numbers, modulo 2^32: sums of differences come out right even where one is larger. */
  signedColumn(count: number): Int32Array {
    const zigzag = this.numbers(count)
    const column = new Int32Array(count)
    for (let i = 0; i < count; i++) {
      const value = zigzag[i]!
      column[i] = value % 2 === 0 ? value / 2 : -(value + 1) / 2
    }
    return column
  }

  /** As unsigned(), many: one loop without calls, since a cold start reads 200,000 of them before it is compiled. */
  private numbers(count: number): Float64Array {
    const { bytes } = this
    const column = new Float64Array(count)
    let at = this.at
    for (let i = 0; i < count; i++) {
      let value = bytes[at++]!
      if (value >= 128) {
        value -= 128
        let scale = 128
        let next = bytes[at++]!
        for (; next >= 128; next = bytes[at++]!) {
          value += (next - 128) * scale
          scale *= 128
        }
        value += next * scale
        if (value > MAX_SAFE) throw new DamagedBytes('number too large')
      }
      column[i] = value
    }
    // beyond the end there is undefined, which ends every loop above
    if (at > bytes.length) throw new DamagedBytes('ends early')
    this.at = at
    return column
  }

  /** A count of things of at least `least` bytes each: bounds memory before anything is allocated. */
  count(least = 1): number {
    const value = this.unsigned()
    if (value * least > this.bytes.length - this.at) throw new DamagedBytes('count beyond the end')
    return value
  }

  text(): string {
    const length = this.count()
    const slice = this.bytes.subarray(this.at, this.at + length)
    this.at += length
    return utf8.decode(slice)
  }

  isAtEnd(): boolean {
    return this.at === this.bytes.length
  }
}
