/** `/v1/regions`: what is prepared here, and its streets, outlines and precincts for a map. */
import { createRoute, z } from '@hono/zod-openapi'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { RegionAnswer, describeRegion } from './answer.ts'
import { FeatureCollection } from '../document/geojson.ts'
import { parseBbox } from './map.ts'
import { OF_REGION, SECURED, jsonAnswer, problems, routeGroup } from '../http/route.ts'
import { sendJson } from '../http/send-json.ts'
import type { World } from '../world.ts'

const RegionList = z.object({ regions: z.array(RegionAnswer).describe('by name') })
nameSchemas({ RegionList: [RegionList, 'the prepared regions'] })
const RegionParams = z.object({ name: z.string().min(1).max(64) })
const features = { 'application/geo+json': { schema: FeatureCollection } }
const GEOJSON = { 'Content-Type': 'application/geo+json' }

const READING: CodesByStatus = { 422: ['region.format'], 503: ['region.damaged'] }

const list = createRoute({
  method: 'get',
  path: '/v1/regions',
  operationId: 'listRegions',
  tags: ['Regions'],
  summary: 'The prepared regions in their current version',
  description:
    'Their extent, their sources to be named on maps, and the properties of precincts that weigh doors. What is being copied or damaged is left out.',
  security: SECURED,
  responses: {
    200: jsonAnswer('All of them', RegionList),
    ...problems.read(READING),
  },
})

const precincts = createRoute({
  method: 'get',
  path: '/v1/regions/{name}/precincts',
  operationId: 'listPrecincts',
  tags: ['Regions'],
  summary: 'The precincts of a region with all their properties, as GeoJSON',
  description: 'Polygons with all their properties, `code` among them.',
  security: SECURED,
  request: { params: RegionParams },
  responses: {
    200: { description: 'All of them', content: features },
    ...problems.read(OF_REGION),
  },
})

const map = createRoute({
  method: 'get',
  path: '/v1/regions/{name}/map.geojson',
  operationId: 'getRegionMap',
  tags: ['Regions'],
  summary: 'Streets and building outlines of a region, for drawing a map without any tile server',
  description:
    'MultiLineStrings (`kind: street`, `name`, `class`) and Polygons (`kind: building`, `id`), so that a map needs no tile server.',
  security: SECURED,
  request: {
    params: RegionParams,
    query: z.strictObject({
      bbox: z.string().max(200).optional().describe('west,south,east,north; default: the whole region'),
    }),
  },
  responses: {
    200: {
      description: 'MultiLineStrings (`kind: street`) and Polygons (`kind: building`)',
      content: features,
    },
    ...problems.read(OF_REGION, { 400: ['request.bbox'] }),
  },
})

export function regionRoutes({ regions, desk, log }: World, { guard }: Guards) {
  return routeGroup()
    .openapi({ ...list, middleware: guard('walk', { tells: 'no targets' }) }, async (c) => {
      return c.json({ regions: await describeAll({ regions, log }) }, 200)
    })
    .openapi(
      { ...precincts, middleware: guard('read', { tells: 'no targets', forms: ['geojson', 'json'] }) },
      async (c) => {
        const { name } = c.req.valid('param')
        const body = await desk.ask('precinctMap', { region: name }, c.req.raw.signal)
        return sendJson<never, 200>(c, { body, status: 200, headers: GEOJSON })
      },
    )
    .openapi(
      {
        ...map,
        middleware: guard('walk', { tells: 'no targets', forms: ['geojson', 'json'], by: 'planner' }),
      },
      async (c) => {
        const { name } = c.req.valid('param')
        const bbox = parseBbox(c.req.valid('query').bbox)
        const body = await desk.ask('regionMap', { region: name, bbox }, c.req.raw.signal)
        return sendJson<never, 200>(c, { body, status: 200, headers: GEOJSON })
      },
    )
}

/**
 * One that is being copied, or is damaged, hides no other: it is left out, and the log says so.
 *
 * @throws VisibleError of the first when none can be read
 */
async function describeAll({ regions, log }: Pick<World, 'regions' | 'log'>): Promise<RegionAnswer[]> {
  const answers: RegionAnswer[] = []
  const failed: unknown[] = []
  for (const name of await regions.list()) {
    try {
      answers.push(await describeRegion(regions, name))
    } catch (error) {
      failed.push(error)
      log({ level: 'error', event: 'region.unreadable', region: name, error: String(error) })
    }
  }
  if (failed.length > 0 && answers.length === 0) throw failed[0]
  return answers
}
