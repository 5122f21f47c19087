/** Where a plan is, in words: as it was asked for, or by its streets. */
import type { Schemas } from '@doorwalk/client'

export type Placed = Pick<Schemas['PlanHead'], 'area' | 'streets'>

export interface PlaceWords {
  precincts: (codes: string, more: number, isOne: boolean) => string
  region: string
  area: string
  unknown: string
}

const MOST_CODES = 3

export function placeOf({ area, streets }: Placed, w: PlaceWords): string {
  if (area === null) return streets.length > 0 ? streets.join(', ') : w.unknown
  if (area.label !== undefined) return area.label
  const { precincts = [], count = precincts.length } = area
  if (precincts.length > 0) {
    const shown = precincts.slice(0, MOST_CODES)
    return w.precincts(shown.join(', '), count - shown.length, count === 1)
  }
  if (area.kind === 'region') return w.region
  return streets.length > 0 ? streets.join(', ') : w.area
}
