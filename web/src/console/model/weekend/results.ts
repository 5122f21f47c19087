/** What became of a weekend: a row for each area, a column for each shift. */
import type { Batch, Schemas } from '@doorwalk/client'

export type BatchPlan = Schemas['BatchPlan']

export interface AreaRow {
  /** Empty: the whole region. */
  area: string
  /** By shift, in order; undefined: the shift leaves the area out. */
  plans: (BatchPlan | undefined)[]
}

export function rowsOf({ shifts }: Pick<Batch, 'shifts'>): AreaRow[] {
  const areas = [...new Set(shifts.flatMap(({ plans }) => plans.map(({ area }) => area)))]
  return areas.map((area) => ({
    area,
    plans: shifts.map(({ plans }) => plans.find((plan) => plan.area === area)),
  }))
}

export interface Totals {
  plans: number
  failed: number
  walks: number
  doors: number
}

export function totalsOf(plans: readonly BatchPlan[]): Totals {
  const made = plans.flatMap(({ summary }) => (summary === null ? [] : [summary]))
  return {
    plans: made.length,
    failed: plans.filter(({ status }) => status === 'failed').length,
    walks: made.reduce((sum, { walks }) => sum + walks, 0),
    doors: made.reduce((sum, { doors }) => sum + doors, 0),
  }
}

/** With walks to hand out. */
export function plansToGive({ shifts }: Pick<Batch, 'shifts'>): BatchPlan[] {
  return shifts.flatMap(({ plans }) =>
    plans.filter(({ status, summary }) => status === 'done' && (summary?.walks ?? 0) > 0),
  )
}
