/** `/v1/imports`: which lists were imported, and what one of them has changed taken back. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import { OF_TARGETS, ONCE, PAGED, SECURED, jsonAnswer, problems, routeGroup } from '../http/route.ts'
import { IMPORT } from '../store/keys.ts'
import type { World } from '../world.ts'
import { listImports, takeImportBack } from './calls.ts'
import { Import, ListKind, ListedImport } from './imports.ts'

const ImportList = z.object({ imports: z.array(ListedImport).describe('newest first'), next: NEXT })
nameSchemas({ ImportList: [ImportList, 'a page of imports'] })

const list = createRoute({
  tags: ['Buildings'],
  security: SECURED,
  method: 'get',
  path: '/v1/imports',
  operationId: 'listImports',
  summary: 'The lists that were imported, newest first',
  description:
    'Of the last seven days, page by page; trials are not among them. A page that few imports pass may end before it is full; `next` goes on.',
  request: {
    query: z.strictObject({
      ...PAGE_QUERY,
      region: z.string().min(1).max(64).optional().describe('only of this region'),
      kind: ListKind.optional().describe('only of this kind'),
    }),
  },
  responses: { 200: jsonAnswer('A page of imports', ImportList), ...problems.read(OF_TARGETS, PAGED) },
})
const takeBack = createRoute({
  tags: ['Buildings'],
  security: SECURED,
  method: 'post',
  path: '/v1/imports/{importId}/take-back',
  operationId: 'takeBackImport',
  summary: 'Take back what an import has changed',
  description:
    'As if it had never come: what it added goes, what it changed or replaced is as before. Of what a later import has spoken, that stays. A job does it; the import is `taking_back`, then `taken_back`. For seven days; opt-outs stay. There is no way back but importing the list again.',
  request: { params: z.object({ importId: z.string().min(1).max(64) }), headers: IDEMPOTENCY_HEADER },
  responses: {
    202: jsonAnswer('It will be taken back', Import, 'Location'),
    ...problems.change(ONCE, OF_TARGETS, { 404: ['imports.unknown'], 409: ['imports.stays'] }),
  },
})
export function importListRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi({ ...list, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const { cursor, ...asked } = c.req.valid('query')
      const after = readCursor(cursor, IMPORT.prefix)
      const page = await listImports(world, { campaign: c.get('caller').campaign, after, ...asked })
      return c.json({ imports: page.entries, next: writeCursor(page.next, IMPORT.prefix) }, 200)
    })
    .openapi(
      { ...takeBack, middleware: [guard('write', { tells: 'targets' }), idempotent(world)] as const },
      async (c) => {
        const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
        const told = await takeImportBack(world, ref)
        return c.json(told, 202, { Location: `/v1/imports/${told.id}` })
      },
    )
}
