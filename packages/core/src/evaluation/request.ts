/** What an evaluation is asked with: the result of each precinct, counted or as a share, and of the vote before. */
import { z } from 'zod'
import { listOf } from '../request/list.ts'

const Percent = z.number().min(0).max(100)

export const PrecinctResult = z
  .strictObject({
    precinct: z.string().min(1).max(64).describe('its code'),
    votes: z.int().min(0).max(1_000_000).optional().describe('counted for whom or what is measured'),
    registered: z.int().min(1).max(1_000_000).optional().describe('voters whom the share is of'),
    share: Percent.optional().describe('instead of both: per cent, or fractions of 1 where none is above 1'),
    last: Percent.optional().describe('the same share at the vote before'),
  })
  .refine(({ votes, registered }) => (votes === undefined) === (registered === undefined), {
    message: 'expected votes and registered together, or neither',
    path: ['registered'],
  })
  .refine(({ votes, share }) => votes === undefined || share === undefined, {
    message: 'give votes and registered, or share, not both',
    path: ['share'],
  })
  .refine(({ votes, share }) => votes !== undefined || share !== undefined, {
    message: 'expected votes and registered, or share',
    path: ['share'],
  })
  .refine(({ votes = 0, registered = Infinity }) => votes <= registered, {
    message: 'more votes than registered voters; expected at most as many',
    path: ['votes'],
  })
export type PrecinctResult = z.infer<typeof PrecinctResult>

/** Precincts of one evaluation: France has 70,000 polling stations. */
const MOST_RESULTS = 100_000

export const EvaluationRequest = z.strictObject({
  results: listOf(PrecinctResult).min(1).max(MOST_RESULTS).describe('one of each precinct, in any order'),
  lastField: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe('a numeric property of the precincts: the same share at the vote before, instead of `last`'),
})
export type EvaluationRequest = z.infer<typeof EvaluationRequest>
