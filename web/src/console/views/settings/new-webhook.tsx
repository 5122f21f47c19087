/** Connects a program that is told what happens. */
import { ProblemError, type Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { FormError, type Problem, refuseFields } from '../../model/problem.ts'
import { Field } from '../../parts/field.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useDraft } from '../../state/draft.ts'
import { problemOf } from '../../state/problem.ts'
import { settingsWords } from '../../words/campaign.ts'
import { isLabel } from './new-key.tsx'

type Event = Schemas['Webhook']['events'][number]

/** All that can be told, in the order of their names; one that the contract gains does not compile without a name. */
export function eventsOf({
  'webhook.test': _test,
  ...names
}: Record<Event | 'webhook.test', string>): Event[] {
  return Object.keys(names) as Event[]
}

export function NewWebhook({ onMade }: { onMade: (secret: string) => void }) {
  const w = settingsWords().hooks
  const all = eventsOf(w.names)
  const empty = { url: '', label: '', events: all as string[] }
  const [draft, setDraft] = useDraft('settings-new-webhook', empty)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function make(): Promise<void> {
    setProblem(null)
    setBusy(true)
    try {
      const [url, label] = [draft.url.trim(), draft.label.trim()]
      const events = all.filter((each) => draft.events.includes(each))
      refuseFields([
        ...(URL.canParse(url) ? [] : [{ pointer: '/url', detail: w.faults.url }]),
        ...(isLabel(label) ? [] : [{ pointer: '/label', detail: w.faults.label }]),
        ...(events.length > 0 ? [] : [{ pointer: '/events', detail: w.faults.events }]),
      ])
      const { secret } = await doorwalk.POST('/v1/webhooks', { body: { url, label, events } })
      setDraft(empty)
      onMade(secret)
    } catch (error) {
      setProblem(problemOf(inOurWords(error)))
    } finally {
      setBusy(false)
    }
  }
  const text = (name: 'url' | 'label', label: string, help: string) => (
    <Field {...{ label, help, problem }} pointer={`/${name}`}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          inputMode={name === 'url' ? 'url' : 'text'}
          autocomplete="off"
          value={draft[name]}
          onInput={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <form
      noValidate
      class="narrow"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <h4>{w.make}</h4>
      <ProblemBox problem={problem} fields={['/url', '/label', '/events']} />
      {text('url', w.url, w.urlHelp)}
      {text('label', w.label, w.labelHelp)}
      <details open={problem?.fields.some(({ pointer }) => pointer === '/events') ?? false}>
        <summary>{w.choose}</summary>
        <Field label={w.events} pointer="/events" problem={problem}>
          {({ id, ...attributes }) => (
            <div id={id} role="group" aria-label={w.events}>
              {all.map((each) => (
                <label key={each} class="choice">
                  <input
                    {...attributes}
                    type="checkbox"
                    checked={draft.events.includes(each)}
                    onChange={({ currentTarget }) =>
                      setDraft({
                        ...draft,
                        events: currentTarget.checked
                          ? [...draft.events, each]
                          : draft.events.filter((one) => one !== each),
                      })
                    }
                  />
                  <span>{w.names[each]}</span>
                </label>
              ))}
            </div>
          )}
        </Field>
      </details>
      <button type="submit" disabled={isBusy}>
        {w.make}
      </button>
    </form>
  )
}

function inOurWords(error: unknown): unknown {
  const w = settingsWords().hooks.faults
  if (!(error instanceof ProblemError)) return error
  if (error.code === 'webhook.url') return new FormError(w.url, '/url')
  return error.code === 'webhook.too_many' ? new FormError(w.tooMany) : error
}
