/** A field with its label, its help, and beside it what is wrong with it and how to mend that. */
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { type Problem, problemsAt } from '../model/problem.ts'
import { shellWords } from '../words/shell.ts'

/** What the input has to carry so that it is named and its problem is read with it. */
interface FieldAttributes {
  id: string
  /** Pointer of the field. */
  name: string
  'aria-describedby': string
  'aria-invalid': boolean
}

export interface FieldProps {
  label: string
  help?: string
  /** JSON pointer of what the field becomes in the request, such as `/minutes`. */
  pointer: string
  problem: Problem | null
  /** What was typed, told before what is wrong with it. */
  came?: string
  children: (attributes: FieldAttributes) => ComponentChildren
}

export function Field({ label, help, pointer, problem, came, children }: FieldProps) {
  const id = useId()
  // What was wrong with another value says nothing of this one.
  const [mended, setMended] = useState<Problem | null>(null)
  const mend = (): void => setMended(problem)
  const wrong = mended === problem ? [] : problemsAt(problem, pointer)
  return (
    <div class="field" onInput={mend} onChange={mend}>
      <label for={id}>{label}</label>
      {children({
        id,
        name: pointer,
        'aria-describedby': `${id}-help ${id}-wrong`,
        'aria-invalid': wrong.length > 0,
      })}
      <p id={`${id}-help`} class="help">
        {help}
      </p>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {wrong.length > 0 && came !== undefined ? shellWords().problem.came(came) : ''}
        {wrong.join(' ')}
      </p>
    </div>
  )
}
