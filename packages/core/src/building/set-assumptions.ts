/** What a campaign says of the walking model by itself: it comes before the defaults and before what was learnt. */
import { z } from 'zod'
import type { Assumptions } from './door-time.ts'
import { ASSUMPTION_BOUNDS } from './usual.ts'

const within = (name: keyof typeof ASSUMPTION_BOUNDS) =>
  z.number().min(ASSUMPTION_BOUNDS[name].from).max(ASSUMPTION_BOUNDS[name].to).optional()

export const SetEntrySeconds = z.strictObject({
  flats: within('entrySeconds').describe('of a block of flats'),
  house: within('entrySeconds').describe('of a house'),
})

/** What is absent is learnt, or usual. */
export const SetAssumptions = z.strictObject({
  learn: z
    .boolean()
    .default(true)
    .describe(
      'plans learn from visits what is not set here; a plan request may say otherwise by `calibrate`',
    ),
  openedShare: within('openedShare').describe('of the doors'),
  talkSeconds: within('talkSeconds').describe('at a door that opens'),
  knockSeconds: within('knockSeconds').describe('knock and wait, per door'),
  floorSeconds: within('floorSeconds').describe('per floor'),
  entrySeconds: SetEntrySeconds.optional().describe('at the street door'),
  slackShare: within('slackShare').describe('part of the minutes kept free'),
})
export type SetAssumptions = z.infer<typeof SetAssumptions>

/** `assumptions` with what is set, named in `set`; the same object where nothing is. */
export function withSet(assumptions: Assumptions, wish: SetAssumptions): Assumptions {
  const { learn: _learn, entrySeconds = {}, ...plain } = wish
  const given = Object.entries(plain).filter(([, value]) => value !== undefined)
  const entry = Object.entries(entrySeconds).filter(([, value]) => value !== undefined)
  const set = [...given.map(([name]) => name), ...entry.map(([kind]) => `entrySeconds.${kind}`)].sort()
  if (set.length === 0) return assumptions
  return {
    ...assumptions,
    ...(Object.fromEntries(given) as Partial<Assumptions>),
    entrySeconds: { ...assumptions.entrySeconds, ...Object.fromEntries(entry) },
    set,
  }
}
