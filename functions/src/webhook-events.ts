/**
 * Events, from what happened to the receivers that want to hear of it. The queue of what is due lies in the table,
 * ordered by time; on AWS a message to SQS brings the first attempt forward, and a sweep sends what came due.
 */
import { z } from '@hono/zod-openapi'
import { readHead } from './plans.ts'
import { type Deliverer, attemptDelivery, createDelivery } from './webhook-deliveries.ts'
import {
  type EventType,
  TEST_EVENT,
  type Webhook,
  type WebhookRef,
  findWebhook,
  listWebhooks,
} from './webhooks.ts'
import { dueKey } from './store/keys.ts'
import { DUE_ITEMS } from './store/keys.ts'
import type { DeliveryRef, PlanRef, RingDelivery, Storage } from './world.ts'

export const DeliveryMessage = z.object({
  campaign: z.string().min(1),
  webhookId: z.string().min(1),
  eventId: z.string().min(1),
})

type Events = Pick<Storage, 'store' | 'clock' | 'id'>

/** After a ring, somebody has taken it by then. */
const RING_MILLISECONDS = 120_000
const PAGE = 100

/** Tells every receiver once, however often it is called with the same event. */
export async function emit(
  storage: Pick<Storage, 'store' | 'clock'>,
  { campaign, event, ring }: { campaign: string; event: NewEvent; ring: RingDelivery },
): Promise<void> {
  for (const webhook of await listWebhooks(storage, campaign)) {
    if (isWanted(webhook, event.type)) {
      await send(storage, { ref: { campaign, webhookId: webhook.id, eventId: event.id }, event, ring })
    }
  }
}

/** Does any receiver want to hear of such events? */
export async function isHeard(
  storage: Pick<Storage, 'store'>,
  { campaign, type }: { campaign: string; type: EventType },
): Promise<boolean> {
  return (await listWebhooks(storage, campaign)).some((webhook) => isWanted(webhook, type))
}

export interface NewEvent {
  id: string
  type: EventType
  data: Record<string, unknown>
}

function isWanted({ disabled, events }: Webhook, type: EventType): boolean {
  return disabled === null && events.some((each) => each === type)
}

async function send(
  storage: Pick<Storage, 'store' | 'clock'>,
  { ref, event, ring }: { ref: DeliveryRef; event: NewEvent; ring: RingDelivery },
): Promise<void> {
  const { clock } = storage
  const body = JSON.stringify({
    type: event.type,
    timestamp: new Date(clock.now()).toISOString(),
    data: event.data,
  })
  // The reminder first: a process that dies here leaves one that finds nothing, not a delivery nobody remembers.
  await remind(storage, { ref, at: clock.now() + RING_MILLISECONDS })
  if (await createDelivery(storage, { ref, type: event.type, body })) await ring(ref)
}

/** `plan.completed` or `plan.failed`, for a plan that has ended; a cancelled one is no news. */
export async function emitPlanEnd(
  storage: Pick<Storage, 'store' | 'clock'>,
  { ref, ring, isAwaited }: { ref: PlanRef; ring: RingDelivery; isAwaited: boolean },
): Promise<void> {
  const head = (await readHead(storage, ref))?.head
  if (head?.status !== 'done' && head?.status !== 'failed') return
  // Whoever waits is answered with the error, and never learns the id.
  if (head.status === 'failed' && isAwaited) return
  const type = head.status === 'done' ? 'plan.completed' : 'plan.failed'
  const { id, region, summary, error } = head
  await emit(storage, {
    campaign: ref.campaign,
    ring,
    event: {
      // Made of the plan's id, so that a second end of the same plan is the same event.
      id: `${id.replace(/^pln_/, 'evt_')}_${head.status}`,
      type,
      data: { planId: id, region, href: `/v1/plans/${id}`, ...(error ? { error } : { summary }) },
    },
  })
}

export async function emitTest(
  storage: Events,
  { ref, ring }: { ref: WebhookRef; ring: RingDelivery },
): Promise<string> {
  const id = storage.id('evt')
  const event: NewEvent = { id, type: TEST_EVENT, data: { webhookId: ref.webhookId } }
  await send(storage, { ref: { ...ref, eventId: id }, event, ring })
  return id
}

/** Attempts a delivery and remembers when to look again; tells the others when the receiver was switched off. */
export async function deliver(
  deliverer: Deliverer & { ring: RingDelivery },
  ref: DeliveryRef,
): Promise<void> {
  const { storage, ring } = deliverer
  const wasOn = (await findWebhook(storage, ref))?.webhook.disabled === null
  const next = await attemptDelivery(deliverer, ref)
  if (next !== undefined) await remind(storage, { ref, at: next })
  const webhook = (await findWebhook(storage, ref))?.webhook
  if (!wasOn || !webhook?.disabled) return
  const { id, label, disabled } = webhook
  await emit(storage, {
    campaign: ref.campaign,
    ring,
    event: {
      id: `evt_${Date.parse(disabled.at)}_${id}`,
      type: 'webhook.disabled',
      data: { webhookId: id, label, ...disabled },
    },
  })
}

/** Once more from the start, now. */
export async function ringAgain(
  storage: Pick<Storage, 'store' | 'clock'>,
  { ref, ring }: { ref: DeliveryRef; ring: RingDelivery },
): Promise<void> {
  await remind(storage, { ref, at: storage.clock.now() + RING_MILLISECONDS })
  await ring(ref)
}

/** Hands every due delivery to `take`; each stays remembered until it has been taken. */
export async function takeDue(
  storage: Pick<Storage, 'store' | 'clock'>,
  take: (ref: DeliveryRef) => Promise<void>,
): Promise<number> {
  const { store, clock } = storage
  let taken = 0
  let after: string | undefined
  do {
    const page = await store.query({ ...DUE_ITEMS, limit: PAGE, after })
    for (const item of page.items) {
      if (String(item.data['at']) > new Date(clock.now()).toISOString()) return taken
      const ref = DeliveryMessage.parse(item.data)
      await remind(storage, { ref, at: clock.now() + RING_MILLISECONDS })
      await store.remove(item)
      await take(ref)
      taken++
    }
    after = page.next
  } while (after !== undefined)
  return taken
}

/** Same delivery, same time: the same item. */
function remind(
  { store }: Pick<Storage, 'store'>,
  { ref, at }: { ref: DeliveryRef; at: number },
): Promise<void> {
  const { campaign, webhookId, eventId } = ref
  const time = new Date(at).toISOString()
  const key = dueKey({ at: time, webhookId, eventId })
  return store.putMany([{ ...key, data: { campaign, webhookId, eventId, at: time } }])
}
