/** `/v1/plans/estimate`: how far so many walkers would get. Nothing is stored. */
import { createRoute } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { EstimateRequest } from '@doorwalk/core/request/request'
import { Estimate } from '@doorwalk/core/estimate/answer'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { ledgerSnapshot } from '../ledger/snapshot.ts'
import { pinned } from './calls.ts'
import { BODY, OF_TARGETS, ONCE, SECURED, jsonAnswer, jsonBody, problems, routeGroup } from '../http/route.ts'
import { OF_PLANNING } from './plan-codes.ts'
import { within } from '../waiting/within.ts'
import { withStoredTargets } from '../buildings/targets.ts'
import { openGate } from '../threads/gate.ts'
import type { World } from '../world.ts'

const estimate = createRoute({
  method: 'post',
  path: '/v1/plans/estimate',
  operationId: 'estimate',
  tags: ['Plans'],
  summary: 'Coverage against the number of walkers and their minutes, without planning',
  description:
    'Draws the curve of doors and prize against the number of walkers, and reads off it how many walkers and evenings a goal takes. Nothing is planned, stored or leased. It ends within 8 seconds.',
  security: SECURED,
  request: { headers: IDEMPOTENCY_HEADER, body: jsonBody(EstimateRequest) },
  responses: {
    200: jsonAnswer('The curves', Estimate),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, { 503: ['estimate.late'] }),
  },
})

/** Of the time that callers are kept waiting for a plan: 8 of 10 s. */
const SHARE_OF_WAIT = 0.8

/** Estimates whose area and ledger are read at once; nothing is read for who has gone by his turn. */
const LOOKED_UP_AT_ONCE = 2
const lookingUp = openGate(LOOKED_UP_AT_ONCE)

export function estimateRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...estimate,
      middleware: [guard('write', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const { campaign } = c.get('caller')
      const asked = c.req.valid('json')
      const milliseconds = world.config.sync.milliseconds * SHARE_OF_WAIT
      const limits = { milliseconds, caller: c.req.raw.signal, late }
      const answer = await within(limits, async (signal, left) => {
        const { request, ledger } = await lookingUp(async () => {
          const placed = await pinned(world, { campaign, request: asked })
          const request = await withStoredTargets(world, { campaign, request: placed })
          return { request, ledger: await ledgerSnapshot(world, { campaign, request, own: [], signal }) }
        }, signal)
        const turn = { campaign, lane: 'estimate' as const }
        const hooks = { turn, signal, milliseconds: left() }
        return world.planner.estimate({ estimate: request, ledger }, hooks)
      })
      return c.json(answer, 200)
    },
  )
}

function late(): VisibleError {
  return new VisibleError(
    'upstream',
    'estimate.late',
    'there is more to plan at the moment than the machine can do in time; ask again',
  )
}
