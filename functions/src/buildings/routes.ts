/** `/v1/buildings`: a campaign's own targets in a region, imported from a list and used by its plans. */
import { createRoute, z } from '@hono/zod-openapi'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { FeatureCollection } from '../document/geojson.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { TargetOverride } from '@doorwalk/core/request/request'
import type { Guards } from '../http/guard.ts'
import { LIST_FORMS, fieldsOf, listAnswer, sendPage } from '../lists/parts.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import { ImportReport, importTargets } from './import.ts'
import { HttpProblem } from '../http/problem.ts'
import {
  BODY,
  OF_REGION,
  OF_TARGETS,
  ONCE,
  PAGED,
  SECURED,
  jsonAnswer,
  problems,
  routeGroup,
} from '../http/route.ts'
import { listTargets, removeTargets } from './targets.ts'
import { OWN_TARGET } from '../store/keys.ts'
import type { ListFormat } from '../ports/desk.ts'
import type { World } from '../world.ts'

const Region = z.string().min(1).max(64)
const TargetPage = z.object({ targets: z.array(TargetOverride).describe('by id'), next: NEXT })
/** What is meant: each line is judged for itself, so a body that fits only in part is read, too. */
const TargetList = z.strictObject({ targets: z.array(TargetOverride).describe('of the region') })
const TargetOverridePart = TargetOverride.partial()
const TargetPagePart = TargetPage.extend({ targets: z.array(TargetOverridePart).describe('by id') })
nameSchemas({
  TargetList: [TargetList, "a campaign's own targets"],
  TargetPage: [TargetPage, `a page of a campaign's own targets`],
  TargetOverridePart: [
    TargetOverridePart,
    `one of a campaign's own targets, with the fields that were asked for`,
  ],
  TargetPagePart: [TargetPagePart, `a page of a campaign's own targets, with the fields that were asked for`],
})

/** Read as text: each line is checked for itself and reported, so one wrong line stops no other. */
const FORMATS: Record<string, ListFormat> = {
  'text/csv': 'csv',
  'application/geo+json': 'geojson',
  'application/json': 'json',
}
const anyList = { schema: { type: 'object' as const } }
const CSV = 'id;lng;lat;doors;key;number;street\nhall-3;2.3475;48.8791;24;yes;12 bis;rue Condorcet\n'

const OF_LIST: CodesByStatus = {
  400: ['buildings.malformed', 'buildings.unknown_field'],
  413: ['buildings.too_many'],
}

const load = createRoute({
  method: 'post',
  path: '/v1/buildings',
  operationId: 'importBuildings',
  tags: ['Buildings'],
  summary: 'Import targets from CSV, GeoJSON points or JSON; the same id again updates',
  description:
    'Each line is judged alone: values are put right where they can be, lines that cannot be taken are listed with what was expected. Every later plan of the campaign in the region uses the targets.',
  security: SECURED,
  request: {
    headers: IDEMPOTENCY_HEADER,
    query: z.strictObject({ region: Region }),
    body: {
      required: true,
      content: {
        'application/json': { ...anyList, documented: TargetList },
        'application/geo+json': { ...anyList, documented: FeatureCollection },
        'text/csv': { schema: { type: 'string' as const }, example: CSV },
      },
    },
  },
  responses: {
    200: jsonAnswer('What was taken, repaired and refused, line by line', ImportReport),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_REGION, OF_LIST),
  },
})

const list = createRoute({
  method: 'get',
  path: '/v1/buildings',
  operationId: 'listBuildings',
  tags: ['Buildings'],
  summary: "The campaign's own targets in a region",
  description: 'As they were imported, by id.',
  security: SECURED,
  request: {
    query: z.strictObject({
      region: Region,
      ...PAGE_QUERY,
      key: z.enum(['true', 'false']).optional().describe('only key buildings, or only the others'),
      fields: fieldsOf(TargetOverride),
    }),
  },
  responses: {
    200: listAnswer('A page of targets', { list: TargetPage, part: TargetPagePart }),
    ...problems.read(OF_TARGETS, PAGED),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/v1/buildings',
  operationId: 'deleteBuildings',
  tags: ['Buildings'],
  summary: "Remove one of the campaign's own targets, or all of a region",
  description: 'With `id` one of them, without it all of the region. What is not there is no error.',
  security: SECURED,
  request: { query: z.strictObject({ region: Region, id: z.string().min(1).max(120).optional() }) },
  responses: { 204: { description: 'They are gone' }, ...problems.change(OF_TARGETS) },
})

export function buildingRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi(
      { ...load, middleware: [guard('write', { tells: 'targets', list: true }), idempotent(world)] as const },
      async (c) => {
        const { region } = c.req.valid('query')
        const format = FORMATS[(c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase()]
        if (!format) {
          throw new HttpProblem(415, 'request.content_type', `send ${Object.keys(FORMATS).join(', ')}`)
        }
        const { bbox } = await world.regions.manifest(region)
        const text = new Uint8Array(await c.req.arrayBuffer())
        const { signal } = c.req.raw
        const list = await world.desk.ask('targetList', { text, format, bbox }, signal)
        const { campaign } = c.get('caller')
        const errand = c.get('errand')
        const report = await importTargets(world, { campaign, region, list, errand, signal })
        return c.json(report, 200)
      },
    )
    .openapi({ ...list, middleware: guard('read', { tells: 'targets', forms: LIST_FORMS }) }, async (c) => {
      const { cursor, fields, key, ...asked } = c.req.valid('query')
      const { campaign } = c.get('caller')
      const page = await listTargets(world, {
        ...{ campaign, ...asked, after: readCursor(cursor, OWN_TARGET.prefix) },
        ...(key !== undefined && { key: key === 'true' }),
      })
      const list = { targets: page.entries, next: writeCursor(page.next, OWN_TARGET.prefix) }
      return sendPage(c, list, fields)
    })
    .openapi({ ...remove, middleware: guard('write', { tells: 'targets' }) }, async (c) => {
      const { region, id } = c.req.valid('query')
      const { campaign } = c.get('caller')
      await removeTargets(world, { campaign, region, ids: id === undefined ? undefined : [id] })
      return c.body(null, 204)
    })
}
