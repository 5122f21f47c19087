import { ByteReader, ByteWriter, DamagedBytes } from '@doorwalk/core/graph/tile/bytes'
import {
  readColumn,
  readDeltas,
  readIndices,
  readStarts,
  writeColumn,
  writeDeltas,
  writeStarts,
} from '@doorwalk/core/graph/tile/columns'
import { describe, expect, test } from 'vitest'

function written(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter()
  write(out)
  return out.finish()
}

/** −2^31 and 2^31 − 1 among others, and numbers that a smaller type does not hold. */
const COLUMNS: Record<string, number[]> = {
  empty: [],
  zeros: [0, 0, 0],
  'signed bytes': [-128, 127, 0],
  'unsigned bytes': [255, 3],
  'signed halves': [-32768, 32767, 5, 6],
  'unsigned halves': [65535, 40000, 1],
  words: [-2147483648, 2147483647, 123456789],
  'bytes and a few others': [...Array.from({ length: 100 }, (_, i) => i), 70000, -1, 2147483647],
}

describe('column of a tile', () => {
  test.each(Object.entries(COLUMNS))('of %s comes back', (_, values) => {
    const bytes = written((out) => writeColumn(out, values))
    const read = new ByteReader(bytes)
    expect([...readColumn(read, values.length)]).toEqual(values)
    expect(read.isAtEnd()).toBe(true)
  })

  test('takes the bytes of its smallest type', () => {
    const bytes = written((out) => writeColumn(out, COLUMNS['bytes and a few others']!))
    expect(bytes.length).toBeLessThan(130)
  })

  test('begins at any byte of a larger buffer', () => {
    const bytes = written((out) => writeColumn(out, [300, -300]))
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect([...readColumn(new ByteReader(shifted.subarray(1)), 2)]).toEqual([300, -300])
  })

  test('of differences comes back, the way round the Earth too', () => {
    const values = [1_799_999_999, -1_799_999_998, 5, 5]
    const bytes = written((out) => writeDeltas(out, values))
    expect([...readDeltas(new ByteReader(bytes), 4)]).toEqual(values)
  })

  test('of unknown type, too short or with a number beyond its end is damaged', () => {
    const bytes = written((out) => writeColumn(out, [1, 2, 3, 100000]))
    const beyond = (count: number) => () => readColumn(new ByteReader(bytes), count)
    expect(beyond(3)).toThrow(DamagedBytes)
    expect(beyond(2 ** 40)).toThrow(DamagedBytes)
    expect(() => readColumn(new ByteReader(Uint8Array.of(9, 0)), 0)).toThrow(DamagedBytes)
  })

  test('of indices or lengths refuses what lies outside', () => {
    const indices = written((out) => writeColumn(out, [0, 2, 1]))
    expect([...readIndices(new ByteReader(indices), { count: 3, length: 3 })]).toEqual([0, 2, 1])
    expect(() => readIndices(new ByteReader(indices), { count: 3, length: 2 })).toThrow(DamagedBytes)
    const starts = written((out) => writeStarts(out, Uint32Array.of(0, 2, 2, 5)))
    expect([...readStarts(new ByteReader(starts), { lists: 3, total: 5 })]).toEqual([0, 2, 2, 5])
    expect(() => readStarts(new ByteReader(starts), { lists: 3, total: 4 })).toThrow(DamagedBytes)
    expect(() => readStarts(new ByteReader(starts), { lists: 2 ** 40, total: 5 })).toThrow(DamagedBytes)
    const negative = written((out) => writeColumn(out, [3, -1]))
    expect(() => readStarts(new ByteReader(negative), { lists: 2, total: 2 })).toThrow(DamagedBytes)
  })
})
