/** What is to be told of a list beside the moments at which it walks: who comes to none, later, or for longer. */
import { type Moment, attendanceOf } from './attendance.ts'
import type { Person } from './list.ts'

export type TimeRemark = { line: number; name: string } & (
  | { kind: 'never'; text: string }
  /** `at`: minutes after midnight; `shifts`: numbers of the form. */
  | { kind: 'later'; at: number; shifts: readonly number[] }
  | { kind: 'long'; minutes: number; shifts: readonly number[] }
)

export function timeRemarks(people: readonly Person[], moments: readonly Moment[]): TimeRemark[] {
  if (moments.length === 0) return []
  return people.flatMap((person): TimeRemark[] => {
    const { line, name } = person
    const there = moments.flatMap((moment) => {
      const attendance = attendanceOf(person, moment)
      return attendance === null ? [] : [{ moment, ...attendance }]
    })
    if (there.length === 0) return [{ line, name, kind: 'never', text: person.when?.text ?? '' }]
    const late = there.filter(({ comesAt }) => comesAt !== null)
    const long = there.filter(
      ({ minutes, moment }) => minutes !== null && minutes > (moment.minutes ?? minutes),
    )
    return [
      ...(late.length === 0
        ? []
        : [{ line, name, kind: 'later' as const, at: late[0]!.comesAt!, shifts: numbersOf(late) }]),
      ...(long.length === 0
        ? []
        : [{ line, name, kind: 'long' as const, minutes: long[0]!.minutes!, shifts: numbersOf(long) }]),
    ]
  })
}

function numbersOf(there: readonly { moment: Moment }[]): number[] {
  return there.map(({ moment }) => moment.number)
}
