/** `/v1/walks/{walkId}/…`: what happens to a leased walk between being handed out and being over. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { WalkLife, endWalk, extendWalk, handOver, lifeOf, startWalk } from './walks.ts'
import {
  BODY_PROBLEMS,
  COMMON_PROBLEMS,
  CONFLICT,
  NOT_FOUND,
  ONCE_PROBLEMS,
  SECURED,
  UPSTREAM,
  jsonAnswer,
  jsonBody,
  routeGroup,
} from '../http/route.ts'
import type { World } from '../world.ts'

const ExtendRequest = z.strictObject({ minutes: z.number().min(1).max(600).describe('from now on') })
const HandoverRequest = z.strictObject({
  walker: z.string().min(1).max(64).describe('opaque; never a name'),
})
nameSchemas({ ExtendRequest, HandoverRequest })

const params = z.object({ walkId: z.string().min(1).max(80) })
const responses = {
  200: jsonAnswer('The walk as it is now', WalkLife),
  ...COMMON_PROBLEMS,
  ...NOT_FOUND,
  ...CONFLICT,
  ...UPSTREAM,
}
const headers = IDEMPOTENCY_HEADER
const shared = { tags: ['Walks'], security: SECURED }

const read = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/walks/{walkId}/state',
  operationId: 'getWalkState',
  summary: 'Draft, leased, started or over',
  request: { params },
  responses,
})
const call = (name: string, summary: string) =>
  createRoute({
    ...shared,
    method: 'post',
    path: `/v1/walks/{walkId}/${name}`,
    operationId: `${name}Walk`,
    summary,
    request: { params, headers },
    responses: { ...responses, ...ONCE_PROBLEMS },
  })
const start = call('start', 'The walker sets out')
const finish = call('finish', 'The walk is over; what was not visited is free again')
const release = call('release', 'The walk is given back')
const extend = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/walks/{walkId}/extend',
  operationId: 'extendWalk',
  summary: 'The walker needs longer',
  request: {
    ...{ params, headers },
    body: jsonBody(ExtendRequest),
  },
  responses: { ...responses, ...BODY_PROBLEMS, ...ONCE_PROBLEMS },
})
const handover = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/walks/{walkId}/handover',
  operationId: 'handoverWalk',
  summary: 'Somebody else takes the walk over',
  request: {
    ...{ params, headers },
    body: jsonBody(HandoverRequest),
  },
  responses: { ...responses, ...BODY_PROBLEMS, ...ONCE_PROBLEMS },
})

export function walkLifeRoutes(world: World, { guard }: Guards) {
  const middleware = [guard('report', { tells: 'targets' }), idempotent(world)]
  return routeGroup()
    .openapi({ ...read, middleware: guard('walk', { tells: 'targets' }) }, async (c) =>
      c.json(await lifeOf(world, { campaign: c.get('caller').campaign, ...c.req.valid('param') }), 200),
    )
    .openapi({ ...start, middleware }, async (c) =>
      c.json(await startWalk(world, { campaign: c.get('caller').campaign, ...c.req.valid('param') }), 200),
    )
    .openapi({ ...finish, middleware }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      return c.json(await endWalk(world, ref, 'finished'), 200)
    })
    .openapi({ ...release, middleware }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      return c.json(await endWalk(world, ref, 'released'), 200)
    })
    .openapi({ ...extend, middleware }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      const { minutes } = c.req.valid('json')
      return c.json(await extendWalk(world, ref, { minutes, errand: c.get('errand') }), 200)
    })
    .openapi({ ...handover, middleware }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      return c.json(await handOver(world, ref, c.req.valid('json').walker), 200)
    })
}
