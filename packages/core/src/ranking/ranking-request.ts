/** A ranking as a campaign asks for it: a formula over numbers of the region, of its own, and of squares. */
import { z } from 'zod'
import { CoordinateSystem, DrawnMultiPolygon, DrawnPolygon } from '../request/drawn-area.ts'
import { listOf } from '../request/list.ts'
import { GivenMoment } from '../request/moment.ts'
import { RANKING_NAME_LENGTH } from '../request/priority.ts'

const Field = z.string().min(1).max(64)
/** Names of two fields and what stands between them. */
const MOST_RATIO_LETTERS = 129
const MOST_LISTS = 50
/** As many as a formula has parts. */
const MOST_WEIGHTS = 8
/** A square and what is told of it take a kilobyte of an answer, of which AWS takes 6 MB. */
const MOST_SQUARES = 4_000
const MOST_ROWS = 20_000
/** Of a row, or of a square. */
const MOST_COLUMNS = 200

export const MobiliseFormula = z.strictObject({
  preset: z.literal('mobilise').describe('abstention × own share of past votes'),
  own: Field.describe('share of past votes of your own side, such as `pct_a`'),
  abstention: Field.optional().describe('default: `taux_abstention` and the like'),
})
export const PersuadeFormula = z.strictObject({
  preset: z.literal('persuade').describe('closeness of the race × turnout'),
  own: Field.optional().describe(
    'share of your own side: the lead is then its distance to the strongest other',
  ),
  abstention: Field.optional().describe('default: `taux_abstention` and the like'),
  lists: listOf(Field).min(2).max(MOST_LISTS).optional().describe('shares of lists; default: every `pct_…`'),
})
export const KnockedFormula = z.strictObject({
  preset: z
    .enum(['cover', 'fresh'])
    .describe('doors nobody has knocked at; `fresh`: half that, half the days since the last visit'),
  at: GivenMoment.optional().describe('what was reported up to then; default: now'),
})
export const FieldWeight = z.strictObject({
  field: z.string().min(1).max(MOST_RATIO_LETTERS).describe('a number of the areas, or `FIELD/FIELD`'),
  weight: z.number().min(-1e6).max(1e6).describe('not 0; below 0: less is better'),
})
export const WeightsFormula = z.strictObject({
  weights: listOf(FieldWeight).min(1).max(MOST_WEIGHTS).describe('summed'),
  standardise: z
    .enum(['z', 'range', 'none'])
    .default('z')
    .describe(
      'what weights are put on: (value − mean) ÷ deviation, 0–100 from smallest to largest, or the value',
    ),
})
export const FormulaRequest = z.union([MobiliseFormula, PersuadeFormula, KnockedFormula, WeightsFormula])
export type FormulaRequest = z.infer<typeof FormulaRequest>

export const OwnNumbers = z.strictObject({
  precinct: z.string().min(1).max(64).describe('its code'),
  values: z
    .record(Field, z.number().nullable())
    .refine((values) => Object.keys(values).length <= MOST_COLUMNS, `expected at most ${MOST_COLUMNS} fields`)
    .describe('numbers by field; null: not known'),
})
export const SquareFeature = z.strictObject({
  type: z.literal('Feature').describe('of GeoJSON'),
  id: z
    .union([z.string().max(64), z.number()])
    .optional()
    .describe('not read'),
  bbox: listOf(z.number()).max(6).nullish().describe('not read'),
  properties: z
    .record(z.string().max(64), z.union([z.number(), z.string().max(200), z.boolean(), z.null()]))
    .refine((all) => Object.keys(all).length <= MOST_COLUMNS, `expected at most ${MOST_COLUMNS} properties`)
    .describe('numbers are fields of the formula; one of `idcar_200m`, `code`, `id` names it'),
  geometry: z.union([DrawnPolygon, DrawnMultiPolygon]).describe('its outline'),
})
export const SquareCollection = z.strictObject({
  type: z.literal('FeatureCollection').describe('of GeoJSON'),
  name: z.string().max(200).optional().describe('not read'),
  bbox: listOf(z.number()).max(6).nullish().describe('not read'),
  crs: CoordinateSystem.nullish().describe('WGS 84, or refused'),
  features: listOf(SquareFeature).min(1).max(MOST_SQUARES).describe('the squares'),
})

export const NewRanking = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(RANKING_NAME_LENGTH)
      .refine(
        (name) => !name.startsWith('rk_'),
        'expected a name that does not begin as an id does, with "rk_"',
      )
      .describe('for your lists and for plans; the same name in the same region again is its next version'),
    region: z.string().min(1).max(64).describe('name of a prepared region'),
    version: z.string().min(1).max(64).optional().describe('of the region; default: the current one'),
    formula: FormulaRequest.describe('a preset, or weights of your own'),
    numbers: listOf(OwnNumbers)
      .min(1)
      .max(MOST_ROWS)
      .optional()
      .describe('numbers of your own, by precinct: counts of places, never of persons'),
    squares: SquareCollection.optional().describe('a grid whose squares are ranked as well'),
    people: Field.optional().describe('how many people a score rests on; default: `inscrits` and the like'),
    squarePeople: Field.optional().describe('the same of the squares; default: `ind`, `men`'),
    order: z
      .enum(['score', 'amount'])
      .optional()
      .describe(
        'by the score of a door, or by how many it stands for; default: `score`, of `cover` `amount`',
      ),
    smoothBelow: z
      .number()
      .int()
      .min(0)
      .max(1_000_000)
      .optional()
      .describe('shares of fewer people are drawn toward their surroundings; 0: never; default: 100'),
  })
  .superRefine(({ formula, numbers, squares, people, squarePeople, smoothBelow }, context) => {
    const refuse = (name: string, input: unknown, why: string): void => {
      if (input !== undefined) context.addIssue({ code: 'custom', path: [name], message: why, input })
    }
    if (!squares) refuse('squarePeople', squarePeople, 'changes nothing without squares; leave it out')
    if (!isKnocked(formula)) return
    const why = `changes nothing of "${formula.preset}", which counts doors; leave it out`
    refuse('numbers', numbers, why)
    refuse('people', people, why)
    refuse('squarePeople', squarePeople, why)
    refuse('smoothBelow', smoothBelow, why)
  })
export type NewRanking = z.infer<typeof NewRanking>
/** Whether the ledger is asked. */
export function isKnocked(formula: FormulaRequest): formula is z.infer<typeof KnockedFormula> {
  return 'preset' in formula && (formula.preset === 'cover' || formula.preset === 'fresh')
}
