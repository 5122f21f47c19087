/** The head of a plan: what is known of it while it is made and afterwards, in short, as lists tell it. */
import { z } from '@hono/zod-openapi'
import type { ErrorKind } from '@doorwalk/core/error'
import { Moment } from '@doorwalk/core/request/moment'
import { PlanSummary } from '@doorwalk/core/walk/answer'
import { AskedArea } from '../areas/asked.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { ProblemField } from '../http/problem.ts'
import { Timings } from './timings.ts'

const ERROR_KINDS = [
  'input',
  'auth',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'unprocessable',
  'rate',
  'upstream',
] as const satisfies ErrorKind[]

export const PlanStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])

export const PlanProgress = z.object({
  stage: z.string().describe('a step of planning, or `pieces`'),
  share: z.number().min(0).max(1).describe('of the stage'),
})

/** Why a job failed. */
export const PlanError = z.object({
  kind: z.enum(ERROR_KINDS).describe('of error'),
  code: z.string().describe('as of a problem'),
  detail: z.string().describe('what came, what was expected, what to do'),
  errors: z.array(ProblemField).describe('the fields that were wrong'),
})

const STALE_REASONS = ['visited', 'leased', 'hold_out', 'excluded', 'region'] as const

/** Since when a draft cannot be leased as it was planned, and why. */
export const PlanStale = z.object({
  at: Moment.describe('when it was found'),
  reasons: z
    .array(z.enum(STALE_REASONS))
    .describe(
      'targets of it were visited, are leased by other walks, held out or closed by an imported list; `region`: the region has a newer version',
    ),
})
export type PlanStale = z.infer<typeof PlanStale>

/** As it is listed. */
export const ListedPlan = z.object({
  id: z.string().describe('of the plan'),
  status: PlanStatus.describe('how far it is'),
  region: z.string().describe('name of the region'),
  createdAt: Moment.describe('moment of the request'),
  area: AskedArea.nullable()
    .default(null)
    .describe('what it was asked for; null: a plan of a version before'),
  streets: z
    .array(z.string())
    .default([])
    .describe('those with most of its targets, at most two, once done; none of a plan of a version before'),
  startAt: Moment.nullable()
    .default(null)
    .describe('as asked, once done as planned; null: not yet known, or a plan of a version before'),
  minutes: z.number().nullable().default(null).describe('of one walk, as asked; null: as for `area`'),
  volunteers: z.number().int().nullable().default(null).describe('walks asked for; null: as for `area`'),
  progress: PlanProgress.nullable().describe('while it is being made'),
  summary: PlanSummary.nullable().describe('once done'),
  replacedBy: z.string().nullable().default(null).describe('the plan that was made of this one at roll-call'),
  stale: PlanStale.nullable()
    .default(null)
    .describe('once something has overtaken it as a draft; null: nothing was found'),
  error: PlanError.nullable().describe('once failed'),
})
nameSchemas({
  PlanStatus: [PlanStatus, 'how far a plan is'],
  PlanProgress: [PlanProgress, 'what is being done'],
  PlanStale: [PlanStale, 'what has overtaken a draft'],
  PlanError: [PlanError, 'why a plan failed'],
  PlanHead: [ListedPlan, 'a plan as it is listed'],
  AskedArea: [AskedArea, 'what a plan was asked for, in short'],
})

export const PlanHead = ListedPlan.extend({ timings: Timings.exactOptional().describe('once done') })
export type PlanHead = z.infer<typeof PlanHead>

export function isEnded(head: PlanHead): boolean {
  return head.status === 'done' || head.status === 'failed' || head.status === 'cancelled'
}
