/** What an OSRM server answers, as far as it is read. */
import { z } from 'zod'
import { refused } from './client.ts'

const Place = z.tuple([z.number(), z.number()])
export const Waypoint = z.object({ location: Place, distance: z.number(), name: z.string() })
const Refusal = z.object({ code: z.string(), message: z.string().optional() })
export const Table = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(z.number().nullable())),
  destinations: z.array(Waypoint.nullable()),
})
const OsrmStep = z.object({
  name: z.string(),
  distance: z.number(),
  duration: z.number(),
  maneuver: z.object({
    type: z.string(),
    modifier: z.string().optional(),
    location: Place,
    bearing_before: z.number(),
    bearing_after: z.number(),
  }),
})
export const Route = z.object({
  code: z.literal('Ok'),
  routes: z
    .array(
      z.object({
        distance: z.number(),
        duration: z.number(),
        geometry: z.object({ coordinates: z.array(Place) }),
        legs: z.array(z.object({ steps: z.array(OsrmStep) })).length(1),
      }),
    )
    .min(1),
})

export type TableAnswer = Pick<z.infer<typeof Table>, 'durations' | 'destinations'>

export function isRefusal(answer: unknown, code: string): boolean {
  const refusal = Refusal.safeParse(answer)
  return refusal.success && refusal.data.code === code
}

/** @throws VisibleError `osrm.refused` */
export function read<T>(schema: z.ZodType<T>, answer: unknown, url: string): T {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  const refusal = Refusal.safeParse(answer)
  const said = refusal.success && refusal.data.code !== 'Ok'
  throw refused(
    url,
    said ? `${refusal.data.code}: ${refusal.data.message ?? ''}` : z.prettifyError(parsed.error),
  )
}
