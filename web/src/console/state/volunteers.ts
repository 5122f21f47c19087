/** Who goes out, as a request tells it: a number, or people by opaque ids with what they wish. */
import { type Volunteer, volunteersOf } from '../model/people/choice.ts'
import { readList } from '../model/people/list.ts'
import { type StartFinder, startFinder } from '../model/people/starts.ts'
import type { PeopleWish } from '../model/people-wish.ts'
import { idsFor } from './names.ts'
import { targetsOf } from './targets.ts'

interface Place {
  name: string
  version: string
}

/**
 * Of a wish that nothing is wrong with. Addresses of a list are looked up here, in the browser.
 *
 * @throws ProblemError, NoAnswerError
 */
export async function volunteersFor(wish: PeopleWish, region: Place): Promise<number | Volunteer[]> {
  if (wish.by !== 'list') return wish.teams!
  return namedVolunteers(wish.list, region)
}

/** Of a pasted list: each has an id. @throws ProblemError, NoAnswerError */
export async function namedVolunteers(list: string, region: Place): Promise<(Volunteer & { id: string })[]> {
  const { people } = readList(list)
  const hasAddress = people.some(({ address }) => address !== '')
  const find = hasAddress ? await finderOf(region) : NOWHERE
  return volunteersOf(people, { ids: idsFor(people.map(({ name }) => name)), find })
}

/** @throws ProblemError, NoAnswerError */
export async function finderOf(region: Place): Promise<StartFinder> {
  return startFinder(await targetsOf(region))
}

const NOWHERE: StartFinder = () => null
