/** `/v1/visits`: what happened at doors, in batches, each report taken once. */
import { createRoute } from '@hono/zod-openapi'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { CREATE_PROBLEMS, SECURED, UPSTREAM, jsonAnswer, jsonBody, routeGroup } from '../http/route.ts'
import { VisitReport, VisitsAnswer, recordVisits, withoutDetails } from './visits.ts'
import type { World } from '../world.ts'

const report = createRoute({
  method: 'post',
  path: '/v1/visits',
  operationId: 'reportVisits',
  tags: ['Visits'],
  summary: 'Report visits; sending one twice changes nothing',
  security: SECURED,
  request: { headers: IDEMPOTENCY_HEADER, body: jsonBody(VisitReport) },
  responses: {
    200: jsonAnswer('What became of each', VisitsAnswer),
    ...CREATE_PROBLEMS,
    ...UPSTREAM,
  },
})

export function visitRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    // Each visit is taken or refused by itself, also after the last ballot.
    {
      ...report,
      middleware: [
        guard('report', { tells: 'no targets' }),
        idempotent(world, { kept: withoutDetails }),
      ] as const,
    },
    async (c) => {
      const { campaign } = c.get('caller')
      return c.json(await recordVisits(world, { campaign, report: c.req.valid('json') }), 200)
    },
  )
}
