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

  /** Fills a column with unsigned numbers below 2^32. In one loop: a cold start reads 200,000 of them before it is compiled. */
  column<Column extends Uint8Array | Uint32Array>(into: Column): Column {
    const { bytes } = this
    let at = this.at
    for (let i = 0; i < into.length; i++) {
      const first = bytes[at]
      if (first !== undefined && first < 128) {
        into[i] = first
        at++
        continue
      }
      this.at = at
      into[i] = this.unsigned()
      at = this.at
    }
    this.at = at
    return into
  }

  /** Fills a column, from `start` up, with signed differences to the value before it. */
  deltas(into: Int32Array, { start, end, before }: { start: number; end: number; before: number }): void {
    const { bytes } = this
    let at = this.at
    let last = before
    for (let i = start; i < end; i++) {
      const low = bytes[at]
      const high = bytes[at + 1]
      let value: number
      if (low !== undefined && low < 128) {
        value = low
        at++
      } else if (low !== undefined && high !== undefined && high < 128) {
        value = low - 128 + (high << 7)
        at += 2
      } else {
        this.at = at
        value = this.unsigned()
        at = this.at
      }
      last += value % 2 === 0 ? value / 2 : -(value + 1) / 2
      into[i] = last
    }
    this.at = at
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
    return new TextDecoder('utf-8', { fatal: false }).decode(slice)
  }

  isAtEnd(): boolean {
    return this.at === this.bytes.length
  }
}
