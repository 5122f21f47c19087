/** `/v1/plans/compare`: what two plans have of each other, and what not. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  ChangeCounts,
  ComparedPlace,
  ComparedPlan,
  ComparedWalk,
  Comparison,
  FigureDifferences,
  PlanFigures,
  TargetChange,
  WalkDifference,
} from '@doorwalk/core/comparison/answer'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { NEXT, PAGE_QUERY, readOffset, writeOffset } from '../http/page.ts'
import {
  BODY,
  OF_TARGETS,
  ONCE,
  PAGED,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { JOB_ANSWER, RETRY_AFTER, answerJob } from '../plans/answer.ts'
import { finishedPlan, isDone, planToWrite } from '../plans/calls.ts'
import { OF_JOB } from '../plans/plan-codes.ts'
import type { World } from '../world.ts'

const PlanId = z.string().min(1).max(80)
const CompareRequest = z.strictObject({
  plans: z.tuple([PlanId, PlanId]).describe('ids of two plans of this campaign'),
})
const ComparisonPage = Comparison.extend({ next: NEXT })
nameSchemas({
  ChangeCounts: [ChangeCounts, 'how many targets changed between two plans, and how'],
  ComparedPlace: [ComparedPlace, 'where a plan has a target'],
  ComparedPlan: [ComparedPlan, 'one of two plans that are compared'],
  ComparedWalk: [ComparedWalk, 'a walk of one of two plans that are compared'],
  CompareRequest: [CompareRequest, 'two plans'],
  FigureDifferences: [FigureDifferences, 'what the second of two plans has more than the first'],
  PlanComparison: [ComparisonPage, 'two plans side by side, with a page of the targets that changed'],
  PlanFigures: [PlanFigures, 'a plan in numbers'],
  TargetChange: [TargetChange, 'what became of a target from one plan to another'],
  WalkDifference: [WalkDifference, 'what became of a walk from one plan to another'],
})

const compare = createRoute({
  method: 'post',
  path: '/v1/plans/compare',
  operationId: 'comparePlans',
  tags: ['Plans'],
  summary: 'Two plans side by side: figures, and what changed, walk by walk and target by target',
  description:
    'Both are read as they were planned; nothing is planned, stored or leased. Walks of the two are the same where they have one id, else where they share most targets. The targets that changed come page by page, the figures and counts with every page.',
  security: SECURED,
  request: {
    query: z.strictObject(PAGE_QUERY),
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(CompareRequest),
  },
  responses: {
    200: jsonAnswer('The comparison', ComparisonPage),
    202: JOB_ANSWER,
    ...problems.change(BODY, ONCE, OF_TARGETS, PAGED, OF_JOB),
  },
})

export function comparisonRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    { ...compare, middleware: [guard('read', { tells: 'targets' }), idempotent(world)] as const },
    async (c) => {
      const { campaign } = c.get('caller')
      const { cursor, limit } = c.req.valid('query')
      const { plans } = c.req.valid('json')
      const found = await Promise.all(plans.map((planId) => finishedPlan(world, { campaign, planId })))
      const waiting = found.find((one) => !isDone(one))
      if (waiting) return c.json(answerJob(waiting), 202, RETRY_AFTER)
      const [first, second] = found.map((one) => planToWrite(campaign, one))
      const from = readOffset(cursor)
      const to = from + limit
      const asked = { first: first!, second: second!, from, to }
      const { comparison, isLast } = await world.desk.ask('comparison', asked, c.req.raw.signal)
      return c.json({ ...comparison, next: isLast ? null : writeOffset(to) }, 200)
    },
  )
}
