/** `/v1/areas`: stored shapes to canvass. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { NewArea, StoredArea, createArea, listAreas, readArea, removeArea } from './areas.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import {
  COMMON_PROBLEMS,
  CREATE_PROBLEMS,
  NOT_FOUND,
  SECURED,
  jsonAnswer,
  jsonBody,
  routeGroup,
} from '../http/route.ts'
import { sendJson } from '../http/send-json.ts'
import { rememberedId } from '../errands/errand.ts'
import { listBytes } from '../store/json.ts'
import { AREA } from '../store/keys.ts'
import type { World } from '../world.ts'

const AreaList = z.object({ areas: z.array(StoredArea), next: NEXT })
nameSchemas({ AreaList })
const AreaParams = z.object({ areaId: z.string().min(1).max(64) })

const create = createRoute({
  method: 'post',
  path: '/v1/areas',
  operationId: 'createArea',
  tags: ['Areas'],
  summary: 'Store a shape under an id',
  security: SECURED,
  request: {
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(NewArea),
  },
  responses: {
    201: jsonAnswer('The stored area', StoredArea, 'Location'),
    ...CREATE_PROBLEMS,
  },
})

const list = createRoute({
  method: 'get',
  path: '/v1/areas',
  operationId: 'listAreas',
  tags: ['Areas'],
  summary: 'The stored areas, oldest first',
  security: SECURED,
  request: { query: z.strictObject(PAGE_QUERY) },
  responses: {
    200: jsonAnswer('A page of areas', AreaList),
    ...COMMON_PROBLEMS,
  },
})

const read = createRoute({
  method: 'get',
  path: '/v1/areas/{areaId}',
  operationId: 'getArea',
  tags: ['Areas'],
  summary: 'One stored area',
  security: SECURED,
  request: { params: AreaParams },
  responses: { 200: jsonAnswer('The area', StoredArea), ...COMMON_PROBLEMS, ...NOT_FOUND },
})

const remove = createRoute({
  method: 'delete',
  path: '/v1/areas/{areaId}',
  operationId: 'deleteArea',
  tags: ['Areas'],
  summary: 'Remove a stored area; plans made with it stay',
  security: SECURED,
  request: { params: AreaParams },
  responses: { 204: { description: 'It is gone' }, ...COMMON_PROBLEMS, ...NOT_FOUND },
})

export function areaRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi(
      { ...create, middleware: [guard('write', { tells: 'no targets' }), idempotent(world)] as const },
      async (c) => {
        const wish = c.req.valid('json')
        await world.regions.manifest(wish.region)
        const id = await rememberedId(c.get('errand'), world, 'area')
        const stored = await createArea(world, { campaign: c.get('caller').campaign, id, area: wish })
        return c.json(stored, 201, { Location: `/v1/areas/${stored.id}` })
      },
    )
    .openapi({ ...list, middleware: guard('read', { tells: 'no targets' }) }, async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const { campaign } = c.get('caller')
      const page = await listAreas(world, { campaign, limit, after: readCursor(cursor, AREA.prefix) })
      const body = listBytes('areas', page.areas, { next: writeCursor(page.next, AREA.prefix) })
      return sendJson<z.infer<typeof AreaList>, 200>(c, { body, status: 200 })
    })
    .openapi({ ...read, middleware: guard('read', { tells: 'no targets' }) }, async (c) => {
      const { areaId } = c.req.valid('param')
      return c.json(await readArea(world, { campaign: c.get('caller').campaign, id: areaId }), 200)
    })
    .openapi({ ...remove, middleware: guard('write', { tells: 'no targets' }) }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, id: c.req.valid('param').areaId }
      await readArea(world, ref)
      await removeArea(world, ref)
      return c.body(null, 204)
    })
}
