/** One walk on this phone, between what is shown, what is kept, and the server. All changes go through here. */
import { NoAnswerError, ProblemError, type Visit } from '@doorwalk/client'
import { clockAhead } from './phone.ts'
import { type Sent, clientFor, sendAll } from './post.ts'
import type { Changed, Fact, Parcel, Shelf } from './shelf.ts'
import { mergeChanges, mergePack } from '../model/merge.ts'
import { type WalkPack, type WalkRecord, newRecord } from '../model/record.ts'
import { leaveTarget, takeBack } from '../model/ticks.ts'

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
  /** Storage is full: the last change is not kept. */
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
  /** Takes back a visit that is not on its way yet. False: it is. */
  takeBack(visit: string): Promise<boolean>
  /** Tells the organisers what of a building is otherwise than the map says. */
  report(fact: Fact): Promise<void>
  start(): Promise<void>
  finish(): Promise<void>
  /** Sends what waits, and asks what others did. */
  sync(): Promise<void>
  /** The whole pack again, after the walk was changed on the server. */
  reload(): Promise<void>
  discard(parcel: string): Promise<void>
  /** All about the walk goes from this phone. */
  remove(): Promise<void>
  close(): void
}

interface Opening {
  shelf: Shelf
  walkId: string
  now?: () => number
}

/** The walk that a link opens, fetched and kept. @throws ProblemError, NoAnswerError */
export async function fetchWalk(shelf: Shelf, token: string, now = Date.now): Promise<string> {
  const doorwalk = clientFor(token)
  const { walkId } = await doorwalk.GET('/v1/link')
  const known = await shelf.walk(walkId)
  const { pack, ahead } = await fetchPack(token, walkId, now)
  const record = known ? { ...mergePack(known, pack, now()), token } : newRecord(pack, token, now())
  await shelf.put({ ...record, clockAhead: ahead }, pack)
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
    isFull: false,
    isSaving: false,
  }
  const listeners = new Set<() => void>()
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : undefined
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let isClosed = false
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
      show({ isFull: false })
      return record !== undefined
    } catch (error) {
      if (!isQuota(error)) throw error
      show({ isFull: true })
      return false
    } finally {
      if (--keeping === 0) show({ isSaving: false })
      if (!view.isFull) await readAgain()
    }
  }

  function parcel(id: string, load: Parcel['load'], notBefore = 0): Parcel {
    return { id, walkId, made: now(), notBefore, tries: 0, refused: null, load }
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
    const sent = await sendAll({ shelf, now, tokenOf: async (id) => (await shelf.walk(id))?.token })
    show({ sent: sent.kind, outbox: await ownParcels() })
    if (sent.kind === 'no_network') later(RETRY_MILLISECONDS)
    else if (sent.kind === 'sent') await look()
    const next = Math.min(
      ...view.outbox.filter(({ refused }) => refused === null).map(({ notBefore }) => notBefore),
    )
    if (sent.kind === 'sent' && Number.isFinite(next)) later(Math.max(0, next - now()) + 50)
  }

  /** What others did since. */
  async function look(): Promise<void> {
    const { token, cursor } = view.record
    const address = `/v1/walks/${encodeURIComponent(walkId)}/pack?since=${encodeURIComponent(cursor)}`
    try {
      const answer = await clientFor(token).fetch(address, FRESH)
      const changes = (await answer.json()) as Parameters<typeof mergeChanges>[1]
      const ahead = clockAhead(answer, now())
      await keep((record) => ({ record: { ...mergeChanges(record, changes, now()), clockAhead: ahead } }))
    } catch (error) {
      if (error instanceof NoAnswerError) show({ sent: 'no_network' })
      else if (error instanceof ProblemError && error.code === 'request.cursor') await reload()
      else if (error instanceof ProblemError && error.status === 401) show({ sent: 'link_ended' })
      else if (!(error instanceof ProblemError)) throw error
    }
  }

  async function reload(): Promise<void> {
    const { pack, ahead } = await fetchPack(view.record.token, walkId, now)
    const record = (await shelf.walk(walkId)) ?? view.record
    await shelf.put({ ...mergePack(record, pack, now()), clockAhead: ahead }, pack)
    show({ pack })
    await readAgain()
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
      const id = newId('vis')
      await keep((record) => {
        const left = leaveTarget(record, target, { ...how, visit: id, now: now() })
        return { record: left.record, send: left.visit ? [visitParcel(left.visit)] : [] }
      })
      later(SLIP_MILLISECONDS + 50)
    },
    takeBack: (visit) =>
      keep((record) => {
        const load = view.outbox.find(({ id }) => id === visit)?.load
        return load?.kind === 'visit'
          ? { record: takeBack(record, load.visit.target, visit), withdraw: [visit] }
          : null
      }),
    async report(fact) {
      await keep((record) => ({ record, send: [parcel(newId('fact'), { kind: 'fact', fact })] }))
      await sync()
    },
    async start() {
      const load = { kind: 'start' } as const
      await keep((record) => ({
        record: { ...record, startedAt: record.startedAt ?? now() },
        send: record.startedAt === null ? [parcel(`start-${walkId}`, load)] : [],
      }))
      await sync()
    },
    async finish() {
      await keep((record) => ({
        record: { ...record, finishedAt: record.finishedAt ?? now(), current: null },
        send: [parcel(`finish-${walkId}`, { kind: 'finish' })],
      }))
      await sync()
    },
    sync,
    reload,
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

  function visitParcel(visit: Visit): Parcel {
    return parcel(visit.id, { kind: 'visit', visit }, now() + SLIP_MILLISECONDS)
  }
}

/** 128 random bits; `randomUUID` is there with HTTPS only. */
export function newId(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `${kind}_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}
