/** Draws polling stations in groups of their like. */
import { ProblemError, type Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { FormError, type Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Field } from '../../parts/field.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useDraft } from '../../state/draft.ts'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { rankingsOf } from '../../state/precincts.ts'
import { useSession } from '../../state/session.ts'
import { holdoutsWords } from '../../words/campaign.ts'
import { isOrder, sayField } from '../../words/fields.ts'
import { sayNumber } from '../../../words/language.ts'

/** One of so many is held out. */
const OUT_OF = [2, 3, 4, 5, 10]
const EMPTY = { by: '', outOf: 2 }
const RANKING = 'ranking '

export function DrawForm({ onDrawn }: { onDrawn: (holdout: Schemas['Holdout']) => void }) {
  const w = holdoutsWords().draw
  const { region } = useSession()
  const { value: rankings } = useLoad(`rankings ${region.name}`, () => rankingsOf(region.name))
  const [draft, setDraft] = useDraft(`holdout-draw-${region.name}`, EMPTY)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const fields = region.priorityFields.filter(isOrder)
  const isThere = fields.includes(draft.by) || rankings?.some(({ id }) => RANKING + id === draft.by)
  const by = isThere ? draft.by : ''
  function ask(): void {
    setProblem(by === '' ? problemOf(new FormError(w.faults.by, '/pairs')) : null)
    setAsked(by !== '')
  }
  async function draw(): Promise<void> {
    setBusy(true)
    try {
      const holdout = await doorwalk.POST('/v1/holdouts', {
        body: {
          ...{ region: region.name, unit: 'precinct', share: 1 / draft.outOf },
          pairs: by.startsWith(RANKING) ? { ranking: by.slice(RANKING.length) } : { field: by },
        },
      })
      announce(w.done)
      onDrawn(holdout)
    } catch (error) {
      setProblem(problemOf(inOurWords(error)))
      setBusy(false)
    }
  }
  const effect = w.effect(sayNumber(Math.floor(region.precincts / draft.outOf)), sayNumber(region.precincts))
  return (
    <section aria-labelledby="draw-title">
      <h3 id="draw-title">{w.title}</h3>
      <form
        noValidate
        class="narrow"
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <p class="help">{w.help}</p>
        <ProblemBox problem={problem} fields={['/pairs', '/share']} />
        <div class="columns">
          <Field label={w.by} pointer="/pairs" problem={problem}>
            {(attributes) => (
              <select
                {...attributes}
                value={by}
                onChange={({ currentTarget }) => setDraft({ ...draft, by: currentTarget.value })}
              >
                <option value="">{w.choose}</option>
                <optgroup label={w.fields}>
                  {fields.map((field) => (
                    <option key={field} value={field}>
                      {sayField(field)}
                    </option>
                  ))}
                </optgroup>
                {rankings && rankings.length > 0 && (
                  <optgroup label={w.rankings}>
                    {rankings.map(({ id, name }) => (
                      <option key={id} value={RANKING + id}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                )}
              </select>
            )}
          </Field>
          <Field label={w.share} pointer="/share" problem={problem}>
            {(attributes) => (
              <select
                {...attributes}
                value={draft.outOf}
                onChange={({ currentTarget }) => setDraft({ ...draft, outOf: Number(currentTarget.value) })}
              >
                {OUT_OF.map((each) => (
                  <option key={each} value={each}>
                    {w.ofEach(sayNumber(each))}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <p class="help">{effect}</p>
        <button type="submit" class="main" disabled={isBusy}>
          {w.go}
        </button>
      </form>
      {isAsked && (
        <Confirm
          question={{ title: w.askTitle, help: `${effect} ${w.askHelp}`, verb: w.go, act: draw }}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  )
}

function inOurWords(error: unknown): unknown {
  const w = holdoutsWords().draw.faults
  if (!(error instanceof ProblemError)) return error
  if (error.code === 'holdout.size') return new FormError(w.size, '/share')
  return error.code === 'holdout.strata' ? new FormError(w.field, '/pairs') : error
}
