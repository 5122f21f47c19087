/** A page of those items of a range that pass a filter. */
import type { Item, Page, Range, Store } from '../ports/store.ts'

/** Items looked at for one page: one that few pass ends before it is full, and the next goes on behind it. */
const MOST_READ = 2_000

export interface FilteredPage<Entry> {
  entries: Entry[]
  next: Page['next']
}

/**
 * @param choose  an entry for each item, or undefined where it does not pass
 */
export async function filteredPage<Entry>(
  store: Pick<Store, 'query'>,
  { limit, after, ...range }: Range,
  choose: (items: Item[]) => Promise<(Entry | undefined)[]> | (Entry | undefined)[],
): Promise<FilteredPage<Entry>> {
  const entries: Entry[] = []
  let next = after
  for (let read = 0; read < MOST_READ;) {
    const page = await store.query({ ...range, limit, after: next })
    const chosen = await choose(page.items)
    for (const [index, entry] of chosen.entries()) {
      if (entry !== undefined) entries.push(entry)
      const isLast = index === page.items.length - 1
      if (entries.length === limit) return { entries, next: isLast ? page.next : page.items[index]!.sk }
    }
    next = page.next
    if (next === undefined) break
    read += page.items.length
  }
  return { entries, next }
}
