/** Lists of which imports are taken back, in any order, beside the same lists made without them. */
import { describe, expect, it } from 'vitest'
import type { Blobs } from '@doorwalk/core/ports'
import { Random } from '@doorwalk/core/solver/chance/random'
import type { ListEntry } from '@doorwalk/functions/buildings/imported-lists'
import { openGathering } from '@doorwalk/functions/imports/entries/gather'
import { openJournal } from '@doorwalk/functions/imports/entries/journal'
import { takeBack } from '@doorwalk/functions/imports/entries/take-back'
import { entriesOf, writeList } from '@doorwalk/functions/imports/entries/write-list'
import type { Layer, StoredList } from '@doorwalk/functions/ports/imports'

const PLACE = { campaign: 'demo', region: 'r', kind: 'exclusions' as const }

function blobsInMemory(): Blobs {
  const all = new Map<string, Uint8Array>()
  return {
    put: async (key, bytes) => void all.set(key, bytes.slice()),
    putStream: () => Promise.reject(new Error('not asked for')),
    get: async (key) => all.get(key),
    getStream: () => Promise.reject(new Error('not asked for')),
    remove: async (key) => void all.delete(key),
    list: async (prefix) => [...all.keys()].filter((key) => key.startsWith(prefix)).sort(),
  }
}

interface Said {
  importId: string
  entries: ListEntry[]
  replace: boolean
}

function openList() {
  const blobs = blobsInMemory()
  let list: StoredList | null = null
  let layers: Layer[] = []
  return {
    async take({ importId, entries, replace }: Said) {
      const gathered = openGathering()
      for (const [line, entry] of entries.entries()) gathered.take(line + 1, entry)
      const journal = openJournal(blobs, { campaign: 'demo', importId, writer: importId })
      const of = { ...PLACE, generation: importId }
      const written = await writeList(blobs, { ...of, base: list, replace, gathered, journal, dryRun: false })
      gathered.entries.close()
      list = written.list!
      const { kind } = PLACE
      layers = [...layers, { importId, kind, at: 0, replace, writer: importId, parts: await journal.end() }]
    },
    async takeBack(importId: string) {
      const of = { ...PLACE, importId, generation: `${importId}-back` }
      const done = await takeBack(blobs, { ...of, base: list!, layers, onRestored: () => undefined })
      list = done.list
      layers = done.layers
      return done.takenBack
    },
    async told(): Promise<Record<string, ListEntry>> {
      const all: Record<string, ListEntry> = {}
      if (list) for await (const entry of entriesOf(blobs, { ...PLACE, list })) all[entry.key] = entry
      return all
    },
  }
}

function replayed(all: readonly Said[]): Record<string, ListEntry> {
  let list: Record<string, ListEntry> = {}
  for (const { entries, replace } of all)
    list = { ...(replace ? {} : list), ...Object.fromEntries(entries.map((entry) => [entry.key, entry])) }
  return list
}

const entry = (key: string, id: string): ListEntry => ({ key, at: [2.3, 48.8], ids: [id] })

describe('an import that is taken back', () => {
  it('leaves what a later one has said, and is not found again when that one goes, too', async () => {
    const list = openList()
    await list.take({ importId: 'a', entries: [entry('x', 'of a'), entry('y', 'of a')], replace: false })
    await list.take({ importId: 'b', entries: [entry('y', 'of b'), entry('z', 'of b')], replace: false })
    expect(await list.takeBack('a')).toEqual({ removed: 1, restored: 0, kept: 1 })
    expect(await list.told()).toEqual({ y: entry('y', 'of b'), z: entry('z', 'of b') })
    expect(await list.takeBack('b')).toEqual({ removed: 2, restored: 0, kept: 0 })
    expect(await list.told()).toEqual({})
  })

  it('gives back what it had replaced', async () => {
    const list = openList()
    const said = { x: entry('x', 'of a'), y: entry('y', 'of a') }
    await list.take({ importId: 'a', entries: Object.values(said), replace: false })
    await list.take({ importId: 'b', entries: [entry('y', 'of b')], replace: true })
    expect(await list.takeBack('b')).toEqual({ removed: 0, restored: 2, kept: 0 })
    expect(await list.told()).toEqual(said)
  })

  it('leaves the list that the others alone would have made, whatever they say and in whatever order', async () => {
    const random = new Random(11)
    for (let round = 0; round < 25; round++) {
      const list = openList()
      let all: Said[] = []
      for (let step = 0; step < 12; step++) {
        if (all.length > 0 && random.below(3) === 0) {
          const { importId } = all[random.below(all.length)]!
          all = all.filter((one) => one.importId !== importId)
          await list.takeBack(importId)
        } else {
          const entries = Array.from({ length: random.below(5) }, () =>
            entry(`k${random.below(6)}`, `t${random.below(3)}`),
          )
          const said = { importId: `i${step}`, entries, replace: random.below(3) === 0 }
          all.push(said)
          await list.take(said)
        }
        expect(await list.told(), `round ${round}, step ${step}`).toEqual(replayed(all))
      }
    }
  })
})
