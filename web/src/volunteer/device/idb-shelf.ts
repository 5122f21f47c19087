/** What the phone keeps in IndexedDB, so that it survives a kill and a reboot; without storage, in memory. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { WalkPack, WalkRecord } from '../model/record.ts'
import { memoryShelf } from './memory-shelf.ts'
import { type Parcel, type Shelf, inOrder } from './shelf.ts'
import { type SpillingShelf, spilling } from './spill.ts'

interface Schema extends DBSchema {
  walks: { key: string; value: WalkRecord }
  packs: { key: string; value: WalkPack }
  outbox: { key: string; value: Parcel; indexes: { walkId: string } }
}

export async function openShelf(): Promise<SpillingShelf> {
  try {
    return spilling(idbShelf(await openDB<Schema>('doorwalk', 1, { upgrade: createStores })))
  } catch {
    return spilling(memoryShelf())
  }
}

/** @throws DOMException why the whole transaction came to nothing, such as a phone without room */
async function written(
  step: { done: Promise<void>; error: DOMException | null },
  requests: Promise<unknown>[],
): Promise<void> {
  try {
    await Promise.all([...requests, step.done])
  } catch (error) {
    await step.done.catch(() => undefined)
    throw step.error ?? error
  }
}

function createStores(database: IDBPDatabase<Schema>): void {
  database.createObjectStore('walks', { keyPath: 'walkId' })
  database.createObjectStore('packs', { keyPath: 'walkId' })
  database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('walkId', 'walkId')
}

function idbShelf(database: IDBPDatabase<Schema>): Shelf {
  return {
    isLasting: true,
    walks: () => database.getAll('walks'),
    walk: (walkId) => database.get('walks', walkId),
    pack: (walkId) => database.get('packs', walkId),
    async put(pack, make) {
      const step = database.transaction(['walks', 'packs'], 'readwrite')
      const walks = step.objectStore('walks')
      const record = make(await walks.get(pack.walkId))
      await written(step, [walks.put(record), step.objectStore('packs').put(pack)])
    },
    async change(walkId, change) {
      const step = database.transaction(['walks', 'outbox'], 'readwrite', { durability: 'strict' })
      const [walks, outbox] = [step.objectStore('walks'), step.objectStore('outbox')]
      const record = await walks.get(walkId)
      const changed = record && change(record)
      const withdrawn = await Promise.all((changed?.withdraw ?? []).map((id) => outbox.get(id)))
      if (!changed || withdrawn.some((parcel) => parcel === undefined || parcel.tries > 0)) {
        await step.done
        return undefined
      }
      await written(step, [
        walks.put(changed.record),
        ...(changed.send ?? []).map((parcel) => outbox.put(parcel)),
        ...(changed.withdraw ?? []).map((id) => outbox.delete(id)),
      ])
      return changed.record
    },
    outbox: async () => inOrder(await database.getAll('outbox')),
    async putParcel(parcel) {
      const step = database.transaction('outbox', 'readwrite')
      await written(step, [step.store.put(parcel)])
    },
    async markTried(id) {
      const step = database.transaction('outbox', 'readwrite')
      const parcel = await step.store.get(id)
      await written(step, parcel ? [step.store.put({ ...parcel, tries: parcel.tries + 1 })] : [])
      return parcel !== undefined
    },
    async removeParcels(ids) {
      const step = database.transaction('outbox', 'readwrite')
      await written(
        step,
        ids.map((id) => step.store.delete(id)),
      )
    },
    async removeWalk(walkId) {
      const step = database.transaction(['walks', 'packs'], 'readwrite')
      await written(step, [
        step.objectStore('walks').delete(walkId),
        step.objectStore('packs').delete(walkId),
      ])
    },
  }
}
