/** `POST /v1/walks`: one walk for one volunteer, from here, leased at once. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { Walk } from '@doorwalk/core/walk/answer'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { tell } from '../plans/unheard.ts'
import { NewWalk, takeBack, walkNow } from './now.ts'
import { handOver } from '../leases/walks.ts'
import { CREATE_PROBLEMS, SECURED, UPSTREAM, jsonAnswer, jsonBody, routeGroup } from '../http/route.ts'
import type { World } from '../world.ts'

const LeasedWalk = Walk.extend({ planId: z.string() })
nameSchemas({ LeasedWalk, NewWalk })

const create = createRoute({
  method: 'post',
  path: '/v1/walks',
  operationId: 'walkNow',
  tags: ['Walks'],
  summary: 'A walk for one volunteer, now and from here; nobody else gets its doors',
  security: SECURED,
  request: {
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(NewWalk),
  },
  responses: {
    201: jsonAnswer('The leased walk', LeasedWalk, 'Location'),
    ...CREATE_PROBLEMS,
    ...UPSTREAM,
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
      const { campaign } = c.get('caller')
      const { signal } = c.req.raw
      const leased = await walkNow(world, { campaign, wish, errand: c.get('errand'), signal })
      const { walk, planId } = leased
      const walker = wish.walker ?? walk.walker
      return tell(c, {
        log: world.log,
        undo: () => takeBack(world, { campaign, leased }),
        async answer() {
          if (walker !== walk.walker) await handOver(world, { campaign, walkId: walk.walkId }, walker)
          return c.json({ ...walk, walker, planId }, 201, { Location: `/v1/walks/${walk.walkId}` })
        },
      })
    },
  )
}
