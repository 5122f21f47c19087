/** One walk on this phone, between what is shown, what is kept, and the server. All changes go through here. */
import { NoAnswerError, ProblemError, type Visit } from '@doorwalk/client'
import { clockAhead } from './phone.ts'
import { type Sent, clientFor, isLinkOver, sendAll } from './post.ts'
import { type Changed, type Fact, type Parcel, isHeld } from './shelf.ts'
import type { SpillingShelf } from './spill.ts'
import { mergeChanges, mergePack, withClock } from '../model/merge.ts'
import {
  type Closed,
  type WalkPack,
  type WalkRecord,
  newRecord,
  targetsOf,
  ticksOf,
} from '../model/record.ts'
import { closedBy, holderHere, stillCounts } from '../model/standing.ts'
import { leaveDoor, leaveTicked, takeBack } from '../model/ticks.ts'

/** So long a slip can be taken back before it is sent, ms. */
const SLIP_MILLISECONDS = 8_000
/** Between two looks at what others did, ms. */
const LOOK_MILLISECONDS = 60_000
/** Between two tries without an answer, ms. */
const RETRY_MILLISECONDS = 15_000
const CHANNEL = 'doorwalk-walk'
/** What tabs tell each other. */
interface Word {
  walkId: string
  /** The pack is another, too. */
  hasPack: boolean
}
/** Nothing of a walk stays in the cache of the browser, from which nobody could remove it. */
const FRESH: RequestInit = { cache: 'no-store' }

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

/** When a parcel was made, and until when it is held back, ms. */
interface Due {
  at: number
  notBefore?: number
}

interface Opening {
  shelf: SpillingShelf
  walkId: string
  now?: () => number
}

/** The walk that a link opens, fetched and kept. @throws ProblemError, NoAnswerError */
export async function fetchWalk(shelf: SpillingShelf, token: string, now = Date.now): Promise<string> {
  const doorwalk = clientFor(token)
  const { walkId, walker: madeFor } = await doorwalk.GET('/v1/link')
  const { pack, ahead } = await fetchPack(token, walkId, now)
  await shelf.put(pack, (known) => {
    const at = now()
    const record = known ?? newRecord(pack, token, at)
    const mine = holderHere(pack.walker, { known, madeFor })
    return { ...mergePack(withClock(record, ahead, at), pack, at), token, mine }
  })
  return walkId
}

async function fetchPack(
  token: string,
  walkId: string,
  now: () => number,
): Promise<{ pack: WalkPack; ahead: number }> {
  const answer = await clientFor(token).fetch(`/v1/walks/${encodeURIComponent(walkId)}/pack`, FRESH)
  return { ahead: clockAhead(answer, now()), pack: (await answer.json()) as WalkPack }
}

/** Undefined: nothing of it is on this phone. */
export async function openSession({ shelf, walkId, now = Date.now }: Opening): Promise<Session | undefined> {
  const [found, pack] = await Promise.all([shelf.walk(walkId), shelf.pack(walkId)])
  if (!found || !pack) return undefined
  let view: View = {
    record: found,
    pack,
    outbox: await ownParcels(),
    sent: null,
    isFull: shelf.isFull(),
    isSaving: false,
  }
  const listeners = new Set<() => void>()
  const channel = openChannel()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let isClosed = false
  /** What was refused is tried again: once the walk is opened, and whenever that is asked for. */
  let isFresh = true
  /** Changes that are being written. */
  let keeping = 0

  async function ownParcels(): Promise<Parcel[]> {
    return (await shelf.outbox()).filter((parcel) => parcel.walkId === walkId)
  }

  function show(next: Partial<View>): void {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }

  /** The walk as it is kept: after another tab, or a change here, has written it. */
  async function readAgain(): Promise<void> {
    if (keeping > 0) return
    const [record, outbox] = await Promise.all([shelf.walk(walkId), ownParcels()])
    if (record && keeping === 0) show({ record, outbox })
  }

  /** Another tab has changed something. The pack is large, and seldom another. */
  async function hear({ hasPack }: Word): Promise<void> {
    const pack = hasPack ? await shelf.pack(walkId) : undefined
    if (pack) show({ pack })
    await readAgain()
  }

  /** Shown at once; what is kept comes from the shelf, which knows what other tabs did. */
  async function keep(change: (record: WalkRecord) => Changed | null): Promise<boolean> {
    const guess = change(view.record)
    if (!guess) return false
    const withdrawn = new Set(guess.withdraw)
    const others = view.outbox.filter(({ id }) => !withdrawn.has(id))
    show({ record: guess.record, outbox: [...others, ...(guess.send ?? [])], isSaving: true })
    keeping++
    try {
      const record = await shelf.change(walkId, change)
      if (record) channel?.postMessage({ walkId, hasPack: false } satisfies Word)
      return record !== undefined
    } finally {
      if (--keeping === 0) show({ isSaving: false, isFull: shelf.isFull() })
      await readAgain()
    }
  }

  function parcel(id: string, load: Parcel['load'], { at, notBefore = 0 }: Due): Parcel {
    return { id, walkId, made: at, notBefore, tries: 0, refused: null, load }
  }

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
    show({ isFull: shelf.isFull() })
    if (view.outbox.some(({ load }) => load.kind === 'visit')) await askTheTime()
    const again = isFresh
    isFresh = false
    const sent = await sendAll({ shelf, now, again })
    show({ sent: sent.kind, outbox: await ownParcels() })
    if (sent.kind === 'no_network') {
      isFresh ||= again
      later(RETRY_MILLISECONDS)
    } else if (sent.kind === 'link_ended') await closeLink()
    else if (sent.kind === 'sent') await look()
    const held = view.outbox.filter((parcel) => parcel.refused === null && isHeld(parcel, now()))
    const next = Math.min(...held.map(({ notBefore }) => notBefore))
    if (sent.kind === 'sent' && Number.isFinite(next)) later(Math.max(0, next - now()) + 50)
  }

  /** The phone's clock may have been set since it was last asked, or be days off after a reboot. */
  async function askTheTime(): Promise<void> {
    try {
      const answer = await clientFor(view.record.token).fetch('/v1/link', FRESH)
      const [at, ahead] = [now(), clockAhead(answer, now())]
      if (ahead !== view.record.clockAhead || at < view.record.syncedAt)
        await keep((record) => ({ record: withClock(record, ahead, at) }))
    } catch (error) {
      // Sending meets the same, and says so.
      if (!(error instanceof NoAnswerError || error instanceof ProblemError)) throw error
    }
  }

  /** What others did since. */
  async function look(): Promise<void> {
    const { token, cursor } = view.record
    const address = `/v1/walks/${encodeURIComponent(walkId)}/pack?since=${encodeURIComponent(cursor)}`
    try {
      const answer = await clientFor(token).fetch(address, FRESH)
      const changes = (await answer.json()) as Parameters<typeof mergeChanges>[1]
      const ahead = clockAhead(answer, now())
      const at = now()
      await keep((record) => ({ record: mergeChanges(withClock(record, ahead, at), changes, at) }))
      // Changed by hand, or planned again: stops and the ways between them may be others.
      if (changes.planId !== view.pack.planId) await reload({ tells: true })
      await reportStopped()
    } catch (error) {
      await meet(error)
    }
  }

  /** The server shows nothing of the walk: for now, or no more. */
  async function meet(error: unknown): Promise<void> {
    if (error instanceof NoAnswerError) return show({ sent: 'no_network' })
    if (!(error instanceof ProblemError)) throw error
    if (error.code === 'request.cursor') return reload({ tells: true }).catch(meet)
    const closed = closedBy(error)
    if (closed === 'link_ended') await closeLink()
    else if (closed) await close(closed)
  }

  async function closeLink(): Promise<void> {
    await close((await isLinkOver(clientFor(view.record.token))) ? 'link_over' : 'link_ended')
  }

  async function close(closed: Closed): Promise<void> {
    if (view.record.closed !== closed) await keep((record) => ({ record: { ...record, closed } }))
    await reportStopped()
  }

  /** Ended, given back, removed, or with somebody else: what was ticked here is told all the same. */
  async function reportStopped(): Promise<void> {
    if (!stillCounts(view.record) || ticked(view.record).length === 0) return
    await reportTicks()
    later(0)
  }

  /** @param how.tells  that the order is another is news */
  async function reload(how: { tells?: boolean } = {}): Promise<void> {
    const { pack, ahead } = await fetchPack(view.record.token, walkId, now)
    const at = now()
    await shelf.put(pack, (known = view.record) => {
      const merged = mergePack(withClock(known, ahead, at), pack, at)
      const isOther = how.tells === true && merged.order.join() !== known.order.join()
      return isOther ? { ...merged, news: [...merged.news, { kind: 'rewritten' }] } : merged
    })
    show({ pack })
    await readAgain()
    // What is no longer on the walk cannot be gone on from by hand.
    const there = targetsOf(pack)
    const away = ticked(view.record).filter((target) => !there.has(target))
    if (away.length > 0) await reportTicks(away)
    channel?.postMessage({ walkId, hasPack: true } satisfies Word)
  }

  const onOnline = (): void => void sync()
  const onSeen = (): void => {
    if (document.visibilityState === 'visible') void sync()
  }
  const clock = setInterval(onSeen, LOOK_MILLISECONDS)
  addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', onSeen)
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Word>) => void (data.walkId === walkId && hear(data))
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async change(change) {
      await keep((record) => ({ record: change(record) }))
    },
    async leave(target, how = {}) {
      const at = now()
      const ids = new Map<string, string>()
      const visitFor = (of: string): string => ids.get(of) ?? (ids.set(of, newId('vis')), ids.get(of)!)
      await keep((record) => {
        const left = leaveDoor(record, target, { ...how, pack: view.pack, visitFor, now: at })
        return { record: left.record, send: left.visits.map((visit) => visitParcel(visit, at)) }
      })
      later(SLIP_MILLISECONDS + 50)
    },
    takeBack: (visit) =>
      keep((record) => {
        const made = view.outbox.find(({ id }) => id === visit)?.made
        const own = view.outbox.flatMap(({ made: at, load }) =>
          at === made && load.kind === 'visit' ? [load.visit] : [],
        )
        if (own.length === 0) return null
        const back = own.reduce((now, { target, id }) => takeBack(now, target, id), record)
        const taken = new Set(own.map(({ target }) => target))
        const current = record.order.find((target) => taken.has(target)) ?? back.current
        return { record: { ...back, current }, withdraw: own.map(({ id }) => id) }
      }),
    async report(fact) {
      const told = parcel(newId('fact'), { kind: 'fact', fact }, { at: now() })
      await keep((record) => ({ record, send: [told] }))
      await sync()
    },
    async start() {
      const at = now()
      const told = parcel(`start-${walkId}`, { kind: 'start' }, { at })
      await keep((record) => ({
        record: { ...record, startedAt: record.startedAt ?? at },
        send: record.startedAt === null ? [told] : [],
      }))
      await sync()
    },
    async finish() {
      const at = now()
      const report = ticksAt(ticked(view.record), at)
      // Behind the last visit.
      const told = parcel(`finish-${walkId}`, { kind: 'finish' }, { at: at + 1 })
      await keep((record) => {
        const { record: left, send } = report(record)
        return {
          record: { ...left, finishedAt: left.finishedAt ?? at, current: null },
          send: [...send, told],
        }
      })
      await sync()
    },
    async reportTicks() {
      await reportTicks()
      await sync()
    },
    sync,
    async sendNow() {
      isFresh = true
      for (const held of view.outbox.filter(({ notBefore }) => notBefore > now()))
        await shelf.putParcel({ ...held, notBefore: 0 })
      await sync()
    },
    reload: () => reload(),
    async discard(id) {
      await shelf.removeParcels([id])
      show({ outbox: await ownParcels() })
    },
    async remove() {
      await shelf.removeParcels((await ownParcels()).map(({ id }) => id))
      await shelf.removeWalk(walkId)
      channel?.postMessage({ walkId, hasPack: false } satisfies Word)
    },
    close() {
      isClosed = true
      clearInterval(clock)
      for (const timer of timers) clearTimeout(timer)
      removeEventListener('online', onOnline)
      document.removeEventListener('visibilitychange', onSeen)
      channel?.close()
    },
  }

  function visitParcel(visit: Visit, at: number, slip = SLIP_MILLISECONDS): Parcel {
    return parcel(visit.id, { kind: 'visit', visit }, { at, notBefore: at + slip })
  }

  /** Without time for a slip: it is told before something else that cannot be taken back. */
  function ticksAt(
    targets: string[],
    at: number,
  ): (record: WalkRecord) => { record: WalkRecord; send: Parcel[] } {
    const ids = new Map(targets.map((target) => [target, newId('vis')]))
    return (record) => {
      const left = leaveTicked(record, { targets, visitFor: (target) => ids.get(target) ?? '', now: at })
      return { record: left.record, send: left.visits.map((visit) => visitParcel(visit, at, 0)) }
    }
  }

  async function reportTicks(targets = ticked(view.record)): Promise<void> {
    if (targets.length > 0) await keep(ticksAt(targets, now()))
  }
}

/** 128 random bits; `randomUUID` is there with HTTPS only. */
export function newId(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `${kind}_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Targets with ticks that are not reported. */
function ticked(record: WalkRecord): string[] {
  return Object.keys(record.marks).filter((target) => ticksOf(record, target) > 0)
}

/** Undefined: the browser denies tabs to talk. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL)
  } catch {
    return undefined
  }
}
