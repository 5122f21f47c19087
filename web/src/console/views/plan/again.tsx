/** The same plan again with other teams or minutes, without going back to the form. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { hashOf } from '../../model/address.ts'
import type { PeopleWish } from '../../model/people-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { PeopleChoice } from '../../parts/people-choice.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { keep } from '../../state/kept.ts'
import { problemOf } from '../../state/problem.ts'
import { go } from '../../state/session.ts'
import { type KeptWish, keepWish, wishOf } from '../../state/wishes.ts'
import { planWords } from '../../words/plan.ts'
import { makePlan, wrongWith } from './make-plan.ts'
import { lastWishSlot } from './plan-form.tsx'

/** Nothing for a plan that was asked for elsewhere: what it was asked is not known here. */
export function Again({ plan }: { plan: Schemas['PlanAnswer'] }) {
  const kept = wishOf(plan.id)
  return kept ? <AgainForm key={plan.id} id={plan.id} {...kept} /> : <OtherChoices />
}

function OtherChoices() {
  return <a href={hashOf(['plan'])}>{planWords().otherChoices}</a>
}

function AgainForm({ id, ...kept }: { id: string } & KeptWish) {
  const w = planWords()
  const { region, wish } = kept
  const [people, setPeople] = useState<PeopleWish>(wish.people)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function again(): Promise<void> {
    const next = { ...wish, people }
    const wrong = wrongWith(next)
    setProblem(wrong)
    if (wrong !== null || isBusy) return
    setBusy(true)
    try {
      go(await makePlan(region, next, id))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  /** The form opens as this plan was asked for. */
  function change(): void {
    keep(lastWishSlot(region), { ...wish, people })
    keepWish(id, kept)
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
      <PeopleChoice wish={people} problem={problem} onChange={setPeople} />
      <button type="submit" disabled={isBusy} title={w.againHelp}>
        {w.again}
      </button>
      <a href={hashOf(['plan'])} onClick={change}>
        {w.otherChoices}
      </a>
    </form>
  )
}
