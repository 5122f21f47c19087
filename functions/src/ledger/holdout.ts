/** A hold-out as it is asked for, told and stored, and the assignment of its units. */
import { z } from '@hono/zod-openapi'
import { RANKING_NAME_LENGTH, RankingPriority, RankingRef } from '@doorwalk/core/request/priority'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'

const Strata = z.strictObject({
  field: z.string().min(1).max(64).describe('a numeric property of the precincts'),
  count: z.number().int().min(2).max(20).default(4).describe('number of groups'),
})

const PairsByField = z.strictObject({
  field: z.string().min(1).max(64).describe('the score: a numeric property of the precincts'),
})
const PairsByRanking = z.strictObject({
  ranking: RankingPriority.shape.ranking.describe(
    'the score of a stored ranking: its id (`rk_…`), or its name: then the newest version of that name',
  ),
})
const Pairs = z.union([PairsByField, PairsByRanking])

const PairsDrawn = z.strictObject({
  field: z
    .string()
    .min(1)
    .max(RANKING_NAME_LENGTH)
    .describe('the score: a numeric property of the precincts; with `ranking` the name of that'),
  ranking: RankingRef.optional().describe('whose scores they were when it was drawn'),
  without: z.number().int().describe('precincts without this number, not in the draw'),
})
export type PairsDrawn = z.infer<typeof PairsDrawn>

export const NewHoldout = z
  .strictObject({
    region: z.string().min(1).max(64).describe('name of a prepared region'),
    unit: z.enum(['block', 'precinct']).describe('what is drawn whole'),
    share: z.number().min(0.01).max(0.5).describe('of the units of each stratum'),
    strata: Strata.optional().describe(
      'a numeric property of the precincts; units are drawn within equal groups by its value',
    ),
    pairs: Pairs.optional().describe(
      'instead of strata, for precincts: one is held out of each pair of neighbours by this score; of a share below 0.5, one against several neighbours',
    ),
  })
  .refine(({ pairs, unit }) => !pairs || unit === 'precinct', {
    message: 'pairs are of precincts: results are told by precinct; expected "precinct"',
    path: ['unit'],
  })
  .refine(({ pairs, strata }) => !pairs || !strata, {
    message: 'pairs are drawn by their own score; leave strata out',
    path: ['strata'],
  })
export type NewHoldout = z.infer<typeof NewHoldout>

export const Holdout = z.object({
  id: z.string().describe('of the hold-out'),
  region: z.string().describe('name of the region'),
  regionVersion: z.string().describe('of the region, when it was drawn'),
  unit: z.enum(['block', 'precinct']).describe('what was drawn whole'),
  share: z.number().describe('of the units of each stratum'),
  strata: Strata.nullable().optional().describe('groups within which was drawn; null or absent: none'),
  pairs: PairsDrawn.nullable().optional().describe('pairs in which was drawn; null or absent: none'),
  seedHash: z.string().describe('SHA-256 of the seed, in hexadecimal; told before the seed'),
  units: z.number().int().describe('that could be drawn'),
  drawn: z.number().int().describe('units held out'),
  createdAt: Moment.describe('moment'),
  unsealedAt: Moment.nullable().describe('moment; null: it is sealed'),
  seed: z.string().nullable().describe('null while it is sealed'),
})
export type Holdout = z.infer<typeof Holdout>

/** As stored: the assignment does not leave before it is unsealed. */
export const StoredHoldout = Holdout.extend({ seed: z.string(), members: z.array(z.string()) })
export type StoredHoldout = z.infer<typeof StoredHoldout>

export const Assignment = z.object({
  unit: z.string().describe('H3 cell of the block, or code of the precinct'),
  stratum: z.number().int().describe('its group or pair, from 0'),
  heldOut: z.boolean().describe('it was drawn'),
  doors: z.number().int().describe('in it'),
})

nameSchemas({
  Assignment: [Assignment, 'a unit of a hold-out'],
  Holdout: [Holdout, 'units that are never handed out'],
  HoldoutPairsDrawn: [PairsDrawn, 'pairs in which was drawn'],
  HoldoutPairs: [PairsByField, 'pairs of neighbours by a number of the precincts'],
  HoldoutPairsByRanking: [PairsByRanking, 'pairs of neighbours by a ranking'],
  NewHoldout: [NewHoldout, 'units to draw and never to hand out'],
  Strata: [Strata, 'equal groups by a property of the precincts'],
})
