/** Who goes out, as it is chosen on a form, and as the API takes it. */
import type { Schemas } from '@doorwalk/client'
import { isWithin } from '../../numbers/number.ts'
import { type Moment, whoComes } from './people/attendance.ts'
import { readList } from './people/list.ts'

export interface PeopleWish {
  /** A number of teams, or a list of names. */
  by: 'number' | 'list'
  /** Teams, one walk each; null: the field is empty. */
  teams: number | null
  /** Of one walk; null: the field is empty. */
  minutes: number | null
  /** As pasted; stays in this browser. */
  list: string
}

export const USUAL_PEOPLE: PeopleWish = { by: 'number', teams: 4, minutes: 90, list: '' }

/** Bounds of the fields, those of the API for an organiser. */
export const TEAMS = { from: 1, to: 10_000 }
export const MINUTES = { from: 10, to: 600 }

/**
 * Fields that are empty or out of their bounds, by their pointer; none: it can be sent.
 *
 * @param moment  when they walk; default: whoever is named counts
 */
export function wrongPeople(
  wish: PeopleWish,
  moment?: Moment,
): { pointer: string; from: number; to: number }[] {
  const walks = walksOf(wish, moment)
  return [
    ...(isWithin(walks, TEAMS) ? [] : [{ pointer: '/volunteers', ...TEAMS }]),
    ...(isWithin(wish.minutes, MINUTES) ? [] : [{ pointer: '/minutes', ...MINUTES }]),
  ]
}

/** Walks, one for each team or line; null: the field is empty. @param moment  of whoever comes then; default: of all */
function walksOf({ by, teams, list }: PeopleWish, moment?: Moment): number | null {
  if (by !== 'list') return teams
  const { people } = readList(list)
  return (moment === undefined ? people : whoComes(people, moment)).length
}

/** Of a wish that nothing is wrong with; of a list how many it names: who they are adds `volunteersFor`. */
export function peopleOf(wish: PeopleWish): Pick<Schemas['PlanRequest'], 'volunteers' | 'minutes'> {
  return { volunteers: walksOf(wish)!, minutes: wish.minutes! }
}

/** Whether it is still what was kept in this browser. */
export function isPeopleWish(value: unknown): value is PeopleWish {
  if (typeof value !== 'object' || value === null) return false
  const { by, teams, minutes, list } = value as Record<string, unknown>
  const isNumber = (one: unknown): boolean => one === null || typeof one === 'number'
  return (
    (by === 'number' || by === 'list') && isNumber(teams) && isNumber(minutes) && typeof list === 'string'
  )
}
