/** Two plans side by side: which they are, their figures with which of them are better, and the changes by kind. */
import type { Schemas } from '@doorwalk/client'

/** Plan A is what was, plan B what is held against it. */
export type Side = 'a' | 'b'
export const SIDES: readonly Side[] = ['a', 'b']

export type Pair = Readonly<Record<Side, string>>

/** Of the address; `missing`: not two of them, `twice`: one and the same. */
export function pairOf(query: Readonly<Record<string, string>>): Pair | 'missing' | 'twice' {
  const { a = '', b = '' } = query
  if (a === '' || b === '') return 'missing'
  return a === b ? 'twice' : { a, b }
}

export type FigureName = 'walks' | 'targets' | 'doors' | 'prize' | 'keys' | 'minutes' | 'metres'
/** `other`: more of it is neither good nor bad. */
type Verdict = 'better' | 'worse' | 'same' | 'other'

export interface FigureRow {
  name: FigureName
  a: number
  b: number
  /** B less A. */
  difference: number
  verdict: Verdict
}

type Figures = Pick<Schemas['PlanComparison'], 'first' | 'second' | 'difference'>

/** Whether more of it is good (1), bad (−1) or neither. What counts most comes first. */
const MORE_IS: readonly (readonly [FigureName, number])[] = [
  ['doors', 1],
  ['prize', 1],
  ['keys', 1],
  ['targets', 1],
  ['minutes', -1],
  ['metres', -1],
  ['walks', 0],
]

/** In whole numbers, so that each difference is the one between the two that are read beside it. */
export function figureRows({ first, second }: Figures): FigureRow[] {
  return MORE_IS.map(([name, good]) => {
    const [a, b] = [Math.round(first.figures[name]), Math.round(second.figures[name])]
    return { name, a, b, difference: b - a, verdict: verdictOn((b - a) * good, b - a) }
  })
}

function verdictOn(gain: number, difference: number): Verdict {
  if (difference === 0) return 'same'
  return gain > 0 ? 'better' : gain < 0 ? 'worse' : 'other'
}

/** Reasons of which one plan left out more than the other, with the number of each, most changed first. */
export function leftOutRows({ first, second, difference }: Figures): {
  reason: string
  a: number
  b: number
  difference: number
}[] {
  return Object.entries(difference.leftOut)
    .map(([reason, more]) => ({
      reason,
      a: first.figures.leftOut[reason] ?? 0,
      b: second.figures.leftOut[reason] ?? 0,
      difference: more,
    }))
    .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
}

export type TargetChange = Schemas['TargetChange']
export type ChangeKind = TargetChange['change']

/** What weighs most comes first. */
export const CHANGE_KINDS: readonly ChangeKind[] = ['left', 'came', 'moved', 'reordered']

/** Each kind in the order of the answer; those that are not there are empty. */
export function byKind(changes: readonly TargetChange[]): Readonly<Record<ChangeKind, TargetChange[]>> {
  const groups: Record<ChangeKind, TargetChange[]> = { left: [], came: [], moved: [], reordered: [] }
  for (const change of changes) groups[change.change].push(change)
  return groups
}

export interface Ticks {
  ids: readonly string[]
  /** Null: they can be compared. */
  refusal: 'few' | 'many' | 'regions' | null
}

/** What is ticked in a list of plans, newest first; the older of two is plan A. */
export function ticksOf(
  plans: readonly { id: string; region: string }[],
  ticked: readonly string[],
): Ticks & { pair: Pair | null } {
  const chosen = plans.filter(({ id }) => ticked.includes(id))
  const ids = chosen.map(({ id }) => id)
  const [newer, older] = chosen
  if (newer === undefined || older === undefined) return { ids, refusal: 'few', pair: null }
  if (chosen.length > 2) return { ids, refusal: 'many', pair: null }
  if (newer.region !== older.region) return { ids, refusal: 'regions', pair: null }
  return { ids, refusal: null, pair: { a: older.id, b: newer.id } }
}
