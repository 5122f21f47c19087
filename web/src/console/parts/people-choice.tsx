/** Who goes out: so many teams, or a pasted list of names; and how many minutes each. */
import { useId } from 'preact/hooks'
import { type Person, type PeopleList, readList } from '../model/people/list.ts'
import { startOf } from '../model/people/choice.ts'
import type { StartFinder } from '../model/people/starts.ts'
import { MINUTES, type PeopleWish, TEAMS } from '../model/people-wish.ts'
import type { Problem } from '../model/problem.ts'
import { useLoad } from '../state/load.ts'
import { useSession } from '../state/session.ts'
import { finderOf } from '../state/volunteers.ts'
import { choicesWords } from '../words/choices.ts'
import { sayNumber } from '../../words/language.ts'
import { Field, NumberField } from './field.tsx'
import { Table } from './table.tsx'

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
}

/** A list of names as text, and how it was read. */
export function NameList({ text, problem, onChange, label }: ListProps) {
  const w = choicesWords()
  const list = readList(text)
  const people = list.people.reduce((sum, person) => sum + person.people, 0)
  return (
    <>
      <Field label={label ?? w.list} help={w.listHelp} pointer="/volunteers" problem={problem}>
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

function AsRead({ list: { people } }: { list: PeopleList }) {
  const w = choicesWords()
  const { region } = useSession()
  const hasAddress = people.some(({ address }) => address !== '')
  const { value: find } = useLoad(`finder ${region.name} ${hasAddress}`, async () =>
    hasAddress ? { at: await finderOf(region) } : undefined,
  )
  const { name, minutes, start, stairs } = w.listColumns
  return (
    <details>
      <summary>{w.listShow}</summary>
      <Table
        name={w.listShow}
        columns={[{ name }, { name: minutes, isFigure: true }, { name: start }, { name: stairs }]}
      >
        {people.map((person) => (
          <tr key={person.line + person.name}>
            <th scope="row">{person.name}</th>
            <td class="figure">{person.minutes === null ? w.asShift : sayNumber(person.minutes)}</td>
            <td>{sayStart(person, find?.at)}</td>
            <td>{person.avoidStairs ? w.noStairs : w.stairs}</td>
          </tr>
        ))}
      </Table>
    </details>
  )
}

function sayStart(person: Person, find: StartFinder | undefined): string {
  const w = choicesWords()
  if (person.start !== null) return w.startPoint
  if (person.address === '') return w.withOthers
  if (find === undefined) return person.address
  return startOf(person, find) === null ? w.startUnknown(person.address) : w.startFound(person.address)
}
