/** A weekend as it is filled in: shifts, areas and people. It is kept in the browser until it is planned. */
import { type PeopleWish, USUAL_PEOPLE, isPeopleWish } from '../people-wish.ts'
import { dateOf, daysLater, instantOf } from './instant.ts'

export interface ShiftDraft {
  /** `2026-03-14`; empty: not filled in */
  date: string
  /** `18:00` */
  from: string
  to: string
  /** Of this shift alone, as pasted; undefined: the list of all. */
  list?: string
}

/** An area of its own in the weekend. */
export type AreaTick = { kind: 'precinct'; code: string } | { kind: 'stored'; id: string }

export interface WeekendDraft {
  label: string
  shifts: readonly ShiftDraft[]
  areas: readonly AreaTick[]
  /** Its minutes are those of the shifts. */
  people: PeopleWish
  /** Id of the ranking that doors count by; empty: every door counts the same. */
  ranking: string
  /**
   * Walks are leased as soon as they are planned. Later shifts then keep off the reserves of earlier ones as well, so
   * that all of them can be handed out.
   */
  give: boolean
}

/** Bounds of the API. */
export const MOST_SHIFTS = 20
export const MOST_AREAS = 20
export const MOST_PLANS = 60
export const SHORTEST_MINUTES = 10
export const LONGEST_MINUTES = 600
const DAYS_A_WEEK = 7
const SATURDAY = 6

/** Saturday morning and afternoon, Sunday morning of the weekend that comes. */
export function firstDraft(now: Date): WeekendDraft {
  const days = (SATURDAY - now.getDay() + DAYS_A_WEEK) % DAYS_A_WEEK || DAYS_A_WEEK
  const saturday = daysLater(dateOf(now), days)
  return {
    label: '',
    shifts: [
      { date: saturday, from: '10:00', to: '12:00' },
      { date: saturday, from: '14:00', to: '16:00' },
      { date: daysLater(saturday, 1), from: '10:00', to: '12:00' },
    ],
    areas: [],
    people: USUAL_PEOPLE,
    ranking: '',
    give: true,
  }
}

/** One more, at the same hours of the day after the last. */
export function addShift({ shifts }: Pick<WeekendDraft, 'shifts'>): ShiftDraft[] {
  const last = shifts.at(-1)
  if (last === undefined) return [{ date: '', from: '10:00', to: '12:00' }]
  const { from, to } = last
  return [...shifts, { from, to, date: last.date === '' ? '' : daysLater(last.date, 1) }]
}

export type ShiftFault = 'empty' | 'order' | 'length' | 'past'

/** Null: it can be planned. */
export function shiftFault(shift: ShiftDraft, now: Date): ShiftFault | null {
  const from = instantOf(shift.date, shift.from)
  const minutes = minutesOf(shift)
  if (from === null || minutes === null) return 'empty'
  if (minutes <= 0) return 'order'
  if (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) return 'length'
  return new Date(from).getTime() < now.getTime() ? 'past' : null
}

/** Null: a time is missing. Not above 0: it ends before it begins. */
export function minutesOf({ date, from, to }: ShiftDraft): number | null {
  const [start, end] = [instantOf(date, from), instantOf(date, to)]
  if (start === null || end === null) return null
  return Math.round((new Date(end).getTime() - new Date(start).getTime()) / 60_000)
}

export function sameTick(one: AreaTick, other: AreaTick): boolean {
  return tickKey(one) === tickKey(other)
}

export function tickKey(tick: AreaTick): string {
  return tick.kind === 'precinct' ? `precinct ${tick.code}` : `stored ${tick.id}`
}

export function toggleTick(ticks: readonly AreaTick[], tick: AreaTick): AreaTick[] {
  const others = ticks.filter((other) => !sameTick(other, tick))
  return others.length < ticks.length ? others : [...ticks, tick]
}

/** As it was kept in this browser. */
export function isWeekendDraft(value: unknown): value is WeekendDraft {
  if (typeof value !== 'object' || value === null) return false
  const { label, shifts, areas, people, ranking, give } = value as Record<string, unknown>
  return (
    typeof label === 'string' &&
    typeof ranking === 'string' &&
    typeof give === 'boolean' &&
    Array.isArray(shifts) &&
    shifts.every(
      (shift: Partial<ShiftDraft> | null) =>
        hasTexts(shift, ['date', 'from', 'to']) && ['undefined', 'string'].includes(typeof shift?.list),
    ) &&
    Array.isArray(areas) &&
    areas.every((tick) => hasTexts(tick, ['kind']) && (hasTexts(tick, ['code']) || hasTexts(tick, ['id']))) &&
    isPeopleWish(people)
  )
}

function hasTexts(value: unknown, names: string[]): boolean {
  const entries = (value ?? {}) as Record<string, unknown>
  return names.every((name) => typeof entries[name] === 'string')
}
