/** What the phone keeps for as long as the page is open, where the browser denies storage. */
import type { WalkPack, WalkRecord } from '../model/record.ts'
import { type Parcel, type Shelf, inOrder } from './shelf.ts'

export function memoryShelf(): Shelf {
  const [walks, packs, outbox] = [
    new Map<string, WalkRecord>(),
    new Map<string, WalkPack>(),
    new Map<string, Parcel>(),
  ]
  return {
    isLasting: false,
    walks: async () => [...walks.values()],
    walk: async (walkId) => walks.get(walkId),
    pack: async (walkId) => packs.get(walkId),
    async put(pack, make) {
      walks.set(pack.walkId, make(walks.get(pack.walkId)))
      packs.set(pack.walkId, pack)
    },
    async change(walkId, change) {
      const record = walks.get(walkId)
      const changed = record && change(record)
      const isVoid = changed?.withdraw?.some((id) => (outbox.get(id)?.tries ?? 1) > 0) ?? false
      if (!changed || isVoid) return undefined
      walks.set(walkId, changed.record)
      for (const parcel of changed.send ?? []) outbox.set(parcel.id, parcel)
      for (const id of changed.withdraw ?? []) outbox.delete(id)
      return changed.record
    },
    outbox: async () => inOrder([...outbox.values()]),
    async putParcel(parcel) {
      outbox.set(parcel.id, parcel)
    },
    async markTried(id) {
      const parcel = outbox.get(id)
      if (parcel) outbox.set(id, { ...parcel, tries: parcel.tries + 1 })
      return parcel !== undefined
    },
    async removeParcels(ids) {
      for (const id of ids) outbox.delete(id)
    },
    async removeWalk(walkId) {
      walks.delete(walkId)
      packs.delete(walkId)
    },
  }
}
