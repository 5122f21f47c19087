/** The same plan again with other teams or minutes, without going back to the form, whoever asked for it. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import { type AskedRequest, arePeople, peopleAsked, requestAgain, wishAsked } from '../../model/asked.ts'
import { MINUTES, type PeopleWish } from '../../model/people-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { NumberField } from '../../parts/number.tsx'
import { PeopleChoice } from '../../parts/people/people-choice.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { keepBefore, requestOf } from '../../state/asked.ts'
import { keep } from '../../state/kept.ts'
import { useLoad } from '../../state/load.ts'
import { keepCrew } from '../../state/names.ts'
import { problemOf } from '../../state/problem.ts'
import { go } from '../../state/session.ts'
import { volunteersFor } from '../../state/volunteers.ts'
import { choicesWords } from '../../words/choices.ts'
import { currentLanguage, sayNumber } from '../../../words/language.ts'
import { planWords } from '../../words/plan.ts'
import { momentOf, peopleProblem } from './make-plan.ts'
import { lastWishSlot } from './plan-form.tsx'

export function Again({ plan }: { plan: Schemas['PlanAnswer'] }) {
  const { value: asked, error, reload } = useLoad(plan.id, () => requestOf(plan.id))
  if (asked) return <AgainForm key={plan.id} {...{ asked }} id={plan.id} />
  return (
    <>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
      <a href={hashOf(['plan'])}>{planWords().otherChoices}</a>
    </>
  )
}

function AgainForm({ id, asked }: { id: string; asked: AskedRequest }) {
  const w = planWords()
  const [people, setPeople] = useState<PeopleWish>(() => peopleAsked(asked))
  const [isSame, setSame] = useState(() => arePeople(asked))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function again(): Promise<void> {
    const moment = momentOf({ people, moment: '' })
    const wrong = peopleProblem(people, moment)
    setProblem(wrong)
    if (wrong !== null || isBusy) return
    setBusy(true)
    try {
      const region = { name: asked.region, version: '' }
      const volunteers = isSame ? asked.volunteers : await volunteersFor(people, region, moment)
      const around = { language: currentLanguage(), now: new Date(), volunteers, minutes: people.minutes! }
      const body = requestAgain(asked, around)
      const made = await doorwalk.POST('/v1/plans', { body, headers: { Prefer: 'respond-async' } })
      keepBefore(made.id, id)
      if (typeof volunteers !== 'number')
        keepCrew(
          made.id,
          volunteers.flatMap((one) => one.id ?? []),
        )
      go(hashOf(['plans', made.id]))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  /** The form opens as this plan was asked for. */
  function change(): void {
    const wish = wishAsked(asked, { people, now: new Date() })
    if (wish) keep(lastWishSlot(asked.region), wish)
  }

  return (
    <form
      class="again"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void again()
      }}
    >
      <ProblemBox problem={problem} fields={['/volunteers', '/minutes']} />
      {arePeople(asked) && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isSame}
            onChange={({ currentTarget }) => setSame(currentTarget.checked)}
          />
          <span>{w.samePeople(sayNumber(people.teams ?? 0), people.teams === 1)}</span>
        </label>
      )}
      {isSame ? (
        <NumberField
          {...{
            label: choicesWords().minutes,
            pointer: '/minutes',
            problem,
            value: people.minutes,
            ...MINUTES,
          }}
          onChange={(minutes) => setPeople({ ...people, minutes })}
        />
      ) : (
        <PeopleChoice
          {...{ wish: people, problem, moments: [momentOf({ people, moment: '' })] }}
          onChange={setPeople}
        />
      )}
      <button type="submit" disabled={isBusy} title={w.againHelp}>
        {w.again}
      </button>
      <a href={hashOf(['plan'])} onClick={change}>
        {w.otherChoices}
      </a>
    </form>
  )
}
