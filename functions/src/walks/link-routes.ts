/** `/v1/walks/{walkId}/links`: what opens a walk for a volunteer without a key. */
import { createRoute, z } from '@hono/zod-openapi'
import { VisibleError, fieldError } from '@doorwalk/core/error'
import { GivenMoment } from '@doorwalk/core/request/moment'
import { lastBallotEnd } from '../campaigns/dispatch.ts'
import { readCampaign } from '../campaigns/settings.ts'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import {
  BODY,
  OF_TARGETS,
  SECURED,
  WALK_PATH,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { lifeOf } from '../leases/walks.ts'
import { linkAddress } from '../links/address.ts'
import { Link, type NewLink, linksOf, makeLink, removeLink } from '../links/links.ts'
import { readWalk } from '../plans/plans.ts'
import { printedWalk } from '../plans/printed-walks.ts'
import type { World } from '../world.ts'

const NewLinkRequest = z.strictObject({
  expiresAt: GivenMoment.optional().describe(
    'it opens the walk until then; default: 24 hours after the lease, and no later than the end of the last ballot',
  ),
  replaces: z.boolean().default(false).describe('the other links of the walk end'),
})
export const LinkWithToken = Link.extend({
  url: z.string().describe('to be opened on a phone, with the token behind `#`; shown this once'),
  token: z.string().describe('for `Authorization: Bearer`; shown this once'),
})
const LinkList = z.object({ links: z.array(Link).describe('oldest first, without their tokens') })
const OpenedWalk = z.object({
  walkId: z.string().describe('of the walk that the link of this call opens'),
  isOver: z.boolean().describe('the time of the link is over: visits are taken, the walk is not shown'),
  walker: z
    .string()
    .nullable()
    .describe('who had the walk when the link was made; somebody else may have it now. null: not noted'),
})
nameSchemas({
  OpenedWalk: [OpenedWalk, 'what a link opens'],
  LinkList: [LinkList, 'the links of a walk'],
  LinkWithToken: [LinkWithToken, 'a link, this once with its token'],
  NewLink: [NewLinkRequest, 'a link to a walk'],
})

const params = WALK_PATH
const OF_WALK: CodesByStatus = { 403: ['walk.not_yours'], 404: ['walk.unknown'] }
const shared = { tags: ['Walks'], security: SECURED }

const create = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/walks/{walkId}/links',
  operationId: 'createLink',
  summary: 'A link that opens this walk on a phone without a key',
  description:
    'Whoever has it may read the walk, start, prolong, shorten, finish and hand it over, and report visits at its targets; nothing else. The token is behind the `#` of the address, which no server is told, and goes into `Authorization: Bearer` only.',
  request: { params, body: jsonBody(NewLinkRequest) },
  responses: {
    201: jsonAnswer('The link', LinkWithToken),
    ...problems.change(BODY, OF_TARGETS, OF_WALK, { 409: ['link.too_many'] }),
  },
})

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/walks/{walkId}/links',
  operationId: 'listLinks',
  summary: 'The links of this walk, without their tokens',
  description: 'When each was made, until when it opens the walk, and the last day that somebody came by it.',
  request: { params },
  responses: { 200: jsonAnswer('All of them', LinkList), ...problems.read(OF_TARGETS, OF_WALK) },
})

const remove = createRoute({
  ...shared,
  method: 'delete',
  path: '/v1/walks/{walkId}/links/{linkId}',
  operationId: 'deleteLink',
  summary: 'Revoke a link at once',
  description: 'Whoever comes by it gets 401 from the next call on. The walk stays with its walker.',
  request: { params: params.extend({ linkId: z.string().min(1).max(64) }) },
  responses: {
    204: { description: 'It opens nothing any more' },
    ...problems.change(OF_TARGETS, OF_WALK, { 404: ['link.unknown'] }),
  },
})

const readOwn = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/link',
  operationId: 'getLink',
  summary: 'The walk that the link of this call opens',
  description:
    'For the page that a link leads to: of its walk the token does not say the id. A key opens no walk: 404.',
  responses: {
    200: jsonAnswer('The walk', OpenedWalk),
    ...problems.read({ 404: ['link.unknown'] }),
  },
})

export function linkRoutes(world: World, { guard }: Guards) {
  // Who may read which links a walk has may as well make one.
  const middleware = guard('report', { tells: 'targets', changesWalk: true })
  return routeGroup()
    .openapi(
      { ...readOwn, middleware: guard('walk', { tells: 'no targets', link: 'visits' }) },
      async (c) => {
        const { link } = c.get('caller')
        if (link && 'walkId' in link) {
          const { walkId, isOver, walker } = link
          return c.json({ walkId, isOver, walker }, 200)
        }
        throw new VisibleError(
          'not_found',
          'link.unknown',
          'this call came with a key; send the token of a link instead',
        )
      },
    )
    .openapi({ ...create, middleware }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      const { expiresAt, replaces } = c.req.valid('json')
      const end = expiresAt === undefined ? undefined : await checkedEnd(world, ref.campaign, expiresAt)
      const held = await holderOf(world, ref)
      const { link, token } = await makeLink(world, { ...ref, ...held, expiresAt: end, replaces })
      return c.json({ ...link, url: linkAddress(world.config, c.req.url, token), token }, 201)
    })
    .openapi({ ...list, middleware }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      await readWalk(world, ref)
      return c.json({ links: await linksOf(world, ref) }, 200)
    })
    .openapi({ ...remove, middleware }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      await readWalk(world, ref)
      if (await removeLink(world, ref)) return c.body(null, 204)
      throw new VisibleError('not_found', 'link.unknown', `walk "${ref.walkId}" has no link "${ref.linkId}"`)
    })
}

/** Milliseconds. */
async function checkedEnd(world: World, campaign: string, moment: string): Promise<number> {
  const at = Date.parse(moment)
  const refuse = (why: string): Error =>
    fieldError('request.invalid', '/expiresAt', `got "${moment}", ${why}`)
  if (at <= world.clock.now()) throw refuse('which is over; name a time to come, or none')
  const ballotEnd = lastBallotEnd(await readCampaign(world, campaign)) ?? Infinity
  if (at <= ballotEnd) return at
  throw refuse(
    `when the last ballot is over; name ${new Date(ballotEnd).toISOString()} at the latest, or none`,
  )
}

/** Who has the walk, and until when, milliseconds; of a draft, as it would be held once it is leased. */
async function holderOf(
  world: World,
  ref: { campaign: string; walkId: string },
): Promise<Pick<NewLink, 'walker' | 'until'>> {
  const { walk } = await readWalk(world, ref)
  const { walker, until } = await lifeOf(world, ref)
  return { walker, until: until === null ? printedWalk(walk).until : Date.parse(until) }
}
