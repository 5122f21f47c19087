/** What a comparison of two plans looks like from outside. Every difference is the second less the first. */
import { z } from 'zod'
import { LeftOutReason } from '../walk/answer.ts'

const Count = z.number().int().min(0)
const Difference = z.number().int()

export const PlanFigures = z.object({
  walks: Count.describe('number of walks'),
  targets: Count.describe('on walks'),
  doors: Count.describe('on walks'),
  prize: z.number().describe('on walks'),
  minutes: z.number().describe('of all walks, at doors and on the way, one decimal'),
  metres: Count.describe('walked'),
  keys: Count.describe('key targets on walks'),
  leftOut: z.record(z.string(), Count).describe('number of targets by reason'),
})
export type PlanFigures = z.infer<typeof PlanFigures>

export const ComparedPlan = z.object({
  planId: z.string().describe('of the plan'),
  region: z.string().describe('name of its region'),
  version: z.string().describe('of the region'),
  figures: PlanFigures.describe('of the plan'),
})
export type ComparedPlan = z.infer<typeof ComparedPlan>

export const FigureDifferences = z.object({
  walks: Difference.describe('walks more'),
  targets: Difference.describe('targets more'),
  doors: Difference.describe('doors more'),
  prize: z.number().describe('prize more'),
  minutes: z.number().describe('minutes more'),
  metres: Difference.describe('metres more'),
  keys: Difference.describe('key targets more'),
  leftOut: z
    .record(z.string(), Difference)
    .describe('targets more by reason; a reason without one is absent'),
})
export type FigureDifferences = z.infer<typeof FigureDifferences>

export const ComparedWalk = z.object({
  walkId: z.string().describe('of the walk'),
  number: z.number().int().min(1).describe('of the walk in its plan'),
  walker: z.string().describe('who has it in this plan'),
  targets: Count.describe('on the walk'),
})
export type ComparedWalk = z.infer<typeof ComparedWalk>

export const WalkDifference = z.object({
  first: ComparedWalk.nullable().describe('of the first plan; null: the second alone has it'),
  second: ComparedWalk.nullable().describe('of the second plan; null: the first alone has it'),
  stayed: Count.describe('targets of both'),
  reordered: Count.describe('of these, in another order'),
  doors: Difference.describe('doors more'),
  prize: z.number().describe('prize more'),
  minutes: z.number().describe('minutes more'),
  metres: Difference.describe('metres more'),
})
export type WalkDifference = z.infer<typeof WalkDifference>

export const ComparedPlace = z.object({
  walkId: z.string().describe('of the walk'),
  number: z.number().int().min(1).describe('of the walk in its plan'),
  walker: z.string().describe('who has it in this plan'),
  place: z.number().int().min(1).describe('of the target on the walk, counted in targets'),
})
export type ComparedPlace = z.infer<typeof ComparedPlace>

const TARGET_CHANGES = ['moved', 'reordered', 'came', 'left'] as const

export const TargetChange = z.object({
  target: z.string().describe('its id'),
  address: z.string().describe('as walks tell it; empty when unknown'),
  change: z
    .enum(TARGET_CHANGES)
    .describe(
      '`moved` to another walk; `reordered` on its walk, against the targets that stay there in their order; `came` on a walk of the second; `left` all walks of the second',
    ),
  from: ComparedPlace.nullable().describe('where the first plan has it; null: on no walk'),
  to: ComparedPlace.nullable().describe('where the second plan has it; null: on no walk'),
  reason: LeftOutReason.nullable().describe(
    'why the plan that has it on no walk left it out; null: it is on walks of both, or that plan does not know it',
  ),
})
export type TargetChange = z.infer<typeof TargetChange>

export const ChangeCounts = z.object({
  same: Count.describe('targets that both have on the same walk in the same order'),
  moved: Count.describe('on another walk'),
  reordered: Count.describe('on the same walk in another order'),
  came: Count.describe('on walks of the second alone'),
  left: Count.describe('on walks of the first alone'),
  walks: Count.describe('walks that differ'),
})
export type ChangeCounts = z.infer<typeof ChangeCounts>

const COMPARED_REGIONS = ['same', 'other_version', 'other_region'] as const

/** So many walks that differ are told, those with most targets that changed; `changed.walks` counts all. */
export const MOST_WALKS = 200

export const Comparison = z.object({
  first: ComparedPlan.describe('the first plan named'),
  second: ComparedPlan.describe('the second plan named'),
  regions: z
    .enum(COMPARED_REGIONS)
    .describe(
      '`other_version`: of one region in two versions, ids that changed with it come and leave; `other_region`: the plans have no target in common but by chance',
    ),
  difference: FigureDifferences.describe('the second less the first'),
  changed: ChangeCounts.describe('all of them, whatever the page'),
  walks: z
    .array(WalkDifference)
    .describe(`walks that differ, at most ${MOST_WALKS}, those with most changes first; by what they share`),
  changes: z
    .array(TargetChange)
    .describe('a page of the targets that changed, walk by walk of the first plan'),
})
export type Comparison = z.infer<typeof Comparison>
