/** `/v1/walks/{walkId}/shorten`: "I am late". */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { Walk } from '@doorwalk/core/walk/answer'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { Shorten, shortenWalk } from './shorten.ts'
import { CREATE_PROBLEMS, SECURED, UPSTREAM, jsonAnswer, jsonBody, routeGroup } from '../http/route.ts'
import type { World } from '../world.ts'

const ShortenedWalk = Walk.extend({
  planId: z.string(),
  released: z.array(z.string()).describe('targets given back'),
})
nameSchemas({ ShortenRequest: Shorten, ShortenedWalk })

const shorten = createRoute({
  method: 'post',
  path: '/v1/walks/{walkId}/shorten',
  operationId: 'shortenWalk',
  tags: ['Walks'],
  summary: 'The walker is late: keeps what fits into the minutes left, and gives the rest back',
  security: SECURED,
  request: {
    params: z.object({ walkId: z.string().min(1).max(80) }),
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(Shorten),
  },
  responses: {
    200: jsonAnswer('The walk as it is now', ShortenedWalk),
    ...CREATE_PROBLEMS,
    ...UPSTREAM,
  },
})

export function walkShortenRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...shorten,
      middleware: [guard('report', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      const { walk, planId, released } = await shortenWalk(world, ref, {
        wish: c.req.valid('json'),
        errand: c.get('errand'),
        signal: c.req.raw.signal,
      })
      return c.json({ ...walk, planId, released }, 200)
    },
  )
}
