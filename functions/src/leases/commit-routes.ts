/** `/v1/plans/{planId}/commit`: lease what a draft has planned. */
import { createRoute, z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { commitPlan } from './commit.ts'
import { JOB_ANSWER, RETRY_AFTER, answerJob } from '../plans/answer.ts'
import { OF_JOB } from '../plans/plan-codes.ts'
import { finishedPlan, isDone } from '../plans/calls.ts'
import { doneOutline } from '../plans/plans.ts'
import { refuseReplaced } from '../replans/turn.ts'
import {
  OF_LEDGER,
  OF_TARGETS,
  ONCE,
  PLAN_PATH,
  SECURED,
  jsonAnswer,
  problems,
  routeGroup,
} from '../http/route.ts'
import type { World } from '../world.ts'

const CommittedWalk = z.object({
  walkId: z.string().describe('of the walk'),
  until: Moment.describe('held until then at most'),
  targets: z.number().int().describe('held, reserves included'),
})

const CommitAnswer = z.object({
  planId: z.string().describe('of the plan'),
  state: z.literal('committed').describe('it is leased'),
  walks: z.array(CommittedWalk).describe('with what each holds'),
})
nameSchemas({
  PlanCommit: [CommitAnswer, 'a plan whose walks hold their targets'],
  CommittedWalk: [CommittedWalk, 'a walk that holds its targets'],
})

const OF_COMMIT: CodesByStatus = {
  409: ['dispatch.closed', 'plan.commit_running', 'plan.conflict', 'plan.replaced', 'plan.replan_running'],
}

const commit = createRoute({
  method: 'post',
  path: '/v1/plans/{planId}/commit',
  operationId: 'commitPlan',
  tags: ['Plans'],
  summary: 'Lease all targets of a plan, or none: 409 names the blocks that are no longer free',
  description:
    'Takes a lease on every target and reserve of a draft, block by block, and all of them or none. From then on no other plan or walk gets them until the walks are over.',
  security: SECURED,
  request: { params: PLAN_PATH, headers: IDEMPOTENCY_HEADER },
  responses: {
    200: jsonAnswer('Leased', CommitAnswer),
    202: JOB_ANSWER,
    ...problems.change(ONCE, OF_TARGETS, OF_JOB, OF_LEDGER, OF_COMMIT),
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
    await world.announce({ kind: 'plan committed', ref: { campaign, planId } })
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
