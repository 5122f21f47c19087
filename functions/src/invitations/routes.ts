/** `/v1/invitations`: one link for a meeting point; whoever opens it gets a walk of his own near the others. */
import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { Walk } from '@doorwalk/core/walk/answer'
import { type CodesByStatus, joinedCodes } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Call } from '../http/env.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import {
  BODY,
  OF_REGION,
  OF_SHAPE,
  OF_TARGETS,
  ONCE,
  PAGED,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { lifeOf } from '../leases/walks.ts'
import { linkAddress } from '../links/address.ts'
import { makeLink } from '../links/links.ts'
import { noteMade } from '../links/made-by.ts'
import { secretOf } from '../links/secret.ts'
import { signTicket } from '../links/token.ts'
import { OF_PLANNING, OF_WISH } from '../plans/plan-codes.ts'
import { tell } from '../plans/unheard.ts'
import { INVITATION } from '../store/keys.ts'
import { LinkWithToken } from '../walks/link-routes.ts'
import { type NewWalk, OF_NOW, takeBack, walkNow } from '../walks/now.ts'
import type { World } from '../world.ts'
import {
  Invitation,
  closeInvitation,
  createInvitation,
  givePlaceBack,
  listInvitations,
  readInvitation,
  takePlace,
} from './invitations.ts'
import { Coming, NewInvitation, checkInvitation } from './request.ts'

const InvitationWithToken = Invitation.extend({
  url: z.string().describe('to be opened on phones, with the token behind `#`; shown this once'),
  token: z.string().describe('for `Authorization: Bearer`; shown this once'),
})
const InvitationList = z.object({
  invitations: z.array(Invitation).describe('newest first, without their tokens'),
  next: NEXT,
})
const InvitedWalk = Walk.extend({
  planId: z.string().describe('the plan it came of'),
  link: LinkWithToken.describe('opens it from now on'),
})
type InvitedWalk = z.infer<typeof InvitedWalk>
nameSchemas({
  InvitationList: [InvitationList, 'a page of invitations'],
  InvitationWithToken: [InvitationWithToken, 'an invitation, this once with its token'],
  InvitedWalk: [InvitedWalk, 'a walk that is yours, with a link of its own'],
})

const params = z.object({ invitationId: z.string().min(1).max(64) })
const UNKNOWN: CodesByStatus = { 404: ['invitation.unknown'] }
const OF_OFFER: CodesByStatus = joinedCodes(OF_REGION, OF_SHAPE, OF_WISH, {
  404: ['area.unknown', 'ranking.unknown'],
})
const shared = { tags: ['Invitations'], security: SECURED }

const create = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/invitations',
  operationId: 'createInvitation',
  summary: 'One link for a meeting point: so many walks, until a time, inside an area',
  description:
    'To be shown at the meeting point, as a QR code. Whoever opens it says how long he has and whether he takes stairs, and gets a leased walk of his own near the others, with a link of its own. Area and priority are checked now, not when people stand there.',
  request: { body: jsonBody(NewInvitation) },
  responses: {
    201: jsonAnswer('The invitation', InvitationWithToken, 'Location'),
    ...problems.change(BODY, OF_TARGETS, OF_OFFER),
  },
})

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/invitations',
  operationId: 'listInvitations',
  summary: 'The invitations of the campaign, newest first',
  description: 'What each offers, how many came, and whether it still gives walks.',
  request: { query: z.strictObject(PAGE_QUERY) },
  responses: {
    200: jsonAnswer('A page of invitations', InvitationList),
    ...problems.read(OF_TARGETS, PAGED),
  },
})

const read = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/invitations/{invitationId}',
  operationId: 'getInvitation',
  summary: 'What an invitation offers, and whether it still gives walks',
  description:
    'Also for whoever comes by it: where the meeting point is, until when, and how many places are left.',
  request: { params },
  responses: { 200: jsonAnswer('The invitation', Invitation), ...problems.read(OF_TARGETS, UNKNOWN) },
})

const close = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/invitations/{invitationId}/close',
  operationId: 'closeInvitation',
  summary: 'No more walks by this invitation; those that were given stay',
  description: 'Whoever comes by it from now on is told so. Doing it again changes nothing.',
  request: { params, headers: IDEMPOTENCY_HEADER },
  responses: {
    200: jsonAnswer('The invitation as it is now', Invitation),
    ...problems.change(ONCE, OF_TARGETS, UNKNOWN),
  },
})

const come = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/invitations/{invitationId}/walks',
  operationId: 'takeInvitedWalk',
  summary: 'A walk for whoever comes by the invitation, with a link of its own',
  description:
    'Plans for all who come at the same moment together, as `POST /v1/walks` does. When all walks are given it is 409 `invitation.full`; when nothing is due any more 409 `walk.none_left`, and the place stays free. With an `Idempotency-Key` whoever asks again gets the same walk.',
  request: { params, headers: IDEMPOTENCY_HEADER, body: jsonBody(Coming) },
  responses: {
    201: jsonAnswer('The leased walk, and its link', InvitedWalk, 'Location'),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, OF_NOW, UNKNOWN, {
      409: ['invitation.full'],
      410: ['invitation.over'],
    }),
  },
})

export function invitationRoutes(world: World, { guard }: Guards) {
  const byKey = (action: 'read' | 'write') => guard(action, { tells: 'targets' })
  return routeGroup()
    .openapi({ ...create, middleware: byKey('write') }, async (c) => {
      const { campaign } = c.get('caller')
      const wish = c.req.valid('json')
      await checkInvitation(world, { campaign, wish })
      const id = world.id('inv')
      const { label = null, area = null, priority = null, keyShare = null, ...rest } = wish
      const createdAt = new Date(world.clock.now()).toISOString()
      const offer = { id, label, area, priority, keyShare, ...rest, createdAt, closedAt: null }
      const token = await createInvitation(world, { campaign, offer })
      const invitation = await readInvitation(world, { campaign, invitationId: id })
      const url = linkAddress(world.config, c.req.url, token)
      return c.json({ ...invitation, url, token }, 201, { Location: `/v1/invitations/${id}` })
    })
    .openapi({ ...list, middleware: byKey('read') }, async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const { campaign } = c.get('caller')
      const after = readCursor(cursor, INVITATION.prefix)
      const { invitations, next } = await listInvitations(world, { campaign, after, limit })
      return c.json({ invitations, next: writeCursor(next, INVITATION.prefix) }, 200)
    })
    .openapi({ ...read, middleware: guard('read', { tells: 'targets', link: 'invitation' }) }, async (c) =>
      c.json(await readInvitation(world, refOf(c, c.req.valid('param'))), 200),
    )
    .openapi({ ...close, middleware: [byKey('write'), idempotent(world)] as const }, async (c) =>
      c.json(await closeInvitation(world, refOf(c, c.req.valid('param'))), 200),
    )
    .openapi(
      {
        ...come,
        middleware: [
          guard('report', { tells: 'targets', by: 'planner', link: 'invitation' }),
          idempotent(world, { kept: withoutToken, again: (c, kept) => withToken(world, c, kept) }),
        ] as const,
      },
      async (c) => {
        const caller = c.get('caller')
        const { campaign } = caller
        const ref = refOf(c, c.req.valid('param'))
        const place = placeOf(world, c)
        const invitation = await takePlace(world, ref, place)
        const wish = wishOf(invitation, c.req.valid('json'))
        const { signal } = c.req.raw
        const asked = { campaign, wish, errand: c.get('errand'), signal }
        const leased = await walkNow(world, asked).catch(async (error: unknown) => {
          await givePlaceBack(world, ref, place)
          throw error
        })
        const { walk, planId } = leased
        return tell(c, {
          log: world.log,
          async undo() {
            await takeBack(world, { campaign, leased })
            await givePlaceBack(world, ref, place)
          },
          async answer() {
            if (caller.ownWalks) await noteMade(world, caller, walk.walkId)
            const life = await lifeOf(world, { campaign, walkId: walk.walkId })
            const until = life.until === null ? world.clock.now() : Date.parse(life.until)
            const { link, token } = await makeLink(world, {
              ...{ campaign, walkId: walk.walkId, until },
              walker: life.walker,
            })
            const url = linkAddress(world.config, c.req.url, token)
            const headers = { Location: `/v1/walks/${walk.walkId}` }
            return c.json({ ...walk, planId, link: { ...link, url, token } }, 201, headers)
          },
        })
      },
    )
}

const refOf = (c: Call, { invitationId }: { invitationId: string }) => ({
  campaign: c.get('caller').campaign,
  invitationId,
})

/** Tells one coming from another: who asks again under the same name has come once. */
function placeOf(world: World, c: Call): string {
  const name = c.req.header('Idempotency-Key') ?? world.id('plc')
  return createHash('sha256').update(name).digest('base64url').slice(0, 16)
}

function wishOf(invitation: Invitation, said: Coming): NewWalk {
  const { region, start, area, priority, keyShare } = invitation
  const { minutes = invitation.minutes, language = invitation.language, ...more } = said
  return {
    ...{ region, start, minutes, language },
    ...(area && { area }),
    ...(priority && { priority }),
    ...(keyShare !== null && { keyShare }),
    ...more,
  }
}

/** What is stored of an answer: its link can be signed again. */
function withoutToken(answer: unknown): unknown {
  const { link, ...walk } = answer as InvitedWalk
  const { url: _url, token: _token, ...kept } = link
  return { ...walk, link: kept }
}

async function withToken(world: World, c: Call, kept: unknown): Promise<unknown> {
  const { link, ...walk } = kept as InvitedWalk
  const { campaign } = c.get('caller')
  const ticket = { kind: 'link', campaign, id: link.linkId, expiresAt: Date.parse(link.expiresAt) } as const
  const token = signTicket(ticket, await secretOf(world, campaign))
  return { ...walk, link: { ...link, url: linkAddress(world.config, c.req.url, token), token } }
}
