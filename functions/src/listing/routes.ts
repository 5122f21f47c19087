/** `GET /v1/targets`: the targets of an area as a list, for letters, tables and maps of one's own. */
import { createRoute, z } from '@hono/zod-openapi'
import { ListedTarget } from '@doorwalk/core/listing/listed-target'
import { listingCsv } from '@doorwalk/core/listing/listing-csv'
import { listingGeoJson } from '@doorwalk/core/listing/listing-geojson'
import { RankingPriority } from '@doorwalk/core/request/priority'
import { FeatureCollection } from '../document/geojson.ts'
import { headersNamed } from '../document/headers.ts'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { chooseForm, mediaTypeOf } from '../http/negotiate.ts'
import { NEXT, PAGE_QUERY, linkTo } from '../http/page.ts'
import { OF_REGION, OF_SHAPE, OF_TARGETS, PAGED, SECURED, problems, routeGroup } from '../http/route.ts'
import { LIST_FORMS, fieldsOf, listAnswer, sendPage } from '../lists/parts.ts'
import { type ListPage, listedPage } from './listing.ts'
import type { World } from '../world.ts'

const OFFERED = [...LIST_FORMS, 'csv', 'geojson'] as const
/** Of a page as JSON, and as a table or map: the longest is 4 MB. */
const USUAL_LIMIT = 50
const WHOLE_LIMIT = 5_000

const Total = z.number().int().min(0).describe('targets of the area, on all pages')
const ListedTargetPage = z.object({
  targets: z.array(ListedTarget).describe('by precinct, street and number'),
  total: Total,
  next: NEXT,
})
const ListedTargetPart = ListedTarget.partial()
const ListedTargetPagePart = ListedTargetPage.extend({
  targets: z.array(ListedTargetPart).describe('in the same order'),
})
const ListedTargetMap = FeatureCollection.extend({ total: Total, next: NEXT }).describe(
  'a point for each target, in front of its street door',
)
nameSchemas({
  ListedTargetMap,
  ListedTargetPage: [ListedTargetPage, 'a page of the targets of an area'],
  ListedTargetPagePart: [ListedTargetPagePart, 'the same with the fields that were asked for'],
  ListedTargetPart: [ListedTargetPart, 'a target with the fields that were asked for'],
})

const OF_AREA: CodesByStatus = {
  400: [
    'area.bad_cell',
    'area.holds_nothing',
    'area.needs_streets',
    'area.no_precincts',
    'area.outside_region',
    'area.swapped',
    'area.too_many_parts',
    'area.unknown_precinct',
    'priority.no_precincts',
    'priority.unknown_field',
    'ranking.other_region',
  ],
  404: ['area.unknown', 'ranking.unknown'],
}
const { description, content } = listAnswer('A page of targets', {
  list: ListedTargetPage,
  part: ListedTargetPagePart,
})
const example =
  'target,building,address,postcode,city,entrance,fromFloor,toFloor,doors,doorsLow,doorsHigh,doorsSource,floors,score,key,state,precinct,block,lng,lat\r\nosm:w123,osm:w123,12 rue Condorcet,75009,Paris,B,,,24,24,24,dwellings,6,50,false,free,0925,8a1fb4666ad7fff,2.3475,48.8791\r\n'

const list = createRoute({
  method: 'get',
  path: '/v1/targets',
  operationId: 'listTargets',
  tags: ['Buildings'],
  summary: 'The targets of an area: address, entrance, doors and their source, score, state, precinct',
  description:
    'Of a stored area, of precincts, or of the whole region, by precinct, street and number, without those that the campaign excludes. `Accept: text/csv` or `application/geo+json` gives up to 5,000 at once, and the rest behind `Link`. Below 11 doors no state is told. Nothing is told any more once the last ballot is over.',
  security: SECURED,
  request: {
    query: z.strictObject({
      region: z.string().min(1).max(64),
      area: z.string().min(1).max(64).optional().describe('id of a stored area'),
      precincts: z
        .string()
        .min(1)
        .max(8_000)
        .transform((text) => text.split(','))
        .optional()
        .describe('instead of an area: codes of precincts, with commas between them'),
      priority: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe('numeric property of the precincts that `score` comes from, as in a plan'),
      ranking: RankingPriority.shape.ranking
        .optional()
        .describe(
          'instead: id of a stored ranking (`rk_…`), or its name, that `score` comes from, as in a plan',
        ),
      cursor: PAGE_QUERY.cursor,
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(WHOLE_LIMIT)
        .optional()
        .describe(`default: ${USUAL_LIMIT} as JSON, all there is room for as a table or map`),
      fields: fieldsOf(ListedTarget),
    }),
  },
  responses: {
    200: {
      description,
      headers: headersNamed('Link'),
      content: {
        ...content,
        'text/csv': { schema: { type: 'string' as const }, example },
        'application/geo+json': { schema: ListedTargetMap },
      },
    },
    ...problems.read(OF_REGION, OF_TARGETS, PAGED, OF_SHAPE, OF_AREA, { 503: ['ledger.busy', 'walk.busy'] }),
  },
})

export function listingRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    { ...list, middleware: guard('read', { tells: 'targets', forms: OFFERED }) },
    async (c) => {
      const { fields, limit, ...asked } = c.req.valid('query')
      const form = chooseForm(c.req.header('Accept'), OFFERED)
      const isWhole = form === 'csv' || form === 'geojson'
      const page = await listedPage(
        world,
        {
          ...{ campaign: c.get('caller').campaign, ...asked },
          limit: limit ?? (isWhole ? WHOLE_LIMIT : USUAL_LIMIT),
          tellsStates: isWhole || fields === undefined || fields.includes('state'),
        },
        c.req.raw.signal,
      )
      if (page.next !== null) c.header('Link', linkTo(c.req.url, page.next))
      if (!isWhole) return sendPage(c, page, fields)
      return c.body(writtenAs(form, { page, isFirst: asked.cursor === undefined }), 200, {
        'Content-Type': form === 'csv' ? `${mediaTypeOf(form)}; charset=utf-8` : mediaTypeOf(form),
      })
    },
  )
}

/** Pages of a table may be put one behind the other: only the first has its header. */
function writtenAs(form: 'csv' | 'geojson', { page, isFirst }: { page: ListPage; isFirst: boolean }): string {
  if (form === 'csv') return listingCsv(page.targets, isFirst)
  return JSON.stringify({ ...listingGeoJson(page.targets), total: page.total, next: page.next })
}
