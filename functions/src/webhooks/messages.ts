/** What messages to webhooks carry, event by event: the document shows it, and who tells of an event keeps to it. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { PlanSummary } from '@doorwalk/core/walk/answer'
import { nameSchemas } from '../document/schema-names.ts'
import { Import } from '../imports/imports.ts'
import { PlanError, PlanStale } from '../plans/heads.ts'
import type { EventType } from './webhooks.ts'

const Count = z.number().int().min(0)

const planFields = {
  planId: z.string().describe('of the plan'),
  region: z.string().describe('name of the region'),
  href: z.string().describe('the plan'),
}
const PlanCompleted = z.object({ ...planFields, summary: PlanSummary.describe('in numbers') })
const PlanFailed = z.object({ ...planFields, error: PlanError.describe('why') })

const PlanOvertaken = z.object({ ...planFields, ...PlanStale.shape })

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

const importFields = {
  importId: z.string().describe('of the import'),
  ...Import.pick({ region: true, kind: true, dryRun: true }).shape,
  href: z.string().describe('the import'),
}
const ImportCompleted = z.object({
  ...importFields,
  ...Import.pick({ counts: true }).shape,
  changes: Import.shape.changes.unwrap().describe('what the list changed'),
})
const ImportFailed = z.object({ ...importFields, error: Import.shape.error.unwrap().describe('why') })

const WebhookSwitchedOff = z.object({
  webhookId: z.string().describe('of the other webhook'),
  label: z.string().describe('of the other webhook'),
  at: Moment.describe('moment'),
  reason: z.string().describe('why'),
})

const WebhookTested = z.object({ webhookId: z.string().describe('of this webhook') })

const planId = 'pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T'
const batchId = 'bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T'
const webhookId = 'whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T'
const AT = '2026-03-14T13:00:00.000Z'
const importId = 'imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T'
const IMPORT = {
  ...{ importId, region: 'paris-9e-10e', kind: 'targets' as const, dryRun: false },
  href: `/v1/imports/${importId}`,
}
const PLAN = { planId, region: 'paris-9e-10e', href: `/v1/plans/${planId}` }
const WALK = {
  walkId: `wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1`,
  planId,
  href: '/v1/walks/wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1',
  startedAt: '2026-03-14T13:04:00.000Z',
}

/** `data` of a message of each type. */
const EXAMPLES: { [Type in EventType]: EventData<Type> } = {
  'plan.completed': {
    ...PLAN,
    summary: {
      ...{ walks: 2, targets: 14, doors: 131, prize: 96.5, seconds: 6_470, metres: 820 },
      ...{ balance: 1.01, doorsPerHour: 33.1, leftOut: { not_selected: 61 } },
    },
  },
  'plan.failed': {
    ...PLAN,
    error: {
      kind: 'input',
      code: 'area.unknown_precinct',
      detail: '/area/precincts/0: got "9999", expected one of 0925, 1005',
      errors: [{ pointer: '/area/precincts/0', detail: 'got "9999", expected one of 0925, 1005' }],
    },
  },
  'plan.stale': { ...PLAN, at: AT, reasons: ['visited'] },
  'walk.started': { ...WALK, endedAt: null, targets: 9 },
  'walk.completed': { ...WALK, endedAt: '2026-03-14T14:02:00.000Z', targets: 9 },
  'block.completed': { region: 'paris-9e-10e', block: '8a1fb46620affff', targets: 21, doors: 184 },
  'batch.completed': {
    ...{ batchId, label: 'Second round', region: 'paris-9e-10e', plans: [planId] },
    ...{ href: `/v1/batches/${batchId}`, pack: `/v1/batches/${batchId}/pack` },
  },
  'import.completed': {
    ...IMPORT,
    counts: { rows: 420, accepted: 415, repaired: 12, refused: 3, doubtful: 2 },
    changes: { added: 400, updated: 15, unchanged: 0 },
  },
  'import.failed': {
    ...IMPORT,
    error: { code: 'imports.upload', detail: 'the list was not uploaded; send it again' },
  },
  'webhook.disabled': { webhookId, label: 'CRM', at: AT, reason: 'the receiver answered 410' },
  'webhook.test': { webhookId },
}

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
  'plan.stale': {
    data: PlanOvertaken,
    name: 'PlanStaleMessage',
    when: 'a draft cannot be leased any more as it was planned: of its targets some were visited, leased by others or held out, or its region has a newer version; once for each draft',
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
  'import.completed': {
    data: ImportCompleted,
    name: 'ImportCompletedMessage',
    when: 'a list was imported, or read as a trial',
  },
  'import.failed': {
    data: ImportFailed,
    name: 'ImportFailedMessage',
    when: 'a list could not be imported as a whole',
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
  PlanOvertaken: [PlanOvertaken, 'a draft was overtaken'],
  WalkNews: [WalkNews, 'a walk began or ended'],
  BlockCompleted: [BlockCompleted, 'a block is done'],
  BatchCompleted: [BatchCompleted, 'a batch is planned'],
  ImportCompleted: [ImportCompleted, 'a list was imported'],
  ImportFailed: [ImportFailed, 'an import failed'],
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
  return { type, when, schema, example: { type, timestamp: AT, data: EXAMPLES[type] } }
})
