/** Asks for the key of a campaign, where this tab has none. */
import { useState } from 'preact/hooks'
import { useKey as takeKey } from '../../api/api.ts'
import { FormError, type Problem } from '../model/problem.ts'
import { problemOf } from '../state/problem.ts'
import { shellWords } from '../words/shell.ts'
import { Field } from './field.tsx'
import { ProblemBox } from './problem-box.tsx'

interface Props {
  problem: Problem | null
  onKey: () => void
  /** False: it stands in something that has a title. */
  hasTitle?: boolean
}

export function KeyForm({ problem, onKey, hasTitle = true }: Props) {
  const [key, setKey] = useState('')
  const [lack, setLack] = useState<Problem | null>(null)
  const w = shellWords()
  return (
    <form
      class="panel key-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const isEmpty = key.trim() === ''
        setLack(isEmpty ? problemOf(new FormError(w.problem.required, '/key')) : null)
        if (isEmpty) return
        takeKey(key)
        onKey()
      }}
    >
      {hasTitle && <h2>{w.keyTitle}</h2>}
      <ProblemBox problem={lack ?? problem} fields={['/key']} />
      <Field label={w.key} help={w.keyHelp} pointer="/key" problem={lack ?? problem}>
        {(attributes) => (
          <input
            {...attributes}
            type="password"
            autofocus
            autocomplete="off"
            spellcheck={false}
            value={key}
            onInput={({ currentTarget }) => setKey(currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" class="main">
        {w.useKey}
      </button>
    </form>
  )
}
