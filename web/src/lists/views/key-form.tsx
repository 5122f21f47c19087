/** Asks for the key of a campaign, where this tab has none. */
import { useState } from 'preact/hooks'
import { useKey as takeKey } from '../../api/api.ts'
import { words } from '../words/words.ts'

export function KeyForm({ onKey }: { onKey: () => void }) {
  const [key, setKey] = useState('')
  const w = words()
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault()
        takeKey(key)
        onKey()
      }}
    >
      <h2>{w.keyTitle}</h2>
      <label for="key">{w.key}</label>
      <input
        id="key"
        type="password"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="key-help"
        value={key}
        onInput={({ currentTarget }) => setKey(currentTarget.value)}
      />
      <p id="key-help" class="help">
        {w.keyHelp}
      </p>
      <button type="submit">{w.useKey}</button>
    </form>
  )
}
