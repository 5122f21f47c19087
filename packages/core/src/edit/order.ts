/** What edits ask the planner for. Plain data: it is stored until the plan is made. */
import { z } from 'zod'
import { EditGone, EditPin } from '../walk/answer.ts'

/** A walk of the plan that is made. */
const OrderedWalk = z.object({
  /** Null: a new one. */
  walkId: z.string().nullable(),
  walker: z.string(),
  /** Null: stays as it is. */
  again: z
    .object({
      /** Ids of the targets ahead, stop by stop. */
      stops: z.array(z.array(z.string())),
      /** Targets that must be on it, each with the edit that says so; null: a pin of before. */
      must: z.array(z.tuple([z.string(), z.number().nullable()])),
      keepsEnds: z.boolean(),
      /** Else the minutes of its walker count. */
      keepsBudget: z.boolean(),
    })
    .nullable(),
})
export type OrderedWalk = z.infer<typeof OrderedWalk>

export const EditOrder = z.object({
  walks: z.array(OrderedWalk),
  pins: z.array(EditPin),
  locks: z.array(z.string()),
  gone: z.array(EditGone),
})
export type EditOrder = z.infer<typeof EditOrder>
