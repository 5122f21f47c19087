/** Who goes out: so many teams, so many minutes each. */
import { MINUTES, type PeopleWish, TEAMS } from '../model/people-wish.ts'
import type { Problem } from '../model/problem.ts'
import { choicesWords } from '../words/choices.ts'
import { NumberField } from './field.tsx'

interface Props {
  wish: PeopleWish
  onChange: (wish: PeopleWish) => void
  /** Its `/volunteers` and `/minutes` stand here. */
  problem: Problem | null
}

export function PeopleChoice({ wish, onChange, problem }: Props) {
  const w = choicesWords()
  return (
    <div class="columns">
      <NumberField
        {...{ label: w.teams, pointer: '/volunteers', problem, value: wish.teams, ...TEAMS }}
        onChange={(teams) => onChange({ ...wish, teams })}
      />
      <NumberField
        {...{ label: w.minutes, pointer: '/minutes', problem, value: wish.minutes, ...MINUTES }}
        onChange={(minutes) => onChange({ ...wish, minutes })}
      />
    </div>
  )
}
