/** A whole number with its label. What is wrong with it is said when something is to be done with it, not before. */
import { useEffect, useId } from 'preact/hooks'
import { type Bounds, isWithin } from '../../numbers/number.ts'
import { NumberInput } from '../../numbers/number-input.tsx'
import { words } from '../words/words.ts'

interface Props extends Bounds {
  label: string
  /** Null: empty; NaN: what is typed is no number. */
  value: number | null
  onChange: (value: number | null) => void
  /** How often something was to be done with it. */
  asked: number
}

export function WholeNumber({ label, value, from, to, onChange, asked }: Props) {
  const id = useId()
  const isWrong = asked > 0 && !isWithin(value, { from, to })
  useEffect(() => {
    // The first of several that are wrong, unless one has the focus.
    const isThere = document.activeElement?.matches('[aria-invalid="true"]')
    if (isWrong && !isThere) document.getElementById(id)?.focus()
  }, [asked])
  return (
    <>
      <label for={id}>{label}</label>
      <NumberInput
        {...{ id, value, from, to, onChange }}
        aria-invalid={isWrong}
        aria-describedby={`${id}-wrong`}
      />
      <p id={`${id}-wrong`} class="bad" role="alert">
        {isWrong && words().wholeNumber(from, to)}
      </p>
    </>
  )
}
