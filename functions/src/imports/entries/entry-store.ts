/**
 * Hundreds of thousands of entries while a list is read: their JSON in a file, their keys and places as numbers and
 * bytes outside of the heap. Memory: about 90 bytes an entry.
 */
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LngLat } from '@doorwalk/core/units'
import { KeyTable, roomFor } from '@doorwalk/prepare/target-lists/key-table'
import type { ListEntry } from '../../buildings/imported-lists.ts'
import { explainDisk } from '../../store/disk-trouble.ts'

/** Bytes that are written at once, if no entry is longer. */
const BLOCK = 1 << 20
/** Numbers to begin with. */
const FEW = 1 << 12
/** First byte and length of an entry. */
const SPAN = 2

const [OPEN, COMMA, CLOSE] = Buffer.from('[,]')

export class EntryStore {
  private readonly keys = new KeyTable()
  private readonly file = openNameless()
  /** Bytes in the file. */
  private written = 0
  /** What comes after them. */
  private block: Buffer = Buffer.alloc(BLOCK)
  private used = 0
  private spans = new Float64Array(FEW)
  private lngLats = new Float64Array(FEW)
  private lines = new Uint32Array(FEW)

  get size(): number {
    return this.keys.size
  }

  indexOf(key: string): number | undefined {
    return this.keys.numberOf(key)
  }

  /**
   * In the place of the one with this key, where there is one.
   *
   * @param line  of the list; 0: none
   * @returns     where it is
   * @throws VisibleError as explainDisk
   */
  put(entry: ListEntry, line: number): number {
    const index = this.keys.add(entry.key)
    const count = this.keys.size
    this.spans = roomFor(this.spans, SPAN * count)
    this.lngLats = roomFor(this.lngLats, 2 * count)
    this.lines = roomFor(this.lines, count)
    this.spans.set(this.keep(JSON.stringify(entry)), SPAN * index)
    this.lngLats.set(entry.at, 2 * index)
    this.lines[index] = line
    return index
  }

  lineOf(index: number): number {
    return this.lines[index]!
  }

  placeOf(index: number): LngLat {
    return [this.lngLats[2 * index]!, this.lngLats[2 * index + 1]!]
  }

  /** JSON of one. */
  textOf(index: number): string {
    const bytes = Buffer.alloc(this.spans[SPAN * index + 1]!)
    this.copy(index, { to: bytes, at: 0 })
    return bytes.toString()
  }

  /** JSON of a list of these, in this order; at least one. */
  listOf(some: Uint32Array): Uint8Array {
    const list = Buffer.alloc(some.reduce((sum, index) => sum + this.spans[SPAN * index + 1]! + 1, 1))
    let at = 0
    for (const index of some) {
      list[at] = at === 0 ? OPEN! : COMMA!
      at = this.copy(index, { to: list, at: at + 1 })
    }
    list[at] = CLOSE!
    return list
  }

  /** The file is gone then. */
  close(): void {
    closeSync(this.file)
  }

  /** @returns where it ends */
  private copy(index: number, { to, at }: { to: Buffer; at: number }): number {
    const [first = 0, length = 0] = this.spans.subarray(SPAN * index, SPAN * index + SPAN)
    if (first >= this.written) this.block.copy(to, at, first - this.written, first - this.written + length)
    else readSync(this.file, to, at, length, first)
    return at + length
  }

  private keep(json: string): [first: number, length: number] {
    const length = Buffer.byteLength(json)
    if (this.used + length > this.block.length) this.flush()
    if (length > this.block.length) this.block = Buffer.alloc(length)
    this.block.write(json, this.used)
    this.used += length
    return [this.written + this.used - length, length]
  }

  private flush(): void {
    try {
      for (let from = 0; from < this.used;) {
        from += writeSync(this.file, this.block, from, this.used - from, this.written + from)
      }
    } catch (error) {
      throw explainDisk(error)
    }
    this.written += this.used
    this.used = 0
  }
}

/** Nobody else can open it, and it ends with whoever has it open, however that ends. */
function openNameless(): number {
  const path = join(tmpdir(), `doorwalk-import-${randomBytes(12).toString('hex')}`)
  try {
    const file = openSync(path, 'wx+', 0o600)
    rmSync(path)
    return file
  } catch (error) {
    throw explainDisk(error)
  }
}
