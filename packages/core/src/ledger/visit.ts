/** What happened at a target: counts of doors, never a name, never a word about anyone. */
import { z } from 'zod'
import { AnyMoment } from '../request/moment.ts'

/**
 * Targets with fewer doors keep a state and no counts, and sums over fewer doors are not shown: what is known of so few
 * households is known of each. The same bound as INSEE's for its 200 m cells.
 */
export const SMALLEST_SHOWN_DOORS = 11

const DoorCount = z.number().int().min(0).max(2_000)

export const Visit = z
  .strictObject({
    id: z.string().min(8).max(64).describe('made by the client; sending it twice changes nothing'),
    target: z.string().min(1).max(120).describe('its id'),
    at: AnyMoment.describe('when the target was left: local time with offset, its hour tells the daypart'),
    walk: z
      .string()
      .max(64)
      .optional()
      .describe('id of the walk it was on; else `region` of the report says where'),
    knocked: DoorCount.default(0).describe('doors'),
    opened: DoorCount.default(0).describe('of these, and somebody talked'),
    refused: DoorCount.default(0).describe('of these, for good'),
    revisit: DoorCount.default(0).describe('opened, and asked to come back'),
    optedOut: DoorCount.default(0).describe('never to be knocked again'),
    floors: z.number().int().min(0).max(60).optional().describe('storeys done'),
    noAccess: z.boolean().default(false).describe('the street door stayed shut'),
    scope: z.enum(['doors', 'target']).default('doors').describe('target: the opt-out closes all of it'),
  })
  .refine((visit) => visit.opened + visit.refused + visit.optedOut <= visit.knocked, {
    message: 'opened + refused + optedOut must not exceed knocked',
    path: ['knocked'],
  })
  .refine((visit) => visit.revisit <= visit.opened, {
    message: 'revisit must not exceed opened',
    path: ['revisit'],
  })
  .refine((visit) => visit.noAccess || visit.knocked > 0, {
    message: 'nothing is reported: say how many doors were knocked on, or noAccess',
    path: ['knocked'],
  })
  .refine((visit) => !visit.noAccess || visit.knocked === 0, {
    message: 'no door can be knocked on without access',
    path: ['noAccess'],
  })
export type Visit = z.infer<typeof Visit>

/** Visits in a file or a body. */
export const VisitBatch = z.strictObject({ visits: z.array(Visit).min(1).max(500) })
export type VisitBatch = z.infer<typeof VisitBatch>
