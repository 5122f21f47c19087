/** Asks for the key of a campaign, where this tab has none. */
import { useState } from 'preact/hooks'
import { useKey as takeKey } from '../../api/api.ts'
import type { Problem } from '../model/problem.ts'
import { shellWords } from '../words/shell.ts'
import { Field } from './field.tsx'

interface Props {
  problem: Problem | null
  onKey: () => void
}

export function KeyForm({ problem, onKey }: Props) {
  const [key, setKey] = useState('')
  const w = shellWords()
  return (
    <form
      class="panel key-form"
      onSubmit={(event) => {
        event.preventDefault()
        takeKey(key)
        onKey()
      }}
    >
      <h2>{w.keyTitle}</h2>
      <Field label={w.key} help={w.keyHelp} pointer="/key" problem={problem}>
        {(attributes) => (
          <input
            {...attributes}
            type="password"
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
