/** `/v1/imports`: lists of targets, opt-outs and exclusions, of any size, read as jobs with a report. */
import { createRoute, z } from '@hono/zod-openapi'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { headersNamed } from '../document/headers.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { Moment } from '@doorwalk/core/request/moment'
import { rememberedId } from '../errands/errand.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { NEXT, readOffset, writeOffset } from '../http/page.ts'
import {
  BODY,
  OF_REGION,
  OF_TARGETS,
  ONCE,
  PAGED,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { openImport, removeImport, startImport, tellImport } from './calls.ts'
import { ReportLine, readReportPage, readTable, uploadBlob } from './import-files.ts'
import { Import, findImport } from './imports.ts'
import { NewImport, bytesOf } from './new-import.ts'
import { UPLOAD_PATH } from '../http/frame.ts'
import { UPLOAD_BYTES, openUpload, takeUpload, uploadOf } from './uploads.ts'
import { type Language, LANGUAGES } from '@doorwalk/core/words/languages'
import { LIST_LANGUAGE } from '@doorwalk/prepare/list-words/say'
import { languageAccepted } from '../http/negotiate.ts'
import { emptyTable } from './report.ts'
import type { World } from '../world.ts'

const Upload = z.object({
  method: z.literal('PUT').describe('of the call that sends the bytes of the list'),
  url: z.string().describe('where to; it needs no key'),
  maxBytes: z.number().int().describe('of the list'),
  expiresAt: Moment.describe('until then'),
})
const OpenedImport = Import.extend({ upload: Upload.describe('then `POST /v1/imports/{importId}/start`') })
const ReportPage = z.object({ lines: z.array(ReportLine).describe('in the order of the list'), next: NEXT })
nameSchemas({
  ImportOpened: [OpenedImport, 'an import that waits for its list'],
  ImportReportPage: [ReportPage, 'a page of the report of an import'],
  ImportUpload: [Upload, 'where a list is sent'],
})

const params = z.object({ importId: z.string().min(1).max(64) })
const LANGUAGE = {
  language: z
    .enum(LANGUAGES)
    .optional()
    .describe('of its sentences; default: what Accept-Language says, else English'),
}
const languageOf = (asked: Language | undefined, accept: string | undefined): Language =>
  asked ?? languageAccepted(accept) ?? LIST_LANGUAGE
const shared = { tags: ['Buildings'], security: SECURED }
const UNKNOWN: CodesByStatus = { 404: ['imports.unknown'] }
const OF_LIST: CodesByStatus = { 400: ['imports.choice', 'imports.opt_outs_stay', 'imports.two_lists'] }

const create = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/imports',
  operationId: 'createImport',
  summary: 'Import a list of targets, opt-outs or exclusions; the same entries again update',
  description:
    'The list comes in the body, or is uploaded to `upload.url` and started then. A job reads it: lines with an address are held against the region, and nothing is guessed. Columns about persons are named and never kept. The report tells line by line what was put right, refused or doubtful. With `dryRun` nothing is stored.',
  request: { headers: IDEMPOTENCY_HEADER, body: jsonBody(NewImport) },
  responses: {
    201: jsonAnswer('It waits for its list', OpenedImport, 'Location'),
    202: jsonAnswer('It will be read', Import, 'Location'),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_REGION, OF_LIST),
  },
})
const start = createRoute({
  ...shared,
  method: 'post',
  path: '/v1/imports/{importId}/start',
  operationId: 'startImport',
  summary: 'Read a list that was uploaded',
  description: 'Once its bytes have arrived. One that was started before is told as it is.',
  request: { params, headers: IDEMPOTENCY_HEADER },
  responses: {
    202: jsonAnswer('It will be read', Import, 'Location'),
    ...problems.change(ONCE, OF_TARGETS, UNKNOWN, { 409: ['imports.upload'] }),
  },
})
const get = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/imports/{importId}',
  operationId: 'getImport',
  summary: 'How far an import is, and what came of it',
  description: 'For seven days. While it runs, `counts` grow about once a second.',
  request: { params, query: z.strictObject(LANGUAGE) },
  responses: { 200: jsonAnswer('The import', Import), ...problems.read(OF_TARGETS, UNKNOWN) },
})
const report = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/imports/{importId}/report',
  operationId: 'getImportReport',
  summary: 'What became of the lines that were not taken as they were',
  description:
    'In pages of 500 lines, once it has ended: all that were refused or doubtful, up to 100,000, and the first 10,000 repairs.',
  request: {
    params,
    query: z.strictObject({
      cursor: z.string().max(2_000).optional().describe('`next` of the page before'),
      ...LANGUAGE,
    }),
  },
  responses: { 200: jsonAnswer('A page of lines', ReportPage), ...problems.read(OF_TARGETS, UNKNOWN, PAGED) },
})
const table = createRoute({
  ...shared,
  method: 'get',
  path: '/v1/imports/{importId}/report.csv',
  operationId: 'getImportReportTable',
  summary: 'The same as a table, with the cells of each line',
  description:
    'For a spreadsheet: mend the lines there, and import them again. No column about persons is in it.',
  request: { params, query: z.strictObject(LANGUAGE) },
  responses: {
    200: {
      description: 'Once it has ended',
      headers: headersNamed('Content-Disposition'),
      content: { 'text/csv': { schema: { type: 'string' as const } } },
    },
    ...problems.read(OF_TARGETS, UNKNOWN),
  },
})
const remove = createRoute({
  ...shared,
  method: 'delete',
  path: '/v1/imports/{importId}',
  operationId: 'deleteImport',
  summary: 'Cancel an import, or forget one that has ended',
  description:
    'One that is cancelled has stored nothing; taking one back can be cancelled, too. What one that is done has stored stays, its report goes, and it can no more be taken back.',
  request: { params },
  responses: { 204: { description: 'It is over' }, ...problems.change(OF_TARGETS, UNKNOWN) },
})
const upload = createRoute({
  tags: ['Buildings'],
  method: 'put',
  path: UPLOAD_PATH,
  operationId: 'uploadList',
  summary: 'Send the bytes of a list to the address that `POST /v1/imports` told',
  description: `On AWS that address is one of the bucket, and this call is not used. At most ${UPLOAD_BYTES / 1e6} MB, as they are.`,
  security: [],
  request: {
    query: z.strictObject({ token: z.string().min(1).max(100).describe('part of the address') }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } },
    },
  },
  responses: {
    204: { description: 'It has arrived' },
    ...problems.open({
      400: ['request.invalid'],
      403: ['imports.upload_expired'],
      413: ['request.too_large'],
      415: ['request.content_encoding'],
    }),
  },
})

export function importRoutes(world: World, { guard }: Guards) {
  const refOf = (campaign: string, { importId }: z.infer<typeof params>) => ({ campaign, importId })
  const Location = (id: string) => ({ Location: `/v1/imports/${id}` })
  return routeGroup()
    .openapi(
      {
        ...create,
        middleware: [guard('write', { tells: 'targets', list: true }), idempotent(world)] as const,
      },
      async (c) => {
        const wish = c.req.valid('json')
        const bytes = bytesOf(wish)
        const { campaign } = c.get('caller')
        const ref = { campaign, importId: await rememberedId(c.get('errand'), world, 'imp') }
        const opened = await openImport(world, { ref, wish, bytes })
        if (bytes) return c.json(opened, 202, Location(opened.id))
        const at = await openUpload(world, { ref, origin: new URL(c.req.url).origin })
        const upload = { method: 'PUT' as const, ...at, maxBytes: UPLOAD_BYTES }
        return c.json({ ...opened, upload }, 201, Location(opened.id))
      },
    )
    .openapi(
      { ...start, middleware: [guard('write', { tells: 'targets' }), idempotent(world)] as const },
      async (c) => {
        const ref = refOf(c.get('caller').campaign, c.req.valid('param'))
        const started = await startImport(world, ref)
        return c.json(started, 202, Location(started.id))
      },
    )
    .openapi({ ...get, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const { pages: _pages, ...told } = await tellImport(
        world,
        refOf(c.get('caller').campaign, c.req.valid('param')),
        languageOf(c.req.valid('query').language, c.req.header('Accept-Language')),
      )
      return c.json(told, 200)
    })
    .openapi({ ...report, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const ref = refOf(c.get('caller').campaign, c.req.valid('param'))
      const { pages } = await tellImport(world, ref)
      const { cursor, language: asked } = c.req.valid('query')
      const page = readOffset(cursor)
      const language = languageOf(asked, c.req.header('Accept-Language'))
      const lines = page < pages ? await readReportPage(world.blobs, { ref, page, language }) : []
      return c.json({ lines, next: page + 1 < pages ? writeOffset(page + 1) : null }, 200)
    })
    .openapi({ ...table, middleware: guard('read', { tells: 'targets', forms: ['csv'] }) }, async (c) => {
      const ref = refOf(c.get('caller').campaign, c.req.valid('param'))
      await tellImport(world, ref)
      const { language: asked } = c.req.valid('query')
      const language = languageOf(asked, c.req.header('Accept-Language'))
      const bytes = (await readTable(world.blobs, ref, language)) ?? emptyTable(language)
      c.header('Content-Disposition', `attachment; filename="${ref.importId}.csv"`)
      return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
    .openapi({ ...remove, middleware: guard('write', { tells: 'targets' }) }, async (c) => {
      await removeImport(world, refOf(c.get('caller').campaign, c.req.valid('param')))
      return c.body(null, 204)
    })
    .openapi(upload, async (c) => {
      // The token in the address is all that is asked for.
      const ref = await uploadOf(world, c.req.valid('query').token)
      await takeUpload(world.blobs, ref, c.req.raw)
      // Whoever cancelled it, or erased the campaign, meanwhile wants nothing of it to stay.
      if ((await findImport(world, ref))?.status !== 'waiting') await world.blobs.remove(uploadBlob(ref))
      return c.body(null, 204)
    })
}
