/** `/v1/plans/{planId}/edits`: a plan changed by hand. */
import { createRoute } from '@hono/zod-openapi'
import { EditRequest } from '@doorwalk/core/request/edit-request'
import type { CodesByStatus } from '../document/problem-codes.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
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
import { NEW_JOB_ANSWER, PlanAnswer, RETRY_AFTER, answerJob } from '../plans/answer.ts'
import { isDone } from '../plans/calls.ts'
import { OF_JOB, OF_LEASING, OF_PLANNING } from '../plans/plan-codes.ts'
import { sendPlan } from '../plans/send-plan.ts'
import { TIMINGS_QUERY } from '../plans/timings.ts'
import { PREFER_HEADER, preferenceOf } from '../waiting/prefer.ts'
import type { World } from '../world.ts'
import { submitEdits } from './edits.ts'

const OF_EDITS: CodesByStatus = {
  400: [
    'edit.contradiction',
    'edit.excluded',
    'edit.locked',
    'edit.no_effect',
    'edit.nobody',
    'edit.nothing_to_redo',
    'edit.nothing_to_undo',
    'edit.pinned',
    'edit.unknown_target',
    'edit.unknown_walk',
    'edit.walk_begun',
    'edit.walker',
  ],
  409: ['edit.gone', 'plan.commit_running', 'plan.replaced', 'plan.replan_running'],
  422: ['edit.does_not_fit', 'edit.not_free', 'edit.stairs', 'edit.unreachable'],
}

const edit = createRoute({
  method: 'post',
  path: '/v1/plans/{planId}/edits',
  operationId: 'editPlan',
  tags: ['Plans'],
  summary: 'Change a plan by hand; all that is not touched stays as it is',
  description:
    'Makes a new plan of a plan, which takes its place: with edits, or with edits taken back or made again. Walks that no edit touches stay as they are; the answer tells what it cost.',
  security: SECURED,
  request: {
    params: PLAN_PATH,
    headers: IDEMPOTENCY_HEADER.extend(PREFER_HEADER.shape),
    query: TIMINGS_QUERY,
    body: jsonBody(EditRequest),
  },
  responses: {
    201: jsonAnswer(
      'The plan that takes its place, with `edits` and `replan`',
      PlanAnswer,
      'Location',
      'Preference-Applied',
    ),
    202: NEW_JOB_ANSWER,
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, OF_LEASING, OF_JOB, OF_EDITS),
  },
})

export function editRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...edit,
      middleware: [guard('write', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const { planId } = c.req.valid('param')
      const { campaign } = c.get('caller')
      const preference = preferenceOf(c.req.header('Prefer'))
      const { wait = world.config.sync.milliseconds } = preference
      const found = await submitEdits(world, {
        ref: { campaign, planId },
        wish: c.req.valid('json'),
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
