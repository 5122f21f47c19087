/** What each wish of a plan costs, as it looks from outside. */
import { z } from 'zod'
import { listOf } from '../request/list.ts'

export const PRICED = ['return', 'start', 'doors', 'stairs', 'keys', 'hold_outs', 'excluded'] as const
export const Priced = z.enum(PRICED)
export type Priced = z.infer<typeof Priced>

export const PriceRequest = z.strictObject({
  wishes: listOf(Priced)
    .min(1)
    .optional()
    .describe('only these, of those that the plan has; default: all of them'),
})
export type PriceRequest = z.infer<typeof PriceRequest>

export const WishPrice = z.object({
  wish: Priced.describe(
    '`return`: walks end where they began; `start`: they begin at one place; `doors`: door limits; `stairs`: who avoids them; `keys`: key buildings come first; `hold_outs`: nobody goes there; `excluded`: `skip`, `exclude`, and what an area is less',
  ),
  verdict: z
    .enum(['free', 'unclear', 'costs', 'withheld'])
    .describe(
      '`free`: without it nothing more was found; `unclear`: no more than searching on might find anyhow; `costs`; `withheld`: of hold-outs in sight so few doors are not told',
    ),
  prize: z.number().min(0).nullable().describe('more without it; null: withheld'),
  doors: z.number().int().nullable().describe('more on walks without it, fewer below 0; null: withheld'),
  keys: z.number().int().min(0).nullable().describe('key targets more on walks without it; null: withheld'),
  share: z.number().min(0).nullable().describe('of the prize of the plan, 0 to 1; null: withheld'),
})
export type WishPrice = z.infer<typeof WishPrice>

export const WishPrices = z.object({
  planId: z.string().describe('of the plan'),
  prize: z.number().describe('on its walks, without what was visited since'),
  searched: z
    .number()
    .min(0)
    .describe('prize more that was found by searching on with every wish kept; prices are on top of it'),
  uncertainty: z.number().min(0).describe('prize: prices up to it are `unclear`'),
  stoppedBy: z
    .enum(['iterations', 'deadline'])
    .describe('deadline: the time was over, and prices are less certain'),
  wishes: z.array(WishPrice).describe('those that the plan has, dearest first'),
})
export type WishPrices = z.infer<typeof WishPrices>
