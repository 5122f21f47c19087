/**
 * Events, from what happened to the receivers that want to hear of it. The queue of what is due lies in the table,
 * ordered by time; on AWS a message to SQS brings the first attempt forward, and a sweep sends what came due.
 */
import { z } from '@hono/zod-openapi'
import { type Deliverer, LONGEST_WAIT_MILLISECONDS, attemptDelivery, createDelivery } from './deliveries.ts'
import {
  type EventType,
  TEST_EVENT,
  type Webhook,
  type WebhookRef,
  findWebhook,
  listWebhooks,
} from './webhooks.ts'
import type { EventData } from './messages.ts'
import { DUE_ITEMS, dueKey } from '../store/keys.ts'
import { isAhead } from '../ports/clock.ts'
import type { DeliveryRef, RingDelivery } from '../ports/deliveries.ts'
import type { Item } from '../ports/store.ts'
import type { Storage, World } from '../world.ts'

export const DeliveryMessage = z.object({
  campaign: z.string().min(1),
  webhookId: z.string().min(1),
  eventId: z.string().min(1),
})

/** Keeps events and brings them to their way. */
type Sender = Pick<World, 'store' | 'clock' | 'ringDelivery'>

/** After a ring, somebody has taken it by then. */
const RING_MILLISECONDS = 120_000

/** Tells every receiver once, however often it is called with the same event. */
export async function emit(
  sender: Sender,
  { campaign, event }: { campaign: string; event: NewEvent },
): Promise<void> {
  for (const webhook of await listWebhooks(sender, campaign)) {
    if (isWanted(webhook, event.type))
      await send(sender, { campaign, webhookId: webhook.id, eventId: event.id }, event)
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

async function send(sender: Sender, ref: DeliveryRef, event: NewEvent): Promise<void> {
  const { clock } = sender
  const body = JSON.stringify({
    type: event.type,
    timestamp: new Date(clock.now()).toISOString(),
    data: event.data,
  })
  // The reminder first: a process that dies here leaves one that finds nothing, not a delivery nobody remembers.
  await remind(sender, { ref, at: clock.now() + RING_MILLISECONDS })
  if (await createDelivery(sender, { ref, type: event.type, body })) await sender.ringDelivery(ref)
}

/** The id of the event. */
export async function emitTest(sender: Sender & Pick<World, 'id'>, ref: WebhookRef): Promise<string> {
  const id = sender.id('evt')
  const event: NewEvent = {
    id,
    type: TEST_EVENT,
    data: { webhookId: ref.webhookId } satisfies EventData<'webhook.test'>,
  }
  await send(sender, { ...ref, eventId: id }, event)
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
  const sender = { ...storage, ringDelivery: ring }
  await emit(sender, {
    campaign: ref.campaign,
    event: {
      id: `evt_${Date.parse(disabled.at)}_${id}`,
      type: 'webhook.disabled',
      data: { webhookId: id, label, ...disabled } satisfies EventData<'webhook.disabled'>,
    },
  })
}

/** Once more from the start, now. */
export async function ringAgain(sender: Sender, ref: DeliveryRef): Promise<void> {
  await remind(sender, { ref, at: sender.clock.now() + RING_MILLISECONDS })
  await sender.ringDelivery(ref)
}

/**
 * Hands every due delivery to `take`; each stays remembered until it has been taken. From the end, too: there stands
 * what was to wait for a time that the clock was set back from.
 */
export async function takeDue(
  storage: Pick<Storage, 'store' | 'clock'>,
  take: (ref: DeliveryRef) => Promise<void>,
): Promise<number> {
  const { store, clock } = storage
  const isDue = ({ data }: Item): boolean =>
    !isAhead(Date.parse(String(data['at'])), { now: clock.now(), longest: LONGEST_WAIT_MILLISECONDS })
  const takeOne = async (item: Item): Promise<void> => {
    const ref = DeliveryMessage.parse(item.data)
    await remind(storage, { ref, at: clock.now() + RING_MILLISECONDS })
    await store.remove(item)
    await take(ref)
  }
  let taken = 0
  for await (const item of store.all(DUE_ITEMS)) {
    if (!isDue(item)) break
    await takeOne(item)
    taken++
  }
  for (;;) {
    const [last] = (await store.query({ ...DUE_ITEMS, limit: 1, newestFirst: true })).items
    if (!last || !isDue(last)) return taken
    await takeOne(last)
    taken++
  }
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
