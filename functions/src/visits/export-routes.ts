/** `GET /v1/visits`: what was reported, page by page, as JSON or line by line. */
import { createRoute, z } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import { AnyMoment } from '@doorwalk/core/request/moment'
import { headersNamed } from '../document/headers.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { chooseForm, mediaTypeOf } from '../http/negotiate.ts'
import { NEXT, PAGE_QUERY, linkTo } from '../http/page.ts'
import { OF_TARGETS, PAGED, SECURED, problems, routeGroup } from '../http/route.ts'
import { LIST_FORMS, fieldsOf, listAnswer, partOf, sendPage } from '../lists/parts.ts'
import { ReportedVisit, reportedVisits } from './export.ts'
import type { World } from '../world.ts'

const OFFERED = [...LIST_FORMS, 'ndjson'] as const
const LINES = mediaTypeOf('ndjson')

const VisitPage = z.object({
  visits: z.array(ReportedVisit).describe('by block, in each by time'),
  next: NEXT,
})
const ReportedVisitPart = ReportedVisit.partial()
const VisitPagePart = VisitPage.extend({ visits: z.array(ReportedVisitPart).describe('in the same order') })
nameSchemas({
  ReportedVisitPart: [ReportedVisitPart, 'a visit as it was reported, with the fields that were asked for'],
  VisitPage: [VisitPage, 'a page of visits'],
  VisitPagePart: [VisitPagePart, 'a page of visits, with the fields that were asked for'],
})

const { description, content } = listAnswer('A page of visits', { list: VisitPage, part: VisitPagePart })
const example =
  '{"id":"phone7-000001","target":"osm:w123","block":"8a1fb4666ad7fff","at":"2026-03-14T14:02:00+01:00","knocked":18,"opened":5,"refused":1,"revisit":0,"optedOut":0,"noAccess":false,"scope":"doors"}\n'

const list = createRoute({
  method: 'get',
  path: '/v1/visits',
  operationId: 'listVisits',
  tags: ['Visits'],
  summary: 'Visits at targets of 11 doors or more, as they were reported',
  description:
    'Of smaller targets no visit is told, because none is kept: their sums are in the coverage. `Accept: application/x-ndjson` gives a line for each visit, and the next page in `Link`. What comes late may stand before what was read already. Nothing is told any more once the last ballot is over.',
  security: SECURED,
  request: {
    query: z.strictObject({
      region: z.string().min(1).max(64),
      ...PAGE_QUERY,
      from: AnyMoment.optional().describe('only targets that were left from then on'),
      to: AnyMoment.optional().describe('only targets that were left before'),
      fields: fieldsOf(ReportedVisit),
    }),
  },
  responses: {
    200: {
      description,
      headers: headersNamed('Link'),
      content: { ...content, [LINES]: { schema: { type: 'string' as const }, example } },
    },
    ...problems.read(OF_TARGETS, PAGED, { 404: ['region.unknown'] }),
  },
})

export function visitExportRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    { ...list, middleware: guard('read', { tells: 'targets', forms: OFFERED }) },
    async (c) => {
      const { fields, ...asked } = c.req.valid('query')
      checkOrder(asked)
      const page = await reportedVisits(world, { campaign: c.get('caller').campaign, ...asked })
      if (page.next !== null) c.header('Link', linkTo(c.req.url, page.next))
      if (chooseForm(c.req.header('Accept'), OFFERED) !== 'ndjson') return sendPage(c, page, fields)
      const lines = page.visits.map((visit) => JSON.stringify(fields ? partOf(visit, fields) : visit))
      return c.body(lines.map((line) => `${line}\n`).join(''), 200, { 'Content-Type': LINES })
    },
  )
}

/** @throws VisibleError `request.invalid`: nothing lies between */
function checkOrder({ from, to }: { from?: string | undefined; to?: string | undefined }): void {
  if (from === undefined || to === undefined || Date.parse(from) < Date.parse(to)) return
  const why = `got ${JSON.stringify(from)}, expected a moment before "to" (${JSON.stringify(to)}): nothing lies between`
  throw fieldError('request.invalid', '?from', why)
}
