/** What a door counts more or less by: a number of its precinct, or a ranking of areas. */
import { z } from 'zod'
import { listOf } from './list.ts'

export const FieldPriority = z.strictObject({
  field: z.string().min(1).max(64).describe('one of `priorityFields` of the region'),
})

/** Longest name of a ranking. */
export const RANKING_NAME_LENGTH = 64

export const RankingPriority = z.strictObject({
  ranking: z
    .string()
    .min(1)
    .max(RANKING_NAME_LENGTH)
    .describe('id of a stored ranking (`rk_…`), or its name: then the newest version of that name'),
})

/** What a caller may ask for. */
export const PriorityRequest = z.union([FieldPriority, RankingPriority])

/** Which ranking it was; of a file nothing but its name is known. */
export const RankingRef = z.object({
  id: z.string().optional().describe('of the stored ranking; absent: it came from a file'),
  name: z.string().describe('of the ranking'),
  version: z.number().int().min(1).optional().describe('of the rankings of this name'),
})
export type RankingRef = z.infer<typeof RankingRef>

const Weight = z.number().min(0)

const PrecinctWeight = z.strictObject({
  code: z.string(),
  /** As the ranking tells it, for the reader. */
  score: z.number(),
  /** Of a door in no square of the ranking. */
  weight: Weight,
  /** A door in a square of this precinct counts so much for each 1 of weight that the square has. */
  ofSquares: Weight.optional(),
  /** It reaches out of the region. */
  isPartial: z.literal(true).optional(),
})

const SquareWeight = z.strictObject({
  weight: Weight,
  geometry: z.custom<GeoJSON.Polygon | GeoJSON.MultiPolygon>(
    (value) => typeof value === 'object' && value !== null && 'coordinates' in value,
  ),
})

/**
 * A ranking as a plan goes on with it: what a door counts, 0 to 100, in each area. Made by `rankedPriority` of the room
 * ranking and never sent by anybody.
 */
export const RankedPriority = z.strictObject({
  of: RankingRef,
  /** Empty: squares alone were ranked. */
  precincts: listOf(PrecinctWeight),
  squares: listOf(SquareWeight),
  /** Of a door in no ranked area. */
  lowest: Weight,
})
export type RankedPriority = z.infer<typeof RankedPriority>

/** As a plan keeps it: a stored ranking that was named has become what it says. */
export const PriorityKept = z.union([FieldPriority, RankingPriority, RankedPriority])
export type PriorityKept = z.infer<typeof PriorityKept>
