/** What a plan is called: where it is, as it was asked for or by its streets, and when it is walked. */
import { mainStreets } from '../model/streets.ts'
import { sayInstant } from '../../words/language.ts'
import { plansWords } from '../words/plans.ts'
import { keep, readKept } from './kept.ts'
import { wishOf } from './wishes.ts'

const SLOT = 'plan-places'
/** Of so many plans the place is kept. */
const MOST_PLACES = 200
const MOST_CODES = 3

interface PlanPlace {
  streets: readonly string[]
  startAt: string
}
type Places = Readonly<Record<string, PlanPlace>>

/** For the list, of a plan that is open in full. */
export function keepPlace(plan: string, startAt: string, addresses: readonly string[]): void {
  const others = Object.entries(places()).filter(([id]) => id !== plan)
  const place: PlanPlace = { streets: mainStreets(addresses), startAt }
  keep(SLOT, { ...Object.fromEntries(others.slice(1 - MOST_PLACES)), [plan]: place })
}

/** "polling station 0925 · 28 Nov 2026, 10:00"; without a place where none is known, without a moment likewise. */
export function sayPlan(plan: string, known: { where?: string; startAt?: string | undefined } = {}): string {
  const place = places()[plan]
  const where = known.where ?? placeOf(plan, place?.streets ?? [])
  const startAt = known.startAt ?? place?.startAt ?? startOf(plan)
  return [where, startAt === undefined ? '' : sayInstant(startAt)].filter((part) => part !== '').join(' · ')
}

function placeOf(plan: string, streets: readonly string[]): string {
  const { places: w } = plansWords()
  const area = wishOf(plan)?.wish.area
  if (area?.kind === 'precincts') {
    const more = area.codes.length - MOST_CODES
    return w.precincts(area.codes.slice(0, MOST_CODES).join(', '), Math.max(0, more), area.codes.length === 1)
  }
  if (area?.kind === 'region') return w.region
  if (area?.kind === 'file' && area.name !== '') return area.name
  return streets.length > 0 ? streets.join(', ') : area ? w.area : ''
}

function startOf(plan: string): string | undefined {
  const moment = wishOf(plan)?.wish.moment
  return moment === undefined || moment === '' ? undefined : moment
}

function places(): Places {
  return readKept<Places>(SLOT, arePlaces, {})
}

function arePlaces(value: unknown): value is Places {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => Array.isArray((each as Partial<PlanPlace> | null)?.streets))
  )
}
