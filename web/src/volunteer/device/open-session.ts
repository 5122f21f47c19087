/** Opens a walk on this phone, between what is shown, what is kept, and the server. All changes go through here. */
import { openCourier } from './courier.ts'
import { openKept } from './kept-walk.ts'
import { newId, parcelsOf, SLIP_MILLISECONDS, ticked } from './parcels.ts'
import type { Session } from './session.ts'
import type { SpillingShelf } from './spill.ts'
import { leaveDoor, takeBack } from '../model/ticks.ts'

interface Opening {
  shelf: SpillingShelf
  walkId: string
  now?: () => number
}

/** Undefined: nothing of it is on this phone. */
export async function openSession({ shelf, walkId, now = Date.now }: Opening): Promise<Session | undefined> {
  const kept = await openKept(shelf, walkId)
  if (!kept) return undefined
  const maker = parcelsOf(walkId)
  const courier = openCourier({ kept, shelf, walkId, now, maker })

  return {
    view: () => kept.view(),
    subscribe: (listener) => kept.subscribe(listener),
    async change(change) {
      await kept.keep((record) => ({ record: change(record) }))
    },
    async leave(target, how = {}) {
      const at = now()
      const ids = new Map<string, string>()
      const visitFor = (of: string): string => ids.get(of) ?? (ids.set(of, newId('vis')), ids.get(of)!)
      await kept.keep((record) => {
        const left = leaveDoor(record, target, { ...how, pack: kept.view().pack, visitFor, now: at })
        return { record: left.record, send: left.visits.map((visit) => maker.visitParcel(visit, at)) }
      })
      courier.later(SLIP_MILLISECONDS + 50)
    },
    takeBack: (visit) =>
      kept.keep((record) => {
        const made = kept.view().outbox.find(({ id }) => id === visit)?.made
        const own = kept
          .view()
          .outbox.flatMap(({ made: at, load }) => (at === made && load.kind === 'visit' ? [load.visit] : []))
        if (own.length === 0) return null
        const back = own.reduce((now, { target, id }) => takeBack(now, target, id), record)
        const taken = new Set(own.map(({ target }) => target))
        const current = record.order.find((target) => taken.has(target)) ?? back.current
        return { record: { ...back, current }, withdraw: own.map(({ id }) => id) }
      }),
    async report(fact) {
      const told = maker.parcel(newId('fact'), { kind: 'fact', fact }, { at: now() })
      await kept.keep((record) => ({ record, send: [told] }))
      await courier.sync()
    },
    async start() {
      const at = now()
      const told = maker.parcel(`start-${walkId}`, { kind: 'start' }, { at })
      await kept.keep((record) => ({
        record: { ...record, startedAt: record.startedAt ?? at },
        send: record.startedAt === null ? [told] : [],
      }))
      await courier.sync()
    },
    async finish() {
      const at = now()
      const report = maker.ticksAt(ticked(kept.view().record), at)
      // Behind the last visit.
      const told = maker.parcel(`finish-${walkId}`, { kind: 'finish' }, { at: at + 1 })
      await kept.keep((record) => {
        const { record: left, send } = report(record)
        return {
          record: { ...left, finishedAt: left.finishedAt ?? at, current: null },
          send: [...send, told],
        }
      })
      await courier.sync()
    },
    async reportTicks() {
      await courier.reportTicks()
      await courier.sync()
    },
    sync: () => courier.sync(),
    async sendNow() {
      courier.tryRefused()
      for (const held of kept.view().outbox.filter(({ notBefore }) => notBefore > now()))
        await shelf.putParcel({ ...held, notBefore: 0 })
      await courier.sync()
    },
    reload: () => courier.reload(),
    async discard(id) {
      await shelf.removeParcels([id])
      kept.show({ outbox: await kept.parcels() })
    },
    async remove() {
      await shelf.removeParcels((await kept.parcels()).map(({ id }) => id))
      await shelf.removeWalk(walkId)
      kept.tell({ hasPack: false })
    },
    close() {
      courier.close()
      kept.close()
    },
  }
}
