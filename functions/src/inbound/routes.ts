/** `/v1/inbound`: visits that other services report by signed messages, and who may. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { type RequestName, idempotent } from '../http/idempotency.ts'
import { Source, createSource, listSources, removeSource, rotateSource } from './inbound.ts'
import {
  BODY_PROBLEMS,
  COMMON_PROBLEMS,
  CREATE_PROBLEMS,
  NOT_FOUND,
  SECURED,
  SIGNED,
  UNPROCESSABLE,
  UPSTREAM,
  jsonAnswer,
  jsonBody,
  routeGroup,
} from '../http/route.ts'
import { VisitReport, VisitsAnswer, recordVisits, withoutDetails } from '../visits/visits.ts'
import type { World } from '../world.ts'

/** 24 to 64 bytes, as the specification of Standard Webhooks asks for. */
const OwnSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'whsec_ and 24 to 64 bytes in base64')
  .optional()
  .describe('the one the service signs with; default: a new one, for the service to sign with')
const NewSource = z.strictObject({
  label: z.string().min(1).max(64).describe('for your lists; no names of people'),
  secret: OwnSecret,
})
const WithSecret = Source.extend({ secret: z.string().describe('shown this once') })
const SourceList = z.object({ sources: z.array(Source) })
const RotateRequest = z.strictObject({ secret: OwnSecret })
nameSchemas({ NewSource, RotateRequest, SourceList, SourceWithSecret: WithSecret })
const Params = z.object({ sourceId: z.string().min(1).max(64) })

/** Of Standard Webhooks: the same on every attempt of a source. With a blank, which no `Idempotency-Key` holds. */
const BY_MESSAGE: RequestName = {
  header: 'webhook-id',
  of: (c) => `${c.get('caller').keyId} ${c.req.header('webhook-id') ?? ''}`,
}
const ONCE = { by: BY_MESSAGE, kept: withoutDetails }

const common = { tags: ['Inbound'], security: SECURED }

const create = createRoute({
  ...common,
  method: 'post',
  path: '/v1/inbound/sources',
  operationId: 'createSource',
  summary: 'Let a service report visits by signed messages',
  request: { body: jsonBody(NewSource) },
  responses: {
    201: jsonAnswer('The source and its secret', WithSecret),
    ...COMMON_PROBLEMS,
    ...BODY_PROBLEMS,
    ...UNPROCESSABLE,
  },
})
const list = createRoute({
  ...common,
  method: 'get',
  path: '/v1/inbound/sources',
  operationId: 'listSources',
  summary: 'The sources of the campaign, without their secrets',
  responses: { 200: jsonAnswer('All of them', SourceList), ...COMMON_PROBLEMS },
})
const remove = createRoute({
  ...common,
  method: 'delete',
  path: '/v1/inbound/sources/{sourceId}',
  operationId: 'deleteSource',
  summary: 'Take nothing more from it',
  request: { params: Params },
  responses: { 204: { description: 'It is gone' }, ...COMMON_PROBLEMS, ...NOT_FOUND },
})
const rotate = createRoute({
  ...common,
  method: 'post',
  path: '/v1/inbound/sources/{sourceId}/rotate',
  operationId: 'rotateSourceSecret',
  summary: 'Take a new secret; for a day the old one counts, too',
  request: {
    params: Params,
    body: { content: { 'application/json': { schema: RotateRequest } } },
  },
  responses: {
    200: jsonAnswer('The source and its new secret', WithSecret),
    ...COMMON_PROBLEMS,
    ...BODY_PROBLEMS,
    ...NOT_FOUND,
  },
})
const report = createRoute({
  method: 'post',
  path: '/v1/inbound/visits',
  operationId: 'reportInboundVisits',
  tags: ['Inbound'],
  summary: 'Report visits by a signed message; sending one twice changes nothing',
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
    ...CREATE_PROBLEMS,
    ...UPSTREAM,
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
      { ...report, middleware: [signed({ tells: 'no targets' }), idempotent(world, ONCE)] as const },
      async (c) => {
        const { campaign } = c.get('caller')
        return c.json(await recordVisits(world, { campaign, report: c.req.valid('json') }), 200)
      },
    )
}
