/** `/v1/plans/{planId}/replan`: roll-call. */
import { createRoute } from '@hono/zod-openapi'
import { ReplanRequest } from '@doorwalk/core/request/request'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { PREFER_HEADER, preferenceOf } from '../waiting/prefer.ts'
import { NEW_JOB_ANSWER, PlanAnswer, RETRY_AFTER, answerJob } from '../plans/answer.ts'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { OF_EFFORT, OF_JOB, OF_LEASING, OF_PLANNING } from '../plans/plan-codes.ts'
import { isDone } from '../plans/calls.ts'
import { secondsFor } from '../plans/effort.ts'
import { sendPlan } from '../plans/send-plan.ts'
import { TIMINGS_QUERY } from '../plans/timings.ts'
import { submitReplan } from './replans.ts'
import {
  BODY,
  OF_TARGETS,
  ONCE,
  PLAN_PATH,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import type { World } from '../world.ts'

const OF_ROLL_CALL: CodesByStatus = {
  400: ['replan.commit', 'replan.nobody', 'replan.walker'],
  409: ['plan.commit_running', 'plan.replaced', 'plan.replan_running'],
  413: ['replan.too_many'],
}

const replan = createRoute({
  method: 'post',
  path: '/v1/plans/{planId}/replan',
  operationId: 'replan',
  tags: ['Plans'],
  summary: 'Roll-call: the plan again for those who are there; what is done stays done',
  description:
    'Makes a new plan of a plan for those who are there, which takes its place. What was visited stays done, walks that go on keep their ids, and leases go over at one moment.',
  security: SECURED,
  request: {
    params: PLAN_PATH,
    headers: IDEMPOTENCY_HEADER.extend(PREFER_HEADER.shape),
    query: TIMINGS_QUERY,
    body: jsonBody(ReplanRequest),
  },
  responses: {
    201: jsonAnswer(
      'The plan that takes its place, with `replan`',
      PlanAnswer,
      'Location',
      'Preference-Applied',
    ),
    202: NEW_JOB_ANSWER,
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, OF_EFFORT, OF_LEASING, OF_JOB, OF_ROLL_CALL),
  },
})

export function replanRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...replan,
      middleware: [guard('write', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const { planId } = c.req.valid('param')
      const { campaign, scopes } = c.get('caller')
      const wish = c.req.valid('json')
      const preference = preferenceOf(c.req.header('Prefer'))
      const { wait = world.config.sync.milliseconds } = preference
      const found = await submitReplan(world, {
        ref: { campaign, planId },
        wish,
        seconds: secondsFor(scopes, wish),
        wait,
        signal: c.req.raw.signal,
        errand: c.get('errand'),
      })
      const headers = { Location: `/v1/plans/${found.id}`, ...preference.headers }
      return isDone(found)
        ? sendPlan(c, world.desk, { found, status: 201, headers, ...c.req.valid('query') })
        : c.json(answerJob(found), 202, { ...headers, ...RETRY_AFTER })
    },
  )
}
