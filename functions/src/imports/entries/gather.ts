/**
 * The entries of a list while it is read: the latest of each key, and no two that say different things of one building.
 */
import type { ListEntry } from '../../buildings/imported-lists.ts'
import { EntryStore } from './entry-store.ts'

/** Entries of one list in one region, those of earlier imports included. */
export const MOST_ENTRIES = 1_000_000

export interface Gathering {
  entries: EntryStore
  /** Line that had the same key before; undefined: none. */
  take(line: number, entry: ListEntry): number | undefined
  /** Line under another key that says something else of one of its targets; undefined: none. */
  contradicted(entry: ListEntry): number | undefined
}

export function openGathering(): Gathering {
  const entries = new EntryStore()
  /** By target of the region, of those that several lines may mean. */
  const byTarget = new Map<string, number>()
  return {
    entries,
    take(line, entry) {
      const before = entries.indexOf(entry.key)
      const earlier = before === undefined ? undefined : entries.lineOf(before)
      const at = entries.put(entry, line)
      for (const { id, location } of entry.targets ?? []) if (location === undefined) byTarget.set(id, at)
      return earlier
    },
    contradicted(entry) {
      for (const target of entry.targets ?? []) {
        const at = byTarget.get(target.id)
        if (at === undefined || at === entries.indexOf(entry.key)) continue
        const { targets = [] } = JSON.parse(entries.textOf(at)) as ListEntry
        const known = targets.find(({ id }) => id === target.id)
        if (known && JSON.stringify(known) !== JSON.stringify(target)) return entries.lineOf(at)
      }
      return undefined
    },
  }
}
