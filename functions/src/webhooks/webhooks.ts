/** Receivers of events: where they are, what they want to hear, and the secrets their messages are signed with. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import { changeItem } from '../store/change-item.ts'
import { removeAll } from '../store/items.ts'
import { Secrets, firstSecret, mintSecret, nextSecret } from './secret.ts'
import { WEBHOOK, deliveryItems } from '../store/keys.ts'
import type { Item } from '../ports/store.ts'
import type { Storage } from '../world.ts'

export const EVENTS = [
  'plan.completed',
  'plan.failed',
  'plan.stale',
  'walk.started',
  'walk.completed',
  'block.completed',
  'batch.completed',
  'import.completed',
  'import.failed',
  'webhook.disabled',
] as const
/** Sent when asked for, to the receiver it was asked for. */
export const TEST_EVENT = 'webhook.test'
export const EventType = z.enum([...EVENTS, TEST_EVENT])
export type EventType = z.infer<typeof EventType>

const Disabled = z.object({ at: Moment.describe('moment'), reason: z.string().describe('why') })

export const Webhook = z.object({
  id: z.string().describe('of the webhook'),
  url: z.string().describe('where they are sent'),
  label: z.string().describe('for your lists'),
  events: z.array(z.enum(EVENTS)).describe('what it wants to hear of'),
  createdAt: Moment.describe('moment'),
  disabled: Disabled.nullable().describe('set when it was switched off, and why'),
  failingSince: Moment.nullable().describe('first failure after the last success'),
  oldSecretUntil: Moment.nullable()

    .describe('until then messages carry a second signature, by the old secret'),
})
export type Webhook = z.infer<typeof Webhook>
nameSchemas({
  EventType: [EventType, 'what messages tell of'],
  Webhook: [Webhook, 'a receiver of messages'],
  WebhookDisabled: [Disabled, 'when a webhook was switched off, and why'],
})

const StoredWebhook = Webhook.extend(Secrets.shape)
type StoredWebhook = z.infer<typeof StoredWebhook>

export interface WebhookRef {
  campaign: string
  webhookId: string
}

export interface FoundWebhook {
  webhook: StoredWebhook
  item: Item
}

/** Each event is sent to all of them. */
const MAX_WEBHOOKS = 20

const keyOf = ({ campaign, webhookId }: WebhookRef) => WEBHOOK.key(campaign, webhookId)

export async function createWebhook(
  storage: Pick<Storage, 'store' | 'clock' | 'id'>,
  { campaign, wish }: { campaign: string; wish: Pick<Webhook, 'url' | 'label' | 'events'> },
): Promise<{ webhook: Webhook; secret: string }> {
  if ((await listWebhooks(storage, campaign)).length >= MAX_WEBHOOKS) {
    throw new VisibleError(
      'unprocessable',
      'webhook.too_many',
      `a campaign has at most ${MAX_WEBHOOKS} webhooks; remove one first`,
    )
  }
  const webhook: StoredWebhook = {
    id: storage.id('whk'),
    ...wish,
    createdAt: new Date(storage.clock.now()).toISOString(),
    disabled: null,
    failingSince: null,
    ...firstSecret(),
  }
  await storage.store.create({ ...keyOf({ campaign, webhookId: webhook.id }), data: webhook })
  return { webhook: withoutSecrets(webhook), secret: webhook.secret }
}

export async function findWebhook(
  { store }: Pick<Storage, 'store'>,
  ref: WebhookRef,
): Promise<FoundWebhook | undefined> {
  const item = await store.get(keyOf(ref))
  return item && { webhook: StoredWebhook.parse(item.data), item }
}

/** @throws VisibleError webhook.unknown */
export async function readWebhook(storage: Pick<Storage, 'store'>, ref: WebhookRef): Promise<Webhook> {
  return withoutSecrets((await need(storage, ref)).webhook)
}

export async function listWebhooks({ store }: Pick<Storage, 'store'>, campaign: string): Promise<Webhook[]> {
  const page = await store.query({ ...WEBHOOK.range(campaign), limit: MAX_WEBHOOKS })
  return page.items.map((item) => Webhook.parse(item.data))
}

/** Signs with the new secret from now on, and with the old one beside it for a day. */
export async function rotateSecret(
  storage: Pick<Storage, 'store' | 'clock'>,
  ref: WebhookRef,
): Promise<{ webhook: Webhook; secret: string }> {
  const secret = mintSecret()
  const now = storage.clock.now()
  const webhook = await changeWebhook(storage, ref, (old) => ({
    ...old,
    ...nextSecret(old, { now, secret }),
  }))
  return { webhook, secret }
}

/** Switched on again, with a clean slate. */
export function enableWebhook(storage: Pick<Storage, 'store'>, ref: WebhookRef): Promise<Webhook> {
  return changeWebhook(storage, ref, (old) => ({ ...old, disabled: null, failingSince: null }))
}

/** Nothing is sent to one that is switched off. @throws VisibleError webhook.unknown, webhook.disabled */
export async function checkEnabled(storage: Pick<Storage, 'store'>, ref: WebhookRef): Promise<void> {
  const { disabled } = await readWebhook(storage, ref)
  if (disabled === null) return
  const detail = `webhook "${ref.webhookId}" was switched off at ${disabled.at} (${disabled.reason}); enable it first`
  throw new VisibleError('conflict', 'webhook.disabled', detail)
}

/** @throws VisibleError webhook.unknown */
export async function changeWebhook(
  storage: Pick<Storage, 'store'>,
  ref: WebhookRef,
  change: (old: StoredWebhook) => StoredWebhook,
): Promise<Webhook> {
  const { value } = await changeItem(storage.store, {
    key: keyOf(ref),
    schema: StoredWebhook,
    change(old) {
      if (!old) throw unknown(ref)
      return change(old)
    },
  })
  return withoutSecrets(value)
}

/** With what was sent to it; the webhook goes last, so that a crash in between leaves something to delete again. */
export async function removeWebhook(storage: Pick<Storage, 'store'>, ref: WebhookRef): Promise<void> {
  await need(storage, ref)
  await removeAll(storage.store, deliveryItems(ref))
  await storage.store.remove(keyOf(ref))
}

async function need(storage: Pick<Storage, 'store'>, ref: WebhookRef): Promise<FoundWebhook> {
  const found = await findWebhook(storage, ref)
  if (found) return found
  throw unknown(ref)
}

function unknown({ webhookId }: WebhookRef): VisibleError {
  return new VisibleError(
    'not_found',
    'webhook.unknown',
    `there is no webhook "${webhookId}" in this campaign`,
  )
}

function withoutSecrets({ secret: _secret, oldSecret: _oldSecret, ...webhook }: StoredWebhook): Webhook {
  return webhook
}
