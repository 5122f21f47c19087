/** `/v1/walks/{walkId}/…`: what happens to a leased walk between being handed out and being over. */
import { createRoute, z } from '@hono/zod-openapi'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { WalkLife, endWalk, extendWalk, handOver, lifeOf, startWalk } from './walks.ts'
import {
  BODY,
  OF_LEDGER,
  OF_TARGETS,
  ONCE,
  SECURED,
  WALK_PATH,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import type { World } from '../world.ts'

const ExtendRequest = z.strictObject({ minutes: z.number().min(1).max(600).describe('from now on') })
const HandoverRequest = z.strictObject({
  walker: z.string().min(1).max(64).describe('opaque; never a name'),
})
nameSchemas({
  ExtendRequest: [ExtendRequest, 'a walker needs longer'],
  HandoverRequest: [HandoverRequest, 'somebody else takes the walk over'],
})

const params = WALK_PATH
const OF_WALK: CodesByStatus = { 404: ['walk.unknown'] }
const OF_LEASED: CodesByStatus = {
  ...OF_WALK,
  403: ['walk.not_yours'],
  409: ['walk.not_leased', 'walk.over'],
}
const answer = { 200: jsonAnswer('The walk as it is now', WalkLife) }
const headers = IDEMPOTENCY_HEADER
const shared = { tags: ['Walks'], security: SECURED }

const read = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/walks/{walkId}/state',
  operationId: 'getWalkState',
  summary: 'Draft, leased, started or over',
  description: 'Who has the walk, until when it holds its targets, and whether it has begun or ended.',
  request: { params },
  responses: { ...answer, ...problems.read(OF_TARGETS, OF_WALK) },
})
const call = (name: string, summary: string, description: string) =>
  createRoute({
    ...shared,
    method: 'post',
    path: `/v1/walks/{walkId}/${name}`,
    operationId: `${name}Walk`,
    summary,
    description,
    request: { params, headers },
    responses: { ...answer, ...problems.change(ONCE, OF_TARGETS, OF_LEDGER, OF_LEASED) },
  })
const start = call(
  'start',
  'The walker sets out',
  'Only a leased walk begins. Doing it again changes nothing.',
)
const finish = call(
  'finish',
  'The walk is over; what was not visited is free again',
  'Its targets and reserves may be planned and handed out again at once. Doing it again changes nothing.',
)
const release = call(
  'release',
  'The walk is given back',
  'As if it had not been handed out: its targets and reserves are free at once. Doing it again changes nothing.',
)
const extend = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/walks/{walkId}/extend',
  operationId: 'extendWalk',
  summary: 'The walker needs longer',
  description: 'The targets are held until so many minutes from now, and an hour of grace.',
  request: {
    ...{ params, headers },
    body: jsonBody(ExtendRequest),
  },
  responses: { ...answer, ...problems.change(BODY, ONCE, OF_TARGETS, OF_LEDGER, OF_LEASED) },
})
const handover = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/walks/{walkId}/handover',
  operationId: 'handoverWalk',
  summary: 'Somebody else takes the walk over',
  description: 'The walk and what it holds go on under another id of a walker. Ids are opaque: never a name.',
  request: {
    ...{ params, headers },
    body: jsonBody(HandoverRequest),
  },
  responses: { ...answer, ...problems.change(BODY, ONCE, OF_TARGETS, OF_LEDGER, OF_LEASED) },
})

export function walkLifeRoutes(world: World, { guard }: Guards) {
  const middleware = [
    guard('report', { tells: 'targets', link: 'walk', changesWalk: true }),
    idempotent(world),
  ]
  const byKey = [guard('report', { tells: 'targets', changesWalk: true }), idempotent(world)]
  return routeGroup()
    .openapi({ ...read, middleware: guard('walk', { tells: 'targets', link: 'walk' }) }, async (c) =>
      c.json(await lifeOf(world, { campaign: c.get('caller').campaign, ...c.req.valid('param') }), 200),
    )
    .openapi({ ...start, middleware }, async (c) =>
      c.json(await startWalk(world, { campaign: c.get('caller').campaign, ...c.req.valid('param') }), 200),
    )
    .openapi({ ...finish, middleware }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      return c.json(await endWalk(world, ref, 'finished'), 200)
    })
    .openapi({ ...release, middleware: byKey }, async (c) => {
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
