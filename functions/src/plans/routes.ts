/** `/v1/plans`: ask for walks, wait for them, read them, cancel or remove them. */
import { createRoute, z } from '@hono/zod-openapi'
import { PLAN_FORMAT_NAMES } from '@doorwalk/core/formats/formats'
import { PlanRequest } from '@doorwalk/core/request/request'
import { placeOnPaper } from '../areas/asked.ts'
import type { Guards } from '../http/guard.ts'
import { headersNamed } from '../document/headers.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { PREFER_HEADER, preferenceOf } from '../waiting/prefer.ts'
import { JOB_ANSWER, NEW_JOB_ANSWER, PlanAnswer, RETRY_AFTER, answerJob } from './answer.ts'
import { secondsFor } from './effort.ts'
import { abandonPlan, awaitedPlan, cancelPlan, isAsync, isDone, planToWrite, submitPlan } from './calls.ts'
import { sendPlan } from './send-plan.ts'
import { paperLinks } from '../links/paper-links.ts'
import { PRINT_QUERY, TABLE_QUERY, printAsked, tableAsked } from './print-query.ts'
import { printedWalks } from './printed-walks.ts'
import { formAsked, listSuffixes } from '../http/negotiate.ts'
import {
  BODY,
  BY_SUFFIX,
  OF_TARGETS,
  ONCE,
  PLAN_PATH,
  SECURED,
  formContent,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { OF_EFFORT, OF_JOB, OF_LEASING, OF_PLANNING, OF_PRINTING } from './plan-codes.ts'
import { rememberedId } from '../errands/errand.ts'
import { TIMINGS_QUERY } from './timings.ts'
import { tell } from './unheard.ts'
import { refuseWalked } from './walked.ts'
import type { World } from '../world.ts'

const PLAN_FORMS = ['json', ...PLAN_FORMAT_NAMES] as const
const plan = { 'application/json': { schema: PlanAnswer } }
const PlanParams = z.object({
  planId: z
    .string()
    .min(1)
    .max(80)
    .describe(`id; ${listSuffixes(PLAN_FORMAT_NAMES)} behind it chooses the form`),
})

const create = createRoute({
  method: 'post',
  path: '/v1/plans',
  operationId: 'createPlan',
  tags: ['Plans'],
  summary: 'Plan walks for an area and a number of volunteers',
  description:
    'Draws the targets of the area, leaves out what was visited, is held or held out, and shares the rest out among the walkers. What takes longer than 10 seconds, asks for more than 50 walkers or more than 1,000 `targets`, or comes with `Prefer: respond-async`, becomes a job: 202, and the plan later at `Location`. `Prefer: wait=N` says how long to wait for it.',
  security: SECURED,
  request: {
    headers: IDEMPOTENCY_HEADER.extend(PREFER_HEADER.shape),
    query: TIMINGS_QUERY,
    body: jsonBody(PlanRequest),
  },
  responses: {
    201: jsonAnswer('The plan', PlanAnswer, 'Location', 'Preference-Applied'),
    202: NEW_JOB_ANSWER,
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, OF_EFFORT, OF_LEASING, OF_JOB),
  },
})

const read = createRoute({
  method: 'get',
  path: '/v1/plans/{planId}',
  operationId: 'getPlan',
  tags: ['Plans'],
  summary: 'A plan: JSON, GeoJSON, pages to print, or a table',
  description:
    'As planned; the suffix or `Accept` chooses the form. While it is being made 202 tells how far it is; with `Prefer: wait=N` the answer waits for it so long. A plan that failed is 422 with the reason, one that was cancelled 410. Above 4 MB of JSON it is told in brief, with a link to each walk.',
  security: SECURED,
  request: {
    params: PlanParams,
    query: TIMINGS_QUERY.extend({ ...PRINT_QUERY.shape, ...TABLE_QUERY.shape }),
    headers: PREFER_HEADER,
  },
  responses: {
    200: {
      description: 'The plan',
      headers: headersNamed('Preference-Applied', 'Content-Disposition'),
      content: {
        ...plan,
        ...formContent(PLAN_FORMAT_NAMES),
      },
    },
    202: JOB_ANSWER,
    ...problems.read(OF_TARGETS, BY_SUFFIX, OF_JOB, OF_PRINTING),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/v1/plans/{planId}',
  operationId: 'deletePlan',
  tags: ['Plans'],
  summary: 'Cancel a plan that is being made, or remove a finished one with its walks',
  description:
    'A plan in the making stops. A finished one goes with its walks, and what they hold is free again; links to them say that the walk is gone, and what was noted on the way is still taken as visits. With `?walking=refuse` a plan stays whose walks somebody is on: 409 tells how many. Doing it again is 404.',
  security: SECURED,
  request: {
    params: PLAN_PATH,
    query: z.strictObject({
      walking: z
        .enum(['end', 'refuse'])
        .default('end')
        .describe('what becomes of it where somebody is on a walk: `end`: it goes; `refuse`: it stays, 409'),
    }),
  },
  responses: {
    204: { description: 'Cancelled or gone' },
    ...problems.change(OF_TARGETS, { 404: ['plan.unknown'], 409: ['plan.walking'] }),
  },
})

export function planRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi(
      {
        ...create,
        middleware: [guard('write', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
      },
      async (c) => {
        const asked = c.req.valid('json')
        const { campaign, scopes } = c.get('caller')
        const seconds = secondsFor(scopes, asked)
        const request = { ...asked, ...(seconds !== undefined && { seconds }) }
        const preference = preferenceOf(c.req.header('Prefer'))
        const usual = isAsync(asked, world.config) ? 0 : world.config.sync.milliseconds
        const { wait = usual } = preference
        const planId = await rememberedId(c.get('errand'), world, 'pln')
        const ref = { campaign, planId }
        const found = await submitPlan(world, { ref, request, wait, signal: c.req.raw.signal })
        const headers = { Location: `/v1/plans/${found.id}`, ...preference.headers }
        return tell(c, {
          log: world.log,
          undo: () => abandonPlan(world, ref),
          answer: async () =>
            isDone(found)
              ? sendPlan(c, world.desk, { found, status: 201, headers, ...c.req.valid('query') })
              : c.json(answerJob(found), 202, { ...headers, ...RETRY_AFTER }),
        })
      },
    )
    .openapi({ ...read, middleware: guard('read', { tells: 'targets', forms: PLAN_FORMS }) }, async (c) => {
      const segment = c.req.valid('param').planId
      const { id, form } = formAsked({ segment, accept: c.req.header('Accept') }, PLAN_FORMS)
      const { timings, ...query } = c.req.valid('query')
      const [print, table] = [printAsked(query, form), tableAsked(query, form)]
      const caller = c.get('caller')
      const { campaign } = caller
      const { wait = 0, headers: applied } = preferenceOf(c.req.header('Prefer'))
      const { signal } = c.req.raw
      const found = await awaitedPlan(world, { campaign, planId: id }, { wait, signal })
      if (!isDone(found)) return c.json(answerJob(found), 202, { ...RETRY_AFTER, ...applied })
      if (form === 'json') {
        const asked = { found, status: 200 as const, headers: applied, timings }
        return sendPlan(c, world.desk, asked)
      }
      const ref = { campaign, planId: found.id }
      const links = form === 'html' ? await paperLinks(world, caller, () => printedWalks(world, ref)) : {}
      const place = placeOnPaper(found.head.area)
      const asked = { ...planToWrite(campaign, found), form, links, print, place, table }
      const { body, headers } = await world.desk.ask('planForm', asked, signal)
      return c.body(body, 200, { ...headers, ...applied })
    })
    .openapi({ ...remove, middleware: guard('write', { tells: 'targets' }) }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, planId: c.req.valid('param').planId }
      if (c.req.valid('query').walking === 'refuse') await refuseWalked(world, ref)
      await cancelPlan(world, ref)
      return c.body(null, 204)
    })
}
