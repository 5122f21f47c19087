/** Lists of plans: the campaign's plans, what a plan left out, and what it was asked with. */
import { createRoute, z } from '@hono/zod-openapi'
import { AskedRequest, requestAsked } from '../areas/asked.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { LeftOut } from '@doorwalk/core/walk/answer'
import type { Guards } from '../http/guard.ts'
import { NEXT, PAGE_QUERY, readCursor, readOffset, writeCursor, writeOffset } from '../http/page.ts'
import { LIST_FORMS, fieldsOf, listAnswer, sendPage } from '../lists/parts.ts'
import { someOf } from '../lists/words.ts'
import { JOB_ANSWER, RETRY_AFTER, answerJob } from './answer.ts'
import { finishedPlan, isDone, planToWrite } from './calls.ts'
import { OF_JOB } from './plan-codes.ts'
import { ListedPlan, PlanStatus } from './heads.ts'
import { listPlans, readHead, readRequest, unknownPlan } from './plans.ts'
import { OF_TARGETS, PAGED, PLAN_PATH, SECURED, jsonAnswer, problems, routeGroup } from '../http/route.ts'
import { sendJson } from '../http/send-json.ts'
import { encodeLarge } from '../store/json.ts'
import { PLAN } from '../store/keys.ts'
import type { World } from '../world.ts'

/** Each is short: a page of the most has about 400 kB. */
const LEFT_OUT_LIMIT = z.coerce.number().int().min(1).max(5_000).default(50)

const LeftOutPage = z.object({ leftOut: z.array(LeftOut).describe('each with its reason'), next: NEXT })
const PlanList = z.object({ plans: z.array(ListedPlan).describe('newest first'), next: NEXT })
const PlanHeadPart = ListedPlan.partial()
const PlanListPart = PlanList.extend({ plans: z.array(PlanHeadPart).describe('newest first') })
nameSchemas({
  PlanHeadPart: [PlanHeadPart, 'a plan as it is listed, with the fields that were asked for'],
  PlanListPart: [PlanListPart, 'a page of plans, with the fields that were asked for'],
  LeftOutPage: [LeftOutPage, 'a page of targets on no walk'],
  PlanList: [PlanList, 'a page of plans'],
})

const list = createRoute({
  method: 'get',
  path: '/v1/plans',
  operationId: 'listPlans',
  tags: ['Plans'],
  summary: 'The plans of the campaign, newest first',
  description:
    'With their status and their numbers, page by page. A page that few plans pass may end before it is full; `next` goes on.',
  security: SECURED,
  request: {
    query: z.strictObject({
      ...PAGE_QUERY,
      status: someOf(PlanStatus.options, 'only plans that are so'),
      region: z.string().min(1).max(64).optional().describe('only plans of this region'),
      fields: fieldsOf(ListedPlan),
    }),
  },
  responses: {
    200: listAnswer('A page of plans', { list: PlanList, part: PlanListPart }),
    ...problems.read(OF_TARGETS, PAGED),
  },
})

const leftOut = createRoute({
  method: 'get',
  path: '/v1/plans/{planId}/left-out',
  operationId: 'listLeftOut',
  tags: ['Plans'],
  summary: 'Every target that is on no walk, with the reason',
  description: 'The plan itself lists the first 1,000; here all of them are, page by page.',
  security: SECURED,
  request: {
    params: PLAN_PATH,
    query: z.strictObject({ ...PAGE_QUERY, limit: LEFT_OUT_LIMIT }),
  },
  responses: {
    200: jsonAnswer('A page of them', LeftOutPage),
    202: JOB_ANSWER,
    ...problems.read(OF_TARGETS, PAGED, OF_JOB),
  },
})

nameSchemas({ AskedRequest: [AskedRequest, 'what a plan was asked with'] })

const request = createRoute({
  method: 'get',
  path: '/v1/plans/{planId}/request',
  operationId: 'getPlanRequest',
  tags: ['Plans'],
  summary: 'What a plan was asked with: a request that can be sent again',
  description:
    'As it was sent, with its defaults, whatever became of the plan. Own places of volunteers are rounded as plans keep them, and their ids are those of the caller. Of a roll-call or an edit: who was there, and what was excluded or made key.',
  security: SECURED,
  request: { params: PLAN_PATH },
  responses: {
    200: jsonAnswer('The request', AskedRequest),
    ...problems.read(OF_TARGETS, { 404: ['plan.unknown'] }),
  },
})

export function planListRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi({ ...list, middleware: guard('read', { tells: 'targets', forms: LIST_FORMS }) }, async (c) => {
      const { cursor, fields, ...asked } = c.req.valid('query')
      const { campaign } = c.get('caller')
      const page = await listPlans(world, { campaign, ...asked, after: readCursor(cursor, PLAN.prefix) })
      const plans = page.entries.map(({ timings: _timings, ...listed }) => listed)
      return sendPage(c, { plans, next: writeCursor(page.next, PLAN.prefix) }, fields)
    })
    .openapi({ ...leftOut, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const { planId } = c.req.valid('param')
      const { cursor, limit } = c.req.valid('query')
      const { campaign } = c.get('caller')
      const found = await finishedPlan(world, { campaign, planId })
      if (!isDone(found)) return c.json(answerJob(found), 202, RETRY_AFTER)
      const from = readOffset(cursor)
      const to = from + limit
      const asked = { ...planToWrite(campaign, found), from, to }
      const { leftOut, isLast } = await world.desk.ask('leftOut', asked, c.req.raw.signal)
      return c.json({ leftOut, next: isLast ? null : writeOffset(to) }, 200)
    })
    .openapi({ ...request, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      if (!(await readHead(world, ref))) throw unknownPlan(ref.planId)
      const body = await encodeLarge(requestAsked(await readRequest(world, ref)))
      // Areas in areas have no end, which the types of hono cannot follow.
      return sendJson<never, 200>(c, { body, status: 200 })
    })
}
