import { describe, expect, it } from 'vitest'
import { Random } from '@doorwalk/core/solver/chance/random'
import { KeyTable } from '@doorwalk/prepare/target-lists/key-table'

describe('A table of keys', () => {
  it('numbers keys as a Map does, short, long and in any script', () => {
    const random = new Random(7)
    const known = new Map<string, number>()
    const table = new KeyTable()
    for (let round = 0; round < 6_000; round++) {
      const key = `${['crm', 'été', '東京', '😀', ''][random.below(5)]}-${random.below(2_000)}`
      const long = round % 500 === 0 ? key.repeat(10_000) : key
      expect(table.numberOf(long)).toBe(known.get(long))
      if (!known.has(long)) known.set(long, known.size)
      expect(table.add(long)).toBe(known.get(long))
      expect(table.size).toBe(known.size)
    }
    for (const [key, number] of known) expect(table.numberOf(key)).toBe(number)
  })

  it('tells keys apart that have one hash', () => {
    const table = new KeyTable()
    // Of FNV-1a over the units of both.
    const [one, other] = collision()
    expect(table.add(one)).toBe(0)
    expect(table.numberOf(other)).toBeUndefined()
    expect(table.add(other)).toBe(1)
    expect(table.numberOf(one)).toBe(0)
  })
})

/** Two short keys of one 32-bit hash, by birthday. */
function collision(): [string, string] {
  const seen = new Map<number, string>()
  for (let at = 0; ; at++) {
    const key = `k${at}`
    let hash = 0x811c9dc5
    for (let unit = 0; unit < key.length; unit++) hash = Math.imul(hash ^ key.charCodeAt(unit), 0x01000193)
    const before = seen.get(hash)
    if (before !== undefined) return [before, key]
    seen.set(hash, key)
  }
}
