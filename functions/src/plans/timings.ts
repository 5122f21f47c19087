/** What took the time of a plan: kept beside it, and told to who asks, since no two plans are made in the same time. */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'

const Milliseconds = z.number().int().min(0).describe('milliseconds')

export const Timings = z.object({
  total: Milliseconds.describe('milliseconds from the request to the stored plan'),
  waiting: Milliseconds.exactOptional().describe(
    'milliseconds before anybody began; absent for a plan that was made in pieces',
  ),
  steps: z
    .record(z.string(), Milliseconds)
    .describe(
      'milliseconds by step: `area`, `building`, `graph`, `grouping`, `matrix`, `solver`, `walk`; of a plan in pieces the sums over them, which are made side by side',
    ),
  other: Milliseconds.exactOptional().describe(
    'milliseconds of the rest: reading what is known of the area, handing over to a thread, storing; absent for a plan that was made in pieces',
  ),
})
export type Timings = z.infer<typeof Timings>
nameSchemas({ Timings: [Timings, 'what took the time of a plan, in milliseconds'] })

/** For routes that answer a plan. */
export const TIMINGS_QUERY = z.object({
  timings: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: the answer has `timings`, what took the time of the plan; default false'),
})

interface Course {
  /** RFC 3339. */
  createdAt: string
  /** Milliseconds since the epoch; undefined: it was made in pieces. */
  begunAt?: number
  now: number
  /** Milliseconds. */
  steps: Record<string, number>
}

/** In whole milliseconds; a clock that was set meanwhile makes none of them negative. */
export function timingsOf({ createdAt, begunAt, now, steps }: Course): Timings {
  const whole = (time: number): number => Math.max(0, Math.round(time))
  const from = Date.parse(createdAt)
  const rounded = Object.fromEntries(Object.entries(steps).map(([step, time]) => [step, whole(time)]))
  const times = { total: whole(now - from), steps: rounded }
  if (begunAt === undefined) return times
  const waiting = whole(begunAt - from)
  const work = Object.values(rounded).reduce((sum, time) => sum + time, 0)
  return { ...times, waiting, other: whole(times.total - waiting - work) }
}
