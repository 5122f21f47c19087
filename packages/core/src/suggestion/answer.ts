/** What suggestions look like from outside. Gains are predictions: a plan made with them may find a little more. */
import { z } from 'zod'
import { PlanEdit } from '../request/edit-request.ts'
import { Moment } from '../request/moment.ts'
import { Position } from '../request/position.ts'

const Count = z.number().int().min(0)

export const SuggestedTarget = z.object({
  id: z.string().describe('source key + entrance + part'),
  address: z.string().describe('as walks tell it; empty when unknown'),
  location: Position.describe('in front of the street door'),
  doors: Count.describe('households to knock on'),
  prize: z.number().describe('what it is worth'),
  from: z.string().nullable().describe('id of the walk that has it; null: none'),
  to: z.string().nullable().describe('id of the walk that would have it; null: a new one'),
  place: z.number().int().min(1).describe('on the walk that would have it, counted in targets'),
})
export type SuggestedTarget = z.infer<typeof SuggestedTarget>

export const DroppedTarget = z.object({
  id: z.string().describe('of a target that would be on no walk'),
  address: z.string().describe('as walks tell it; empty when unknown'),
  doors: Count.describe('households there'),
  prize: z.number().describe('what it is worth'),
  from: z.string().describe('id of the walk that has it'),
})
export type DroppedTarget = z.infer<typeof DroppedTarget>

export const PredictedGain = z.object({
  prize: z.number().describe('more on walks; where a walk lies idle, more than if it stays so'),
  doors: z.number().int().describe('likewise'),
  targets: z.number().int().describe('likewise'),
})
export type PredictedGain = z.infer<typeof PredictedGain>

const SUGGESTION_KINDS = ['add', 'new_walk', 'tail', 'take', 'instead', 'share'] as const

export const Suggestion = z.object({
  kind: z
    .enum(SUGGESTION_KINDS)
    .describe(
      '`add` targets to a walk; a `new_walk` of targets that nobody has; take over the `tail` of a walk; `take` the walk, or what fits, beside what one has; take it `instead` of one’s own; several `share` it',
    ),
  walkers: z
    .array(z.string())
    .describe('ids of those who would walk more or otherwise; a newcomer without id is ""'),
  walk: z.string().nullable().describe('id of the walk that it is about; null: a new one'),
  gain: PredictedGain.describe('predicted'),
  seconds: z
    .number()
    .int()
    .describe('that these walkers are longer on their way, doors included; below 0: shorter'),
  walking: z.number().int().describe('of that, seconds of walking'),
  targets: z.array(SuggestedTarget).describe('that change their walk, in walking order'),
  drops: z.array(DroppedTarget).describe('that would be on no walk'),
  edits: z
    .array(PlanEdit)
    .describe('what makes it so, to be sent as it is to `POST /v1/plans/{planId}/edits`'),
})
export type Suggestion = z.infer<typeof Suggestion>

export const Suggestions = z.object({
  planId: z.string().describe('of the plan'),
  at: Moment.describe('from when on'),
  suggestions: z.array(Suggestion).describe('best first; empty: nothing helps'),
})
export type Suggestions = z.infer<typeof Suggestions>
