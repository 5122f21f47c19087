/** Brings parcels to the server, each once, whatever the network, other tabs or the phone do meanwhile. */
import { type Doorwalk, NoAnswerError, ProblemError, createDoorwalk } from '@doorwalk/client'
import { type Fact, type Parcel, type Shelf, isHeld } from './shelf.ts'
import { localMoment, serverTime } from '../model/ticks.ts'

/** Visits of one call. */
const MOST_VISITS = 200
/** Of several tabs one sends. */
const LOCK = 'doorwalk-post'

export type Sent =
  /** Nothing waits any more, or not yet. */
  | { kind: 'sent'; count: number }
  /** No answer: it is tried again. */
  | { kind: 'no_network' }
  /** The link has ended: what waits stays. */
  | { kind: 'link_ended'; detail: string }

export interface PostOptions {
  shelf: Shelf
  /** Milliseconds of this phone. */
  now: () => number
  /** Also what was refused before: why may be over. */
  again?: boolean
}

/** `retries`: for what somebody waits for on the page; all else is tried again by its own clock. */
export function clientFor(token: string, retries = 0): Doorwalk {
  return createDoorwalk({ key: token, retries, timeout: 20_000 })
}

/** Sends all that is due. Safe to call at any time: a parcel that was sent twice counts once. */
export function sendAll(options: PostOptions): Promise<Sent> {
  const send = (): Promise<Sent> => sendDue(options)
  // Absent where a page comes without HTTPS.
  if (!('locks' in navigator)) return send()
  let isGiven = false
  const locked = navigator.locks.request(LOCK, () => {
    isGiven = true
    return send()
  })
  // Denied with storage: then no other tab has anything to send either.
  return locked.catch((error: unknown) => {
    if (isGiven) throw error
    return send()
  })
}

async function sendDue({ shelf, now, again = false }: PostOptions): Promise<Sent> {
  let count = 0
  const waiting = (await shelf.outbox()).filter(({ refused }) => again || refused === null)
  // What is held back holds back what comes after it: a walk is finished behind its last visit.
  for (const walkId of new Set(waiting.map((parcel) => parcel.walkId))) {
    const parcels = waiting.filter((parcel) => parcel.walkId === walkId)
    const held = parcels.findIndex((parcel) => isHeld(parcel, now()))
    const due = held < 0 ? parcels : parcels.slice(0, held)
    const record = due.length === 0 ? undefined : await shelf.walk(walkId)
    // Undefined: the walk is no longer on this phone.
    if (!record) continue
    const visits = due.map((parcel) => notInFuture(parcel, serverTime(record, now())))
    try {
      count += await sendOf(clientFor(record.token), { shelf, walkId, due: visits })
    } catch (error) {
      if (error instanceof NoAnswerError) return { kind: 'no_network' }
      if (isEnded(error)) return { kind: 'link_ended', detail: error.message }
      if (error instanceof ProblemError && (error.status === 429 || error.status >= 500))
        return { kind: 'no_network' }
      throw error
    }
  }
  return { kind: 'sent', count }
}

async function sendOf(
  doorwalk: Doorwalk,
  { shelf, walkId, due }: { shelf: Shelf; walkId: string; due: Parcel[] },
): Promise<number> {
  let count = 0
  for (const group of groupsOf(due)) {
    const live: Parcel[] = []
    for (const parcel of group) if (await shelf.markTried(parcel.id)) live.push(parcel)
    if (live.length === 0) continue
    count +=
      live[0]!.load.kind === 'visit'
        ? await sendVisits(doorwalk, shelf, live)
        : await sendCall(doorwalk, { shelf, walkId, parcel: live[0]! })
  }
  return count
}

/** What a phone noted whose clock was ahead was noted now at the latest. */
function notInFuture(parcel: Parcel, latest: number): Parcel {
  const { load } = parcel
  if (load.kind !== 'visit' || Date.parse(load.visit.at) <= latest) return parcel
  return { ...parcel, load: { ...load, visit: { ...load.visit, at: localMoment(latest) } } }
}

/** Runs of visits together, calls alone, in order. */
function groupsOf(due: Parcel[]): Parcel[][] {
  const groups: Parcel[][] = []
  for (const parcel of due) {
    const last = groups.at(-1)
    const joins =
      last?.[0]?.load.kind === 'visit' && parcel.load.kind === 'visit' && last.length < MOST_VISITS
    if (joins) last.push(parcel)
    else groups.push([parcel])
  }
  return groups
}

async function sendVisits(doorwalk: Doorwalk, shelf: Shelf, parcels: Parcel[]): Promise<number> {
  const visits = parcels.flatMap(({ load }) => (load.kind === 'visit' ? [load.visit] : []))
  const answer = await oneOrAll(doorwalk, visits)
  const refused = new Map(answer.refused.map((each) => [each.id, each.reason]))
  await shelf.removeParcels(parcels.filter(({ id }) => !refused.has(id)).map(({ id }) => id))
  for (const parcel of parcels) {
    const why = refused.get(parcel.id)
    if (why !== undefined) await shelf.putParcel({ ...parcel, refused: why })
  }
  return parcels.length - refused.size
}

/**
 * What is refused, by reason or by code of the problem. A body that is refused as a whole is tried visit by visit, so
 * that one that is wrong holds back no other.
 */
async function oneOrAll(
  doorwalk: Doorwalk,
  visits: Extract<Parcel['load'], { kind: 'visit' }>['visit'][],
): Promise<{ refused: { id: string; reason: string }[] }> {
  try {
    const { refused } = await doorwalk.POST('/v1/visits', { body: { visits } })
    return { refused: refused.map(({ id, reason }) => ({ id: id ?? '', reason })) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (visits.length === 1) return { refused: [{ id: visits[0]!.id, reason: error.code }] }
    const each = []
    for (const visit of visits) each.push(await oneOrAll(doorwalk, [visit]))
    return { refused: each.flatMap(({ refused }) => refused) }
  }
}

async function sendCall(
  doorwalk: Doorwalk,
  { shelf, walkId, parcel }: { shelf: Shelf; walkId: string; parcel: Parcel },
): Promise<number> {
  const params = { path: { walkId } }
  if (parcel.load.kind === 'fact')
    return sendFact(doorwalk, { shelf, params, parcel, fact: parcel.load.fact })
  try {
    if (parcel.load.kind === 'start') await doorwalk.POST('/v1/walks/{walkId}/start', { params })
    else await doorwalk.POST('/v1/walks/{walkId}/finish', { params })
  } catch (error) {
    // It has begun, or is over, for somebody else, or for this link: nothing is lost by it.
    if (!isRefusal(error) && !(isEnded(error) && (await isLinkOver(doorwalk)))) throw error
  }
  await shelf.removeParcels([parcel.id])
  return 1
}

async function sendFact(
  doorwalk: Doorwalk,
  input: { shelf: Shelf; params: { path: { walkId: string } }; parcel: Parcel; fact: Fact },
): Promise<number> {
  const { shelf, params, parcel, fact } = input
  const headers = { 'Idempotency-Key': parcel.id }
  try {
    await doorwalk.POST('/v1/walks/{walkId}/corrections', { params, body: fact, headers })
  } catch (error) {
    if (!isRefusal(error)) throw error
    await shelf.putParcel({ ...parcel, refused: error.code })
    return 0
  }
  await shelf.removeParcels([parcel.id])
  return 1
}

/** Its time is over, and visits are still taken; false: it was revoked. */
export async function isLinkOver(doorwalk: Doorwalk): Promise<boolean> {
  return doorwalk.GET('/v1/link').then(
    ({ isOver }) => isOver,
    () => false,
  )
}

function isEnded(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.status === 401
}

/** The server has understood, and says no. */
function isRefusal(error: unknown): error is ProblemError {
  return (
    error instanceof ProblemError &&
    error.status >= 400 &&
    error.status < 500 &&
    ![401, 408, 429].includes(error.status)
  )
}
