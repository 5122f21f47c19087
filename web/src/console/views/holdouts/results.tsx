/** Results of polling stations, typed or pasted, and what they say. They stay in this browser. */
import { ProblemError, type Schemas } from '@doorwalk/client'
import { useEffect, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { FormError, type Problem } from '../../model/problem.ts'
import { type ResultFault, readResults } from '../../model/results.ts'
import { Busy } from '../../parts/busy.tsx'
import { Field } from '../../parts/field.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useDraft } from '../../state/draft.ts'
import { problemOf } from '../../state/problem.ts'
import { useSession } from '../../state/session.ts'
import { holdoutsWords } from '../../words/campaign.ts'
import { isOrder, sayField } from '../../words/fields.ts'
import { sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { Found } from './found.tsx'

/** More are mended one after the other. */
const FAULTS_SHOWN = 3

interface Props {
  /** Of the hold-out. */
  id: string
  /** Of all polling stations of the region. */
  codes: readonly string[]
  /** Those of the draw. */
  drawn: readonly string[]
}

interface Answer {
  evaluation: Schemas['Evaluation']
  areFractions: boolean
}

export function Results({ id, codes, drawn }: Props) {
  const w = holdoutsWords().results
  const { region } = useSession()
  const [draft, setDraft] = useDraft(`holdout-results-${id}`, { text: '', last: '', isAsked: false })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const fields = region.priorityFields.filter(isOrder)
  const last = fields.includes(draft.last) ? draft.last : ''
  const change = (part: Partial<typeof draft>): void => {
    setAnswer(null)
    setDraft({ ...draft, ...part, isAsked: false })
  }
  async function evaluate(): Promise<void> {
    setProblem(null)
    setBusy(true)
    try {
      const { results, faults, areFractions } = readResults(draft.text, codes)
      if (faults.length > 0)
        throw new FormError(faults.slice(0, FAULTS_SHOWN).map(sayFault).join(' '), '/results')
      if (results.length === 0) throw new FormError(w.faults.none, '/results')
      const evaluation = await doorwalk.POST('/v1/holdouts/{holdoutId}/evaluation', {
        params: { path: { holdoutId: id } },
        body: { results, ...(last !== '' && { lastField: last }) },
      })
      setAnswer({ evaluation, areFractions })
      setDraft({ ...draft, isAsked: true })
    } catch (error) {
      const isFew = error instanceof ProblemError && error.code === 'evaluation.too_few'
      setProblem(problemOf(isFew ? new FormError(w.faults.few, '/results') : error))
    } finally {
      setBusy(false)
    }
  }
  useEffect(() => {
    if (draft.isAsked) void evaluate()
    // Once: what was asked before a reload.
  }, [])
  return (
    <section aria-labelledby="results-title">
      <h3 id="results-title">{w.title}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void evaluate()
        }}
      >
        <ProblemBox problem={problem} fields={['/results', '/lastField']} />
        <Field label={w.label} help={`${w.help} ${w.kept}`} pointer="/results" problem={problem}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={8}
              spellcheck={false}
              value={draft.text}
              onInput={({ currentTarget }) => change({ text: currentTarget.value })}
            />
          )}
        </Field>
        {draft.text.trim() === '' && (
          <button
            type="button"
            onClick={() =>
              change({
                text: drawn
                  .toSorted()
                  .map((code) => `${code}; `)
                  .join('\n'),
              })
            }
          >
            {w.fill}
          </button>
        )}
        <Field label={w.last} pointer="/lastField" problem={problem}>
          {(attributes) => (
            <select
              {...attributes}
              value={last}
              onChange={({ currentTarget }) => change({ last: currentTarget.value })}
            >
              <option value="">{w.lastNone}</option>
              {fields.map((field) => (
                <option key={field} value={field}>
                  {sayField(field)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" class="main" disabled={isBusy}>
          {w.go}
        </button>
      </form>
      {isBusy && <Busy text={shellWords().loading} />}
      {answer && <Found {...answer} />}
    </section>
  )
}

function sayFault({ line, text, fault }: ResultFault): string {
  const { faults } = holdoutsWords().results
  return `${faults.line(sayNumber(line), text)} ${faults[fault]}`
}
