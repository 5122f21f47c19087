/** Who goes out, as it is chosen on a form, and as the API takes it. */
import type { Schemas } from '@doorwalk/client'

export interface PeopleWish {
  /** Teams, one walk each; null: the field is empty. */
  teams: number | null
  /** Of one walk; null: the field is empty. */
  minutes: number | null
}

export const USUAL_PEOPLE: PeopleWish = { teams: 4, minutes: 90 }

/** Bounds of the fields, those of the API for an organiser. */
export const TEAMS = { from: 1, to: 10_000 }
export const MINUTES = { from: 10, to: 600 }

/** Fields that are empty or out of their bounds, by their pointer; none: it can be sent. */
export function wrongPeople({ teams, minutes }: PeopleWish): { pointer: string; from: number; to: number }[] {
  return [
    ...(isWithin(teams, TEAMS) ? [] : [{ pointer: '/volunteers', ...TEAMS }]),
    ...(isWithin(minutes, MINUTES) ? [] : [{ pointer: '/minutes', ...MINUTES }]),
  ]
}

/** Of a wish that nothing is wrong with. */
export function peopleOf({
  teams,
  minutes,
}: PeopleWish): Pick<Schemas['PlanRequest'], 'volunteers' | 'minutes'> {
  return { volunteers: teams!, minutes: minutes! }
}

function isWithin(value: number | null, { from, to }: { from: number; to: number }): boolean {
  return value !== null && Number.isInteger(value) && value >= from && value <= to
}
