/** A field with its label for a whole number, and what is wrong with it. */
import { useMemo, useState } from 'preact/hooks'
import { type Bounds, isWithin } from '../../numbers/number.ts'
import { NumberInput, type NumberInputProps, written } from '../../numbers/number-input.tsx'
import { sayNumber } from '../../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { Field, type FieldProps } from './field.tsx'

type Props = Omit<FieldProps, 'children'> & Pick<NumberInputProps, 'value' | 'from' | 'to' | 'onChange'>

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
