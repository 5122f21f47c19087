/** `/v1/targets/files`: a long list of targets in one piece, written as a job and fetched from where it lies. */
import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { FeatureCollection } from '../document/geojson.ts'
import { headersNamed } from '../document/headers.ts'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { rememberedId } from '../errands/errand.ts'
import { DOWNLOAD_PATH } from '../http/frame.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import {
  BODY,
  OF_REGION,
  OF_TARGETS,
  ONCE,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import type { World } from '../world.ts'
import { openDownload, openFile, removeFile, tellFile } from './file-calls.ts'
import { NewTargetFile, TargetFile } from './file.ts'

const FetchableFile = TargetFile.extend({
  url: z.string().nullable().describe('where it is fetched, without a key; null: it is not done'),
  urlExpiresAt: Moment.nullable().describe('until then; asked again, there is another; null: it is not done'),
})
nameSchemas({ TargetFileToFetch: [FetchableFile, 'a list of targets, and where it is fetched'] })

const params = z.object({ fileId: z.string().min(1).max(64) })
const shared = { tags: ['Buildings'], security: SECURED }
const UNKNOWN: CodesByStatus = { 404: ['targets.unknown_file'] }
const OF_WISH: CodesByStatus = {
  400: ['area.needs_streets', 'ranking.other_region'],
  404: ['area.unknown', 'ranking.unknown'],
  409: ['targets.too_many_files'],
}

const create = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/targets/files',
  operationId: 'createTargetFile',
  summary: 'Write the targets of an area, however many, to one file',
  description:
    'What `GET /v1/targets` tells in pages, in one piece: CSV, GeoJSON or JSON. A job writes it; `GET` the `Location` until it is `done`, and fetch `url`. States are of the moment at which it was written. It is kept for 24 hours, at most until the last ballot, and 20 of them at once.',
  request: { headers: IDEMPOTENCY_HEADER, body: jsonBody(NewTargetFile) },
  responses: {
    202: jsonAnswer('It will be written', TargetFile, 'Location'),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_REGION, OF_WISH),
  },
})
const get = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/targets/files/{fileId}',
  operationId: 'getTargetFile',
  summary: 'How far a list is, and once it is done where it is fetched',
  description:
    '`url` needs no key: whoever has it has the list. On AWS it is one of the bucket and holds for an hour, on a server its own.',
  request: { params },
  responses: { 200: jsonAnswer('The file', FetchableFile), ...problems.read(OF_TARGETS, UNKNOWN) },
})
const remove = createRoute({
  ...shared,
  method: 'delete',
  path: '/v1/targets/files/{fileId}',
  operationId: 'deleteTargetFile',
  summary: 'Remove a list; one that is being written is left off',
  description: 'Its address ends at once. What was fetched before is not ours any more.',
  request: { params },
  responses: { 204: { description: 'It is gone' }, ...problems.change(OF_TARGETS, UNKNOWN) },
})
const download = createRoute({
  tags: ['Buildings'],
  method: 'get',
  path: DOWNLOAD_PATH,
  operationId: 'downloadTargets',
  summary: 'Fetch a list from the address that `GET /v1/targets/files/{fileId}` told',
  description: 'On AWS that address is one of the bucket, and this call is not used.',
  security: [],
  request: {
    query: z.strictObject({ token: z.string().min(1).max(100).describe('part of the address') }),
  },
  responses: {
    200: {
      description: 'The list, as long as it is',
      headers: headersNamed('Content-Disposition'),
      content: {
        'text/csv': { schema: { type: 'string' as const } },
        'application/geo+json': { schema: FeatureCollection },
        'application/json': { schema: { type: 'object' as const } },
      },
    },
    ...problems.open({
      400: ['request.invalid'],
      403: ['targets.link_expired'],
      410: ['campaign.over'],
    }),
  },
})

export function targetFileRoutes(world: World, { guard }: Guards) {
  const refOf = (campaign: string, { fileId }: z.infer<typeof params>) => ({ campaign, fileId })
  return routeGroup()
    .openapi(
      { ...create, middleware: [guard('read', { tells: 'targets' }), idempotent(world)] as const },
      async (c) => {
        const { campaign } = c.get('caller')
        const ref = { campaign, fileId: await rememberedId(c.get('errand'), world, 'lst') }
        const opened = await openFile(world, { ref, wish: c.req.valid('json') })
        return c.json(opened, 202, { Location: `/v1/targets/files/${opened.id}` })
      },
    )
    .openapi({ ...get, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const ref = refOf(c.get('caller').campaign, c.req.valid('param'))
      return c.json(await tellFile(world, { ref, origin: new URL(c.req.url).origin }), 200)
    })
    .openapi({ ...remove, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      await removeFile(world, refOf(c.get('caller').campaign, c.req.valid('param')))
      return c.body(null, 204)
    })
    .openapi(download, async (c) => {
      // The token in the address is all that is asked for.
      const { content, headers } = await openDownload(world, c.req.valid('query').token)
      return c.body(Readable.toWeb(Readable.from(content)) as ReadableStream, 200, headers)
    })
}
