/** `/v1/walks/{walkId}/pack`: everything for walking without a network, and what changed since. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { Walk } from '@doorwalk/core/walk/answer'
import type { Guards } from '../http/guard.ts'
import { WalkLife, lifeOf } from '../leases/walks.ts'
import { readWalk } from '../plans/plans.ts'
import {
  OF_LEDGER,
  OF_REGION,
  OF_TARGETS,
  SECURED,
  WALK_PATH,
  jsonAnswer,
  problems,
  routeGroup,
} from '../http/route.ts'
import { FeatureCollection } from '../document/geojson.ts'
import { WalkChanges, changesOf } from './changes.ts'
import { sendJson } from '../http/send-json.ts'
import type { World } from '../world.ts'

const Pack = WalkLife.pick({ walkId: true, planId: true, walker: true, state: true, until: true })
  .extend(WalkChanges.shape)
  .extend({
    walk: Walk.optional().describe('as planned; not with `?since=`'),
    attribution: z.array(z.string()).optional().describe('to be shown with the map; not with `?since=`'),
    reachMetres: z.number().int().optional().describe('around the way that the map shows'),
    map: FeatureCollection.optional().describe(
      'streets and building outlines, as `map.geojson` of the region; not with `?since=`',
    ),
  })
nameSchemas({ WalkPack: [Pack, 'a walk to be walked offline, or what changed of it'] })

const read = createRoute({
  method: 'get',
  path: '/v1/walks/{walkId}/pack',
  operationId: 'getWalkPack',
  tags: ['Walks'],
  summary: 'A walk to be walked offline; with `?since=` only what changed',
  description:
    'The walk with its reserves, and streets and buildings around it, at most 150 KB compressed, to be kept on a phone. With `?since=` and the `cursor` of the answer before only what happened meanwhile comes.',
  security: SECURED,
  request: {
    params: WALK_PATH,
    query: z.strictObject({
      since: z.string().min(1).max(5_000).optional().describe('`cursor` of the answer before'),
    }),
  },
  responses: {
    200: jsonAnswer('The pack, at most 150 KB compressed, or the changes', Pack),
    ...problems.read(OF_TARGETS, OF_REGION, OF_LEDGER, { 400: ['request.cursor'], 404: ['walk.unknown'] }),
  },
})

export function walkPackRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    { ...read, middleware: guard('walk', { tells: 'targets', link: 'walk' }) },
    async (c) => {
      const { walkId } = c.req.valid('param')
      const { since } = c.req.valid('query')
      const { campaign } = c.get('caller')
      const stored = await readWalk(world, { campaign, walkId })
      const { planId, walker, state, until } = await lifeOf(world, { campaign, walkId })
      const { signal } = c.req.raw
      const changes = await changesOf(world, { campaign, stored, since, signal })
      const answer = { walkId, planId, walker, state, until, ...changes }
      if (since !== undefined) return c.json(answer, 200)
      const asked = { campaign, walkId, head: answer }
      const body = await world.desk.ask('walkPack', asked, signal)
      return sendJson<z.infer<typeof Pack>, 200>(c, { body, status: 200 })
    },
  )
}
