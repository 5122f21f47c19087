import type { Item, Key, Store } from './world.ts'
/** Reads an item, changes it and writes it, again when somebody else was faster. */

/** Tries against others who change the same item at the same moment. */
const TRIES = 10

/**
 * What was written. `change` sees the item as it is, undefined where there is none, and may be called again; what it throws ends it.
 */
export async function changeItem<Data extends Record<string, unknown>>(
  store: Pick<Store, 'get' | 'create' | 'replace'>,
  key: Key,
  change: (item: Item | undefined) => Data,
): Promise<{ data: Data; version: number }> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const item = await store.get(key)
    const data = change(item)
    const isDone = item
      ? await store.replace({ ...key, data }, item.version)
      : await store.create({ ...key, data })
    if (isDone) return { data, version: (item?.version ?? 0) + 1 }
  }
  throw new Error(`item ${key.sk} changed ${TRIES} times while it was changed`)
}
