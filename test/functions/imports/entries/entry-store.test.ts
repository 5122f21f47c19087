import { describe, expect, it } from 'vitest'
import { Random } from '@doorwalk/core/solver/chance/random'
import type { ListEntry } from '@doorwalk/functions/buildings/imported-lists'
import { EntryStore } from '@doorwalk/functions/imports/entries/entry-store'

describe('Entries while a list is read', () => {
  it('come back as they were put, the latest of each key, in any order', () => {
    const random = new Random(3)
    const latest = new Map<string, ListEntry>()
    const store = new EntryStore()
    try {
      for (let line = 1; line <= 30_000; line++) {
        const key = `crm-é${random.below(20_000)}`
        // One is longer than what is written at once.
        const street = 'x'.repeat(line === 15_000 ? 3_000_000 : random.below(60))
        const entry: ListEntry = {
          ...{ key, at: [random.unit(), random.unit()] },
          targets: [{ id: key, doors: line, address: { number: '1', street } }],
        }
        latest.set(key, entry)
        const at = store.put(entry, line)
        expect(store.lineOf(at)).toBe(line)
        expect(store.placeOf(at)).toEqual(entry.at)
      }
      expect(store.size).toBe(latest.size)
      const all = [...latest.values()]
      for (const entry of all.slice(0, 500))
        expect(store.textOf(store.indexOf(entry.key)!)).toBe(JSON.stringify(entry))
      const order = Uint32Array.from(all.toReversed(), ({ key }) => store.indexOf(key)!)
      expect(Buffer.from(store.listOf(order)).toString()).toBe(JSON.stringify(all.toReversed()))
    } finally {
      store.close()
    }
  })
})
