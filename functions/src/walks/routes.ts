/** `/v1/walks/{walkId}`: one walk as JSON, GeoJSON, GPX, CSV or a page to print. */
import { createRoute, z } from '@hono/zod-openapi'
import { headersNamed } from '../document/headers.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { FORMAT_NAMES } from '@doorwalk/core/formats/formats'
import { PlanRegion, Walk } from '@doorwalk/core/walk/answer'
import { placeOnPaper } from '../areas/asked.ts'
import type { Caller } from '../http/admission.ts'
import type { Guards } from '../http/guard.ts'
import { type Form, formAsked, listSuffixes } from '../http/negotiate.ts'
import { paperLinks } from '../links/paper-links.ts'
import { OF_PRINTING } from '../plans/plan-codes.ts'
import { readHead, readWalk } from '../plans/plans.ts'
import { PRINT_QUERY, TABLE_QUERY, printAsked, tableAsked } from '../plans/print-query.ts'
import { printedWalk } from '../plans/printed-walks.ts'
import { BY_SUFFIX, OF_TARGETS, SECURED, formContent, problems, routeGroup } from '../http/route.ts'
import type { World } from '../world.ts'

const WALK_FORMS = ['json', ...FORMAT_NAMES] as const satisfies Form[]
const WalkAnswer = Walk.extend({
  planId: z.string().describe('the plan it belongs to'),
  region: PlanRegion.describe('what it was made of'),
})
nameSchemas({ StoredWalk: [WalkAnswer, 'a walk as it is now'] })

const read = createRoute({
  method: 'get',
  path: '/v1/walks/{walkId}',
  operationId: 'getWalk',
  tags: ['Walks'],
  summary: 'A walk in the form of its suffix, or of `Accept`',
  description:
    'As it stands now: a walk that was shortened or planned again is told as it became. The suffix or `Accept` chooses the form: JSON for programs, GeoJSON for maps, GPX for navigation, HTML for paper, CSV for spreadsheets.',
  security: SECURED,
  request: {
    params: z.object({
      walkId: z
        .string()
        .min(1)
        .max(80)
        .describe(`id; ${listSuffixes([...FORMAT_NAMES, 'json'])} behind it chooses the form`),
    }),
    query: PRINT_QUERY.extend(TABLE_QUERY.shape),
  },
  responses: {
    200: {
      description: 'The walk',
      headers: headersNamed('Content-Disposition'),
      content: {
        'application/json': { schema: WalkAnswer },
        ...formContent(FORMAT_NAMES),
      },
    },
    ...problems.read(OF_TARGETS, BY_SUFFIX, OF_PRINTING, { 404: ['walk.unknown'], 503: ['region.damaged'] }),
  },
})

export function walkRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    { ...read, middleware: guard('walk', { tells: 'targets', forms: WALK_FORMS, link: 'walk' }) },
    async (c) => {
      const segment = c.req.valid('param').walkId
      const { id, form } = formAsked({ segment, accept: c.req.header('Accept') }, WALK_FORMS)
      const query = c.req.valid('query')
      const [print, table] = [printAsked(query, form), tableAsked(query, form)]
      const caller = c.get('caller')
      const { campaign } = caller
      if (form === 'json') {
        const { walk, plan } = await readWalk(world, { campaign, walkId: id })
        return c.json({ ...walk, planId: plan.id, region: plan.region }, 200)
      }
      const ref = { campaign, walkId: id }
      const paper = form === 'html' ? await paperOf(world, caller, ref) : {}
      const asked = { ...ref, form, ...paper, print, table }
      const { body, headers } = await world.desk.ask('walkForm', asked, c.req.raw.signal)
      return c.body(body, 200, headers)
    },
  )
}

/** What a page says beside the walk: a link for a phone, and where its plan is. */
async function paperOf(world: World, caller: Caller, ref: { campaign: string; walkId: string }) {
  const { plan, walk } = await readWalk(world, ref)
  const links = await paperLinks(world, caller, () => [printedWalk(walk)])
  const head = await readHead(world, { campaign: ref.campaign, planId: plan.id })
  return { links, place: placeOnPaper(head?.head.area ?? null) }
}
