/** A batch as it is answered: every plan with how far it is. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { PlanSummary } from '@doorwalk/core/walk/answer'
import { timeAfter } from '@doorwalk/core/walk/clock-time'
import { PlanStatus, isEnded } from '../plans/heads.ts'
import { type FilteredPage, filteredPage } from '../store/filtered-page.ts'
import { BATCH } from '../store/keys.ts'
import type { Storage } from '../world.ts'
import { type BatchRef, StoredBatch, type StandingPlan, findBatch, standingIn } from './stored-batch.ts'

const BatchError = z.object({
  code: z.string().describe('as of a problem'),
  detail: z.string().describe('what came, what was expected, what to do'),
})

const BatchPlan = z.object({
  planId: z.string().describe('of the plan'),
  area: z.string().describe('label; empty: the whole region'),
  status: z
    .enum(['waiting', ...PlanStatus.options, 'removed'])
    .describe('how far it is; `waiting`: for those before it'),
  href: z.string().describe('the plan'),
  summary: PlanSummary.nullable().describe('once done'),
  error: BatchError.nullable().describe('once failed'),
})
const BatchShift = z.object({
  number: z.number().int().describe('1, 2, …'),
  label: z.string().describe('as asked, or empty'),
  startAt: Moment.describe('moment'),
  endAt: Moment.describe('moment'),
  plans: z.array(BatchPlan).describe('one per area'),
})

const BatchProgress = z
  .object({
    done: z.number().int().describe('plans that have ended'),
    of: z.number().int().describe('plans of the batch'),
  })
  .describe('plans')

export const BatchStatus = z.enum(['running', 'done'])

export const Batch = z.object({
  id: z.string().describe('of the batch'),
  label: z.string().describe('as asked, or empty'),
  region: z.string().describe('name of the region'),
  createdAt: Moment.describe('moment of the request'),
  status: BatchStatus.describe('`done`: every plan has ended'),
  progress: BatchProgress.describe('how far it is'),
  shifts: z.array(BatchShift).describe('in the order in which they are walked'),
  warnings: z.array(z.string()).describe('what of the request comes to nothing; of each plan, see there'),
  pack: z.string().describe('everything to print and carry, as one ZIP, once done'),
})
export type Batch = z.infer<typeof Batch>
nameSchemas({
  Batch: [Batch, 'all plans of a weekend'],
  BatchError: [BatchError, 'why a plan failed'],
  BatchPlan: [BatchPlan, 'a plan of a shift and an area'],
  BatchProgress,
  BatchShift: [BatchShift, 'a shift with its plans'],
})

/** @throws VisibleError batch.unknown */
export async function readBatch(storage: Pick<Storage, 'store'>, ref: BatchRef): Promise<Batch> {
  const { batch } = await findBatch(storage, ref)
  return answer(batch, await standingIn(storage, { ref, batch }))
}

interface BatchesAsked {
  campaign: string
  after: string | undefined
  limit: number
  /** Undefined: of all. */
  status?: readonly Batch['status'][] | undefined
  region?: string | undefined
}

export function listBatches(
  storage: Pick<Storage, 'store'>,
  { campaign, after, limit, status, region }: BatchesAsked,
): Promise<FilteredPage<Batch>> {
  const read = async (data: unknown): Promise<Batch | undefined> => {
    const batch = StoredBatch.parse(data)
    if (batch.isGoing || (region !== undefined && batch.region !== region)) return undefined
    const told = answer(batch, await standingIn(storage, { ref: { campaign, batchId: batch.id }, batch }))
    return (status?.includes(told.status) ?? true) ? told : undefined
  }
  return filteredPage(storage.store, { ...BATCH.range(campaign), limit, after }, (items) =>
    inOrder(items, ({ data }) => read(data)),
  )
}

/** One after the other: each asks for the heads of all its plans at once. */
async function inOrder<Value, Made>(values: Value[], make: (value: Value) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (const value of values) made.push(await make(value))
  return made
}

function answer(batch: StoredBatch, standing: Map<string, StandingPlan>): Batch {
  const all = batch.shifts.flatMap(({ plans }) => plans)
  const done = all.filter(({ planId, isStarted }) => {
    const head = standing.get(planId)?.head
    return isStarted && (head === undefined || isEnded(head))
  }).length
  const { id, label, region, createdAt, warnings } = batch
  return {
    id,
    label,
    region,
    createdAt,
    status: done === all.length ? 'done' : 'running',
    progress: { done, of: all.length },
    shifts: batch.shifts.map((shift, index) => ({
      number: index + 1,
      label: shift.label,
      startAt: shift.startAt,
      endAt: timeAfter(shift.startAt, shift.minutes * 60),
      plans: shift.plans.map(({ planId: begun, area, isStarted }) => {
        const { planId = begun, head } = standing.get(begun) ?? {}
        const error = head?.error
        return {
          planId,
          area,
          href: `/v1/plans/${planId}`,
          status: head?.status ?? (isStarted ? 'removed' : 'waiting'),
          summary: head?.summary ?? null,
          error: error ? { code: error.code, detail: error.detail } : null,
        }
      }),
    })),
    warnings,
    pack: `/v1/batches/${id}/pack`,
  }
}
