/** `/v1/batches`: plan a weekend in one call, watch it, plan a shift again, take the pack. */
import { LANGUAGES } from '@doorwalk/core/words/languages'
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { headersNamed } from '../document/headers.ts'
import { replanShift } from './calls.ts'
import { NewBatch } from './request.ts'
import { advance, createBatch } from './batches.ts'
import { packOrder } from './pack.ts'
import { deleteBatch, removeBatch } from './removal.ts'
import type { Guards } from '../http/guard.ts'
import type { Call } from '../http/env.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import { PREFER_HEADER, preferenceOf } from '../waiting/prefer.ts'
import { tell } from '../plans/unheard.ts'
import { NEXT, PAGE_QUERY, readCursor, writeCursor } from '../http/page.ts'
import { RETRY_AFTER } from '../plans/answer.ts'
import { secondsFor } from '../plans/effort.ts'
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
import { paperLinks } from '../links/paper-links.ts'
import { OF_PRINTING } from '../plans/plan-codes.ts'
import { PRINT_QUERY } from '../plans/print-query.ts'
import { printedWalks } from '../plans/printed-walks.ts'
import { rememberedId } from '../errands/errand.ts'
import { BATCH } from '../store/keys.ts'
import { lookUntil } from '../waiting/look-until.ts'
import type { BatchRef } from './stored-batch.ts'
import type { World } from '../world.ts'
import { LIST_FORMS, fieldsOf, listAnswer, sendPage } from '../lists/parts.ts'
import { someOf } from '../lists/words.ts'
import { Batch, BatchStatus, listBatches, readBatch } from './batch-answer.ts'

const BatchList = z.object({ batches: z.array(Batch).describe('oldest first'), next: NEXT })
const BatchPart = Batch.partial()
const BatchListPart = BatchList.extend({ batches: z.array(BatchPart).describe('oldest first') })
nameSchemas({
  BatchList: [BatchList, 'a page of batches'],
  BatchPart: [BatchPart, 'a batch, with the fields that were asked for'],
  BatchListPart: [BatchListPart, 'a page of batches, with the fields that were asked for'],
})
const BatchParams = z.object({ batchId: z.string().min(1).max(64) })
const UNKNOWN: CodesByStatus = { 404: ['batch.unknown'] }
const OF_BATCH: CodesByStatus = {
  400: [
    'batch.nobody',
    'batch.too_many_plans',
    'batch.unknown_area',
    'batch.unknown_shift',
    'plan.iterations',
  ],
  404: ['area.unknown', 'ranking.unknown'],
}
const OF_REPLAN: CodesByStatus = {
  404: ['batch.unknown_shift', 'plan.unknown'],
  409: ['batch.running', 'batch.shift_begun'],
}
const OF_PACK: CodesByStatus = {
  404: ['batch.unknown_shift'],
  409: ['batch.running'],
  413: ['batch.pack_too_large'],
  503: ['region.damaged'],
}

const create = createRoute({
  method: 'post',
  path: '/v1/batches',
  operationId: 'createBatch',
  tags: ['Batches'],
  summary: 'Plan all shifts of a weekend; what one covers is left out of the next',
  description:
    'One plan per shift and area is made, one after the other as jobs; what one walks to is left out of the next. Follow it at `Location`, or have `batch.completed` sent. With `Prefer: wait=N` the answer waits for it so long, and is 201 when it is done.',
  security: SECURED,
  request: {
    headers: IDEMPOTENCY_HEADER.extend(PREFER_HEADER.shape),
    body: jsonBody(NewBatch),
  },
  responses: {
    201: jsonAnswer('The batch, planned while the caller waited', Batch, 'Location', 'Preference-Applied'),
    202: jsonAnswer('The batch, being planned', Batch, 'Location', 'Retry-After', 'Preference-Applied'),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_REGION, OF_SHAPE, OF_BATCH),
  },
})

const list = createRoute({
  method: 'get',
  path: '/v1/batches',
  operationId: 'listBatches',
  tags: ['Batches'],
  summary: 'Batches, oldest first',
  description: 'With all their plans and how far each is.',
  security: SECURED,
  request: {
    query: z.strictObject({
      ...PAGE_QUERY,
      status: someOf(BatchStatus.options, 'only batches that are so'),
      region: z.string().min(1).max(64).optional().describe('only batches of this region'),
      fields: fieldsOf(Batch),
    }),
  },
  responses: {
    200: listAnswer('A page of batches', { list: BatchList, part: BatchListPart }),
    ...problems.read(OF_TARGETS, PAGED),
  },
})

const read = createRoute({
  method: 'get',
  path: '/v1/batches/{batchId}',
  operationId: 'getBatch',
  tags: ['Batches'],
  summary: 'How far a batch is, with its plans',
  description:
    '`status` is `done` when every plan has ended; one that failed says why in `error`, and the others go on. With `Prefer: wait=N` the answer waits for that so long, and is 202 when it is not done.',
  security: SECURED,
  request: { params: BatchParams, headers: PREFER_HEADER },
  responses: {
    200: jsonAnswer('The batch', Batch, 'Preference-Applied'),
    202: jsonAnswer(
      'It is still being planned, after `Prefer: wait=N`',
      Batch,
      'Retry-After',
      'Preference-Applied',
    ),
    ...problems.read(OF_TARGETS, UNKNOWN),
  },
})

const replan = createRoute({
  method: 'post',
  path: '/v1/batches/{batchId}/shifts/{shift}/replan',
  operationId: 'replanShift',
  tags: ['Batches'],
  summary: 'Plan a shift again, with what is due when it starts',
  description:
    'What past shifts did counts, and what other shifts will do is left to them. Its plans of before are removed. A shift that has begun is 409.',
  security: SECURED,
  request: {
    headers: IDEMPOTENCY_HEADER.extend(PREFER_HEADER.shape),
    params: BatchParams.extend({ shift: z.coerce.number().int().min(1) }),
  },
  responses: {
    200: jsonAnswer('The batch, planned while the caller waited', Batch, 'Location', 'Preference-Applied'),
    202: jsonAnswer('The batch, being planned', Batch, 'Location', 'Retry-After', 'Preference-Applied'),
    ...problems.change(ONCE, OF_TARGETS, UNKNOWN, OF_REPLAN),
  },
})

const pack = createRoute({
  method: 'get',
  path: '/v1/batches/{batchId}/pack',
  operationId: 'getBatchPack',
  tags: ['Batches'],
  summary: 'Everything to print and carry as one ZIP, for people or for programs',
  description:
    'A folder per shift and area, with a page to print, GPX, GeoJSON and CSV for each walk, and a table of all walks. With `?language=` for people: one page with all sheets, tables for spreadsheets, files named in their language by walk and area, nothing of what has no walks. Above 4.4 MB it is refused with 413: ask for the shifts one by one.',
  security: SECURED,
  request: {
    params: BatchParams,
    query: z.strictObject({
      shift: z.coerce.number().int().min(1).optional().describe('default: all'),
      ...PRINT_QUERY.shape,
      language: z
        .enum(LANGUAGES)
        .optional()
        .describe('for people who speak it; default: names and tables for programs'),
    }),
  },
  responses: {
    200: {
      description: 'A ZIP',
      headers: headersNamed('Content-Disposition'),
      content: { 'application/zip': { schema: { type: 'string' as const, format: 'binary' } } },
    },
    ...problems.read(OF_TARGETS, UNKNOWN, OF_PACK, OF_PRINTING),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/v1/batches/{batchId}',
  operationId: 'deleteBatch',
  tags: ['Batches'],
  summary: 'Remove a batch with its plans and walks',
  description: 'What is being planned stops, and what is leased is free again.',
  security: SECURED,
  request: { params: BatchParams },
  responses: { 204: { description: 'It is gone' }, ...problems.change(OF_TARGETS, UNKNOWN) },
})

export function batchRoutes(world: World, { guard }: Guards) {
  /** As it is when it is done, or when its caller has waited as long as he wished. @param now  as it was just seen */
  const awaited = async (c: Call, ref: BatchRef, now: Batch) => {
    const { wait, headers } = preferenceOf(c.req.header('Prefer'))
    const isDone = ({ status }: Batch): boolean => status === 'done'
    const watch = { wait: wait ?? 0, signal: c.req.raw.signal }
    const batch = watch.wait > 0 ? await lookUntil(() => readBatch(world, ref), isDone, watch) : now
    return { batch, headers, isAsked: wait !== undefined }
  }
  return routeGroup()
    .openapi(
      { ...create, middleware: [guard('write', { tells: 'targets' }), idempotent(world)] as const },
      async (c) => {
        const batchId = await rememberedId(c.get('errand'), world, 'bat')
        const { campaign, scopes } = c.get('caller')
        const wish = c.req.valid('json')
        const ref = { campaign, batchId }
        const made = await createBatch(world, { ref, wish, seconds: secondsFor(scopes, wish) })
        return tell(c, {
          log: world.log,
          undo: () => removeBatch(world, ref),
          async answer() {
            const { batch, headers } = await awaited(c, ref, made)
            const location = { Location: `/v1/batches/${made.id}`, ...headers }
            return batch.status === 'done'
              ? c.json(batch, 201, location)
              : c.json(batch, 202, { ...location, ...RETRY_AFTER })
          },
        })
      },
    )
    .openapi({ ...list, middleware: guard('read', { tells: 'targets', forms: LIST_FORMS }) }, async (c) => {
      const { cursor, fields, ...asked } = c.req.valid('query')
      const { campaign } = c.get('caller')
      const after = readCursor(cursor, BATCH.prefix)
      const { entries: batches, next } = await listBatches(world, { campaign, after, ...asked })
      return sendPage(c, { batches, next: writeCursor(next, BATCH.prefix) }, fields)
    })
    .openapi({ ...read, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const ref = { campaign: c.get('caller').campaign, batchId: c.req.valid('param').batchId }
      const found = await readBatch(world, ref)
      // Whoever should have started the next plan may have died before it could.
      if (found.status === 'running') await advance(world, ref)
      const { batch, headers, isAsked } = await awaited(c, ref, found)
      return isAsked && batch.status === 'running'
        ? c.json(batch, 202, { ...headers, ...RETRY_AFTER })
        : c.json(batch, 200, headers)
    })
    .openapi(
      { ...replan, middleware: [guard('write', { tells: 'targets' }), idempotent(world)] as const },
      async (c) => {
        const { batchId, shift } = c.req.valid('param')
        const ref = { campaign: c.get('caller').campaign, batchId }
        const made = await replanShift(world, { ref, shift, errand: c.get('errand') })
        const { batch, headers } = await awaited(c, ref, made)
        const location = { Location: `/v1/batches/${made.id}`, ...headers }
        return batch.status === 'done'
          ? c.json(batch, 200, location)
          : c.json(batch, 202, { ...location, ...RETRY_AFTER })
      },
    )
    .openapi({ ...pack, middleware: guard('read', { tells: 'targets' }) }, async (c) => {
      const caller = c.get('caller')
      const { campaign } = caller
      const { batchId } = c.req.valid('param')
      const { shift, print, language } = c.req.valid('query')
      const batch = await readBatch(world, { campaign, batchId })
      const order = packOrder({ campaign, batch, shift })
      const links = await paperLinks(world, caller, async () => {
        const refs = order.plans.map(({ planId }) => ({ campaign, planId }))
        return (await Promise.all(refs.map((ref) => printedWalks(world, ref)))).flat()
      })
      const zip = await world.desk.ask('batchPack', { ...order, links, print, language }, c.req.raw.signal)
      return c.body(zip, 200, {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${batchId}${shift === undefined ? '' : `-shift-${shift}`}.zip"`,
      })
    })
    .openapi({ ...remove, middleware: guard('write', { tells: 'targets' }) }, async (c) => {
      await deleteBatch(world, {
        campaign: c.get('caller').campaign,
        batchId: c.req.valid('param').batchId,
      })
      return c.body(null, 204)
    })
}
