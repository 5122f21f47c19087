/** What an evaluation says: the difference with its interval, a check on it, and what it could not have seen. */
import { z } from 'zod'

const Points = z.number()
const Codes = z.array(z.string())

export const DifferenceFound = z.object({
  points: Points.describe('canvassed less held out, in points of the share'),
  low: Points.describe('lower end of the 95 % interval'),
  high: Points.describe('upper end'),
  standardError: Points.describe('in points'),
  degrees: z.number().int().describe('degrees of freedom'),
  precincts: z.number().int().describe('that it rests on'),
})
export type DifferenceFound = z.infer<typeof DifferenceFound>

export const BrokenPair = z.object({
  stratum: z.number().int().describe('pair or stratum, as in the assignment'),
  missing: Codes.describe('its precincts without a result'),
  used: z.boolean().describe('what is left of it still says something'),
})

export const BeforeAfter = z.object({
  canvassed: Points.describe('change of the canvassed precincts since the vote before, in points'),
  heldOut: Points.describe('change of those held out, where nobody knocked'),
})

export const DrawLeft = z.object({
  precincts: z.number().int().describe('that could be drawn'),
  heldOut: z.number().int().describe('of these'),
  groups: z.number().int().describe('pairs or strata'),
  groupsUsed: z.number().int().describe('of these, with results on both sides'),
})

export const Evaluation = z.object({
  design: z.enum(['pairs', 'strata']).describe('pairs: one was held out in each group of neighbours'),
  drawn: DrawLeft.describe('what the draw was, and what of it is left'),
  difference: DifferenceFound.describe('by the pairs or strata of the draw: the answer'),
  regression: DifferenceFound.nullable().describe('by the last results instead: a check; null without them'),
  smallestEffect: Points.describe('that this design shows in 80 of 100 draws, in points'),
  beforeAfter: BeforeAfter.nullable().describe('what misleads; null without last results'),
  broken: z.array(BrokenPair).describe('pairs or strata with precincts that have no result'),
  unused: Codes.describe('precincts with a result that were not in the draw'),
  verdict: z.string().describe('in one sentence'),
  notes: z.array(z.string()).describe('how the numbers were read, and what to keep in mind'),
})
export type Evaluation = z.infer<typeof Evaluation>
