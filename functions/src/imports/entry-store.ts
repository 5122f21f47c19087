/**
 * Hundreds of thousands of entries while a list is read: their JSON as bytes and their places as numbers, outside of
 * the heap, where nothing looks at them again and again.
 */
import type { LngLat } from '@doorwalk/core/units'

/** Bytes of a block; the longest entry is an outline. */
const BLOCK = 1 << 20
/** Numbers to begin with. */
const FEW = 1 << 12

export class EntryStore {
  private readonly at = new Map<string, number>()
  private readonly blocks: Uint8Array[] = []
  private used = BLOCK
  /** Block, first byte and length of each. */
  private spans = new Uint32Array(FEW)
  private lngLats = new Float64Array(FEW)
  private lines = new Uint32Array(FEW)
  private count = 0
  private readonly encoder = new TextEncoder()

  get size(): number {
    return this.count
  }

  indexOf(key: string): number | undefined {
    return this.at.get(key)
  }

  /**
   * In the place of the one with this key, where there is one.
   *
   * @param line  of the list; 0: none
   * @returns     where it is
   */
  put(key: string, { json, place, line }: { json: string; place: LngLat; line: number }): number {
    const index = this.at.get(key) ?? this.count++
    this.at.set(key, index)
    this.spans = grown(this.spans, 3 * this.count)
    this.lngLats = grown(this.lngLats, 2 * this.count)
    this.lines = grown(this.lines, this.count)
    this.spans.set(this.keep(json), 3 * index)
    this.lngLats.set(place, 2 * index)
    this.lines[index] = line
    return index
  }

  lineOf(index: number): number {
    return this.lines[index]!
  }

  placeOf(index: number): LngLat {
    return [this.lngLats[2 * index]!, this.lngLats[2 * index + 1]!]
  }

  /** JSON; of the store itself, not to be changed. */
  bytesOf(index: number): Uint8Array {
    const [block = 0, from = 0, length = 0] = this.spans.subarray(3 * index, 3 * index + 3)
    return this.blocks[block]!.subarray(from, from + length)
  }

  private keep(json: string): [block: number, from: number, length: number] {
    const bytes = this.encoder.encode(json)
    if (this.used + bytes.length > BLOCK) {
      this.blocks.push(new Uint8Array(Math.max(BLOCK, bytes.length)))
      this.used = 0
    }
    const from = this.used
    this.blocks.at(-1)!.set(bytes, from)
    this.used += bytes.length
    return [this.blocks.length - 1, from, bytes.length]
  }
}

function grown<Numbers extends Uint32Array | Float64Array>(numbers: Numbers, length: number): Numbers {
  if (length <= numbers.length) return numbers
  const Made = numbers.constructor as new (length: number) => Numbers
  const larger = new Made(2 * length)
  larger.set(numbers)
  return larger
}
