/** `/healthz`: is the server up, and does its database answer? */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import { UPSTREAM, WRONG_METHOD, jsonAnswer, routeGroup } from './route.ts'
import { HEALTH_KEY } from '../store/keys.ts'
import type { World } from '../world.ts'

const Health = z.object({ status: z.literal('ok') })
nameSchemas({ Health })

const health = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'getHealth',
  tags: ['Service'],
  summary: 'Whether the server and its database answer',
  security: [],
  responses: {
    200: jsonAnswer('Both answer', Health),
    ...WRONG_METHOD,
    ...UPSTREAM,
  },
})

export function serviceRoutes({ store }: World) {
  return routeGroup().openapi(health, async (c) => {
    try {
      await store.get(HEALTH_KEY)
    } catch {
      throw new VisibleError('upstream', 'store.down', 'the database does not answer')
    }
    return c.json({ status: 'ok' as const }, 200)
  })
}
