/** The numbers of an area that a formula asks for: as given, smoothed where few people live, or of its surroundings. */
import { fieldError } from '../error.ts'
import type { Formula } from './formula.ts'
import type { PartSource, RankableArea } from './ranked-area.ts'
import { meanShare, smoothedShare, surroundings, type ShareOf } from './smoothing.ts'

/** One number of one area. */
export interface FieldValue {
  value: number
  source: PartSource
  /** Before smoothing. */
  given?: number
}

export interface FieldsInput {
  /** Sorted by code. */
  areas: readonly RankableArea[]
  formula: Formula
  /** Counts the people; undefined: nothing is smoothed. */
  people: string | undefined
  /** Areas of fewer people are smoothed. */
  smoothBelow: number
}

export interface Fields {
  /** By area, then by field; undefined: neither the area nor those around it have the number. */
  of: (at: number, field: string) => FieldValue | undefined
  /** Fields that are fractions of 1 in the source. */
  fractions: ReadonlySet<string>
  notes: string[]
}

/** 100 for per cent, 1 for fractions; undefined for what is no share. */
type Scale = 1 | 100 | undefined

/** @throws VisibleError ranking.not_a_share when a preset's field has a value outside 0–100 */
export function readFields({ areas: plain, formula, people, smoothBelow }: FieldsInput): Fields {
  const areas = withRatios(plain, formula)
  const scales = new Map<string, Scale>()
  for (const group of formula.shares)
    for (const field of group) scales.set(field, scaleOf(areas, { group, formula }))
  const around = surroundings(areas.map(({ middle }) => middle))
  const counted = (field: string) => formula.ratios.find(({ name }) => name === field)?.below ?? people
  const isPreset = formula.name !== 'own'
  const of = (at: number, field: string): FieldValue | undefined => {
    const scale = scales.get(field)
    const own = numberOf(areas[at]!, field)
    // It rests on the people of the precincts, not on those of the square.
    if (own !== undefined && areas[at]!.borrowed?.includes(field)) return { value: own, source: 'precincts' }
    const count = counted(field)
    const few = count === undefined ? undefined : numberOf(areas[at]!, count)
    if (own !== undefined && (scale === undefined || few === undefined || few >= smoothBelow))
      return { value: own, source: 'own' }
    const unit = scale ?? 1
    const others = around(at).flatMap((other): ShareOf[] => {
      const value = numberOf(areas[other]!, field)
      const number = count === undefined || scale === undefined ? 1 : numberOf(areas[other]!, count)
      return value === undefined || number === undefined ? [] : [{ share: value / unit, people: number }]
    })
    if (own === undefined) {
      const mean = meanShare(others)
      return mean === undefined ? undefined : { value: mean * unit, source: 'surroundings' }
    }
    return {
      value: smoothedShare({ share: own / unit, people: few! }, others) * unit,
      source: 'smoothed',
      given: own,
    }
  }
  const fractions = new Set([...scales].filter(([, scale]) => scale === 1).map(([field]) => field))
  if (!isPreset) return { of, fractions, notes: [] }
  return {
    of: (at, field) => inPercent(of(at, field), fractions.has(field)),
    fractions,
    notes: [...fractions].map((field) => `"${field}" is a fraction of 1 and read as per cent`),
  }
}

function inPercent(value: FieldValue | undefined, isFraction: boolean): FieldValue | undefined {
  if (!value || !isFraction) return value
  return {
    ...value,
    value: 100 * value.value,
    ...(value.given === undefined ? {} : { given: 100 * value.given }),
  }
}

function withRatios(areas: readonly RankableArea[], { ratios }: Formula): readonly RankableArea[] {
  if (ratios.length === 0) return areas
  return areas.map((area) => {
    const made = ratios.map(({ name, above, below }) => {
      const [a, b] = [numberOf(area, above), numberOf(area, below)]
      return [name, a === undefined || b === undefined || b === 0 ? null : a / b] as const
    })
    return { ...area, fields: { ...area.fields, ...Object.fromEntries(made) } }
  })
}

function scaleOf(
  areas: readonly RankableArea[],
  { group, formula }: { group: readonly string[]; formula: Formula },
): Scale {
  let largest = 0
  for (const field of group)
    for (const area of areas) {
      const value = numberOf(area, field)
      if (value === undefined) continue
      if (value < 0 || value > 100) {
        if (formula.name === 'own') return undefined
        throw fieldError(
          'ranking.not_a_share',
          `/${field}`,
          `got ${value} in "${area.code}", expected per cent, 0 to 100, or a fraction of 1; take a field that holds shares`,
        )
      }
      largest = Math.max(largest, value)
    }
  const isRatio = formula.ratios.some(({ name }) => group.includes(name))
  if (largest <= 1) return 1
  return isRatio ? undefined : 100
}

/** Undefined where the area does not have it. */
export function numberOf({ fields }: RankableArea, field: string): number | undefined {
  const value = fields[field]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
