/** Everything that is written, one item or blob after the other: what a store writes together may be torn anywhere. */
import type { ServerOptions } from '@doorwalk/functions/laptop/server'

/** @param note  called when a write has been acknowledged, before whoever asked for it goes on */
export function afterEachWrite(note: () => void): NonNullable<ServerOptions['around']> {
  const noted = async <Made>(writing: Promise<Made>): Promise<Made> => {
    const made = await writing
    note()
    return made
  }
  return ({ store, blobs }) => ({
    store: {
      ...store,
      create: (item) => noted(store.create(item)),
      replace: (item, version) => noted(store.replace(item, version)),
      remove: (key, version) => noted(store.remove(key, version)),
      async putMany(items) {
        for (const item of items) await noted(store.putMany([item]))
      },
      async removeMany(keys) {
        for (const key of keys) await noted(store.removeMany([key]))
      },
    },
    blobs: {
      ...blobs,
      put: (key, bytes) => noted(blobs.put(key, bytes)),
      remove: (key) => noted(blobs.remove(key)),
    },
  })
}
