/**
 * A shelf that goes on in memory where the phone has no room: changes wait until they can be written, and are told and
 * sent as if they were. Nothing is lost as long as the page is open.
 */
import type { WalkPack, WalkRecord } from '../model/record.ts'
import { type Changed, type Parcel, type Shelf, inOrder } from './shelf.ts'

export interface SpillingShelf extends Shelf {
  /** Something is in memory only. */
  isFull(): boolean
  /** Tries again to write what waits. */
  settle(): Promise<void>
}

interface Waiting {
  walkId: string
  /** Done again at every look: the same parcels have to come of it. */
  change: (record: WalkRecord) => Changed | null
}

export function spilling(shelf: Shelf): SpillingShelf {
  /** Changes that are not written, in order. */
  const waiting: Waiting[] = []
  /** Walks that came when there was no room. */
  const loose = new Map<string, { record: WalkRecord; pack: WalkPack }>()
  /** Parcels of changes that wait: those that are sent or discarded, and those that are otherwise now. */
  const gone = new Set<string>()
  const altered = new Map<string, Parcel>()
  let turn: Promise<unknown> = Promise.resolve()

  /** One write after the other: what came first is written first. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const stored = async (walkId: string): Promise<WalkRecord | undefined> =>
    loose.get(walkId)?.record ?? (await shelf.walk(walkId))

  /** What the changes that wait come to. */
  function replay(record: WalkRecord): { record: WalkRecord; send: Parcel[]; withdrawn: Set<string> } {
    let now = record
    let send: Parcel[] = []
    const withdrawn = new Set<string>()
    for (const { walkId, change } of waiting) {
      const changed = walkId === record.walkId ? change(now) : null
      if (!changed) continue
      now = changed.record
      for (const id of changed.withdraw ?? []) withdrawn.add(id)
      send = [...send, ...(changed.send ?? [])].filter(({ id }) => !withdrawn.has(id))
    }
    return { record: now, send: send.filter(({ id }) => !gone.has(id)), withdrawn }
  }

  async function spilt(): Promise<{ send: Parcel[]; withdrawn: Set<string> }> {
    const ids = new Set(waiting.map(({ walkId }) => walkId))
    const all = { send: [] as Parcel[], withdrawn: new Set<string>() }
    for (const walkId of ids) {
      const record = await stored(walkId)
      if (!record) continue
      const { send, withdrawn } = replay(record)
      all.send.push(...send.map((parcel) => altered.get(parcel.id) ?? parcel))
      for (const id of withdrawn) all.withdrawn.add(id)
    }
    return all
  }

  /** Writes as many as there is room for; the record after `last`. */
  async function drain(last?: Waiting): Promise<WalkRecord | undefined> {
    let record: WalkRecord | undefined
    for (const [walkId, { record: known, pack }] of loose) {
      if (!(await hasRoom(() => shelf.put(pack, (there) => there ?? known)))) break
      loose.delete(walkId)
    }
    while (waiting[0]) {
      const { walkId, change } = waiting[0]
      const isWritten = await hasRoom(async () => {
        record = loose.has(walkId)
          ? noRoom()
          : await shelf.change(walkId, (known) => withoutGone(change(known)))
      }).catch((error: unknown) => {
        waiting.shift()
        throw error
      })
      if (!isWritten) break
      waiting.shift()
    }
    if (waiting.length === 0) gone.clear()
    if (!last || !waiting.includes(last)) return record
    const known = await stored(last.walkId)
    return known && replay(known).record
  }

  function withoutGone(changed: Changed | null): Changed | null {
    return changed && { ...changed, send: (changed.send ?? []).filter(({ id }) => !gone.has(id)) }
  }

  return {
    isLasting: shelf.isLasting,
    isFull: () => waiting.length > 0 || loose.size > 0,
    settle: () => inTurn(async () => void (await drain())),
    async walks() {
      const all = new Map((await shelf.walks()).map((record) => [record.walkId, record]))
      for (const [walkId, { record }] of loose) all.set(walkId, record)
      return [...all.values()].map((record) => replay(record).record)
    },
    async walk(walkId) {
      const record = await stored(walkId)
      return record && replay(record).record
    },
    pack: async (walkId) => loose.get(walkId)?.pack ?? (await shelf.pack(walkId)),
    put: (pack, make) =>
      inTurn(async () => {
        const known = loose.get(pack.walkId)?.record
        if (await hasRoom(() => shelf.put(pack, (there) => make(there ?? known)))) loose.delete(pack.walkId)
        else loose.set(pack.walkId, { pack, record: make(await stored(pack.walkId)) })
      }),
    change: (walkId, change) =>
      inTurn(() => {
        const last = { walkId, change }
        waiting.push(last)
        return drain(last)
      }),
    async outbox() {
      const { send, withdrawn } = await spilt()
      const kept = (await shelf.outbox()).filter(({ id }) => !withdrawn.has(id))
      return inOrder([...kept, ...send])
    },
    async putParcel(parcel) {
      if (!(await hasRoom(() => shelf.putParcel(parcel)))) altered.set(parcel.id, parcel)
    },
    async markTried(id) {
      const own = (await spilt()).send.find((parcel) => parcel.id === id)
      if (own) altered.set(id, { ...own, tries: own.tries + 1 })
      // Sent twice it counts once: without room it is not noted.
      let isThere = true
      if (!own) await hasRoom(async () => void (isThere = await shelf.markTried(id)))
      return isThere
    },
    async removeParcels(ids) {
      for (const id of ids) gone.add(id)
      await shelf.removeParcels(ids)
    },
    async removeWalk(walkId) {
      loose.delete(walkId)
      for (let at = waiting.length - 1; at >= 0; at--)
        if (waiting[at]?.walkId === walkId) waiting.splice(at, 1)
      await shelf.removeWalk(walkId)
    },
  }
}

/** False: the phone has no room for it. */
async function hasRoom(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (error instanceof Error && error.name === FULL) return false
    throw error
  }
}

/** What browsers call a phone without room. */
const FULL = 'QuotaExceededError'

function noRoom(): never {
  throw Object.assign(new Error('the walk itself is not written'), { name: FULL })
}
