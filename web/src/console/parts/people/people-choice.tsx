/** Who goes out: so many teams, or a pasted list of names; and how many minutes each. */
import { useId } from 'preact/hooks'
import type { Moment } from '../../model/people/attendance.ts'
import { MINUTES, type PeopleWish, TEAMS } from '../../model/people-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { choicesWords } from '../../words/choices.ts'
import { NameList } from './name-list.tsx'
import { NumberField } from '../number.tsx'

interface Props {
  wish: PeopleWish
  onChange: (wish: PeopleWish) => void
  /** Its `/volunteers` and `/minutes` stand here. */
  problem: Problem | null
  /** False: shifts say how long a walk is. */
  hasMinutes?: boolean
  /** When they walk: of a plan its own, of a weekend its shifts. */
  moments: readonly Moment[]
}

export function PeopleChoice({ wish, onChange, problem, hasMinutes = true, moments }: Props) {
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
        <NameList
          {...{ text: wish.list, problem, moments, hasShifts: !hasMinutes }}
          onChange={(list) => onChange({ ...wish, list })}
        />
      )}
    </fieldset>
  )
}
