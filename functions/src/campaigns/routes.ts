/** `/v1/campaigns/{campaign}`: settings of the campaign of the calling key. */
import { createRoute, z } from '@hono/zod-openapi'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import { Access, listAccesses } from './access.ts'
import type { Guards } from '../http/guard.ts'
import { IF_MATCH_HEADER } from '../http/if-match.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import { eraseCampaign } from './erasing.ts'
import { CampaignSettings, readTagged, writeCampaign } from './settings.ts'
import { BODY, PAGED, SECURED, jsonAnswer, problems, routeGroup } from '../http/route.ts'
import { ACCESS } from '../store/keys.ts'
import type { World } from '../world.ts'

const params = z.object({
  campaign: z.string().min(1).max(64).describe('the campaign of the calling key; no other exists for it'),
})
const AccessPage = z.object({ accesses: z.array(Access).describe('newest first'), next: NEXT })
nameSchemas({
  AccessPage: [AccessPage, 'a page of the access log'],
  CampaignSettings: [CampaignSettings, 'how a campaign works'],
})
const UNKNOWN: CodesByStatus = { 404: ['campaign.unknown'] }
const shared = { tags: ['Campaigns'], security: SECURED }
const settings = { 'application/json': { schema: CampaignSettings } }

const read = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/campaigns/{campaign}',
  operationId: 'getCampaign',
  summary: 'Time zone, ballots, goal and rules of coming back',
  description:
    'The defaults where nobody has said anything yet. The `ETag` goes into `If-Match` of a change.',
  request: { params },
  responses: { 200: { description: 'The settings', content: settings }, ...problems.read(UNKNOWN) },
})
const write = createRoute({
  ...shared,
  method: 'put',
  path: '/v1/campaigns/{campaign}',
  operationId: 'putCampaign',
  summary: 'Replace the settings; what is not said gets its default',
  description:
    'What is not said gets its default, so send all that is to stay. With `If-Match` it is 412 when somebody has changed the settings since they were read.',
  request: { params, headers: IF_MATCH_HEADER, body: { required: true, content: settings } },
  responses: {
    200: jsonAnswer('The settings', CampaignSettings, 'ETag'),
    ...problems.change(BODY, UNKNOWN, { 412: ['request.changed'] }),
  },
})

const erase = createRoute({
  ...shared,
  method: 'delete',
  path: '/v1/campaigns/{campaign}',
  operationId: 'deleteCampaign',
  summary: 'Erase everything of the campaign, its keys last; after a failure send it again',
  description:
    'Plans, walks, visits, areas, webhooks, hold-outs and keys: nothing is left, and it cannot be undone. When it breaks off, send it again.',
  request: { params },
  responses: { 204: { description: 'Nothing is left' }, ...problems.change(UNKNOWN) },
})

const accesses = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/campaigns/{campaign}/accesses',
  operationId: 'listAccesses',
  summary: 'Which key called what, to the minute, newest first; kept 30 days',
  description: 'An entry per key, call and minute, for those who must know who reads what.',
  request: { params, query: z.strictObject(PAGE_QUERY) },
  responses: {
    200: {
      description: 'A page of the access log',
      content: { 'application/json': { schema: AccessPage } },
    },
    ...problems.read(UNKNOWN, PAGED),
  },
})

export function campaignRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi({ ...read, middleware: guard('read', { tells: 'no targets' }) }, async (c) => {
      const campaign = own(c.get('caller').campaign, c.req.valid('param').campaign)
      const { settings: found, tag } = await readTagged(world, campaign)
      return c.json(found, 200, { ETag: tag })
    })
    .openapi({ ...write, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const campaign = own(c.get('caller').campaign, c.req.valid('param').campaign)
      const wish = c.req.valid('json')
      const match = c.req.header('If-Match')
      const tag = await writeCampaign(world, { campaign, settings: wish, match })
      return c.json(wish, 200, { ETag: tag })
    })
    .openapi({ ...accesses, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const campaign = own(c.get('caller').campaign, c.req.valid('param').campaign)
      const { cursor, limit } = c.req.valid('query')
      const after = readCursor(cursor, ACCESS.prefix)
      const page = await listAccesses(world, { campaign, after, limit })
      return c.json({ accesses: page.accesses, next: writeCursor(page.next, ACCESS.prefix) }, 200)
    })
    .openapi({ ...erase, middleware: guard('manage', { tells: 'no targets', erases: true }) }, async (c) => {
      await eraseCampaign(world, own(c.get('caller').campaign, c.req.valid('param').campaign))
      return c.body(null, 204)
    })
}

function own(campaign: string, named: string): string {
  if (campaign === named) return campaign
  throw new VisibleError('not_found', 'campaign.unknown', `there is no campaign "${named}" for this key`)
}
