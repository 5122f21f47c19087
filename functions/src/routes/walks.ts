/** `/v1/walks/{walkId}`: one walk as JSON, GeoJSON, GPX, CSV or a page to print. */
import { createRoute, z } from '@hono/zod-openapi'
import { Walk } from '@doorwalk/core/walk/answer'
import type { Guards } from '../guard.ts'
import { FORMS, type Form, chooseForm } from '../negotiate.ts'
import { walkForm } from '../plan-forms.ts'
import { readWalk } from '../plans.ts'
import { COMMON_PROBLEMS, NOT_FOUND, SECURED, UPSTREAM, makeRouter } from '../route.ts'
import { formOf, splitSuffix } from '../suffix.ts'
import type { World } from '../world.ts'

const WALK_FORMS = ['json', 'geojson', 'gpx', 'html', 'csv'] as const satisfies Form[]
const WalkAnswer = Walk.extend({
  planId: z.string(),
  region: z.object({ name: z.string(), version: z.string(), attribution: z.array(z.string()) }),
})
const text = { schema: { type: 'string' as const } }

const read = createRoute({
  method: 'get',
  path: '/v1/walks/{walkId}',
  operationId: 'getWalk',
  tags: ['Walks'],
  summary: 'A walk in the form of its suffix, or of `Accept`',
  security: SECURED,
  request: {
    params: z.object({
      walkId: z
        .string()
        .min(1)
        .max(80)
        .describe('id; `.geojson`, `.gpx`, `.html`, `.csv` or `.json` behind it chooses the form'),
    }),
  },
  responses: {
    200: {
      description: 'The walk',
      content: {
        'application/json': { schema: WalkAnswer },
        'application/geo+json': { schema: { type: 'object' as const } },
        'application/gpx+xml': text,
        'text/html': text,
        'text/csv': text,
      },
    },
    ...COMMON_PROBLEMS,
    ...NOT_FOUND,
    ...UPSTREAM,
  },
})

export function walkRoutes(world: World, { guard }: Guards) {
  return makeRouter().openapi({ ...read, middleware: guard('walk', WALK_FORMS) }, async (c) => {
    const { id, suffix } = splitSuffix(c.req.valid('param').walkId)
    const form =
      suffix === undefined ? chooseForm(c.req.header('Accept'), WALK_FORMS) : formOf(suffix, WALK_FORMS)
    const stored = await readWalk(world, { campaign: c.get('caller').campaign, walkId: id })
    if (form === 'json')
      return c.json({ ...stored.walk, planId: stored.plan.id, region: stored.plan.region }, 200)
    const { body, headers } = await walkForm(world, { stored, form })
    return c.body(body, 200, { 'Content-Type': FORMS[form], ...headers })
  })
}
