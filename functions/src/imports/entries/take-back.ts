/**
 * A list as if one of its imports had never come: where that import had the last word, what it found there is said
 * again; where a later one has spoken since, that stays, and would find what this one found if it were taken back, too.
 *
 * Cost: the list is read and written once; journals of later imports are read, and written where they change.
 */
import type { Blobs } from '@doorwalk/core/ports'
import type { ListEntry } from '../../buildings/imported-lists.ts'
import type { Place } from '../../buildings/place.ts'
import type { Layer, ListKind, StoredList, TakenBack } from '../../ports/imports.ts'
import { EntryStore } from './entry-store.ts'
import { openJournal, readJournal } from './journal.ts'
import { entriesOf, writeGeneration } from './write-list.ts'

interface TakingBack extends Place {
  kind: ListKind
  importId: string
  /** Of the list that it makes. */
  generation: string
  base: StoredList
  /** Imports of the kind that can be taken back, the oldest first; this one is among them. */
  layers: readonly Layer[]
  /** Told of each entry that is said again. */
  onRestored: (entry: ListEntry) => void
}

/** What is to become of a key, where {@link EntryStore} has the line of an entry. */
const SETTLED = 1
const DROP = 2
const RESTORE = 3

/** @throws Error as writeList */
export async function takeBack(
  blobs: Blobs,
  { importId, base, layers, onRestored, ...of }: TakingBack,
): Promise<{ list: StoredList; layers: Layer[]; takenBack: TakenBack }> {
  const { campaign } = of
  const own = layers.findIndex((layer) => layer.importId === importId)
  const found = new EntryStore()
  const entries = new EntryStore()
  const takenBack = { removed: 0, restored: 0, kept: 0 }
  const restore = (entry: ListEntry): void => {
    takenBack.restored++
    entries.put(entry, 0)
    onRestored(entry)
  }
  const keep = (entry: ListEntry): void => {
    takenBack.kept++
    found.put(entry, SETTLED)
  }
  try {
    for await (const [key, before] of readJournal(blobs, { campaign, layer: layers[own]! }))
      found.put(before ?? { key, at: [0, 0] }, before ? RESTORE : DROP)
    const kept: Layer[] = layers.slice(0, own)
    for (const layer of layers.slice(own + 1)) {
      const journal = openJournal(blobs, { campaign, importId: layer.importId, writer: importId })
      const keptBefore = takenBack.kept
      for await (const [key, before] of readJournal(blobs, { campaign, layer })) {
        const at = found.indexOf(key)
        const [wish, entry] = at === undefined ? [SETTLED, null] : wishAt(found, at)
        await journal.note(key, wish === SETTLED ? before : wish === DROP ? null : entry)
        if (wish !== SETTLED) keep(entry!)
      }
      // It would have put out what this one had put out before it.
      for (let at = 0; layer.replace && at < found.size; at++) {
        const [wish, entry] = wishAt(found, at)
        if (wish !== RESTORE) continue
        await journal.note(entry.key, entry)
        keep(entry)
      }
      const parts = await journal.end()
      kept.push(takenBack.kept === keptBefore ? layer : { ...layer, writer: importId, parts })
    }
    for await (const entry of entriesOf(blobs, { ...of, list: base })) {
      const at = found.indexOf(entry.key)
      const [wish, before] = at === undefined ? [SETTLED, entry] : wishAt(found, at)
      if (wish === DROP) takenBack.removed++
      else if (wish === SETTLED || JSON.stringify(before) === JSON.stringify(entry)) entries.put(entry, 0)
      else restore(before)
      if (wish !== SETTLED) found.put(before, SETTLED)
    }
    // What it had put out of the list.
    for (let at = 0; at < found.size; at++) {
      const [wish, before] = wishAt(found, at)
      if (wish === RESTORE) restore(before)
    }
    return { list: await writeGeneration(blobs, { of, entries }), layers: kept, takenBack }
  } finally {
    found.close()
    entries.close()
  }
}

function wishAt(found: EntryStore, at: number): [wish: number, entry: ListEntry] {
  return [found.lineOf(at), JSON.parse(found.textOf(at)) as ListEntry]
}
