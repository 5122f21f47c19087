/** A ranking as it is told: every area with its score, what that is made of, its rank, and how far the rank moves. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import {
  FieldWeight,
  FormulaRequest,
  KnockedFormula,
  MobiliseFormula,
  NewRanking,
  OwnNumbers,
  PersuadeFormula,
  SquareCollection,
  SquareFeature,
  WeightsFormula,
} from '@doorwalk/core/ranking/ranking-request'
import { MultiPolygon, Polygon } from '@doorwalk/core/request/area-request'
import { nameSchemas } from '../document/schema-names.ts'

const Count = z.number().int().min(0)
const NOT_ASKED = 'absent: all of it'

const Part = z.object({
  name: z.string().describe('of the part'),
  value: z.number().describe('in `unit`'),
  unit: z.string().describe('of the field'),
  weight: z.number().describe('1 in a product'),
  standardised: z.number().optional().describe('what is weighed, where it is not the value'),
  source: z
    .enum(['own', 'precincts', 'smoothed', 'surroundings'])
    .describe('as given, of the precincts below a square, drawn toward those around, or theirs'),
  given: z.number().optional().describe('the value before it was smoothed'),
})
const Area = z.object({
  code: z.string().describe('of the precinct or the square'),
  rank: z.number().int().min(1).describe('equal scores share a rank'),
  rankRange: z
    .tuple([z.number().int(), z.number().int()])
    .describe('best and worst rank when each weight moves by 20 %, alone and all together'),
  score: z.number().describe('of one door'),
  amount: z
    .number()
    .nullable()
    .describe('how many people, or doors, it stands for; null: that means nothing'),
  people: z.number().nullable().describe('people, or doors, that the score rests on'),
  parts: z.array(Part).describe('what the score is made of'),
  imputed: z.boolean().describe('its publisher made the numbers up'),
  noPlace: z.boolean().describe('a dot on the map, nowhere to go'),
  missing: z.array(z.string()).describe('fields that are empty here'),
  inRegion: z.number().optional().describe(`part of the precinct that the region has, 0–1; ${NOT_ASKED}`),
  geometry: z.union([Polygon, MultiPolygon]).optional().describe('of a square'),
})
const Unranked = z.object({
  code: z.string().describe('of the precinct or the square'),
  missing: z.array(z.string()).describe('fields that are empty here'),
  why: z.string().describe('it is not ranked'),
})
const Measure = z.object({
  mean: z.number().describe('of the ranked areas'),
  deviation: z.number().describe('standard deviation'),
  smallest: z.number().describe('value'),
  largest: z.number().describe('value'),
})
const FormulaPart = z.object({
  name: z.string().describe('of the part'),
  unit: z.string().describe('of its value'),
  weight: z.number().describe('1 in a product'),
  fields: z.array(z.string()).describe('it is made of'),
  measure: Measure.describe('how it is spread'),
})
const Formula = z.object({
  name: z.enum(['mobilise', 'persuade', 'cover', 'fresh', 'own']).describe('preset, or `own`'),
  kind: z.enum(['product', 'sum']).describe('how parts are put together'),
  text: z.string().describe('as a person would write it'),
  standardisation: z.enum(['z', 'range', 'none']).describe('what weights are put on'),
})
const AreaRanking = z.object({
  formula: Formula.describe('by which it was ranked'),
  parts: z.array(FormulaPart).describe('of the formula'),
  order: z.enum(['score', 'amount']).describe('as asked'),
  people: z.string().nullable().describe('field that counts the people, or doors'),
  smoothedBelow: Count.describe('shares of fewer people are smoothed'),
  weightShift: z.number().describe('each weight moves by this part of itself'),
  areas: z.array(Area).describe('best first'),
  unranked: z.array(Unranked).describe('each with the reason'),
  notes: z.array(z.string()).describe('sentences worth reading'),
})

const Counts = z.object({
  precincts: Count.describe('ranked ones'),
  squares: Count.describe('ranked ones'),
})

/** As it is listed. */
export const ListedRanking = z.object({
  id: z.string().describe('to be named in requests'),
  name: z.string().describe('as asked'),
  version: z.number().int().min(1).describe('of the rankings of this name in this region'),
  region: z.string().describe('name of the region'),
  regionVersion: z.string().describe('its version then'),
  formula: z.string().describe('as a person would write it'),
  at: Moment.nullable().describe('what was reported up to then counts; null: nothing that was reported does'),
  counts: Counts.describe('of ranked areas'),
  notes: z.array(z.string()).describe('sentences worth reading'),
  createdAt: Moment.describe('moment'),
})
export type ListedRanking = z.infer<typeof ListedRanking>

export const RankingAnswer = ListedRanking.extend({
  precincts: AreaRanking.nullable().describe('null: they have not all of the fields'),
  squares: AreaRanking.nullable().describe('null: none were given'),
})

nameSchemas({
  MobiliseFormula: [MobiliseFormula, 'those who stayed at home where the own side is strong'],
  PersuadeFormula: [PersuadeFormula, 'voters where little decides'],
  KnockedFormula: [KnockedFormula, 'doors by the ledger of the campaign; those of hold-outs do not count'],
  WeightsFormula: [WeightsFormula, 'a formula of your own'],
  FormulaRequest: [FormulaRequest, 'what a score is made of'],
  FieldWeight: [FieldWeight, 'a field and how much it counts'],
  OwnNumbers: [OwnNumbers, 'a row of a spreadsheet of your own'],
  SquareFeature: [SquareFeature, 'GeoJSON, a square of a grid'],
  SquareCollection: [SquareCollection, 'GeoJSON, a grid'],
  NewRanking: [NewRanking, 'what to rank, and by what'],
  AreaRanking: [AreaRanking, 'precincts, or squares, in the order in which to go there'],
  ListedRanking: [ListedRanking, 'a ranking as it is listed'],
  RankedArea: [Area, 'an area with its score'],
  RankingCounts: [Counts, 'how many areas were ranked'],
  RankingFormula: [Formula, 'by which areas were ranked'],
  RankingMeasure: [Measure, 'how a part is spread over the areas'],
  RankingPart: [FormulaPart, 'a part of a formula'],
  Ranking: [RankingAnswer, 'where to go first'],
  ScorePart: [Part, 'a part of a score'],
  UnrankedArea: [Unranked, 'an area that is not ranked'],
})
