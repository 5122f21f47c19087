/** Who comes to each shift of a weekend: of its own list, or of the list of all. */
import { type Moment, whoComes } from '../people/attendance.ts'
import { type Person, readList } from '../people/list.ts'
import type { Named } from './dealing.ts'
import { type ShiftDraft, type WeekendDraft, minutesOf } from './draft.ts'

type Crewed = Pick<WeekendDraft, 'shifts' | 'people'>

/** Null: its date or its times are missing. */
export function momentOf(shift: ShiftDraft, index: number): Moment | null {
  const start = new Date(`${shift.date}T${shift.from}`)
  return Number.isNaN(start.getTime()) ? null : { start, minutes: minutesOf(shift), number: index + 1 }
}

/** Of the shifts that the list of all counts for. */
export function commonMoments({ shifts }: Pick<WeekendDraft, 'shifts'>): Moment[] {
  return shifts.flatMap((shift, index) => (shift.list === undefined ? (momentOf(shift, index) ?? []) : []))
}

/** As pasted, of one shift. */
export function listOf({ shifts, people }: Crewed, shift: number): string {
  return shifts[shift]?.list ?? people.list
}

/** By shift; who they are is said once they get their ids. */
export function crewsOf(draft: Crewed): Named[][] {
  const { by, teams } = draft.people
  if (by !== 'list') return draft.shifts.map(() => numbered(teams ?? 0))
  return draft.shifts.map((shift, index) => {
    const { people } = readList(listOf(draft, index))
    const moment = momentOf(shift, index)
    return named(moment === null ? people : whoComes(people, moment))
  })
}

/** Teams without names. */
function numbered(teams: number): Named[] {
  return Array.from({ length: teams }, (_, index) => ({ id: String(index + 1) }))
}

/** Whoever is called the same is the same in each shift. */
function named(people: readonly Person[]): Named[] {
  const times = new Map<string, number>()
  return people.map(({ name, minutes }) => {
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return { id: `${name} ${time}`, ...(minutes !== null && { minutes }) }
  })
}
