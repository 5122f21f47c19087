/** What is done with all items of a range at once. */
import { openSlices } from '../threads/slices.ts'
import type { Item, KeyRange, Store } from '../ports/store.ts'

/** All of them, read one by one. */
export async function collect<Value>(
  store: Pick<Store, 'all'>,
  range: KeyRange,
  read: (item: Item) => Value,
): Promise<Value[]> {
  const values: Value[] = []
  const slice = openSlices()
  for await (const item of store.all(range)) {
    values.push(read(item))
    await slice()
  }
  return values
}

export function itemsOf(store: Pick<Store, 'all'>, range: KeyRange): Promise<Item[]> {
  return collect(store, range, (item) => item)
}

/** Reads all of them before it removes the first. */
export async function removeAll(store: Pick<Store, 'all' | 'removeMany'>, range: KeyRange): Promise<void> {
  await store.removeMany(await itemsOf(store, range))
}
