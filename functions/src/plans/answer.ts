/** A plan as the API answers it: whole while it is small, else its summary with links to the walks. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { LeftOut, Plan, Walk } from '@doorwalk/core/walk/answer'
import { AskedArea } from '../areas/asked.ts'
import { type PlanHead, PlanProgress, PlanStale } from './heads.ts'
import { jsonAnswer } from '../http/route.ts'
import { Timings } from './timings.ts'
import { MAX_ANSWER_BYTES, MAX_LEFT_OUT, type PlanBrief, briefOf } from '../store/stored-brief.ts'
import { encodeJson } from '../store/json.ts'
import type { ToldOfHead } from '../ports/desk.ts'
import type { Bytes } from '../ports/planner.ts'

const WalkHead = Walk.omit({ stops: true, legs: true, reserves: true }).extend({
  stopCount: z.number().int().describe('number of stops'),
  href: z.string().describe('the whole walk'),
})

const PlanLinks = z.object({
  self: z.string().describe('the plan'),
  geojson: z.string().describe('to draw it on a map'),
  html: z.string().describe('to print: one page per walk'),
  csv: z.string().describe('for spreadsheets: a line per target, walk after walk'),
  leftOut: z.string().describe('all targets on no walk, in pages'),
})

const PlanFields = Plan.omit({ walks: true }).extend({
  area: AskedArea.nullable().describe('what it was asked for; null: a plan of a version before'),
  streets: z.array(z.string()).describe('those with most of its targets, at most two'),
  replacedBy: z.string().nullable().describe('the plan that was made of this one at roll-call'),
  stale: PlanStale.nullable().describe('what has overtaken it as a draft; null: nothing was found'),
  timings: Timings.nullable()
    .optional()
    .describe('where `timings=true` asks for it; null for plans of versions before'),
  leftOut: z.array(LeftOut).describe(`the first ${MAX_LEFT_OUT}; all of them at links.leftOut`),
  links: PlanLinks.describe('where more of it is'),
})
const WholePlan = PlanFields.extend({
  detail: z.literal('full').describe('it is told whole'),
  walks: z.array(Walk).describe('one per walker'),
})
const BriefPlan = PlanFields.extend({
  detail: z.literal('summary').describe('it is told in brief'),
  walks: z.array(WalkHead).describe('without their way, which is at `href`'),
})
export const PlanAnswer = z
  .discriminatedUnion('detail', [WholePlan, BriefPlan])
  .describe(`\`detail\` is \`full\`, or \`summary\` where the whole would pass ${MAX_ANSWER_BYTES} bytes`)
export type PlanAnswer = z.infer<typeof PlanAnswer>

/** Answered with 202 while a plan is made. */
export const PlanJob = z.object({
  id: z.string().describe('of the plan'),
  status: z.enum(['queued', 'running']).describe('how far it is'),
  createdAt: Moment.describe('moment of the request'),
  progress: PlanProgress.nullable().describe('while it is being made'),
  waitsFor: z
    .literal('room')
    .nullable()
    .describe('room: the disk of the server is full; it goes on once there is room, for a day at most'),
  href: z.string().describe('ask again here, after `Retry-After` seconds'),
})
export type PlanJob = z.infer<typeof PlanJob>
nameSchemas({
  Plan: [WholePlan, 'a plan with all its walks'],
  PlanAnswer,
  PlanJob: [PlanJob, 'a plan that is being made'],
  PlanLinks: [PlanLinks, 'where more of it is'],
  BriefPlan: [BriefPlan, 'a plan that is too large to be told whole'],
  WalkHead: [WalkHead, 'a walk without its way'],
})

const NOT_READY = 'Not ready: ask again at `href`, after `Retry-After` seconds'
/** For the routes that may find a job, */
export const JOB_ANSWER = jsonAnswer(NOT_READY, PlanJob, 'Retry-After', 'Preference-Applied')
/** … and for those that make one. */
export const NEW_JOB_ANSWER = jsonAnswer(NOT_READY, PlanJob, 'Location', 'Retry-After', 'Preference-Applied')
export const RETRY_AFTER = { 'Retry-After': '2' }

/** JSON of the answer. Cost: writes the plan twice where it is too large and nothing was kept beside it. */
export function planAnswer({ plan, ...told }: { plan: Plan } & ToldOfHead): Bytes {
  const { walks, ...brief } = briefOf(plan)
  const whole = encode({ ...answerOf(brief, told), detail: 'full', walks: plan.walks })
  return whole.length <= MAX_ANSWER_BYTES ? whole : encode(summaryOf({ walks, ...brief }, told))
}

/** The same of a plan that is known to be too large. */
export function briefAnswer({ brief, ...told }: { brief: PlanBrief } & ToldOfHead): Bytes {
  return encode(summaryOf(brief, told))
}

function summaryOf({ walks, ...rest }: PlanBrief, told: ToldOfHead): PlanAnswer {
  return { ...answerOf(rest, told), detail: 'summary', walks }
}

function answerOf(
  { leftOut, ...rest }: Omit<PlanBrief, 'walks'>,
  { area, streets, replacedBy, stale, timings }: ToldOfHead,
) {
  const self = `/v1/plans/${rest.id}`
  return {
    ...rest,
    area,
    streets,
    replacedBy,
    stale,
    ...(timings !== undefined && { timings }),
    leftOut,
    links: {
      self,
      geojson: `${self}.geojson`,
      html: `${self}.html`,
      csv: `${self}.csv`,
      leftOut: `${self}/left-out`,
    },
  }
}

function encode(answer: PlanAnswer): Bytes {
  return encodeJson(answer)
}

export function answerJob({ head, waitsForRoom }: { head: PlanHead; waitsForRoom: boolean }): PlanJob {
  return {
    id: head.id,
    status: head.status === 'running' ? 'running' : 'queued',
    createdAt: head.createdAt,
    progress: head.progress,
    waitsFor: waitsForRoom ? 'room' : null,
    href: `/v1/plans/${head.id}`,
  }
}
