/** `GET /v1/walks`: "my walk" after a phone was lost, and who is on the way. */
import { createRoute, z } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import { nameSchemas } from '../document/schema-names.ts'
import type { Caller } from '../http/admission.ts'
import { ALLOWED, type Guards } from '../http/guard.ts'
import { NEXT, PAGE_QUERY } from '../http/page.ts'
import { OF_TARGETS, PAGED, SECURED, problems, routeGroup } from '../http/route.ts'
import { LIST_FORMS, fieldsOf, listAnswer, sendPage } from '../lists/parts.ts'
import { someOf } from '../lists/words.ts'
import { ListedWalk, listWalks } from './walk-list.ts'
import { WalkStatus } from './walks.ts'
import type { World } from '../world.ts'

const WalkList = z.object({
  walks: z.array(ListedWalk).describe('newest first; of one plan by number'),
  next: NEXT,
})
const ListedWalkPart = ListedWalk.partial()
const WalkListPart = WalkList.extend({ walks: z.array(ListedWalkPart).describe('in the same order') })
nameSchemas({
  WalkList: [WalkList, 'a page of walks'],
  ListedWalkPart: [ListedWalkPart, 'a walk as it is listed, with the fields that were asked for'],
  WalkListPart: [WalkListPart, 'a page of walks, with the fields that were asked for'],
})

const list = createRoute({
  method: 'get',
  path: '/v1/walks',
  operationId: 'listWalks',
  tags: ['Walks'],
  summary: 'Walks that were handed out, by walker and state; those of a plan, drafts included',
  description:
    'For an app that was installed again: `walker=v-17&state=leased,started` finds the walk of its volunteer. Drafts are listed with `plan` only. A key that may only report names the walker whose walks it asks for. A page that few walks pass may end before it is full; `next` goes on.',
  security: SECURED,
  request: {
    query: z.strictObject({
      ...PAGE_QUERY,
      state: someOf(WalkStatus.options, 'only walks that are so'),
      plan: z.string().min(1).max(80).optional().describe('only walks of this plan'),
      walker: z.string().min(1).max(64).optional().describe('only walks of this volunteer'),
      fields: fieldsOf(ListedWalk),
    }),
  },
  responses: {
    200: listAnswer('A page of walks', { list: WalkList, part: WalkListPart }),
    ...problems.read(OF_TARGETS, PAGED, { 404: ['plan.unknown'] }),
  },
})

export function walkListRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    { ...list, middleware: guard('walk', { tells: 'targets', forms: LIST_FORMS }) },
    async (c) => {
      const { fields, ...asked } = c.req.valid('query')
      const { campaign, scopes } = c.get('caller')
      if (asked.plan === undefined && asked.state?.includes('draft')) {
        const why = 'got draft; name the plan whose drafts you ask for with ?plan='
        throw fieldError('request.invalid', '?state', why)
      }
      if (asked.walker === undefined) checkReads(scopes)
      return sendPage(c, await listWalks(world, { campaign, ...asked }), fields)
    },
  )
}

/** The phones of a campaign hold keys that only report: none of them learns where the others are. */
function checkReads(scopes: Caller['scopes']): void {
  if (scopes.some((scope) => (ALLOWED.read as readonly string[]).includes(scope))) return
  const why = `nothing came; a key of the scope ${scopes.join(', ')} names the walker whose walks it asks for`
  throw fieldError('request.invalid', '?walker', why)
}
