/** Which areas to take together, evening by evening, as it is told. */
import { z } from 'zod'
import { AreaKept } from '../request/area-request.ts'
import { Position } from '../request/position.ts'

const Count = z.number().int().min(0)

export const EveningArea = z.object({
  code: z.string().describe('of the ranked area'),
  rank: Count.describe('of the ranked area'),
  whole: z.boolean().describe('false: some of its blocks, the others are left to another evening'),
  cells: z.array(z.string()).optional().describe('its blocks, H3 cells, where it is not whole'),
  doors: Count.describe('of this evening'),
  score: z.number().describe('of this evening'),
})

export const NextArea = z.object({
  code: z.string().describe('of the ranked area'),
  rank: Count.describe('of the ranked area'),
  doors: Count.describe('within reach and in no evening'),
  scorePerHour: z.number().describe('what it would bring a volunteer in an hour'),
  minutes: z.number().describe('walk from the meeting point'),
})

export const EveningPlan = z
  .object({
    region: z.string().describe('name of the region'),
    area: AreaKept.describe('what to canvass'),
    volunteers: Count.describe('walks'),
    minutes: z.number().describe('of each walk'),
    start: Position.optional().describe('where to meet'),
    seed: Count.describe('as asked'),
  })
  .describe('body of POST /v1/plans, or for `doorwalk plan --request`')

export const Reach = z
  .object({
    doors: Count.describe('expected'),
    score: z.number().describe('expected'),
    share: z.number().describe('of the score there, 0 to 1'),
  })
  .describe('what these volunteers are expected to reach')

export const Evening = z.object({
  number: Count.describe('from 1'),
  areas: z.array(EveningArea).describe('by rank'),
  meetingPoint: Position.describe('where to meet'),
  targets: Count.describe('there'),
  doors: Count.describe('there'),
  score: z.number().describe('there: doors × score ÷ 100 × the chance of being let in'),
  work: z.number().describe('hours that all of it would take, ways to it included'),
  hours: z.number().describe('volunteer-hours of the evening'),
  reached: Reach,
  scorePerHour: z.number().describe('score reached by one volunteer in an hour: why these areas'),
  extrapolated: z.boolean().describe('more is there than is planned in one go'),
  next: z.array(NextArea).describe('the next best areas within reach'),
  plan: EveningPlan,
})
export type Evening = z.infer<typeof Evening>

export const Proposal = z.object({
  region: z.string().describe('name of the region'),
  version: z.string().describe('of the region'),
  how: z
    .enum(['together', 'one by one'])
    .describe('neighbouring areas taken together; or the best by rank one by one, where that brings more'),
  scorePerHour: z.number().describe('of all evenings asked for'),
  oneByOne: z.number().describe('score per volunteer-hour of the best areas taken one by one'),
  evenings: z.array(Evening).describe('fewer than asked for where less is within reach'),
  notes: z.array(z.string()).describe('what of it is to be known'),
})
export type Proposal = z.infer<typeof Proposal>
