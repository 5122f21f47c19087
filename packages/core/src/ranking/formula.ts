/**
 * What a score is made of: parts in the unit of their fields, their weights, and how they are put together. The presets
 * of a campaign, and formulas of one's own.
 */
import type { VisibleError } from '../error.ts'
import { fieldError } from '../error.ts'
import { DAYS_SINCE, DOORS, FULL_DAYS, LEFT_SHARE } from './knocked.ts'
import { refuseField } from './refused-fields.ts'

export const STANDARDISATIONS = ['z', 'range', 'none'] as const
/** z: (value − mean) ÷ standard deviation; range: 100 × (value − smallest) ÷ (largest − smallest); none: the value. */
export type Standardisation = (typeof STANDARDISATIONS)[number]

export interface FormulaPart {
  name: string
  unit: string
  /** 1 in a product. */
  weight: number
  fields: readonly string[]
  /** Of the fields, in their order. */
  value: (fields: readonly number[]) => number
  /** What is weighed where it is not the value. */
  scaled?: (value: number) => number
}

/** A field that is made of two: `men_pauv/men`. */
interface Ratio {
  name: string
  above: string
  below: string
}

export interface Formula {
  name: 'mobilise' | 'persuade' | 'cover' | 'fresh' | 'own'
  /** product: 100 × Π (part ÷ 100) to the power of its weight; sum: Σ weight × standardised part. */
  kind: 'product' | 'sum'
  standardisation: Standardisation
  /** As a person would write it. */
  text: string
  parts: readonly FormulaPart[]
  /** Fields that are shares of the people, 0–100: those of one list are all in per cent, or all fractions of 1. */
  shares: readonly (readonly string[])[]
  ratios: readonly Ratio[]
  /** The score is a share of the people, so that score ÷ 100 × people is a number of them. */
  counts: boolean
}

const PERCENT = '%'
/** More make the number of shifted weightings (2^n) larger than a person can weigh against each other. */
const MOST_PARTS = 8

/** Those who stayed at home where the own side is strong: abstention × own share of past votes. */
export function mobilise({ abstention, own }: { abstention: string; own?: string | undefined }): Formula {
  refuseField(abstention, '/abstention')
  if (own !== undefined) refuseField(own, '/own')
  const parts = [asIs('abstention', abstention), ...(own === undefined ? [] : [asIs('own share', own)])]
  return {
    ...{ name: 'mobilise', kind: 'product', standardisation: 'none', counts: true },
    text: own === undefined ? abstention : `${abstention} × ${own} ÷ 100`,
    parts,
    shares: [[abstention], ...(own === undefined ? [] : [[own]])],
    ratios: [],
  }
}

/**
 * Voters where little decides: (100 − lead) × turnout. The lead is that of the strongest list over the second, or with
 * an own list the distance between it and the strongest other.
 *
 * @throws VisibleError `ranking.lists` for fewer than two lists
 */
export function persuade(input: {
  abstention: string
  lists: readonly string[]
  own?: string | undefined
}): Formula {
  const { abstention, own, lists } = input
  for (const [at, list] of lists.entries()) refuseField(list, `/lists/${at}`)
  refuseField(abstention, '/abstention')
  if (own !== undefined) refuseField(own, '/own')
  const others = lists.filter((list) => list !== own)
  if (others.length + (own === undefined ? 0 : 1) < 2)
    throw fieldError(
      'ranking.lists',
      '/lists',
      `got ${lists.join(', ') || 'none'}, expected the fields of at least two lists, such as pct_a and pct_b`,
    )
  const closeness: FormulaPart = {
    ...{ name: 'closeness', unit: PERCENT, weight: 1 },
    fields: own === undefined ? others : [own, ...others],
    value(shares) {
      const [first = 0, ...rest] = own === undefined ? shares.toSorted((a, b) => b - a) : shares
      const second = Math.max(...rest)
      return 100 - Math.abs(first - second)
    },
  }
  const turnout: FormulaPart = {
    ...{ name: 'turnout', unit: PERCENT, weight: 1, fields: [abstention] },
    value: ([share]) => 100 - share!,
  }
  const lead = own === undefined ? 'first list − second list' : `|${own} − strongest other list|`
  return {
    ...{ name: 'persuade', kind: 'product', standardisation: 'none', counts: true },
    text: `(100 − (${lead})) × (100 − ${abstention}) ÷ 100`,
    parts: [closeness, turnout],
    shares: [[abstention], closeness.fields],
    ratios: [],
  }
}

/** Doors that nobody has knocked at, as a share of all. */
export function cover(): Formula {
  return {
    ...{ name: 'cover', kind: 'product', standardisation: 'none', counts: true, shares: [], ratios: [] },
    text: '100 × doors nobody has knocked at ÷ doors',
    parts: [asIs('doors left', LEFT_SHARE)],
  }
}

/** Half doors that nobody has knocked at, half the time since anybody came. */
export function fresh(): Formula {
  return {
    ...{ name: 'fresh', kind: 'sum', standardisation: 'none', counts: false, shares: [], ratios: [] },
    text: `0.5 × (100 × doors nobody has knocked at ÷ doors) + 0.5 × (100 × min(days since the last visit, ${FULL_DAYS}) ÷ ${FULL_DAYS})`,
    parts: [
      { ...asIs('doors left', LEFT_SHARE), weight: 0.5 },
      {
        ...asIs('days since the last visit', DAYS_SINCE, `days, at most ${FULL_DAYS}`),
        weight: 0.5,
        scaled: (days) => (100 * days) / FULL_DAYS,
      },
    ],
  }
}

/** A field, or `a/b`, and what it counts. */
export interface OwnWeight {
  field: string
  weight: number
}

/**
 * Weights over named fields.
 *
 * @param fields  those that the areas have
 * @throws VisibleError ranking.refused_field, ranking.weights, ranking.unknown_field
 */
export function ownFormula(
  weights: readonly OwnWeight[],
  { standardisation, fields }: { standardisation: Standardisation; fields: readonly string[] },
): Formula {
  if (weights.length === 0 || weights.length > MOST_PARTS)
    throw weightsError('', `got ${weights.length}, expected 1 to ${MOST_PARTS} weights`)
  const ratios = weights.flatMap(({ field }, at) => ratioOf(field, { fields, pointer: `/weights/${at}` }))
  for (const [at, { field, weight }] of weights.entries()) {
    if (!Number.isFinite(weight) || weight === 0)
      throw weightsError(
        `/${at}`,
        `got ${weight} for "${field}", expected a number that is not 0, such as 1 or -0.5`,
      )
    if (weights.findIndex((each) => each.field === field) < at)
      throw weightsError(`/${at}`, `"${field}" comes twice; give it one weight`)
  }
  const sign = standardisation === 'none' ? '' : standardisation
  return {
    ...{ name: 'own', kind: 'sum', standardisation, counts: false, ratios },
    text: weights
      .map(({ field, weight }) => `${weight} × ${sign === '' ? field : `${sign}(${field})`}`)
      .join(' + '),
    parts: weights.map(({ field, weight }) => ({ ...asIs(field, field, unitOf(field, ratios)), weight })),
    shares: weights
      .filter(({ field }) => isShareByName(field) || ratios.some(({ name }) => name === field))
      .map(({ field }) => [field]),
  }
}

function unitOf(field: string, ratios: readonly Ratio[]): string {
  const ratio = ratios.find(({ name }) => name === field)
  if (ratio) return `${ratio.above} per ${ratio.below}`
  return isShareByName(field) ? PERCENT : 'as given'
}

/** None for a field that the areas have. */
function ratioOf(name: string, known: { fields: readonly string[]; pointer: string }): Ratio[] {
  const words = known.fields.includes(name) ? [name] : name.split('/')
  for (const word of words) refuseField(word, known.pointer)
  for (const word of words) checkKnown(word, known)
  const [above, below] = words
  if (words.length > 2)
    throw fieldError('ranking.weights', known.pointer, `got "${name}", expected FIELD or FIELD/FIELD`)
  return below === undefined ? [] : [{ name, above: above!, below }]
}

/** @throws VisibleError ranking.unknown_field */
export function checkKnown(
  field: string,
  { fields, pointer }: { fields: readonly string[]; pointer: string },
): void {
  if (fields.includes(field)) return
  throw fieldError(
    'ranking.unknown_field',
    pointer,
    `got "${field}", expected a field with numbers: ${fields.join(', ') || 'there is none'}`,
  )
}

const SHARE_WORDS = new Set('pct percent pourcentage taux tx part share rate perc'.split(' '))

/** Whether a field is a share by what publishers call such: `pct_a`, `tx_pauv_pct`, `taux_abstention`. */
function isShareByName(field: string): boolean {
  return field
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => SHARE_WORDS.has(word))
}

function asIs(name: string, field: string, unit = PERCENT): FormulaPart {
  return { name, unit, weight: 1, fields: [field], value: ([value]) => value! }
}

function weightsError(pointer: string, detail: string): VisibleError {
  return fieldError('ranking.weights', `/weights${pointer}`, detail)
}

/** What the doors of a formula are counted in, where it is not people. */
export function countedField({ name }: Formula): string | undefined {
  return name === 'cover' || name === 'fresh' ? DOORS : undefined
}
