/** The days of the vote, one field each. */
import { useRef } from 'preact/hooks'
import { MOST_BALLOTS } from '../../model/campaign.ts'
import type { Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { Field } from '../../parts/field.tsx'
import { settingsWords } from '../../words/campaign.ts'
import { sayNumber } from '../../../words/language.ts'

interface Props {
  days: readonly string[]
  problem: Problem | null
  onChange: (days: string[]) => void
}

export function Ballots({ days, problem, onChange }: Props) {
  const w = settingsWords().campaign
  /** Whoever takes a removal back may have filled in more meanwhile. */
  const now = useRef({ days, onChange })
  now.current = { days, onChange }
  function remove(at: number): void {
    onChange(days.toSpliced(at, 1))
    announce(w.ballotRemoved, () => now.current.onChange(now.current.days.toSpliced(at, 0, days[at]!)))
  }
  return (
    <fieldset>
      <legend>{w.ballots}</legend>
      <p class="help">
        {days.length === 0 && `${w.noBallot} `}
        {w.ballotsHelp}
      </p>
      {days.map((day, at) => (
        <Field key={at} label={w.ballot(sayNumber(at + 1))} pointer={`/ballots/${at}`} problem={problem}>
          {(attributes) => (
            <div class="with-button">
              <input
                {...attributes}
                type="date"
                value={day}
                onInput={({ currentTarget }) => onChange(days.with(at, currentTarget.value))}
              />
              <button
                type="button"
                class="close"
                aria-label={w.removeBallot(sayNumber(at + 1))}
                onClick={() => remove(at)}
              >
                ×
              </button>
            </div>
          )}
        </Field>
      ))}
      {days.length < MOST_BALLOTS && (
        <button type="button" onClick={() => onChange([...days, ''])}>
          {w.addBallot}
        </button>
      )}
    </fieldset>
  )
}
