/**
 * Numbers keys in the order in which they come. A Map of as many holds every key as an object; here they are bytes
 * outside of the heap: 24 to 48 bytes beside its own for each.
 */

/** Bytes of a block. */
const BLOCK = 1 << 18
/** Keys to begin with. */
const FEW = 1 << 10
/** Places for each key, at least: more find it sooner. */
const SLOTS_A_KEY = 2
/** FNV-1a. Source: Fowler, Noll, Vo, Eastlake 2019, draft-eastlake-fnv */
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
/** UTF-8 takes at most so many bytes for a unit of a string. */
const MOST_BYTES = 3

export class KeyTable {
  /** Number of the key and 1 at the place that its hash says, or the next that was free; 0: free. */
  private slots = new Uint32Array(SLOTS_A_KEY * FEW)
  private hashes = new Uint32Array(FEW)
  /** Block, first byte and length of each. */
  private spans = new Uint32Array(3 * FEW)
  private readonly blocks: Buffer[] = []
  private used = BLOCK
  private count = 0
  private asked = Buffer.alloc(0)

  get size(): number {
    return this.count
  }

  /** From 0; undefined: it has not come. */
  numberOf(key: string): number | undefined {
    const found = this.slots[this.slotOf(hashOf(key), this.bytesOf(key))]!
    return found === 0 ? undefined : found - 1
  }

  /** Its number: the next one where it has not come before. */
  add(key: string): number {
    const [hash, bytes] = [hashOf(key), this.bytesOf(key)]
    const slot = this.slotOf(hash, bytes)
    const found = this.slots[slot]!
    if (found > 0) return found - 1
    const number = this.count++
    this.hashes = roomFor(this.hashes, this.count)
    this.spans = roomFor(this.spans, 3 * this.count)
    if (this.slots.length < SLOTS_A_KEY * this.count) this.spreadOut()
    this.hashes[number] = hash
    this.spans.set(this.keep(bytes), 3 * number)
    this.slots[this.freeSlot(hash)] = number + 1
    return number
  }

  /** Where it stands, or would. */
  private slotOf(hash: number, bytes: Buffer): number {
    const last = this.slots.length - 1
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = this.slots[slot]! - 1
      if (number < 0 || (this.hashes[number] === hash && this.isAt(number, bytes))) return slot
    }
  }

  private isAt(number: number, bytes: Buffer): boolean {
    const [block = 0, from = 0, length = 0] = this.spans.subarray(3 * number, 3 * number + 3)
    return length === bytes.length && bytes.equals(this.blocks[block]!.subarray(from, from + length))
  }

  private freeSlot(hash: number): number {
    const last = this.slots.length - 1
    let slot = hash & last
    while (this.slots[slot] !== 0) slot = (slot + 1) & last
    return slot
  }

  private spreadOut(): void {
    this.slots = new Uint32Array(2 * this.slots.length)
    for (let number = 0; number < this.count - 1; number++) {
      this.slots[this.freeSlot(this.hashes[number]!)] = number + 1
    }
  }

  /** Good until the next call. */
  private bytesOf(key: string): Buffer {
    if (this.asked.length < MOST_BYTES * key.length) this.asked = Buffer.alloc(2 * MOST_BYTES * key.length)
    return this.asked.subarray(0, this.asked.write(key))
  }

  private keep(bytes: Buffer): [block: number, from: number, length: number] {
    if (this.used + bytes.length > BLOCK) {
      this.blocks.push(Buffer.alloc(Math.max(BLOCK, bytes.length)))
      this.used = 0
    }
    const from = this.used
    this.blocks.at(-1)!.set(bytes, from)
    this.used += bytes.length
    return [this.blocks.length - 1, from, bytes.length]
  }
}

/** The same numbers where there is room for so many, else in an array of twice that length. */
export function roomFor<Numbers extends Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  numbers: Numbers,
  length: number,
): Numbers {
  if (length <= numbers.length) return numbers
  const Made = numbers.constructor as new (length: number) => Numbers
  const larger = new Made(2 * length)
  larger.set(numbers)
  return larger
}

function hashOf(key: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), FNV_PRIME)
  return hash >>> 0
}
