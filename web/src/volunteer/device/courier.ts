/** Goes between the phone and the server: sends what waits, asks what others did, and tries again without a network. */
import { NoAnswerError, ProblemError } from '@doorwalk/client'
import { FRESH, fetchPack } from './fetch-walk.ts'
import type { KeptWalk } from './kept-walk.ts'
import { type ParcelMaker, ticked } from './parcels.ts'
import { clockAhead } from './phone.ts'
import { clientFor, isLinkOver, sendAll } from './post.ts'
import { isHeld } from './shelf.ts'
import type { SpillingShelf } from './spill.ts'
import { mergeChanges, mergePack, withClock } from '../model/merge.ts'
import { type Closed, targetsOf } from '../model/record.ts'
import { closedBy, stillCounts } from '../model/standing.ts'

/** Between two looks at what others did, ms. */
const LOOK_MILLISECONDS = 60_000
/** Between two tries without an answer, ms. */
const RETRY_MILLISECONDS = 15_000

export interface Courier {
  /** Sends what waits, and asks what others did. */
  sync(): Promise<void>
  /** The same after so many milliseconds. */
  later(milliseconds: number): void
  /** With the next sync also what was refused before. */
  tryRefused(): void
  /** The whole pack again. @throws ProblemError, NoAnswerError */
  reload(): Promise<void>
  /** Keeps visits of what was ticked and is not reported yet, to be sent. */
  reportTicks(): Promise<void>
  close(): void
}

export function openCourier({
  kept,
  shelf,
  walkId,
  now,
  maker,
}: {
  kept: KeptWalk
  shelf: SpillingShelf
  walkId: string
  now: () => number
  maker: ParcelMaker
}): Courier {
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let isClosed = false
  /** What was refused is tried again: once the walk is opened, and whenever that is asked for. */
  let isFresh = true

  function later(milliseconds: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      void sync()
    }, milliseconds)
    timers.add(timer)
  }

  let running: Promise<void> | undefined
  let isAgain = false
  /** Whoever comes while it runs has more to send: it runs once more. */
  function sync(): Promise<void> {
    isAgain = running !== undefined
    running ??= syncUntilDone().finally(() => (running = undefined))
    return running
  }

  async function syncUntilDone(): Promise<void> {
    do {
      isAgain = false
      await syncOnce()
    } while (isAgain)
  }

  async function syncOnce(): Promise<void> {
    if (isClosed) return
    await shelf.settle()
    kept.show({ isFull: shelf.isFull() })
    if (kept.view().outbox.some(({ load }) => load.kind === 'visit')) await askTheTime()
    const again = isFresh
    isFresh = false
    const sent = await sendAll({ shelf, now, again })
    kept.show({ sent: sent.kind, outbox: await kept.parcels() })
    if (sent.kind === 'no_network') {
      isFresh ||= again
      later(RETRY_MILLISECONDS)
    } else if (sent.kind === 'link_ended') await closeLink()
    else if (sent.kind === 'sent') await look()
    const held = kept.view().outbox.filter((parcel) => parcel.refused === null && isHeld(parcel, now()))
    const next = Math.min(...held.map(({ notBefore }) => notBefore))
    if (sent.kind === 'sent' && Number.isFinite(next)) later(Math.max(0, next - now()) + 50)
  }

  /** The phone's clock may have been set since it was last asked, or be days off after a reboot. */
  async function askTheTime(): Promise<void> {
    try {
      const answer = await clientFor(kept.view().record.token).fetch('/v1/link', FRESH)
      const [at, ahead] = [now(), clockAhead(answer, now())]
      if (ahead !== kept.view().record.clockAhead || at < kept.view().record.syncedAt)
        await kept.keep((record) => ({ record: withClock(record, ahead, at) }))
    } catch (error) {
      // Sending meets the same, and says so.
      if (!(error instanceof NoAnswerError || error instanceof ProblemError)) throw error
    }
  }

  /** What others did since. */
  async function look(): Promise<void> {
    const { token, cursor } = kept.view().record
    const address = `/v1/walks/${encodeURIComponent(walkId)}/pack?since=${encodeURIComponent(cursor)}`
    try {
      const answer = await clientFor(token).fetch(address, FRESH)
      const changes = (await answer.json()) as Parameters<typeof mergeChanges>[1]
      const ahead = clockAhead(answer, now())
      const at = now()
      await kept.keep((record) => ({ record: mergeChanges(withClock(record, ahead, at), changes, at) }))
      // Changed by hand, or planned again: stops and the ways between them may be others.
      if (changes.planId !== kept.view().pack.planId) await reload({ tells: true })
      await reportStopped()
    } catch (error) {
      await meet(error)
    }
  }

  /** The server shows nothing of the walk: for now, or no more. */
  async function meet(error: unknown): Promise<void> {
    if (error instanceof NoAnswerError) return kept.show({ sent: 'no_network' })
    if (!(error instanceof ProblemError)) throw error
    if (error.code === 'request.cursor') return reload({ tells: true }).catch(meet)
    const closed = closedBy(error)
    if (closed === 'link_ended') await closeLink()
    else if (closed) await close(closed)
  }

  async function closeLink(): Promise<void> {
    await close((await isLinkOver(clientFor(kept.view().record.token))) ? 'link_over' : 'link_ended')
  }

  async function close(closed: Closed): Promise<void> {
    if (kept.view().record.closed !== closed) await kept.keep((record) => ({ record: { ...record, closed } }))
    await reportStopped()
  }

  /** Ended, given back, removed, or with somebody else: what was ticked here is told all the same. */
  async function reportStopped(): Promise<void> {
    if (!stillCounts(kept.view().record) || ticked(kept.view().record).length === 0) return
    await reportTicks()
    later(0)
  }

  /** @param how.tells  that the order is another is news */
  async function reload(how: { tells?: boolean } = {}): Promise<void> {
    const { pack, ahead } = await fetchPack(kept.view().record.token, walkId, now)
    const at = now()
    await shelf.put(pack, (known = kept.view().record) => {
      const merged = mergePack(withClock(known, ahead, at), pack, at)
      const isOther = how.tells === true && merged.order.join() !== known.order.join()
      return isOther ? { ...merged, news: [...merged.news, { kind: 'rewritten' }] } : merged
    })
    kept.show({ pack })
    await kept.readAgain()
    // What is no longer on the walk cannot be gone on from by hand.
    const there = targetsOf(pack)
    const away = ticked(kept.view().record).filter((target) => !there.has(target))
    if (away.length > 0) await reportTicks(away)
    kept.tell({ hasPack: true })
  }

  async function reportTicks(targets = ticked(kept.view().record)): Promise<void> {
    if (targets.length > 0) await kept.keep(maker.ticksAt(targets, now()))
  }

  const onOnline = (): void => void sync()
  const onSeen = (): void => {
    if (document.visibilityState === 'visible') void sync()
  }
  const clock = setInterval(onSeen, LOOK_MILLISECONDS)
  addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', onSeen)

  return {
    sync,
    later,
    tryRefused() {
      isFresh = true
    },
    reload: () => reload(),
    reportTicks: () => reportTicks(),
    close() {
      isClosed = true
      clearInterval(clock)
      for (const timer of timers) clearTimeout(timer)
      removeEventListener('online', onOnline)
      document.removeEventListener('visibilitychange', onSeen)
    },
  }
}
