/** `POST /v1/walks`: one walk for one volunteer, from here, leased at once. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { Walk } from '@doorwalk/core/walk/answer'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { OF_PLANNING } from '../plans/plan-codes.ts'
import { tell } from '../plans/unheard.ts'
import { NewWalk, OF_NOW, takeBack, walkNow } from './now.ts'
import { noteMade } from '../links/made-by.ts'
import { handOver } from '../leases/walks.ts'
import { BODY, OF_TARGETS, ONCE, SECURED, jsonAnswer, jsonBody, problems, routeGroup } from '../http/route.ts'
import type { World } from '../world.ts'

const LeasedWalk = Walk.extend({ planId: z.string().describe('the plan it came of') })
nameSchemas({
  LeasedWalk: [LeasedWalk, 'a walk that is yours'],
  NewWalk: [NewWalk, 'one volunteer, now and from here'],
})

const create = createRoute({
  method: 'post',
  path: '/v1/walks',
  operationId: 'walkNow',
  tags: ['Walks'],
  summary: 'A walk for one volunteer, now and from here; nobody else gets its doors',
  description:
    'Plans for everybody who asks at the same moment together, so that each gets an area of his own, and leases the targets at once. Nothing due within about a kilometre is 409 `walk.none_left`.',
  security: SECURED,
  request: {
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(NewWalk),
  },
  responses: {
    201: jsonAnswer('The leased walk', LeasedWalk, 'Location'),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, OF_NOW),
  },
})

export function walkNowRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...create,
      middleware: [guard('report', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const wish = c.req.valid('json')
      const caller = c.get('caller')
      const { campaign } = caller
      const { signal } = c.req.raw
      const leased = await walkNow(world, { campaign, wish, errand: c.get('errand'), signal })
      const { walk, planId } = leased
      const walker = wish.walker ?? walk.walker
      return tell(c, {
        log: world.log,
        undo: () => takeBack(world, { campaign, leased }),
        async answer() {
          if (caller.ownWalks) await noteMade(world, caller, walk.walkId)
          if (walker !== walk.walker) await handOver(world, { campaign, walkId: walk.walkId }, walker)
          return c.json({ ...walk, walker, planId }, 201, { Location: `/v1/walks/${walk.walkId}` })
        },
      })
    },
  )
}
