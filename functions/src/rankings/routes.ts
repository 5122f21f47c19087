/** `/v1/rankings`: where to go first, by a formula over public numbers and the ledger. */
import { createRoute, z } from '@hono/zod-openapi'
import { NewRanking } from '@doorwalk/core/ranking/ranking-request'
import { nameSchemas } from '../document/schema-names.ts'
import { FeatureCollection } from '../document/geojson.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { formAsked, listSuffixes } from '../http/negotiate.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import {
  BODY,
  BY_SUFFIX,
  OF_LEDGER,
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
import { LIST_FORMS, fieldsOf, listAnswer, sendPage } from '../lists/parts.ts'
import { rememberedId } from '../errands/errand.ts'
import { RANKING } from '../store/keys.ts'
import { ListedRanking, RankingAnswer } from './answer.ts'
import { createRanking, listRankings, readBody, readHead, removeRanking, withHead } from './rankings.ts'
import type { World } from '../world.ts'

const FORMS = ['json', 'csv', 'geojson'] as const
const RankingList = z.object({ rankings: z.array(ListedRanking).describe('newest first'), next: NEXT })
const ListedRankingPart = ListedRanking.partial()
const RankingListPart = RankingList.extend({ rankings: z.array(ListedRankingPart).describe('newest first') })
nameSchemas({
  RankingList: [RankingList, 'a page of rankings'],
  ListedRankingPart: [ListedRankingPart, 'a ranking as it is listed, with the fields that were asked for'],
  RankingListPart: [RankingListPart, 'a page of rankings, with the fields that were asked for'],
})
const RankingParams = z.object({
  rankingId: z
    .string()
    .min(1)
    .max(80)
    .describe(`id; ${listSuffixes(['csv', 'geojson'])} behind it chooses the form`),
})
const UNKNOWN = { 404: ['ranking.unknown'] } as const

const create = createRoute({
  method: 'post',
  path: '/v1/rankings',
  operationId: 'createRanking',
  tags: ['Rankings'],
  summary: 'Rank precincts and squares: where to go first',
  description:
    'Puts the precincts of a region, and the squares that are given, in the order in which to go there, each with what its score is made of and how far its rank moves with the weights. The ranking is stored; the same name again is its next version. Fields about origin, nationality, religion, first names or persons are refused. `cover` and `fresh` ask the ledger of the campaign, as it was at `at`; areas below 11 doors are not ranked by them.',
  security: SECURED,
  request: { headers: IDEMPOTENCY_HEADER, body: jsonBody(NewRanking) },
  responses: {
    201: jsonAnswer('The ranking', RankingAnswer, 'Location'),
    ...problems.change(BODY, ONCE, OF_REGION, OF_SHAPE, OF_LEDGER, {
      400: [
        'ranking.lists',
        'ranking.no_areas',
        'ranking.not_a_share',
        'ranking.nothing',
        'ranking.order',
        'ranking.outside',
        'ranking.refused_field',
        'ranking.twice',
        'ranking.unknown_field',
        'ranking.unknown_precinct',
        'ranking.weights',
      ],
      409: ['ranking.too_many'],
      410: ['campaign.over'],
    }),
  },
})

const list = createRoute({
  method: 'get',
  path: '/v1/rankings',
  operationId: 'listRankings',
  tags: ['Rankings'],
  summary: 'The stored rankings, newest first',
  description: 'Page by page, without their areas. `name` lists the versions of one.',
  security: SECURED,
  request: {
    query: z.strictObject({
      ...PAGE_QUERY,
      region: z.string().min(1).max(64).optional().describe('only rankings of this region'),
      name: z.string().min(1).max(64).optional().describe('only those of this name'),
      fields: fieldsOf(ListedRanking),
    }),
  },
  responses: {
    200: listAnswer('A page of rankings', { list: RankingList, part: RankingListPart }),
    ...problems.read(PAGED),
  },
})

const read = createRoute({
  method: 'get',
  path: '/v1/rankings/{rankingId}',
  operationId: 'getRanking',
  tags: ['Rankings'],
  summary: 'A ranking: JSON, a table, or a map',
  description:
    'As it was made; the suffix or `Accept` chooses the form. As CSV it is a line per area, as GeoJSON a feature per area that has an outline, both with all parts of the score.',
  security: SECURED,
  request: { params: RankingParams },
  responses: {
    200: {
      description: 'The ranking',
      content: {
        'application/json': { schema: RankingAnswer },
        'text/csv': { schema: { type: 'string' as const } },
        'application/geo+json': { schema: FeatureCollection },
      },
    },
    ...problems.read(OF_REGION, BY_SUFFIX, UNKNOWN),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/v1/rankings/{rankingId}',
  operationId: 'deleteRanking',
  tags: ['Rankings'],
  summary: 'Remove one version of a ranking; plans made with it stay',
  description: 'Plans and batches keep what it said. Its number is not given again.',
  security: SECURED,
  request: { params: z.object({ rankingId: z.string().min(1).max(64).describe('its id') }) },
  responses: { 204: { description: 'It is gone' }, ...problems.change(UNKNOWN) },
})

export function rankingRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi(
      { ...create, middleware: [guard('write', { tells: 'no targets' }), idempotent(world)] as const },
      async (c) => {
        const id = await rememberedId(c.get('errand'), world, 'rk')
        const ref = { campaign: c.get('caller').campaign, id }
        const head = await createRanking(world, { ref, wish: c.req.valid('json'), signal: c.req.raw.signal })
        const body = withHead(head, await readBody(world, ref))
        const headers = { Location: `/v1/rankings/${id}` }
        return sendJson<z.infer<typeof RankingAnswer>, 201>(c, { body, status: 201, headers })
      },
    )
    .openapi(
      { ...list, middleware: guard('read', { tells: 'no targets', forms: LIST_FORMS }) },
      async (c) => {
        const { cursor, fields, ...asked } = c.req.valid('query')
        const { campaign } = c.get('caller')
        const page = await listRankings(world, {
          ...{ campaign, ...asked, after: readCursor(cursor, RANKING.prefix) },
        })
        const next = writeCursor(page.next, RANKING.prefix)
        return sendPage(c, { rankings: page.entries, next }, fields)
      },
    )
    .openapi({ ...read, middleware: guard('read', { tells: 'no targets', forms: FORMS }) }, async (c) => {
      const segment = c.req.valid('param').rankingId
      const { id, form } = formAsked({ segment, accept: c.req.header('Accept') }, FORMS)
      const { campaign } = c.get('caller')
      const head = await readHead(world, { campaign, id })
      if (form === 'json') {
        const body = withHead(head, await readBody(world, { campaign, id }))
        return sendJson<z.infer<typeof RankingAnswer>, 200>(c, { body, status: 200 })
      }
      const { region, regionVersion } = head
      const asked = { campaign, id, region, regionVersion, form }
      const { body, headers } = await world.desk.ask('rankingForm', asked, c.req.raw.signal)
      return c.body(body, 200, headers)
    })
    .openapi({ ...remove, middleware: guard('write', { tells: 'no targets' }) }, async (c) => {
      const { rankingId } = c.req.valid('param')
      await removeRanking(world, { campaign: c.get('caller').campaign, id: rankingId })
      return c.body(null, 204)
    })
}
