/** `/v1/inbound`: visits that other services report by signed messages, and who may. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { type RequestName, idempotent } from '../http/idempotency.ts'
import { Source, createSource, listSources, removeSource, rotateSource } from './inbound.ts'
import {
  BODY,
  OF_LEDGER,
  OF_REGION,
  ONCE,
  SECURED,
  SIGNED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { VisitReport, VisitsAnswer, recordVisits, withoutDetails } from '../visits/visits.ts'
import type { World } from '../world.ts'

/** 24 to 64 bytes, as the specification of Standard Webhooks asks for. */
const OwnSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'expected whsec_ and 24 to 64 bytes in base64')
  .optional()
  .describe('the one the service signs with; default: a new one, for the service to sign with')
const NewSource = z.strictObject({
  label: z.string().min(1).max(64).describe('for your lists; no names of people'),
  secret: OwnSecret,
})
const WithSecret = Source.extend({ secret: z.string().describe('shown this once') })
const SourceList = z.object({ sources: z.array(Source).describe('without their secrets') })
const RotateRequest = z.strictObject({ secret: OwnSecret })
nameSchemas({
  NewSource: [NewSource, 'a service that is to report visits'],
  RotateRequest: [RotateRequest, 'a new secret for a source'],
  SourceList: [SourceList, 'the sources of a campaign'],
  SourceWithSecret: [WithSecret, 'a source, this once with its secret'],
})
const Params = z.object({ sourceId: z.string().min(1).max(64) })

/** Of Standard Webhooks: the same on every attempt of a source. With a blank, which no `Idempotency-Key` holds. */
const BY_MESSAGE: RequestName = {
  header: 'webhook-id',
  of: (c) => `${c.get('caller').keyId} ${c.req.header('webhook-id') ?? ''}`,
}
const BY_ID = { by: BY_MESSAGE, kept: withoutDetails }

const common = { tags: ['Inbound'], security: SECURED }

const create = createRoute({
  ...common,
  method: 'post',
  path: '/v1/inbound/sources',
  operationId: 'createSource',
  summary: 'Let a service report visits by signed messages',
  description:
    'A source may report visits of this campaign, and nothing else. The secret is shown this once.',
  request: { body: jsonBody(NewSource) },
  responses: {
    201: jsonAnswer('The source and its secret', WithSecret),
    ...problems.change(BODY, { 422: ['source.too_many'] }),
  },
})
const list = createRoute({
  ...common,
  method: 'get',
  path: '/v1/inbound/sources',
  operationId: 'listSources',
  summary: 'The sources of the campaign, without their secrets',
  description: 'With the hour of the last message that was signed well.',
  responses: { 200: jsonAnswer('All of them', SourceList), ...problems.read() },
})
const remove = createRoute({
  ...common,
  method: 'delete',
  path: '/v1/inbound/sources/{sourceId}',
  operationId: 'deleteSource',
  summary: 'Take nothing more from it',
  description: 'Its messages are refused from now on.',
  request: { params: Params },
  responses: { 204: { description: 'It is gone' }, ...problems.change({ 404: ['source.unknown'] }) },
})
const rotate = createRoute({
  ...common,
  method: 'post',
  path: '/v1/inbound/sources/{sourceId}/rotate',
  operationId: 'rotateSourceSecret',
  summary: 'Take a new secret; for a day the old one counts, too',
  description: 'Without a body a new one is made; either is taken for a day.',
  request: {
    params: Params,
    body: { content: { 'application/json': { schema: RotateRequest } } },
  },
  responses: {
    200: jsonAnswer('The source and its new secret', WithSecret),
    ...problems.change(BODY, { 404: ['source.unknown'] }),
  },
})
const report = createRoute({
  method: 'post',
  path: '/v1/inbound/visits',
  operationId: 'reportInboundVisits',
  tags: ['Inbound'],
  summary: 'Report visits by a signed message; sending one twice changes nothing',
  description:
    'Takes what `POST /v1/visits` takes, signed as Standard Webhooks says instead of with a key. A message counts once by its `webhook-id` for 24 hours, and each visit once by its own `id` for good.',
  security: SIGNED,
  request: {
    query: z.strictObject({ source: z.string().min(1).max(64).describe('id of the source that signs') }),
    headers: z.object({
      'webhook-id': z.string().min(1).max(200).describe('the same on every attempt of a message'),
      'webhook-timestamp': z.string().describe('seconds since the epoch, at most 5 minutes from now'),
      'webhook-signature': z.string().describe('`v1,` and base64 of HMAC-SHA256 over id.timestamp.body'),
    }),
    body: jsonBody(VisitReport),
  },
  responses: {
    200: jsonAnswer('What became of each', VisitsAnswer),
    ...problems.signed(BODY, ONCE, OF_REGION, OF_LEDGER),
  },
})

export function inboundRoutes(world: World, { guard, signed }: Guards) {
  return routeGroup()
    .openapi({ ...create, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const { campaign } = c.get('caller')
      const { source, secret } = await createSource(world, { campaign, wish: c.req.valid('json') })
      return c.json({ ...source, secret }, 201)
    })
    .openapi({ ...list, middleware: guard('manage', { tells: 'no targets' }) }, async (c) =>
      c.json({ sources: await listSources(world, c.get('caller').campaign) }, 200),
    )
    .openapi({ ...remove, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      await removeSource(world, { campaign: c.get('caller').campaign, ...c.req.valid('param') })
      return c.body(null, 204)
    })
    .openapi({ ...rotate, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      const { source, secret } = await rotateSource(world, { ref, secret: c.req.valid('json').secret })
      return c.json({ ...source, secret }, 200)
    })
    .openapi(
      { ...report, middleware: [signed({ tells: 'no targets' }), idempotent(world, BY_ID)] as const },
      async (c) => {
        const { campaign } = c.get('caller')
        return c.json(await recordVisits(world, { campaign, report: c.req.valid('json') }), 200)
      },
    )
}
