/** `/v1/walks/{walkId}/paper`: what was ticked on a printed walk, by its printed numbers. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Guards } from '../http/guard.ts'
import { type WalkLife, endWalk, lifeOf } from '../leases/walks.ts'
import { readWalk } from '../plans/plans.ts'
import { HttpProblem } from '../http/problem.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import {
  BODY,
  OF_LEDGER,
  OF_REGION,
  OF_TARGETS,
  ONCE,
  SECURED,
  WALK_PATH,
  jsonAnswer,
  problems,
  routeGroup,
} from '../http/route.ts'
import { Sheet, SheetTaken, recordSheet, sheetWithoutDetails } from './paper.ts'
import type { World } from '../world.ts'

const report = createRoute({
  method: 'post',
  path: '/v1/walks/{walkId}/paper',
  operationId: 'reportPaper',
  tags: ['Visits'],
  summary: 'Type in a printed walk by its printed numbers; doing it twice changes nothing',
  description:
    'For walks on paper: a line per printed number, as JSON or as CSV with a header. The whole sheet may be typed in again. With `?finish=true` and no line refused the walk is finished; how long its doors took is not learnt from it.',
  security: SECURED,
  request: {
    params: WALK_PATH,
    headers: IDEMPOTENCY_HEADER,
    query: z.strictObject({
      finish: z
        .enum(['true', 'false'])
        .default('false')
        .describe('`true`: the sheet came back for good; a walk that was handed out is over with it'),
    }),
    body: {
      content: {
        'application/json': { schema: Sheet },
        'text/csv': {
          schema: { type: 'string' as const },
          example: 'stop;knocked;opened;refused;noAccess\n1;9;3;1;\n',
        },
      },
    },
  },
  responses: {
    200: jsonAnswer('What became of each line', SheetTaken),
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_REGION, OF_LEDGER, { 404: ['walk.unknown'] }),
  },
})

/** Where the walk stands; a draft is nobody's, and has no end. */
async function stateAfter(
  world: World,
  ref: { campaign: string; walkId: string },
  isBack: boolean,
): Promise<WalkLife['state']> {
  const { state } = await lifeOf(world, ref)
  return isBack && (state === 'leased' || state === 'started')
    ? (await endWalk(world, ref, 'finished')).state
    : state
}

export function paperRoutes(world: World, { guard }: Guards) {
  const once = idempotent(world, { kept: sheetWithoutDetails })
  const middleware = [guard('report', { tells: 'targets' }), once]
  return routeGroup().openapi({ ...report, middleware }, async (c) => {
    const { campaign } = c.get('caller')
    const { walkId } = c.req.valid('param')
    const stored = await readWalk(world, { campaign, walkId })
    const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase()
    if (type !== 'text/csv' && type !== 'application/json') {
      throw new HttpProblem(415, 'request.content_type', 'send application/json or text/csv')
    }
    const sheet =
      type === 'text/csv'
        ? (await import('./sheet-table.ts')).readSheet(new Uint8Array(await c.req.arrayBuffer()))
        : Sheet.parse(await c.req.json())
    const answer = await recordSheet(world, { campaign, stored, sheet })
    const isBack = c.req.valid('query').finish === 'true' && answer.refused.length === 0
    return c.json({ ...answer, state: await stateAfter(world, { campaign, walkId }, isBack) }, 200)
  })
}
