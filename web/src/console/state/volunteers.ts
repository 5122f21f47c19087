/** Who goes out, as a request tells it: a number, or people by opaque ids with what they wish. */
import { type Volunteer, volunteersOf } from '../model/people/choice.ts'
import { type Moment, attendanceOf } from '../model/people/attendance.ts'
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
 * @param moment  when they walk
 * @throws ProblemError, NoAnswerError
 */
export async function volunteersFor(
  wish: PeopleWish,
  region: Place,
  moment: Moment,
): Promise<number | Volunteer[]> {
  if (wish.by !== 'list') return wish.teams!
  return namedVolunteers(wish.list, region, moment)
}

/** Who of a pasted list comes then: each has an id. @throws ProblemError, NoAnswerError */
export async function namedVolunteers(
  list: string,
  region: Place,
  moment: Moment,
): Promise<(Volunteer & { id: string })[]> {
  const { people } = readList(list)
  const hasAddress = people.some(({ address }) => address !== '')
  const find = hasAddress ? await finderOf(region) : NOWHERE
  // Of all of them: who has a namesake is the same one in each shift.
  const ids = idsFor(people.map(({ name }) => name))
  const there = people.flatMap((person, index) => {
    const attendance = attendanceOf(person, moment)
    return attendance === null
      ? []
      : [{ id: ids[index]!, person: { ...person, minutes: attendance.minutes } }]
  })
  return volunteersOf(
    there.map(({ person }) => person),
    { ids: there.map(({ id }) => id), find },
  )
}

/** @throws ProblemError, NoAnswerError */
export async function finderOf(region: Place): Promise<StartFinder> {
  return startFinder(await targetsOf(region))
}

const NOWHERE: StartFinder = () => null
