/** A list of names as text, what of it is not taken as it stands, and how each line was read. */
import { type Moment, attendanceOf } from '../../model/people/attendance.ts'
import { type Person, type PeopleList, readList } from '../../model/people/list.ts'
import type { StartFinder } from '../../model/people/starts.ts'
import { type TimeRemark, timeRemarks } from '../../model/people/time-remarks.ts'
import type { Problem } from '../../model/problem.ts'
import { useLoad } from '../../state/load.ts'
import { useSession } from '../../state/session.ts'
import { finderOf } from '../../state/volunteers.ts'
import { choicesWords } from '../../words/choices.ts'
import { sayDuration, sayNumber } from '../../../words/language.ts'
import { Field } from '../field.tsx'

const SECONDS_PER_MINUTE = 60

interface Props {
  text: string
  problem: Problem | null
  onChange: (text: string) => void
  /** When they walk. */
  moments: readonly Moment[]
  /** The moments are shifts of a weekend, and called by their numbers. */
  hasShifts?: boolean
  /** Default: names of a plan. */
  label?: string
  /** Of its field; default: that of people. */
  pointer?: string
}

export function NameList({
  text,
  problem,
  onChange,
  moments,
  hasShifts = false,
  label,
  pointer = '/volunteers',
}: Props) {
  const w = choicesWords()
  const { region } = useSession()
  const list = readList(text)
  const people = list.people.reduce((sum, person) => sum + person.people, 0)
  const hasAddress = list.people.some(({ address }) => address !== '')
  const { value: find } = useLoad(`finder ${region.name} ${hasAddress}`, async () =>
    hasAddress ? { at: await finderOf(region) } : undefined,
  )
  const remarks = [
    ...list.remarks.map(({ line, kind, text: said }) => ({ line, text: w.remarks[kind](said) })),
    ...timeRemarks(list.people, moments)
      .filter(({ kind }) => hasShifts || kind !== 'long')
      .map((remark) => ({ line: remark.line, text: sayTime(remark, hasShifts) })),
    ...startsUnknown(list, find?.at).map(({ line, address }) => ({ line, text: w.startUnknown(address) })),
  ].sort((a, b) => a.line - b.line)
  return (
    <>
      <Field label={label ?? w.list} help={w.listHelp} {...{ pointer, problem }}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={6}
            spellcheck={false}
            autocomplete="off"
            value={text}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
      </Field>
      <p class="help">{w.listPrivacy}</p>
      <p role="status">
        {list.people.length > 0 && w.listRead(sayNumber(list.people.length), sayNumber(people))}
      </p>
      {remarks.length > 0 && (
        <ul class="remarks" aria-live="polite">
          {remarks.map(({ line, text: said }) => (
            <li key={`${line} ${said}`}>
              {w.line(sayNumber(line))} {said}
            </li>
          ))}
        </ul>
      )}
      {list.people.length > 0 && <AsRead {...{ list, moments, hasShifts }} find={find?.at} />}
    </>
  )
}

/** With an address that is not in the region; none as long as nobody has looked. */
function startsUnknown({ people }: PeopleList, find: StartFinder | undefined): readonly Person[] {
  if (find === undefined) return []
  return people.filter(({ start, address }) => start === null && address !== '' && find(address) === null)
}

function sayTime(remark: TimeRemark, hasShifts: boolean): string {
  const w = choicesWords()
  const { name } = remark
  if (remark.kind === 'never') return hasShifts ? w.noShift(name, remark.text) : w.notThen(name, remark.text)
  const shifts = remark.shifts.map((number) => sayNumber(number)).join(', ')
  if (remark.kind === 'later') return w.comesLater(name, sayClock(remark.at), hasShifts ? shifts : null)
  return w.isLong(name, sayDuration(remark.minutes * SECONDS_PER_MINUTE), shifts)
}

/** @param at  minutes after midnight */
function sayClock(at: number): string {
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
}

/** A longer list moves in a frame of its own, by keyboard as well. */
const MOST_IN_VIEW = 8

interface AsReadProps {
  list: PeopleList
  find: StartFinder | undefined
  moments: readonly Moment[]
  hasShifts: boolean
}

/** Line by line, so that a wrong reading is seen before anything is planned. */
function AsRead({ list: { people }, ...around }: AsReadProps) {
  const w = choicesWords()
  const wishes = people.map((person) => wishesIn(person, around))
  return (
    <details open={wishes.some((each) => each.length > 0)}>
      <summary>{w.listShow}</summary>
      <ol class="as-read" {...(people.length > MOST_IN_VIEW && { tabIndex: 0 })}>
        {people.map((person, index) => (
          <li key={person.line + person.name} value={person.line}>
            <b>{person.name}</b>: {wishes[index]!.length === 0 ? w.asOthers : wishes[index]!.join(' · ')}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What is taken into account of somebody; none: nothing but the name. */
function wishesIn(person: Person, { find, moments, hasShifts }: Omit<AsReadProps, 'list'>): string[] {
  const w = choicesWords()
  return [
    ...(person.people > 1 ? [w.together(sayNumber(person.people))] : []),
    ...(person.minutes === null || person.when !== null
      ? []
      : [sayDuration(person.minutes * SECONDS_PER_MINUTE)]),
    ...(person.when === null ? [] : sayThere(person, moments, hasShifts)),
    ...(person.start !== null || person.address !== '' ? [sayStart(person, find)] : []),
    ...(person.avoidStairs ? [w.noStairs] : []),
  ]
}

/** To which shifts somebody comes, and for how long. */
function sayThere(person: Person, moments: readonly Moment[], hasShifts: boolean): string[] {
  const w = choicesWords()
  const there = moments.flatMap((moment) => {
    const attendance = attendanceOf(person, moment)
    if (attendance === null) return []
    const { minutes } = attendance
    const duration = minutes === null ? null : sayDuration(minutes * SECONDS_PER_MINUTE)
    return [hasShifts ? w.inShift(sayNumber(moment.number), duration) : (duration ?? w.asOthers)]
  })
  return there.length === 0 ? [w.leftOut] : there
}

function sayStart({ start, address }: Person, find: StartFinder | undefined): string {
  const w = choicesWords()
  if (start !== null) return w.startPoint
  if (find === undefined) return address
  const found = find(address)
  return found === null ? w.startUnknown(address) : w.startFound(address, found.address)
}
