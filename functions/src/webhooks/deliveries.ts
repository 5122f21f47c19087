/**
 * Deliveries of events to receivers: each is tried until it is accepted, with growing pauses, and parked where
 * everybody can see it when no try is left. At least once: a process that dies between sending and noting sends again,
 * with the same id.
 */
import { randomInt } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import { liveSecrets } from './secret.ts'
import type { Send, Sent } from './send.ts'
import { signatureHeaders } from './sign.ts'
import { EventType, type FoundWebhook, type WebhookRef, changeWebhook, findWebhook } from './webhooks.ts'
import { changeItem } from '../store/change-item.ts'
import { type FilteredPage, filteredPage } from '../store/filtered-page.ts'
import { DELIVERY } from '../store/keys.ts'
import { isAhead } from '../ports/clock.ts'
import type { DeliveryRef } from '../ports/deliveries.ts'
import type { Log } from '../ports/log.ts'
import type { Item } from '../ports/store.ts'
import type { Storage } from '../world.ts'

const DeliveryAttempt = z.object({
  at: Moment.describe('moment'),
  status: z.number().nullable().describe('of the answer; null: none came'),
  error: z.string().nullable().describe('in words; null: it was taken'),
  milliseconds: z.number().describe('until the answer'),
})

export const DeliveryState = z.enum(['pending', 'delivered', 'parked'])

export const Delivery = z.object({
  eventId: z.string().describe('header `webhook-id`: the same on every attempt'),
  type: EventType.describe('of the event'),
  state: DeliveryState.describe('`parked`: given up until it is replayed'),
  createdAt: Moment.describe('moment of the event'),
  nextAt: Moment.nullable().describe('of the next attempt'),
  attempts: z.array(DeliveryAttempt).describe('oldest first'),
})
export type Delivery = z.infer<typeof Delivery>
nameSchemas({
  Delivery: [Delivery, 'an event on its way to a webhook'],
  DeliveryAttempt: [DeliveryAttempt, 'one attempt to deliver'],
})

const StoredDelivery = Delivery.extend({
  body: z.string(),
  /** Attempts since it was asked for, or asked for again. */
  tries: z.number(),
  /** Milliseconds; until then somebody is sending it. */
  busyUntil: z.number(),
})
type StoredDelivery = z.infer<typeof StoredDelivery>

export interface Deliverer {
  storage: Pick<Storage, 'store' | 'clock'>
  send: Send
  log: Log
}

/** Pauses between attempts, seconds: the schedule Standard Webhooks suggests, 28 hours in all. */
const PAUSES = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]
export const MAX_TRIES = PAUSES.length + 1
/** Either way, of a pause: receivers that failed together do not all come back together. */
const JITTER_SHARE = 0.2
/** Longer than one attempt may take. */
const BUSY_MILLISECONDS = 30_000
/** The longest pause there is. */
export const LONGEST_WAIT_MILLISECONDS = Math.max(...PAUSES) * (1 + JITTER_SHARE) * 1000
/** From its end: what is still to be delivered stays, whatever the clock was when it was made. */
const KEPT_SECONDS = 30 * 24 * 60 * 60
const MAX_ATTEMPTS_KEPT = 50
const GONE = 410

const keyOf = (ref: DeliveryRef) => DELIVERY.key(ref, ref.eventId)

/** False when this receiver has the event already. */
export function createDelivery(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  { ref, type, body }: { ref: DeliveryRef; type: EventType; body: string },
): Promise<boolean> {
  const now = new Date(clock.now()).toISOString()
  const data: StoredDelivery = {
    eventId: ref.eventId,
    type,
    state: 'pending',
    createdAt: now,
    nextAt: now,
    attempts: [],
    body,
    tries: 0,
    busyUntil: 0,
  }
  return store.create({ ...keyOf(ref), data })
}

interface DeliveriesAsked extends WebhookRef {
  after: string | undefined
  limit: number
  /** Undefined: of all. */
  state?: readonly Delivery['state'][] | undefined
  type?: readonly Delivery['type'][] | undefined
}

export function listDeliveries(
  { store }: Pick<Storage, 'store'>,
  { campaign, webhookId, after, limit, state, type }: DeliveriesAsked,
): Promise<FilteredPage<Delivery>> {
  const range = { ...DELIVERY.range({ campaign, webhookId }), limit, after, newestFirst: true }
  const passes = (delivery: Delivery): boolean =>
    (state?.includes(delivery.state) ?? true) && (type?.includes(delivery.type) ?? true)
  return filteredPage(store, range, (items) =>
    items
      .map(({ data }) => Delivery.parse(data))
      .map((delivery) => (passes(delivery) ? delivery : undefined)),
  )
}

/** All attempts once more, from now; the event keeps its id. @throws VisibleError delivery.unknown */
export async function replayDelivery(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  ref: DeliveryRef,
): Promise<Delivery> {
  const { value } = await changeItem(store, {
    key: keyOf(ref),
    schema: StoredDelivery,
    tries: Infinity,
    expiresAt: null,
    change(old): StoredDelivery {
      if (!old) {
        throw new VisibleError(
          'not_found',
          'delivery.unknown',
          `there is no delivery "${ref.eventId}" to this webhook`,
        )
      }
      return { ...old, state: 'pending', tries: 0, nextAt: new Date(clock.now()).toISOString(), busyUntil: 0 }
    },
  })
  return Delivery.parse(value)
}

/**
 * Sends once, if it is time.
 *
 * @returns when to look again, milliseconds since the epoch; undefined: never
 */
export async function attemptDelivery(deliverer: Deliverer, ref: DeliveryRef): Promise<number | undefined> {
  const { storage, send, log } = deliverer
  const { store, clock } = storage
  const item = await store.get(keyOf(ref))
  if (!item) return undefined
  const delivery = StoredDelivery.parse(item.data)
  if (delivery.state !== 'pending' || delivery.nextAt === null) return undefined
  const wait = waitOf({ nextAt: Date.parse(delivery.nextAt), busyUntil: delivery.busyUntil }, clock.now())
  if (wait !== undefined) return wait
  const found = await findWebhook(storage, ref)
  if (!found || found.webhook.disabled !== null) {
    await replace(storage, item, { ...delivery, state: 'parked', nextAt: null })
    return undefined
  }

  const taken = { ...delivery, busyUntil: clock.now() + BUSY_MILLISECONDS }
  if (!(await replace(storage, item, taken))) return taken.busyUntil
  const startedAt = clock.now()
  const { webhook } = found
  const sent = await send({
    url: webhook.url,
    body: delivery.body,
    headers: signatureHeaders({
      id: ref.eventId,
      at: startedAt,
      body: delivery.body,
      secrets: liveSecrets(webhook, startedAt),
    }),
  })
  const after = { ...noted(taken, sent, { startedAt, endedAt: clock.now() }), busyUntil: 0 }
  await replace(storage, { ...item, version: item.version + 1 }, after)
  log({
    level: after.state === 'parked' ? 'warn' : 'info',
    event: 'webhook.attempt',
    webhook: ref.webhookId,
    eventId: ref.eventId,
    status: sent.status ?? 0,
    state: after.state,
    milliseconds: Math.max(0, clock.now() - startedAt),
  })
  await noteHealth(deliverer, { ref, found, delivery: after, sent, startedAt })
  return after.nextAt === null ? undefined : Date.parse(after.nextAt)
}

/** When it is time, milliseconds; undefined: now. */
function waitOf(
  { nextAt, busyUntil }: { nextAt: number; busyUntil: number },
  now: number,
): number | undefined {
  const isWaiting = isAhead(nextAt, { now, longest: LONGEST_WAIT_MILLISECONDS })
  const isBusy = isAhead(busyUntil, { now, longest: BUSY_MILLISECONDS })
  if (!isWaiting && !isBusy) return undefined
  return Math.max(isWaiting ? nextAt : 0, isBusy ? busyUntil : 0)
}

function noted(
  delivery: StoredDelivery,
  { status, error, retryAfter }: Sent,
  { startedAt, endedAt }: { startedAt: number; endedAt: number },
): StoredDelivery {
  const milliseconds = Math.max(0, endedAt - startedAt)
  const attempt = { at: new Date(startedAt).toISOString(), status, error, milliseconds }
  const attempts = [...delivery.attempts, attempt].slice(-MAX_ATTEMPTS_KEPT)
  const tries = delivery.tries + 1
  if (isAccepted(status)) return { ...delivery, attempts, tries, state: 'delivered', nextAt: null }
  const pause = status === GONE ? undefined : PAUSES[tries - 1]
  if (pause === undefined) return { ...delivery, attempts, tries, state: 'parked', nextAt: null }
  const longest = PAUSES.at(-1) ?? pause
  const seconds = Math.max(pause * jitter(), Math.min(retryAfter ?? 0, longest))
  return { ...delivery, attempts, tries, nextAt: new Date(endedAt + seconds * 1000).toISOString() }
}

/** A receiver that says it is gone, or has taken nothing through all attempts of an event, is switched off. */
async function noteHealth(
  { storage, log }: Deliverer,
  turn: { ref: DeliveryRef; found: FoundWebhook; delivery: StoredDelivery; sent: Sent; startedAt: number },
): Promise<void> {
  const { ref, found, delivery, sent, startedAt } = turn
  const { failingSince } = found.webhook
  if (isAccepted(sent.status)) {
    if (failingSince !== null) await changeWebhook(storage, ref, (old) => ({ ...old, failingSince: null }))
    return
  }
  // Later than now: from before the clock was set back.
  const isKnown = failingSince !== null && Date.parse(failingSince) <= startedAt
  const since = isKnown ? failingSince : new Date(startedAt).toISOString()
  const first = delivery.attempts.at(-delivery.tries)?.at ?? since
  const isDead = delivery.state === 'parked' && (sent.status === GONE || since <= first)
  if (!isDead) {
    if (!isKnown) await changeWebhook(storage, ref, (old) => ({ ...old, failingSince: since }))
    return
  }
  const reason =
    sent.status === GONE
      ? 'the receiver answered 410 Gone'
      : `${delivery.tries} attempts failed and none succeeded since ${since}`
  const at = new Date(storage.clock.now()).toISOString()
  await changeWebhook(storage, ref, (old) => ({ ...old, failingSince: since, disabled: { at, reason } }))
  log({ level: 'warn', event: 'webhook.disabled', webhook: ref.webhookId, reason })
}

function isAccepted(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}

function jitter(): number {
  return 1 - JITTER_SHARE + (2 * JITTER_SHARE * randomInt(1_000_001)) / 1_000_000
}

function replace(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  item: Item,
  data: StoredDelivery,
): Promise<boolean> {
  const isOver = data.state !== 'pending'
  const expiry = isOver && { expiresAt: Math.floor(clock.now() / 1000) + KEPT_SECONDS }
  return store.replace({ ...item, ...expiry, data }, item.version)
}
