/**
 * Where to go first: areas by a formula over public numbers and visits. Every score comes with its parts, its rank, how
 * far the rank moves with the weights, the people behind it, and what was missing. Counts, never persons.
 */
import { fieldError, VisibleError } from '../error.ts'
import { numberOf, readFields, type FieldValue } from './fields.ts'
import type { Formula, FormulaPart } from './formula.ts'
import {
  PART_SOURCES,
  type RankableArea,
  type RankedArea,
  type ScorePart,
  type UnrankedArea,
} from './ranked-area.ts'
import { ranksOf, SCORE_STEPS, weightShifts, WEIGHT_SHIFT } from './ranks.ts'
import { measured, type Measure, scoreOf, standardisedBy } from './score.ts'

/** Areas of fewer people are smoothed: in 100 homes' worth of people a share moves by several points by chance. */
export const SMOOTH_BELOW = 100

/** By the score of a door, or by how many people it stands for. */
export type RankingOrder = 'score' | 'amount'

export interface RankingInput {
  areas: readonly RankableArea[]
  formula: Formula
  /** Field that counts the people, or the doors, behind a score. */
  people?: string | undefined
  order?: RankingOrder | undefined
  smoothBelow?: number | undefined
}

interface RankingPart extends Pick<FormulaPart, 'name' | 'unit' | 'weight'> {
  fields: readonly string[]
  /** Of the ranked areas, for checking by hand. */
  measure: Measure
}

export interface Ranking {
  formula: Pick<Formula, 'name' | 'kind' | 'text' | 'standardisation'>
  parts: RankingPart[]
  order: RankingOrder
  people: string | null
  smoothedBelow: number
  /** Each weight moves by this part of itself for the rank ranges. */
  weightShift: number
  /** Best first, ties by code. */
  areas: RankedArea[]
  unranked: UnrankedArea[]
  notes: string[]
}

/** An area and what is known of it. */
interface Known {
  area: RankableArea
  people: number | null
  fields: ReadonlyMap<string, FieldValue>
  values: number[]
  missing: string[]
}

/**
 * An area is ranked when more than half of the weight rests on numbers of its own; the rest is of its surroundings.
 *
 * Time O(2^p · n log n) for n areas and p parts, at most 8.
 *
 * @throws VisibleError ranking.nothing, ranking.not_a_share, ranking.order
 */
export function rankAreas(input: RankingInput): Ranking {
  const { formula, people, order = 'score', smoothBelow = SMOOTH_BELOW } = input
  if (order === 'amount' && (!formula.counts || people === undefined))
    throw fieldError(
      'ranking.order',
      '/order',
      formula.counts
        ? 'got "amount", but no field counts the people; name one'
        : `got "amount", but the score of ${formula.name} is no share of people; expected "score"`,
    )
  const areas = input.areas.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  const fields = readFields({ areas, formula, people, smoothBelow })
  const known: Known[] = []
  const unranked: UnrankedArea[] = []
  areas.forEach((area, at) => {
    const one = knownOf(area, { formula, people, field: (name) => fields.of(at, name) })
    const why = whyUnranked(one, { formula, order })
    if (why === undefined) known.push(one)
    else unranked.push({ code: area.code, missing: one.missing, why })
  })
  if (known.length === 0) throw nothing(unranked, formula)
  const measures = formula.parts.map((_, part) => measured(known.map(({ values }) => values[part]!)))
  const still = formula.parts
    .filter(
      (_, part) =>
        order === 'score' && known.length > 1 && measures[part]!.smallest === measures[part]!.largest,
    )
    .map(({ name }) => `"${name}" is the same in every area, so it changes no rank`)
  return {
    formula: {
      name: formula.name,
      kind: formula.kind,
      text: formula.text,
      standardisation: formula.standardisation,
    },
    parts: formula.parts.map((part, at) => ({
      ...{ name: part.name, unit: unitOf(part, fields.fractions, formula), weight: part.weight },
      fields: part.fields,
      measure: measures[at]!,
    })),
    order,
    people: people ?? null,
    smoothedBelow: smoothBelow,
    weightShift: WEIGHT_SHIFT,
    areas: ranked(known, { formula, measures, order, fractions: fields.fractions }),
    unranked,
    notes: [...fields.notes, ...still],
  }
}

interface Looked {
  formula: Formula
  people: string | undefined
  field: (name: string) => FieldValue | undefined
}

function knownOf(area: RankableArea, { formula, people, field }: Looked): Known {
  const fields = new Map<string, FieldValue>()
  for (const name of new Set(formula.parts.flatMap((part) => part.fields))) {
    const value = field(name)
    if (value) fields.set(name, value)
  }
  const values = formula.parts.map((part) => {
    const given = part.fields.map((name) => fields.get(name)?.value ?? Number.NaN)
    return given.some(Number.isNaN) ? Number.NaN : part.value(given)
  })
  const count = people === undefined ? undefined : numberOf(area, people)
  const asked = [
    ...new Set([...(people === undefined ? [] : [people]), ...formula.parts.flatMap((part) => part.fields)]),
  ]
  const missing = asked.filter((name) =>
    name === people ? count === undefined : (fields.get(name)?.source ?? 'surroundings') === 'surroundings',
  )
  return { area, people: count ?? null, fields, values, missing }
}

/** Undefined: it is ranked. */
function whyUnranked(
  { people, missing, values }: Known,
  { formula, order }: { formula: Formula; order: RankingOrder },
): string | undefined {
  if (people === 0) return 'nobody is counted here'
  const whole = formula.parts.reduce((sum, part) => sum + Math.abs(part.weight), 0)
  const own = formula.parts
    .filter((part) => !part.fields.some((field) => missing.includes(field)))
    .reduce((sum, part) => sum + Math.abs(part.weight), 0)
  if (own <= whole / 2) return `half of the weight or more rests on what is missing: ${missing.join(', ')}`
  if (values.some(Number.isNaN)) return `missing here and in the surroundings: ${missing.join(', ')}`
  return order === 'amount' && people === null ? 'how many people live here is missing' : undefined
}

function ranked(
  known: readonly Known[],
  of: { formula: Formula; measures: readonly Measure[]; order: RankingOrder; fractions: ReadonlySet<string> },
): RankedArea[] {
  const { formula, measures, order } = of
  const weighed = known.map(({ values }) =>
    values.map((value, part) =>
      standardisedBy(value, { part: formula.parts[part]!, measure: measures[part]!, formula }),
    ),
  )
  const worth = (score: number, at: number) => (order === 'amount' ? score * known[at]!.people! : score)
  const scores = weighed.map((parts) => scoreOf(parts, { formula }))
  const ranks = ranksOf(scores.map(worth))
  const best = [...ranks]
  const worst = [...ranks]
  for (const shift of weightShifts(formula.parts.length)) {
    const moved = ranksOf(weighed.map((parts, at) => worth(scoreOf(parts, { formula, shift }), at)))
    moved.forEach((rank, at) => {
      best[at] = Math.min(best[at]!, rank)
      worst[at] = Math.max(worst[at]!, rank)
    })
  }
  return known
    .map((one, at): RankedArea => {
      const { area, people, missing } = one
      const score = rounded(scores[at]!)
      return {
        ...{ code: area.code, rank: ranks[at]!, rankRange: [best[at]!, worst[at]!], score },
        amount: formula.counts && people !== null ? rounded((scores[at]! * people) / 100) : null,
        people,
        parts: formula.parts.map((part, index) =>
          partOf(part, {
            one,
            index,
            weighed: weighed[at]![index]!,
            unit: unitOf(part, of.fractions, formula),
          }),
        ),
        imputed: area.imputed,
        noPlace: area.noPlace,
        missing,
        ...(area.inRegion === undefined ? {} : { inRegion: area.inRegion }),
        ...(area.geometry && { geometry: area.geometry }),
      }
    })
    .sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1))
}

/** Without the digits that are rounding. */
function rounded(value: number): number {
  return Math.round(value * SCORE_STEPS) / SCORE_STEPS
}

function partOf(
  part: FormulaPart,
  { one, index, weighed, unit }: { one: Known; index: number; weighed: number; unit: string },
): ScorePart {
  const value = one.values[index]!
  const given = part.fields.map((name) => one.fields.get(name)!)
  const sources = given.map(({ source }) => source)
  const source = PART_SOURCES.findLast((each) => sources.includes(each)) ?? 'own'
  return {
    ...{ name: part.name, value, unit, weight: part.weight, source },
    ...(weighed === value ? {} : { standardised: weighed }),
    ...(source === 'smoothed' ? { given: part.value(given.map((each) => each.given ?? each.value)) } : {}),
  }
}

/** A field of one's own that is called a share and holds fractions is in neither per cent nor points. */
function unitOf({ unit, fields }: FormulaPart, fractions: ReadonlySet<string>, { name }: Formula): string {
  return name === 'own' && unit === '%' && fields.some((field) => fractions.has(field))
    ? 'fraction of 1'
    : unit
}

function nothing(unranked: readonly UnrankedArea[], { parts }: Formula): VisibleError {
  const fields = [...new Set(parts.flatMap((part) => part.fields))].join(', ')
  const first = unranked[0]
  return new VisibleError(
    'input',
    'ranking.nothing',
    `none of ${unranked.length} areas can be ranked by ${fields}${first ? `; the first, "${first.code}": ${first.why}` : ''}`,
  )
}
