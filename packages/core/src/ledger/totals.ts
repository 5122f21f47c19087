/**
 * Sums over the small targets of a block. They are shown in steps of at least 11 doors, so that no two answers differ
 * by the doors of a few households.
 */
import type { Visit } from './visit.ts'
import { SMALLEST_SHOWN_DOORS } from './visit.ts'

export interface Counts {
  knocked: number
  opened: number
  refused: number
  revisit: number
  optedOut: number
}

export interface SmallTotals {
  /** Doors that were knocked on at the first visits of the targets: each counts once, whatever is reported later. */
  covered: number
  counts: Counts
  /** What may be shown: the sums as they were when at least 11 more doors had come. */
  shown: { covered: number; counts: Counts }
}

export const NO_COUNTS: Counts = { knocked: 0, opened: 0, refused: 0, revisit: 0, optedOut: 0 }
export const NO_TOTALS: SmallTotals = {
  covered: 0,
  counts: NO_COUNTS,
  shown: { covered: 0, counts: NO_COUNTS },
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    knocked: a.knocked + b.knocked,
    opened: a.opened + b.opened,
    refused: a.refused + b.refused,
    revisit: a.revisit + b.revisit,
    optedOut: a.optedOut + b.optedOut,
  }
}

/** @param newDoors  doors of the target when this is its first visit, else 0; those not knocked on do not count */
export function addToTotals(totals: SmallTotals, visit: Visit, newDoors: number): SmallTotals {
  const covered = totals.covered + Math.min(newDoors, visit.knocked)
  const counts = addCounts(totals.counts, visit)
  const isStep = covered - totals.shown.covered >= SMALLEST_SHOWN_DOORS
  return { covered, counts, shown: isStep ? { covered, counts } : totals.shown }
}
