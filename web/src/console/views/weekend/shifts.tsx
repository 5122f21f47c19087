/** The shifts of a weekend: date, from, to; one more, one fewer. */
import { useId, useRef } from 'preact/hooks'
import { type Problem, problemsAt } from '../../model/problem.ts'
import { MOST_SHIFTS, type ShiftDraft, addShift } from '../../model/weekend/draft.ts'
import { announce } from '../../parts/announce.tsx'
import { useStanding } from '../../parts/standing.ts'
import { sayNumber } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'

interface Props {
  shifts: readonly ShiftDraft[]
  problem: Problem | null
  onChange: (shifts: readonly ShiftDraft[]) => void
}

export function Shifts({ shifts, problem, onChange }: Props) {
  const w = weekendWords()
  /** Whoever takes a removal back may have filled in more meanwhile. */
  const now = useRef({ shifts, onChange })
  now.current = { shifts, onChange }
  const none = shifts.length === 0 ? problemsAt(problem, '/shifts') : []
  function remove(index: number): void {
    onChange(shifts.filter((_, each) => each !== index))
    announce(w.shiftRemoved, () =>
      now.current.onChange(now.current.shifts.toSpliced(index, 0, shifts[index]!)),
    )
  }
  return (
    <fieldset>
      <legend>{w.shifts}</legend>
      {shifts.map((shift, index) => (
        <ShiftFields
          key={index}
          {...{ shift, number: index + 1 }}
          {...{ problem }}
          onChange={(next) => onChange(shifts.map((each, at) => (at === index ? next : each)))}
          onRemove={() => remove(index)}
        />
      ))}
      <p class="wrong" role="alert">
        {none.join(' ')}
      </p>
      <button
        type="button"
        disabled={shifts.length >= MOST_SHIFTS}
        onClick={() => onChange(addShift({ shifts }))}
      >
        {w.addShift}
      </button>
    </fieldset>
  )
}

interface ShiftProps {
  shift: ShiftDraft
  number: number
  problem: Problem | null
  onChange: (shift: ShiftDraft) => void
  onRemove: () => void
}

function ShiftFields({ shift, number, problem, onChange, onRemove }: ShiftProps) {
  const w = weekendWords()
  const wrong = problemsAt(useStanding(problem, shift), `/shifts/${number - 1}`)
  const id = useId()
  const field = (name: 'date' | 'from' | 'to') => (
    <div class="field">
      <label for={`${id}-${name}`}>{w[name]}</label>
      <input
        id={`${id}-${name}`}
        type={name === 'date' ? 'date' : 'time'}
        aria-describedby={`${id}-wrong`}
        aria-invalid={wrong.length > 0}
        value={shift[name]}
        onInput={({ currentTarget }) => onChange({ ...shift, [name]: currentTarget.value })}
      />
    </div>
  )
  return (
    <fieldset class="shift">
      <legend>{w.shift(sayNumber(number))}</legend>
      <div class="shift-fields">
        {field('date')}
        {field('from')}
        {field('to')}
        <button type="button" class="close" aria-label={w.removeShift(sayNumber(number))} onClick={onRemove}>
          ×
        </button>
      </div>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {wrong.join(' ')}
      </p>
    </fieldset>
  )
}
