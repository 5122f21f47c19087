/** `/v1/plans/estimate`: how far so many walkers would get. Nothing is stored. */
import { createRoute } from '@hono/zod-openapi'
import { EstimateRequest } from '@doorwalk/core/request/request'
import { Estimate } from '@doorwalk/core/estimate/answer'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { ledgerSnapshot } from '../ledger/snapshot.ts'
import { pinned } from './calls.ts'
import { CREATE_PROBLEMS, SECURED, UPSTREAM, jsonAnswer, jsonBody, routeGroup } from '../http/route.ts'
import { withStoredTargets } from '../buildings/targets.ts'
import type { World } from '../world.ts'

const estimate = createRoute({
  method: 'post',
  path: '/v1/plans/estimate',
  operationId: 'estimate',
  tags: ['Plans'],
  summary: 'Coverage against the number of walkers and their minutes, without planning',
  security: SECURED,
  request: { headers: IDEMPOTENCY_HEADER, body: jsonBody(EstimateRequest) },
  responses: {
    200: jsonAnswer('The curves', Estimate),
    ...CREATE_PROBLEMS,
    ...UPSTREAM,
  },
})

export function estimateRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...estimate,
      middleware: [guard('write', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const { campaign } = c.get('caller')
      const asked = await pinned(world, { campaign, request: c.req.valid('json') })
      const request = await withStoredTargets(world, { campaign, request: asked })
      const { signal } = c.req.raw
      const ledger = await ledgerSnapshot(world, { campaign, request, own: [], signal })
      const turn = { campaign, lane: 'estimate' as const }
      const hooks = { turn, signal }
      return c.json(await world.planner.estimate({ estimate: request, ledger }, hooks), 200)
    },
  )
}
