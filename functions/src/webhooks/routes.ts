/** `/v1/webhooks`: who hears of what happens, and what became of every message. */
import { createRoute, z } from '@hono/zod-openapi'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { listOf } from '@doorwalk/core/request/list'
import type { Guards } from '../http/guard.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import { LIST_FORMS, fieldsOf, listAnswer, sendPage } from '../lists/parts.ts'
import { someOf } from '../lists/words.ts'
import { BODY, PAGED, SECURED, jsonAnswer, jsonBody, problems, routeGroup } from '../http/route.ts'
import { Delivery, DeliveryState, listDeliveries, replayDelivery } from './deliveries.ts'
import { emitTest, ringAgain } from './events.ts'
import { checkReceiver } from './guard.ts'
import {
  EVENTS,
  EventType,
  Webhook,
  checkEnabled,
  createWebhook,
  enableWebhook,
  listWebhooks,
  readWebhook,
  removeWebhook,
  rotateSecret,
} from './webhooks.ts'
import { DELIVERY } from '../store/keys.ts'
import type { World } from '../world.ts'

/** Each once, and some by mistake twice. */
const MOST_EVENTS = 50

const NewWebhook = z.strictObject({
  url: z.string().min(1).max(500).describe('https, reachable for everybody; redirects are not followed'),
  label: z.string().min(1).max(64).describe('for your lists; no names of people'),
  events: listOf(z.enum(EVENTS))
    .min(1)
    .max(MOST_EVENTS)
    .default([...EVENTS])
    .describe('what it wants to hear of; default: everything'),
})
const WithSecret = Webhook.extend({
  secret: z.string().describe('shown this once; messages are signed with it (Standard Webhooks)'),
})
const WebhookList = z.object({ webhooks: z.array(Webhook).describe('without their secrets') })
const DeliveryPage = z.object({ deliveries: z.array(Delivery).describe('newest first'), next: NEXT })
const DeliveryPart = Delivery.partial()
const DeliveryPagePart = DeliveryPage.extend({
  deliveries: z.array(DeliveryPart).describe('newest first'),
})
const Accepted = z.object({ eventId: z.string().describe('of the event') })
nameSchemas({
  AcceptedEvent: [Accepted, 'an event on its way'],
  DeliveryPage: [DeliveryPage, 'a page of deliveries'],
  DeliveryPart: [DeliveryPart, 'an event on its way to a webhook, with the fields that were asked for'],
  DeliveryPagePart: [DeliveryPagePart, 'a page of deliveries, with the fields that were asked for'],
  NewWebhook: [NewWebhook, 'a receiver of messages'],
  WebhookList: [WebhookList, 'the webhooks of a campaign'],
  WebhookWithSecret: [WithSecret, 'a webhook, this once with its secret'],
})
const Params = z.object({ webhookId: z.string().min(1).max(64) })
const DeliveryParams = Params.extend({ eventId: z.string().min(1).max(120) })

const common = { tags: ['Webhooks'], security: SECURED }
const UNKNOWN: CodesByStatus = { 404: ['webhook.unknown'] }
const DISABLED: CodesByStatus = { 409: ['webhook.disabled'] }

const create = createRoute({
  ...common,
  method: 'post',
  path: '/v1/webhooks',
  operationId: 'createWebhook',
  summary: 'Have events sent to an address',
  description:
    'Messages are signed as Standard Webhooks says; the secret is shown this once. Only public https addresses are taken.',
  request: { body: jsonBody(NewWebhook) },
  responses: {
    201: jsonAnswer('The webhook and its secret', WithSecret),
    ...problems.change(BODY, { 400: ['webhook.url'], 422: ['webhook.too_many'] }),
  },
})
const list = createRoute({
  ...common,
  method: 'get',
  path: '/v1/webhooks',
  operationId: 'listWebhooks',
  summary: 'The webhooks of the campaign',
  description: 'With what each hears of, and whether it is switched off.',
  responses: { 200: jsonAnswer('All of them', WebhookList), ...problems.read() },
})
const read = createRoute({
  ...common,
  method: 'get',
  path: '/v1/webhooks/{webhookId}',
  operationId: 'getWebhook',
  summary: 'A webhook, and whether it is switched off',
  description: 'With its last failures, where there were any.',
  request: { params: Params },
  responses: { 200: jsonAnswer('The webhook', Webhook), ...problems.read(UNKNOWN) },
})
const remove = createRoute({
  ...common,
  method: 'delete',
  path: '/v1/webhooks/{webhookId}',
  operationId: 'deleteWebhook',
  summary: 'Send nothing there any more',
  description: 'What is on its way there is dropped.',
  request: { params: Params },
  responses: { 204: { description: 'It is gone' }, ...problems.change(UNKNOWN) },
})
const rotate = createRoute({
  ...common,
  method: 'post',
  path: '/v1/webhooks/{webhookId}/rotate',
  operationId: 'rotateWebhookSecret',
  summary: 'Take a new secret; for a day messages are signed with both',
  description: 'The new secret is shown this once; for a day each message carries a signature by either.',
  request: { params: Params },
  responses: { 200: jsonAnswer('The webhook and its new secret', WithSecret), ...problems.change(UNKNOWN) },
})
const enable = createRoute({
  ...common,
  method: 'post',
  path: '/v1/webhooks/{webhookId}/enable',
  operationId: 'enableWebhook',
  summary: 'Switch on again what was switched off after failures',
  description: 'A receiver is switched off after it answered 410, or failed all attempts of an event.',
  request: { params: Params },
  responses: { 200: jsonAnswer('The webhook', Webhook), ...problems.change(UNKNOWN) },
})
const test = createRoute({
  ...common,
  method: 'post',
  path: '/v1/webhooks/{webhookId}/test',
  operationId: 'testWebhook',
  summary: 'Send a `webhook.test` event there',
  description: 'It goes to this webhook alone, whatever it listens to.',
  request: { params: Params },
  responses: {
    202: jsonAnswer('On its way; look into the deliveries', Accepted),
    ...problems.change(UNKNOWN, DISABLED),
  },
})
const deliveries = createRoute({
  ...common,
  method: 'get',
  path: '/v1/webhooks/{webhookId}/deliveries',
  operationId: 'listDeliveries',
  summary: 'Every event sent there in the last 30 days, with its attempts, newest first',
  description: 'What was sent, what came back and how long it took; newest first.',
  request: {
    params: Params,
    query: z.strictObject({
      ...PAGE_QUERY,
      state: someOf(DeliveryState.options, 'only deliveries that are so'),
      type: someOf(EventType.options, 'only events of these types'),
      fields: fieldsOf(Delivery),
    }),
  },
  responses: {
    200: listAnswer('A page of them', { list: DeliveryPage, part: DeliveryPagePart }),
    ...problems.read(UNKNOWN, PAGED),
  },
})
const replay = createRoute({
  ...common,
  method: 'post',
  path: '/v1/webhooks/{webhookId}/deliveries/{eventId}/replay',
  operationId: 'replayDelivery',
  summary: 'Send an event again, with the id it had',
  description: 'With the id it had, so that a receiver that has it already can tell.',
  request: { params: DeliveryParams },
  responses: {
    202: jsonAnswer('On its way', Accepted),
    ...problems.change(UNKNOWN, DISABLED, { 404: ['delivery.unknown'] }),
  },
})

export function webhookRoutes(world: World, { guard }: Guards) {
  const { config } = world
  return routeGroup()
    .openapi({ ...create, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const wish = c.req.valid('json')
      const url = checkReceiver(wish.url, config.webhookAllow).href
      const { campaign } = c.get('caller')
      const { webhook, secret } = await createWebhook(world, { campaign, wish: { ...wish, url } })
      return c.json({ ...webhook, secret }, 201)
    })
    .openapi({ ...list, middleware: guard('manage', { tells: 'no targets' }) }, async (c) =>
      c.json({ webhooks: await listWebhooks(world, c.get('caller').campaign) }, 200),
    )
    .openapi({ ...read, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const { campaign } = c.get('caller')
      return c.json(await readWebhook(world, { campaign, ...c.req.valid('param') }), 200)
    })
    .openapi({ ...remove, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      await removeWebhook(world, { campaign: c.get('caller').campaign, ...c.req.valid('param') })
      return c.body(null, 204)
    })
    .openapi({ ...rotate, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const { campaign } = c.get('caller')
      const { webhook, secret } = await rotateSecret(world, { campaign, ...c.req.valid('param') })
      return c.json({ ...webhook, secret }, 200)
    })
    .openapi({ ...enable, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const { campaign } = c.get('caller')
      return c.json(await enableWebhook(world, { campaign, ...c.req.valid('param') }), 200)
    })
    .openapi({ ...test, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      await checkEnabled(world, ref)
      return c.json({ eventId: await emitTest(world, ref) }, 202)
    })
    .openapi(
      { ...deliveries, middleware: guard('manage', { tells: 'no targets', forms: LIST_FORMS }) },
      async (c) => {
        const { cursor, fields, ...asked } = c.req.valid('query')
        const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
        await readWebhook(world, ref)
        const after = readCursor(cursor, DELIVERY.prefix)
        const page = await listDeliveries(world, { ...ref, ...asked, after })
        const list = { deliveries: page.entries, next: writeCursor(page.next, DELIVERY.prefix) }
        return sendPage(c, list, fields)
      },
    )
    .openapi({ ...replay, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      await checkEnabled(world, ref)
      await replayDelivery(world, ref)
      await ringAgain(world, ref)
      return c.json({ eventId: ref.eventId }, 202)
    })
}
