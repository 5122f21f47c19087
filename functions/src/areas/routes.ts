/** `/v1/areas`: stored shapes to canvass. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { NewArea, StoredArea, createArea, listAreas, readArea, removeArea } from './areas.ts'
import type { Guards } from '../http/guard.ts'
import { LIST_FORMS, fieldsOf, listAnswer, partOf, sendPart } from '../lists/parts.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import {
  BODY,
  OF_REGION,
  OF_SHAPE,
  ONCE,
  PAGED,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { sendJson } from '../http/send-json.ts'
import { rememberedId } from '../errands/errand.ts'
import { listBytes } from '../store/json.ts'
import { AREA } from '../store/keys.ts'
import type { World } from '../world.ts'

const AreaList = z.object({ areas: z.array(StoredArea).describe('oldest first'), next: NEXT })
const StoredAreaPart = StoredArea.partial()
const AreaListPart = AreaList.extend({ areas: z.array(StoredAreaPart).describe('oldest first') })
nameSchemas({
  AreaList: [AreaList, 'a page of stored areas'],
  StoredAreaPart: [StoredAreaPart, 'a shape that is kept, with the fields that were asked for'],
  AreaListPart: [AreaListPart, 'a page of stored areas, with the fields that were asked for'],
})
const AreaParams = z.object({ areaId: z.string().min(1).max(64) })

const create = createRoute({
  method: 'post',
  path: '/v1/areas',
  operationId: 'createArea',
  tags: ['Areas'],
  summary: 'Store a shape under an id',
  description:
    'A polygon, precincts or cells under an id, which requests then name as `{ "id": … }`. A drawn shape is judged as a plan would judge it.',
  security: SECURED,
  request: {
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(NewArea),
  },
  responses: {
    201: jsonAnswer('The stored area', StoredArea, 'Location'),
    ...problems.change(BODY, ONCE, OF_REGION, OF_SHAPE, { 413: ['area.too_large'] }),
  },
})

const list = createRoute({
  method: 'get',
  path: '/v1/areas',
  operationId: 'listAreas',
  tags: ['Areas'],
  summary: 'The stored areas, oldest first',
  description:
    'Page by page; a page of large areas ends at about 4 MB. `fields=id,label,region` leaves their shapes out.',
  security: SECURED,
  request: {
    query: z.strictObject({
      ...PAGE_QUERY,
      region: z.string().min(1).max(64).optional().describe('only areas of this region'),
      fields: fieldsOf(StoredArea),
    }),
  },
  responses: {
    200: listAnswer('A page of areas', { list: AreaList, part: AreaListPart }),
    ...problems.read(PAGED),
  },
})

const read = createRoute({
  method: 'get',
  path: '/v1/areas/{areaId}',
  operationId: 'getArea',
  tags: ['Areas'],
  summary: 'One stored area',
  description: 'With its shape, as it was stored.',
  security: SECURED,
  request: { params: AreaParams },
  responses: { 200: jsonAnswer('The area', StoredArea), ...problems.read({ 404: ['area.unknown'] }) },
})

const remove = createRoute({
  method: 'delete',
  path: '/v1/areas/{areaId}',
  operationId: 'deleteArea',
  tags: ['Areas'],
  summary: 'Remove a stored area; plans made with it stay',
  description: 'Plans and batches that were made with it stay as they are.',
  security: SECURED,
  request: { params: AreaParams },
  responses: { 204: { description: 'It is gone' }, ...problems.change({ 404: ['area.unknown'] }) },
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
    .openapi(
      { ...list, middleware: guard('read', { tells: 'no targets', forms: LIST_FORMS }) },
      async (c) => {
        const { cursor, fields, ...asked } = c.req.valid('query')
        const { campaign } = c.get('caller')
        const page = await listAreas(world, {
          ...{ campaign, ...asked, after: readCursor(cursor, AREA.prefix) },
          ...(fields && { cut: (area: object) => partOf(area, fields) }),
        })
        const body = listBytes('areas', page.areas, { next: writeCursor(page.next, AREA.prefix) })
        return fields ? sendPart(c, body) : sendJson<z.infer<typeof AreaList>, 200>(c, { body, status: 200 })
      },
    )
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
