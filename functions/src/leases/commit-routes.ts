/** `/v1/plans/{planId}/commit`: lease what a draft has planned. */
import { createRoute, z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { commitPlan } from './commit.ts'
import { JOB_ANSWER, RETRY_AFTER, answerJob } from '../plans/answer.ts'
import { finishedPlan, isDone } from '../plans/calls.ts'
import { doneOutline } from '../plans/plans.ts'
import { refuseReplaced } from '../replans/turn.ts'
import {
  COMMON_PROBLEMS,
  CONFLICT,
  NOT_FOUND,
  SECURED,
  UNPROCESSABLE,
  UPSTREAM,
  jsonAnswer,
  routeGroup,
} from '../http/route.ts'
import type { World } from '../world.ts'

const CommittedWalk = z.object({
  walkId: z.string(),
  until: Moment.describe('held until then at most'),
  targets: z.number().int().describe('held, reserves included'),
})

const CommitAnswer = z.object({
  planId: z.string(),
  state: z.literal('committed'),
  walks: z.array(CommittedWalk),
})
nameSchemas({ PlanCommit: CommitAnswer, CommittedWalk })

const commit = createRoute({
  method: 'post',
  path: '/v1/plans/{planId}/commit',
  operationId: 'commitPlan',
  tags: ['Plans'],
  summary: 'Lease all targets of a plan, or none: 409 names the blocks that are no longer free',
  security: SECURED,
  request: { params: z.object({ planId: z.string().min(1).max(80) }), headers: IDEMPOTENCY_HEADER },
  responses: {
    200: jsonAnswer('Leased', CommitAnswer),
    202: JOB_ANSWER,
    ...COMMON_PROBLEMS,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
    ...UPSTREAM,
  },
})

export function commitRoutes(world: World, { guard }: Guards) {
  const middleware = [guard('write', { tells: 'targets' }), idempotent(world)]
  return routeGroup().openapi({ ...commit, middleware }, async (c) => {
    const { planId } = c.req.valid('param')
    const { campaign } = c.get('caller')
    const found = await finishedPlan(world, { campaign, planId })
    if (!isDone(found)) return c.json(answerJob(found), 202, RETRY_AFTER)
    await refuseReplaced(world, { campaign, planId })
    const walks = await commitPlan(world, { campaign, plan: await doneOutline(world, { campaign, planId }) })
    return c.json(
      {
        planId,
        state: 'committed' as const,
        walks: walks.map(({ walkId, until, targets }) => ({
          walkId,
          until: new Date(until).toISOString(),
          targets: targets.length,
        })),
      },
      200,
    )
  })
}
