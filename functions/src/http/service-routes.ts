/** `/healthz`: is the server up, and does its database answer? */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import { jsonAnswer, problems, routeGroup } from './route.ts'
import { HEALTH_KEY } from '../store/keys.ts'
import type { World } from '../world.ts'

const Health = z.object({ status: z.literal('ok').describe('always this') })
nameSchemas({ Health: [Health, 'the server and its database answer'] })

const health = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'getHealth',
  tags: ['Service'],
  summary: 'Whether the server and its database answer',
  description: 'For balancers and watchdogs; needs no key and is not counted.',
  security: [],
  responses: {
    200: jsonAnswer('Both answer', Health),
    ...problems.open({ 503: ['store.down'] }),
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
