/** What the phone keeps: walks, their packs, and what is not sent yet; and what whoever keeps it has to promise. */
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
  /** Why the server did not take it: a reason of visits, or the code of a problem; kept, and tried again. */
  refused: string | null
  load:
    { kind: 'visit'; visit: Visit } | { kind: 'fact'; fact: Fact } | { kind: 'start' } | { kind: 'finish' }
}

/** What one change of a walk comes to. */
export interface Changed {
  record: WalkRecord
  send?: Parcel[]
  /** Ids of parcels that are not to be sent; those that are on their way already make the change void. */
  withdraw?: string[]
}

/** No slip can be taken back for longer: what is held back beyond was made before the clock was set back, ms. */
const LONGEST_SLIP = 60_000

/** Whether a parcel is not to be sent yet. */
export function isHeld({ notBefore }: Parcel, now: number): boolean {
  return notBefore > now && notBefore <= now + LONGEST_SLIP
}

export interface Shelf {
  /** False: all is gone when the page is closed. */
  isLasting: boolean
  walks(): Promise<WalkRecord[]>
  walk(walkId: string): Promise<WalkRecord | undefined>
  pack(walkId: string): Promise<WalkPack | undefined>
  /** A pack that came, and what the walk comes to with it. */
  put(pack: WalkPack, make: (known: WalkRecord | undefined) => WalkRecord): Promise<void>
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

/** As they are to be sent. */
export function inOrder(parcels: Parcel[]): Parcel[] {
  return parcels.sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1))
}
