/** `/v1/holdouts`: units drawn at random and never handed out, sealed until the evaluation. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  BeforeAfter,
  BrokenPair,
  DifferenceFound,
  DrawLeft,
  Evaluation,
} from '@doorwalk/core/evaluation/answer'
import { EvaluationRequest, PrecinctResult } from '@doorwalk/core/evaluation/request'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { evaluateHoldout } from './evaluation.ts'
import { pairScores } from './pair-scores.ts'
import { Assignment, Holdout, NewHoldout } from '../ledger/holdout.ts'
import {
  assignmentOf,
  createHoldout,
  listHoldouts,
  removeHoldout,
  unsealHoldout,
} from '../ledger/holdouts.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { BODY, OF_REGION, ONCE, SECURED, jsonBody, problems, routeGroup } from '../http/route.ts'
import { rememberedId } from '../errands/errand.ts'
import type { World } from '../world.ts'

const HoldoutList = z.object({ holdouts: z.array(Holdout).describe('without their members') })
const AssignmentList = z.object({ units: z.array(Assignment).describe('every unit that could be') })
nameSchemas({
  BeforeAfter: [BeforeAfter, 'how far precincts moved since the vote before'],
  BrokenPair: [BrokenPair, 'a pair or stratum of which results are missing'],
  DrawLeft: [DrawLeft, 'a draw, and what of it has results'],
  DifferenceFound: [DifferenceFound, 'a difference with its interval'],
  Evaluation: [Evaluation, 'what canvassing did'],
  EvaluationRequest: [EvaluationRequest, 'results of precincts'],
  PrecinctResult: [PrecinctResult, 'the result of a precinct'],
  AssignmentList: [AssignmentList, 'who was drawn'],
  HoldoutList: [HoldoutList, 'the hold-outs of a campaign'],
})

const UNKNOWN: CodesByStatus = { 404: ['holdout.unknown'] }
const OF_DRAW: CodesByStatus = {
  400: ['holdout.strata', 'ranking.other_region'],
  404: ['ranking.unknown'],
  422: ['holdout.size'],
}

const OF_EVALUATION: CodesByStatus = {
  400: ['evaluation.results'],
  409: ['holdout.sealed'],
  422: ['evaluation.not_precincts', 'evaluation.too_few'],
}

const params = z.object({ holdoutId: z.string().min(1).max(64) })
const shared = { tags: ['Campaigns'], security: SECURED }
const holdout = { 'application/json': { schema: Holdout } }

const create = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/holdouts',
  operationId: 'createHoldout',
  summary: 'Draw a hold-out; the answer tells the hash of the seed, not the seed',
  description:
    'Draws blocks or precincts at random, which no plan and no walk gets, to measure what canvassing does. The seed stays sealed, its hash is told at once.',
  request: {
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(NewHoldout),
  },
  responses: {
    201: { description: 'Drawn and sealed', content: holdout },
    ...problems.change(BODY, ONCE, OF_REGION, OF_DRAW),
  },
})
const list = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/holdouts',
  operationId: 'listHoldouts',
  summary: 'The hold-outs of the campaign, without their members',
  description:
    'With what they were drawn of, and how many; the members are told by their assignment, once unsealed.',
  responses: {
    200: {
      description: 'All of them',
      content: { 'application/json': { schema: HoldoutList } },
    },
    ...problems.read(),
  },
})
const remove = createRoute({
  ...shared,
  method: 'delete',
  path: '/v1/holdouts/{holdoutId}',
  operationId: 'deleteHoldout',
  summary: 'Remove a hold-out that is still sealed; its units may be handed out again',
  description:
    'For one that was drawn by mistake. Whom it held is never told. Once it is unsealed it is evidence: 409 `holdout.unsealed`.',
  request: { params },
  responses: {
    204: { description: 'It is gone' },
    ...problems.change(UNKNOWN, { 409: ['holdout.unsealed'] }),
  },
})
const unseal = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/holdouts/{holdoutId}/unseal',
  operationId: 'unsealHoldout',
  summary: 'Tell the seed and the assignment from now on; the units stay held out',
  description: 'Tells the seed, so that everybody can draw again and compare. It cannot be sealed again.',
  request: { params, headers: IDEMPOTENCY_HEADER },
  responses: {
    200: { description: 'With its seed', content: holdout },
    ...problems.change(ONCE, UNKNOWN),
  },
})
const assignment = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/holdouts/{holdoutId}/assignment',
  operationId: 'getAssignment',
  summary: 'Every unit with its stratum and whether it was held out, once unsealed',
  description:
    'For the evaluation: every unit that could be drawn, in its stratum. Before the hold-out is unsealed it is 409 `holdout.sealed`.',
  request: { params },
  responses: {
    200: {
      description: 'All units',
      content: { 'application/json': { schema: AssignmentList } },
    },
    ...problems.read(UNKNOWN, { 409: ['holdout.sealed'] }),
  },
})

const evaluation = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/holdouts/{holdoutId}/evaluation',
  operationId: 'evaluateHoldout',
  summary: 'What canvassing did: results of the precincts against the draw, once unsealed',
  description:
    'The difference between canvassed and held-out precincts with its 95 % interval, by the pairs or strata of the draw; a regression on the last results as a check; the smallest effect that this design could have shown. Nothing is stored. Before the hold-out is unsealed it is 409 `holdout.sealed`.',
  request: { params, headers: IDEMPOTENCY_HEADER, body: jsonBody(EvaluationRequest) },
  responses: {
    200: {
      description: 'The difference, and how sure it is',
      content: { 'application/json': { schema: Evaluation } },
    },
    ...problems.change(BODY, ONCE, UNKNOWN, OF_REGION, OF_EVALUATION),
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
        const wish = c.req.valid('json')
        const scores = await pairScores(world, { campaign, wish })
        return c.json(await createHoldout(world, { campaign, id, wish, scores }), 201)
      },
    )
    .openapi({ ...list, middleware: guard('read', { tells: 'no targets' }) }, async (c) =>
      c.json({ holdouts: await listHoldouts(world.store, c.get('caller').campaign) }, 200),
    )
    .openapi({ ...remove, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      await removeHoldout(world, refOf(c.get('caller').campaign, c.req.valid('param')))
      return c.body(null, 204)
    })
    .openapi(
      { ...unseal, middleware: [guard('manage', { tells: 'no targets' }), idempotent(world)] as const },
      async (c) =>
        c.json(await unsealHoldout(world, refOf(c.get('caller').campaign, c.req.valid('param'))), 200),
    )
    .openapi({ ...assignment, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const ref = refOf(c.get('caller').campaign, c.req.valid('param'))
      return c.json({ units: await assignmentOf(world, ref) }, 200)
    })
    .openapi(
      { ...evaluation, middleware: [guard('manage', { tells: 'no targets' }), idempotent(world)] as const },
      async (c) => {
        const ref = refOf(c.get('caller').campaign, c.req.valid('param'))
        return c.json(await evaluateHoldout(world, { ...ref, request: c.req.valid('json') }), 200)
      },
    )
}
