/** `/v1/holdouts`: units drawn at random and never handed out, sealed until the evaluation. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import {
  Assignment,
  Holdout,
  NewHoldout,
  assignmentOf,
  createHoldout,
  listHoldouts,
  unsealHoldout,
} from '../ledger/holdouts.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import {
  COMMON_PROBLEMS,
  CONFLICT,
  CREATE_PROBLEMS,
  NOT_FOUND,
  ONCE_PROBLEMS,
  SECURED,
  jsonBody,
  routeGroup,
} from '../http/route.ts'
import { rememberedId } from '../errands/errand.ts'
import type { World } from '../world.ts'

const HoldoutList = z.object({ holdouts: z.array(Holdout) })
const AssignmentList = z.object({ units: z.array(Assignment) })
nameSchemas({ AssignmentList, HoldoutList })

const params = z.object({ holdoutId: z.string().min(1).max(64) })
const shared = { tags: ['Campaigns'], security: SECURED }
const holdout = { 'application/json': { schema: Holdout } }

const create = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/holdouts',
  operationId: 'createHoldout',
  summary: 'Draw a hold-out; the answer tells the hash of the seed, not the seed',
  request: {
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(NewHoldout),
  },
  responses: {
    201: { description: 'Drawn and sealed', content: holdout },
    ...CREATE_PROBLEMS,
  },
})
const list = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/holdouts',
  operationId: 'listHoldouts',
  summary: 'The hold-outs of the campaign, without their members',
  responses: {
    200: {
      description: 'All of them',
      content: { 'application/json': { schema: HoldoutList } },
    },
    ...COMMON_PROBLEMS,
  },
})
const unseal = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/holdouts/{holdoutId}/unseal',
  operationId: 'unsealHoldout',
  summary: 'Tell the seed and the assignment from now on; the units stay held out',
  request: { params, headers: IDEMPOTENCY_HEADER },
  responses: {
    200: { description: 'With its seed', content: holdout },
    ...COMMON_PROBLEMS,
    ...NOT_FOUND,
    ...ONCE_PROBLEMS,
  },
})
const assignment = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/holdouts/{holdoutId}/assignment',
  operationId: 'getAssignment',
  summary: 'Every unit with its stratum and whether it was held out, once unsealed',
  request: { params },
  responses: {
    200: {
      description: 'All units',
      content: { 'application/json': { schema: AssignmentList } },
    },
    ...COMMON_PROBLEMS,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})

export function holdoutRoutes(world: World, { guard }: Guards) {
  const refOf = (campaign: string, { holdoutId }: z.infer<typeof params>) => ({ campaign, id: holdoutId })
  return routeGroup()
    .openapi(
      { ...create, middleware: [guard('manage', { tells: 'no targets' }), idempotent(world)] as const },
      async (c) => {
        const { campaign } = c.get('caller')
        const id = await rememberedId(c.get('errand'), world, 'hld')
        return c.json(await createHoldout(world, { campaign, id, wish: c.req.valid('json') }), 201)
      },
    )
    .openapi({ ...list, middleware: guard('read', { tells: 'no targets' }) }, async (c) =>
      c.json({ holdouts: await listHoldouts(world.store, c.get('caller').campaign) }, 200),
    )
    .openapi(
      { ...unseal, middleware: [guard('manage', { tells: 'no targets' }), idempotent(world)] as const },
      async (c) =>
        c.json(await unsealHoldout(world, refOf(c.get('caller').campaign, c.req.valid('param'))), 200),
    )
    .openapi({ ...assignment, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const ref = refOf(c.get('caller').campaign, c.req.valid('param'))
      return c.json({ units: await assignmentOf(world, ref) }, 200)
    })
}
