/** What the API is told of people of a list: opaque ids, minutes, rounded starts; no name, no address. */
import type { Schemas } from '@doorwalk/client'
import type { Person } from './list.ts'
import { type StartFinder, roundStart } from './starts.ts'

export type Volunteer = Schemas['VolunteerRequest']

interface Known {
  /** Of each person, in order. */
  ids: readonly string[]
  find: StartFinder
}

export function volunteersOf(
  people: readonly Person[],
  { ids, find }: Known,
): (Volunteer & { id: string })[] {
  return people.map((person, index) => {
    const start = startOf(person, find)
    return {
      id: ids[index]!,
      ...(person.minutes !== null && { minutes: person.minutes }),
      ...(start && { start }),
      ...(person.people > 1 && { people: person.people }),
      ...(person.avoidStairs && { avoidStairs: true }),
    }
  })
}

/** Null: with the others. */
function startOf({ start, address }: Person, find: StartFinder): [number, number] | null {
  const at = start === null ? (address === '' ? null : (find(address)?.location ?? null)) : roundStart(start)
  return at === null ? null : [at[0], at[1]]
}
