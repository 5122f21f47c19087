/** `/v1/walks/{walkId}/shorten`: "I am late". */
import { createRoute, z } from '@hono/zod-openapi'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { Walk } from '@doorwalk/core/walk/answer'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { OF_PLANNING } from '../plans/plan-codes.ts'
import { Shorten, shortenWalk } from './shorten.ts'
import {
  BODY,
  OF_TARGETS,
  ONCE,
  SECURED,
  WALK_PATH,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import type { World } from '../world.ts'

const ShortenedWalk = Walk.extend({
  planId: z.string().describe('the plan it belongs to'),
  released: z.array(z.string()).describe('targets given back'),
})
nameSchemas({
  ShortenRequest: [Shorten, 'who is late has so long'],
  ShortenedWalk: [ShortenedWalk, 'a walk after it was shortened'],
})

const OF_LATE: CodesByStatus = {
  403: ['walk.not_yours'],
  404: ['walk.unknown'],
  409: ['walk.not_leased', 'walk.nothing_fits', 'walk.over'],
}

const shorten = createRoute({
  method: 'post',
  path: '/v1/walks/{walkId}/shorten',
  operationId: 'shortenWalk',
  tags: ['Walks'],
  summary: 'The walker is late: keeps what fits into the minutes left, and gives the rest back',
  description:
    "Keeps what is done, puts the best of the walk's own stops that still fit into the minutes in order, and frees the rest for others at once. The plan stays as it was planned.",
  security: SECURED,
  request: {
    params: WALK_PATH,
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(Shorten),
  },
  responses: {
    200: jsonAnswer('The walk as it is now', ShortenedWalk),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, OF_LATE),
  },
})

export function walkShortenRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...shorten,
      middleware: [
        guard('report', { tells: 'targets', by: 'planner', link: 'walk', changesWalk: true }),
        idempotent(world),
      ] as const,
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
