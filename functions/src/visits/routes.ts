/** `/v1/visits`: what happened at doors, in batches, each report taken once. */
import { createRoute } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import {
  BODY,
  OF_LEDGER,
  OF_REGION,
  ONCE,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { VisitReport, VisitsAnswer, recordVisits, withoutDetails } from './visits.ts'
import { oneWalk } from './one-walk.ts'
import type { World } from '../world.ts'

const report = createRoute({
  method: 'post',
  path: '/v1/visits',
  operationId: 'reportVisits',
  tags: ['Visits'],
  summary: 'Report visits; sending one twice changes nothing',
  description:
    'Each visit is judged by itself and taken once by its `id`, however often it is sent; also offline, late, and after the end of a lease. Of a target below 11 doors only a state is kept.',
  security: SECURED,
  request: { headers: IDEMPOTENCY_HEADER, body: jsonBody(VisitReport) },
  responses: {
    200: jsonAnswer('What became of each', VisitsAnswer),
    ...problems.change(BODY, ONCE, OF_REGION, OF_LEDGER),
  },
})

export function visitRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    // Each visit is taken or refused by itself, also after the last ballot.
    {
      ...report,
      middleware: [
        guard('report', { tells: 'no targets', link: 'visits' }),
        idempotent(world, { kept: withoutDetails }),
      ] as const,
    },
    async (c) => {
      const { campaign, link } = c.get('caller')
      const report = c.req.valid('json')
      if (link && report.region !== undefined) {
        const why = `got "${report.region}"; a link reports visits of its own walk, leave "region" out`
        throw fieldError('request.invalid', '/region', why)
      }
      const only = link && 'walkId' in link ? await oneWalk(world, { campaign, ...link }) : undefined
      return c.json(await recordVisits(world, { campaign, report, only }), 200)
    },
  )
}
