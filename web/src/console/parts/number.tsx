/** A whole number that is typed: what cannot be read stays as it is, and is never taken for nothing. */
import { useMemo, useState } from 'preact/hooks'
import { type Bounds, isWithin, readNumber } from '../model/number.ts'
import { sayNumber } from '../../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { Field, type FieldProps } from './field.tsx'

interface InputProps extends Bounds {
  /** Null: empty; NaN: what is typed is no number. */
  value: number | null
  onChange: (value: number | null) => void
  /** What is typed, whenever it changes. */
  onType?: (text: string) => void
  id?: string
  name?: string
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** Arrow keys count, as in the field that browsers have; that one hides what it cannot read. */
export function NumberInput({ value, from, to, onChange, onType, ...attributes }: InputProps) {
  const [typed, setTyped] = useState('')
  // Another value than what is typed came from elsewhere.
  const text = Object.is(readNumber(typed), value) ? typed : written(value)
  function take(next: string): void {
    setTyped(next)
    onType?.(next)
    onChange(readNumber(next))
  }
  function step(by: number): void {
    const now = value === null || Number.isNaN(value) ? from - by : value
    take(String(Math.min(to, Math.max(from, Math.round(now) + by))))
  }
  return (
    <input
      {...attributes}
      type="text"
      role="spinbutton"
      inputMode="numeric"
      autocomplete="off"
      class="number"
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={value !== null && !Number.isNaN(value) ? value : from}
      aria-valuetext={text}
      value={text}
      onInput={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={(event) => {
        const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
        if (by === undefined) return
        event.preventDefault()
        step(by)
      }}
    />
  )
}

function written(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value)
}

type Props = Omit<FieldProps, 'children'> & Pick<InputProps, 'value' | 'from' | 'to' | 'onChange'>

/** With its label; outside of its bounds the form says so before anything is sent, with what was typed. */
export function NumberField({ value, from, to, onChange, problem, ...field }: Props) {
  const [text, setText] = useState(written(value))
  // As it was when the form was sent.
  const came = useMemo(() => text.trim(), [problem])
  const isOurs = problem?.kind === 'form' && came !== ''
  return (
    <Field {...field} problem={problem} {...(isOurs && { came })}>
      {(attributes) => <NumberInput {...attributes} {...{ value, from, to, onChange }} onType={setText} />}
    </Field>
  )
}

/** Beside a button of its own: what is wrong is said at once. Undefined: nothing. */
export function wrongNumber(value: number | null, bounds: Bounds): string | undefined {
  if (isWithin(value, bounds)) return undefined
  return shellWords().problem.number(sayNumber(bounds.from), sayNumber(bounds.to))
}
