/** `/v1/assumptions`: what plans take for granted at doors by default, and what visits have taught. */
import { createRoute, z } from '@hono/zod-openapi'
import { Assumptions, DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { OF_LEDGER, OF_REGION, SECURED, jsonAnswer, problems, routeGroup } from '../http/route.ts'
import type { World } from '../world.ts'
import { learntIn } from './learnt.ts'

const LearntAssumptions = z.object({
  region: z.string().describe('name of the region'),
  usual: Assumptions.describe('where nobody has said or learnt anything'),
  learnt: z
    .array(Assumptions)
    .describe(
      'morning, afternoon, evening; empty: fewer than 11 doors were knocked on, or the last ballot is over',
    ),
})
nameSchemas({
  LearntAssumptions: [LearntAssumptions, 'what is assumed at doors, and what visits have taught'],
})

const read = createRoute({
  method: 'get',
  path: '/v1/assumptions',
  operationId: 'getAssumptions',
  tags: ['Visits'],
  summary: 'What plans assume at doors: the defaults, and what visits in a region have taught',
  description:
    'For each time of day, from all visits in the region; `calibration` says how many it rests on. A plan learns from those in its area. What a campaign sets itself stands in `assumptions` of its settings and comes before both.',
  security: SECURED,
  request: { query: z.strictObject({ region: z.string().min(1).max(64) }) },
  responses: {
    200: jsonAnswer('Usual and learnt', LearntAssumptions),
    ...problems.read(OF_REGION, OF_LEDGER),
  },
})

export function learntRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi({ ...read, middleware: guard('read', { tells: 'no targets' }) }, async (c) => {
    const { region } = c.req.valid('query')
    const { campaign } = c.get('caller')
    const learnt = await learntIn(world, { campaign, region }, c.req.raw.signal)
    return c.json({ region, usual: DEFAULT_ASSUMPTIONS, learnt }, 200)
  })
}
