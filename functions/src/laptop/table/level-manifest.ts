/** What a LevelDB manifest says there is: its tables with their sizes, and the first log that is still needed. */

/** Kinds of entries. */
const COMPARATOR = 1
const LOG_NUMBER = 2
const NEXT_FILE = 3
const LAST_SEQUENCE = 4
const COMPACT_POINTER = 5
const DELETED_FILE = 6
const NEW_FILE = 7
const PREVIOUS_LOG = 9

export interface Manifest {
  /** Bytes of each table that is in use, by its number. */
  tables: Map<number, number>
  /** This log must be there, and those with higher numbers are needed. */
  log: number | undefined
}

/** @throws RangeError when a record is none of a manifest */
export function readManifest(records: Uint8Array[]): Manifest {
  const tables = new Map<number, number>()
  let log: number | undefined
  for (const record of records) {
    const reader = readerOf(record)
    while (!reader.isAtEnd()) {
      const kind = reader.number()
      if (kind === COMPARATOR) reader.skipText()
      else if (kind === LOG_NUMBER) log = reader.number()
      else if (kind === NEXT_FILE || kind === LAST_SEQUENCE || kind === PREVIOUS_LOG) reader.number()
      else if (kind === COMPACT_POINTER) {
        reader.number()
        reader.skipText()
      } else if (kind === DELETED_FILE) {
        reader.number()
        tables.delete(reader.number())
      } else if (kind === NEW_FILE) {
        reader.number()
        tables.set(reader.number(), reader.number())
        reader.skipText()
        reader.skipText()
      } else throw new RangeError(`a manifest has no entry of kind ${kind}`)
    }
  }
  return { tables, log }
}

interface Reader {
  isAtEnd(): boolean
  number(): number
  skipText(): void
}

function readerOf(bytes: Uint8Array): Reader {
  let at = 0
  const number = (): number => {
    let [value, factor] = [0, 1]
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('a record of the manifest ends early')
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
      factor *= 128
    }
  }
  return {
    isAtEnd: () => at >= bytes.length,
    number,
    skipText() {
      const length = number()
      at += length
    },
  }
}
