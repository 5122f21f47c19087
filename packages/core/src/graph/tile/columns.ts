/**
 * Columns of numbers in a tile. A column is stored as a typed array, of the type in which it takes the fewest bytes,
 * and a few numbers that this type does not hold. Reading is then left to the engine: a cold start pays for compiling
 * whatever runs two hundred thousand times.
 */
import { runningSums } from './arrays.ts'
import { DamagedBytes, type ByteReader, type ByteWriter } from './bytes.ts'

/** Stored by index: never renumber. Little-endian, as all machines are that run this. */
const TYPES = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array] as const
/** Bytes of a number apart, about: how far after the one before, and its value. */
const APART = 6

/**
 * One byte for the type, its numbers, then those that it does not hold: how many, and for each how many places after
 * the one before and the value.
 *
 * @param values  integers, kept modulo 2^32
 */
export function writeColumn(out: ByteWriter, values: Iterable<number>): void {
  const numbers = Int32Array.from(values)
  const [type, stored] = smallest(numbers)
  out.byte(type)
  out.append(new Uint8Array(stored.buffer))
  const apart = [...numbers.keys()].filter((i) => stored[i] !== numbers[i])
  out.unsigned(apart.length)
  apart.forEach((place, k) => {
    out.unsigned(place - (apart[k - 1] ?? 0))
    out.signed(numbers[place]!)
  })
}

type Stored = InstanceType<(typeof TYPES)[number]>

/** What the numbers are stored as; those that do not fit are another there. */
function smallest(numbers: Int32Array): [type: number, stored: Stored] {
  const sizes = TYPES.map((type, i): { size: number; type: number; stored: Stored } => {
    const stored = new type(numbers)
    const apart = numbers.reduce((sum, value, k) => sum + (stored[k] === value ? 0 : 1), 0)
    return { size: stored.byteLength + APART * apart, type: i, stored }
  })
  const { type, stored } = sizes.reduce((best, next) => (next.size < best.size ? next : best))
  return [type, stored]
}

/** @throws DamagedBytes before it allocates more than there are bytes */
export function readColumn(read: ByteReader, count: number): Int32Array {
  const type = TYPES[read.byte()]
  if (!type) throw new DamagedBytes('no column')
  // copied, since a typed array begins at a multiple of its own size
  const bytes = new Uint8Array(read.take(type.BYTES_PER_ELEMENT * count))
  const column = new Int32Array(new type(bytes.buffer))
  let place = 0
  for (let apart = read.unsigned(); apart > 0; apart--) {
    place += read.unsigned()
    if (place >= count) throw new DamagedBytes('index out of range')
    column[place] = read.signed()
  }
  return column
}

/** The first number, then differences: for numbers that grow, and for places near one another. */
export function writeDeltas(out: ByteWriter, values: ArrayLike<number>): void {
  out.signed(values[0] ?? 0)
  writeColumn(
    out,
    Array.from(values, (value, i) => (i === 0 ? 0 : value - values[i - 1]!)),
  )
}

export function readDeltas(read: ByteReader, count: number): Int32Array {
  const first = read.signed()
  const column = readColumn(read, count)
  if (count > 0) column[0] = first
  return runningSums(column)
}

/** How long each list is: list i is `starts[i]…starts[i + 1]`. */
export function writeStarts(out: ByteWriter, starts: Uint32Array): void {
  writeColumn(
    out,
    starts.subarray(1).map((end, i) => end - starts[i]!),
  )
}

/** Where each of `lists` lists begins and the last one ends, which must be at `total`. */
export function readStarts(
  read: ByteReader,
  { lists, total }: { lists: number; total: number },
): Uint32Array {
  const lengths = readColumn(read, lists)
  const starts = new Uint32Array(lists + 1)
  starts.set(lengths, 1)
  if (!growsTo(starts, total)) throw new DamagedBytes('lengths beyond the end')
  return starts
}

/** Adds up lengths in place; false where one is below zero or all together are not `total`. */
function growsTo(starts: Uint32Array, total: number): boolean {
  for (let i = 1; i < starts.length; i++) {
    starts[i]! += starts[i - 1]!
    if (starts[i]! > total || starts[i]! < starts[i - 1]!) return false
  }
  return starts[starts.length - 1] === total
}

/** A column of places in a list of `length` things. */
export function readIndices(
  read: ByteReader,
  { count, length }: { count: number; length: number },
): Uint32Array {
  return checkIndices(new Uint32Array(readColumn(read, count).buffer), length)
}

/** @throws DamagedBytes where one is no place in a list of `length` things */
export function checkIndices(column: Uint32Array, length: number): Uint32Array {
  for (let i = 0; i < column.length; i++) {
    if (column[i]! >= length) throw new DamagedBytes('index out of range')
  }
  return column
}
