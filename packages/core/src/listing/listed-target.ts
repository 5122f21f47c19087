/** A target as a list tells of it: where it is, what is known of its doors, what it is worth, and where it stands. */
import { z } from 'zod'
import { DOOR_SOURCES } from '../building/building.ts'
import { TARGET_STATES } from '../ledger/state.ts'

export const ListedStoreys = z.strictObject({
  from: z.number().int().describe('0 is the ground floor'),
  to: z.number().int().describe('included'),
})

export const ListedTarget = z.object({
  target: z.string().describe('its id'),
  building: z.string().describe('id of the building'),
  address: z.string().describe('as it is written there; empty: none is known'),
  postcode: z.string().nullable().describe('null: not known'),
  city: z.string().nullable().describe('null: not known'),
  entrance: z.string().nullable().describe('its label, such as "B"; null: it has none'),
  storeys: ListedStoreys.nullable().describe('of an entrance that is cut by storeys; null: all of it'),
  doors: z.number().int().describe('to knock on'),
  doorsLow: z.number().int().describe('lower end of the estimate; `doors` where they are counted'),
  doorsHigh: z.number().int().describe('upper end'),
  doorsSource: z.enum(DOOR_SOURCES).describe('where the count comes from'),
  floors: z.number().int().describe('storeys to walk'),
  score: z.number().describe('priority 0–100 as a plan takes it: your own, that of the precinct, else 50'),
  key: z.boolean().describe('you named it as key building'),
  state: z
    .enum(TARGET_STATES)
    .nullable()
    .describe('by the ledger, at this moment; null below 11 doors, always'),
  precinct: z.string().nullable().describe('code; null: in none'),
  block: z.string().describe('H3 cell, resolution 10'),
  location: z.tuple([z.number(), z.number()]).describe('in front of the street door'),
})
export type ListedTarget = z.infer<typeof ListedTarget>
