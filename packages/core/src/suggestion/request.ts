/** What somebody at the meeting point may ask of a plan without planning anew. */
import { z } from 'zod'
import { listOf } from '../request/list.ts'
import { GivenMoment } from '../request/moment.ts'
import { LIMITS, VolunteerRequest, refuseTwins } from '../request/request.ts'

/** Who is there beside those of the plan. */
const MOST_VOLUNTEERS = 50
const MOST_SUGGESTIONS = 20
const DEFAULT_SUGGESTIONS = 5

const WalkId = z.string().min(1).max(80)
const Most = z
  .number()
  .int()
  .min(1)
  .max(MOST_SUGGESTIONS)
  .default(DEFAULT_SUGGESTIONS)
  .describe('suggestions at most')
const At = GivenMoment.optional().describe(
  'from when on: what is walked by then stays; default: now while the walks of the plan are on, else when it starts',
)

export const LatecomerWish = VolunteerRequest.omit({ language: true }).extend({
  for: z.literal('latecomer').describe('where one more walker goes'),
  minutes: VolunteerRequest.shape.minutes.unwrap().describe('the time there is, from `at` on'),
  at: At,
  most: Most,
})
export type LatecomerWish = z.infer<typeof LatecomerWish>

export const WalkWish = z.strictObject({
  for: z.literal('walk').describe('who takes a walk that nobody walks'),
  walk: WalkId.describe('id of the walk'),
  volunteers: listOf(VolunteerRequest)
    .max(MOST_VOLUNTEERS)
    .superRefine(refuseTwins)
    .optional()
    .describe('who is there and has no walk; what one does not say comes from the plan'),
  at: At,
  most: Most,
})
export type WalkWish = z.infer<typeof WalkWish>

export const MinutesWish = z.strictObject({
  for: z.literal('minutes').describe('what to add to a walk that has time left'),
  walk: WalkId.describe('id of the walk'),
  minutes: z.number().min(1).max(LIMITS.minutesMax).describe('by which the walk may grow'),
  at: At,
  most: Most,
})
export type MinutesWish = z.infer<typeof MinutesWish>

export const SuggestRequest = z.discriminatedUnion('for', [LatecomerWish, WalkWish, MinutesWish])
export type SuggestRequest = z.infer<typeof SuggestRequest>
