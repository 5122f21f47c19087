/** `/v1/coverage`: doors done, leased, to come back to and left, as JSON and as hexagons on a map. */
import { createRoute, z } from '@hono/zod-openapi'
import { CoverageAnswer, coverageGeoJson } from '../coverage.ts'
import type { Guards } from '../guard.ts'
import { FORMS, chooseForm } from '../negotiate.ts'
import { coverageNow } from '../retention-sweep.ts'
import { COMMON_PROBLEMS, NOT_FOUND, SECURED, UPSTREAM, makeRouter } from '../route.ts'
import type { World } from '../world.ts'

const OFFERED = ['json', 'geojson'] as const

const CoverageMap = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({})).describe('one hexagon per block, with its figures as properties'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/coverage',
  operationId: 'getCoverage',
  tags: ['Visits'],
  summary: 'Where the campaign stands in a region',
  security: SECURED,
  request: { query: z.strictObject({ region: z.string().min(1).max(64) }) },
  responses: {
    200: {
      description: 'By block and precinct, and in all',
      content: {
        'application/json': { schema: CoverageAnswer },
        'application/geo+json': { schema: CoverageMap },
      },
    },
    ...COMMON_PROBLEMS,
    ...NOT_FOUND,
    ...UPSTREAM,
  },
})

export function coverageRoutes(world: World, { guard }: Guards) {
  return makeRouter().openapi({ ...read, middleware: guard('read', OFFERED) }, async (c) => {
    const { region } = c.req.valid('query')
    const coverage = await coverageNow(world, { campaign: c.get('caller').campaign, region })
    if (chooseForm(c.req.header('Accept'), OFFERED) === 'json') return c.json(coverage, 200)
    return c.json(await coverageGeoJson(coverage), 200, { 'Content-Type': FORMS.geojson })
  })
}
