/** A sheet that came back: its numbers as they are typed in, checked, and as the API takes them. */
import type { Schemas } from '@doorwalk/client'

/** Counts of a row, in the order of the sheet. */
export const COUNTS = ['knocked', 'opened', 'refused', 'revisit', 'optedOut'] as const
type Count = (typeof COUNTS)[number]

export type RowDraft = Readonly<Partial<Record<Count, string>> & { noAccess?: boolean }>

/** By printed number of the stop. */
export type SheetDraft = Readonly<Record<string, RowDraft>>

const MOST_DOORS = 2_000
/** Below, a house that turns out to be several flats is no slip. */
const FEW_DOORS = 5

export interface CellFault {
  stop: string
  count: Count
  /** Unlikely: can be, and is asked about. */
  fault: 'count' | 'too_much' | 'unlikely'
}

/** Cells that cannot be: no whole number, or more than were knocked at. */
export function faultsOfSheet(draft: SheetDraft): CellFault[] {
  return Object.entries(draft).flatMap(([stop, row]) =>
    COUNTS.flatMap((count): CellFault[] => {
      const number = numberIn(row[count])
      if (number === 'none') return []
      if (number === null) return [{ stop, count, fault: 'count' }]
      const knocked = numberIn(row.knocked)
      const isMore = typeof knocked === 'number' && number > knocked && count !== 'optedOut'
      return isMore ? [{ stop, count, fault: 'too_much' }] : []
    }),
  )
}

/** Times the doors that are known: a stair may have twice as many; ten times as many is a slip of the finger. */
const LIKELY = 2

/** Rows with far more doors than are known there. @param doorsOf  by printed number of the stop */
export function unlikelyIn(draft: SheetDraft, doorsOf: ReadonlyMap<string, number>): CellFault[] {
  return Object.entries(draft).flatMap(([stop, { knocked }]): CellFault[] => {
    const number = numberIn(knocked)
    const most = LIKELY * Math.max(FEW_DOORS, doorsOf.get(stop) ?? MOST_DOORS)
    return typeof number === 'number' && number > most ? [{ stop, count: 'knocked', fault: 'unlikely' }] : []
  })
}

/** Rows in which something stands. Of a draft without faults. */
export function linesOf(draft: SheetDraft): Schemas['SheetLine'][] {
  return Object.entries(draft).flatMap(([stop, row]) => {
    const counts = COUNTS.flatMap((count): [Count, number][] => {
      const number = numberIn(row[count])
      return typeof number === 'number' ? [[count, number]] : []
    })
    if (counts.length === 0 && row.noAccess !== true) return []
    return [{ stop, ...Object.fromEntries(counts), ...(row.noAccess === true && { noAccess: true }) }]
  })
}

/** Null: no count. */
function numberIn(text: string | undefined): number | 'none' | null {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return 'none'
  const number = Number(trimmed)
  return /^\d{1,4}$/.test(trimmed) && number <= MOST_DOORS ? number : null
}

/** Whether it is still what was kept in this browser. */
export function isSheetDraft(value: unknown): value is SheetDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((row) => typeof row === 'object' && row !== null)
  )
}
