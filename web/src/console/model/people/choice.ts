/** Who walks, as chosen in a form: a number, or a list; and what of it the API is told. */
import type { Schemas } from '@doorwalk/client'
import { type Person, readList } from './list.ts'
import { type StartFinder, roundStart } from './starts.ts'

export interface PeopleDraft {
  kind: 'number' | 'list'
  /** Walks; null: not filled in. */
  count: number | null
  /** As pasted. */
  text: string
}

export const NO_PEOPLE: PeopleDraft = { kind: 'number', count: 6, text: '' }
export const MOST_PEOPLE = 10_000

export function isPeopleDraft(value: unknown): value is PeopleDraft {
  if (typeof value !== 'object' || value === null) return false
  const { kind, count, text } = value as Record<string, unknown>
  const isCount = count === null || typeof count === 'number'
  return (kind === 'number' || kind === 'list') && isCount && typeof text === 'string'
}

/** Null: as it is nobody can walk. */
export function walksOf({ kind, count, text }: PeopleDraft): number | null {
  const walks = kind === 'number' ? count : readList(text).people.length
  return walks !== null && Number.isInteger(walks) && walks >= 1 && walks <= MOST_PEOPLE ? walks : null
}

export type Volunteer = Schemas['VolunteerRequest']

interface Known {
  /** Of each person, in order. */
  ids: readonly string[]
  find: StartFinder
}

/** What the API is told of people: ids, minutes, rounded starts; no name, no address. */
export function volunteersOf(people: readonly Person[], { ids, find }: Known): Volunteer[] {
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
export function startOf({ start, address }: Person, find: StartFinder): [number, number] | null {
  const at = start === null ? (address === '' ? null : find(address)) : roundStart(start)
  return at === null ? null : [at[0], at[1]]
}
