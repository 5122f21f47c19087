/** What a plan is called, by whoever reads it: where it is, and when it is walked. */
import { type Placed, placeOf } from '../model/plan-place.ts'
import { sayInstant } from '../../words/language.ts'
import { plansWords } from '../words/plans.ts'

interface Told extends Placed {
  startAt: string | null
  /** Told where no start is known. */
  createdAt?: string
}

/** "Polling station 0925 · 28 Nov 2026, 10:00". */
export function sayPlan({ startAt, createdAt, ...placed }: Told): string {
  const at = startAt ?? createdAt
  const where = placeOf(placed, plansWords().places)
  return at === undefined ? where : `${where} · ${sayInstant(at)}`
}
