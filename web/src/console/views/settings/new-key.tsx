/** Makes a key for a purpose. */
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type Problem, refuseFields } from '../../model/problem.ts'
import { Field } from '../../parts/field.tsx'
import { halfTyped } from '../../parts/half-typed.ts'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useDraft } from '../../state/draft.ts'
import { problemOf } from '../../state/problem.ts'
import { settingsWords } from '../../words/campaign.ts'

const SCOPES = ['organiser', 'read', 'service', 'reporter'] as const
const EMPTY = { label: '', scope: 'organiser', day: '' }
const MOST_LETTERS = 64

/** What keys and programs are called by. */
export function isLabel(text: string): boolean {
  return text !== '' && text.length <= MOST_LETTERS
}

export function NewKey({ onMade }: { onMade: (key: string) => void }) {
  const w = settingsWords().keys
  const [draft, setDraft] = useDraft('settings-new-key', EMPTY)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { label, day } = draft
  const scope = SCOPES.find((one) => one === draft.scope) ?? 'organiser'
  async function make(form: HTMLFormElement): Promise<void> {
    setProblem(null)
    setBusy(true)
    try {
      const name = label.trim()
      const end = day === '' ? null : new Date(`${day}T23:59:59`)
      const isOver = end !== null && !(end.getTime() > Date.now())
      refuseFields([
        ...(isLabel(name) ? [] : [{ pointer: '/label', detail: w.faults.label }]),
        ...halfTyped(form),
        ...(isOver ? [{ pointer: '/expiresAt', detail: w.faults.past }] : []),
      ])
      const { key } = await doorwalk.POST('/v1/keys', {
        body: { label: name, scopes: [scope], ...(end && { expiresAt: end.toISOString() }) },
      })
      setDraft(EMPTY)
      onMade(key)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      noValidate
      class="narrow"
      onSubmit={(event) => {
        event.preventDefault()
        void make(event.currentTarget)
      }}
    >
      <h4>{w.make}</h4>
      <ProblemBox problem={problem} fields={['/label', '/expiresAt']} />
      <Field label={w.label} help={w.labelHelp} pointer="/label" problem={problem}>
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            autocomplete="off"
            value={label}
            onInput={({ currentTarget }) => setDraft({ ...draft, label: currentTarget.value })}
          />
        )}
      </Field>
      <fieldset>
        <legend>{w.may}</legend>
        {SCOPES.map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name="scope"
              checked={one === scope}
              onChange={() => setDraft({ ...draft, scope: one })}
            />
            <span>
              {w.scopes[one]}. <span class="help">{w.scopesHelp[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field label={w.until} help={w.untilHelp} pointer="/expiresAt" problem={problem}>
        {(attributes) => (
          <input
            {...attributes}
            type="date"
            value={day}
            onInput={({ currentTarget }) => setDraft({ ...draft, day: currentTarget.value })}
          />
        )}
      </Field>
      <button type="submit" disabled={isBusy}>
        {w.make}
      </button>
    </form>
  )
}
