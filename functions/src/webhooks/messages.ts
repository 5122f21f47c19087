/** What messages to webhooks carry, event by event: the document shows it, and who tells of an event keeps to it. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { PlanSummary } from '@doorwalk/core/walk/answer'
import { nameSchemas } from '../document/schema-names.ts'
import { PlanError } from '../plans/plans.ts'
import type { EventType } from './webhooks.ts'

const Count = z.number().int().min(0)

const planFields = {
  planId: z.string().describe('of the plan'),
  region: z.string().describe('name of the region'),
  href: z.string().describe('the plan'),
}
const PlanCompleted = z.object({ ...planFields, summary: PlanSummary.describe('in numbers') })
const PlanFailed = z.object({ ...planFields, error: PlanError.describe('why') })

const WalkNews = z.object({
  walkId: z.string().describe('of the walk'),
  planId: z.string().describe('of its plan'),
  href: z.string().describe('the walk'),
  startedAt: Moment.nullable().describe('when the walker set out; null: nobody said so'),
  endedAt: Moment.nullable().describe('when it was finished; null: not yet'),
  targets: Count.describe('that it holds, reserves included'),
})

const BlockCompleted = z.object({
  region: z.string().describe('name of the region'),
  block: z.string().describe('H3 cell, resolution 10'),
  targets: Count.describe('that stand there'),
  doors: Count.describe('that stand there'),
})

const BatchCompleted = z.object({
  batchId: z.string().describe('of the batch'),
  label: z.string().describe('as asked, or empty'),
  region: z.string().describe('name of the region'),
  plans: z.array(z.string()).describe('ids of its plans'),
  href: z.string().describe('the batch'),
  pack: z.string().describe('everything to print and carry'),
})

const WebhookSwitchedOff = z.object({
  webhookId: z.string().describe('of the other webhook'),
  label: z.string().describe('of the other webhook'),
  at: Moment.describe('moment'),
  reason: z.string().describe('why'),
})

const WebhookTested = z.object({ webhookId: z.string().describe('of this webhook') })

interface MessageText {
  data: z.ZodObject
  /** When it is sent. */
  when: string
  /** Name of the schema of the whole message. */
  name: string
}

const MESSAGES = {
  'plan.completed': { data: PlanCompleted, name: 'PlanCompletedMessage', when: 'a plan is ready' },
  'plan.failed': {
    data: PlanFailed,
    name: 'PlanFailedMessage',
    when: 'a job failed (not: a call that was answered so)',
  },
  'walk.started': { data: WalkNews, name: 'WalkStartedMessage', when: 'a walker set out' },
  'walk.completed': {
    data: WalkNews,
    name: 'WalkCompletedMessage',
    when: 'a walk was finished (not: given back, or run out of time)',
  },
  'block.completed': {
    data: BlockCompleted,
    name: 'BlockCompletedMessage',
    when: 'no door of a block is due or will become due; once for the doors that stand there',
  },
  'batch.completed': {
    data: BatchCompleted,
    name: 'BatchCompletedMessage',
    when: 'all plans of a batch have ended; again when a shift was planned again',
  },
  'webhook.disabled': {
    data: WebhookSwitchedOff,
    name: 'WebhookDisabledMessage',
    when: 'another webhook of the campaign was switched off',
  },
  'webhook.test': { data: WebhookTested, name: 'WebhookTestMessage', when: 'you asked for it' },
} as const satisfies Record<EventType, MessageText>

nameSchemas({
  PlanCompleted: [PlanCompleted, 'a plan is ready'],
  PlanFailed: [PlanFailed, 'a plan failed'],
  WalkNews: [WalkNews, 'a walk began or ended'],
  BlockCompleted: [BlockCompleted, 'a block is done'],
  BatchCompleted: [BatchCompleted, 'a batch is planned'],
  WebhookSwitchedOff: [WebhookSwitchedOff, 'another webhook was switched off'],
  WebhookTested: [WebhookTested, 'a trial'],
})

/** `data` of an event of this type. */
export type EventData<Type extends EventType> = z.infer<(typeof MESSAGES)[Type]['data']>

/** Every message as it is sent. */
export const WEBHOOK_MESSAGES = (Object.keys(MESSAGES) as EventType[]).map((type) => {
  const { data, when, name } = MESSAGES[type]
  const schema = z.object({
    type: z.literal(type).describe('of the event'),
    timestamp: Moment.describe('moment of the event'),
    data: data.describe('what happened; nothing of it says what happened at a door'),
  })
  nameSchemas({ [name]: [schema, `sent when ${when}`] })
  return { type, when, schema }
})
