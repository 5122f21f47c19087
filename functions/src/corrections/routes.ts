/** `/v1/corrections`: what volunteers say of buildings, and what organisers make of it. */
import { createRoute, z } from '@hono/zod-openapi'
import { TargetOverride } from '@doorwalk/core/request/request'
import { fieldError } from '@doorwalk/core/error'
import { nameSchemas } from '../document/schema-names.ts'
import type { CodesByStatus } from '../document/problem-codes.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import {
  BODY,
  OF_TARGETS,
  ONCE,
  PAGED,
  SECURED,
  WALK_PATH,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { readWalk } from '../plans/plans.ts'
import { CORRECTION } from '../store/keys.ts'
import { oneWalk } from '../visits/one-walk.ts'
import type { World } from '../world.ts'
import {
  NewCorrection,
  Correction,
  CorrectionState,
  decide,
  listCorrections,
  keepCorrection,
} from './corrections.ts'

const CorrectionList = z.object({ corrections: z.array(Correction).describe('in no order'), next: NEXT })
const DecidedCorrection = z.object({
  correction: Correction.describe('as it is now'),
  override: TargetOverride.nullable().describe(
    'the own target that every later plan follows; null: nothing follows by itself',
  ),
})
nameSchemas({
  DecidedCorrection: [DecidedCorrection, 'what became of a correction, and what follows'],
  CorrectionList: [CorrectionList, 'a page of corrections'],
})

const UNKNOWN: CodesByStatus = { 404: ['correction.unknown'] }
const shared = { tags: ['Corrections'], security: SECURED }
const params = z.object({ correctionId: z.string().min(1).max(64) })

const create = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/walks/{walkId}/corrections',
  operationId: 'createCorrection',
  summary: 'A building is otherwise than the map says',
  description:
    'A fact out of a fixed list about a target of the walk or a reserve. It waits for an organiser; neither plans nor the region change by it. The same fact of the same target is one correction, however many say it.',
  request: {
    params: WALK_PATH,
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(NewCorrection),
  },
  responses: {
    201: jsonAnswer('The correction', Correction),
    ...problems.change(BODY, ONCE, OF_TARGETS, { 404: ['walk.unknown'] }),
  },
})

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/corrections',
  operationId: 'listCorrections',
  summary: 'What volunteers said of buildings',
  description: 'Who said it is not kept; how often, and the day of the last time, is.',
  request: {
    query: z.strictObject({
      ...PAGE_QUERY,
      region: z.string().min(1).max(64).optional().describe('only of this region'),
      state: CorrectionState.optional().describe('only those that stand there'),
    }),
  },
  responses: {
    200: jsonAnswer('A page of corrections', CorrectionList),
    ...problems.read(OF_TARGETS, PAGED),
  },
})

const accept = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/corrections/{correctionId}/accept',
  operationId: 'acceptCorrection',
  summary: 'It is as they say: later plans follow',
  description:
    '`no_such_door` excludes the target, `doors` sets its doors, `other_entrance` moves it where a place was said: as one of the own targets of the campaign (`GET /v1/buildings`). `lift` and `gate` are kept for whoever prepares the region.',
  request: { params, headers: IDEMPOTENCY_HEADER },
  responses: {
    200: jsonAnswer('The correction, and what follows', DecidedCorrection),
    ...problems.change(ONCE, OF_TARGETS, UNKNOWN, { 413: ['buildings.too_many'] }),
  },
})

const refuse = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/corrections/{correctionId}/refuse',
  operationId: 'refuseCorrection',
  summary: 'It is not as they say',
  description:
    'Nothing follows. What followed from an earlier acceptance stays until the own target is removed.',
  request: { params, headers: IDEMPOTENCY_HEADER },
  responses: {
    200: jsonAnswer('The correction', DecidedCorrection),
    ...problems.change(ONCE, OF_TARGETS, UNKNOWN),
  },
})

export function correctionRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi(
      {
        ...create,
        middleware: [guard('report', { tells: 'targets', link: 'walk' }), idempotent(world)] as const,
      },
      async (c) => {
        const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
        const said = c.req.valid('json')
        const { plan } = await readWalk(world, ref)
        const { targets } = await oneWalk(world, ref)
        if (!targets.has(said.target)) {
          const why = `got "${said.target}", expected a target of walk "${ref.walkId}" or one of its reserves`
          throw fieldError('request.invalid', '/target', why)
        }
        return c.json(
          await keepCorrection(world, { campaign: ref.campaign, region: plan.region.name, said }),
          201,
        )
      },
    )
    .openapi({ ...list, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const { cursor, ...asked } = c.req.valid('query')
      const after = readCursor(cursor, CORRECTION.prefix)
      const page = await listCorrections(world.store, { campaign: c.get('caller').campaign, after, ...asked })
      return c.json({ corrections: page.corrections, next: writeCursor(page.next, CORRECTION.prefix) }, 200)
    })
    .openapi(
      { ...accept, middleware: [guard('write', { tells: 'targets' }), idempotent(world)] as const },
      async (c) => {
        const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
        return c.json(await decide(world, { ...ref, state: 'accepted' }), 200)
      },
    )
    .openapi(
      { ...refuse, middleware: [guard('write', { tells: 'targets' }), idempotent(world)] as const },
      async (c) => {
        const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
        return c.json(await decide(world, { ...ref, state: 'refused' }), 200)
      },
    )
}
