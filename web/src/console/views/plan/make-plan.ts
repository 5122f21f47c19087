/** Sends a wish, once nothing is wrong with it. */
import { doorwalk } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import { lackOf } from '../../model/area-wish.ts'
import { isWithin } from '../../../numbers/number.ts'
import type { Moment } from '../../model/people/attendance.ts'
import { type PeopleWish, wrongPeople } from '../../model/people-wish.ts'
import { DOORS, type PlanWish, requestOf } from '../../model/plan-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { keepCrew } from '../../state/names.ts'
import { volunteersFor } from '../../state/volunteers.ts'
import { choicesWords } from '../../words/choices.ts'
import { currentLanguage, sayNumber } from '../../../words/language.ts'
import { planWords } from '../../words/plan.ts'
import { shellWords } from '../../words/shell.ts'

/** What is wrong with who goes out; null: nothing. */
export function peopleProblem(people: PeopleWish, moment: Moment): Problem | null {
  return formProblem(peopleFields(people, moment))
}

/** When the walks of a wish begin, and how long they take. */
export function momentOf({ people, moment }: Pick<PlanWish, 'people' | 'moment'>): Moment {
  return { start: moment === '' ? new Date() : new Date(moment), minutes: people.minutes, number: 1 }
}

function peopleFields(people: PeopleWish, moment: Moment): Problem['fields'] {
  const { number } = shellWords().problem
  return wrongPeople(people, moment).map(({ pointer, from, to }) => ({
    pointer,
    detail: number(sayNumber(from), sayNumber(to)),
  }))
}

function formProblem(fields: Problem['fields']): Problem | null {
  return fields.length === 0 ? null : { kind: 'form', detail: '', fields, requestId: '' }
}

/** What is wrong with the form before anything is sent; null: nothing. */
export function wrongWith(wish: PlanWish): Problem | null {
  const { number } = shellWords().problem
  const between = (from: number, to: number): string => number(sayNumber(from), sayNumber(to))
  const lack = lackOf(wish.area)
  const w = choicesWords()
  const areDoorsFine = wish.doors === null || isWithin(wish.doors, DOORS)
  const fields = [
    ...(lack === null ? [] : [{ pointer: '/area', detail: w.lacks[lack] }]),
    ...peopleFields(wish.people, momentOf(wish)),
    ...(wish.start === 'point' && wish.startAt === null
      ? [{ pointer: '/start', detail: planWords().startFirst }]
      : []),
    ...(areDoorsFine ? [] : [{ pointer: '/doors', detail: between(DOORS.from, DOORS.to) }]),
  ]
  return formProblem(fields)
}

/**
 * Asks for a plan, which goes on by itself; its address is where it can be waited for.
 *
 * @throws ProblemError, NoAnswerError
 */
export async function makePlan(region: string, wish: PlanWish): Promise<string> {
  const around = { region, language: currentLanguage(), now: new Date() }
  const volunteers = await volunteersFor(wish.people, { name: region, version: '' }, momentOf(wish))
  const body = { ...requestOf(wish, around), volunteers }
  const { id } = await doorwalk.POST('/v1/plans', { body, headers: { Prefer: 'respond-async' } })
  if (typeof volunteers !== 'number')
    keepCrew(
      id,
      volunteers.flatMap((one) => one.id ?? []),
    )
  return hashOf(['plans', id])
}
