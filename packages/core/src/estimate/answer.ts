/** What an estimate looks like from outside, and what is read off its curve. */
import { z } from 'zod'
import { Position } from '../request/position.ts'

const Count = z.number().int().min(0)

export const EstimatePoint = z.object({
  walkers: Count.describe('so many'),
  targets: Count.describe('on their walks'),
  doors: Count.describe('on their walks'),
  prize: z.number().describe('of their walks'),
  keys: Count.describe('key targets that the request names'),
  share: z.number().describe('of the doors there are, 0 to 1'),
  extrapolated: z.boolean().describe('the area is larger than what is planned in one go'),
})

export const EstimateCurve = z.object({
  minutes: z.number().describe('length of one walk'),
  points: z.array(EstimatePoint).describe('by rising number of walkers'),
  needed: Count.nullable().describe('walkers until the goal; null: more than the curve has'),
  evenings: Count.nullable().describe(
    'until the goal with so many volunteers; null: not asked, or beyond the curve',
  ),
})
export type EstimateCurve = z.infer<typeof EstimateCurve>

export const Estimate = z.object({
  region: z.string().describe('name of the region'),
  version: z.string().describe('of the region'),
  targets: Count.describe('that may be knocked on now'),
  doors: Count.describe('of these targets'),
  prize: z.number().describe('of these targets'),
  buildings: Count.describe('that these targets are in'),
  outline: z
    .array(z.array(z.array(Position)))
    .nullable()
    .describe(
      'around what lies in the area, as coordinates of a MultiPolygon; null: its own shape says it, with no walk and no parts',
    ),
  stoppedBy: z
    .enum(['iterations', 'deadline'])
    .describe('deadline: the 8 s were over, and the curve lies lower than it might'),
  curves: z.array(EstimateCurve).describe('one for each length of walk, rising'),
  warnings: z
    .array(z.string())
    .describe('sentences in the language of the request, such as a field that changes nothing'),
})
export type Estimate = z.infer<typeof Estimate>

/** Fewest walkers who knock on so many doors, drawn straight between the points; null beyond the last. */
export function needed(
  points: Pick<EstimateCurve['points'][number], 'walkers' | 'doors'>[],
  doors: number,
): number | null {
  let before = { walkers: 0, doors: 0 }
  for (const point of points) {
    if (point.doors >= doors) {
      const share = (doors - before.doors) / Math.max(1, point.doors - before.doors)
      return Math.ceil(before.walkers + share * (point.walkers - before.walkers))
    }
    before = point
  }
  return null
}

/** So many evenings of all volunteers make up these walks; null: of null. */
export function evenings(walkers: number | null, volunteers: number): number | null {
  return walkers === null ? null : Math.ceil(walkers / volunteers)
}
