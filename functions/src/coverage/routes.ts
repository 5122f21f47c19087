/** `/v1/coverage`: doors done, leased, to come back to and left, as JSON and as hexagons on a map. */
import { createRoute, z } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import { leavesOf } from '@doorwalk/core/request/area-request'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { readArea } from '../areas/areas.ts'
import { CoverageAnswer, coverageGeoJson, coverageWithin } from './coverage.ts'
import { coverageNow } from './now.ts'
import type { Guards } from '../http/guard.ts'
import { FeatureCollection } from '../document/geojson.ts'
import { chooseForm, mediaTypeOf } from '../http/negotiate.ts'
import { readPrecincts } from '../regions/answer.ts'
import { OF_LEDGER, OF_REGION, SECURED, problems, routeGroup } from '../http/route.ts'
import { sendJson } from '../http/send-json.ts'
import { encodeJson } from '../store/json.ts'
import type { World } from '../world.ts'

const OFFERED = ['json', 'geojson'] as const

const CoverageMap = FeatureCollection.extend({
  region: z.string().describe('name of the region'),
  at: Moment.describe('moment of the count'),
}).describe('one hexagon per block, with its figures as properties')
nameSchemas({ CoverageMap })

const read = createRoute({
  method: 'get',
  path: '/v1/coverage',
  operationId: 'getCoverage',
  tags: ['Visits'],
  summary: 'Where the campaign stands in a region',
  description:
    'Counts the doors of every block and precinct: done, leased, to come back to, and left. As GeoJSON it is one hexagon per block. Sums below 11 doors are not told.',
  security: SECURED,
  request: {
    query: z.strictObject({
      region: z.string().min(1).max(64),
      area: z.string().min(1).max(64).optional().describe('id of a stored area: the blocks in it'),
    }),
  },
  responses: {
    200: {
      description: 'By block and precinct, and in all',
      content: {
        'application/json': { schema: CoverageAnswer },
        'application/geo+json': { schema: CoverageMap },
      },
    },
    ...problems.read(OF_REGION, OF_LEDGER, {
      400: ['area.needs_streets'],
      404: ['area.unknown'],
      410: ['campaign.over'],
    }),
  },
})

export function coverageRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    { ...read, middleware: guard('read', { tells: 'no targets', forms: OFFERED }) },
    async (c) => {
      const { region, area } = c.req.valid('query')
      const { campaign } = c.get('caller')
      const whole = await coverageNow(world, { campaign, region, signal: c.req.raw.signal })
      const coverage = area === undefined ? whole : await within(world, { campaign, region, area, whole })
      if (chooseForm(c.req.header('Accept'), OFFERED) === 'json') return c.json(coverage, 200)
      const body = encodeJson(await coverageGeoJson(coverage))
      const headers = { 'Content-Type': mediaTypeOf('geojson') }
      return sendJson<never, 200>(c, { body, status: 200, headers })
    },
  )
}

interface Within {
  campaign: string
  region: string
  /** Id of a stored area. */
  area: string
  /** Of the region. */
  whole: CoverageAnswer
}

async function within(world: World, { campaign, region, area, whole }: Within): Promise<CoverageAnswer> {
  const stored = await readArea(world, { campaign, id: area })
  if (leavesOf(stored.area).some(({ part }) => 'walkFrom' in part))
    throw fieldError(
      'area.needs_streets',
      '/area',
      `stored area "${area}" is told by a walk; coverage reads no streets: name one that is drawn, of precincts or of cells`,
    )
  const manifest = await world.regions.manifest(region)
  // Not at the top: the API function starts without polygons and H3.
  const { resolveArea } = await import('@doorwalk/core/area/area')
  const { cellCentre } = await import('@doorwalk/core/h3')
  const shape = resolveArea(stored.area, { manifest, precincts: await readPrecincts(world.regions, region) })
  return coverageWithin(whole, (block) => shape.holds({ location: cellCentre(block), block }))
}
