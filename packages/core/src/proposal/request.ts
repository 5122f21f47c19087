/** Who goes out, and how often: what a proposal of areas is asked with. */
import { z } from 'zod'
import { GivenMoment } from '../request/moment.ts'
import { Position } from '../request/position.ts'
import { PlanRequest, type TargetOverride } from '../request/request.ts'

const fields = PlanRequest.shape
/** Of one evening; more are no meeting any more. */
const MOST_VOLUNTEERS = 500
const MOST_EVENINGS = 14
/** Minutes from the meeting point. */
const USUAL_REACH = 15

export const ProposalRequest = z.strictObject({
  region: fields.region,
  version: fields.version,
  volunteers: z.number().int().min(1).max(MOST_VOLUNTEERS).describe('walks of one evening'),
  minutes: fields.minutes,
  evenings: z.number().int().min(1).max(MOST_EVENINGS).default(1).describe('of the same length'),
  start: Position.optional().describe(
    'where all meet each time; default: a place is proposed for each evening',
  ),
  reach: z
    .number()
    .min(1)
    .max(60)
    .default(USUAL_REACH)
    .describe('minutes: nobody walks further from the meeting point to a first door'),
  startAt: GivenMoment.optional().describe('when the walks start; default: now'),
  seed: fields.seed,
})
export type ProposalRequest = z.infer<typeof ProposalRequest>

/** Of a stored ranking, which says of what region it is. */
export const RankingProposal = ProposalRequest.omit({ region: true, version: true })
export type RankingProposal = z.infer<typeof RankingProposal>

/** With what a campaign says of targets. */
export interface ProposalOrder extends ProposalRequest {
  targets?: TargetOverride[]
}
