/** Who goes out: so many teams, or a pasted list of names; and how many minutes each. */
import { useId } from 'preact/hooks'
import { type Person, type PeopleList, readList } from '../model/people/list.ts'
import type { StartFinder } from '../model/people/starts.ts'
import { MINUTES, type PeopleWish, TEAMS } from '../model/people-wish.ts'
import type { Problem } from '../model/problem.ts'
import { useLoad } from '../state/load.ts'
import { useSession } from '../state/session.ts'
import { finderOf } from '../state/volunteers.ts'
import { choicesWords } from '../words/choices.ts'
import { sayDuration, sayNumber } from '../../words/language.ts'
import { Field } from './field.tsx'
import { NumberField } from './number.tsx'

const SECONDS_PER_MINUTE = 60

interface Props {
  wish: PeopleWish
  onChange: (wish: PeopleWish) => void
  /** Its `/volunteers` and `/minutes` stand here. */
  problem: Problem | null
  /** False: shifts say how long a walk is. */
  hasMinutes?: boolean
}

export function PeopleChoice({ wish, onChange, problem, hasMinutes = true }: Props) {
  const w = choicesWords()
  const id = useId()
  return (
    <fieldset>
      <legend>{w.who}</legend>
      {(['number', 'list'] as const).map((by) => (
        <label key={by} class="choice">
          <input type="radio" name={id} checked={wish.by === by} onChange={() => onChange({ ...wish, by })} />
          <span>{by === 'number' ? w.byNumberOfTeams : w.byList}</span>
        </label>
      ))}
      <div class="columns">
        {wish.by !== 'list' && (
          <NumberField
            {...{ label: w.teams, pointer: '/volunteers', problem, value: wish.teams, ...TEAMS }}
            onChange={(teams) => onChange({ ...wish, teams })}
          />
        )}
        {hasMinutes && (
          <NumberField
            {...{ label: w.minutes, pointer: '/minutes', problem, value: wish.minutes, ...MINUTES }}
            onChange={(minutes) => onChange({ ...wish, minutes })}
          />
        )}
      </div>
      {wish.by === 'list' && (
        <NameList text={wish.list} problem={problem} onChange={(list) => onChange({ ...wish, list })} />
      )}
    </fieldset>
  )
}

interface ListProps {
  text: string
  problem: Problem | null
  onChange: (text: string) => void
  /** Default: names of a plan. */
  label?: string
  /** Of its field; default: that of people. */
  pointer?: string
}

/** A list of names as text, and how it was read. */
export function NameList({ text, problem, onChange, label, pointer = '/volunteers' }: ListProps) {
  const w = choicesWords()
  const list = readList(text)
  const people = list.people.reduce((sum, person) => sum + person.people, 0)
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
      {list.remarks.length > 0 && (
        <ul class="remarks" aria-live="polite">
          {list.remarks.map(({ line, kind, text: said }) => (
            <li key={`${line} ${kind} ${said}`}>
              {w.line(sayNumber(line))} {w.remarks[kind](said)}
            </li>
          ))}
        </ul>
      )}
      {list.people.length > 0 && <AsRead list={list} />}
    </>
  )
}

/** A longer list moves in a frame of its own, by keyboard as well. */
const MOST_IN_VIEW = 8

/** Line by line, so that a wrong reading is seen before anything is planned. */
function AsRead({ list: { people } }: { list: PeopleList }) {
  const w = choicesWords()
  const { region } = useSession()
  const hasAddress = people.some(({ address }) => address !== '')
  const { value: find } = useLoad(`finder ${region.name} ${hasAddress}`, async () =>
    hasAddress ? { at: await finderOf(region) } : undefined,
  )
  return (
    <details open={people.some((person) => wishesIn(person, find?.at).length > 0)}>
      <summary>{w.listShow}</summary>
      <ol class="as-read" {...(people.length > MOST_IN_VIEW && { tabIndex: 0 })}>
        {people.map((person) => {
          const wishes = wishesIn(person, find?.at)
          return (
            <li key={person.line + person.name} value={person.line}>
              <b>{person.name}</b>: {wishes.length === 0 ? w.asOthers : wishes.join(' · ')}
            </li>
          )
        })}
      </ol>
    </details>
  )
}

/** What is taken into account of somebody; none: nothing but the name. */
function wishesIn(person: Person, find: StartFinder | undefined): string[] {
  const w = choicesWords()
  return [
    ...(person.people > 1 ? [w.together(sayNumber(person.people))] : []),
    ...(person.minutes === null ? [] : [sayDuration(person.minutes * SECONDS_PER_MINUTE)]),
    ...(person.start !== null || person.address !== '' ? [sayStart(person, find)] : []),
    ...(person.avoidStairs ? [w.noStairs] : []),
  ]
}

function sayStart({ start, address }: Person, find: StartFinder | undefined): string {
  const w = choicesWords()
  if (start !== null) return w.startPoint
  if (find === undefined) return address
  const found = find(address)
  return found === null ? w.startUnknown(address) : w.startFound(address, found.address)
}
