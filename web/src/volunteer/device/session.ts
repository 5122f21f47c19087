/** One walk on this phone, as pages see it: what is shown of it, and what may be done with it. */
import type { Fact, Parcel } from './shelf.ts'
import type { Sent } from './post.ts'
import type { WalkPack, WalkRecord } from '../model/record.ts'

export interface View {
  record: WalkRecord
  pack: WalkPack
  /** Not sent yet, or not taken. */
  outbox: Parcel[]
  /** What the last try to reach the server came to. */
  sent: Sent['kind'] | null
  /** Storage is full: what follows is kept while the page is open. */
  isFull: boolean
  /** What is shown is being written: a kill of the phone would lose the last tap. */
  isSaving: boolean
}

export interface Session {
  view(): View
  /** Told whenever the view is another; returns how to stop. */
  subscribe(listener: () => void): () => void
  /** Keeps a change of the walk. */
  change(change: (record: WalkRecord) => WalkRecord): Promise<void>
  /** Goes on; what was ticked is reported. */
  leave(target: string, how?: { noAccess?: boolean; never?: boolean }): Promise<void>
  /** Takes back a visit that is not on its way yet, with those that came of the same tap. False: it is. */
  takeBack(visit: string): Promise<boolean>
  /** Tells the organisers what of a building is otherwise than the map says. */
  report(fact: Fact): Promise<void>
  start(): Promise<void>
  finish(): Promise<void>
  /** Sends what waits, and asks what others did. */
  sync(): Promise<void>
  /** Sends all at once, also what was refused before, and what waits for a slip to be taken back. */
  sendNow(): Promise<void>
  /** Reports at once what was ticked and is not reported yet, wherever that is. */
  reportTicks(): Promise<void>
  /** The whole pack again, after the walk was changed on the server. */
  reload(): Promise<void>
  discard(parcel: string): Promise<void>
  /** All about the walk goes from this phone. */
  remove(): Promise<void>
  close(): void
}
