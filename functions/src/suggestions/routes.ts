/** `/v1/plans/{planId}/suggest`: what to do with one walker more, a walk without one, or minutes left over. */
import { createRoute } from '@hono/zod-openapi'
import {
  DroppedTarget,
  PredictedGain,
  SuggestedTarget,
  Suggestion,
  Suggestions,
} from '@doorwalk/core/suggestion/answer'
import { LatecomerWish, MinutesWish, SuggestRequest, WalkWish } from '@doorwalk/core/suggestion/request'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import {
  BODY,
  OF_LEDGER,
  OF_TARGETS,
  ONCE,
  PLAN_PATH,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { JOB_ANSWER, RETRY_AFTER, answerJob } from '../plans/answer.ts'
import { finishedPlan, isDone } from '../plans/calls.ts'
import { OF_JOB, OF_PLANNING } from '../plans/plan-codes.ts'
import { suggestionsFor } from './standing.ts'
import type { World } from '../world.ts'

nameSchemas({
  DroppedTarget: [DroppedTarget, 'a target that a suggestion would leave to nobody'],
  LatecomerWish: [LatecomerWish, 'somebody comes later'],
  MinutesWish: [MinutesWish, 'a walk has minutes left over'],
  PredictedGain: [PredictedGain, 'what a suggestion is expected to bring'],
  SuggestRequest: [SuggestRequest, 'what is asked of a plan'],
  SuggestedTarget: [SuggestedTarget, 'a target that a suggestion gives to another walk'],
  Suggestion: [Suggestion, 'one way to go on, with what it is expected to bring'],
  Suggestions: [Suggestions, 'ways to go on, best first'],
  WalkWish: [WalkWish, 'a walk has nobody who walks it'],
})

const OF_SUGGESTIONS: CodesByStatus = {
  400: ['suggest.walk', 'suggest.walker'],
  409: ['plan.replaced', 'suggest.walk_over'],
}

const suggest = createRoute({
  method: 'post',
  path: '/v1/plans/{planId}/suggest',
  operationId: 'suggest',
  tags: ['Plans'],
  summary: 'Where a latecomer goes, who takes a walk, what to add for minutes left over',
  description:
    'Ranked ways to go on with a plan as its walks stand at the moment, found by a short search around the walks concerned. Nothing is planned, stored or leased. What each brings is a prediction. Reserves of other walks are not touched.',
  security: SECURED,
  request: {
    params: PLAN_PATH,
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(SuggestRequest),
  },
  responses: {
    200: jsonAnswer('Suggestions, best first', Suggestions),
    202: JOB_ANSWER,
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, OF_LEDGER, OF_JOB, OF_SUGGESTIONS),
  },
})

export function suggestionRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...suggest,
      middleware: [guard('write', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      const found = await finishedPlan(world, ref)
      if (!isDone(found)) return c.json(answerJob(found), 202, RETRY_AFTER)
      const wish = c.req.valid('json')
      return c.json(await suggestionsFor(world, { ref, wish, signal: c.req.raw.signal }), 200)
    },
  )
}
