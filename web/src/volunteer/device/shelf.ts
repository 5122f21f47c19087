/**
 * What the phone keeps: walks, their packs, and what is not sent yet. In IndexedDB, so that it survives a kill and a
 * reboot; where storage is denied, in memory, which the page says.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Schemas, Visit } from '@doorwalk/client'
import type { WalkPack, WalkRecord } from '../model/record.ts'

/** What of a building is otherwise than the map says. */
export type Fact = Schemas['NewCorrection']

/** One call that is to reach the server, once. */
export interface Parcel {
  /** Of the visit, or of the call: sent twice it counts once. */
  id: string
  walkId: string
  /** Milliseconds; parcels of a walk are sent in this order. */
  made: number
  /** Not sent before then, so that a slip can be taken back, ms. */
  notBefore: number
  tries: number
  /** What the server did not take, and why; kept until somebody discards it. */
  refused: string | null
  load:
    { kind: 'visit'; visit: Visit } | { kind: 'fact'; fact: Fact } | { kind: 'start' } | { kind: 'finish' }
}

interface Schema extends DBSchema {
  walks: { key: string; value: WalkRecord }
  packs: { key: string; value: WalkPack }
  outbox: { key: string; value: Parcel; indexes: { walkId: string } }
}

/** What one change of a walk comes to. */
export interface Changed {
  record: WalkRecord
  send?: Parcel[]
  /** Ids of parcels that are not to be sent; those that are on their way already make the change void. */
  withdraw?: string[]
}

export interface Shelf {
  /** False: all is gone when the page is closed. */
  isLasting: boolean
  walks(): Promise<WalkRecord[]>
  walk(walkId: string): Promise<WalkRecord | undefined>
  pack(walkId: string): Promise<WalkPack | undefined>
  put(record: WalkRecord, pack: WalkPack): Promise<void>
  /** Reads, changes and writes at once, whatever other tabs do. Undefined: the walk is gone, or the change is void. */
  change(walkId: string, change: (record: WalkRecord) => Changed | null): Promise<WalkRecord | undefined>
  outbox(): Promise<Parcel[]>
  putParcel(parcel: Parcel): Promise<void>
  /** It counts as on its way from now on. False: it was withdrawn. */
  markTried(id: string): Promise<boolean>
  removeParcels(ids: readonly string[]): Promise<void>
  /** All about the walk but what is not sent. */
  removeWalk(walkId: string): Promise<void>
}

export async function openShelf(): Promise<Shelf> {
  try {
    return idbShelf(await openDB<Schema>('doorwalk', 1, { upgrade: createStores }))
  } catch {
    return memoryShelf()
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
    async put(record, pack) {
      const step = database.transaction(['walks', 'packs'], 'readwrite')
      await Promise.all([
        step.objectStore('walks').put(record),
        step.objectStore('packs').put(pack),
        step.done,
      ])
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
      await Promise.all([
        walks.put(changed.record),
        ...(changed.send ?? []).map((parcel) => outbox.put(parcel)),
        ...(changed.withdraw ?? []).map((id) => outbox.delete(id)),
        step.done,
      ])
      return changed.record
    },
    outbox: async () => inOrder(await database.getAll('outbox')),
    async putParcel(parcel) {
      await database.put('outbox', parcel)
    },
    async markTried(id) {
      const step = database.transaction('outbox', 'readwrite')
      const parcel = await step.store.get(id)
      if (parcel) await step.store.put({ ...parcel, tries: parcel.tries + 1 })
      await step.done
      return parcel !== undefined
    },
    async removeParcels(ids) {
      const step = database.transaction('outbox', 'readwrite')
      await Promise.all([...ids.map((id) => step.store.delete(id)), step.done])
    },
    async removeWalk(walkId) {
      const step = database.transaction(['walks', 'packs'], 'readwrite')
      await Promise.all([
        step.objectStore('walks').delete(walkId),
        step.objectStore('packs').delete(walkId),
        step.done,
      ])
    },
  }
}

/** The same, for as long as the page is open. */
function memoryShelf(): Shelf {
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
    async put(record, pack) {
      walks.set(record.walkId, record)
      packs.set(record.walkId, pack)
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

function inOrder(parcels: Parcel[]): Parcel[] {
  return parcels.sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1))
}
