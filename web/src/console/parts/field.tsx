/** A field with its label, its help, and beside it what is wrong with it and how to mend that. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { type Problem, problemsAt } from '../model/problem.ts'

/** What the input has to carry so that it is named and its problem is read with it. */
interface FieldAttributes {
  id: string
  'aria-describedby': string
  'aria-invalid': boolean
}

interface Props {
  label: string
  help?: string
  /** JSON pointer of what the field becomes in the request, such as `/minutes`. */
  pointer: string
  problem: Problem | null
  children: (attributes: FieldAttributes) => ComponentChildren
}

export function Field({ label, help, pointer, problem, children }: Props) {
  const id = useId()
  const wrong = problemsAt(problem, pointer)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-help ${id}-wrong`, 'aria-invalid': wrong.length > 0 })}
      <p id={`${id}-help`} class="help">
        {help}
      </p>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {wrong.join(' ')}
      </p>
    </div>
  )
}

interface NumberProps extends Omit<Props, 'children'> {
  value: number | null
  from: number
  to: number
  step?: number
  onChange: (value: number | null) => void
}

/** A whole or stepped number; null: empty. Outside of its bounds the form says so before anything is sent. */
export function NumberField({ value, from, to, step = 1, onChange, ...field }: NumberProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          inputMode={step % 1 === 0 ? 'numeric' : 'decimal'}
          min={from}
          max={to}
          step={step}
          value={value ?? ''}
          onInput={({ currentTarget: { valueAsNumber } }) =>
            onChange(Number.isNaN(valueAsNumber) ? null : valueAsNumber)
          }
        />
      )}
    </Field>
  )
}
