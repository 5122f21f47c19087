/** `/v1/visits`: what happened at doors, in batches, each report taken once. */
import { createRoute } from '@hono/zod-openapi'
import type { Guards } from '../http/guard.ts'
import { ASK_PROBLEMS, SECURED, jsonAnswer, jsonBody, routeGroup } from '../http/route.ts'
import { VisitReport, VisitsAnswer, recordVisits } from './visits.ts'
import type { World } from '../world.ts'

const report = createRoute({
  method: 'post',
  path: '/v1/visits',
  operationId: 'reportVisits',
  tags: ['Visits'],
  summary: 'Report visits; sending one twice changes nothing',
  security: SECURED,
  request: { body: jsonBody(VisitReport) },
  responses: {
    200: jsonAnswer('What became of each', VisitsAnswer),
    ...ASK_PROBLEMS,
  },
})

export function visitRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    // Each visit is taken or refused by itself, also after the last ballot.
    { ...report, middleware: guard('report', { tells: 'no targets' }) },
    async (c) => {
      const { campaign } = c.get('caller')
      return c.json(await recordVisits(world, { campaign, report: c.req.valid('json') }), 200)
    },
  )
}
